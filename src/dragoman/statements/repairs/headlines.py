"""Headlines and other lines that leave words out: "Bondholders balk at a link", "Peru, Chile agree to share"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["bare_headline_verb", "names_of_plural_verb", "to_come", "two_names", "verb_in_compound"]

_LEADS = frozenset({"as", "while", "after", "if", "when", "though", "because"})
"""What opens a clause and is taken for the preposition of the name behind it."""


@at(tags={"NN"}, labels={"ROOT"})
def bare_headline_verb(token: Token, stances: frozenset[str]) -> None:
    """ "Bondholders balk at a link": a verb of stance behind a plural, in a line that has no other verb."""
    if token.tag_ != "NN" or token.dep_ != "ROOT" or token.lower_ not in stances or token.i + 1 >= len(token.doc):
        return
    before = [c for c in clauses.children(token, "compound") if c.i == token.i - 1 and c.tag_ in {"NNS", "NNPS"}]
    led = token.nbor().lower_ in {"at", "to", "for", "against", "over", "on", "the", "a", "an"}
    if not before or not led or any(t.tag_ in FINITE or t.tag_ == "MD" for t in token.sent):
        return
    token.pos_, token.tag_, token.lemma_, before[0].dep_ = "VERB", "VBP", token.lower_, "nsubj"


@at(tags={"VB"}, labels={"ROOT", "acl", "advcl", "xcomp", "nmod"}, bearing=True)
def to_come(token: Token, people: frozenset[str]) -> None:
    """ "Chadian leader to sign truce as talks resume": in a headline an infinitive tells what its subject will do."""
    to = next((c for c in token.children if c.lower_ == "to" and c.i == token.i - 1), None)
    if token.tag_ != "VB" or to is None or to.i <= token.sent.start or not token.sent[-1].is_space:
        return
    under = to.nbor(-1)
    while under.head.i < to.i and under.head != under and under.dep_ in {"flat", "conj", "compound"}:
        under = under.head
    before = [t for t in token.doc[token.sent.start : to.i] if t != under]
    if not (under.pos_ == "PROPN" or under.lemma_ in people) or any(_is_told(t) for t in before):
        return
    if under.tag_ == "VBZ":
        _make_plural(under)
    if token in under.ancestors:
        attach(under, token, "nsubj")
        return
    outer = under.head
    take_place(token, under)
    under.hang(token, "nsubj")
    if outer != under and under.dep_ in clauses.SUBJECTS and outer.i > token.i:
        take_place(token, outer)
        outer.hang(token, "advcl")


def _make_plural(noun: Token) -> None:
    """Read "ministers" as those who act, with what the tree took for its subject before it."""
    noun.pos_, noun.tag_ = "NOUN", "NNS"
    for child in clauses.children(noun, *clauses.SUBJECTS):
        child.dep_ = "compound"


def _is_told(token: Token) -> bool:
    """What makes of the words before an infinitive more than a subject: a verb, or a preposition."""
    return token.pos_ in {"VERB", "AUX"} or token.dep_ == "case" or token.tag_ in {"IN", "TO", "POS"}


@at(parts={"PROPN"}, labels={"vocative"})
def two_names(token: Token) -> None:
    """ "Peru, Chile agree to share it": in a headline a comma joins the two who act."""
    if token.dep_ != "vocative" or token.pos_ != "PROPN" or token.i + 2 >= len(token.doc):
        return
    other = next((c for c in clauses.children(token.head, "nsubj") if c.left_edge.i == token.i + 2), None)
    if (
        token.nbor().text == ","
        and other is not None
        and other.pos_ == "PROPN"
        and token.left_edge.i == token.sent.start
    ):
        token.dep_ = "nsubj"
        attach(other, token, "conj")


@at(tags={"VBP"}, bearing=True)
def names_of_plural_verb(token: Token) -> None:
    """ "Talks stall as Peru, Chile reject plan": a plural verb right behind a name has the one before the comma too."""
    under = clauses.children(token, "nsubj")
    if token.tag_ != "VBP" or not under or under[-1].i != token.i - 1 or under[-1].pos_ != "PROPN":
        return
    first = _before_comma(under[-1])
    if first is None or clauses.children(under[-1], "conj") or any(c not in {first, under[-1]} for c in under):
        return
    if first.head == token:
        under[-1].hang(first, "conj")
    else:
        _act_together(token, first, under[-1])


def _before_comma(name: Token) -> Token | None:
    """The name before the comma in front of *name*, where it opens the sentence or stands behind "as", "while"."""
    comma = name.left_edge.nbor(-1) if name.left_edge.i > name.sent.start + 1 else name
    if comma.text != ",":
        return None
    first = comma.nbor(-1)
    while first.dep_ in {"flat", "compound"} and first.head.pos_ == "PROPN" and first.head.i < comma.i:
        first = first.head
    opens = first.left_edge.i == name.sent.start or any(c.dep_ == "case" and c.lower_ in _LEADS for c in first.children)
    alone = not any(c.dep_ in {"cc", "nmod", "acl", "appos"} for c in first.children)
    return first if first.pos_ == "PROPN" and opens and alone else None


def _act_together(verb: Token, first: Token, second: Token) -> None:
    """Make two names the subject of *verb*, and what stands before them the word that opens its clause."""
    leads = [c for c in clauses.children(first, "case") if c.lower_ in _LEADS]
    take_place(verb, first)
    if leads:
        verb.dep_ = "advcl"
    for lead in leads:
        attach(lead, verb, "mark")
    first.hang(verb, "nsubj")
    second.hang(first, "conj")


@at(tags=FINITE, labels={"compound"}, bearing=True)
def verb_in_compound(token: Token) -> None:
    """ "Unless Chile reopens port": a verb with a subject, taken for the first part of the noun that it acts on."""
    noun = token.head
    if token.tag_ not in FINITE or token.dep_ != "compound" or noun.i != token.i + 1 or noun.head == noun:
        return
    if not any(c.dep_ in clauses.SUBJECTS and c.i < token.i for c in token.children):
        return
    leads = [c for c in clauses.children(noun, "mark", "case", "advmod") if c.i < token.i]
    attach(token, noun.head, "advcl" if leads else noun.dep_)
    attach(noun, token, "obj")
    for lead in leads:
        attach(lead, token, "mark" if lead.dep_ == "case" else lead.dep_)
    token.pos_ = "VERB"
