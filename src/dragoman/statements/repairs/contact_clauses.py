"""Relative clauses without a pronoun: "the tariffs Chad imposed in 2018 remain", "a treaty the two states signed"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["clause_with_that", "contact_clause", "denying_plural"]

_WITHIN = {"PROPN", "NUM", "ADJ", "X"}
_LED = {"DET", "ADJ", "NOUN", "NUM", "PROPN", "PRON", "VERB", "X"}
_TAKING = ("obj", "ccomp", "aux:pass", "obl:agent")
_DENYING = {
    "denies": "deny", "rejects": "reject", "disputes": "dispute", "dismisses": "dismiss", "opposes": "oppose",
    "contests": "contest", "refutes": "refute", "resists": "resist", "resents": "resent", "ignores": "ignore",
}  # fmt: skip
_ONE = {"it", "he", "she"}
_LONGEST = 3
_NAME = 8
"""Words of a name between commas, with what it is of."""
_MARKS = {",", "—", "–"}
_LATER = {"advcl", "ccomp", "conj", "parataxis", "xcomp", "acl"}


@at(tags={"VBD", "VBN"})
def contact_clause(token: Token, things: frozenset[str], verbs: frozenset[str], people: frozenset[str]) -> None:
    """Hang a transitive verb without an object from the thing right before its subject, which it is about.

    A small parser takes "the tariffs Chad imposed" for a name with two nouns, or the thing for a second subject.
    """
    if token.tag_ not in {"VBD", "VBN"} or token.lemma_ not in verbs or clauses.children(token, *_TAKING):
        return
    if any(not _goes_on(c) for c in clauses.children(token, "xcomp")):
        return
    start = _first_of_subject(token, people)
    thing = token.doc[start - 1] if start is not None and start > token.sent.start else None
    if start is None or thing is None or thing.pos_ != "NOUN" or thing.lemma_ not in things or not _is_led(thing):
        return
    run = token.doc[start : token.i]
    name = next((t for t in run if t.pos_ in {"PROPN", "NOUN"} and (t.head not in run or t.head is t)), None)
    bare = token.head in run and run[-1].text == ","
    if name is None or (token.dep_ == "acl:relcl" and not bare) or (name.head is token and token.head is thing):
        return
    _set_apart(token, thing, name)


@at(tags={"NNS"}, words=_DENYING)
def denying_plural(token: Token) -> None:
    """ "..., a charge Chad denies", taken for a noun with two others before it: what Chad denies is the charge."""
    name = token.nbor(-1) if token.i > token.sent.start + 2 else None
    if token.lower_ not in _DENYING or name is None:
        return
    if name.lower_ in _ONE:
        _denied_by_pronoun(token, name)
        return
    if name.pos_ != "PROPN" or name.head is not token:
        return
    thing = next(
        (c for c in (*token.children, *name.children) if c.i == name.left_edge.i - 1 and c.pos_ == "NOUN"), None
    )
    thing = thing or next((c for c in token.children if c.pos_ == "NOUN" and c.i == name.i - 1), None)
    if thing is None or token.head is token:
        return
    led = [c for c in (*token.children, *name.children) if c.i < thing.i]
    take_place(thing, token)
    for child in led:
        attach(child, thing, child.dep_)
    _let_deny(token, thing, name)


def _denied_by_pronoun(token: Token, name: Token) -> None:
    """ "..., a charge it denies", taken for a charge that has two things beside it."""
    thing = name.nbor(-1)
    led = [c for c in clauses.children(thing, "det") if c.lower_ in {"a", "an"} and c.nbor(-1).text in _MARKS]
    if led and thing.pos_ == "NOUN" and thing in {name.head, token.head}:
        _let_deny(token, thing, name)


def _let_deny(token: Token, thing: Token, name: Token) -> None:
    """Make *token* the verb of a clause that says what *name* does about *thing*."""
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBZ", _DENYING[token.lower_]
    token.hang(thing, "acl:relcl")
    name.hang(token, "nsubj")


@at(tags={"VBD", "VBN"}, labels={"acl"})
def clause_with_that(token: Token, verbs: frozenset[str]) -> None:
    """ "The truce that the two armies signed is dead", taken for a truce that they are dead: what they signed is."""
    if token.tag_ not in {"VBD", "VBN"} or token.dep_ != "acl" or token.lemma_ not in verbs:
        return
    name = token.head
    start = name.left_edge.i
    later = name.head
    if start < token.sent.start + 2 or name.dep_ not in clauses.SUBJECTS or clauses.children(token, *_TAKING):
        return
    that, thing = token.doc[start - 1], token.doc[start - 2]
    if that.lower_ != "that" or thing.pos_ != "NOUN" or later.head is not thing or later.i < token.i:
        return
    take_place(later, thing)
    thing.hang(later, "nsubj")
    token.hang(thing, "acl:relcl")
    name.hang(token, "nsubj")
    that.hang(token, "obj")
    that.pos_, that.tag_, token.tag_ = "PRON", "WDT", "VBD"


def _set_apart(verb: Token, thing: Token, name: Token) -> None:
    """Give *thing* the place that the clause of *verb* or *name* had taken, and hang that clause from it."""
    led = [c for c in name.children if c.i < thing.i and c.dep_ in {"det", "amod", "nummod", "nmod:poss", "case"}]
    if thing.head is verb or (thing.head is name and name.head is verb):
        marks = [c for c in verb.children if c.i < thing.i and (c.dep_ == "mark" or c.tag_ == "IN")]
        later = next((c for c in verb.children if c.i > verb.i and _goes_on(c)), None)
        obliquely = bool(marks or clauses.preposition(thing)) or any(c.dep_ == "case" for c in led)
        if later is not None and not marks:
            if bool(clauses.children(later, *clauses.SUBJECTS)) != obliquely:
                return
            _give_way(verb, later, thing, "obl" if obliquely else "nsubj")
        elif obliquely and verb.head.i > verb.i and verb.dep_ == "advcl":
            thing.hang(verb.head, "obl")
            for mark in marks:
                mark.hang(thing, "case")
        elif not obliquely and verb.head.i < thing.i and verb.head.pos_ == "VERB" and not clauses.objects(verb.head):
            thing.hang(verb.head, "obj")
        elif not obliquely and verb.head.i < thing.i and _behind_comma(thing, led):
            thing.hang(verb.head, "parataxis")
        else:
            return
    elif thing.head is name or (thing.dep_ == "compound" and thing.head.head is name):
        led += [c for c in thing.head.children if c.i < thing.i and thing.head is not name]
        take_place(thing, name)
    elif name.head not in {thing, thing.head}:
        return
    for child in led:
        attach(child, thing, child.dep_)
    verb.hang(thing, "acl:relcl")
    name.hang(verb, "nsubj")
    verb.tag_ = "VBD"


def _behind_comma(thing: Token, led: list[Token]) -> bool:
    """ "..., a charge Chad rejected": an article behind a comma, then the thing."""
    first = min([thing.left_edge.i, *(c.i for c in led)])
    return thing.doc[first].lower_ in {"a", "an"} and first > thing.sent.start and thing.doc[first - 1].text in _MARKS


def _give_way(verb: Token, later: Token, thing: Token, label: str) -> None:
    """Let *later* take the place of *verb*, with *thing* and what stands around the clause of *verb*."""
    take_place(later, verb)
    thing.hang(later, label)
    for child in [c for c in verb.children if c.i > later.i or c.i < thing.left_edge.i or c.is_punct]:
        attach(child, later, child.dep_)


def _first_of_subject(verb: Token, people: frozenset[str]) -> int | None:
    """Where the subject right before *verb* begins: a name, two names, "the two countries", "the government"."""
    doc, sent = verb.doc, verb.sent
    at = verb.i - 1
    while at > sent.start and doc[at].pos_ in {"AUX", "ADV"}:
        at -= 1
    last = doc[at]
    if last.text == "," and (office := _office_of_name(last, people)) is not None:
        return office
    if last.pos_ == "NOUN" and last.tag_ == "NNS":
        while at - 1 > sent.start and doc[at - 1].pos_ in _WITHIN:
            at -= 1
        lead = doc[at - 1].lower_ if at > sent.start else ""
        told = doc[at].pos_ in {"PROPN", "ADJ"} and doc[at].text[0].isupper()
        return at - 1 if lead in {"the", "both"} else at if told or doc[at].lower_ in {"both", "all"} else None
    if last.tag_ == "NN":
        return _first_of_office(last) if last.lemma_ in people else None
    if last.pos_ != "PROPN":
        return None
    while at - 1 > sent.start and (doc[at - 1].pos_ in {"PROPN", "X"} or _joins(doc[at - 1])):
        at -= 1
    return at - 1 if doc[at - 1].lower_ == "the" and at - 1 > sent.start else at


def _office_of_name(comma: Token, people: frozenset[str]) -> int | None:
    """Where "the union's chairman, X Y," begins, which ends with *comma*."""
    doc, at = comma.doc, comma.i - 1
    while comma.i - at < _NAME and at > comma.sent.start and doc[at].text != ",":
        at -= 1
    noun = doc[at - 1] if at - 1 > comma.sent.start else None
    if doc[at].text != "," or doc[comma.i - 1].pos_ != "PROPN" or noun is None or noun.lemma_ not in people:
        return None
    first = noun.i
    while noun.i - first < _LONGEST and doc[first - 1].pos_ in {"ADJ", "NOUN"} and first - 1 > comma.sent.start:
        first -= 1
    if doc[first - 1].tag_ == "POS" and doc[first - 2].pos_ in {"NOUN", "PROPN"}:
        first -= 2
        while doc[first - 1].pos_ in {"PROPN", "ADJ"} and first - 1 > comma.sent.start:
            first -= 1
        return first - 1 if doc[first - 1].lower_ == "the" else first
    return first - 1 if doc[first - 1].lower_ == "the" or doc[first - 1].tag_ == "PRP$" else None


def _first_of_office(noun: Token) -> int | None:
    """Where "the government", "its foreign minister", "the finance ministry" begins."""
    doc, at = noun.doc, noun.i
    while noun.i - at < _LONGEST and at - 1 > noun.sent.start and doc[at - 1].pos_ in {"ADJ", "NOUN", "PROPN"}:
        at -= 1
    lead = doc[at - 1]
    return at - 1 if at - 1 > noun.sent.start and (lead.lower_ == "the" or lead.tag_ == "PRP$") else None


def _joins(token: Token) -> bool:
    return token.lower_ == "and" and token.i > token.sent.start and token.nbor(-1).pos_ == "PROPN"


def _is_led(thing: Token) -> bool:
    """True where a word stands before *thing* that it belongs with, or it is a plural: no title before a name."""
    before = thing.nbor(-1) if thing.i > thing.sent.start else None
    return thing.tag_ == "NNS" or (before is not None and before.pos_ in _LED)


def _goes_on(verb: Token) -> bool:
    """True for the finite verb of a clause that no word brings in."""
    told = verb.tag_ in FINITE or any(
        c.tag_ in FINITE | {"MD"} for c in clauses.children(verb, "aux", "cop", "aux:pass")
    )
    return verb.dep_ in _LATER and told and not clauses.children(verb, "mark", "cc")
