"""Positions from exchanges and accords: what is given for what, and what a text binds a party to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.positions.drafts import owners_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_accord", "by_exchange", "package"]


def by_exchange(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Iran would mothball its centrifuges in exchange for relief": an offer, and a demand."""
    if not clauses.is_clause(verb) or not mood.modals(verb) & {"will", "would", "could"}:
        return
    hanging = ctx.conditions.of(verb)
    doers = ctx.who.parties(clauses.subject(verb))
    if hanging is None or hanging.type != "in_exchange_for" or not doers or ctx.is_unreal(verb):
        return
    if ctx.was_read(verb):
        return
    action = ctx.actions.of(verb, doer=doers)
    if action:
        yield Found(doers, "offer", action, verb, "exchange", 0.6, hanging)


def by_accord(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Under the accord, the rebels are to disarm": what a text binds a party to."""
    modals = mood.modals(verb)
    if not modals & {"will", "would", "be to", "must", "shall"} or mood.is_negated(verb) or ctx.is_unreal(verb):
        return
    outer = [verb, *verb.ancestors]
    under = [text for v in outer for c in _leading(v) if (text := _text(ctx, c)) is not None]
    back = [
        c
        for c in verb.children
        if c.lower_ in {"return", "exchange"}
        and clauses.preposition(c) == "in"
        and all(g.i < c.i or g.is_punct for g in c.children)
    ]
    doers = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
    if not doers and under:
        yield from _of_things(ctx, verb, under[0])
    if not doers or not (under or back):
        return
    action = ctx.actions.of(verb, doer=doers)
    hanging = ctx.conditions.of(verb)
    if back and ctx.latest:
        last = ctx.latest[-1].action
        hanging = Hanging("in_exchange_for", [last], last.start, last.end)
    owners = [p for c in under for agent in _authors(ctx, c) for p in ctx.who.parties(agent)]
    owners = owners or [p for c in under for ids in owners_of(ctx, c) for p in ids]
    if action and owners and not same(tuple(owners), doers):
        yield Found(tuple(owners), "support", action, verb, "accord", 0.5, hanging)
    elif action:
        yield Found(doers, "promise", action, verb, "accord", 0.55, hanging)


def _of_things(ctx: Context, verb: Token, text: Token) -> Iterator[Found]:
    """ "Under the offer, made by the firms, pay would go up": what a text would bring, where its author is known."""
    owners = [ids for agent in _authors(ctx, text) for ids in ctx.who.each(agent)] or owners_of(ctx, text)
    unnamed = ctx.actions.unnamed
    for owner in owners:
        offered = text.lemma_ == "offer"
        default = owner if offered else unnamed.by_thing(verb, owner) or unnamed.between()
        action = ctx.actions.of(verb, default=default)
        if action and verb.pos_ == "VERB":
            yield Found(owner, "offer" if offered else "support", action, verb, "accord", 0.5)


def _leading(verb: Token) -> list[Token]:
    """What a clause rests on: "under the accord", "according to the draft", "a truce during which"."""
    relative = [c for c in clauses.prepositional(verb, "during", "in", "by", "through") if c.tag_ == "WDT"]
    return [*clauses.prepositional(verb, "under", "according to", "as part of", "in line with"), *relative]


def _authors(ctx: Context, text: Token) -> list[Token]:
    """Whose plan it is: "a plan by Brazil", "Brazil has floated a plan"."""
    found = clauses.agents(text)
    if not found and text.dep_ == "obj" and text.head.lemma_ in ctx.words["authoring"]["words"]:
        author = clauses.subject(text.head)
        found = [author] if author is not None else []
    return found


def _text(ctx: Context, noun: Token) -> Token | None:
    """The accord or plan that a phrase with "under" names, or that its "it" or "which" stands for."""
    binding = ctx.words["binding"]["words"]
    if noun.lemma_ in binding:
        return noun
    if noun.lower_ not in {"it", "this", "which"}:
        return None
    reach = noun.doc[max(0, noun.sent.start - 40) : noun.i]
    return next((near for near in reversed(reach) if near.pos_ == "NOUN" and near.lemma_ in binding), None)


def package(ctx: Context, found: Found, noun: Token) -> Found | None:
    """Refusing an offer of X in exchange for Y is refusing to give Y for it."""
    hanging = found.hanging
    offered = noun.lemma_ in ctx.words["containers"]["offering"]
    if found.stance not in AGAINST or hanging is None or hanging.type != "in_exchange_for" or not offered:
        return None
    given = hanging.actions[0]
    mirrored = Hanging("in_exchange_for", [found.action], found.action.start, found.action.end)
    return replace(found, stance="refuse", action=replace(given, doer=given.doer or found.holder), hanging=mirrored)
