"""Who meet, by the clause around the noun: "was in Lima for talks with Chad", "talks resumed between the two"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import word_list

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["is_denied", "is_to_come", "is_under_way", "met_in", "parted_between"]

_SHARED = ("meeting", "agreement", "talked", "papers")
_THERE = {"for", "during", "at"}
_LINES = {"border", "frontier", "boundary", "line", "strait", "crossing", "gap", "difference", "road", "route"}
"""What lies between lands: "the meeting took place on the border between Chad and Niger"."""
_GOING_ON = {"way", "progress", "underway", "ongoing"}
_AFTER = {"after", "following", "for", "during", "before"}


def met_in(noun: Token) -> Token | None:
    """The verb or the place whose subject meets: "held talks with", "was in Lima for talks", "days of talks with"."""
    head = noun.head
    if noun.dep_ in {"obj", "obl"}:
        return head if head.pos_ in {"VERB", "AUX"} else None
    lead = clauses.preposition(noun)
    if noun.dep_ == "nmod" and lead in _THERE and clauses.children(head, "cop"):
        return head
    if noun.dep_ == "nmod" and lead == "of" and head.lemma_ in word_list("nouns", "spell") and head.dep_ == "obl":
        return head.head if clauses.preposition(head) in _AFTER and head.head.pos_ == "VERB" else None
    return None


def parted_between(noun: Token) -> list[Token]:
    """Those between whom talks are held, told behind the verb: "a pact was signed in May between Chad and Niger"."""
    listed = noun.dep_ in {"nsubj", "nsubj:pass"} and noun.lemma_ in word_list("nouns", *_SHARED)
    if not listed or clauses.prepositional(noun, "between"):
        return []
    head = noun.head
    behind = clauses.prepositional(head, "between")
    behind += [c for place in clauses.children(head, "obl", "nmod") for c in clauses.prepositional(place, "between")]
    behind = [c for c in behind if c.i > head.i and (c.head is head or c.head.pos_ == "PROPN")]
    return [c for c in behind if (before := clauses.children(c, "case")) and before[0].nbor(-1).lemma_ not in _LINES]


def is_to_come(noun: Token) -> bool:
    """ "Will be in Lima for talks", "is to fly to Lima for a meeting", "said she would travel there for talks"."""
    head = noun.head
    if clauses.preposition(noun) != "for":
        return False
    placed = noun.dep_ == "nmod" and bool(clauses.children(head, "cop"))
    if not placed and not (noun.dep_ == "obl" and head.lemma_ in word_list("carriers", "gathering")):
        return False
    bound = mood.modals(head)
    meant = head.dep_ == "xcomp" and head.head.lemma_ in word_list("carriers", "planned")
    return bool(bound & {"will", "be to"}) or meant or ("would" in bound and head.dep_ == "ccomp")


def is_denied(noun: Token) -> bool:
    """ "Denied that talks were under way", "denied a meeting had taken place"."""
    verb = noun.head
    outer = verb.head
    told = noun.dep_ in {"nsubj", "nsubj:pass"} and verb.dep_ == "ccomp" and outer.lemma_ == "deny"
    return told and not mood.is_negated(outer) and not mood.is_negated(verb)


def is_under_way(noun: Token) -> bool:
    """ "Talks are under way", "negotiations were ongoing", "are in progress"."""
    head = noun.head
    told = noun.dep_ == "nsubj" and head.lower_ in _GOING_ON and bool(clauses.children(head, "cop"))
    return told and not mood.modals(head) & {"will", "be to", *mood.POSSIBLE} and not mood.is_negated(head)
