"""Positions from what is said to be there or not: "no deal without checks", "there should be a vote"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_absence"]

_QUESTION = {"question", "way"}
_PLANS = {"plan", "intention", "desire", "wish", "appetite", "intent"}
"""What somebody says there is none of, who will not do it."""
_EFFECTS = {
    "effect", "impact", "consequence", "influence", "bearing", "doubt", "problem", "danger", "risk", "reason", "need",
}  # fmt: skip
"""What there will be none of without anybody's refusing it: "there will be no effect on our ties"."""


def by_absence(ctx: Context, token: Token) -> Iterator[Found]:
    """ "There will be no delay", "no deal without checks", said X: a refusal."""
    there = "there" in token.sent.words and any(c.lower_ == "there" for c in token.children)
    if (not there and not clauses.children(token, "expl")) or ctx.is_guaranteed(token):
        return
    questioned = list(_out_of_question(ctx, token))
    yield from questioned
    due = _due_there(token)
    if not questioned and (due or mood.modals(token) & {"should", "must"}):
        yield from _wanted_there(ctx, token, due or clauses.children(token, "nsubj"))
        return
    denied = [c for c in token.children if c.dep_ in clauses.SUBJECTS and _is_none(c) and c.lemma_ not in _EFFECTS]
    if questioned or not denied:
        return
    if not mood.modals(token) & {"will", "would", "can", "could"} and not _is_bound(ctx, token, denied[0]):
        return
    fronted = any(c.i < denied[0].i for c in clauses.prepositional(token, "without"))
    if fronted and not ctx.actions.unnamed.is_joint(denied[0]):
        dropped(token, "absence", "what follows from another lack is a forecast, and no refusal")
        return
    speaker = ctx.speaker(token)
    if not speaker.parties:
        return
    thing = _meant(ctx, denied[0])
    again = thing != denied[0]
    action = ctx.actions.of(thing, default=speaker.parties, phrase=again) if thing is not None else None
    if action and again:
        action = replace(action, start=denied[0].idx, end=denied[0].idx + len(denied[0]))
    if action:
        hanging = ctx.conditions.of(token, denied[0])
        yield Found(speaker.parties, "refuse", action, token, "absence", 0.6, hanging, speaker)
    for missed in clauses.prepositional(token, "without") if action and hanging is None else ():
        if missed.i < denied[0].i and (asked := ctx.actions.of(missed)):
            doer = asked.doer or ctx.actions.unnamed.of(missed, speaker.parties)
            yield Found(
                speaker.parties, "demand", replace(asked, doer=doer), missed, "mirror:unless", 0.5, None, speaker
            )


def _is_bound(ctx: Context, token: Token, thing: Token) -> bool:
    """ "There's no treaty without fish": what takes two, and will not come without another thing."""
    bound = [c for o in (thing, token) for c in clauses.prepositional(o, "without") if c.i > thing.i]
    now = token.tag_ in {"VBZ", "VBP"} and token.lemma_ == "be"
    joint = ctx.actions.unnamed.is_joint(thing) or thing.lemma_ in ctx.words["binding"]["agreed"]
    return now and bool(bound) and joint and not clauses.children(thing, "acl:relcl")


def _is_none(noun: Token) -> bool:
    return noun.lower_ == "none" or any(c.lower_ == "no" for c in noun.children)


def _meant(ctx: Context, noun: Token) -> Token | None:
    """The talks of "offered talks, but said there could be none": what takes two, told right before."""
    if noun.lower_ != "none":
        return noun
    before = noun.doc[noun.sent.start : noun.i]
    return next((t for t in reversed(before) if ctx.actions.unnamed.is_joint(t)), None)


def _due_there(token: Token) -> list[Token]:
    """What there has, needs or ought to be."""
    if token.lemma_ not in {"have", "need", "ought", "get"} or _need_not_be(token):
        return []
    return [c for c in clauses.children(token, "xcomp", "ccomp") if clauses.marker(c) == "to" and _is_to_be(c)]


def _is_to_be(thing: Token) -> bool:
    return thing.pos_ in {"NOUN", "PROPN"} and any(c.lower_ == "be" for c in clauses.children(thing, "cop"))


def _need_not_be(token: Token) -> bool:
    """ "There does not have to be a vote": it may be left undone."""
    return mood.is_negated(token) and token.lemma_ != "ought"


def _wanted_there(ctx: Context, token: Token, things: list[Token]) -> Iterator[Found]:
    """ "There should be a vote", "there has to be a vote", "there must be no delay", said X: wanted or not."""
    speaker = ctx.speaker(token)
    for thing in things[:1] if speaker.parties else ():
        stance: Stance = "oppose" if mood.is_negated(token) or _is_none(thing) else "demand"
        inner, default = ctx.actions.unwrap(thing), ctx.actions.unnamed.of(thing, speaker.parties)
        if action := ctx.actions.of(inner, default=default, phrase=inner == thing):
            action = replace(action, words=action.words.removeprefix("be "))
            yield Found(speaker.parties, stance, action, token, "there should", 0.6, None, speaker)


def _out_of_question(ctx: Context, token: Token) -> Iterator[Found]:
    """ "There was no question of lifting tariffs", "there are no plans to change the law", said X."""
    speaker = ctx.speaker(token)
    for noun in (c for c in clauses.children(token, "nsubj") if c.lemma_ in _QUESTION | _PLANS):
        about = [c for c in clauses.prepositional(noun, "of") if c.i > noun.i]
        if noun.lemma_ in _PLANS:
            below = [c for head in (noun, token) for c in clauses.children(head, "acl", "advcl", "xcomp")]
            about += [c for c in below if clauses.marker(c) == "to" and c.i > noun.i]
        if not about or not speaker.parties or not any(c.lower_ == "no" for c in noun.children):
            continue
        action = ctx.actions.of(about[0], default=speaker.parties)
        if action:
            for verb in (v for v in clauses.children(about[0], "amod") if v.tag_ == "VBG"):
                action = replace(action, words=f"{verb.lemma_} {action.words.replace(verb.text, '').strip()}")
            yield Found(speaker.parties, "refuse", action, token, "absence", 0.6, None, speaker)
