"""Sayings set into or behind what they report: "unless it pays, Chile warned, we will leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["infinitive_behind_report", "inserted_report"]

_TAKEN_FOR = {"advcl", "acl:relcl", "acl", "conj", "ccomp", "dep"}


def inserted_report(token: Token, saying: frozenset[str]) -> None:
    """A saying between commas, or behind the last one, hangs from what it reports; what stands before it does too."""
    if token.lemma_ not in saying or token.pos_ != "VERB" or token.dep_ not in _TAKEN_FOR:
        return
    under = clauses.children(token, "nsubj")
    if not under or under[0].i > token.i or clauses.marker(token) or under[0].tag_ in {"WDT", "WP"}:
        return
    first = under[0].left_edge
    while first.is_punct and first.i < token.i:
        first = first.nbor()
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    closed = after is None or after.is_punct or after.is_sent_start
    if (
        not first.i
        or first.nbor(-1).text != ","
        or not closed
        or any(c.dep_ in {"ccomp", "xcomp", "obj", "cc"} for c in token.children)
    ):
        return
    outer = token.sent.root if token.dep_ in {"acl:relcl", "acl"} else token.head
    if outer.pos_ not in {"VERB", "AUX", "NOUN", "ADJ"} or any(a == token for a in outer.ancestors):
        return
    for child in [c for c in token.children if c.i < first.i and c.dep_ in {"advcl", "obl"}]:
        attach(child, outer, child.dep_)
    attach(token, outer, "parataxis")


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
