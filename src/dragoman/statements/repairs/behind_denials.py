"""Verbs that go on from a denial: "denied having sent troops and accused Chad" accuses, and denies no accusation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["said_behind_denial"]

_SPEAKING = {
    "accuse", "blame", "call", "urge", "warn", "threaten", "vow", "describe", "dismiss", "reject", "demand", "summon",
    "condemn", "denounce", "criticise", "criticize", "challenge", "ask", "insist", "say", "pledge", "promise", "appeal",
}  # fmt: skip
"""What is said aloud, and seldom denied with a deed."""


@at(tags={"VBN", "VBD"}, labels={"conj"}, bearing=True)
def said_behind_denial(token: Token) -> None:
    """ "Denied that it had cut supplies and blamed Chad": whoever denies goes on to blame."""
    deed = token.head.head if token.head.dep_ == "xcomp" and token.head.tag_ == "VBG" else token.head
    denial = deed.head
    if token.lemma_ not in _SPEAKING or denial.lemma_ != "deny" or deed.dep_ not in {"xcomp", "ccomp"}:
        return
    helpers = {c.lower_ for c in clauses.children(deed, "aux")}
    if not helpers & {"having", "had"} or clauses.children(token, "aux", "aux:pass", "mark", *clauses.SUBJECTS):
        return
    if denial.tag_ == "VBD" or clauses.children(denial, "aux"):
        token.tag_ = "VBD"
        attach(token, denial, "conj")
