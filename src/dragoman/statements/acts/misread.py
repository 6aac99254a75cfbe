"""Verbs and phrases that a small parser hangs wrongly in known ways, told by the words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "counted",
    "given_in_return",
    "is_active",
    "is_feared_verb",
    "is_fighting",
    "is_lost_verb",
    "is_union_of_states",
    "lost_its_subject",
    "noun_before",
]

_RETURNING = {"answer", "respond", "reply", "counter", "retaliate", "hit", "strike", "fire"}
"""Verbs by which one deed is done for another."""
_FEARING = {"should", "if", "case", "unless", "lest", "let"}
_OF_STATES = {"european", "african", "soviet", "eurasian", "economic", "customs", "monetary"}


def counted(head: Token, prepositions: tuple[str, ...]) -> list[Token]:
    """Phrases whose preposition the tree hangs from their number: "to 18 rebels"."""
    return [
        child
        for child in clauses.children(head, "obl", "nmod")
        if any(clauses.preposition(number) in prepositions for number in clauses.children(child, "nummod"))
    ]


def is_active(verb: Token) -> bool:
    """ "The union called off talks": a past that has an object, taken for a participle of its subject."""
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or verb.head.dep_ != "ROOT" or clauses.agents(verb):
        return False
    return any(c.pos_ in {"NOUN", "PROPN"} and c.i > verb.i for c in clauses.children(verb, "obj", "xcomp"))


def is_feared_verb(noun: Token) -> bool:
    """ "Should the talks collapse", "in case talks stall", "to let the truce fail": a verb, taken for a noun."""
    if noun.i - 2 <= noun.sent.start or not any(c.i == noun.i - 1 for c in clauses.children(noun, "compound")):
        return False
    lead = noun.doc[noun.i - 2]
    return (lead.nbor(-1) if lead.pos_ in {"DET", "PRON"} else lead).lower_ in _FEARING


def is_fighting(token: Token) -> bool:
    """ "Fighting between Chad and Mali": a noun, taken for a verb."""
    return token.lower_ == "fighting" and token.tag_ == "VBG" and bool(clauses.prepositional(token, "between"))


def is_lost_verb(verb: Token) -> bool:
    """ "The minister, who on a visit to Quito blamed Peru": a verb right before a name, taken for an adjective."""
    if verb.tag_ == "VBD" and verb.dep_ == "amod" and clauses.children(verb, "nsubj") and verb.i < verb.head.i:
        return True
    if verb.tag_ != "VBN" or verb.dep_ != "amod" or verb.head.pos_ != "PROPN" or verb.i == verb.sent.start:
        return False
    before = verb.nbor(-1)
    return verb.head.left_edge == verb and before.pos_ in {"PROPN", "CCONJ", "ADV", "NOUN"}


def lost_its_subject(verb: Token, under: Token | None) -> bool:
    """True for a finite past without a subject of its own but a relative pronoun that takes up nothing."""
    finite = verb.tag_ == "VBD" or any(c.lower_ in {"has", "have", "had"} for c in clauses.children(verb, "aux"))
    own = clauses.children(verb, *clauses.SUBJECTS)
    if any(c.tag_ in {"WP", "WDT"} for c in own):
        return finite and (under is None or under.pos_ == "PRON")
    return finite and not own and (under is None or under.pos_ != "PRON")


@kept
def given_in_return(verb: Token) -> list[Token]:
    """ "Answered the ban with a levy", "responded to the raid with shells": what stands behind "with"."""
    if verb.lemma_ not in _RETURNING:
        return []
    around = [verb, *clauses.children(verb, "obj", "obl")]
    return [noun for head in around for noun in clauses.prepositional(head, "with")]


@kept
def noun_before(verb: Token) -> list[Token]:
    """ "The treaty it signed", "the deal Chad struck": the noun before the subject of a verb without an object."""
    under = clauses.children(verb, "nsubj")
    if verb.tag_ not in {"VBD", "VBN"} or not under or under[0].pos_ not in {"PRON", "PROPN"}:
        return []
    first = under[0].left_edge.i
    if first <= verb.sent.start or clauses.children(verb, "ccomp", "xcomp", "obj"):
        return []
    before = verb.doc[first - 1]
    return [before] if before.pos_ == "NOUN" else []


def is_union_of_states(token: Token) -> bool:
    """True for "Union" in "the European Union", which is none of workers."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.text == "Union" and before in _OF_STATES
