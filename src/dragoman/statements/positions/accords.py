"""Positions from the terms of an accord, which bind those who made it, and from terms put without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.positions.asking import beside
from dragoman.statements.positions.context import Context, Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_bare_terms", "by_terms"]

_OPENING = {"without", "until", "unless", "before", "till"}
_ENDING = {"end", "avert", "stop", "halt", "settle", "avoid", "save", "break", "close", "resolve", "prevent", "delay"}
"""What the making of an accord does at once to a strike, a war or a crisis."""
_SIDES = ("between", "among", "by")


def by_terms(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Reached a pact to share the catch", "signed an accord that scraps duties": promises of its makers."""
    noun = _accord(ctx, verb)
    if verb.dep_ not in {"acl", "acl:relcl", "advcl"} or noun.lemma_ not in ctx.words["terms of"]["words"]:
        return
    if verb.pos_ != "VERB" or clauses.is_passive(verb) or mood.is_negated(verb) or ctx.was_read(verb):
        return
    told = clauses.antecedent(verb) if verb.dep_ == "acl:relcl" else None
    if verb.dep_ == "acl:relcl" and (told is None or told[1] != "subject"):
        return
    if _is_over(verb):
        return
    if verb.lemma_ not in ctx.words["terms of"]["verbs"] or (verb.dep_ != "acl:relcl" and clauses.marker(verb) != "to"):
        return
    makers = [] if any(c.lower_ == "no" for c in noun.children) else _makers(ctx, noun)
    together = tuple(party for ids in makers for party in ids)
    action = ctx.actions.of(verb, doer=together) if together else None
    if action:
        yield from (Found(maker, "promise", action, verb, "terms", 0.5, ctx.conditions.of(verb)) for maker in makers)


def _is_over(verb: Token) -> bool:
    """ "Under the deal that ended that strike": what the accord has done already binds nobody."""
    return verb.dep_ == "acl:relcl" and verb.tag_ == "VBD" and verb.lemma_ in _ENDING


def _accord(ctx: Context, verb: Token) -> Token:
    """What *verb* tells the terms of: the noun it hangs from, or the object of the signing behind which it stands."""
    making = verb.head
    if verb.dep_ != "advcl" or making.lemma_ not in ctx.words["terms of"]["making"]:
        return making
    made = [c for c in clauses.children(making, "obj") if c.lemma_ in ctx.words["terms of"]["words"] and c.i < verb.i]
    return made[0] if made else making


def _makers(ctx: Context, noun: Token) -> list[tuple[str, ...]]:
    """Who signed or reached an accord: the subject of the making, or those it is "between"."""
    making = clauses.first_conjunct(noun).head
    sides = [ids for side in clauses.prepositional(noun, *_SIDES) for ids in ctx.who.each(side)]
    if sides:
        return sides
    if making.lemma_ not in ctx.words["terms of"]["making"] or mood.is_negated(making) or ctx.is_unreal(making):
        return []
    if clauses.is_passive(making):
        return [ids for agent in clauses.agents(making) for ids in ctx.who.each(agent)]
    return ctx.who.each(clauses.subject(making)) if noun.dep_ in {"obj", "obl"} else []


@beside("no")
def by_bare_terms(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "No deal without fishing rights", said X; "no talks until they leave": a refusal without a verb."""
    if noun.pos_ != "NOUN":
        return
    first = noun.left_edge
    while first.is_punct and first.i < noun.i:
        first = first.nbor()
    if first.lower_ != "no" or first.head != noun or not _stands_alone(noun):
        return
    speaker = _speaker(ctx, noun)
    hanging = ctx.conditions.of(noun)
    action = ctx.actions.of(noun, default=speaker.parties, phrase=True) if speaker.parties and hanging else None
    if action:
        opened = re.split(rf" (?:{'|'.join(sorted(_OPENING))}) ", action.words)
        action = replace(action, words=opened[0].removeprefix("no "))
        yield Found(speaker.parties, "refuse", action, noun, "bare terms", 0.55, hanging, speaker)


def _speaker(ctx: Context, noun: Token) -> Attribution:
    """Who says it, also where what is said was taken for a second subject of the saying."""
    speaker = ctx.speaker(noun)
    others = [c for c in clauses.children(noun.head, "nsubj") if c.i > noun.i and speaker.verb == noun.head]
    if not others and noun.dep_ == "nsubj" and ctx.attributions.is_saying(noun.head):
        others = [c for c in clauses.children(noun.head, "nsubj") if c.i > noun.i]
    parties = ctx.who.parties(others[0]) if others else ()
    return replace(speaker, parties=parties, label=parties[0]) if parties and not speaker.parties else speaker


def _stands_alone(noun: Token) -> bool:
    """True where "no deal" opens a sentence or a quotation and what it waits for follows at once."""
    behind = [t for t in noun.subtree if t.i > noun.i][:6]
    start = noun.left_edge.i == noun.sent.start or noun.left_edge.is_punct or noun.nbor(-2).is_punct
    return start and any(t.lower_ in _OPENING for t in behind)
