"""Positions told by what somebody is called: "a staunch opponent of the dam", "the deal's chief champion"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.camps import those_named
from dragoman.statements.positions.anaphora import taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_bearer", "by_deaf_ears"]

_STANCES: tuple[Stance, ...] = ("support", "oppose")
_OVER = {"once", "former", "erstwhile", "potential", "no"}
"""Words that make one a bearer no more, or not yet."""


@at(lambda words: (word for stance in _STANCES for word in words["bearers"][stance]))
def by_bearer(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Meloni, the deal's chief champion, ..." supports it; "Peru is an opponent of the ban" is against it."""
    table = ctx.words["bearers"]
    stance = next((s for s in _STANCES if noun.lemma_ in table[s]), None)
    named = those_named(noun)
    one = noun.tag_ == "NN" or clauses.preposition(noun) == "among" or named
    if noun.pos_ != "NOUN" or not one or stance is None or any(c.lower_ in _OVER for c in noun.children):
        return
    copular = any(c.dep_ == "cop" for c in noun.children)
    if mood.is_negated(noun) or not (named or copular or noun.dep_ == "appos"):
        return
    under = named[0] if named else clauses.subject(noun) if copular else noun.head
    for holder in ctx.who.each(under):
        yield from _borne(ctx, noun, stance, holder)


def _borne(ctx: Context, noun: Token, stance: Stance, holder: tuple[str, ...]) -> Iterator[Found]:
    """What *holder* is for or against, who is called so by *noun*."""
    things = [*clauses.prepositional(noun, "of", "to"), *clauses.children(noun, "nmod:poss")]
    things = [t for t in things if t.pos_ == "NOUN" and not ctx.actions.is_party(t)]
    for thing in things[:1]:
        taken = taken_up(ctx, thing)
        inner = ctx.actions.unwrap(thing)
        default = ctx.actions.unnamed.by_thing(inner, holder) or ctx.actions.unnamed.opponent(holder)
        action = taken.action if taken else ctx.actions.of(inner, default=default)
        if action:
            action = replace(action, words=action.words.removesuffix("'s"))
            side: Stance = "refuse" if stance == "oppose" and same(action.doer, holder) else stance
            yield Found(holder, side, action, noun, f"bearer:{noun.lemma_}", 0.5)


@at(lambda words: words["unheard"])
def by_deaf_ears(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Its pleas for a higher rent fell on deaf ears", "went unheeded": whoever was asked has refused."""
    table = ctx.words["unheard"]
    under = clauses.subject(verb)
    if under is None or under.lemma_ not in ctx.words["containers"]["asking"] or mood.is_negated(verb):
        return
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 5)]}
    idiom = any(verb.lemma_ == lead and word in behind for lead, words in table.items() for word in words)
    if not idiom or ctx.is_unreal(verb):
        return
    if taken := taken_up(ctx, under):
        holder = taken.action.doer
        if taken.stance == "demand" and holder and not same(holder, taken.holder):
            yield Found(holder, "refuse", taken.action, verb, f"unheard:{under.lemma_}", 0.5)
        return
    owners = [*clauses.children(under, "nmod:poss", "amod", "compound"), *clauses.prepositional(under, "by", "from")]
    own = tuple(p for t in owners for p in ctx.who.parties(t))
    inner = ctx.actions.unwrap(under)
    asked = ctx.actions.of(inner, default=ctx.actions.unnamed.of(inner, own)) if own and inner != under else None
    if asked is None or not asked.doer or same(asked.doer, own):
        dropped(verb, f"unheard:{under.lemma_}", "who asked, or who turned a deaf ear, is not known")
        return
    yield Found(asked.doer, "refuse", asked, verb, f"unheard:{under.lemma_}", 0.45)
