"""Clauses of condition: what they are a condition of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "CONDITIONS",
    "condition_behind_relative",
    "condition_of_what_is_said",
    "condition_off_noun",
    "condition_off_participle",
    "fronted_clause",
    "inverted_before_report",
    "object_before_inverted",
    "provided",
]

CONDITIONS = {"if", "unless", "provided", "providing", "once", "until", "as long as"}
"""What opens a condition."""
_ONLY = {"after", "when", "if"}
"""What makes a condition with "only" before it."""
_ASKED = {"question", "doubt", "debate", "matter", "issue", "test", "sign", "mystery", "vote", "decision"}
"""Nouns behind which "if" is "whether"."""


@at(words={"provided", "providing"}, bearing=True)
def provided(token: Token) -> None:
    """ "Could live with a levy provided it was small": the word opens a condition of the verb before it."""
    below = [c for c in clauses.children(token, "ccomp", "advcl") if c.i > token.i]
    under = clauses.children(below[0], *clauses.SUBJECTS) if below else []
    if not under or clauses.children(token, "nsubj", "obj", "aux", "aux:pass") or token.dep_ == "ROOT":
        return
    first = below[0].left_edge
    if not token.i or first.i != token.i + 1 or token.nbor(-1).pos_ not in {"NOUN", "PROPN", "VERB", "ADV", "PUNCT"}:
        return
    outer = next((a for a in token.ancestors if a.i < token.i and _is_predicate(a)), None)
    if outer is not None:
        attach(below[0], outer, "advcl")
        attach(token, below[0], "mark")
        token.tag_, token.pos_ = "IN", "SCONJ"


@at(labels={"acl", "acl:relcl", "ccomp", "parataxis"}, bearing=True)
def condition_off_noun(token: Token) -> None:
    """ "Opposes a date unless Chad pays": a clause of condition is the verb's, not of the noun right before it."""
    lead = clauses.marker(token)
    if not (lead in CONDITIONS or (lead in _ONLY and _is_only(token))) or not any(
        c.dep_ in clauses.SUBJECTS for c in token.children
    ):
        return
    if token.dep_ in {"ccomp", "parataxis"}:
        if lead != "if" and token.head.i < token.i:
            token.dep_ = "advcl"
        return
    if token.head.lemma_ in _ASKED:
        return
    outer = next((a for a in token.ancestors if a.i < token.i and _is_predicate(a)), None)
    if outer is not None:
        token.tag_ = "VBD" if token.tag_ == "VBN" and not clauses.children(token, "aux", "aux:pass") else token.tag_
        attach(token, outer, "advcl")


def _is_only(clause: Token) -> bool:
    """ "Would return to the table only after the road is open": which waits for what follows."""
    first = clause.left_edge
    return "only" in {first.lower_, first.nbor(-1).lower_ if first.i else ""}


@at(labels={"advcl"}, bearing=True)
def condition_of_what_is_said(token: Token, saying: frozenset[str]) -> None:
    """ "Said the port would not open until Chad paid": until then it will not open, and not until then was it said."""
    report = token.head
    if token.dep_ != "advcl" or report.lemma_ not in saying or report.i > token.i:
        return
    if clauses.marker(token) not in CONDITIONS or token.left_edge.text == "," or token.left_edge.nbor(-1).text == ",":
        return
    told = [c for c in clauses.children(report, "ccomp") if report.i < c.i < token.i]
    if told and mood.modals(told[-1]) & {"will", "would", "can", "could"}:
        attach(token, told[-1], "advcl")


@at(labels={"advcl", "ccomp"}, bearing=True)
def object_before_inverted(token: Token) -> None:
    """ "Pledged to defend both should they be attacked": "both" is whom it defends, and no second subject."""
    under = clauses.children(token, *clauses.SUBJECTS)
    if token.dep_ not in {"advcl", "ccomp"} or len(under) != 2 or under[0].i == under[0].sent.start:
        return
    helper = next((c for c in clauses.children(token, "aux") if under[0].i < c.i < under[1].i), None)
    before = under[0].left_edge.nbor(-1) if under[0].left_edge.i else under[0]
    if helper is not None and helper.lower_ in {"should", "had", "were"} and before.pos_ == "VERB":
        attach(under[0], before, "obj")
        if token.dep_ == "ccomp":
            token.dep_ = "advcl"


@at(labels={"ccomp"}, bearing=True)
def inverted_before_report(token: Token) -> None:
    """ "Should Chad return, he said, Peru was ready": the condition is of what was said, and not said itself."""
    report = token.head
    outer = report.head
    if token.dep_ != "ccomp" or report.dep_ != "advcl" or not token.i < report.i < outer.i or clauses.marker(report):
        return
    under = clauses.children(token, *clauses.SUBJECTS)
    helpers = [c for c in clauses.children(token, "aux") if c.lower_ in {"should", "had", "were"}]
    if under and helpers and helpers[0].i < under[0].left_edge.i and clauses.children(report, "nsubj"):
        attach(token, outer, "advcl")
        report.dep_ = "parataxis"


@at(labels={"advcl"}, bearing=True)
def condition_behind_relative(token: Token) -> None:
    """ "Will resume aid, which it cut off in 2016, if Chad pays": behind the comma that ends it, of the main clause.

    So too "will sign nothing that lets them stay unless they pay", of what will not be done, and "will free the ship
    it seized unless Chad sues": what was done hangs on nothing that is still to come.
    """
    lead = clauses.marker(token)
    relative = _around(token) if token.dep_ == "advcl" and lead in CONDITIONS else None
    if relative is None or mood.modals(relative) & {"will", "would"}:
        return
    outer = next((a for a in relative.head.ancestors if a.i < relative.i and _is_predicate(a)), None)
    if outer is None:
        return
    opens = relative.left_edge
    parted = "," in {token.left_edge.text, token.left_edge.nbor(-1).text}
    plain = lead in {"unless", "provided"}
    apart = parted and (plain or "," in {opens.text, opens.nbor(-1).text})
    later = relative.tag_ == "VBD" and token.tag_ in {"VBZ", "VBP"}
    if apart or (plain and (later or mood.is_negated(outer))):
        attach(token, outer, "advcl")


def _around(clause: Token) -> Token | None:
    """The relative clause that a clause stands in, by itself or within an infinitive: "that lets them stay if"."""
    for outer in [clause.head, *clause.head.ancestors]:
        finite = outer.tag_ in FINITE or bool(clauses.children(outer, "aux"))
        if outer.dep_ in {"acl:relcl", "acl"} and finite and outer.i < clause.i:
            return outer
        if outer.dep_ not in {"xcomp", "acl", "obj"}:
            return None
    return None


def _is_predicate(word: Token) -> bool:
    return word.pos_ in {"VERB", "AUX"} or bool(clauses.children(word, "cop"))


@at(labels={"advcl"}, bearing=True)
def condition_off_participle(token: Token) -> None:
    """ "Will not take back men expelled by Chad unless they agree": it is the verb's, not of how they were expelled."""
    participle, noun = token.head, token.head.head
    if token.dep_ != "advcl" or participle.dep_ != "acl" or participle.tag_ != "VBN" or participle.i > token.i:
        return
    if clauses.marker(token) not in CONDITIONS or not clauses.agents(participle):
        return
    if noun.dep_ in {"obj", "obl", "nmod"} and noun.pos_ in {"NOUN", "PROPN"}:
        outer = next((a for a in noun.ancestors if _is_predicate(a)), None)
        if outer is not None and outer.i < token.i:
            attach(token, outer, "advcl")


@at(labels={"advcl"}, bearing=True)
def fronted_clause(token: Token, saying: frozenset[str]) -> None:
    """ "Nothing would move, its president added, before": a clause without a mark before its report is what is said."""
    outer = token.head
    if token.dep_ != "advcl" or outer.i < token.i or outer.lemma_ not in saying or clauses.marker(token):
        return
    helped = bool(mood.modals(token)) or token.tag_ in FINITE
    under = clauses.children(outer, "nsubj")
    own = [c for c in clauses.children(token, *clauses.SUBJECTS) if c.i < token.i]
    if helped and own and under and token.i < under[0].i and outer.tag_ in FINITE:
        token.dep_ = "ccomp"
