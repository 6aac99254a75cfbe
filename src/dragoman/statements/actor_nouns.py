"""Places in a text of common nouns for those who act, found before it is parsed: "the hauliers", "the coalition"."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.statements.lexicon import word_sets

__all__ = ["actor_nouns", "plural"]

_HISSING = ("s", "ch", "sh", "x")
_WORD = re.compile(r"\w+")


@lru_cache(maxsize=4)
def actor_nouns(text: str) -> tuple[int, ...]:
    """Where nouns for groups, bodies and people end: plurals, and single ones for bodies and for offices.

    >>> text = "Farmers, nervous about the frost, and the union wrote to members of parliament."
    >>> [text[:end].split()[-1] for end in actor_nouns(text)]
    ['Farmers', 'union', 'members']
    """
    nouns = _nouns()
    return tuple(word.end() for word in _WORD.finditer(text) if word[0] in nouns)


@cache
def _nouns() -> frozenset[str]:
    nouns = word_sets("nouns")
    several = {plural(noun) for noun in nouns["groups"] | nouns["kinds"] | nouns["people"]}
    several.add("police")
    return frozenset({*several, *(noun.capitalize() for noun in several), *nouns["bodies"], *nouns["one"]})


def plural(noun: str) -> str:
    """The plural of a noun for people.

    >>> plural("party"), plural("fisherman"), plural("coach")
    ('parties', 'fishermen', 'coaches')
    """
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun[:-3] + "men" if noun.endswith("man") else noun + ("es" if noun.endswith(_HISSING) else "s")
