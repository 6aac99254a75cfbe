"""Positions told by how a thing was received: "the fee drew protests from Chile", "did not go down well in Lima"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.anaphora import taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_reception"]

_MAYBE = {"will", "would", "can", "could", "may", "might", "must", "should", "shall"}
_REACH = 7
"""Words behind a verb within which it is told how the thing was received, or by whom."""
_FROM = {"from", "in", "by", "among", "with", "of", "for", "to"}
_PUSHING = {"push", "campaign", "drive", "pitch", "insistence", "lobbying", "crusade"}
"""Nouns for what somebody does to have something done: "a push to ban it ran into resistance"."""
_WEAK = {"no", "little", "few", "scant", "not"}


@at(lambda words: [*words["received"]["verbs"], *words["received"]["plain"]])
def by_reception(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The ban met with resistance from Chile", "the fee went down badly in Lima", "sat ill with the union"."""
    table = ctx.words["received"]
    if verb.pos_ != "VERB" or ctx.is_unreal(verb) or mood.modals(verb) & _MAYBE or verb.dep_ in {"xcomp", "acl"}:
        return
    thing, told = _thing(ctx, verb), _told(verb, table)
    if thing is None or told is None:
        return
    stance, word = told
    holders = _by_whom(ctx, verb, word)
    earlier = taken_up(ctx, thing)
    for holder in holders:
        inner = ctx.actions.unwrap(thing)
        default = ctx.actions.unnamed.by_thing(inner, holder) or ctx.actions.unnamed.opponent(holder)
        action = earlier.action if earlier else ctx.actions.of(inner, default=default, phrase=inner.pos_ == "NOUN")
        if action and (len(action.doer) > 1 or not same(action.doer, holder)):
            action = replace(action, start=thing.idx, end=max(thing.idx + len(thing), word.idx + len(word)))
            yield Found(holder, stance, action, verb, f"received:{verb.lemma_}", 0.5)
    if not holders:
        dropped(verb, f"received:{verb.lemma_}", "by whom is not known")


def _thing(ctx: Context, verb: Token) -> Token | None:
    """What was received so: a plan, a ban, a demand, not a party or a match."""
    under = clauses.subject(verb)
    if under is None or under.pos_ != "NOUN" or ctx.actions.is_party(under):
        return None
    tables = ("criticised", "burdens", "binding", "anaphors", "containers")
    known = under.lemma_ in _PUSHING or any(under.lemma_ in ctx.words[table]["words"] for table in tables)
    return under if known else None


def _told(verb: Token, table: dict[str, list[str]]) -> tuple[Stance, Token] | None:
    """The side that the idiom tells, and its telling word: "badly", "resistance", "outrage"."""
    near = list(verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH)])
    denied = mood.is_negated(verb)
    for token in near:
        if token.text in {",", ";", ":"} or token.pos_ == "VERB":
            return None
        weak = denied or any(c.lower_ in _WEAK for c in token.children) or token.nbor(-1).lower_ in _WEAK
        hostile = {token.lemma_, token.lower_} & set(table["against"])
        if hostile and not weak and (verb.lemma_ in table["verbs"] or verb.lemma_ in table["plain"]):
            return "oppose", token
        if {token.lemma_, token.lower_} & set(table["for"]):
            return ("oppose" if weak else "support"), token
    return None


def _by_whom(ctx: Context, verb: Token, word: Token) -> list[tuple[str, ...]]:
    """Who received it so: "from Chile", "in Lima", "Chilean resistance"."""
    own = [c for c in clauses.children(word, "amod", "compound", "nmod:poss") if ctx.text.at.get(c.i)]
    behind = [t for t in verb.doc[word.i + 1 : min(verb.sent.end, word.i + _REACH)] if t.pos_ in {"PROPN", "NOUN"}]
    led = [t for t in behind if clauses.preposition(t).split(" ")[0] in _FROM]
    told = (found for bearer in (own or led) if (found := ctx.who.each(bearer)))
    return next(told, [])
