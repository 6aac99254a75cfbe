"""Who is named as the one that somebody does something to, and so is not the one who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["dealt_with"]

_PLACES = {"in", "from", "at"}


def dealt_with(noun: Token, text: ReadText) -> set[str]:
    """The parties that *noun* does something to: "the ministry urged Kabul" is no Afghan one."""
    on = clauses.children(noun.head, "obj", "iobj", "obl") if noun.dep_ == "nsubj" else []
    return {m.party for c in on if clauses.preposition(c) not in _PLACES for m in text.at.get(c.i, ())}
