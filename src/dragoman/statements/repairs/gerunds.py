"""Gerunds with a subject of their own, and in a list: "keen on Kim completing it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach
from dragoman.statements.repairs.movers import MOVING
from dragoman.statements.repairs.participles import sends_letter

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["gerund_as_subject", "gerund_behind_with", "gerund_of_verb", "gerund_with_subject", "listed_gerunds"]

_ADDRESSING = {"write", "speak", "appeal", "talk", "turn", "telephone", "cable", "send"}
"""Verbs with a hearer whom a gerund behind may tell something: "wrote to Weber begging him"."""

_THINKING = {"fear", "hope", "believe", "think", "know", "mean", "expect", "judge", "reckon", "worry", "feel"}
_OPENING = {"that", "because", "while", "“", '"', ":"}
"""What stands before a gerund that opens its clause."""
_INNER = {"flat", "compound", "conj", "nmod", "nmod:poss"}
"""How the last word of a noun phrase may hang from the others."""
_OF_GERUNDS = {
    "oppose", "want", "see", "mind", "support", "favour", "favor", "welcome", "imagine", "discuss", "reject", "resist",
    "accept", "fear", "risk", "mean", "involve", "prevent", "stop", "keep", "envisage", "dislike",
}  # fmt: skip
"""Verbs with a clause for their object: "opposes the Union joining". "Blocked the bridge spanning it" has a thing."""


@at(tags={"VBG"}, labels={"advcl", "xcomp", "acl", "ccomp"})
def gerund_with_subject(token: Token) -> None:
    """ "keen on Kim completing it": the name is the subject of the gerund after it."""
    if token.tag_ != "VBG" or token.i == 0 or token.dep_ not in {"advcl", "xcomp", "acl", "ccomp"}:
        return
    before = token.doc[token.i - 1]
    if before.dep_ in {"flat", "compound"} and before.head.i < token.i:
        before = before.head
    if before.pos_ not in {"PROPN", "PRON"} or before.dep_ not in {"obl", "nmod", "obj"} or before.is_sent_start:
        return
    if (
        any(c.lower_ in {"him", "her", "them"} for c in clauses.children(token, "obj"))
        and token.head.lemma_ in _ADDRESSING
    ):
        return
    lead = [c for c in before.children if c.dep_ == "case" and c.i < before.i]
    if before.dep_ != "obj" and (
        not lead or lead[0].lower_ not in {"on", "to", "of", "against", "for", "at", "about", "from", "with"}
    ):
        return
    governor = before.head
    if token.head not in {before, governor} or governor.lemma_ in MOVING:
        return
    sent = governor if governor.pos_ == "VERB" else governor.head
    if sends_letter(sent) and lead[:1] and lead[0].lower_ == "to":
        attach(token, sent, "advcl")
        return
    if before.dep_ == "obj" and clauses.children(before, "det") and governor.lemma_ not in _OF_GERUNDS:
        return
    attach(token, governor, "advcl" if lead else "ccomp")
    attach(before, token, "nsubj")
    for case in lead:
        attach(case, token, "mark")


@at(tags={"VBG"}, labels={"advcl", "acl", "conj", "xcomp", "amod"}, bearing=True)
def gerund_behind_with(token: Token) -> None:
    """ "Talks stalled, with Chad still blocking the vote and Mali demanding another": who stands before the gerund."""
    for before in [c for noun in clauses.children(token, "nsubj") for c in clauses.children(noun, "case")]:
        if before.lower_ == "with":
            attach(before, token, "mark")
    if clauses.children(token, "mark", "case", "nsubj") or token.i < token.sent.start + 2:
        return
    place = token.i - 1
    while token.doc[place].pos_ == "ADV" and place > token.sent.start + 1:
        place -= 1
    noun = token.doc[place]
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    if first := next((a for a in token.ancestors if a.tag_ == "VBG" and clauses.marker(a) == "with"), None):
        _join(token, noun, first)
        return
    while noun.dep_ in _INNER and noun.head.i < token.i and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    case = next((c for c in clauses.children(noun, "case") if c.lower_ == "with" and c.i < noun.i), None)
    if noun.dep_ not in {"obl", "nmod"} or case is None or not _is_apart(case, adverb=place < token.i - 1):
        return
    outer = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"} and a.i < case.i), noun.head)
    attach(token, outer, "advcl")
    attach(noun, token, "nsubj")
    attach(case, token, "mark")


@at(tags={"VBG"}, labels={"advcl"})
def listed_gerunds(token: Token, saying: frozenset[str]) -> None:
    """ "completing it, stopping tests, and closing sites": a list, not one act by way of the others."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.head.tag_ != "VBG" or token.i < token.head.i:
        return
    listed = token.left_edge.text == "," or token.doc[token.left_edge.i - 1].text in {",", "and", "or"}
    if listed and not clauses.marker(token) and (token.lemma_ not in saying or clauses.children(token, "cc")):
        token.dep_ = "conj"


@at(tags={"VBG"}, labels={"csubj", "ccomp", "nsubj"})
def gerund_as_subject(token: Token, saying: frozenset[str]) -> None:
    """ "Lifting the ban would be wrong": what is wrong is the lifting, not the ban."""
    if token.i + 1 >= token.sent.end or clauses.children(token, "obj", "aux", "nsubj"):
        return
    if token.lemma_ in saying or token.lemma_ in _THINKING:
        return
    first = token.nbor()
    thing = first.head
    if first.tag_ not in {"DT", "PRP$"} or first.dep_ not in {"det", "nmod:poss"} or thing.left_edge != first:
        return
    predicate = thing.head
    near = {predicate, predicate.head, predicate.head.head}
    if thing.dep_ not in {"nsubj", "nsubj:pass"} or predicate.i < thing.i or not near & {token, token.head}:
        return
    if token.i > token.sent.start and token.nbor(-1).lower_ not in _OPENING | {token.head.lower_}:
        return
    if predicate.head == token:
        attach(predicate, token.head, token.dep_)
    attach(token, predicate, "csubj")
    attach(thing, token, "obj")


@at(tags={"VBG"}, labels={"acl"})
def gerund_of_verb(token: Token) -> None:
    """ "Which denies arming them", "those who oppose arming them": a gerund right behind a verb, not of a noun."""
    if token.dep_ != "acl" or token.tag_ != "VBG" or token.i == token.sent.start:
        return
    before = token.nbor(-1)
    if token.head.pos_ == "VERB" and token.head is before:
        token.dep_ = "xcomp"
    elif (
        before.lemma_ in _OF_GERUNDS
        and before.tag_ in FINITE
        and before.dep_ == "acl:relcl"
        and before.i > token.head.i
    ):
        attach(token, before, "xcomp")


def _is_apart(case: Token, *, adverb: bool) -> bool:
    """Whether "with" begins an aside: behind a comma, or before a gerund that an adverb parts from its noun."""
    return case.i == case.sent.start or case.nbor(-1).text in {",", "–", "—", "-"} or adverb


def _join(gerund: Token, noun: Token, first: Token) -> None:
    """ "With Chad leaving and Mali staying": the second of two, each with a subject of its own."""
    while noun.dep_ in _INNER - {"conj"} and noun.head.i < gerund.i and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    before = noun.left_edge
    joined = before.lower_ == "and" or (before.i > first.i + 1 and before.nbor(-1).lower_ == "and")
    if joined and noun.i > first.i and gerund.head.i < gerund.i and noun.dep_ in {"conj", "obl", "obj", "nmod"}:
        attach(gerund, first, "conj")
        attach(noun, gerund, "nsubj")
