"""The mention: a place in a text that names a party."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["BODIES", "STATES", "Basis", "Mention", "Sort"]

Sort = Literal[
    "state", "demonym", "capital", "seat", "organisation", "company", "bloc", "agency", "movement", "region", "person",
    "role", "group",
]  # fmt: skip
Basis = Literal["list", "article"]
STATES: Final[frozenset[Sort]] = frozenset({"state", "demonym", "capital", "seat"})
"""Sorts of names that stand for a state."""
BODIES: Final[frozenset[Sort]] = frozenset({"organisation", "company", "bloc", "movement"})
"""Sorts of names that stand for a body of its own."""


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A place in a text that names a party, a person of it, or somebody by his role in it.

    Attributes
    ----------
    start, end : int
        Code points into the text, half open; without article, possessive or title.
    party : str
        Id of the party: ``PRK``, ``EU``, ``FARC``; for a person whom nothing places, his own name.
    person : str or None
        Full name of the person meant.
    part : str or None
        What part of the party is meant, where it may go its own way: ``Congress``, ``hardliners``.
    sort : str
        What sort of name it is. A ``role`` ("the Iranian foreign minister", "officials in Tokyo") may enclose others;
        a ``group`` ("bondholders") is found only once an article is parsed.
    basis : str
        ``list`` where a list has the name; ``article`` where only this article tells what it means.
    place : bool
        True where a preposition of place stands before: "in Tehran" is more likely the town than the government.

    >>> Mention(0, 3, party="PRK", sort="person", person="Kim Jong Un").id
    'PRK:Kim Jong Un'
    """

    start: int
    end: int
    party: str
    sort: Sort
    person: str | None = None
    part: str | None = None
    basis: Basis = "list"
    place: bool = False

    @property
    def id(self) -> str:
        """The party, with the person or part after a colon where there is one."""
        inner = self.person or self.part
        return f"{self.party}:{inner}" if inner and inner != self.party else self.party
