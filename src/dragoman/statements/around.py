"""What an article tells of a party: whether the lists have it, where it is named, how it stands among the others."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from dragoman.language.mention import Sort
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.text import ReadText

__all__ = ["Around"]

_LAST = 9
"""The rank of whoever is hardly named."""


class Around:
    """The parties of one article, for weighing what was read in it."""

    def __init__(self, text: ReadText, cast: Cast) -> None:
        self._sort_of = text.names.sort_of
        self._sides = frozenset(cast.sides())
        self._ranks = {party: rank for rank, party in enumerate(cast.order[:_LAST])}
        self._places: dict[str, list[int]] = defaultdict(list)
        for mention in text.mentions:
            self._places[party_of(mention.party)].append(mention.start)

    def sort(self, party: str) -> Sort | None:
        """What sort of party it is, by the lists; None for whom only the article makes known."""
        return self._sort_of(party_of(party))

    def is_listed(self, party: str) -> bool:
        """Whether a list has it: whom only an article makes known is more often the wrong one."""
        return self.sort(party) is not None

    def is_side(self, party: str) -> bool:
        """Whether it is one of the two between which the conflict lies."""
        return party_of(party) in self._sides

    def rank(self, party: str) -> int:
        """How many are named more often, 9 at most."""
        return self._ranks.get(party_of(party), _LAST)

    def is_named(self, party: str, start: int, end: int) -> bool:
        """Whether its name begins in ``[start, end)``."""
        places = self._places.get(party_of(party), ())
        return bisect_left(places, start) < bisect_left(places, end)
