"""Clauses hung from the word before them that go on from one further up.

"Blocked imports, jailed two men and upheld a ban", "accused of backing rebels and of being close to Chad", "terms,
among them that Chad leave", "insisted throughout that it be lifted", "a plan against drugs, which they back".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "among_them_that",
    "charge_goes_on",
    "group_that_wants",
    "himself_denied",
    "insisted_all_along",
    "past_in_series",
    "text_endorsed",
    "told_by_somebody",
]

_AMONG = {"among", "including", "notably", "namely"}
_ALL_ALONG = {"throughout", "along", "beforehand", "though", "before"}
_ENDORSING = {
    "endorse", "ratify", "sign", "adopt", "initial", "denounce", "reject", "approve", "back", "veto", "welcome",
    "conclude", "draft", "circulate", "table", "accept", "oppose", "dismiss", "support",
}  # fmt: skip
_TEXTS = {
    "declaration", "resolution", "statement", "proposal", "plan", "treaty", "convention", "pact", "motion", "bill",
    "initiative", "petition", "draft", "law", "levy", "amendment", "report", "ruling", "accord", "deal", "agreement",
}  # fmt: skip
_CHARGING = {"accuse", "suspect", "convict", "acquit"}
_AGAINST = {"against", "on", "about", "for", "over", "between", "with"}
_MARKS = {","}
_TELLING = {"tell", "inform", "warn", "assure", "advise", "notify", "remind"}
_WANTING = {
    "want", "demand", "seek", "oppose", "support", "reject", "refuse", "insist", "back", "call", "hope", "fear", "say",
    "plan",
}  # fmt: skip
_FAR = 10
"""Words before "in" a place in which those stand who are there."""


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
    if among.lower_ not in _AMONG or among.nbor(-1).text not in _MARKS:
        return
    verb = clauses.governor(token.head) if token.head.pos_ == "NOUN" else token.head
    things = [t for t in token.doc[verb.i + 1 : among.i] if t.pos_ == "NOUN" and t.lemma_ in _demands()]
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


def _demands() -> frozenset[str]:
    return frozenset(lexicon("positions")["containers"]["asking"])


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


@at(labels={"acl:relcl"}, bearing=True)
def text_endorsed(token: Token) -> None:
    """ "A declaration against torture, which Chad has endorsed": the declaration, not the torture."""
    noun = token.head
    done = {token.lemma_, *(c.lemma_ for c in clauses.children(token, "xcomp"))}
    if token.dep_ != "acl:relcl" or done.isdisjoint(_ENDORSING) or noun.dep_ != "nmod" or noun.lemma_ in _TEXTS:
        return
    text, which = noun.head, next((c for c in token.children if c.lower_ in {"which", "that"}), None)
    if which is None or which.nbor(-1).text != "," or which.dep_ != "obj":
        return
    if text.lemma_ in _TEXTS and clauses.preposition(noun) in _AGAINST:
        attach(token, text, "acl:relcl")


@at(labels={"conj"}, bearing=True)
def told_by_somebody(token: Token) -> None:
    """ "Was told by her counterpart, X Y, that the papers would be read": what she was told."""
    report = token.head
    if token.dep_ != "conj" or clauses.marker(token) != "that" or report.lemma_ not in _TELLING:
        return
    if clauses.is_passive(report) and not any(c.dep_ == "cc" for c in token.children):
        token.dep_ = "ccomp"


@at(words={"himself", "herself", "itself", "themselves"}, labels={"nsubj"})
def himself_denied(token: Token) -> None:
    """ "Who was himself denied a visa by Chad": it was done to him."""
    verb = token.head
    being = next((c for c in clauses.children(verb, "aux") if c.lemma_ == "be" and c.i == token.i - 1), None)
    if token.dep_ != "nsubj" or being is None or verb.tag_ != "VBN" or verb.i != token.i + 1:
        return
    token.dep_, being.dep_ = "advmod", "aux:pass"
    for under in clauses.children(verb, "nsubj"):
        under.dep_ = "nsubj:pass"
    for thing in clauses.children(verb, "obj"):
        for agent in (c for c in clauses.children(thing, "nmod") if clauses.preposition(c) == "by"):
            attach(agent, verb, "obl:agent")


@at(labels={"acl:relcl"}, bearing=True)
def group_that_wants(token: Token) -> None:
    """ "A coalition of unions in Ohio, which wants it closed": the coalition, not the place, wants something."""
    place = token.head
    if token.dep_ != "acl:relcl" or place.pos_ != "PROPN" or token.lemma_ not in _WANTING:
        return
    which = next((c for c in clauses.children(token, "nsubj") if c.lower_ == "which"), None)
    lead = place.left_edge.nbor(-1) if place.left_edge.i > place.sent.start else place
    if which is None or lead.lower_ != "in" or which.nbor(-1).text != ",":
        return
    before = place.doc[max(place.sent.start, lead.i - _FAR) : lead.i]
    group = next((t for t in before if t.pos_ == "NOUN" and t.tag_ == "NN" and t.lemma_ in _groups()), None)
    if group is not None and not any(t.tag_ in FINITE for t in before if t.i > group.i):
        attach(token, group, "acl:relcl")


def _groups() -> frozenset[str]:
    nouns = word_sets("nouns")
    return nouns["groups"] | nouns["bodies"]
