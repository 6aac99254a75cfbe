"""Places in a text of common nouns for those who act, found before it is parsed: "the hauliers", "the coalition"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.statements.lexicon import word_sets

__all__ = ["actor_nouns"]

_HISSING = ("s", "ch", "sh", "x")


def actor_nouns(text: str) -> list[int]:
    """Where nouns for groups, bodies and people end: plurals, and single ones for bodies and for offices.

    >>> text = "Farmers, nervous about the frost, and the union wrote to members of parliament."
    >>> [text[:end].split()[-1] for end in actor_nouns(text)]
    ['Farmers', 'union', 'members']
    """
    return [noun.end() for noun in _nouns().finditer(text)]


@cache
def _nouns() -> re.Pattern[str]:
    nouns = word_sets("nouns")
    several = {_plural(noun) for noun in nouns["groups"] | nouns["kinds"] | nouns["people"]}
    opening = {noun.capitalize() for noun in several}
    words = "|".join(sorted(several | opening | nouns["bodies"] | nouns["one"]))
    return re.compile(rf"\b(?:{words})\b")


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun[:-3] + "men" if noun.endswith("man") else noun + ("es" if noun.endswith(_HISSING) else "s")
