"""Phrases that belong to the noun or verb that plainly introduces them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "adverb_before_phrase",
    "agent_of_noun",
    "as_well_as",
    "called_so",
    "clause_of_noun",
    "described_subject",
    "gerund_of_noun",
    "gerund_with_subject",
    "given_for",
    "given_sum",
    "infinitive_of_noun",
    "listed_gerunds",
    "nothing_of",
    "off_auxiliary",
    "particle_before_object",
    "phrase_of_noun",
    "provided",
    "reduced_relative",
]

_CURRENCIES = {"$", "€", "£", "¥"}
_GIVING = {"promise", "give", "offer", "pay", "lend", "grant", "pledge", "send", "award", "owe", "hand", "cost", "deny"}
_ADDRESSING = {"write", "speak", "appeal", "talk", "turn", "telephone", "cable", "send"}
"""Verbs with a hearer whom a gerund behind may tell something: "wrote to Weber begging him"."""
_TAKING_OF = {
    "accuse",
    "suspect",
    "convict",
    "blame",
    "warn",
    "speak",
    "talk",
    "think",
    "dream",
    "complain",
    "tire",
    "boast",
    "despair",
    "stop",
    "fall",
}
"""Verbs that take "of" and a gerund themselves: "accused them of sabotaging it"."""


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


@at(labels={"case"})
def particle_before_object(token: Token, parting: frozenset[str]) -> None:
    """ "Brushed aside a deal": the particle of such a verb is no preposition of what it acts on."""
    noun = token.head
    verb = token.nbor(-1) if token.i > token.sent.start else token
    if token.dep_ != "case" or verb.pos_ != "VERB" or noun.dep_ not in {"obl", "nmod"} or noun.i < token.i:
        return
    if f"{verb.lemma_}+{token.lower_}" not in parting or clauses.children(verb, "obj") or clauses.is_passive(verb):
        return
    attach(noun, verb, "obj")
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


@at(bearing=True)
def clause_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "Balked at demands that it end subsidies": a that-clause right behind a noun that holds one is the noun's."""
    if clauses.marker(token) != "that":
        return
    first = token.left_edge
    if first.lower_ != "that" or not first.i:
        return
    noun = first.nbor(-1)
    whole = clauses.children(token, "obj", "xcomp", "ccomp", "nsubj:pass", "cop") or token.tag_ == "VB"
    if token.dep_ == "acl:relcl" and noun == token.head and noun.lemma_ in nouns and whole:
        token.dep_ = "acl"
    outer = next((a for a in token.head.ancestors if a.lemma_ in nouns), None) if token.dep_ == "acl" else None
    if outer is not None and token.head.lemma_ not in nouns and token.head.dep_ == "nmod" and token.head.head == outer:
        attach(token, outer, "acl")
    if token.dep_ not in {"ccomp", "advcl"}:
        return
    if noun.pos_ == "NOUN" and noun.lemma_ in nouns and noun != token.head:
        attach(token, noun, "acl")


@at(tags={"VBN", "VBD", "VBG"}, words={"provided", "providing"})
def provided(token: Token) -> None:
    """ "Would open it provided that they left": the clause behind is a condition of the clause before."""
    if token.lower_ not in {"provided", "providing"} or token.tag_ not in {"VBN", "VBD", "VBG"}:
        return
    told = [c for c in clauses.children(token, "ccomp") if clauses.marker(c) == "that" and c.i > token.i]
    outer = next((a for a in token.ancestors if clauses.is_clause(a)), None)
    if outer is None or outer.i > token.i or clauses.children(token, "nsubj", "obj"):
        return
    if told:
        attach(told[0], outer, "advcl")
        attach(token, told[0], "mark")
    elif token.i + 1 < token.sent.end and token.nbor().lower_ == "that" and token.nbor(-1).text == ",":
        _provided_apart(token, outer)


def _provided_apart(token: Token, outer: Token) -> None:
    """ "Would pay, its minister said, provided that it was asked": the clause that the tree has beside."""
    that = token.nbor()
    for clause in token.doc[that.i + 1 : token.sent.end]:
        under = clauses.children(clause, "nsubj", "nsubj:pass")
        if clause.pos_ in {"VERB", "AUX"} and under and under[0].left_edge.i in {that.i, that.i + 1}:
            attach(clause, outer, "advcl")
            attach(token, clause, "mark")
            attach(that, clause, "mark")
            that.tag_, that.pos_ = "IN", "SCONJ"
            return


def _noun_before(token: Token, nouns: frozenset[str], *, reach: int = 9) -> Token | None:
    """The nearest noun of *nouns* to the left, with only phrases of its own between it and *token*."""
    doc, i = token.doc, token.left_edge.i - 1
    for steps in range(reach):
        if i - steps < token.sent.start:
            return None
        near = doc[i - steps]
        if near.pos_ == "NOUN" and near.lemma_ in nouns:
            return near
        if near.pos_ in {"VERB", "AUX", "SCONJ"} or near.text in {";", ":", "—", ",", "."}:
            return None
    return None


@at(labels={"obl", "obl:agent"}, bearing=True)
def agent_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "an offer by Kim": the agent belongs to the noun right before it."""
    if token.dep_ not in {"obl", "obl:agent"} or clauses.preposition(token) != "by":
        return
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if before.pos_ == "NOUN" and before.lemma_ in nouns:
        attach(token, before, "nmod")


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


@at(labels={"obl"}, bearing=True)
def phrase_of_noun(token: Token, bringing: dict[str, list[str]]) -> None:
    """ "Dismissed his call for a cut": what stands behind a noun that brings its preposition is its."""
    lead = clauses.preposition(token) if token.dep_ == "obl" else ""
    if lead not in bringing or token.head.i > token.i or not token.left_edge.i:
        return
    before = token.left_edge.nbor(-1)
    if before.head.pos_ == "NOUN" and before.dep_ == "nmod" and clauses.preposition(before) in {"by", "from"}:
        before = before.head
    if before.pos_ == "NOUN" and before.lemma_ in bringing[lead] and before.dep_ != "obl:unmarked":
        attach(token, before, "nmod")


@at(parts={"VERB", "AUX"}, labels={"xcomp", "advcl", "ccomp", "acl"}, bearing=True)
def infinitive_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "his decision in Vietnam to reject", "a call by Oman for others to leave": the infinitive says what it is."""
    if (
        token.pos_ not in {"VERB", "AUX"}
        or not any(c.dep_ == "mark" and c.lower_ == "to" for c in token.children)
        or clauses.marker(token) not in {"to", "for"}
        or token.dep_ not in {"xcomp", "advcl", "ccomp", "acl"}
    ):
        return
    if token.head.pos_ == "NOUN" and token.head.lemma_ in nouns:
        return
    noun = _noun_before(token, nouns)
    if noun is None or (noun.dep_ in {"nsubj", "nsubj:pass"} and token.head == noun.head and token.head.i < token.i):
        return
    if token.head.i < noun.i:
        attach(token, noun, "acl")


@at(tags={"VBG"}, labels={"advcl", "acl", "xcomp"}, bearing=True)
def gerund_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "the idea, which others support, of easing": the gerund says what the idea is."""
    if token.tag_ != "VBG" or clauses.marker(token) != "of" or token.dep_ not in {"advcl", "acl", "xcomp"}:
        return
    if token.head.pos_ == "NOUN" and token.head.lemma_ in nouns:
        return
    if {token.head.lemma_, token.head.head.lemma_} & _TAKING_OF:
        return
    for noun in reversed(token.doc[token.sent.start : token.left_edge.i]):
        if noun.pos_ == "NOUN" and noun.lemma_ in nouns:
            attach(token, noun, "acl")
            return


_OF_GERUNDS = {
    "oppose", "want", "see", "mind", "support", "favour", "favor", "welcome", "imagine", "discuss", "reject", "resist",
    "accept", "fear", "risk", "mean", "involve", "prevent", "stop", "keep", "envisage", "dislike",
}  # fmt: skip
"""Verbs with a clause for their object: "opposes the Union joining". "Blocked the bridge spanning it" has a thing."""


@at(tags={"VBG"}, labels={"advcl", "xcomp", "acl", "ccomp"})
def gerund_with_subject(token: Token) -> None:
    """ "keen on Kim completing it": the name is the subject of the gerund after it."""
    if token.tag_ != "VBG" or token.i == 0 or token.dep_ not in {"advcl", "xcomp", "acl", "ccomp"}:
        return
    before = token.doc[token.i - 1]
    if before.dep_ in {"flat", "compound"} and before.head.i < token.i:
        before = before.head
    if before.pos_ not in {"PROPN", "PRON"} or before.dep_ not in {"obl", "nmod", "obj"} or before.is_sent_start:
        return
    if (
        any(c.lower_ in {"him", "her", "them"} for c in clauses.children(token, "obj"))
        and token.head.lemma_ in _ADDRESSING
    ):
        return
    lead = [c for c in before.children if c.dep_ == "case" and c.i < before.i]
    if before.dep_ != "obj" and (
        not lead or lead[0].lower_ not in {"on", "to", "of", "against", "for", "at", "about", "from", "with"}
    ):
        return
    if token.head not in {before, before.head}:
        return
    governor = before.head
    if before.dep_ == "obj" and clauses.children(before, "det") and governor.lemma_ not in _OF_GERUNDS:
        return
    attach(token, governor, "advcl" if lead else "ccomp")
    attach(before, token, "nsubj")
    for case in lead:
        attach(case, token, "mark")


@at(tags={"VBG"}, labels={"advcl"})
def listed_gerunds(token: Token, saying: frozenset[str]) -> None:
    """ "completing it, stopping tests, and closing sites": a list, not one act by way of the others."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or token.head.tag_ != "VBG" or token.i < token.head.i:
        return
    listed = token.left_edge.text == "," or token.doc[token.left_edge.i - 1].text in {",", "and", "or"}
    if listed and not clauses.marker(token) and (token.lemma_ not in saying or clauses.children(token, "cc")):
        token.dep_ = "conj"


@at(labels={"obl", "nmod"}, bearing=True)
def as_well_as(token: Token) -> None:
    """ "visits as well as interviews": a list of two, not a circumstance."""
    links = [c for c in token.children if c.dep_ == "cc" and c.lower_ == "as"]
    if not links or token.dep_ not in {"obl", "nmod"}:
        return
    before = [c for c in token.head.children if c.dep_ in {"obj", "nsubj:pass", "nsubj"} and c.i < token.i]
    if before:
        attach(token, before[-1], "conj")
