"""Positions from "would rather": what is wished, and what behind "than" is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.positions.auxiliaries import told
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.preferring import spurned
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_rather", "rather_that"]


def rather_that(ctx: Context, verb: Token) -> Found | None:
    """ "Australia would rather the matter were put off": the first of two subjects is whose wish it is."""
    rather = next((c for c in clauses.children(verb, "advmod") if c.lower_ in {"rather", "sooner"}), None)
    under = [c for c in clauses.children(verb, "nsubj", "nsubj:pass") if c.i < verb.i]
    if rather is None or len(under) != 2 or not under[0].i < rather.i < under[1].i:
        return None
    holder = ctx.who.parties(under[0])
    doers = ctx.who.parties(under[1]) if not clauses.is_passive(verb) else ()
    action = ctx.actions.of(verb, doer=doers, default=ctx.actions.unnamed.of(verb, holder)) if holder else None
    if action is None:
        return None
    own = {t.text for t in under[0].subtree}
    action = replace(action, words=" ".join(w for w in action.words.split() if w not in own))
    return Found(holder, "support", action, verb, "modal:rather", 0.55)


def by_rather(ctx: Context, verb: Token, doers: tuple[str, ...], speaker: Attribution) -> Iterator[Found]:
    """ "would rather resign than sign": what stands after "than" is refused."""
    if mood.is_negated(verb):
        yield from told(ctx, verb, "refuse", doers, doers, None, speaker, "rather not", 0.6)
        return
    for token in verb.subtree:
        if clauses.marker(token) == "than" or clauses.preposition(token) == "than":
            action = spurned(ctx, token, doers)
            action = replace(action, words=action.words.removeprefix("than ")) if action else None
            if action and doers:
                if token.pos_ != "NUM":
                    side: Stance = "refuse" if same(action.doer, doers) else "oppose"
                    yield Found(doers, side, action, verb, "rather", 0.6, None, speaker)
                yield from _preferred(ctx, verb, token, doers, speaker)
            return
    seen = _seen(verb) if verb.lemma_ in {"see", "have"} else []
    if seen and (action := ctx.actions.of(seen[0], default=ctx.actions.unnamed.of(seen[0], doers))):
        yield Found(doers, "demand", action, verb, "rather", 0.55, None, speaker)
        return
    yield from told(ctx, verb, "support", doers, doers, None, speaker, "rather", 0.55)


def _seen(verb: Token) -> list[Token]:
    """ "Would rather see it reformed", "would rather see a fund set up": what one would see done."""
    below = [c for o in [verb, *clauses.children(verb, "obj")] for c in clauses.children(o, "xcomp", "acl")]
    return clauses.children(verb, "ccomp") + [c for c in below if c.tag_ == "VBN" and not clauses.marker(c)]


def _preferred(
    ctx: Context, verb: Token, other: Token, doers: tuple[str, ...], speaker: Attribution
) -> Iterator[Found]:
    """ "Would rather have a treaty than guidelines": the treaty, not what one would do out of defiance."""
    seen = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.tag_ in {"VBN", "VB"} and verb.i < c.i < other.i]
    if seen and verb.lemma_ in {"see", "have"} and not clauses.marker(seen[0]):
        action = ctx.actions.of(seen[0])
        if action:
            yield Found(doers, "support", action, verb, "rather", 0.5, None, speaker)
        return
    wished = [c for c in clauses.children(verb, "obj") if c != other and c.i < other.i]
    action = ctx.actions.of(wished[0], phrase=True) if wished and verb.lemma_ in {"have", "see", "get"} else None
    if action:
        action = replace(action, words=action.words.split(" than ")[0])
        yield Found(doers, "support", action, verb, "rather", 0.5, None, speaker)
