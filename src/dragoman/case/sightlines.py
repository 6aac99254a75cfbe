"""Answers on strength of preference and on misperception as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.case.case import Case
from dragoman.case.sightanswers import Misperceptions, Seen, Strength, Strengths
from dragoman.case.stabilitylines import beside_now, together
from dragoman.plain import listed

__all__ = ["misperceptions_told", "strengths_told"]

_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ"}


def strengths_told(case: Case, found: Strengths) -> Iterator[str]:
    """Tell what holds strongly, and what only weakly and for whom."""
    counts = [f"{_NAMES[c]} {found.strong[c]:,} and {found.weak[c]:,}" for c in found.strong]
    lines = [f"{case.parties[party].name} {count or 'none'}" for party, count in found.lines.items()]
    yield f"First lines of each list that are strong: {', '.join(lines)}."
    yield (
        "A party holds strongly to a state where every gain from it is answered by something strongly worse, and "
        f"weakly where what answers is only mildly worse, or equal. Equilibria, strong and weak: {'; '.join(counts)}."
    )
    yield from together((verdict.outcome, _strength(case, verdict)) for verdict in found.verdicts)


def _strength(case: Case, verdict: Strength) -> str:
    by_said: dict[tuple[str, str], list[str]] = {}
    for concept, hold in verdict.holds.items():
        weak = f", as {_names(case, verdict.weak_for[concept])} would stay only weakly" if hold == "weak" else ""
        by_said.setdefault(("no" if hold == "none" else hold, weak), []).append(_NAMES[concept])
    return "; ".join(f"{hold} equilibrium under {listed(names)}{weak}" for (hold, weak), names in by_said.items())


def misperceptions_told(case: Case, found: Misperceptions) -> Iterator[str]:
    """Tell where everybody would stay by its own view, who expects it, and what would surprise whom."""
    see = "sees" if len(found.parties) == 1 else "see"
    yield f"{_names(case, found.parties)} {see} the conflict otherwise than it is; each party judges by what it sees."
    counts = [f"{count:,} under {_NAMES[concept]}" for concept, count in found.counts.items()]
    yield f"Where everybody would stay by its own view: {', '.join(counts)}."
    yield from together((outcome.outcome, _seen(case, outcome)) for outcome in found.outcomes)
    yield (
        f"Of the equilibria as it is (SEQ) {found.lost:,} would be left by what somebody sees; {found.gained:,} "
        f"outcomes hold only by what parties see{', the nearest to now:' if found.further else '.'}"
    )
    for outcome in found.further:
        where = beside_now(case, outcome.on)
        yield f"{where[0].upper()}{where[1:]}: {_seen(case, outcome)}."
    for move in found.surprises:
        unaware = f"{_names(case, move.unexpected_by)} {'does' if len(move.unexpected_by) == 1 else 'do'} not expect"
        yield f"From the status quo {case.parties[move.party].name} would {move.does}, which {unaware}."
    if not found.surprises:
        yield "From the status quo nobody would do what others do not expect."


def _seen(case: Case, outcome: Seen) -> str:
    parts = []
    if outcome.holds:
        parts.append(f"everybody would stay under {listed([_NAMES[concept] for concept in outcome.holds])}")
    if outcome.leave:
        parts.append(f"{_names(case, outcome.leave)} would leave (SEQ)")
    if "seq" in outcome.holds or outcome.expected_by:
        parts.append(f"{_who(case, outcome.expected_by)} it for an equilibrium (SEQ)")
    if outcome.unforeseen_by:
        parts.append(f"{_names(case, outcome.unforeseen_by)} held it to be impossible")
    return "; ".join(parts)


def _who(case: Case, parties: Sequence[str]) -> str:
    """Say who takes something for what it is, or is not."""
    if not parties:
        return "nobody takes"
    return f"{_names(case, parties)} take{'s' if len(parties) == 1 else ''}"


def _names(case: Case, parties: Iterable[str]) -> str:
    return listed([case.parties[party].name for party in parties])
