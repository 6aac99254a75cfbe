"""What somebody gives for what he gets: "its price for backing the bill is a rise", "the price of its support was"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.actions import Action

__all__ = ["by_price"]

_PRICES = {"price", "condition", "precondition", "prerequisite", "term"}


@at(lambda _: _PRICES)
def by_price(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "The Greens' price for joining the cabinet is a tax on fuel": offered for what is then said to be wanted."""
    if noun.lemma_ not in _PRICES or noun.dep_ not in clauses.SUBJECTS or mood.is_negated(noun.head):
        return
    wanted = _wanted(noun)
    for given in _given(ctx, noun) if wanted else []:
        owners = [*clauses.agents(noun), *clauses.agents(given)]
        for holder in [ids for owner in owners for ids in ctx.who.each(owner)]:
            offered = ctx.actions.of(given, doer=holder)
            asked = [a for head in wanted if (a := _asked(ctx, head, holder))]
            if offered and asked and not any(same(a.doer, holder) for a in asked if not a.inferred):
                hanging = Hanging("only_if", asked, asked[0].start, asked[-1].end)
                yield replace(
                    Found(holder, "offer", offered, noun, f"price:{noun.lemma_}", 0.55, hanging), by=wanted[0]
                )


def _asked(ctx: Context, head: Token, holder: tuple[str, ...]) -> Action | None:
    return ctx.actions.of(head, default=ctx.actions.unnamed.of(head, holder), phrase=head.pos_ == "NOUN")


def _given(ctx: Context, noun: Token) -> list[Token]:
    """The joining of "its price for joining", the support of "the price of its support"."""
    doing = [
        c for c in clauses.children(noun, "acl", "advcl") if c.tag_ == "VBG" and clauses.marker(c) in {"for", "of"}
    ]
    own = clauses.prepositional(noun, "for", "of")
    return doing[:1] or [c for c in own if c.lemma_ in ctx.words["hinging"]["things"] and clauses.agents(c)][:1]


def _wanted(noun: Token) -> list[Token]:
    """What the price is: a thing and those beside it, or a clause."""
    told = noun.head
    if told.lemma_ == "be":
        return clauses.children(told, "ccomp")[:1]
    if told.pos_ != "NOUN" or not any(c.dep_ == "cop" and c.i > noun.i for c in told.children):
        return []
    return [c for c in clauses.listed(told) if c == told or not clauses.children(c, *clauses.SUBJECTS)]
