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

_PROVIDING = {"provide", "stipulate", "specify", "prescribe", "decree", "ordain", "state", "say", "foresee", "envisage"}
"""What a text does that lays something down: "the law provides that"."""


def by_exchange(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Iran would mothball its centrifuges in exchange for relief": an offer, and a demand."""
    if not clauses.is_clause(verb) or not mood.modals(verb) & {"will", "would", "could"}:
        return
    hanging = ctx.conditions.of(verb)
    doers = ctx.who.parties(clauses.subject(verb))
    if hanging is None or hanging.type != "in_exchange_for" or not doers or ctx.is_unreal(verb):
        return
    speaker = ctx.speaker(verb)
    if ctx.was_read(verb) or _is_given(verb, doers, speaker.parties):
        action = ctx.actions.of(verb, doer=speaker.parties) if not ctx.was_read(verb) else None
        if action:
            yield Found(speaker.parties, "offer", action, verb, "exchange", 0.55, hanging, speaker)
        return
    action = ctx.actions.of(verb, doer=doers)
    if action:
        yield Found(doers, "offer", action, verb, "exchange", 0.6, hanging)


def _returning(verb: Token) -> list[Token]:
    """The "in return" of a clause, which is that of all its verbs where it opens it: "will free them and pay"."""
    first = clauses.first_conjunct(verb)
    near = [*verb.children, *(c for c in first.children if first != verb and c.i < first.i)]
    return [
        c
        for c in near
        if c.lower_ in {"return", "exchange"}
        and clauses.preposition(c) == "in"
        and all(g.i < c.i or g.is_punct for g in c.children)
    ]


def _is_given(verb: Token, doers: tuple[str, ...], speaker: tuple[str, ...]) -> bool:
    """ "Iran could have more water in exchange for oil", said X: what the speaker would give."""
    granted = verb.lemma_ in {"have", "get", "keep", "receive"} and bool(mood.modals(verb) & {"could", "can"})
    return granted and bool(speaker) and not same(doers, speaker)


def by_accord(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Under the accord, the rebels are to disarm": what a text binds a party to."""
    modals = mood.modals(verb)
    if not modals & {"will", "would", "be to", "must", "shall"} or ctx.is_unreal(verb) or _is_helping(verb):
        return
    outer = [verb, *_around(verb)]
    leading = [c for v in outer for c in _leading(v)] or _opening(verb)
    under = [text for c in leading if (text := _text(ctx, c)) is not None]
    back = _returning(verb)
    doers = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
    if not doers and under and not mood.is_negated(verb):
        yield from _of_things(ctx, verb, under[0])
    if not doers or not (under or back) or (mood.is_negated(verb) and not under):
        return
    action = ctx.actions.of(verb, doer=doers)
    hanging = ctx.conditions.of(verb)
    last = next((f.action for f in reversed(ctx.latest) if back and f.word.i < back[0].i), None)
    if last is not None:
        hanging = Hanging("in_exchange_for", [last], last.start, last.end)
    owners = [p for c in under for agent in _authors(ctx, c) for p in ctx.who.parties(agent)]
    owners = owners or [p for c in under for ids in owners_of(ctx, c) for p in ids]
    if action and mood.is_negated(verb):
        action = replace(action, words=f"not {action.words.removeprefix('not ')}")
    if action and owners and not set(doers) <= set(owners):
        yield Found(tuple(dict.fromkeys(owners)), "support", action, verb, "accord", 0.5, hanging)
    elif action:
        yield Found(doers, "promise", action, verb, "accord", 0.55, hanging)


def _of_things(ctx: Context, verb: Token, text: Token) -> Iterator[Found]:
    """ "Under the offer, made by the firms, pay would go up": what a text would bring, where its author is known."""
    owners = [ids for agent in _authors(ctx, text) for ids in ctx.who.each(agent)] or owners_of(ctx, text)
    unnamed = ctx.actions.unnamed
    together = tuple(party for ids in owners for party in ids) if len(owners) > 1 else ()
    for owner in owners:
        offered = text.lemma_ == "offer"
        own = owner if text.lemma_.lower() in ctx.words["binding"]["laws"] else ()
        default = owner if offered else unnamed.by_thing(verb, owner) or together or own or unnamed.between()
        action = ctx.actions.of(verb, default=default)
        if action and verb.pos_ == "VERB":
            yield Found(owner, "offer" if offered else "support", action, verb, "accord", 0.5)


def _leading(verb: Token) -> list[Token]:
    """What a clause rests on: "under the accord", "according to the draft", "a truce during which"."""
    relative = [c for c in clauses.prepositional(verb, "during", "in", "by", "through", "under") if c.tag_ == "WDT"]
    told = clauses.subject(verb.head) if verb.dep_ == "ccomp" and verb.head.lemma_ in _PROVIDING else None
    if told is not None and told.pos_ in {"NOUN", "PROPN"}:
        return [told]
    terms = [c for c in clauses.prepositional(verb, "by", "in") if c.lemma_ in {"term", "provision", "letter"}]
    return [*terms, *clauses.prepositional(verb, "under", "according to", "as part of", "in line with"), *relative]


def _around(verb: Token) -> list[Token]:
    """The words that *verb* hangs from, as far as its relative clause goes."""
    found: list[Token] = []
    for inner, outer in zip([verb, *verb.ancestors], verb.ancestors, strict=False):
        if inner.dep_ == "acl:relcl":
            break
        found.append(outer)
    return found


def _opening(verb: Token) -> list[Token]:
    """ "Under the draft, parts of which were seen by the paper, the army would leave": what a sentence opens with."""
    first = verb.doc[verb.sent.start]
    if first.lower_ != "under" or clauses.first_conjunct(verb).head != clauses.first_conjunct(verb):
        return []
    return [first.head] if first.head.pos_ in {"NOUN", "PROPN"} and first.head.i < verb.i else []


def _is_helping(verb: Token) -> bool:
    """ "Would have to open": what is to be done is told by the infinitive."""
    return verb.lemma_ in {"have", "need"} and any(clauses.marker(c) == "to" for c in clauses.children(verb, "xcomp"))


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
    if noun.lemma_.lower() in binding:
        return noun
    if noun.lower_ not in {"it", "this", "which"}:
        return None
    reach = noun.doc[max(0, noun.sent.start - 40) : noun.i]
    return next(
        (near for near in reversed(reach) if near.pos_ in {"NOUN", "PROPN"} and near.lemma_.lower() in binding), None
    )


def package(ctx: Context, found: Found, noun: Token) -> Found | None:
    """Refusing an offer of X in exchange for Y is refusing to give Y for it."""
    hanging = found.hanging
    offered = noun.lemma_ in ctx.words["containers"]["offering"]
    if found.stance not in AGAINST or hanging is None or hanging.type != "in_exchange_for" or not offered:
        return None
    given = hanging.actions[0]
    mirrored = Hanging("in_exchange_for", [found.action], found.action.start, found.action.end)
    return replace(found, stance="refuse", action=replace(given, doer=given.doer or found.holder), hanging=mirrored)
