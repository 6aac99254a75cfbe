"""Relative clauses of all, some or none of several things, made plain: ", neither of which Chad wants"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["how_many", "quantified"]

_FOUND = re.compile(
    r"(?<=[,—–-] )(?:all|both|neither|none|each|most|many|much|some|several|part|parts|half|few|two|three|four|five|"
    r"\d+|not one|the (?:first|second|third|last|latter|former)) of which"
    r"(?= (?:[A-Z]|(?:the|its|his|her|their|it|they|he|she|both|most|many|some) ))"
)


def quantified(text: str) -> list[tuple[int, int, str]]:
    """Character ranges of "neither of which" and the like before a subject, each with the one word to read for it.

    >>> text = "Mali offered a loan and a port, neither of which Chad wanted."
    >>> [(text[a:b], word) for a, b, word in quantified(text)]
    [('neither of which', 'which')]
    """
    return [(*found.span(), "which") for found in _FOUND.finditer(text)] if " of which " in text else []


def how_many(verb: Token) -> str:
    """How many of the things before its comma a relative clause is about, ``all``, ``neither``, ``first``; else empty.

    *verb* is the head of the clause.
    """
    if verb.dep_ != "acl:relcl":
        return ""
    first = verb.left_edge
    if first.is_punct:
        first = first.nbor()
    which = next((t for t in verb.doc[first.i + 2 : first.i + 4] if t.lower_ == "which"), None)
    return which.nbor(-2).lower_ if which is not None and which.nbor(-1).lower_ == "of" else ""
