"""Relative clauses behind a comma: ", against which they campaign", ", a clause which Chad rejects"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "group_that_wants",
    "infinitive_in_relative",
    "noun_taking_up",
    "noun_told_again",
    "relative_behind_aside",
    "relative_behind_comma",
    "relative_goes_on",
    "text_endorsed",
]

_MARKS = {",", "—", "–", ";"}
_LOOSE = {"advcl", "advcl:relcl", "parataxis", "ccomp", "xcomp", "conj", "dep"}
_JOINING = {"and", "but", "or", "yet"}
_JOINED = {"conj", "acl:relcl", "parataxis", "advcl", "ccomp"}
_BESIDE = {"obj", "conj", "nmod", "obl", "obl:unmarked", "appos", "xcomp", "ccomp", "advcl", "dep", "list", "acl"}
_TELLING = {"that", "which"}
_ENDORSING = {
    "endorse", "ratify", "sign", "adopt", "initial", "denounce", "reject", "approve", "back", "veto", "welcome",
    "conclude", "draft", "circulate", "table", "accept", "oppose", "dismiss", "support",
}  # fmt: skip
_TEXTS = {
    "declaration", "resolution", "statement", "proposal", "plan", "treaty", "convention", "pact", "motion", "bill",
    "initiative", "petition", "draft", "law", "levy", "amendment", "report", "ruling", "accord", "deal", "agreement",
}  # fmt: skip
_AGAINST = {"against", "on", "about", "for", "over", "between", "with"}
_WANTING = {
    "want", "demand", "seek", "oppose", "support", "reject", "refuse", "insist", "back", "call", "hope", "fear", "say",
    "plan",
}  # fmt: skip
_GROUPS = word_sets("nouns")["groups"] | word_sets("nouns")["bodies"]
_FAR = 10
"""Words before "in" a place in which those stand who are there."""


@at(labels={"obj", "obl", "nsubj", "nsubj:pass"}, words={"which", "who"})
def relative_behind_comma(token: Token) -> None:
    """ "A levy, against which they campaign", taken for a clause of the verb: the noun before the comma has it."""
    verb = token.head
    if token.lower_ not in {"which", "who"} or token.i < 2:
        return
    opening = token.i - 1 if clauses.preposition(token) else token.i
    comma = token.doc[opening - 1]
    if verb.dep_ not in _LOOSE or verb.pos_ not in {"VERB", "AUX"} or verb.i < token.i or comma.text != ",":
        return
    if token.dep_ not in {"obj", "obl", "nsubj", "nsubj:pass"} or token.sent.start >= opening - 1:
        return
    if verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and verb.head.i > token.i:
        return
    noun = comma.nbor(-1)
    while noun.dep_ in {"flat", "nmod", "compound", "punct", "dep", "nummod"} and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    apart = token.lower_ != "who" and clauses.governor(noun) not in {verb.head, noun.head}
    if noun.pos_ in {"NOUN", "PROPN"} and noun.i < opening and not apart:
        attach(verb, noun, "acl:relcl")


@at(labels={"nsubj", "obj"}, words={"which", "who"})
def relative_behind_aside(token: Token) -> None:
    """ "Raised fares by a third, despite the protests of unions, which are": the unions are, not the third."""
    verb, noun = token.head, token.doc[max(0, token.i - 2)]
    if verb.dep_ != "acl:relcl" or token.i < 2 or token.nbor(-1).text != "," or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    outer = verb.head
    commas = [t for t in token.doc[outer.i + 1 : noun.i] if t.text == ","] if outer.i < noun.i else []
    if not commas or commas[-1].nbor().dep_ != "case" or any(t.tag_ in FINITE for t in token.doc[outer.i : noun.i]):
        return
    if (noun.tag_ in {"NNS", "NNPS"}) == (_number(verb) != "one") and noun.i > commas[-1].i:
        attach(verb, noun, "acl:relcl")


@at(labels={"nsubj", "nsubj:pass"}, words={"which", "who"})
def relative_goes_on(token: Token) -> None:
    """ "Poland, which had been an ally and which now demanded": the second clause goes on from the first one."""
    verb = token.head
    if token.lower_ not in {"which", "who"} or token.i < token.sent.start + 3 or verb.i < token.i or verb.head == verb:
        return
    if token.dep_ not in clauses.SUBJECTS or token.nbor(-1).lower_ not in _JOINING or verb.dep_ not in _JOINED:
        return
    for earlier in reversed(token.doc[token.sent.start + 1 : token.i - 2]):
        if earlier.lower_ != token.lower_ or earlier.dep_ not in clauses.SUBJECTS:
            continue
        first = clauses.first_conjunct(earlier.head)
        if first.dep_ == "acl:relcl" and first.head.i < earlier.i and clauses.first_conjunct(verb) is not first:
            attach(verb, first, "conj")
        return


@at(labels={"acl:relcl"}, tags={"VB"})
def infinitive_in_relative(token: Token) -> None:
    """ "A fund, which Chad is determined to prevent": the infinitive is of what stands right before it."""
    to = next((c for c in clauses.children(token, "mark") if c.lower_ == "to"), None)
    if token.dep_ != "acl:relcl" or to is None or to.i <= token.sent.start:
        return
    outer = to.nbor(-1)
    if outer.dep_ == "acl:relcl" and outer.pos_ in {"VERB", "ADJ"} and outer is not token.head:
        attach(token, outer, "xcomp")


def _number(verb: Token) -> str:
    """Whether a verb, or its helper, is of one or of several."""
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "cop", "aux:pass"}} or {verb.tag_}
    return "one" if helpers & {"is", "was", "has", "does", "VBZ"} else "several" if "VBD" not in helpers else ""


@at(parts={"VERB"})
def noun_told_again(token: Token) -> None:
    """ "For access to the port, access that Oslo refuses to discuss": the noun again, taken for a verb."""
    if token.pos_ != "VERB" or token.i < 2 or token.i + 1 >= len(token.doc) or token.nbor(-1).text != ",":
        return
    that = token.nbor()
    if that.lower_ not in _TELLING or any(c.dep_ in clauses.SUBJECTS for c in token.children if c.i < token.i):
        return
    earlier = [t for t in token.doc[token.sent.start : token.i] if t.lower_ == token.lower_ and t.pos_ == "NOUN"]
    if not earlier or token.head == token:
        return
    token.pos_, token.tag_, token.dep_ = "NOUN", "NN", "parataxis"
    for clause in [c for c in clauses.children(token, "ccomp", "acl") if c.i > that.i][:1]:
        clause.dep_ = "acl:relcl"
        that.pos_, that.tag_ = "PRON", "WDT"


@at(parts={"NOUN", "PRON"}, bearing=True)
def noun_taking_up(token: Token, anaphors: frozenset[str]) -> None:
    """ "..., a clause which Chad rejects", taken for an object: set beside the clause, it takes up what that tells."""
    known = token.lower_ == "something" or (token.lemma_ in anaphors and token.pos_ == "NOUN")
    if not known or clauses.children(token, "cc", "case"):
        return
    first = next((c for c in clauses.children(token, "det") if c.lower_ in {"a", "an", "another"}), None)
    first = token if token.lower_ == "something" else first
    if first is None or first.i <= token.sent.start or first.nbor(-1).text not in _MARKS:
        return
    outer = _clause_beside(token)
    told = [c for c in token.children if c.dep_ in {"acl:relcl", "acl"} and c.i > token.i and clauses.marker(c) != "to"]
    following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
    if token.dep_ in {"nsubj", "nsubj:pass", "obj", "obl:unmarked", "advmod"} and token.head.i > token.i:
        _of_second_subject(token)
        return
    if outer is None or outer.i > first.i or token.dep_ not in _BESIDE or not told:
        return
    if _is_apart(token) or following in _TELLING or (told[0].tag_ == "VBN" and told[0].i == token.i + 1):
        attach(token, outer, "parataxis")
        for clause in [c for c in clauses.children(token, "conj") if _is_finite(c) and c.i > told[0].i]:
            attach(clause, told[0], "conj")


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ == "aux" and c.tag_ in FINITE for c in verb.children)


def _clause_beside(noun: Token) -> Token | None:
    """The verb that a noun stands beside: not one of a clause that only describes something in it."""
    verbs = [a for a in noun.ancestors if a.pos_ == "VERB"]
    describing = [n for n, verb in enumerate(verbs) if verb.dep_ in {"acl", "acl:relcl"} and n + 1 < len(verbs)]
    return verbs[describing[-1] + 1] if describing else next(iter(verbs), None)


def _is_apart(noun: Token) -> bool:
    """True of what was read by itself, and hangs from the last word before its comma."""
    return noun.dep_ == "appos" and noun.head.i == noun.left_edge.i - 2 + noun.left_edge.is_punct


def _goes_with(said: Token, verb: Token) -> bool:
    """ "A step Chad says would amount": the clause said of the noun begins right behind the verb of saying."""
    following = said.nbor()
    return following.head is verb and following.dep_ in {"aux", "cop", "aux:pass"}


def _of_second_subject(noun: Token) -> None:
    """ ", a request China has denied": the second subject is the verb's own, and the first what it describes."""
    verb = noun.head
    own = [c for c in clauses.children(verb, "nsubj") if c.i > noun.i]
    said = [
        c for c in clauses.children(noun, "acl:relcl") if noun.i < c.i < verb.i and not clauses.children(c, "ccomp")
    ]
    if said and verb.head.i < noun.i and verb.head != verb and _goes_with(said[0], verb):
        attach(noun, verb.head, "parataxis")
        attach(verb, said[0], "ccomp")
        return
    if own and own[0].left_edge.i == noun.i + 1 and verb.head != verb and verb.head.i < noun.i and verb.pos_ == "VERB":
        attach(noun, verb.head, "parataxis")
        attach(verb, noun, "acl:relcl")


@at(labels={"acl:relcl"}, bearing=True)
def text_endorsed(token: Token) -> None:
    """ "A declaration against torture, which Chad has endorsed": the declaration, not the torture."""
    noun = token.head
    if token.dep_ != "acl:relcl" or noun.dep_ != "nmod" or noun.lemma_ in _TEXTS:
        return
    if _ENDORSING.isdisjoint((token.lemma_, *(c.lemma_ for c in clauses.children(token, "xcomp")))):
        return
    text, which = noun.head, next((c for c in token.children if c.lower_ in {"which", "that"}), None)
    if which is None or which.nbor(-1).text != "," or which.dep_ != "obj":
        return
    if text.lemma_ in _TEXTS and clauses.preposition(noun) in _AGAINST:
        attach(token, text, "acl:relcl")


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
    group = next((t for t in before if t.pos_ == "NOUN" and t.tag_ == "NN" and t.lemma_ in _GROUPS), None)
    if group is not None and not any(t.tag_ in FINITE for t in before if t.i > group.i):
        attach(token, group, "acl:relcl")
