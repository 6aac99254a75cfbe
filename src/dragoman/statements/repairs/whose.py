"""Clauses with "whose" and a name: "the Republicans, whose leader, Eric Ciotti, had promised to back it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["verb_behind_name"]

_HELPING = {"AUX", "ADV", "PART"}


@at(words={"whose"})
def verb_behind_name(token: Token) -> None:
    """ "Whose leader, Eric Ciotti, had promised": the verb behind the second comma is the leader's."""
    noun = token.head.head if token.head.dep_ == "nmod:desc" and token.head.head.pos_ == "PROPN" else token.head
    owner = noun.head
    if token.lower_ != "whose" or noun.dep_ != "acl:relcl" or noun.pos_ not in {"NOUN", "PROPN"} or owner.i > token.i:
        return
    verb = _behind(noun)
    if verb is None or verb.dep_ == "ROOT" or any(c.dep_ == "nsubj" and c != owner for c in verb.children):
        return
    if owner.head == verb:
        owner.hang(verb.head, "obj" if verb.dep_ in {"ccomp", "xcomp"} else "obl")
    attach(verb, owner, "acl:relcl")
    if verb.head == owner:
        attach(noun, verb, "nsubj")


def _behind(noun: Token) -> Token | None:
    """The verb right behind the comma that closes the name beside *noun*."""
    doc, stop = noun.doc, noun.sent.end
    last = max(t.i for t in noun.subtree)
    named = any(t.pos_ == "PROPN" for t in noun.subtree if t.i >= noun.i)
    at_comma = last + 1 if doc[last].text != "," else last
    if not named or at_comma + 1 >= stop or doc[at_comma].text != ",":
        return None
    for word in doc[at_comma + 1 : min(stop, at_comma + 6)]:
        if word.pos_ == "VERB":
            return word if word.tag_ in {"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"} else None
        if word.pos_ not in _HELPING:
            return None
    return None
