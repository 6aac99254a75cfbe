"""Series told with commas: "to raise wages, to pay and to leave", "a ceasefire, the release of all and an end"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "action_series", "adjective_in_series", "closing_member", "infinitive_series", "phrase_goes_on", "thing_series",
    "things_alike",
]  # fmt: skip

_DEEDS = frozenset(lexicon("nouns")["deeds"])
_ENDINGS = tuple(lexicon("nouns")["deed endings"])
_LOOSE = {"parataxis", "appos", "dep", "obl:unmarked", "nmod", "conj", "obl", "nsubj", "obj", "list"}


_SPELLS = {"year", "month", "week", "day", "hour", "head", "barrel", "tonne", "ton"}
"""What a sum is for: "1,500 euros a month"."""
_AMONG = {"between", "among"}


@at(tags={"VB"}, labels={"advcl", "xcomp"}, bearing=True)
def infinitive_series(token: Token) -> None:
    """ "Promised to raise wages, to pay and to leave": the second infinitive is one more, not what the first is for."""
    if token.dep_ not in {"advcl", "xcomp"} or token.tag_ != "VB" or clauses.marker(token) != "to":
        return
    to = next(c for c in token.children if c.dep_ == "mark")
    first = clauses.first_conjunct(token.head)
    if _goes_on_from(token, to):
        token.dep_ = "conj"
        return
    if to.i == 0 or to.nbor(-1).text != "," or first.tag_ != "VB" or clauses.marker(first) != "to" or first.i > token.i:
        return
    if any(c.dep_ == "conj" and clauses.marker(c) == "to" for c in token.children):
        token.dep_ = "conj"


def _goes_on_from(token: Token, to: Token) -> bool:
    """ "Wants Chad to stop the raids, to free them and to pay": a list of three, each with "to" and a comma before."""
    if to.i == 0 or to.nbor(-1).text != "," or token.head.tag_ != "VB" or clauses.marker(token.head) != "to":
        return False
    last = token
    while further := [c for c in clauses.children(last, "conj", "advcl") if c.i > last.i and clauses.marker(c) == "to"]:
        last = further[0]
    return token.head.i < to.i and last is not token and bool(clauses.children(last, "cc"))


@at(parts={"ADJ"}, labels={"conj"}, bearing=True)
def adjective_in_series(token: Token) -> None:
    """ "Open the port, free the sailors and pay": an adjective with an object, among verbs, is a verb."""
    if token.pos_ == "ADJ" and token.dep_ == "conj" and token.head.tag_ == "VB" and clauses.children(token, "obj"):
        token.pos_, token.tag_ = "VERB", "VB"


@at(bearing=True)
def action_series(token: Token, holding: frozenset[str]) -> None:
    """ "Called for the withdrawal of troops, the release of all and an end to raids": three things are called for.

    *holding* are the words, verbs or nouns, whose object is an action.
    """
    if token.lemma_ not in holding:
        return
    first = next((c for c in clauses.children(token, "obl", "obj", "nmod") if c.i > token.i and _is_deed(c)), None)
    if first is None:
        return
    last = first
    for noun in token.doc[first.i + 1 : token.sent.end]:
        lead = noun.left_edge
        if noun.pos_ in {"VERB", "AUX"} and noun.tag_ in {"VBD", "VBZ", "VBP"}:
            return
        closing = last is not first and _may_close(noun)
        if noun.pos_ not in {"NOUN", "PROPN"} or lead.i == 0 or noun.dep_ not in _LOOSE:
            continue
        if not _is_deed(noun) and not closing:
            continue
        if any(c.dep_ == "case" for c in noun.children):
            continue
        opened = _opening(noun)
        if opened.text == "," and _is_deed(noun) and _ends_in_series(noun):
            attach(noun, first, "conj")
            last = noun
        elif opened.lower_ in {"and", "or"} and last is not first:
            attach(noun, first, "conj")
            return


@at(parts={"NOUN"}, labels={"conj"})
def closing_member(token: Token) -> None:
    """ "A truce, a seat on the board and free passage": a series told with commas ends with what "and" brings."""
    first = token.head
    if token.dep_ != "conj" or token.pos_ != "NOUN" or first.pos_ != "NOUN" or first.i > token.i:
        return
    if _opening(token).text != "," or any(c.i > token.i for c in clauses.children(first, "conj")):
        return
    if any(c.dep_ == "conj" for c in token.children):
        return
    below = [t for t in token.subtree if t.i > token.i and t.dep_ == "conj" and t.pos_ == "NOUN"]
    last = next((t for t in reversed(below) if any(c.dep_ == "cc" for c in t.children)), None)
    if last is not None and last.head.dep_ in {"nmod", "obl", "obj"} and not clauses.is_clause(last.head.head):
        attach(last, first, "conj")


@at(parts={"NOUN", "PROPN"}, labels={"conj"}, bearing=True)
def phrase_goes_on(token: Token) -> None:
    """ "A truce over Ramadan, which begins in May, and over the new year": a phrase goes on from its like."""
    leads = [c for c in clauses.children(token, "case") if c.i < token.i]
    links = [c for c in clauses.children(token, "cc") if c.i < token.i]
    if len(leads) != 1 or not links or links[-1].i != leads[0].i - 1 or token.head.i > token.i:
        return
    if clauses.preposition(token.head) == leads[0].lower_ or links[-1].nbor(-1).text != ",":
        return
    before = (t for t in reversed(token.doc[token.head.i + 1 : links[-1].i]) if t.pos_ in {"NOUN", "PROPN"})
    alike = next((t for t in before if leads[0].lower_ in {c.lower_ for c in clauses.children(t, "case")}), None)
    if alike is not None and alike.dep_ in {"obl", "nmod", "conj"}:
        attach(token, alike, "conj")


@at(parts={"NOUN"}, labels={"appos", "parataxis"}, bearing=True)
def thing_series(token: Token, holding: frozenset[str]) -> None:
    """ "Offered a rise of 9%, a bonus and a pledge": what is set beside the first thing and joined on is one more."""
    verb = token.head if token.dep_ == "parataxis" else token.head.head
    things = [c for c in clauses.children(verb, "obj", "obl") if verb.i < c.i < token.i and c.pos_ == "NOUN"]
    first = token.head if token.dep_ == "appos" else things[-1] if things else None
    if first is None or first.dep_ not in {"obj", "obl"} or first.pos_ != "NOUN" or token.pos_ != "NOUN":
        return
    if token.dep_ not in {"appos", "parataxis"} or verb.lemma_ not in holding or verb.pos_ != "VERB":
        return
    if token.left_edge.text != "," and (not token.left_edge.i or token.left_edge.nbor(-1).text != ","):
        return
    joined = [c for c in clauses.children(token, "conj") if c.pos_ == "NOUN" and clauses.children(c, "cc")]
    last = None if joined else _unlike_below(token)
    if joined or last is not None:
        attach(token, first, "conj")
        if last is not None:
            attach(last, first, "conj")


def _unlike_below(token: Token) -> Token | None:
    """ "A share of revenue and seats": what "and" brings is no part of "of revenue" where it is not told alike."""
    below = [t for t in token.subtree if t.i > token.i and t.dep_ == "conj" and t.pos_ == "NOUN"]
    last = next((t for t in reversed(below) if any(c.dep_ == "cc" for c in t.children)), None)
    if last is None or last.head.dep_ != "nmod" or last.head.head != token:
        return None
    inner = last.head
    articles = [any(c.dep_ == "det" for c in noun.children) for noun in (last, inner)]
    return last if articles[0] != articles[1] or last.tag_ != inner.tag_ else None


@at(parts={"NOUN"}, labels={"conj"})
def things_alike(token: Token, taking: frozenset[str], people: frozenset[str]) -> None:
    """ "Wants an end to imports, a say in prices and a levy": what begins alike is listed alike."""
    if token.dep_ != "conj" or not _is_one(token) or token.lemma_ in people or _opening(token).lower_ != "and":
        return
    near = token.head
    if near.pos_ != "NOUN" or (_is_one(near) and near.lemma_ not in _SPELLS) or clauses.preposition(near) in _AMONG:
        return
    verb = next((a for a in near.ancestors if a.pos_ == "VERB" and a.lemma_ in taking), None)
    wanted = [c for c in clauses.children(verb, "obj") if c.i > verb.i and _is_one(c)] if verb is not None else []
    if not wanted or not wanted[0].i < near.i or near.dep_ == "conj":
        return
    first = wanted[0]
    beside = [t for t in first.doc[first.i + 1 : token.i] if t.dep_ in {"parataxis", "appos"} and t.pos_ == "NOUN"]
    beside = [t for t in beside if _is_one(t) and _opening(t).text == ","]
    if not beside and near.lemma_ not in _SPELLS:
        return
    for thing in beside:
        attach(thing, first, "conj")
    attach(token, first, "conj")


def _is_one(noun: Token) -> bool:
    return any(c.lower_ in {"a", "an"} and c.i < noun.i for c in clauses.children(noun, "det"))


def _opening(noun: Token) -> Token:
    """The mark or "and" before the phrase of a noun: what stands before its article and adjectives."""
    i = noun.i - 1
    while i > noun.sent.start and (noun.doc[i].pos_ in {"DET", "ADJ", "NUM", "ADV"} or _is_compound(noun.doc[i], noun)):
        i -= 1
    return noun.doc[i]


def _is_compound(token: Token, noun: Token) -> bool:
    """ "A prisoner exchange": a noun that is part of what *noun* is called."""
    return token.dep_ == "compound" and token.head == noun


def _ends_in_series(noun: Token) -> bool:
    """Whether an "and" follows before the clause ends, with one more deed behind it."""
    following = noun.doc[noun.i + 1 : min(noun.i + 25, noun.sent.end)]
    for n, token in enumerate(following):
        if token.tag_ in {"VBD", "VBZ", "VBP"} or token.text in {";", ":"}:
            return False
        if token.lower_ in {"and", "or"}:
            return any(_may_close(t) and _opening(t) == token for t in following[n + 1 : n + 6])
    return False


def _may_close(token: Token) -> bool:
    """ "And a new army": what ends a series of deeds is a deed or one thing."""
    return _is_deed(token) or (token.pos_ == "NOUN" and token.dep_ != "compound" and _is_one(token))


def _is_deed(token: Token) -> bool:
    """Whether a noun names what somebody could do, by its ending or as one of the common ones without any."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    return token.lemma_ in _DEEDS or (len(token.lemma_) > 5 and token.lemma_.endswith(_ENDINGS))
