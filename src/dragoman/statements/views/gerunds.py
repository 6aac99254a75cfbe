"""What somebody denies or fears in a gerund or a noun: "denies having backed down", "fears losing its port"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.views.context import Held, ViewContext

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_gerund"]

_NOT = {"deny": "not "}
_TOLD = {"xcomp", "ccomp", "advcl", "obj"}


def by_gerund(ctx: ViewContext, token: Token) -> Iterator[Held]:
    """A gerund, or a noun, behind a verb of denying or fearing; clauses with "that" are reports."""
    if token.pos_ != "VERB" or clauses.is_passive(token):
        return
    nouns = ctx.words["gerunds"][token.lemma_]
    things = [c for c in token.children if c.i > token.i and c.dep_ in _TOLD]
    thing = next((c for c in things if c.tag_ == "VBG" or c.lemma_ in nouns), None)
    if thing is None:
        return
    _, end = stretches.phrase(thing)
    words = _NOT.get(token.lemma_, "") + ctx.between(*stretches.phrase(thing))
    for holder in ctx.holders(clauses.subject(token)):
        yield Held(thing, token.idx, end, holder, words, f"gerund:{token.lemma_}", 0.5)
