"""Positions from what is said to matter: "what matters is to open the port", "the first task is a truce", said X."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.clefts import is_not_so
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_mattering", "by_success"]

_SURE = 0.5
_PARTS = {"NOUN", "VERB", "PROPN"}


@at(lambda words: [word for kind in ("verbs", "wanted", "unwanted") for word in words["mattering"][kind]])
def by_mattering(ctx: Context, token: Token) -> Iterator[Found]:
    """ "What matters now is to open the port", "the only way is a truce", "the sticking point is a levy", said X."""
    table = ctx.words["mattering"]
    if token.lemma_ in table["verbs"] and token.pos_ == "VERB":
        anchor = _what_matters(token)
    else:
        anchor = token if token.pos_ == "NOUN" and _is_told_apart(token, table) else None
    told = _other_side(anchor) if anchor is not None else _most(token, table)
    if told is None or told.pos_ not in _PARTS or mood.is_negated(told) or mood.is_negated(token):
        return
    if ctx.is_unreal(told) or ctx.was_read(told) or clauses.preposition(told) not in {"", "to", "of"}:
        return
    holder = _for_whom(ctx, anchor or token) or ctx.speaker(token).parties
    if not holder:
        dropped(token, f"mattering:{token.lemma_}", "nobody known says so, or it is said of a party")
        return
    stance: Stance = "oppose" if _is_unwanted(token, table) != is_not_so(token, told) else "demand"
    inner = ctx.actions.unwrap(told)
    action = ctx.actions.of(inner, default=ctx.actions.unnamed.of(inner, holder), phrase=inner.pos_ == "NOUN")
    if action:
        yield Found(holder, stance, action, token, f"mattering:{token.lemma_}", _SURE, None, ctx.speaker(token))


def _what_matters(verb: Token) -> Token | None:
    """The "what" of "what matters", the "thing" of "the only thing that counts", or the clause itself."""
    outer = verb.head
    beneath = verb.dep_ in {"acl:relcl", "acl", "nsubj"}
    if beneath and (outer.lower_ in {"what", "all"} or outer.lemma_ == "thing") and outer.i < verb.i:
        return outer
    if verb.i == verb.sent.start or verb.dep_ not in clauses.SUBJECTS:
        return None
    return verb if verb.left_edge.lower_ == "what" or verb.nbor(-1).lower_ in {"what", "that"} else None


def _is_told_apart(noun: Token, table: dict[str, list[str]]) -> bool:
    """ "The most important thing", "the first step", "the answer": what is said of one of its kind."""
    words = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
    words |= {g.lower_ for c in clauses.children(noun, "amod") for g in c.children}
    if any(c.lower_ in {"no", "a", "an", "this", "that", "any", "another"} for c in clauses.children(noun, "det")):
        return False
    if clauses.children(noun, "nmod:poss") or clauses.children(noun, "acl:relcl"):
        return noun.lemma_ in table["unwanted"]
    return noun.lemma_ in table["alone"] or not words.isdisjoint(table["apart"])


def _is_unwanted(noun: Token, table: dict[str, list[str]]) -> bool:
    """ "The obstacle", "the sticking point"."""
    words = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
    return noun.lemma_ in table["unwanted"] or not words.isdisjoint(table["sticking"])


def _other_side(anchor: Token) -> Token | None:
    """What stands across the "is" from *anchor*."""
    if anchor.dep_ in clauses.SUBJECTS and any(c.dep_ == "cop" and c.i > anchor.i for c in anchor.head.children):
        return anchor.head
    if any(c.dep_ == "cop" for c in anchor.children):
        return next(iter(clauses.children(anchor, "nsubj", "nsubj:outer", "csubj")), None)
    return None


def _most(verb: Token, table: dict[str, list[str]]) -> Token | None:
    """ "A truce matters most", "a truce comes first": what does."""
    first = any(c.lower_ in table["first"] for c in verb.children)
    return clauses.subject(verb) if verb.pos_ == "VERB" and verb.lemma_ in table["verbs"] and first else None


def _for_whom(ctx: Context, anchor: Token) -> tuple[str, ...]:
    """ "The sticking point for Chad", "for Peru what matters is"."""
    outer = anchor.head
    near = [*clauses.children(anchor, "nmod:poss"), *clauses.prepositional(anchor, "for")]
    near += [c for c in clauses.prepositional(outer, "for") if c.i < outer.i]
    near += [outer.head] if clauses.preposition(outer.head) == "for" and outer.head.i < anchor.i else []
    parties = (ctx.who.parties(c) for c in near if ctx.actions.is_party(c))
    return next(parties, ())


@at(lambda words: words["hinging"]["verbs"])
def by_success(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The success of the talks hangs on an inquiry", "everything depends on a truce", said X: wanted."""
    under = clauses.subject(verb) if verb.pos_ == "VERB" else None
    good = under is not None and (under.lower_ == "everything" or under.lemma_ in ctx.words["mattering"]["good"])
    speaker = ctx.speaker(verb)
    if not good or not speaker.parties or mood.is_negated(verb) or ctx.is_unreal(verb):
        return
    for told in (c for c in clauses.prepositional(verb, "on", "upon") if c.i > verb.i and c.pos_ in _PARTS):
        inner = ctx.actions.unwrap(told)
        meant = ctx.actions.is_deed(inner) or inner.lemma_ in ctx.words["needed"]["words"]
        action = ctx.actions.of(inner, default=ctx.actions.unnamed.of(inner, speaker.parties)) if meant else None
        if action and not same(action.doer, speaker.parties):
            yield Found(speaker.parties, "demand", action, verb, "mattering:success", _SURE, None, speaker)
