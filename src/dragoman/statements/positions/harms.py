"""Deeds that harm whoever they are aimed at, by which one threatens: "would recall its ambassador if"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Context, Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BOUND", "is_threatened", "promises_harm"]

BOUND = ("as long", "so long", "long as", "provid", "on condition", "on the condition", "only")
"""How terms begin that the holder sets: what they name is wanted, even of one who threatens."""
_CHARGES = {"complaint", "lawsuit", "suit", "threat", "objection", "veto", "claim", "case", "charge", "demand"}
"""What one gives in by withdrawing it, and does no harm."""
_VOWING = {"vow", "swear", "pledge", "promise", "determined"}
"""Words by which one promises harm."""


def _is_harm(ctx: Context, deed: Token) -> bool:
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
    return _is_harm(ctx, deed)


def promises_harm(ctx: Context, found: Found) -> bool:
    """ "Vowed to go to court if it got more time": a promise of harm is a threat."""
    harms, head = ctx.words["harms"], found.action.head
    if head.lemma_ in {"withdraw", "drop"} and any(t.lemma_ in _CHARGES for t in clauses.objects(head)):
        return False
    if head.lemma_ == "strike" and any(ctx.actions.unnamed.is_joint(t) for t in clauses.objects(head)):
        return False
    if found.rule.startswith("modal") and _is_harm(ctx, head):
        return found.stance in {"offer", "promise"}
    if found.stance != "promise" or found.rule.split(":")[-1] not in _VOWING:
        return False
    return head.lemma_ in harms["verbs"] or any(t.lemma_ in harms["courts"] for t in clauses.prepositional(head, "to"))
