"""Deeds that harm whoever they are aimed at, by which one threatens: "would recall its ambassador if"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Context

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BOUND", "is_harm", "is_threatened"]

BOUND = ("as long", "so long", "long as", "provid", "on condition", "on the condition", "only")
"""How terms begin that the holder sets: what they name is wanted, even of one who threatens."""


def is_harm(ctx: Context, deed: Token) -> bool:
    """Whether *deed* is done to hurt: "retaliate", "impose sanctions", "cut off aid"."""
    table = ctx.words["harms"]
    if deed.lemma_ in table["plain"]:
        return True
    done_to = {thing.lemma_ for thing in clauses.objects(deed)}
    return any(deed.lemma_ in each["verbs"] and not done_to.isdisjoint(each["things"]) for each in table["with"])


def is_threatened(ctx: Context, deed: Token, hanging: Hanging | None) -> bool:
    """ "Will retaliate if they are imposed": a harm that follows on what another might do is no offer."""
    if hanging is None or hanging.type not in {"only_if", "after"} or ctx.terms(hanging).startswith(BOUND):
        return False
    return is_harm(ctx, deed)
