"""Questions of how much: a step that some want in part and others wholly, as a scale with each party's place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from dragoman.case.ask import Ask
from dragoman.case.case import Issue, IssuePlace, Option
from dragoman.case.moves import Move

__all__ = ["issues_of"]

_NOTHING: Final = 0.0
_PART: Final = 50.0
_ALL: Final = 100.0
_FEWEST_PLACES: Final = 3
_MOST_EVIDENCE: Final = 12


def issues_of(moves: Iterable[Move], options: Mapping[str, Option], parties: Collection[str]) -> dict[str, Issue]:
    """Return an issue for each of *moves* that is told apart by level: from none of it (0), over a part (50), to all.

    A party's place is the mean of what it says, the firmer counting more: a refusal, with terms or without, stands for
    none; a wish without a level for anything from a part up. Salience and influence stay open, for words do not give
    them. An issue needs three parties' places, not all the same.
    """
    found: dict[str, Issue] = {}
    for move in moves:
        if len(move.options) < 2:
            continue
        places = _places(move, parties)
        if len(places) < _FEWEST_PLACES or len({place.position for place in places.values()}) < 2:
            continue
        part, whole = options[move.options["partial"]].does, options[move.options["full"]].does
        name = _named(whole)
        scale = {_NOTHING: f"no step to {name}", _PART: part, _ALL: whole}
        found[name if name not in found else f"{name} ({move.doer})"] = Issue(scale=scale, places=places)
    return found


def _named(whole: str) -> str:
    return whole.removesuffix(", all or most")


def _places(move: Move, parties: Collection[str]) -> dict[str, IssuePlace]:
    said: dict[str, list[tuple[float, Ask]]] = defaultdict(list)
    for ask in move.asks:
        if ask.holder in parties:
            said[ask.holder].append((_place(move, ask), ask))
    return {party: _mean(said[party]) for party in parties if party in said}


def _place(move: Move, ask: Ask) -> float:
    levels = {mention.meaning.level for mention in ask.mentions if mention in move.mentions}
    if not move.favours(ask):
        return _PART if levels == {"full"} and not ask.own else _NOTHING
    if "full" in levels:
        return _ALL
    return _PART if "partial" in levels else (_PART + _ALL) / 2


def _mean(said: Sequence[tuple[float, Ask]]) -> IssuePlace:
    weight = sum(ask.weight for _, ask in said)
    mean = sum(place * ask.weight for place, ask in said) / weight if weight else _PART
    several = len({place for place, _ in said}) > 1
    return IssuePlace(
        position=float(round(mean)),
        evidence=tuple(sorted({ask.statement for _, ask in said}))[:_MOST_EVIDENCE],
        note="the mean of several statements that differ" if several else None,
    )
