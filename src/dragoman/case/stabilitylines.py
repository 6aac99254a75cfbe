"""Answers on stability in further senses as lines of text: SIM and SSEQ, the unknown, foresight, evolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.case.answers import Attitudes, End, Evolution, Foresight, FurtherStability, UnknownPreferences, Verdict
from dragoman.case.case import Case
from dragoman.case.explaining import move_in_words
from dragoman.graph.unknown import EXTENSIONS
from dragoman.plain import listed

__all__ = ["beside_now", "called", "ends_told", "foresight_told", "further_told", "together", "unknown_told"]


def called(outcome: str) -> str:
    """Call an outcome as sentences do.

    >>> called("Now"), called("B")
    ('The status quo', 'Outcome B')
    """
    return "The status quo" if outcome == "Now" else f"Outcome {outcome}"


def further_told(case: Case, found: FurtherStability) -> Iterator[str]:
    """Tell who would leave under simultaneous and symmetric sequential stability."""
    counts = " and ".join(f"{count:,} under {concept.upper()}" for concept, count in found.counts.items())
    yield (
        f"Equilibria: {counts}. SIM: others answer a gain by improving at the same moment. SSEQ: "
        "they answer by gains of their own, and there is no way out afterwards."
    )
    yield from together((verdict.outcome, _verdict(case, verdict)) for verdict in found.verdicts)


def _verdict(case: Case, verdict: Verdict) -> str:
    by_leaving: dict[tuple[str, ...], list[str]] = {}
    for concept, parties in sorted(verdict.leave.items(), key=lambda item: bool(item[1])):
        by_leaving.setdefault(parties, []).append(concept.upper())
    parts = [
        f"under {listed(concepts)} {_names(case, parties)} would leave"
        if parties
        else f"equilibrium under {listed(concepts)}"
        for parties, concepts in by_leaving.items()
    ]
    return "; ".join(parts)


def unknown_told(case: Case, found: UnknownPreferences) -> Iterator[str]:
    """Tell under which attitudes to the unknown outcomes hold."""
    yield f"Taken as known: {found.assumption}"
    shares = [f"{case.parties[party].name} {share:.0%}" for party, share in found.unknown.items()]
    yield f"Pairs of these outcomes of which it is unknown which a party prefers: {', '.join(shares)}."
    yield (
        "Attitudes: a leaves for what may be better, and is deterred only by what is surely no better; b leaves only "
        "for what is surely better; c is as a, but deterred by what may be no better too; d is as b, but so deterred."
    )
    yield from together((outcome.outcome, _attitudes(outcome)) for outcome in found.outcomes)


def _attitudes(outcome: Attitudes) -> str:
    by_kinds: dict[tuple[str, ...], list[str]] = {}
    for concept, kinds in outcome.holds.items():
        by_kinds.setdefault(kinds, []).append("Nash" if concept == "nash" else concept.upper())
    parts = [
        f"{listed(concepts)} {'whatever the attitude' if len(kinds) == len(EXTENSIONS) else f'under {listed(kinds)}'}"
        for kinds, concepts in by_kinds.items()
        if kinds
    ]
    return "; ".join(parts) or "no equilibrium under any of these"


def together(told: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Tell outcomes of which the same is to be said together, the first of them first."""
    alike: dict[str, list[str]] = {}
    for outcome, said in told:
        alike.setdefault(said, []).append(outcome)
    for said, outcomes in alike.items():
        letters = [outcome for outcome in outcomes if outcome != "Now"]
        names = ["the status quo"] if "Now" in outcomes else []
        names += [f"outcome{'s' if len(letters) > 1 else ''} {listed(letters)}"] if letters else []
        who = ", and ".join(names) if len(letters) > 1 else listed(names)
        yield f"{who[0].upper()}{who[1:]}: {said}."


def foresight_told(case: Case, found: Foresight) -> Iterator[str]:
    """Tell where two parties that look ahead would stay."""
    moves = f"{found.horizon} move{'' if found.horizon == 1 else 's'} ahead"
    far = "ahead as far as it takes" if found.horizon is None else moves
    still = f" {_names(case, found.still)} keep to what they do now." if len(found.still) > 1 else ""
    still = still or (f" {_names(case, found.still)} keeps to what it does now." if found.still else "")
    yield f"{_names(case, found.parties)} look {far} and move in turn.{still}"
    leave = [party for party in found.parties if party not in found.stay]
    yield f"At the status quo {_names(case, leave)} would leave." if leave else "Both would stay at the status quo."
    for on in found.holding:
        if set(on) != set(case.status_quo):
            yield f"Both would stay {beside_now(case, on)}."
    if found.count > len(found.holding):
        yield f"And at {found.count - len(found.holding):,} more, further from now."
    if not found.count:
        yield "There is no outcome at which both would stay."


def ends_told(case: Case, found: Evolution) -> Iterator[str]:
    """Tell where improving at random ends."""
    yield (
        "At every step somebody who can improve does, at random: each improvement is equally likely or, the second "
        "figure, each party that can improve, and then each of its improvements."
    )
    for end in found.ends:
        chances = list(dict.fromkeys(f"{chance:.1%}" for chance in (end.each_improvement, end.each_party)))
        yield f"{' or '.join(chances)}: {_end(case, end)}."
    if found.count > len(found.ends):
        yield f"And {found.count - len(found.ends):,} more ends, each less likely."


def _end(case: Case, end: End) -> str:
    if end.states == 1:
        label = end.outcomes[0] if end.outcomes else None
        where = beside_now(case, end.on[0]).removeprefix("at ")
        return f"it rests at {where if label is None else 'the status quo' if label == 'Now' else f'outcome {label}'}"
    where = "; ".join(beside_now(case, on) for on in end.on)
    more = f"; and {end.states - len(end.on):,} more" if end.states > len(end.on) else ""
    return f"it goes on for ever among {end.states:,} outcomes: {where}{more}"


def beside_now(case: Case, on: Sequence[str]) -> str:
    """Say where a state is by what is changed from now."""
    now = case.status_quo
    change = move_in_words(case, [o for o in on if o not in now], [o for o in now if o not in on])
    return f"at what is now, but {change}" if change else "at the status quo"


def _names(case: Case, parties: Sequence[str]) -> str:
    return listed([case.parties[party].name for party in parties])
