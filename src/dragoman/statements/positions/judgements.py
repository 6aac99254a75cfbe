"""Positions from what something is called: unacceptable, a red line, against which somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import described_before, taken_up
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_calling", "by_idiom", "by_judgement", "by_listing", "by_standing"]


def by_judgement(ctx: Context, token: Token) -> Iterator[Found]:
    """ "A longer list is unacceptable", said X."""
    lower = token.lower_
    stance = _judged().get(lower)
    if stance is None or clauses.is_negated(token):
        return
    under, speaker = clauses.subject(token), ctx.speaker(token)
    eyes = [c for c in clauses.prepositional(token, "for", "to") if ctx.actions.is_party(c)]
    holder = ctx.who.parties(eyes[0]) if eyes else speaker.parties
    if under is None or not holder or ctx.who.parties(under):
        dropped(token, f"judged:{lower}", "nobody known says so, or it is said of a party")
        return
    thing = ctx.actions.unwrap(under)
    action = ctx.actions.of(thing, default=ctx.actions.unnamed.of(thing, holder))
    if action:
        yield Found(holder, stance, action, token, f"judged:{lower}", 0.6, None, speaker)


@cache
def _judged() -> dict[str, Stance]:
    """What is wanted of a thing so called."""
    judged = lexicon("positions")["judged"]
    stances: tuple[Stance, ...] = ("demand", "oppose")
    return {word: stance for stance in stances for word in judged[stance]}


def by_idiom(ctx: Context, token: Token) -> Iterator[Found]:
    """ "A long extension is not on the table", said X."""
    if not any(c.dep_ == "cop" for c in token.children):
        return
    words = " ".join(t.lower_ for t in token.subtree if not t.is_quote)
    speaker = ctx.speaker(token)
    under = clauses.subject(token)
    for stance, phrases in ctx.words["idioms"].items():
        if under is not None and speaker.parties and any(phrase in words for phrase in phrases):
            action = ctx.actions.of(ctx.actions.unwrap(under))
            if action:
                action = replace(action, end=max(action.end, token.idx + len(token)))
                yield Found(speaker.parties, stance, action, token, "idiom", 0.6, None, speaker)
            return


def by_standing(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Tokyo is against any lifting of sanctions"."""
    if not any(c.dep_ == "cop" for c in noun.children):
        return
    lead = clauses.preposition(noun)
    for stance in ("oppose", "support"):
        if lead in ctx.words["standing"][stance]:
            turned = clauses.is_negated(noun)
            side: Stance = ("support" if stance == "oppose" else "oppose") if turned else stance
            action = ctx.actions.of(noun, phrase=True)
            if action is None:
                return
            for holder in ctx.who.each(clauses.subject(noun)):
                yield Found(holder, side, action, noun, f"standing:{lead}", 0.65, ctx.conditions.of(noun))


def by_calling(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "calls the dam a threat", "a demand that Beijing calls an infringement": opposed."""
    calling = ctx.words["calling"]
    if verb.pos_ != "VERB" or verb.lemma_ not in calling["verbs"] or clauses.is_negated(verb):
        return
    rest = [t.lemma_.lower() for t in verb.subtree if t.i > verb.i]
    if not {*calling["names"], *ctx.words["judged"]["oppose"]} & set(rest):
        return
    objects = clauses.objects(verb)
    described = clauses.antecedent(verb)
    names = {*calling["names"], *ctx.words["judged"]["oppose"]}
    if described and (objects[0].lemma_.lower() in names if objects else described[1] == "object"):
        objects = [described[0]]
    if not objects and verb.dep_ == "advcl:relcl" and (whole := described_before(ctx, verb)):
        for holder in ctx.holders(verb):
            yield Found(holder, "oppose", whole.action, verb, f"calling:{verb.lemma_}", 0.55)
    for head in objects[:1]:
        taken = taken_up(ctx, head) or (described_before(ctx, verb) if verb.dep_ == "acl:relcl" else None)
        if taken is None and ctx.actions.is_party(head):
            return
        action = taken.action if taken else ctx.actions.of(ctx.actions.unwrap(head))
        if action:
            for holder in ctx.holders(verb):
                yield Found(holder, "oppose", action, verb, f"calling:{verb.lemma_}", 0.55)


def by_listing(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "China's three conditions are the removal of tariffs, realistic targets and a balanced text"."""
    if noun.lemma_ not in ctx.words["listing"]["words"] or noun.dep_ != "nsubj":
        return
    holders = [ids for agent in clauses.agents(noun) for ids in ctx.who.each(agent)]
    if not any(c.dep_ == "cop" for c in noun.head.children):
        return
    for head in clauses.listed(noun.head):
        for holder in holders if head.pos_ != "ADJ" else ():
            action = ctx.actions.of(
                head, default=ctx.actions.unnamed.of(head, holder), phrase=head.pos_ in {"NOUN", "PROPN"}
            )
            if action:
                yield Found(holder, "demand", action, noun, f"listing:{noun.lemma_}", 0.6)
