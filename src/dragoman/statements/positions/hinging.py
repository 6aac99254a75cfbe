"""Positions from what is said to hang on something: "Chad's signature hinges on a new fund", "is subject to a vote"."""

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

__all__ = ["by_hinging"]

_ON = ("on", "upon")


@at(lambda words: [*words["hinging"]["verbs"], *words["tying"]["hanging"], "subject"])
def by_hinging(ctx: Context, word: Token) -> Iterator[Found]:
    """ "Its consent depends on a vote", "any deal is conditional on aid", said X: an offer, and a demand."""
    under = clauses.subject(word)
    table = ctx.words["hinging"]
    verb = word.pos_ == "VERB" and word.lemma_ in table["verbs"] and not clauses.is_passive(word)
    state = bool(clauses.children(word, "cop")) and word.lemma_ in {*ctx.words["tying"]["hanging"], "subject"}
    if under is None or under.lemma_ not in table["things"] or not (verb or state):
        return
    if mood.is_negated(word) or ctx.is_unreal(word):
        return
    places = ("to",) if word.lemma_ == "subject" else _ON
    asked = next((c for c in clauses.prepositional(word, *places) if c.i > word.i), None) or _whether(word)
    owners = [ids for owner in clauses.agents(under) for ids in ctx.who.each(owner)]
    speaker = ctx.speaker(word)
    for holder in owners or ([speaker.parties] if speaker.parties else []):
        offered = ctx.actions.of(under, default=holder)
        wanted = ctx.actions.of(ctx.actions.unwrap(asked)) if asked is not None else None
        if offered is None or wanted is None or same(wanted.doer, holder):
            continue
        doer = wanted.doer or ctx.actions.unnamed.of(wanted.head, holder)
        hanging = Hanging("only_if", [replace(wanted, doer=doer)], wanted.start, wanted.end)
        yield Found(holder, "offer", replace(offered, doer=holder), word, f"hinging:{word.lemma_}", 0.5, hanging)


def _whether(word: Token) -> Token | None:
    """ "Depends on whether Mali pays", "hinges on Mali paying": the clause behind."""
    behind = [c for c in clauses.children(word, "advcl", "ccomp", "xcomp") if c.i > word.i]
    return next((c for c in behind if clauses.marker(c) in {"whether", *_ON}), None)
