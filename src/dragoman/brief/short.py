"""In short: what it is about, why it holds or is stuck, and what could move it, in a few plain sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import Field

from dragoman.brief.bargaining import DeadlineLine
from dragoman.brief.naming import Names, joined
from dragoman.brief.outcomes import Change, OutcomeLine, Outcomes
from dragoman.brief.record import Record, Sentence
from dragoman.brief.wants import OptionLine, PartyLine
from dragoman.case.case import Case

__all__ = ["InShort", "in_short"]

_MOVES_SHOWN = 6
_REASONS_SHOWN = 2
_EVIDENCE_SHOWN = 4
_DEADLINES_SHOWN = 2


class InShort(Record):
    """The first screen's sentences; each group may be empty where nothing can be said."""

    about: tuple[Sentence, ...] = Field(description="what this is about and who is at the table")
    stands: tuple[Sentence, ...] = Field(description="how things stand, whether that holds, and why")
    moves: tuple[Sentence, ...] = Field(description="what would be better for all, what stands in its way, deadlines")


def moves_words(changes: Sequence[Change], options: dict[str, OptionLine], names: Names) -> str:
    """Say who does what: ``Ruritania: reopen the strait and free the crew; Graustark: no longer keep its ban``."""
    by_party: dict[str, list[str]] = {}
    for change in changes[:_MOVES_SHOWN]:
        does = options[change.option].does
        by_party.setdefault(change.party, []).append(does if change.taken else f"no longer {does}")
    rest = len(changes) - _MOVES_SHOWN
    parts = [f"{names.of(party)}: {joined(moves)}" for party, moves in by_party.items()]
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
        text=f"{joined(party.name for party in parties)} {'is' if count == 1 else 'are'} at the table; "
        f"{len(options)} {'move is' if len(options) == 1 else 'moves are'} open to {'it' if count == 1 else 'them'}."
    )
    for option in options[:_REASONS_SHOWN]:
        asked = [cell for cell in option.cells if any(said.stance == "demand" for said in cell.stances)]
        if asked:
            who = names.all(cell.party for cell in asked)
            ids = tuple(found for cell in asked for said in cell.stances for found in said.statements)
            yield Sentence(
                text=f"Asked by {who}: {names.of(option.party)} to {option.does}.", statements=ids[:_EVIDENCE_SHOWN]
            )


def _stands(outcomes: Outcomes | None, options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    if outcomes is None:
        yield Sentence(text="No analysis was given, so nothing is said here of what holds.")
    else:
        layer = outcomes.main_layer
        yield Sentence(text=f"{layer.status_quo.verdict} ({layer.title}: {layer.lines} preference lines.)")
        yield from layer.status_quo.why[:_REASONS_SHOWN]
    yield from _taken(options, names)
    for sentence in outcomes.what_decides[:_REASONS_SHOWN] if outcomes else ():
        yield Sentence(text=sentence)


def _taken(options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    taken = [option for option in options if option.taken]
    ids = tuple(dict.fromkeys(found for option in taken for found in option.statements))
    if options and not taken:
        yield Sentence(text="As things stand, none of the moves in the case is taken.")
    elif taken:
        now = tuple(Change(party=option.party, option=option.id, taken=True) for option in taken)
        words = moves_words(now, {option.id: option for option in options}, names)
        yield Sentence(
            text=f"Taken now – {words}. Not taken: {_rest(len(options) - len(taken))}.",
            statements=ids[:_EVIDENCE_SHOWN],
        )


def _rest(count: int) -> str:
    return {0: "nothing", 1: "the other move"}.get(count, f"the other {count} moves")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _better(outcomes: Outcomes, options: Sequence[OptionLine], names: Names) -> Iterator[Sentence]:
    layer = outcomes.main_layer
    if not layer.better_for_all:
        yield Sentence(text=f"No other outcome is better for some party and worse for none ({_lower(layer.title)}).")
        return
    first: OutcomeLine = layer.better_for_all[0]
    many = len(layer.better_for_all)
    count = str(many) if many < outcomes.shown else f"At least {many}"
    listed = "One outcome is" if many == 1 else f"{count} outcomes are"
    words = moves_words(first.changes, {option.id: option for option in options}, names)
    named = f": outcome {first.label}" if many == 1 else f"; the first is outcome {first.label}"
    yield Sentence(text=f"{listed} better for some party and worse for none{named}.")
    yield Sentence(text=f"Outcome {first.label} – {words}.", statements=first.statements[:_EVIDENCE_SHOWN])
    yield from first.in_the_way[: _REASONS_SHOWN + 1]


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
        stands=tuple(_stands(outcomes, options, names)),
        moves=tuple(moves),
    )
