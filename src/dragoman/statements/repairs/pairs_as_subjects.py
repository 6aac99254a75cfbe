""" "Both", "neither" and "each" that open a clause as its subject: "Both support a road", "Neither plans to open"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["pair_at_the_head"]

_ONE_OF = {"neither", "either", "each"}
_OPENING = {";", "but", "and", "while", "though", "although", "yet", "whereas"}
"""Words behind which a clause begins."""
_BEHIND = {"DET", "PRON", "PART", "SCONJ", "ADP", "PROPN"}
"""What follows a verb and no noun: "Both demand a truce", "Both claim to want it", "Both back Chad"."""


@at(words={"both", "neither", "either", "each"})
def pair_at_the_head(token: Token, stances: frozenset[str]) -> None:
    """ "Both demand a longer truce": a word of stance right behind "both" is its verb, whatever it is taken for."""
    lead = token.nbor(-1).lower_ if token.i > token.sent.start else ";"
    if lead not in _OPENING or token.i + 2 >= token.sent.end:
        return
    verb, singular = token.nbor(), token.lower_ in _ONE_OF
    lemma = verb.lower_.removesuffix("s") if singular else verb.lower_
    lemma = lemma if lemma in stances else lemma.removesuffix("e")
    if lemma not in stances or singular != (verb.lower_ != lemma) or verb.nbor().pos_ not in _BEHIND:
        return
    if verb.nbor().lower_ in {"of", "and", "or", "for", "from"} or (token.dep_ == "nsubj" and token.head == verb):
        return
    _make_subject(token, verb, singular=singular)
    verb.lemma_ = lemma


def _make_subject(pair: Token, verb: Token, *, singular: bool) -> None:
    """Hang *verb* where the phrase of its own that the parser made hangs, and *pair* from it."""
    outer = verb.head if verb.head in {verb, pair} else None
    phrase = pair.head if pair.head != verb and pair.head.i > verb.i else verb
    if phrase != verb:
        take_place(verb, phrase)
        attach(phrase, verb, "obj")
    elif outer is pair:
        take_place(verb, pair)
    verb.pos_, verb.tag_ = "VERB", "VBZ" if singular else "VBP"
    pair.pos_ = "PRON"
    attach(pair, verb, "nsubj")
    for child in clauses.children(verb, "acl"):
        child.dep_ = "xcomp" if clauses.marker(child) == "to" else "ccomp"
    for child in clauses.children(verb, "nmod"):
        child.dep_ = "obl"
