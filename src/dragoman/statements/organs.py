"""What tells one part of a government from others: "the health ministry", "the Ministry of Health"."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["task_of", "telling_words"]

_LATER = {"later", "earlier"}
"""What belongs to the day before an organ: "six days later parliament refused"."""


def telling_words(organ: Token) -> list[str]:
    """The words before *organ* that say which it is."""
    beside = clauses.children(organ, "amod", "compound", "flat")
    return [word.lower_ for word in beside if word.lower_ not in _LATER]


def task_of(organ: Token, named: Container[int]) -> list[Token]:
    """The health of "the Ministry of Health": what *organ* is for, no word of it being one of those *named*."""
    nouns = word_sets("nouns")
    of = clauses.children(organ, "nmod")
    if len(of) != 1 or clauses.preposition(of[0]) != "of" or organ.lower_ not in nouns["organs of tasks"]:
        return []
    words = [t for t in of[0].subtree if t.pos_ in {"NOUN", "PROPN", "ADJ"}]
    tasks = nouns["organ words"] | nouns["tasks"]
    return of if words and all(t.lower_ in tasks and t.i not in named for t in words) else []
