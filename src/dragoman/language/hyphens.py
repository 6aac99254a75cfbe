"""Nouns written with a hyphen that are one word: "cease-fire", "sit-in"; a tokeniser cuts them in three."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.language.words import word_set

__all__ = ["hyphened_nouns", "joined"]

_PARTS = 3


@cache
def hyphened_nouns() -> frozenset[str]:
    """Nouns that are one word, hyphen and all.

    >>> "cease-fire" in hyphened_nouns()
    True
    """
    return word_set("hyphened") | word_set("written together")


def joined(words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """*words* of a text, with whether a blank follows each, so that a listed noun with a hyphen is one of them.

    >>> joined(["a", "cease", "-", "fire", "."], [True, False, False, False, False])
    (['a', 'cease-fire', '.'], [True, False, False])
    """
    listed = hyphened_nouns()
    found: list[str] = []
    blanks: list[bool] = []
    at = 0
    while at < len(words):
        last = at + _PARTS - 1
        whole = "".join(words[at : last + 1]) if last < len(words) and words[at + 1] == "-" else ""
        one = whole.lower().removesuffix("s") in listed and not any(spaces[at:last])
        found.append(whole if one else words[at])
        blanks.append(spaces[last if one else at])
        at = last + 1 if one else at + 1
    return found, blanks
