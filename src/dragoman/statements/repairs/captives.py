"""Captives and goods that are to be let go, and how they were taken: "free five Chadians arrested at the port"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["LETTING_GO", "taken_before"]

_TAKEN = {
    "arrested", "detained", "jailed", "imprisoned", "captured", "kidnapped", "abducted", "interned", "seized",
    "impounded", "confiscated", "intercepted", "held",
}  # fmt: skip
"""What was done to those who are to be let go."""
LETTING_GO = {"free", "release", "return", "repatriate", "swap", "exchange", "liberate", "pardon", "surrender"}
_BEFORE_NOUN = {"NUM", "DET", "ADJ", "PRON"}
_NOUNS = {"NOUN", "PROPN"}


@at(tags={"VBD", "VBN"}, words=_TAKEN)
def taken_before(token: Token) -> None:
    """ "Free five Chadians arrested in May": a past behind those to be let go tells what was done to them."""
    if token.lower_ not in _TAKEN or token.i < token.sent.start + 2 or token.nbor(-1).pos_ not in _NOUNS:
        return
    if any(c.dep_ in {"aux", "aux:pass", "cc"} or (c.dep_ == "obj" and c.i > token.i) for c in token.children):
        return
    noun = token.nbor(-1)
    verb = _verb_before(noun)
    if verb is None or verb.lemma_ not in LETTING_GO or not verb.tag_.startswith("V"):
        return
    if noun.head is token:
        if verb.head is token:
            take_place(verb, token)
        elif token.head is not verb:
            return
        for child in [c for c in token.children if (c.i < verb.i or c.dep_ == "conj") and c is not verb]:
            attach(child, verb, child.dep_)
    elif noun.head is not verb and noun.head is not token.head:
        return
    attach(noun, verb, "obj")
    for part in [c for c in verb.children if verb.i < c.i < noun.i]:
        attach(part, noun, "nummod" if part.pos_ == "NUM" else part.dep_ if part.dep_ != "obj" else "compound")
    attach(token, noun, "acl")
    token.tag_, token.pos_ = "VBN", "VERB"


def _verb_before(noun: Token) -> Token | None:
    """The verb right before a noun and what describes it."""
    for near in reversed(noun.doc[noun.sent.start : noun.i]):
        if near.pos_ == "VERB":
            return near
        if near.pos_ not in _BEFORE_NOUN and near.head is not noun:
            return None
    return None
