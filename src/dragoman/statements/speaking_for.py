"""What speaks for or against parties that could be meant: where they come from, what the cast and the lists say."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dragoman.statements.around import Around
    from dragoman.statements.cast import Cast

__all__ = ["Asked", "SpeakingFor"]

Parties = tuple[str, ...]

_LOWEST = 6
"""Ranks by mentions are told apart down to this one."""
_MANY = 3
"""Parties are counted up to this many."""
_COMMON = 1 << 12
"""Names of features that are remembered, so that memory does not follow the articles."""


class Asked(NamedTuple):
    """What is known of a question whatever its answer."""

    known: Parties
    speaker: Parties
    about: str
    inferred: bool
    conditional: bool
    is_ruled: bool
    """Whether the rules have an answer."""


class _Standing(NamedTuple):
    """What the cast and the lists say of some parties."""

    many: int
    mediates: bool
    is_side: bool
    rank: int
    sorts: tuple[str, ...]


class SpeakingFor:
    """Names what is true of parties as answers in one article; how they stand in it is looked up once."""

    def __init__(self, around: Around, cast: Cast, *, is_forum: bool) -> None:
        self._around = around
        self._mediators = cast.mediators
        self._cast = (f"told {cast.is_told}", f"two sides {cast.has_two_sides()}", f"forum {is_forum}")
        self._standings: dict[Parties, _Standing] = {}

    def of(self, parties: Parties, origins: Collection[str], asked: Asked) -> frozenset[str]:
        """What is true of *parties*, who come from *origins*, as an answer to what is *asked*."""
        about, sure = asked.about, "inferred" if asked.inferred else "named"
        stands = "nobody" if not parties else "other" if set(parties).isdisjoint(asked.known) else "self"
        traits = (f"conditional {asked.conditional}", *self._cast, f"rules know {asked.is_ruled}")
        found = set(_of_rules("ruled" if "ruled" in origins else "not ruled", stands, about, sure, traits))
        for origin in origins:
            found.update(_of_origin(origin, stands, about, sure))
        found.update(_of_standing(stands, about, self._standing(parties), self._standing(asked.known)))
        if not set(parties).isdisjoint(asked.speaker):
            found.update(("is speaker", f"is speaker, {about}"))
        return frozenset(found)

    def _standing(self, parties: Parties) -> _Standing:
        known = self._standings.get(parties)
        if known is None:
            known = self._standings[parties] = _Standing(
                many=min(len(parties), _MANY),
                mediates=not self._mediators.isdisjoint(parties),
                is_side=any(map(self._around.is_side, parties)),
                rank=min([_LOWEST, *map(self._around.rank, parties)]),
                sorts=tuple(sorted({str(self._around.sort(party)) for party in parties})),
            )
        return known


@lru_cache(maxsize=_COMMON)
def _of_origin(origin: str, stands: str, about: str, sure: str) -> tuple[str, ...]:
    """What is told of where parties come from."""
    return (origin, f"{origin}, {stands}", f"{origin}, {about}", f"{origin}, {sure}")


@lru_cache(maxsize=_COMMON)
def _of_rules(by_rules: str, stands: str, about: str, sure: str, traits: tuple[str, ...]) -> tuple[str, ...]:
    """What is told of those that the rules take or do not take, by the *traits* of article and question."""
    ruled = f"{by_rules}, {stands}"
    told = (ruled, f"{ruled}, {sure}", f"{ruled}, {sure}, {about}", f"{stands}, {about}", f"{stands}, {traits[0]}")
    return (*told, *(f"{ruled}, {trait}" for trait in traits))


@lru_cache(maxsize=_COMMON)
def _of_standing(stands: str, about: str, one: _Standing, known: _Standing) -> tuple[str, ...]:
    """What is told of how parties stand in an article beside those that are known."""
    theirs = ", ".join(known.sorts)
    sorts = ((f"sort {sort}", f"sort {sort} beside {theirs}", f"sort {sort}, {about}") for sort in one.sorts)
    return (
        f"{stands}, {one.many} parties",
        f"{one.many} parties beside {known.many}",
        f"mediates {one.mediates} beside {known.mediates}",
        f"side {one.is_side} beside {known.is_side}",
        f"rank {one.rank}",
        f"{stands}, rank {one.rank}",
        *chain.from_iterable(sorts),
    )
