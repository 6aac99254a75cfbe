"""What somebody calls a thing: "described the offer as a trap", "which Oslo finds too costly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.views.context import Held, ViewContext

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_calling"]


def by_calling(ctx: ViewContext, token: Token) -> Iterator[Held]:
    """A verb that calls something by a name."""
    if token.pos_ != "VERB" or token.lemma_ not in ctx.words["calling"]:
        return
    name = _name(token)
    if name is None:
        return
    passive = clauses.is_passive(token)
    whose = clauses.agents(token)[:1] if passive else [clauses.subject(token)]
    things = [t for t in clauses.objects(token) if t != name]
    start, end = stretches.phrase(name)
    thing = "".join(f"{ctx.between(*stretches.phrase(t))} " for t in things[:1])
    for owner in whose:
        for holder in ctx.holders(owner):
            yield Held(
                name,
                min(start, token.idx),
                end,
                holder,
                thing + ctx.between(start, end),
                f"calling:{token.lemma_}",
                0.5,
                beside=tuple(things),
            )


def _name(verb: Token) -> Token | None:
    """What a thing is called: behind "as", or the second object."""
    behind = [c for c in verb.children if c.i > verb.i]
    for c in behind:
        if (clauses.preposition(c) or clauses.marker(c)) == "as":
            return c
    if verb.lemma_ in {
        "call",
        "find",
        "deem",
        "consider",
        "brand",
        "label",
        "declare",
        "term",
        "dub",
        "judge",
        "think",
    }:
        return next((c for c in behind if c.dep_ == "xcomp" and clauses.marker(c) != "to"), None)
    return None
