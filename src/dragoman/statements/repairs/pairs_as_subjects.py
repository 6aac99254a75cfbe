"""Pairs that open a clause as its subject: "Both support a road", "The premier, Ana Ruiz, and her Malian colleague"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["joined_behind_aside", "name_between_commas", "pair_at_the_head"]

_ONE_PERSON = frozenset([*lexicon("nouns")["one"], *lexicon("nouns")["people"]])
_ONE_OF = {"neither", "either", "each"}
_OPENING = {";", "but", "and", "while", "though", "although", "yet", "whereas"}
"""Words behind which a clause begins."""
_BEHIND = {"DET", "PRON", "PART", "SCONJ", "ADP", "PROPN"}
"""What follows a verb and no noun: "Both demand a truce", "Both claim to want it", "Both back Chad"."""


@at(words={"both", "neither", "either", "each"})
def pair_at_the_head(token: Token, stances: frozenset[str]) -> None:
    """ "Both demand a longer truce": a word of stance right behind "both" is its verb, whatever it is taken for."""
    lead = token.nbor(-1).lower_ if token.i > token.sent.start else ";"
    if lead not in _OPENING or token.i + 2 >= token.sent.end:
        return
    verb, singular = token.nbor(), token.lower_ in _ONE_OF
    lemma = verb.lower_.removesuffix("s") if singular else verb.lower_
    lemma = lemma if lemma in stances else lemma.removesuffix("e")
    if lemma not in stances or singular != (verb.lower_ != lemma) or verb.nbor().pos_ not in _BEHIND:
        return
    if verb.nbor().lower_ in {"of", "and", "or", "for", "from"} or (token.dep_ == "nsubj" and token.head == verb):
        return
    _make_subject(token, verb, singular=singular)
    verb.lemma_ = lemma


def _make_subject(pair: Token, verb: Token, *, singular: bool) -> None:
    """Hang *verb* where the phrase of its own that the parser made hangs, and *pair* from it."""
    outer = verb.head if verb.head in {verb, pair} else None
    phrase = pair.head if pair.head != verb and pair.head.i > verb.i else verb
    if phrase != verb:
        take_place(verb, phrase)
        attach(phrase, verb, "obj")
    elif outer is pair:
        take_place(verb, pair)
    verb.pos_, verb.tag_ = "VERB", "VBZ" if singular else "VBP"
    pair.pos_ = "PRON"
    attach(pair, verb, "nsubj")
    for child in clauses.children(verb, "acl"):
        child.dep_ = "xcomp" if clauses.marker(child) == "to" else "ccomp"
    for child in clauses.children(verb, "nmod"):
        child.dep_ = "obl"


@at(parts={"PROPN"}, labels={"conj"})
def name_between_commas(token: Token) -> None:
    """ "Its secretary-general, Ana Ruiz, urged them": a name set off by commas is that of whom is spoken of."""
    outer = token.head
    if token.dep_ == "conj" and outer.pos_ == "PROPN" and _is_aide(outer):
        before, behind = min(t.i for t in token.subtree if not t.is_punct) - 1, token.i + 1
        alone = clauses.children(outer, "conj") == [token] and not clauses.children(token, "cc", "conj")
        if alone and behind < token.sent.end and token.doc[before].text == token.doc[behind].text == ",":
            attach(token, outer.head, "appos")
        return
    if token.dep_ != "conj" or token.pos_ != "PROPN" or outer.pos_ == "PROPN" or outer.dep_ not in clauses.SUBJECTS:
        return
    first, behind = min(t.i for t in token.subtree if not t.is_punct), token.i + 1
    if clauses.children(outer, "conj") != [token] or behind + 1 >= token.sent.end or first != outer.i + 2:
        return
    set_off = token.doc[first - 1].text == "," and token.doc[behind].text == ","
    if set_off and not any(c.dep_ == "cc" for c in [*outer.children, *token.children]):
        token.dep_ = "appos"


def _is_aide(name: Token) -> bool:
    """The president of "an adviser to the president, Ana Ruiz, said", where the name behind him is the adviser's."""
    aide = name.head
    one = name.dep_ == "nmod" and aide.lemma_ in _ONE_PERSON and aide.tag_ == "NN" and aide.dep_ in clauses.SUBJECTS
    return one and clauses.preposition(name) in {"to", "for", "of"}


@at(labels={"conj", "acl:relcl", "parataxis", "ccomp"}, bearing=True)
def joined_behind_aside(token: Token) -> None:
    """ "The premier, Ana Ruiz, and her Malian colleague signed": two behind one verb, the first with an aside."""
    first, under = token.head, clauses.children(token, "nsubj")
    finite = token.tag_ in FINITE or (token.tag_ == "VBN" and bool(clauses.children(token, "aux")))
    if not finite or first.dep_ != "ROOT" or first.pos_ not in {"NOUN", "PROPN"} or len(under) != 1:
        return
    behind = range(under[0].i - 1, first.i + 2, -1)
    lead = next((i for i in behind if token.doc[i].lower_ == "and" and token.doc[i - 1].text == ","), None)
    if lead is None or not all(t in under[0].subtree for t in token.doc[lead + 1 : under[0].i]):
        return
    opened = any(t.text == "," for t in token.doc[first.i + 1 : lead - 1])
    if not opened or clauses.children(first, "cop", "nsubj", "aux", "expl"):
        return
    aside = [c for c in clauses.children(first, "conj", "appos") if c.i < lead]
    if not aside or any(t.tag_ in FINITE and t.head.dep_ == "ROOT" for t in token.doc[first.i : lead]):
        return
    take_place(token, first)
    first.hang(token, "nsubj")
    for part in aside:
        part.dep_ = "appos"
    for part in [c for c in first.children if c.i > token.i]:
        attach(part, token, part.dep_)
    attach(under[0], first, "conj")
    attach(token.doc[lead], under[0], "cc")
