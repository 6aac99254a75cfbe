"""Stances of others on what a noun beside a clause takes up: "a call echoed by Chad", "a step Peru says is illegal"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import described_before, is_beside, taken_up, told_last
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_echo", "by_owned", "by_verdict", "held_alike", "turned"]

_AGAINST_IT: dict[Stance, Stance] = {
    "demand": "oppose", "support": "oppose", "promise": "oppose", "offer": "oppose", "oppose": "support",
    "refuse": "support",
}  # fmt: skip
_LACKING = {"no", "little", "neither", "scant"}


def held_alike(found: Found, holder: tuple[str, ...], word: Token, rule: str, *, against: bool = False) -> Found:
    """The stance of *found* as *holder*'s, told at *word*; with *against*, its contrary."""
    side, own = _AGAINST_IT[found.stance] if against else found.stance, same(found.action.doer, holder)
    if side in AGAINST:
        side = "refuse" if own else "oppose"
    elif side != "support" and (side == "demand") == own:
        side = "support"
    return Found(holder, side, found.action, word, rule, found.sure - 0.1, None)


def turned(ctx: Context, noun: Token, earlier: Found, stance: Stance) -> Stance:
    """A stance on a stance: who backs a refusal is against what is refused, who rejects one is for it."""
    if noun.lemma_ not in ctx.words["anaphors"]["views"] or earlier.stance not in AGAINST:
        return stance
    return "support" if stance in AGAINST else "oppose"


@at(lambda words: (word for kind in ("sharing", "telling") for word in words["echoing"][kind]))
def by_echo(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "A call echoed by Chad", "a view that Chad shares", "a demand also made by Peru": the stance of one more."""
    table = ctx.words["echoing"]
    if verb.pos_ != "VERB" or ctx.is_unreal(verb):
        return
    noun, holders = _shared(ctx, verb)
    if noun is None or not is_beside(noun):
        return
    against = mood.is_negated(verb)
    fits = verb.lemma_ in table["sharing"] or (noun.lemma_ in table["told"] and not against)
    last = taken_up(ctx, noun) if fits else None
    for holder in holders if last is not None else ():
        if last is not None and holder != last.holder:
            yield replace(held_alike(last, holder, verb, f"echo:{verb.lemma_}", against=against), by=noun)


def _shared(ctx: Context, verb: Token) -> tuple[Token | None, list[tuple[str, ...]]]:
    """The noun that is shared or told again, and by whom."""
    if clauses.is_passive(verb):
        noun = clauses.first_conjunct(verb).head if clauses.first_conjunct(verb).dep_ == "acl" else None
        noun = noun if noun is not None else clauses.subject(verb)
        by = [*clauses.children(verb, "obl:agent"), *clauses.prepositional(verb, "by")]
        return noun, [ids for agent in by for ids in ctx.who.each(agent)]
    return clauses.relative_object(verb), ctx.holders(verb)


@at(lambda words: (*words["saying"]["words"], *lexicon("implied")["fearing"]["words"]))
def by_verdict(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "A step Oslo says would amount to surrender", "which Oslo said was out of the question": what it says of it."""
    described = clauses.antecedent(verb) if verb.pos_ == "VERB" else None
    said = [c for c in clauses.children(verb, "ccomp", "xcomp") if c.i > verb.i]
    if described is None or not said or ctx.is_unreal(verb) or mood.is_negated(verb):
        return
    outer = clauses.first_conjunct(verb)
    last = taken_up(ctx, described[0]) or (described_before(ctx, outer) if outer == verb else None)
    side = _verdict(ctx, said[0]) if last is not None else None
    if last is None or side is None:
        return
    for holder in ctx.holders(verb):
        if not same(holder, last.holder):
            found = held_alike(replace(last, stance="support"), holder, verb, f"verdict:{verb.lemma_}", against=side)
            yield replace(found, sure=0.5, by=described[0])


@at(lambda words: words["restated"]["demand"])
def by_owned(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Agreed to leave, a key demand of Peru", "one of Peru's demands", "long a demand of Lima": what was wanted."""
    if noun.pos_ != "NOUN" or noun.dep_ not in {"appos", "parataxis", "nmod", "conj", "dep", "obl", "xcomp", "advcl"}:
        return
    one = noun.head if noun.tag_ == "NNS" and noun.head.lower_ == "one" else noun
    first = one.left_edge if not one.left_edge.is_punct else one.left_edge.nbor()
    told = any(c.dep_ in {"acl", "acl:relcl", "ccomp"} and c.i > noun.i for c in noun.children)
    if told or first.i <= noun.sent.start + 1 or first.nbor(-1).text not in {",", "—", "–"}:
        return
    if not (one != noun or first.lower_ in {"a", "an", "long", "another", "itself"}):
        return
    owners = [*clauses.children(noun, "nmod:poss"), *clauses.prepositional(noun, "of", "from", "by", "in")]
    owners += [c for c in clauses.children(noun, "amod", "compound") if ctx.text.at.get(c.i)]
    last = told_last(ctx, one)
    for holder in (ids for owner in owners for ids in ctx.who.each(owner)) if last else ():
        if last is not None and last.action.doer and not same(last.action.doer, holder):
            yield Found(holder, "demand", last.action, noun, f"owned:{noun.lemma_}", 0.55, by=noun)


def _verdict(ctx: Context, said: Token) -> bool | None:
    """Whether what is *said* of a thing is against it; None where it tells no side, or has a subject of its own."""
    words = " ".join(t.lower_ for t in stretches.under(said) if not t.is_quote)
    behind = [t for t in stretches.under(said) if not t.is_punct]
    if _is_powerless(ctx, said):
        return True
    if any(c.dep_ in clauses.SUBJECTS and c.tag_ not in {"WDT", "WP"} for c in said.children):
        return None
    for stance, phrases in ctx.words["idioms"].items():
        if any(phrase in words for phrase in phrases):
            return bool(stance == "oppose")
    implied, judged = lexicon("implied"), ctx.words["judged"]
    denied = mood.is_negated(said)
    evil = said.lemma_ in implied["equalling"]["words"] and any(t.lemma_ in implied["evils"]["words"] for t in behind)
    if evil or said.lemma_ in implied["harming"]["words"]:
        return None if denied else True
    if said.lemma_ in implied["helping"]["words"]:
        return None if denied else False
    if any(t.lower_ in judged["oppose"] for t in (said, *clauses.conjuncts(said))):
        return None if denied else True
    return denied if said.lower_ in {*judged["support"], *judged["demand"]} else None


def _is_powerless(ctx: Context, said: Token) -> bool:
    """ "It has no legal means of meeting", "it had no intention of granting"."""
    things = [c for c in clauses.children(said, "obj") if c.lemma_ in ctx.words["echoing"]["powers"]]
    none = any(c.lower_ in _LACKING for thing in things for c in thing.children)
    rest = {t.lemma_ for thing in things for t in thing.subtree if t.i > thing.i} | {
        t.lower_.removesuffix("ing") for thing in things for t in thing.subtree if t.i > thing.i
    }
    return bool(things) and (none or mood.is_negated(said)) and not rest.isdisjoint(ctx.words["echoing"]["fulfilling"])
