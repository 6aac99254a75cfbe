"""Phrases that belong to the word that plainly introduces them: "will hear nothing of a truce"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "accused_of",
    "adverb_before_object",
    "adverb_before_phrase",
    "as_well_as",
    "called_so",
    "described_subject",
    "given_for",
    "given_sum",
    "in_return_before_name",
    "nothing_of",
    "off_auxiliary",
    "on_the_table",
    "particle_before_object",
    "phrase_of_spell",
    "reduced_relative",
]

_CHARGING = {"accuse", "suspect", "convict", "acquit", "absolve", "rob", "strip", "deprive", "remind", "assure"}
"""Verbs that take somebody "of" something."""
_SPELLS = {"hour", "day", "week", "month", "year", "minute", "morning", "evening", "night", "afternoon", "weekend"}
_LAYING = {"put", "lay", "leave", "keep"}
_CURRENCIES = {"$", "€", "£", "¥"}
_GIVING = {"promise", "give", "offer", "pay", "lend", "grant", "pledge", "send", "award", "owe", "hand", "cost", "deny"}


def off_auxiliary(token: Token) -> None:
    """What hangs from an auxiliary belongs to its verb: "Bangladesh has once again rejected"."""
    helper = token.head
    if helper.dep_ in {"aux", "aux:pass", "cop"} and token.dep_ not in {"fixed", "goeswith"}:
        attach(token, helper.head, token.dep_)


@at(labels={"advmod"}, words={"together", "back", "apart", "away"})
def adverb_before_phrase(token: Token) -> None:
    """ "Brought them together in Doha": the adverb goes with the verb, not with the place behind it."""
    phrase = token.head
    if token.lower_ not in {"together", "back", "apart", "away"} or phrase.dep_ != "obl" or token.i > phrase.i:
        return
    if token.dep_ == "advmod" and phrase.left_edge == token and phrase.head.pos_ == "VERB":
        attach(token, phrase.head, "advmod")


@at(labels={"case"}, words={"instead", "also", "again", "already", "jointly", "publicly", "formally", "repeatedly"})
def adverb_before_object(token: Token) -> None:
    """ "Proposed instead a ceasefire": an adverb taken for a preposition stands before what is proposed."""
    noun, verb = token.head, token.head.head
    if token.tag_ != "RB" or noun.dep_ != "obl" or verb.pos_ != "VERB" or token.i != verb.i + 1:
        return
    if noun.i > token.i and len(clauses.children(noun, "case")) == 1 and not clauses.children(verb, "obj"):
        attach(token, verb, "advmod")
        noun.dep_ = "obj"


@at(parts={"VERB"}, labels={"acl:relcl", "ccomp"}, bearing=True)
def called_so(token: Token) -> None:
    """ "Lifted what Nepalis call a blockade": what is lifted is the blockade, whoever calls it so."""
    if token.lemma_ not in {"call", "describe", "term", "consider", "see", "regard"} or token.pos_ != "VERB":
        return
    inside = next((c for c in token.children if c.lower_ == "what" and c.i < token.i), None)
    what, outer = (token.head, token.head.head) if inside is None else (inside, token.head)
    if what.lower_ != "what" or token.dep_ != ("acl:relcl" if inside is None else "ccomp") or outer.pos_ != "VERB":
        return
    told = [c for c in clauses.children(token, "obj", "xcomp", "obl") if c.i > token.i and c.pos_ == "NOUN"]
    if told and what.i == outer.i + 1:
        thing = told[0]
        attach(thing, outer, "obj")
        attach(token, thing, "acl:relcl")
        attach(what, outer, "dep")


@at(labels={"nmod", "acl"}, bearing=True)
def accused_of(token: Token) -> None:
    """ "Accused the government of bad faith": what somebody is charged with hangs from the verb.

    "Accused the government of Chad" tells whose government it is.
    """
    accused = token.head
    verb = accused.head
    if verb.lemma_ not in _CHARGING or accused.dep_ != "obj" or token.pos_ == "PROPN":
        return
    of = "of" in {clauses.preposition(token), clauses.marker(token)}
    if of and (token.pos_ != "NOUN" or token.lemma_ not in word_sets("nouns")["people"]):
        attach(token, verb, "obl" if token.pos_ == "NOUN" else "advcl")


@at(labels={"nmod", "acl"}, bearing=True)
def phrase_of_spell(token: Token) -> None:
    """ "Sat for six hours with Chad", "spent a day wooing Chad": what is done hangs from the verb, not its time."""
    spell = token.head
    if spell.lemma_.lower() not in _SPELLS or spell.dep_ not in {"obl", "obj"} or spell.head.pos_ != "VERB":
        return
    if token.dep_ == "acl" and token.tag_ == "VBG":
        attach(token, spell.head, "advcl")
    elif token.dep_ == "nmod" and clauses.preposition(token) in {"with", "in", "at", "over", "from"}:
        attach(token, spell.head, "obl")


@at(labels={"nmod"}, bearing=True)
def nothing_of(token: Token) -> None:
    """ "Will hear nothing of a truce": what nothing is to be heard of hangs from the verb."""
    nothing = token.head
    if nothing.lower_ != "nothing" or clauses.preposition(token) != "of" or token.dep_ != "nmod":
        return
    if nothing.dep_ == "obj" and nothing.head.lemma_ in {"hear", "have", "want", "know"}:
        attach(token, nothing.head, "obl")


@at(labels={"appos", "nmod", "nummod"})
def given_sum(token: Token) -> None:
    """ "Promised the nation $2 billion": the sum is what is given, and describes nobody."""
    hearer = token.head
    verb = hearer.head
    if token.text not in _CURRENCIES and token.pos_ != "NUM":
        return
    if token.dep_ not in {"appos", "nmod", "nummod"} or hearer.dep_ != "obj" or verb.lemma_ not in _GIVING:
        return
    if token.left_edge.i == hearer.i + 1:
        attach(token, verb, "obj")
        hearer.dep_ = "iobj"


@at(labels={"case", "mark"})
def particle_before_object(token: Token, parting: frozenset[str]) -> None:
    """ "Brushed aside a deal", "ruled out leaving": the particle of a verb is no preposition of what it acts on."""
    noun = token.head
    verb = token.nbor(-1) if token.i > token.sent.start else token
    if token.dep_ == "mark" and noun.tag_ == "VBG" and noun.head is verb and f"{verb.lemma_}+{token.lower_}" in parting:
        attach(token, verb, "compound:prt")
        return
    if token.dep_ != "case" or verb.pos_ != "VERB" or noun.dep_ not in {"obl", "nmod"} or noun.i < token.i:
        return
    if f"{verb.lemma_}+{token.lower_}" not in parting or clauses.children(verb, "obj") or clauses.is_passive(verb):
        return
    attach(noun, verb, "obj")
    attach(token, verb, "compound:prt")


@at(tags={"NN"}, labels={"compound"}, words={"back"})
def back_before_object(token: Token) -> None:
    """ "Hold back migrant boats": right behind a verb it is no part of what that acts on."""
    if token.lower_ != "back" or token.dep_ != "compound" or token.i == token.sent.start:
        return
    verb, noun = token.nbor(-1), token.head
    if verb.pos_ == "VERB" and noun.dep_ == "obj" and noun.head is verb and noun.i > token.i:
        token.pos_, token.tag_ = "ADP", "RP"
        attach(token, verb, "compound:prt")


@at(words={"return", "exchange"})
def given_for(token: Token) -> None:
    """ "A share in return for reopening the pipeline": what is given hangs from the exchange."""
    doc, i = token.doc, token.i
    if token.lower_ not in {"return", "exchange"} or i == 0 or i + 2 >= len(doc):
        return
    if doc[i - 1].lower_ != "in" or doc[i + 1].lower_ != "for" or doc[i + 1].head == token:
        return
    given = doc[i + 1].head
    if given.i > i and given.head != token and token not in given.subtree:
        attach(given, token, "acl" if given.tag_ == "VBG" else "nmod")


@at(labels={"compound"}, words={"return", "exchange"})
def in_return_before_name(token: Token) -> None:
    """ "In return Chile would scrap its duty", taken for part of the name: what somebody does in return."""
    name, first = token.head, token.nbor(-1) if token.i else token
    if token.dep_ != "compound" or name.pos_ != "PROPN" or name.i != token.i + 1 or first.lower_ != "in":
        return
    attach(token, name.head, "obl")
    attach(first, token, "case")


@at(labels={"nmod"}, words={"table"})
def on_the_table(token: Token) -> None:
    """ "Put a premiership and three ministries on the table": where they were put, not what ministries they are."""
    verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
    if token.dep_ != "nmod" or clauses.preposition(token) != "on" or verb is None or verb.lemma_ not in _LAYING:
        return
    if verb.i < token.head.i and any(token in c.subtree for c in clauses.children(verb, "obj")):
        attach(token, verb, "obl")


@at(labels={"compound"})
def reduced_relative(token: Token, anaphors: frozenset[str]) -> None:
    """ "..., a step Iran called a betrayal": a noun that takes up a clause, before a party that judges it."""
    name, doc = token.head, token.doc
    known = token.lemma_ in anaphors or token.lemma_ in {"price", "ultimatum", "term"}
    if token.dep_ != "compound" or not known or name.dep_ != "nsubj" or name.i < token.i:
        return
    first = next((c for c in [*token.children, *name.children] if c.dep_ == "det" and c.i == token.i - 1), None)
    if first is None or first.i == 0 or doc[first.i - 1].text not in {",", "—", "–"}:
        return
    verb = name.head
    attach(token, verb.head, "parataxis")
    attach(first, token, "det")
    attach(verb, token, "acl:relcl")


@at(labels={"obj"}, bearing=True)
def described_subject(token: Token) -> None:
    """ "Will visit Oslo, the first minister to do so": a second object after a comma describes the subject."""
    verb = token.head
    first = token.left_edge
    if token.dep_ != "obj" or verb.pos_ != "VERB" or first.i < 2 or first == token or first.nbor(-1).text != ",":
        return
    ranked = first.nbor().lower_ in {"first", "last", "only", "second", "third", "latest", "most", "highest"}
    earlier = any(c.dep_ == "obj" and c.i < token.i for c in verb.children)
    under = clauses.children(verb, "nsubj")
    if ranked and earlier and under and first.lower_ == "the":
        attach(token, under[0], "appos")


@at(labels={"obl", "nmod"}, bearing=True)
def as_well_as(token: Token) -> None:
    """ "visits as well as interviews": a list of two, not a circumstance."""
    links = [c for c in token.children if c.dep_ == "cc" and c.lower_ == "as"]
    if not links or token.dep_ not in {"obl", "nmod"}:
        return
    before = [c for c in token.head.children if c.dep_ in {"obj", "nsubj:pass", "nsubj"} and c.i < token.i]
    if before:
        attach(token, before[-1], "conj")
