"""Positions from what is said to last: "sanctions will stay until the North disarms"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.attribution import Attribution
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.mirroring import undone

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_lasting", "is_lasting"]


def is_lasting(ctx: Context, verb: Token) -> bool:
    """ "The ban will stay", but not "we will hold our fire"."""
    return verb.lemma_ in ctx.words["lasting"]["words"] and not clauses.children(verb, "obj", "xcomp")


def by_lasting(ctx: Context, verb: Token, hanging: Hanging | None, speaker: Attribution) -> Iterator[Found]:
    """ "Sanctions will stay until the North disarms", said X: a demand for what would end them."""
    if not speaker.parties:
        return
    under = clauses.subject(verb)
    if under is not None and under.lemma_ in ctx.words["burdens"]["words"]:
        action = ctx.actions.of(under, default=speaker.parties)
        if action:
            action = replace(
                action, words=f"lift {action.words}", doer=speaker.parties, end=max(action.end, verb.idx + len(verb))
            )
            yield Found(speaker.parties, "refuse", action, verb, "lasting", 0.55, hanging, speaker)
    if hanging is None or hanging.type not in {"before", "unless", "only_if"}:
        return
    for told in hanging.actions:
        action = undone(ctx, told) or told
        doer = action.doer or ctx.actions.unnamed.of(action.head, speaker.parties)
        if hanging.type == "only_if" and action is told and _is_bad(ctx, told, hanging):
            continue
        if not same(doer, speaker.parties):
            yield Found(
                speaker.parties, "demand", replace(action, doer=doer), action.head, "lasting", 0.55, None, speaker
            )


def _is_bad(ctx: Context, action: Action, hanging: Hanging) -> bool:
    """ "Will stay as long as they shell the town": what lasts while somebody does a thing is no call for it."""
    words = ctx.text.article.text[hanging.start : hanging.end].lower()
    return "as long as" in words and not mood.is_negated(action.head)
