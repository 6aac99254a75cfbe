"""Lists of verbs: infinitives and participles that go on from one another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "bare_behind_infinitive",
    "bare_goes_on",
    "infinitive_goes_on",
    "modal_goes_on",
    "participle_goes_on",
    "past_in_series",
    "series_goes_on",
    "verb_joined_to_object",
]


@at(tags={"VB"}, bearing=True)
def infinitive_goes_on(token: Token) -> None:
    """ "Asked Ghana to pay and to leave, officials said": an infinitive behind "and to" goes on from the one before."""
    if token.tag_ != "VB" or clauses.marker(token) != "to" or _is_infinitive(token.head):
        return
    to = next(c for c in token.children if c.dep_ == "mark")
    link = to.nbor(-1) if to.i else to
    if link.lower_ not in {"and", "or", "nor"} and not (link.text == "," and _has_later(token)):
        return
    earlier = next((t for t in reversed(token.doc[token.sent.start : link.i]) if _is_infinitive(t)), None)
    if earlier is None or earlier in token.subtree or earlier.dep_ not in {"xcomp", "acl", "advcl", "ccomp", "conj"}:
        return
    report = token.head if token.dep_ == "advcl" and token.head.i > token.i else None
    attach(token, earlier, "conj")
    if report is not None and report.dep_ == "advcl" and any(c.dep_ in clauses.SUBJECTS for c in report.children):
        report.dep_ = "parataxis"


def _is_infinitive(token: Token) -> bool:
    return token.tag_ == "VB" and clauses.marker(token) == "to"


def _has_later(token: Token) -> bool:
    return any(c.dep_ == "conj" and clauses.marker(c) == "to" for c in token.children)


@at(tags={"VBN", "VBD"}, labels={"conj"})
def participle_goes_on(token: Token) -> None:
    """ "Has spurned a request to share and bristled at the idea": a participle goes on from the one with "has".

    So does a past from the one before a modal: "insisted that none should stay and called on Chad to leave".
    """
    if token.dep_ != "conj" or token.tag_ not in {"VBN", "VBD"} or token.head.tag_ not in {"VB", "VBG"}:
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "aux", "aux:pass"} for c in token.children):
        return
    helpers = [c for c in clauses.children(token.head, "aux", "aux:pass") if c.lower_ != "to"]
    if any(c.tag_ != "MD" for c in helpers):
        return
    outer = next((a for a in token.head.ancestors if a.tag_ in {"VBN", "VBD"}), None)
    if outer is not None and not clauses.is_passive(outer):
        attach(token, outer, "conj")


@at(tags={"VBN", "VBD"}, labels={"conj", "amod"})
def verb_joined_to_object(token: Token, verbs: frozenset[str]) -> None:
    """ "Withdrew its envoy and banned imports of tea": the second verb, taken for another thing withdrawn.

    *verbs* are those of which no thing is said: "its envoy and sealed letters".
    """
    noun = token.head if token.dep_ == "conj" else token.head.head
    if token.lemma_ not in verbs or not token.i or token.nbor(-1).lower_ != "and":
        return
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.i > token.i or (token.dep_ == "amod" and token.head.dep_ != "conj"):
        return
    behind = (t for t in token.doc[token.i + 1 : token.sent.end] if t.pos_ not in {"ADJ", "DET", "NUM", "PROPN"})
    other = next(behind, None)
    while other is not None and other.dep_ == "compound" and other.head.i > other.i:
        other = other.head
    if other is None or other.pos_ != "NOUN":
        return
    verb = noun.head if other.dep_ == "conj" and other.head is noun else other.head
    joined = noun.dep_ in {"obj", "obl"} if verb is noun.head else noun.dep_ == "compound" and noun.head is other
    if not joined or other.dep_ not in {"conj", "obj"} or verb.tag_ not in {*FINITE, "VBN"} or verb.i > noun.i:
        return
    if verb is not noun.head:
        attach(noun, verb, "obj")
    token.pos_, token.tag_ = "VERB", verb.tag_
    attach(token, verb, "conj")
    attach(other, token, "obj")
    lead = token.nbor(-1)
    if lead.dep_ == "cc":
        attach(lead, token, "cc")


@at(tags=FINITE, labels={"parataxis"}, bearing=True)
def series_goes_on(token: Token) -> None:
    """ "The talks began in May, broke down in June and were revived": the verbs of a series have one subject."""
    verb = token.head
    if token.tag_ not in FINITE or token.dep_ != "parataxis" or verb.tag_ != token.tag_ or verb.i > token.i:
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "mark"} for c in token.children) or not clauses.children(verb, "nsubj"):
        return
    behind_comma = token.left_edge.text == "," or (token.i and token.nbor(-1).text == ",")
    if behind_comma and any(clauses.children(c, "cc") for c in clauses.children(token, "conj")):
        token.dep_ = "conj"


@at(tags={"VB"}, labels={"conj"}, bearing=True)
def modal_goes_on(token: Token) -> None:
    """ "Did not like the idea of blocking it and would rather hold": a verb with a modal goes on from a finite one."""
    inner = token.head
    if token.dep_ != "conj" or token.tag_ != "VB" or any(c.dep_ in clauses.SUBJECTS for c in token.children):
        return
    if inner.tag_ not in {"VBG", "VB"} or mood.modals(inner) or not _has_modal(token):
        return
    outer = next((a for a in inner.ancestors if a.tag_ in FINITE or clauses.children(a, "aux")), None)
    if outer is not None and outer.pos_ in {"VERB", "AUX"}:
        attach(token, outer, "conj")


def _of_somebody(clause: Token) -> bool:
    """ "Said he was open to it but would not go": what "he" or "it" is said to be or do goes on with what it would."""
    under = clauses.children(clause, "nsubj")
    return bool(under) and under[0].lower_ in {"he", "she", "it", "they"}


def _has_modal(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in token.children)


@at(tags={"VB"}, labels={"conj"})
def bare_behind_infinitive(token: Token) -> None:
    """ "Asked them to lift the ban, reopen the port and pay": a bare verb goes on from the infinitive before it."""
    verb = token.head
    if token.dep_ != "conj" or token.tag_ != "VB" or verb.tag_ not in FINITE | {"VBN"} or verb.i > token.i:
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "mark", "aux"} for c in token.children):
        return
    before = [c for c in clauses.children(verb, "xcomp", "advcl") if _is_infinitive(c) and verb.i < c.i < token.i]
    if before:
        attach(token, before[-1], "conj")


@at(tags={"VB", "VBN"}, labels={"conj"})
def bare_goes_on(token: Token, saying: frozenset[str]) -> None:
    """ "It would cut its army, Oman said, and let in observers": a bare verb goes on from what was reported.

    So does one with a modal of its own, whatever the verb before it: "Oman was ready, he said, and would not leave".
    """
    report = token.head
    said = report.tag_ in FINITE or (report.tag_ == "VBN" and not clauses.is_passive(report))
    if token.dep_ != "conj" or report.lemma_ not in saying or not said:
        return
    own = _has_modal(token)
    if token.tag_ != "VB" and not (own and clauses.children(token, "aux:pass")):
        return
    if any(c.dep_ in {*clauses.SUBJECTS, "mark", *(() if own else ("aux",))} for c in token.children):
        return
    told = [c for c in clauses.children(report, "ccomp") if c.i < report.i and (own or _has_modal(c))]
    if own and token.tag_ == "VBN":
        told = told or [c for c in clauses.children(report, "ccomp") if c.i < token.i and mood.modals(c)]
    if own and mood.modals(token) & {"would"}:
        told = told or [c for c in clauses.children(report, "ccomp") if c.i < token.i and _of_somebody(c)]
    if told:
        attach(token, told[0], "conj")


@at(tags={"VBN"}, labels={"acl"}, bearing=True)
def past_in_series(token: Token) -> None:
    """ "Blocked imports of pork, jailed two men and upheld": with an object and no "by", a verb of its own."""
    noun = token.head
    if token.tag_ != "VBN" or token.dep_ != "acl" or noun.i > token.i or token.nbor(-1).text != ",":
        return
    done = next((c for c in token.children if c.dep_ in {"obj", "obl:agent"} and c.i > token.i), None)
    if done is None or clauses.preposition(done) or done.left_edge.i != token.i + 1 or done.dep_ == "nsubj":
        return
    if not any(c.dep_ == "conj" and any(g.lower_ == "and" for g in c.children) for c in token.children):
        return
    verb = clauses.governor(noun)
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or clauses.is_passive(verb) or verb.i > noun.i:
        return
    done.dep_ = "obj"
    token.tag_ = verb.tag_
    attach(token, verb, "conj")
