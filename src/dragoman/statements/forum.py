"""Talks of many: the collective that a conference or a treaty is of, where an article has no two sides."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.statements.cast import Cast
    from dragoman.statements.text import ReadText

__all__ = ["COLLECTIVE", "collective"]

COLLECTIVE = frozenset({"country", "nation", "government", "delegate", "negotiator", "delegation", "member", "party"})
"""Lemmas of words that, bare, stand for all who take part."""
_ALL = "countries"
_MANY = re.compile(
    r"\b(?:[3-9]\d|1\d\d|dozens of|scores of) (?:[a-z]+ )?"
    r"(?:countries|nations|governments|states|members|delegations|parties|signatories)\b",
    re.IGNORECASE,
)
_ASSEMBLED = re.compile(
    r"\b(?:delegates|delegations|plenary|consensus|convention|treaty talks|treaty|conference|multilateral|signatories"
    r"|negotiating committee|secretariat|ministerial|working group|chair|observers|square brackets|session)\b",
    re.IGNORECASE,
)
_FORUMS = {"COP parties": "COP parties", "WTO": "WTO members"}
_CHIEF = 5
"""Parties most spoken of, among which a forum is one that the article is about."""
_ENOUGH = 3
"""Words of assemblies from which on an article tells of one."""


def collective(text: ReadText, cast: Cast) -> tuple[str, ...]:
    """Who takes part in talks of many, under one id; nobody where the talks are of two sides.

    A conference named in the article gives its own name to its members; others are "countries".
    """
    words = {found.lower() for found in _ASSEMBLED.findall(text.article.text)}
    many = bool(_MANY.search(text.article.text))
    known = [party for party in cast.by_name[:_CHIEF] if party in _FORUMS]
    if len(words) + bool(known) < _ENOUGH or not (known or many) or cast.is_told:
        return ()
    return (_FORUMS[known[0]] if known else _ALL,)
