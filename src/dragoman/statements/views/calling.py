"""What somebody calls a thing: "described the offer as a trap", "which Oslo finds too costly"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.views.context import Held, ViewContext

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_calling"]

_BESIDE = {"acl:relcl", "acl", "appos", "case", "cc", "parataxis"}


def by_calling(ctx: ViewContext, token: Token) -> Iterator[Held]:
    """A verb that calls something by a name, behind "as" or right behind the thing."""
    if token.pos_ != "VERB" or (token.lemma_ == "call" and clauses.children(token, "compound:prt")):
        return
    name = _name(token, told=token.lemma_ in ctx.words["naming"])
    if name is None:
        return
    thing = next(
        (t for t in [*clauses.objects(token), *clauses.children(name, "compound")] if t not in {name, token}), None
    )
    start, end = stretches.phrase(
        name, without=[c for c in name.children if c.dep_ in {"case", "compound"} or c == token]
    )
    words = f"{_called(ctx, thing)} {ctx.between(start, end)}"
    owners = clauses.agents(token)[:1] if clauses.is_passive(token) else [clauses.subject(token)]
    for holder in (ids for owner in owners for ids in ctx.holders(owner)):
        yield Held(name, min(start, token.idx), end, holder, words, f"calling:{token.lemma_}", 0.5, thing=thing)


def _name(verb: Token, *, told: bool) -> Token | None:
    """What a thing is called; *told* where the verb needs no "as"."""
    behind = [c for c in verb.children if c.i > verb.i]
    likened = (
        c
        for c in behind
        if "as" in {clauses.preposition(c), clauses.marker(c)} and not clauses.children(c, *clauses.SUBJECTS)
    )
    named = [c for c in behind if c.dep_ == "xcomp" and c.tag_ != "VBG" and clauses.marker(c) != "to"]
    named += [c for c in behind if c.dep_ == "obj" and c.pos_ == "ADJ" and clauses.children(c, "compound")]
    named += [verb.head] if verb.dep_ == "acl:relcl" and verb.head.i > verb.i else []
    return next(likened, None) or (named[0] if told and named else None)


def _called(ctx: ViewContext, thing: Token | None) -> str:
    """The thing, with "is" or "are" behind it."""
    if thing is None or thing.tag_ in {"WDT", "WP"}:
        return "it is"
    words = ctx.between(*stretches.phrase(thing, without=[c for c in thing.children if c.dep_ in _BESIDE]))
    return f"{words} {'are' if thing.tag_ in {'NNS', 'NNPS'} or thing.lower_ == 'them' else 'is'}"
