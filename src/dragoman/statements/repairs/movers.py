"""Participles of whoever goes, sits down or writes, hung from the place: "went into the talks asking for a fund"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["MOVING", "aside_before_verb", "gerund_of_mover"]

MOVING = {
    "go", "come", "enter", "walk", "arrive", "return", "leave", "sit", "emerge", "travel", "fly", "head", "join",
    "attend", "begin", "start", "open", "write", "respond", "reply", "step", "turn", "appear", "storm", "meet", "march",
    "rally", "gather", "demonstrate", "stand", "file", "sue", "speak", "assemble", "protest", "parade", "quit", "exit",
}  # fmt: skip
_LEADS = {"to", "with", "in", "into", "at", "from", "through", "outside", "before", "for", "on", "near", "around"}
_REACH = 6
"""Words between the verb and the participle."""


@at(tags={"VBG"}, labels={"acl", "advcl", "xcomp"}, bearing=True)
def gerund_of_mover(token: Token, stances: frozenset[str]) -> None:
    """ "Came to Geneva demanding a truce", "wrote to Mali urging it": who came and who wrote demands and urges."""
    if token.tag_ != "VBG" or token.lemma_ not in stances or not token.i or token.nbor(-1).text == ",":
        return
    if token.dep_ == "acl":
        _of_place(token, token.head)
        return
    verb = token.head
    lead = next((c for c in clauses.children(token, "mark", "case") if c.lower_ in _LEADS), None)
    named = [c for c in clauses.children(token, "nsubj") if lead is not None and lead.i < c.i < token.i]
    if lead is not None and named and verb.lemma_ in MOVING and verb.i < lead.i and token.i - verb.i <= _REACH + 2:
        attach(named[0], verb, "obl")
        attach(lead, named[0], "case")
        token.dep_ = "advcl"


def _of_place(token: Token, place: Token) -> None:
    verb = place.head
    while verb.dep_ in {"nmod", "compound"} and verb.head.i < verb.i:
        verb = verb.head.head if verb.head.pos_ == "VERB" else verb.head
    verb = next((a for a in place.ancestors if a.pos_ == "VERB"), verb)
    if verb.lemma_ not in MOVING or not 0 < token.i - verb.i <= _REACH + 2 or verb.pos_ != "VERB":
        return
    if place.pos_ == "NOUN" and (place.lemma_ in _bodies() or place.lemma_ in clauses.TEXTS):
        return
    attach(token, verb, "advcl")


def _bodies() -> frozenset[str]:
    nouns = word_sets("nouns")
    return nouns["people"] | nouns["groups"]


@at(tags={"VBD", "VBZ", "VBP"}, labels={"ROOT", "parataxis", "conj", "acl", "ccomp", "advcl"}, bearing=True)
def aside_before_verb(token: Token) -> None:
    """ "Oslo, at Lima's request, shelved its plan": a name, an aside between commas, and its verb."""
    if any(c.dep_ in {*clauses.SUBJECTS, "mark"} for c in token.children) or token.i - 2 <= token.sent.start:
        return
    if token.nbor(-1).text != "," or token.tag_ not in {"VBD", "VBZ", "VBP"}:
        return
    start = token.sent.start
    opening = next((t for t in reversed(token.doc[start : token.i - 1]) if t.text == ","), None)
    if opening is None or opening.i == start:
        return
    name = opening.nbor(-1)
    while name.head.i < opening.i and name.head != name and name.head.i >= start:
        name = name.head
    aside = next((c for c in name.children if opening.i < c.i < token.i and c.dep_ in {"nmod", "obl"}), None)
    if name.dep_ != "ROOT" or name.pos_ not in {"PROPN", "NOUN"} or aside is None or clauses.children(name, "cop"):
        return
    if aside.left_edge.i != opening.i + 1 and aside.left_edge.i != opening.i:
        return
    token.hang(token, "ROOT")
    name.hang(token, "nsubj")
    aside.hang(token, "obl")
