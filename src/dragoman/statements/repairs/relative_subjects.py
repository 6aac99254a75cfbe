"""Subjects of relative clauses with a name beside them: "an idea that its leader, Eric Ciotti, dismissed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["object_of_relative", "relative_of_both", "verb_behind_joined_subject", "verb_behind_named_subject"]

_BETWEEN = {"AUX", "ADV", "PART"}
_TWO = 2


@at(words={"that", "which", "whom"})
def verb_behind_named_subject(token: Token) -> None:
    """ "An idea that its leader, Eric Ciotti, dismissed": the verb behind the second comma is the leader's."""
    noun = token.head
    if noun.dep_ != "acl:relcl" or noun.pos_ not in {"NOUN", "PROPN"} or noun.i < token.i or noun.head.i > token.i:
        return
    if clauses.children(noun, "cop", *clauses.SUBJECTS):
        return
    thing, verb = noun.head, _right_behind(noun) or _behind_name(noun)
    if verb is None or verb.dep_ == "ROOT" or clauses.agents(verb):
        return
    helped = clauses.children(verb, "aux", "aux:pass")
    attach(verb, thing, "acl:relcl")
    if verb.head != thing:
        return
    verb.tag_ = verb.tag_ if helped or verb.tag_ != "VBN" else "VBD"
    attach(noun, verb, "nsubj")
    attach(token, verb, "obj")


@at(parts={"NOUN"}, labels={"nsubj", "nsubj:pass"})
def object_of_relative(token: Token) -> None:
    """ "Those who catch tuna must report": what stands right behind the inner verb is its object, no second subject."""
    inner = token.left_edge.nbor(-1) if token.left_edge.i > token.sent.start else token
    if token.dep_ not in clauses.SUBJECTS or inner.pos_ != "VERB" or inner.dep_ != "acl:relcl" or inner.i > token.i:
        return
    if inner.head.head != token.head or inner.head.dep_ not in clauses.SUBJECTS or inner.tag_ not in FINITE:
        return
    if any(c.dep_ == "nsubj" for c in inner.children) and not clauses.children(inner, "obj", "xcomp", "ccomp"):
        attach(token, inner, "obj")


@at(parts={"NOUN"}, labels={"conj"}, bearing=True)
def verb_behind_joined_subject(token: Token) -> None:
    """ "Condemned the draft, and its chairman, Eric Ciotti, called on": who did the second thing, and no object."""
    verb = _behind_name(token)
    if token.dep_ != "conj" or verb is None or clauses.agents(verb) or verb not in token.subtree:
        return
    first = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    joining = clauses.children(token, "cc")
    if first is None or not joining or clauses.children(token, "case", "cop", *clauses.SUBJECTS):
        return
    if token.head != first and joining[0].nbor(-1).text != ",":
        return
    verb.tag_ = verb.tag_ if clauses.children(verb, "aux", "aux:pass") or verb.tag_ != "VBN" else "VBD"
    attach(verb, first, "conj")
    attach(token, verb, "nsubj")


@at(labels={"acl:relcl"}, bearing=True)
def relative_of_both(token: Token) -> None:
    """ "Chad and Niger, which had left, came": told of both that act; "which has left" of the last alone."""
    first = clauses.first_conjunct(token.head)
    leads = [c for c in clauses.children(token, "nsubj", "nsubj:pass") if c.lower_ in {"which", "who"}]
    if not leads or leads[0].nbor(-1).text != "," or first.dep_ not in clauses.SUBJECTS or first.head.i < token.i:
        return
    members = [m for m in clauses.conjuncts(first) if m.i < leads[0].i]
    if len(members) < _TWO or token.head not in members or any(m.pos_ != "PROPN" for m in members):
        return
    helper = next((c for c in token.children if c.dep_ in {"aux", "aux:pass", "cop"}), token)
    if helper.tag_ == "VBZ" or helper.lower_ == "was":
        attach(token, members[-1], "acl:relcl")
    elif helper.tag_ == "VBP" or helper.lower_ == "were" or len(members) == _TWO:
        attach(token, first, "acl:relcl")


def _right_behind(noun: Token) -> Token | None:
    """ "A cap that Chilean negotiators dismissed": a past taken for what was done to them."""
    verb = noun.nbor() if noun.i + 1 < noun.sent.end else noun
    plain = verb.head == noun and verb.dep_ == "acl" and verb.tag_ == "VBN" and not clauses.children(verb, "aux")
    return verb if plain and verb.pos_ == "VERB" else None


def _behind_name(noun: Token) -> Token | None:
    """The verb right behind the comma behind a name: "its head of mission, Eric Ciotti, said"."""
    doc, stop = noun.doc, noun.sent.end
    at = noun.i + 1
    while at + 1 < stop and doc[at].lower_ in {"of", "in", "for", "at"} and doc[at + 1].pos_ in {"NOUN", "PROPN"}:
        at += 2
    if at >= stop or doc[at].text != ",":
        return None
    at += 1
    named = at
    while at < stop and doc[at].pos_ == "PROPN":
        at += 1
    if at == named or at >= stop or doc[at].text != ",":
        return None
    for word in doc[at + 1 : min(stop, at + 6)]:
        if word.pos_ == "VERB":
            return word if word.tag_ in {"VBD", "VBZ", "VBP", "VBN"} else None
        if word.pos_ not in _BETWEEN:
            return None
    return None
