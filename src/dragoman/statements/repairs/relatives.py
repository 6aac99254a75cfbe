"""Relative clauses behind a comma: ", against which they campaign", ", a clause which Chad rejects"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["noun_taking_up", "noun_told_again", "relative_behind_comma"]

_MARKS = {",", "—", "–", ";"}
_LOOSE = {"advcl", "parataxis", "ccomp", "xcomp", "conj", "dep"}
_BESIDE = {"obj", "conj", "nmod", "obl", "obl:unmarked", "appos", "xcomp", "ccomp", "advcl", "dep", "list", "acl"}
_TELLING = {"that", "which"}


@at(labels={"obj", "obl", "nsubj", "nsubj:pass"}, words={"which"})
def relative_behind_comma(token: Token) -> None:
    """ "A levy, against which they campaign", taken for a clause of the verb: the noun before the comma has it."""
    if token.lower_ != "which" or token.i < 2:
        return
    verb = token.head
    opening = token.i - 1 if clauses.preposition(token) else token.i
    comma = token.doc[opening - 1]
    if verb.dep_ not in _LOOSE or verb.pos_ not in {"VERB", "AUX"} or verb.i < token.i or comma.text != ",":
        return
    if token.dep_ not in {"obj", "obl", "nsubj", "nsubj:pass"} or token.sent.start >= opening - 1:
        return
    noun = comma.nbor(-1)
    while noun.dep_ in {"flat", "nmod", "compound", "punct", "dep", "nummod"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    if noun.pos_ in {"NOUN", "PROPN"} and noun.i < opening and clauses.governor(noun) in {verb.head, noun.head}:
        attach(verb, noun, "acl:relcl")


@at(parts={"VERB"})
def noun_told_again(token: Token) -> None:
    """ "For access to the port, access that Oslo refuses to discuss": the noun again, taken for a verb."""
    if token.pos_ != "VERB" or token.i < 2 or token.i + 1 >= len(token.doc) or token.nbor(-1).text != ",":
        return
    that = token.nbor()
    if that.lower_ not in _TELLING or any(c.dep_ in clauses.SUBJECTS for c in token.children if c.i < token.i):
        return
    earlier = [t for t in token.doc[token.sent.start : token.i] if t.lower_ == token.lower_ and t.pos_ == "NOUN"]
    if not earlier or token.head == token:
        return
    token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "parataxis"
    for clause in [c for c in clauses.children(token, "ccomp", "acl") if c.i > that.i][:1]:
        clause.dep_ = "acl:relcl"
        that.pos_, that.tag_ = "PRON", "WDT"


@at(parts={"NOUN"}, bearing=True)
def noun_taking_up(token: Token, anaphors: frozenset[str]) -> None:
    """ "..., a clause which Chad rejects", taken for an object: set beside the clause, it takes up what that tells."""
    if token.lemma_ not in anaphors or token.pos_ != "NOUN" or clauses.children(token, "cc", "case"):
        return
    first = next((c for c in clauses.children(token, "det") if c.lower_ in {"a", "an"}), None)
    if first is None or first.i <= token.sent.start or first.nbor(-1).text not in _MARKS:
        return
    outer = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    told = [c for c in token.children if c.dep_ in {"acl:relcl", "acl"} and c.i > token.i and clauses.marker(c) != "to"]
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.dep_ in {"nsubj", "obj", "obl:unmarked", "advmod"} and token.head.i > token.i:
        _of_second_subject(token)
    elif outer is not None and outer.i < first.i and token.dep_ in _BESIDE and told and following in _TELLING:
        attach(token, outer, "parataxis")


def _of_second_subject(noun: Token) -> None:
    """ ", a request China has denied": the second subject is the verb's own, and the first what it describes."""
    verb = noun.head
    own = [c for c in clauses.children(verb, "nsubj") if c.i > noun.i]
    if own and own[0].left_edge.i == noun.i + 1 and verb.head != verb and verb.head.i < noun.i and verb.pos_ == "VERB":
        attach(noun, verb.head, "parataxis")
        attach(verb, noun, "acl:relcl")
