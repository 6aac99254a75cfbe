"""Positions in blame: "accused Chile of refusing to pay", "took it to task for its failure to answer"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.undone import task_left
from dragoman.statements.stances import particle

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_blame"]

_SURE = 0.45
_CHARGES = {"of", "for", "over", "about", ""}


@at(lambda _: ["take", *lexicon("implied")["blaming"]["words"]])
def by_blame(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Blamed Chile for not opening the border", "accused it of refusing to pay": demanded of whoever is blamed."""
    known = verb.lemma_ in lexicon("implied")["blaming"]["words"]
    if verb.pos_ != "VERB" or not (known or (verb.lemma_ == "take" and particle(verb, "task") is not None)):
        return
    blamed = [verb] if clauses.is_passive(verb) else clauses.children(verb, "obj")
    under = clauses.subject(verb) if clauses.is_passive(verb) else next(iter(blamed), None)
    doers = ctx.who.parties(under)
    heads = [head for charge in _charges([verb, *blamed]) if charge.i > verb.i and (head := _asked(charge)) is not None]
    action = ctx.actions.of(heads[0], doer=doers) if heads and doers else None
    for holder in ctx.holders(verb) if action and not mood.is_negated(verb) else ():
        if action and not same(holder, doers):
            asked = replace(action, words=action.words.removeprefix("not "))
            yield Found(holder, "demand", asked, verb, f"implied:{verb.lemma_}", _SURE)


def _charges(heads: list[Token]) -> list[Token]:
    """What somebody is blamed for, clauses and nouns."""
    below = [c for o in heads for c in clauses.children(o, "advcl", "acl", "obl", "nmod", "xcomp", "ccomp")]
    return [c for c in below if (clauses.marker(c) or clauses.preposition(c)) in _CHARGES]


def _asked(charge: Token) -> Token | None:
    """What the one who is blamed ought to do: "for not paying", "of refusing to pay", "for its failure to pay"."""
    if charge.pos_ == "NOUN":
        return task_left(charge)
    if charge.tag_ != "VBG":
        return None
    if mood.is_negated(charge):
        return charge
    return task_left(charge)
