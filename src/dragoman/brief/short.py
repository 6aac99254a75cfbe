"""In short: what it is about, why it holds or is stuck, and what could move it, in a few plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pydantic import Field

from dragoman.brief.bargaining import DeadlineLine
from dragoman.brief.naming import Names, capitalised, shortened
from dragoman.brief.outcomes import Change, OutcomeLine, Outcomes
from dragoman.brief.record import Ids, Record, Sentence
from dragoman.brief.wants import OptionLine, PartyLine, Priority, leans_against
from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.plain import listed

__all__ = ["InShort", "in_short"]

_UNDER: dict[LayerName, str] = {
    "words": "on the words alone",
    "defaults": "with defaults and judgements",
    "promises": "with promises kept",
}
_MOVES_SHOWN = 4
_REASONS_SHOWN = 2
_EVIDENCE_SHOWN = 4
_ASKED_SHOWN = 3
_MOVE_LENGTH = 60
_REASON_LENGTH = 130
_SENTENCE_LENGTH = 220
_QUOTED_LENGTHS = (60, 40, 30)
_LONGEST = 360
_QUOTED = re.compile("“([^“”]*)”")
_DEADLINES_SHOWN = 2


class InShort(Record):
    """The first screen's sentences; each group may be empty where nothing can be said."""

    about: tuple[Sentence, ...] = Field(description="what this is about and who is at the table")
    stands: tuple[Sentence, ...] = Field(description="how things stand, whether that holds, and why")
    moves: tuple[Sentence, ...] = Field(description="what would be better for all, what stands in its way, deadlines")


def moves_words(changes: Sequence[Change], options: Mapping[str, OptionLine], names: Names) -> str:
    """Say who does what: ``Ruritania: reopen the strait and free the crew; Graustark: no longer keep its ban``."""
    by_party: dict[str, list[str]] = {}
    for change in changes[:_MOVES_SHOWN]:
        does = shortened(options[change.option].does, _MOVE_LENGTH)
        by_party.setdefault(change.party, []).append(does if change.taken else f"no longer {does}")
    rest = len(changes) - _MOVES_SHOWN
    parts = [f"{names.of(party)}: {listed(moves)}" for party, moves in by_party.items()]
    return "; ".join([*parts, f"and {rest} more"] if rest > 0 else parts)


def _about(case: Case, parties: Sequence[PartyLine], options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    if case.summary:
        yield Sentence(text=case.summary)
        return
    if not parties:
        yield Sentence(text="No party that could act was found.")
        return
    count = len(parties)
    yield Sentence(
        text=f"{listed(party.name for party in parties)} {'is' if count == 1 else 'are'} at the table; "
        f"{len(options)} {'move is' if len(options) == 1 else 'moves are'} open to {'it' if count == 1 else 'them'}."
    )
    yield from _asked(options, names)


def _demanded(options: Sequence[OptionLine]) -> list[tuple[OptionLine, list[str], Ids]]:
    """Of each doer the move that the others most often demand, with who demands it; most demanded first."""
    demands: dict[str, list[tuple[OptionLine, list[str], Ids]]] = {}
    for option in options:
        asking = [cell for cell in option.cells if not cell.own]
        said = [(cell.party, said) for cell in asking for said in cell.stances if said.stance == "demand"]
        ids = tuple(found for _, stance in said for found in stance.statements)
        if ids:
            demands.setdefault(option.party, []).append((option, [party for party, _ in said], ids))

    def key(demand: tuple[OptionLine, list[str], Ids]) -> tuple[int, int]:
        return (-len(demand[2]), demand[0].number)

    return sorted((min(found, key=key) for found in demands.values()), key=key)


def _asked(options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    for option, by, ids in _demanded(options)[:_ASKED_SHOWN]:
        text = f"Asked of {names.of(option.party)} by {names.all(by)}: {shortened(option.does, _MOVE_LENGTH)}"
        yield Sentence(text=_stopped(text), statements=ids[:_EVIDENCE_SHOWN])


def _held_back(options: Sequence[OptionLine], parties: Sequence[PartyLine], names: Names) -> Iterator[Sentence]:
    """For the moves most demanded and not taken: the priority that keeps their party from them, said ones first."""
    wishes = {party.id: party.priorities for party in parties}
    for option, _, _ in _demanded(options):
        leaning = [wish for wish in wishes.get(option.party, ()) if leans_against(wish, option.id)]
        if leaning and not option.taken:
            against = min(leaning, key=lambda wish: wish.basis != "words")
            yield Sentence(
                text=_reason(names.of(option.party), option, against), statements=against.statements[:_EVIDENCE_SHOWN]
            )


def _reason(name: str, option: OptionLine, against: Priority) -> str:
    does = shortened(option.does, _MOVE_LENGTH)
    assumed = "" if against.basis == "words" else f" (a {against.basis}, not said)"
    if len([part for part in against.parts if part.option]) == 1:
        return f"{capitalised(name)} would rather not “{does}”{assumed}."
    wish = shortened("".join(part.text for part in against.parts), _REASON_LENGTH)
    return f"What keeps {name} from “{does}”: it would rather “{wish}”{assumed}."


def _stopped(text: str) -> str:
    return text if text.endswith("…") else f"{text}."


def _stands(
    outcomes: Outcomes | None, options: Sequence[OptionLine], parties: Sequence[PartyLine], names: Names
) -> Iterator[Sentence]:
    if outcomes is None:
        yield Sentence(text="No analysis was given, so nothing is said here of what holds.")
        yield from _taken(options, names)
        return
    layer = outcomes.main_layer
    yield Sentence(text=layer.status_quo.verdict + _plausible(layer.status_quo))
    yield from map(_cut, layer.status_quo.why[:_REASONS_SHOWN])
    yield from _rests(layer.status_quo)
    if layer.status_quo.equilibrium:
        yield from list(_held_back(options, parties, names))[:_REASONS_SHOWN]
    yield from _readings(outcomes)
    yield from _taken(options, names)


def _holds(now: OutcomeLine) -> bool:
    """Whether nobody gains by leaving it, or others' own best replies undo every gain."""
    return not {"nash", "seq"}.isdisjoint(now.equilibrium)


def _plausible(now: OutcomeLine) -> str:
    """In which share of plausible preference orders it holds."""
    if now.share is None:
        return ""
    if _holds(now):
        return f" It does so in {now.share:.0%} of the plausible orders of what the parties prefer."
    return f" In {now.share:.0%} of the plausible orders of what the parties prefer it would."


def _rests(now: OutcomeLine) -> Iterator[Sentence]:
    if now.rests_on is None or not _holds(now):
        return
    ids = tuple(found for sentence in now.rests_on for found in sentence.statements)
    if len(ids) == 1:
        yield _cut(Sentence(text=f"This rests on one statement. {now.rests_on[0].text}", statements=ids))
    elif ids:
        yield Sentence(text=f"This rests on {len(ids)} statements: it would not hold without any one.", statements=ids)
    else:
        yield Sentence(text="This rests on no single statement: whichever is left out, it holds.")


def _readings(outcomes: Outcomes) -> Iterator[Sentence]:
    """Whether the answer depends on what was not said."""
    main = outcomes.main_layer
    others = [layer for layer in outcomes.layers if layer.name != main.name]
    parting = [layer for layer in others if bool(layer.status_quo.equilibrium) != bool(main.status_quo.equilibrium)]
    same = [layer for layer in others if layer not in parting]
    agreeing = f" The answer is the same {listed(_UNDER[layer.name] for layer in same)}." if same else ""
    number = main.counts.get("nash", 0)
    elsewhere = "; ".join(f"{_UNDER[layer.name]} {layer.counts.get('nash', 0):,}" for layer in others)
    counts = f" ({elsewhere})" if elsewhere else ""
    yield Sentence(
        text=f"This is the answer {_UNDER[main.name]} ({main.lines} preference lines).{agreeing} "
        f"{number:,} of {outcomes.states:,} possible outcomes hold{'s' if number == 1 else ''} outright{counts}."
    )
    for layer in parting:
        yield Sentence(text=f"{capitalised(_UNDER[layer.name])} {_lower(layer.status_quo.verdict)}")


def _cut(sentence: Sentence) -> Sentence:
    """Bring a long sentence to a length that is read at once: what it quotes is shortened, what it says stays whole."""
    text = " ".join(sentence.text.split())
    for limit in _QUOTED_LENGTHS:
        if len(text) > _SENTENCE_LENGTH:
            text = _QUOTED.sub(partial(_quote, limit=limit), text)
    return sentence.model_copy(update={"text": shortened(text, _LONGEST)})


def _quote(match: re.Match[str], *, limit: int) -> str:
    return f"“{shortened(match[1], limit)}”"


def _taken(options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    taken = [option for option in options if option.taken]
    ids = tuple(dict.fromkeys(found for option in taken for found in option.statements))
    if options and not taken:
        yield Sentence(text="As things stand, none of the moves in the case is taken.")
    elif taken:
        now = tuple(Change(party=option.party, option=option.id, taken=True) for option in taken)
        words = moves_words(now, {option.id: option for option in options}, names)
        rest = _rest(len(options) - len(taken))
        yield Sentence(text=f"Taken now – {words}. Not taken: {rest}.", statements=ids[:_EVIDENCE_SHOWN])


def _rest(count: int) -> str:
    return {0: "nothing", 1: "the other move"}.get(count, f"the other {count} moves")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _better(outcomes: Outcomes, options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    layer = outcomes.main_layer
    if not layer.better_for_all:
        yield Sentence(text=f"No other outcome is better for some party and worse for none {_UNDER[layer.name]}.")
        return
    first: OutcomeLine = layer.better_for_all[0]
    many = len(layer.better_for_all)
    count = str(many) if many < outcomes.shown else f"At least {many}"
    listed = "One outcome is" if many == 1 else f"{count} outcomes are"
    words = moves_words(first.changes, {option.id: option for option in options}, names)
    named = f": outcome {first.label}" if many == 1 else f"; the first is outcome {first.label}"
    yield Sentence(text=f"{listed} better for some party and worse for none{named}.")
    yield Sentence(text=f"Outcome {first.label} – {words}.", statements=first.statements[:_EVIDENCE_SHOWN])
    yield from map(_cut, first.in_the_way[:_REASONS_SHOWN])


def _deadlines(deadlines: Sequence[DeadlineLine], names: Names) -> Iterator[Sentence]:
    for deadline in deadlines[:_DEADLINES_SHOWN]:
        by = f", set by {names.all(deadline.by)}" if deadline.by else ""
        on = f"{names.all(deadline.on)}: " if deadline.on else ""
        yield Sentence(text=f"By {deadline.when}{by}: {on}{deadline.about}.", statements=deadline.statements)


def in_short(
    case: Case,
    parties: Sequence[PartyLine],
    options: Sequence[OptionLine],
    outcomes: Outcomes | None,
    *,
    deadlines: Sequence[DeadlineLine],
    names: Names,
) -> InShort:
    """Say the matter in a few sentences, each from computed figures or from the case's own words."""
    moves = [*(_better(outcomes, options, names) if outcomes else ()), *_deadlines(deadlines, names)]
    return InShort(
        about=tuple(_about(case, parties, options, names)),
        stands=tuple(_stands(outcomes, options, parties, names)),
        moves=tuple(moves),
    )
