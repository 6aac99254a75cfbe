"""Positions told by what somebody sets first or as a condition: "put a truce at the top of its list"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_condition_set", "by_priority"]

_TOPS = {"top", "head", "heart", "centre", "center", "forefront", "summit"}
_FIRST = {
    "high", "top", "first", "foremost", "chief", "atop", "prominent", "uppermost", "central", "highest", "key",
    "principal",
}  # fmt: skip
_LEADING = {"top", "head", "lead", "dominate"}
_HOLDING = {"include", "comprise", "feature", "contain", "encompass", "range"}
_PUTTING = {"put", "place", "list", "have", "set", "rank", "keep", "move"}
_LISTS = {"list", "agenda", "demand", "priority", "shopping-list", "wishlist", "condition", "request", "ask", "term"}
_SURE = 0.55


@at(lambda words: words["tying"]["setting"])
def by_condition_set(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Made an inquiry a precondition", "named a truce as its price", "set it as a condition": demanded."""
    if verb.pos_ != "VERB" or mood.is_negated(verb) or ctx.is_unreal(verb) or ctx.was_read(verb):
        return
    below = clauses.children(verb, "obj", "xcomp", "obl", "nmod", "advcl", "nsubj:pass")
    below += [c for o in clauses.children(verb, "obj") for c in clauses.children(o, "nmod", "appos")]
    terms = [t for t in below if t.lemma_ in ctx.words["tying"]["set terms"] and t.pos_ == "NOUN"]
    terms = [
        t
        for t in terms
        if clauses.preposition(t) == "as" or (verb.lemma_ in {"make", "call", "declare", "name"} and t.dep_ != "obl")
    ]
    things = [c for c in clauses.children(verb, "obj", "nsubj:pass") if c not in terms and c.pos_ in {"NOUN", "VERB"}]
    if not terms or not things:
        return
    for holder in ctx.holders(verb):
        yield from _wanted(ctx, verb, things[0], holder, "set")


@at(lambda _: [*_LISTS, "lists", "demands"])
def by_priority(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "A ban tops Chad's list of demands", "high on its wish list is a ban", "its demands include a ban"."""
    if noun.pos_ != "NOUN" or (noun.dep_ == "nmod" and noun.head.lemma_ in _LISTS):
        return
    if any(t.lemma_ not in _LISTS for t in clauses.prepositional(noun, "of") if t.i > noun.i):
        return
    owners = [*clauses.children(noun, "nmod:poss"), *clauses.children(noun, "amod", "compound")]
    holders = [ids for owner in owners if owner.i in ctx.text.by_token for ids in ctx.who.each(owner)]
    things = _listed(noun) if holders else []
    for holder in holders[:1]:
        for thing in things:
            yield from _wanted(ctx, noun, thing, holder, "list")


def _wanted(ctx: Context, word: Token, thing: Token, holder: tuple[str, ...], rule: str) -> Iterator[Found]:
    for head in clauses.listed(thing):
        inner = ctx.actions.unwrap(head)
        action = ctx.actions.of(inner, default=ctx.actions.unnamed.of(inner, holder), phrase=inner.pos_ == "NOUN")
        if action and (len(action.doer) > 1 or not same(action.doer, holder)):
            action = replace(action, words=action.words.removeprefix("be "))
            yield Found(holder, "demand", action, word, f"priority:{rule}", _SURE)


def _listed(noun: Token) -> list[Token]:
    """What heads a list, is high on it, or is in it."""
    verb = noun.head
    if verb.pos_ == "VERB" and not mood.is_negated(verb):
        if noun.dep_ == "xcomp" and verb.lemma_ in {"remain", "stay", "become"}:
            return _things([clauses.subject(verb)])
        if (
            noun.lemma_ != "agenda"
            and noun.dep_ in clauses.SUBJECTS
            and verb.lemma_ in _HOLDING
            and not clauses.is_passive(verb)
        ):
            return _things(clauses.children(verb, "obj"))
        if noun.dep_ == "nsubj:pass" and verb.lemma_ in _LEADING:
            return _things(clauses.agents(verb))
        if noun.dep_ == "obj" and verb.lemma_ in _LEADING:
            return _things([clauses.subject(verb)])
    anchor = noun
    while anchor.dep_ in {"nmod", "compound"} and anchor.head.lemma_ in {*_TOPS, *_LISTS} and anchor.head.i < noun.i:
        anchor = anchor.head
    if anchor != noun or _is_first(anchor):
        return _set_there(anchor)
    return []


def _is_first(noun: Token) -> bool:
    """ "High on its list", "chief among its demands"."""
    case = next((c for c in clauses.children(noun, "case")), None)
    lead = case.nbor(-1) if case is not None and case.i > noun.sent.start else None
    return lead is not None and case is not None and case.lower_ in {"on", "of", "among"} and lead.lower_ in _FIRST


def _set_there(anchor: Token) -> list[Token]:
    """What is said to stand at the top of a list, or is put there."""
    if any(c.dep_ == "cop" for c in anchor.children):
        return _things([clauses.subject(anchor)])
    outer = anchor.head
    while outer.pos_ in {"ADJ", "ADV"} and outer.head != outer and not any(c.dep_ == "cop" for c in outer.children):
        outer = outer.head
    if outer.lemma_ in _PUTTING and outer.pos_ == "VERB" and not mood.is_negated(outer):
        return _things(clauses.children(outer, "obj"))
    cop = next(iter(clauses.children(outer, "cop")), None)
    if cop is None or mood.is_negated(outer):
        return []
    return _things([outer] if outer.pos_ == "NOUN" and anchor.i < cop.i < outer.i else [clauses.subject(outer)])


def _things(heads: list[Token | None] | list[Token]) -> list[Token]:
    return [head for head in heads if head is not None and head.pos_ in {"NOUN", "VERB"}][:1]
