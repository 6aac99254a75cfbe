"""Regions that only tell for whom somebody sits in the parliament of their state: "Senator X Y of Ohio".

The region takes no part in what the article tells there, and is not named by those words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.language.roles import Found
from dragoman.language.words import Words, word_set

__all__ = ["is_legislator", "without_constituencies"]

_BEHIND = frozenset({"of", "from"})
_LONGEST_NAME = 5


def is_legislator(words: Words, first: int) -> bool:
    """True where the name that begins at the word *first* has a title of those who sit for a place before it.

    >>> from dragoman.language.words import split
    >>> is_legislator(split("Rep. Ana Lopez of Iowa"), 2), is_legislator(split("Governor Ana Lopez of Iowa"), 1)
    (True, False)
    """
    before = first - 1 - (words.keys[first - 1 : first] == ["."])
    return before >= 0 and words.keys[before] in word_set("legislators") and words.joined(first)


def without_constituencies(words: Words, names: Sequence[Found], homes: Mapping[str, str]) -> list[Found]:
    """Return *names* without the regions behind a legislator's name, or behind that of somebody who serves their state.

    *homes* are the states of the regions.
    """
    ends = {name.stop: name for name in names if name.person}
    seats = {name.first: name.stop for name in names if _tells_seat(words, name, ends, homes)}
    kept = [name for name in names if name.first not in seats]
    return [replace(n, stop=seats.get(n.stop + 1, n.stop)) if n.person else n for n in kept]


def _tells_seat(words: Words, name: Found, ends: Mapping[int, Found], homes: Mapping[str, str]) -> bool:
    of = name.first - 1
    if name.person or of < 1 or words.keys[of] not in _BEHIND or name.sort not in {"region", "state"}:
        return False
    member = words.keys[of - 1] in word_set("legislators")
    person = ends.get(of)
    if name.sort == "region" and (member or (person is not None and person.party == homes.get(name.party))):
        return True
    first = person.first if person is not None else of - 1
    while person is None and first > max(0, of - _LONGEST_NAME) and words.capitalised(first - 1):
        first -= 1
    return words.capitalised(first) and is_legislator(words, first)
