"""What somebody means to have another do: "is trying to persuade Slovakia to abstain", "plans to ask them to sign"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.positions.context import AGAINST, Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["made_to_act"]

_ASKED = {"call": "on", "appeal": "to", "plead": "with"}
"""Verbs of asking, and what stands before whoever is asked."""


def made_to_act(ctx: Context, found: Found) -> Found:
    """The stance as a demand on whoever is to be brought to act, where *found* tells of bringing him to it."""
    if found.stance in AGAINST:
        return _undergone(ctx, found)
    if not (same(found.action.doer, found.holder) or _is_his_own(found)):
        return found
    verb, objects = _causing(ctx, found.action.head)
    if verb is None or mood.is_negated(verb) or clauses.is_passive(verb):
        return found
    asked = ctx.who.parties(objects[0])
    task = _task(verb, objects[0])
    if task is None or not asked or same(asked, found.holder) or mood.is_negated(task) or task.lemma_ == "be":
        return found
    action = ctx.actions.of(task, doer=asked)
    return replace(found, stance="demand", action=action) if action else found


def _undergone(ctx: Context, found: Found) -> Found:
    """ "Saw no reason to be bound by a date": what is refused is to have that done to one."""
    action, verb = found.action, found.action.head
    over = verb.lemma_ in ctx.words["forcing"]["over"] and clauses.is_passive(verb)
    if not over or not same(action.doer, found.holder) or action.words.startswith("be "):
        return found
    end = stretches.phrase(verb, without=clauses.children(verb, "parataxis", "punct", "advcl"))[1]
    return replace(found, action=replace(action, words=f"be {ctx.text.article.text[verb.idx : end]}"))


def _is_his_own(found: Found) -> bool:
    """ "Both want to ask Brussels": nobody else is named who would."""
    first = clauses.first_conjunct(found.action.head)
    return found.action.inferred and first.dep_ == "xcomp" and not clauses.children(first.head, "obj", "iobj")


def _causing(ctx: Context, head: Token) -> tuple[Token | None, list[Token]]:
    """The verb of bringing somebody to act that an action is, or by which it is brought about, and its objects."""
    table = ctx.words["forcing"]
    for verb in (head, head.head):
        causing = verb.pos_ == "VERB" and any(verb.lemma_ in table[key] for key in ("verbs", "coaxing"))
        objects = clauses.children(verb, "obj", "iobj") if causing else []
        if verb.lemma_ in _ASKED:
            objects = clauses.prepositional(verb, _ASKED[verb.lemma_])
        if objects := [c for c in objects if c.i > verb.i]:
            return verb, objects
    return None, []


def _task(verb: Token, thing: Token) -> Token | None:
    """ "To drop the suit", "into dropping the suit": what stands behind the object."""
    below = [c for head in (verb, thing) for c in clauses.children(head, "xcomp", "advcl", "ccomp", "acl", "obl")]
    return next((c for c in below if c.i > thing.i and c.pos_ == "VERB" and _leads(c) & {"to", "into"}), None)


def _leads(verb: Token) -> set[str]:
    return {clauses.marker(verb), clauses.preposition(verb)}
