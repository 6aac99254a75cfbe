"""Two, each of whom has a place: "the rebels in Mali and the army in Chad", "Ana Ruiz of Peru and Eva Lund of Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["joined_to_place"]

_WHERE = {"in", "from", "of", "at"}


@at(labels={"conj"}, parts={"NOUN", "PROPN"}, bearing=True)
def joined_to_place(token: Token) -> None:
    """ "The Houthis in Yemen and Hezbollah in Lebanon": what has a place of its own is no second place."""
    place, behind = token.head, token.i + 1
    lead = next(iter(clauses.children(place, "case")), None)
    if token.dep_ != "conj" or lead is None or place.dep_ != "nmod" or place.pos_ != "PROPN" or place.i > token.i:
        return
    noun, joining = place.head, clauses.children(token, "cc")
    if lead.lower_ not in _WHERE or clauses.children(token, "case") or not joining or joining[0].lower_ != "and":
        return
    if clauses.children(place, "conj") != [token] or noun.i != lead.i - 1 or behind + 1 >= token.sent.end:
        return
    sorts = {"PROPN", token.pos_}
    own = next((t for t in token.doc[behind + 1 : min(behind + 4, token.sent.end)] if t.pos_ in sorts), None)
    again = token.doc[behind].lower_ == lead.lower_ and own is not None and own.head in {token, place, noun}
    if not again or own is None or (token.pos_ == "PROPN" and noun.pos_ != "PROPN" and lead.lower_ != "in"):
        return
    token.hang(noun, "conj")
    own.hang(token, "nmod")
