"""Votes that one pledges or denies: "would back a minority government", "will support the projects only if"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.positions.denial import is_denied
from dragoman.statements.positions.held import Held
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["own_vote"]

_HELPERS = {"will", "would", "could", "can"}


def own_vote(ctx: Context, held: Held, head: Token) -> Found | None:
    """What holders themselves would do, who say whom they would back, or what on a condition."""
    table, verb = ctx.words["governing"], held.token
    if verb.pos_ != "VERB" or verb.lemma_ not in table["verbs"] or not mood.modals(verb) & _HELPERS:
        return None
    hanging = ctx.conditions.of(verb, head)
    conditional = hanging is not None and hanging.type in {"only_if", "in_exchange_for", "after"}
    governing = head.lemma_ in table["words"] or ctx.actions.is_party(head)
    if head.pos_ not in {"NOUN", "PROPN"} or not (governing or conditional):
        return None
    action = ctx.actions.of(head, doer=held.holder, phrase=True)
    if action is None:
        return None
    against = verb.lemma_ == "vote" and clauses.preposition(head) == "against"
    lead = "vote for" if against else f"{verb.lemma_} {held.word.particle}".strip()
    stance: Stance = "refuse" if against or is_denied(ctx, verb) else "offer" if conditional else "promise"
    return held.found(
        replace(action, words=f"{lead} {action.words.removeprefix('for ').removeprefix('against ')}"),
        hanging,
        stance=stance,
    )
