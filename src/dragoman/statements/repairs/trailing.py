"""Participles that trail behind a clause: "rejected an offer to share, demanding that Chile pay first"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["behind_infinitive", "behind_report"]

_FAR = 2
"""Words from an object to the participle behind its comma, where it is not the noun right before that."""
_WHEN = {"after", "as", "when", "since", "hours after", "days after"}
"""What opens a clause that tells when, behind which a participle is the main clause's."""
_MANNER = {"again", "also", "instead", "once", "merely", "further"}


@at(tags={"VBG"}, labels={"advcl", "xcomp", "acl"}, bearing=True)
def behind_infinitive(token: Token, speaking: frozenset[str]) -> None:
    """ "Rejected a request by Spain to lift the ban, demanding money": who rejected it demands, not who would lift it.

    So does who "blocked a pact on trade, arguing that".

    *speaking* are the verbs of saying and of stance.
    """
    if token.dep_ not in {"advcl", "xcomp", "acl"} or not _trails(token, speaking):
        return
    outer, near = token.head, token.head
    while outer.dep_ != "ROOT" and (outer.pos_ not in {"VERB", "AUX"} or _is_infinitive(outer)):
        outer = outer.head
    if near.dep_ == "advcl" and clauses.marker(near) in _WHEN and near.head.pos_ == "VERB" and near.head.i < near.i:
        attach(token, near.head, "advcl")
        return
    far = near.pos_ == "NOUN" and near.dep_ == "obj" and near.lemma_ not in clauses.TEXTS and near.i < token.i - _FAR
    if outer is not near and outer.pos_ in {"VERB", "AUX"} and outer.i < token.i and (far or _is_infinitive(near)):
        attach(token, outer, "advcl")


@at(tags={"VBG"}, labels={"ccomp", "xcomp"}, bearing=True)
def behind_report(token: Token, speaking: frozenset[str]) -> None:
    """ "The ship will stay, Chile said, calling on Peru to leave": who said it calls on Peru, and did not say that."""
    if token.dep_ in {"ccomp", "xcomp"} and _trails(token, speaking) and token.head.lemma_ in speaking:
        token.dep_ = "advcl"


def _trails(participle: Token, speaking: frozenset[str]) -> bool:
    """True behind a comma, with nothing that brings it in and no subject of its own."""
    if participle.lemma_ not in speaking or participle.i < participle.sent.start + 2:
        return False
    before = participle.nbor(-1)
    before = before.nbor(-1) if before.lower_ in _MANNER or before.lower_.endswith("ly") else before
    return (
        before.text == ","
        and participle.head.i < participle.i
        and not any(c.dep_ in {*clauses.SUBJECTS, "mark", "aux", "cc", "case"} for c in participle.children)
    )


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and clauses.marker(verb) == "to"
