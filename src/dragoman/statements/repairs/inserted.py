"""Sayings set into or behind what they report: "unless it pays, Chile warned, we will leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["infinitive_behind_report", "inserted_report"]

_TAKEN_FOR = {"advcl", "acl:relcl", "acl", "conj", "ccomp", "dep"}


@at(parts={"VERB"}, labels=_TAKEN_FOR, bearing=True)
def inserted_report(token: Token, saying: frozenset[str]) -> None:
    """A saying between commas, or behind the last one, hangs from what it reports; what stands before it does too."""
    if token.lemma_ not in saying or token.pos_ != "VERB" or token.dep_ not in _TAKEN_FOR:
        return
    under = [c for c in clauses.children(token, "nsubj") if c.i < token.i]
    if not under or clauses.marker(token) or under[-1].tag_ in {"WDT", "WP"}:
        return
    first = under[-1].left_edge
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    heard = [c for c in clauses.children(token, "iobj", "obj") if c.i > token.i and _is_hearer(c)]
    last = max([token, *heard], key=lambda t: t.i)
    after = token.doc[last.i + 1] if last.i + 1 < len(token.doc) else None
    closed = after is None or after.is_punct or after.is_sent_start
    _give_back(token, first, last)
    if (
        not first.i
        or first.nbor(-1).text != ","
        or not closed
        or any(c.dep_ in {"ccomp", "xcomp", "obj", "cc"} and c not in heard for c in token.children)
    ):
        return
    outer = token.sent.root if token.dep_ in {"acl:relcl", "acl"} else token.head
    if outer.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or any(a == token for a in outer.ancestors):
        return
    for child in [c for c in token.children if c.i < first.i and c.dep_ in {"advcl", "obl", "nsubj"}]:
        named = child.pos_ in {"NOUN", "PROPN"} and not clauses.preposition(child)
        lacking = not any(c.dep_ in clauses.SUBJECTS for c in outer.children)
        attach(child, outer, "nsubj" if named and lacking else child.dep_)
    attach(token, outer, "parataxis")


def _give_back(report: Token, first: Token, last: Token) -> None:
    """ "Is insisting, an official said, that it pay": the clause is what is insisted on."""
    verb, following = report.head, report.doc[last.i + 2 : last.i + 3]
    told = [c for c in clauses.children(report, "ccomp") if clauses.marker(c) == "that" and c.i > last.i]
    if len(told) != 1 or not first.i or first.nbor(-1) is not verb.nbor() or not following:
        return
    if verb.pos_ == "VERB" and following[0].lower_ == "that" and not clauses.children(verb, "ccomp", "obj", "xcomp"):
        attach(told[0], verb, "ccomp")


def _is_hearer(noun: Token) -> bool:
    """ "Told Reuters", "told this newspaper": who was told, with nothing more behind."""
    return noun.pos_ in {"NOUN", "PROPN", "PRON"} and all(c.i < noun.i or c.is_punct for c in noun.children)


@at(labels={"ccomp", "xcomp"}, bearing=True)
def infinitive_behind_report(token: Token, saying: frozenset[str]) -> None:
    """ "Pleaded with Macron, an aide said, not to punish them": the infinitive is what was pleaded for."""
    report = token.head
    if token.dep_ not in {"ccomp", "xcomp"} or report.lemma_ not in saying or clauses.marker(token) != "to":
        return
    under = clauses.children(report, "nsubj")
    if report.dep_ != "parataxis" or not under or not report.head.i < under[0].i < report.i < token.i:
        return
    first = under[0].left_edge
    before = [t for t in token.doc[token.sent.start : first.i] if t.pos_ == "VERB"]
    if report.nbor(1).text == "," and before:
        attach(token, before[-1], "xcomp")
