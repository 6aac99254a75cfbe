"""Clauses told in a series: "if Chad leaves and two prisoners are freed", "demand that Chad leave and that it pay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach
from dragoman.statements.repairs.conditional import CONDITIONS

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "among_them_that",
    "charge_goes_on",
    "condition_goes_on",
    "main_clause_goes_on",
    "that_goes_on",
    "would_goes_on",
]

_STOPS = {"but", "while", "although", "though", "whereas", "because", "which", "who"}
_LOOSE = {"parataxis", "advcl", "conj", "ccomp"}
_CHARGING = {"accuse", "suspect", "convict", "acquit"}
_AMONG = {"among", "including", "notably", "namely"}
_DEMANDS = frozenset(lexicon("positions")["containers"]["asking"])
"""What an article tells some of: "a list of demands, among them that"."""


@at(labels={"conj"}, bearing=True)
def that_goes_on(token: Token) -> None:
    """ "Needs the Greens, who demand that it be law and that Chad pay": what goes on from the clause with "that"."""
    that = next((c for c in clauses.children(token, "mark") if c.lower_ == "that"), None)
    if token.dep_ != "conj" or that is None or that.nbor(-1).lower_ not in {"and", "or"} or not _has_own(token):
        return
    before = token.doc[token.head.i + 1 : that.i - 1]
    first = next((t for t in reversed(before) if t.dep_ == "ccomp" and clauses.marker(t) == "that"), None)
    if first is not None:
        attach(token, first, "conj")


def _has_own(clause: Token) -> bool:
    return any(c.i < clause.i for c in clauses.children(clause, *clauses.SUBJECTS))


@at(labels={"conj"}, bearing=True)
def would_goes_on(token: Token) -> None:
    """ "Would obey the order if it came, and would go to court": what somebody would do goes on, not the condition."""
    first = clauses.first_conjunct(token)
    if token.dep_ != "conj" or first.dep_ != "advcl" or not _opens(first) or first.i < first.head.i:
        return
    meant = {c.lower_ for c in clauses.children(token, "aux")} & {"will", "would"}
    if meant and meant <= mood.modals(first.head) and not mood.modals(first) & {"will", "would"}:
        attach(token, first.head, "conj")


@at(parts={"VERB", "AUX", "ADJ", "NOUN"}, labels={"conj"}, bearing=True)
def main_clause_goes_on(token: Token) -> None:
    """ "Will stay until Chad pays, and Mali has left": behind a comma, who does something else fulfils nothing."""
    condition = token.head
    if token.dep_ != "conj" or condition.dep_ != "advcl" or not condition.head.i < condition.i < token.i:
        return
    if not _opens(condition) or not _resumes(token) or not _is_finite(token):
        return
    outer = condition.head
    while outer.dep_ in {"xcomp", "advcl"} and outer.tag_ not in FINITE and not clauses.children(outer, "aux"):
        outer = outer.head
    attach(token, outer, "conj")


def _resumes(clause: Token) -> bool:
    """ ", and Mali has left": behind a comma and "and", with a subject of its own and no word that opens it."""
    link = next((c for c in clauses.children(clause, "cc") if c.i < clause.i), None)
    if link is None or link.lower_ not in {"and", "but"} or link.nbor(-1).text != "," or clauses.marker(clause):
        return False
    earlier = [c for c in clauses.children(clause.head, "conj") if c.i < clause.i]
    listed = any(c.left_edge.text == "," or c.left_edge.nbor(-1).text == "," for c in earlier)
    return not listed and _has_own(clause)


@at(labels={"advcl"}, bearing=True)
def condition_goes_on(token: Token) -> None:
    """ "If Chad left, the quota was halved and a ship was freed": the later clauses are conditions as well."""
    if token.dep_ != "advcl" or not _opens(token) or token.i < token.head.i or not _is_finite(token):
        return
    later: list[Token] = []
    for clause in token.doc[token.i + 1 : token.sent.end]:
        if clause.lower_ in _STOPS or clause.text in {";", ":", "—", "–"} or clause.is_quote:
            break
        listed = bool(later) and clause.head is later[-1] and clause.tag_ == token.tag_ and clause.dep_ == "conj"
        near = clause.head in {token.head, token.head.head, *later} and clause.dep_ in _LOOSE
        if near and not (not later and _resumes(clause)) and (_goes_on(token, clause) or listed):
            later.append(clause)
    if not later or not {t.lower_ for t in _leads(later[-1])} & {"and", "or"}:
        return
    for clause in later:
        if clause.head not in later:
            attach(clause, token, "conj")


def _opens(clause: Token) -> bool:
    """True where a clause opens as a condition: "if", "provided that", "as long as"."""
    return clauses.marker(clause) in CONDITIONS


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or bool(clauses.children(verb, "aux:pass", "aux", "cop"))


def _goes_on(condition: Token, clause: Token) -> bool:
    """True for a clause in the tense of *condition*, without a word that opens it, behind a comma or "and"."""
    if clause.pos_ not in {"VERB", "AUX", "ADJ"} or clauses.marker(clause) or mood.modals(clause) & {"would", "will"}:
        return False
    if not {t.lower_ for t in _leads(clause)} & {",", "and", "or"} or clause.i < condition.i or not _is_finite(clause):
        return False
    if condition.tag_ in {"VBZ", "VBP"} and clause.tag_ == "VBD" and not clauses.children(clause, "aux", "aux:pass"):
        return False
    own = [c for c in clauses.children(clause, *clauses.SUBJECTS) if c.i < clause.i and not clauses.preposition(c)]
    outer = condition.head.head
    listed = clause.head is outer and not {t.lower_ for t in _leads(clause)} & {"and", "or"}
    listed = listed and bool(clauses.children(clause, "conj")) and bool(mood.modals(condition.head))
    return bool(own) or (clause.tag_ == condition.tag_ and (clause.tag_ != clause.head.tag_ or listed))


def _leads(clause: Token) -> list[Token]:
    """The words that open a clause: the last before it, and its first two."""
    first = clause.left_edge
    return [first.nbor(-1), *clause.doc[first.i : min(first.i + 2, clause.i)]] if first.i else []


@at(labels={"conj"}, bearing=True)
def charge_goes_on(token: Token) -> None:
    """ "Accused it of backing rebels and of being too close to Chad": one more charge."""
    of = next((c for c in clauses.children(token, "mark") if c.lower_ == "of"), None)
    if token.dep_ != "conj" or of is None or of.nbor(-1).lower_ not in {"and", "or"}:
        return
    before = token.doc[token.head.i + 1 : of.i]
    first = next((t for t in reversed(before) if t.tag_ == "VBG" and clauses.marker(t) == "of"), None)
    if first is not None and first is not token.head:
        attach(token, first, "conj")
    elif first is None and (charging := next((t for t in reversed(before) if t.lemma_ in _CHARGING), None)):
        attach(token, charging, "advcl")


@at(labels={"ccomp", "acl:relcl", "acl", "advcl"}, bearing=True)
def among_them_that(token: Token) -> None:
    """ "A list of demands, among them that Chad leave and pay": the clause tells the demands."""
    marks = clauses.children(token, "mark")
    that = next((t for m in marks for t in (m, *clauses.children(m, "fixed")) if t.lower_ == "that"), None)
    if token.dep_ not in {"ccomp", "acl:relcl", "acl", "advcl"} or that is None or that.i < token.sent.start + 3:
        return
    lead = that.nbor(-1)
    among = lead.nbor(-1) if lead.lower_ == "them" else lead
    if among.lower_ not in _AMONG or among.nbor(-1).text != ",":
        return
    verb = clauses.governor(token.head) if token.head.pos_ == "NOUN" else token.head
    things = [t for t in token.doc[verb.i + 1 : among.i] if t.pos_ == "NOUN" and t.lemma_ in _DEMANDS]
    if not things:
        return
    token.tag_ = "VB" if token.tag_ == "VBP" else token.tag_
    attach(token, things[-1], "acl")
    for mark in marks:
        mark.dep_ = "mark" if mark is that else "dep"
    attach(that, token, "mark")
    for that_too in [t for t in token.doc[token.i + 1 : token.sent.end] if t.lower_ == "that" and t.dep_ == "mark"]:
        if that_too.nbor(-1).lower_ in {",", "and", "or"} and that_too.head not in [token, *token.ancestors]:
            that_too.head.tag_ = "VB" if that_too.head.tag_ == "VBP" else that_too.head.tag_
            attach(that_too.head, token, "conj")
    for later in [c for c in clauses.children(verb, "conj") if c.i > token.i and not clauses.children(c, "nsubj")]:
        if later.tag_ in {"VB", "VBP"} or later.lower_ == later.lemma_:
            later.tag_ = "VB"
            attach(later, token, "conj")
