"""Positions told of a matter that has, or lacks, what somebody gives: "the plan has the blessing of Egypt"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_backing"]


@at(lambda words: words["backing"]["words"])
def by_backing(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "The plan has the blessing of Egypt", "lacks the backing of Sudan": on what is said to have it."""
    verb, table = noun.head, ctx.words["backing"]
    held = noun.dep_ == "obj" and verb.lemma_ in {*table["having"], *table["lacking"]}
    matter = clauses.subject(verb) if held and noun.lemma_ in table["words"] else None
    if matter is None or matter.pos_ != "NOUN" or ctx.is_unreal(verb):
        return
    if matter.lemma_ in ctx.actions.people or ctx.actions.is_party(matter):
        return
    if verb.lemma_ in {"need", "require"} and mood.modals(verb) & {"will", "would", "may", "might"}:
        return
    lacking = (verb.lemma_ in table["lacking"]) != mood.is_negated(verb)
    thing = ctx.actions.unwrap(matter)
    owners = [c for c in clauses.prepositional(noun, "of", "from") if c.i > noun.i] + clauses.children(
        noun, "nmod:poss"
    )
    for holder in (ids for owner in owners for ids in ctx.who.each(owner)):
        default = ctx.actions.unnamed.by_thing(thing, holder) or ctx.actions.unnamed.opponent(holder)
        action = ctx.actions.of(thing, default=default, phrase=thing.pos_ == "NOUN")
        if action:
            yield Found(holder, "oppose" if lacking else "support", action, noun, f"backing:{verb.lemma_}", 0.5)
