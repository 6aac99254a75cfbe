"""Subjects that hang from something set between them and their verb: "lawmakers, uneasy about it, are pressing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "first_of_series",
    "name_without_case",
    "noun_before_participle",
    "subject_before_aside",
    "subject_of_aside",
    "with_before_clause",
]

_HELPED = {"aux", "aux:pass", "cop"}
_OPENING = {"after", "before", "when", "while", "as", "until", "since", "because", "although", "though"}

_JOINING = {"and", "but", "though", "although", "while", "whereas", "because", "as", "since", "yet"}
_ASIDE = 16
"""Words that an aside between commas may have."""


@at(parts={"PROPN"}, labels={"obl", "obl:unmarked"})
def name_without_case(token: Token) -> None:
    """ "Chile, at the edge of the map, had threatened": a name that no preposition leads is who acts."""
    verb = token.head
    if token.dep_ not in {"obl", "obl:unmarked"} or token.pos_ != "PROPN" or clauses.children(token, "case", "mark"):
        return
    opens = token.left_edge.i == token.sent.start and token.i + 1 < verb.i and token.nbor().text == ","
    if opens and _lacks_subject(verb):
        token.dep_ = "nsubj"


@at(labels={"nsubj", "nsubj:pass"})
def subject_of_aside(token: Token) -> None:
    """ "Lawmakers, uneasy about it, are pressing": what is set between commas only describes who is pressing."""
    aside = token.head
    verb = aside.head
    loose = aside.dep_ == "advcl" and aside.tag_ in {"JJ", "VBN", "VBG"} and token.i < aside.i < verb.i
    if not loose or token.dep_ not in clauses.SUBJECTS or any(c.dep_ in _HELPED for c in aside.children):
        return
    lead = clauses.marker(aside)
    since_then = lead == "since" and token.left_edge.i > 0 and token.left_edge.nbor(-1).lower_ == "then"
    apart = aside.left_edge.i > 0 and "," in {aside.nbor(-1).text, aside.left_edge.text}
    if (since_then or (apart and not lead)) and _lacks_subject(verb):
        attach(token, verb, "nsubj")
        attach(aside, token, "acl")


@at(labels={"parataxis"}, parts={"VERB"}, bearing=True)
def subject_before_aside(token: Token) -> None:
    """ "It will sign: its deputy, Ana Ruiz, has called on": a verb behind an aside has what stands before the aside."""
    if token.dep_ != "parataxis" or not _lacks_subject(token):
        return
    doc, start = token.doc, token.sent.start
    at = min([token.i, *(c.i for c in token.children if c.i < token.i and c.dep_ in {"aux", "aux:pass", "advmod"})])
    closing = at - 1
    if closing <= start or doc[closing].text != ",":
        return
    opening = next((n for n in range(closing - 2, max(start, closing - _ASIDE), -1) if doc[n].text == ","), None)
    noun = doc[opening - 1] if opening is not None else token
    noun = noun.head if noun.dep_ == "flat" else noun
    if opening is None or noun.pos_ not in {"NOUN", "PROPN"} or not _opens_clause(noun):
        return
    attach(noun, token, "nsubj")


def _opens_clause(noun: Token) -> bool:
    """Whether a noun phrase begins a clause: behind a colon, a joining word or nothing."""
    for n in range(noun.i - 1, max(noun.sent.start, noun.i - 8) - 1, -1):
        before = noun.doc[n]
        if before.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM"} or before.tag_ in {"POS", "PRP$", "HYPH"}:
            continue
        return before.text in {":", ";"} or before.lower_ in _JOINING
    return True


@at(labels={"mark"}, words={"with"})
def with_before_clause(token: Token) -> None:
    """ "With no talks planned, after Chile turned it down": what stands before "after" is no subject of its clause."""
    verb = token.head
    marks = [c for c in clauses.children(verb, "mark") if c.i > token.i and c.lower_ in _OPENING]
    if token.lower_ != "with" or token.dep_ != "mark" or not marks or verb.head == verb:
        return
    for noun in [c for c in clauses.children(verb, "nsubj") if token.i < c.i < marks[0].i]:
        attach(noun, verb.head, "obl")
        attach(token, noun, "case")


@at(tags={"VBD"}, labels={"advcl"}, bearing=True)
def first_of_series(token: Token) -> None:
    """ "Chad accused Mali of dumping, rejected the text and left": the first of the three is the main verb."""
    later = token.head
    if token.tag_ != "VBD" or token.dep_ != "advcl" or later.i < token.i or later.nbor(-1).text != ",":
        return
    if later.tag_ != "VBD" or not _lacks_subject(later) or clauses.children(token, "mark", "aux", "aux:pass"):
        return
    if not clauses.children(token, "nsubj") or not clauses.children(later, "obj", "ccomp", "xcomp", "obl"):
        return
    for child in [c for c in later.children if c.i < token.i]:
        child.hang(token, child.dep_)
    take_place(token, later)
    later.hang(token, "conj")


@at(tags={"VBD", "VBN"}, bearing=True)
def noun_before_participle(token: Token) -> None:
    """ "While the makers, hit by high prices, have asked": who was hit has asked."""
    under = clauses.children(token, "nsubj")
    if token.tag_ not in {"VBD", "VBN"} or len(under) != 1 or under[0].i > token.i or token.nbor(-1).text != ",":
        return
    if clauses.children(token, "aux", "aux:pass", "obj", "ccomp") or under[0].pos_ not in {"NOUN", "PROPN"}:
        return
    verb = next((t for t in token.doc[token.i + 1 : min(token.sent.end, token.i + _ASIDE)] if _is_resumed(t)), None)
    if verb is None or verb in {*under[0].subtree} or max(t.i for t in under[0].subtree) > token.i:
        return
    if any(a is token for a in verb.ancestors):
        take_place(verb, token)
        token.hang(verb, "dep")
    marks = clauses.children(token, "mark", "cc")
    attach(under[0], verb, "nsubj")
    attach(token, under[0], "acl")
    token.tag_ = "VBN"
    for mark in [c for c in marks if c.i < under[0].i]:
        attach(mark, verb, mark.dep_)


def _is_resumed(verb: Token) -> bool:
    """Whether a verb without a subject goes on behind the comma that ends an aside: ", have asked"."""
    helpers = [c for c in clauses.children(verb, "aux", "aux:pass") if c.i < verb.i]
    return bool(helpers) and helpers[0].nbor(-1).text == "," and _lacks_subject(verb)


def _lacks_subject(verb: Token) -> bool:
    """Whether a finite verb has nobody who does it."""
    finite = verb.tag_ in FINITE or any(c.tag_ in {*FINITE, "MD"} for c in clauses.children(verb, "aux"))
    return verb.pos_ == "VERB" and finite and not any(c.dep_ in clauses.SUBJECTS for c in verb.children)
