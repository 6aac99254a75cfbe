"""What is said, taken for something else: "said the deal protected farmers", "insisted throughout that it go"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "active_behind_passive",
    "finite_in_what_is_said",
    "insisted_all_along",
    "that_before_comma",
    "told_by_somebody",
    "verb_in_what_is_said",
]

_SAYING = {"say", "argue", "insist", "warn", "complain", "claim", "believe", "think", "maintain", "contend"}
"""Verbs that open a clause, and act on no thing with a quality."""
_ANSWERING = {
    "reject", "deny", "dispute", "dismiss", "accept", "refuse", "oppose", "rebut", "refute", "welcome", "concede",
}  # fmt: skip
_ALL_ALONG = {"throughout", "along", "beforehand", "though", "before"}
"""Adverbs that may stand between a verb and "that"."""
_TELLING = {"tell", "inform", "warn", "assure", "advise", "notify", "remind"}


@at(tags={"VBN", "VBD"}, labels={"amod"})
def verb_in_what_is_said(token: Token) -> None:
    """ "Said the compromise protected artisanal fishermen": the compromise did, and the fishermen are its object."""
    noun, verb = token.head, token.head.head
    if noun.dep_ != "obj" or verb.lemma_ not in _SAYING or not verb.i + 1 < token.i < noun.i:
        return
    under = token.nbor(-1)
    first = verb.nbor()
    opened = first.pos_ == "DET" or first.tag_ == "PRP$" or under.tag_ in {"NNS", "NNP"}
    if under.head is not noun or under.pos_ not in {"NOUN", "PROPN", "ADJ"} or not opened or under is first:
        return
    token.tag_, token.pos_ = "VBD", "VERB"
    attach(token, verb, "ccomp")
    attach(noun, token, "obj")
    if under.pos_ == "ADJ":
        under.pos_, under.tag_, under.lemma_ = "NOUN", "NN", under.lower_
    attach(under, token, "nsubj")
    for child in [c for c in noun.children if c.i < under.i]:
        attach(child, under, child.dep_)


@at(tags={"VBD", "VBN", "VBZ"}, labels={"xcomp"})
def finite_in_what_is_said(token: Token) -> None:
    """ "Says Chad never signed", "said the plan often failed": a clause with a subject of its own."""
    verb = token.head
    if token.dep_ != "xcomp" or verb.lemma_ not in _SAYING - {"warn"} or not verb.i < token.i:
        return
    if clauses.children(token, "aux", "aux:pass", "cop", "mark"):
        return
    if any(verb.i < under.i < token.i for under in clauses.children(token, "nsubj")):
        token.dep_ = "ccomp"
        return
    between = [c for c in clauses.children(verb, "obj") if verb.i < c.i < token.i]
    if len(between) == 1 and all(t.pos_ == "ADV" for t in token.doc[between[0].i + 1 : token.i]):
        token.dep_ = "ccomp"
        token.tag_ = "VBD" if token.tag_ == "VBN" else token.tag_
        attach(between[0], token, "nsubj")


@at(words={"that"})
def that_before_comma(token: Token) -> None:
    """ "Rejected that, saying": before a comma it opens no clause, but is what was rejected."""
    if token.lower_ != "that" or token.i < token.sent.start + 1 or token.i + 1 >= token.sent.end:
        return
    verb = token.nbor(-1)
    clausal = token.dep_ in {"mark", "nsubj", "nsubj:pass", "obl"} and token.head.i > token.i
    if token.nbor().text != "," or verb.pos_ != "VERB" or verb.lemma_ not in _ANSWERING or not clausal:
        return
    clause = token.head
    token.pos_, token.tag_ = "PRON", "DT"
    attach(token, verb, "obj")
    if clause.head is verb and clause.dep_ in {"ccomp", "xcomp"} and clause.tag_ == "VBG":
        clause.dep_ = "advcl"


@at(tags={"VBN", "VBD"}, labels={"conj"}, bearing=True)
def active_behind_passive(token: Token) -> None:
    """ "Said workers had been sacrificed and asked Chad to": what has an object is no passive, but the speaker's."""
    inner, outer = token.head, token.head.head
    told = inner.dep_ == "ccomp" and outer.lemma_ in _SAYING and outer.tag_ == "VBD" and outer.i < inner.i < token.i
    if not told or not clauses.is_passive(inner) or not any(c.lower_ == "had" for c in clauses.children(inner, "aux")):
        return
    acting = any(c.i > token.i for c in clauses.children(token, "obj", "iobj"))
    if acting and not clauses.children(token, *clauses.SUBJECTS, "aux", "aux:pass", "mark"):
        token.tag_ = "VBD"
        attach(token, outer, "conj")


@at(labels={"advcl"}, bearing=True)
def insisted_all_along(token: Token) -> None:
    """ "Insisted throughout that it be lifted": an adverb right before "that" opens no clause."""
    marks = clauses.children(token, "mark")
    if token.dep_ != "advcl" or [m.lower_ for m in marks][1:2] != ["that"] or marks[0].lower_ not in _ALL_ALONG:
        return
    if marks[0].i == marks[1].i - 1 and token.head.i < marks[0].i:
        attach(marks[0], token.head, "advmod")
        marks[0].pos_ = "ADV"
        token.dep_ = "ccomp"


@at(labels={"conj"}, bearing=True)
def told_by_somebody(token: Token) -> None:
    """ "Was told by her counterpart, X Y, that the papers would be read": what she was told."""
    report = token.head
    if token.dep_ != "conj" or clauses.marker(token) != "that" or report.lemma_ not in _TELLING:
        return
    if clauses.is_passive(report) and not any(c.dep_ == "cc" for c in token.children):
        token.dep_ = "ccomp"
