"""Subjects behind a series that opens the sentence: "After delays, threats and a strike, Kenya and Uganda agreed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["names_behind_series"]

_LEADING = {"after", "despite", "amid", "following", "with", "without", "during", "through", "in", "under", "before"}
_WITHIN = {",", "and", "the"}
"""What stands within a run of names."""


@at(tags=FINITE, bearing=True)
def names_behind_series(token: Token) -> None:
    """ "After weeks of threats and a long strike, Chad and Mali agreed": a series that has had its "and" is over."""
    start = token.sent.start
    under = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    if not under or token.doc[start].lower_ not in _LEADING:
        return
    names = _names_before(token)
    if not names or names[0].left_edge.i - 1 <= start or under == names[:1]:
        return
    comma = names[0].i - 1 if token.doc[names[0].i - 1].text == "," else names[0].i - 2
    if token.doc[comma].text != "," or not any(t.lower_ == "and" for t in token.doc[start:comma]):
        return
    first = names[0].head if names[0].dep_ == "flat" and names[0].head in names else names[0]
    if any(c.i > comma and c not in names for c in under) or first is token or token in {*first.subtree}:
        return
    for noun in under:
        if noun.i < comma:
            noun.hang(token, "obl")
    for mark in clauses.children(token, "mark"):
        mark.hang(under[0] if mark.i < comma and under[0].i < comma else token, "mark")
    first.hang(token, "nsubj")
    for name in names:
        if name is not first and name.head not in names:
            name.hang(first, "conj")


def _names_before(verb: Token) -> list[Token]:
    """The names that stand before a verb, back to the comma that opens their run."""
    doc, at = verb.doc, verb.i - 1
    while at > verb.sent.start and doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    last = at
    while at > verb.sent.start and (doc[at].pos_ == "PROPN" or doc[at].lower_ in _WITHIN):
        at -= 1
    names = [t for t in doc[at + 1 : last + 1] if t.pos_ == "PROPN"]
    return names if doc[last].pos_ == "PROPN" else []
