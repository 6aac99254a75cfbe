"""Positions from a condition alone: "a visit was possible, provided that Iran dropped its threats", said X."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.positions.mirroring import mirrored
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_condition"]

_OPEN = {"will", "would", "can", "could", "may", "might", "cannot", "be to", "shall"}
_STRICT = ("only", "provid", "on condition", "on the", "as long", "so long", "unless", "with the", "if and only")
_SETTING = {
    "only", "provide", "provided", "providing", "condition", "understanding", "proviso", "long", "unless", "basis",
    "premise",
}  # fmt: skip
"""Words without one of which no sentence sets terms, but for what will not be before something else."""
_POSSIBLE = {"possible", "conceivable", "thinkable", "feasible", "imaginable", "impossible", "unthinkable"}


def by_condition(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Nothing would move unless Chad paid", said X: what a speaker makes a thing hang on, whatever it is."""
    if not clauses.is_clause(verb) or verb.dep_ in {"advcl", "acl"}:
        return
    negated = mood.is_negated(verb)
    if (not negated and verb.sent.words.isdisjoint(_SETTING)) or ctx.is_unreal(verb):
        return
    hanging = ctx.conditions.of(verb)
    if hanging is None or _is_told(ctx, hanging):
        return
    possible = bool(mood.modals(verb) & _OPEN) or verb.lemma_ in _POSSIBLE or hanging.type == "only_if"
    if not (_is_strict(ctx, hanging) or (negated and hanging.type == "before")) or not possible:
        return
    speaker = ctx.speaker(verb)
    doers = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
    holder = speaker.parties or doers
    if not holder or _is_bystander(ctx, holder):
        return
    stance: Stance = "refuse" if negated else "offer"
    default = ctx.actions.unnamed.by_thing(verb, holder) or holder
    action = ctx.actions.of(verb, doer=doers, default=default)
    if action:
        yield from mirrored(ctx, Found(holder, stance, action, verb, "condition", 0.6, hanging, speaker))


def _is_bystander(ctx: Context, holder: tuple[str, ...]) -> bool:
    """True for persons of no party: experts, who say what must come first but set no terms."""
    named = {m.party for m in ctx.text.mentions if m.sort != "person"}
    return all(":" not in p and not p.islower() and p not in named for p in holder)


def _is_told(ctx: Context, hanging: Hanging) -> bool:
    """Whether a stance read shortly before hung on the same words."""
    heads = {action.head for action in hanging.actions}
    near = ctx.latest[-8:]
    told = {action.head for found in near if found.hanging for action in found.hanging.actions}
    return bool(heads & (told | {found.action.head for found in near}))


def _is_strict(ctx: Context, hanging: Hanging) -> bool:
    """True for "only if", "provided that", "unless": terms that somebody sets, not mere circumstances."""
    return ctx.terms(hanging).startswith(_STRICT) or ctx.text.article.text[: hanging.start].endswith("only, ")
