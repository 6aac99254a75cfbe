"""Spellings: the ways in which one and the same name of a person is written in Latin letters.

A list gives a name in one spelling. Newspapers write Mohammed also Mohamed or Muhammad, Sergei also Sergey, Abdel Aziz
also Abdulaziz, Kim Jong Un also Kim Jong-un, Schroeder also Schröder; all these are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import product

from dragoman.language.words import key

__all__ = ["family_spellings", "first_spellings", "spellings"]

_SPELLINGS = "spellings.txt"
_MOST = 120
"""A name of so many common words that it has more spellings than this keeps the listed one only."""
_SERVANT = ("abdel", "abdul")
"""First halves of names that are written as one word or as two."""
_SHORT_REST = 3
_UMLAUT = re.compile(r"(?i)(?<![aeiou])([aou])e(?=u?[bcdfghjklmnpqrstvwxz])")
_ENDINGS = (("skyy", "skiy", "skyi", "skii", "sky"), *((f"{v}yev", f"{v}ev") for v in "aio"))
"""Endings of Slavic and Central Asian family names that are one and the same; the longer before the shorter."""
_LONG = 5
"""From so many letters on "oe" is taken for "ö", and an ending for an ending."""


def spellings(words: tuple[str, ...], *, family_first: bool = False) -> Iterator[tuple[str, ...]]:
    """Yield the *words* of a full name, and then the same name in its other spellings.

    >>> list(spellings(("Tariq", "Aziz")))
    [('Tariq', 'Aziz'), ('Tarek', 'Aziz'), ('Tareq', 'Aziz'), ('Tarik', 'Aziz')]
    >>> list(spellings(("Kim", "Jong", "Un"), family_first=True))
    [('Kim', 'Jong', 'Un'), ('Kim', 'Jong', '-', 'un')]
    """
    yield words
    if family_first:
        if len(words) == 3 and words[2].istitle():
            yield (*words[:2], "-", words[2].lower())
        return
    choices = [_ways(word) for word in words]
    count = 1
    for choice in choices:
        count *= len(choice)
    if 1 < count <= _MOST:
        for chosen in product(*choices):
            found = tuple(part for way in chosen for part in way.split(" "))
            if found != words:
                yield found
    yield from _joined(words)


def first_spellings(first: str, second: str = "") -> set[str]:
    """Return the keys of the first words that a full name may have, from those of its first two.

    >>> sorted(first_spellings("abdel", "aziz"))
    ['abdel', 'abdelaziz', 'abdul', 'abdulaziz']
    """
    found = {first, *(key(way.partition(" ")[0]) for way in _ways(first)[1:])}
    if first in _SERVANT and second.isalpha():
        found |= {half + second for half in _SERVANT}
    return found


@lru_cache(maxsize=1 << 14)
def family_spellings(name: str) -> tuple[str, ...]:
    """Return the other spellings of one word that go for a family name alone, too.

    >>> family_spellings("Schaeuble"), family_spellings("Aliyev"), family_spellings("Noem")
    (('Schauble',), ('Aliev',), ())
    """
    if len(name) < _LONG:
        return ()
    found = {_UMLAUT.sub(r"\1", name)}
    for endings in _ENDINGS:
        here = next((ending for ending in endings if name.endswith(ending)), None)
        if here is not None:
            found |= {name[: -len(here)] + ending for ending in endings}
            break
    return tuple(sorted(found - {name}))


@lru_cache(maxsize=1 << 12)
def _ways(word: str) -> tuple[str, ...]:
    """The spellings of one word, the given one first; a blank parts two words."""
    here = key(word)
    ways = [word]
    for other in (*_groups().get(here, ()), *family_spellings(here)):
        ways.append(other.capitalize() if word[0].isupper() else other)
    for start in _SERVANT:
        rest = here[len(start) :]
        if here.startswith(start) and len(rest) >= _SHORT_REST:
            ways += [f"{half.capitalize()}{rest}" for half in _SERVANT if half != start]
            ways += [f"{half.capitalize()} {rest.capitalize()}" for half in _SERVANT]
    return tuple(dict.fromkeys(ways))


def _joined(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """ "Abdel Aziz Bouteflika" with its first two words as one."""
    if len(words) > 2 and key(words[0]) in _SERVANT and words[1].isalpha():
        for half in _SERVANT:
            yield (half.capitalize() + words[1].lower(), *words[2:])


@lru_cache(maxsize=1)
def _groups() -> dict[str, tuple[str, ...]]:
    text = files("dragoman.language").joinpath(_SPELLINGS).read_text(encoding="utf-8")
    groups = [line.split() for line in text.splitlines() if line and not line.startswith("#")]
    return {word: tuple(other for other in group if other != word) for group in groups for word in group}
