"""Who acts where the tree names no plain subject: the speaker, agents at the end of a passive, points agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import nominal_verbs, word_list
from dragoman.statements.repairs.captives import LETTING_GO

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "agents_within",
    "bargained",
    "captor",
    "is_by_a_thing",
    "saying_on",
    "speaking_of_themselves",
]

_CHARGED = {"of", "for", "with"}
_BARGAINED = {"discuss", "negotiate", "agree", "hammer", "thrash", "settle", "initial"}
"""What is done to a point at issue by those who bargain: "all but one have been settled"."""


def speaking_of_themselves(verb: Token) -> Token | None:
    """The subject of *verb*; for "they" or "their forces" in what a group says, the group itself.

    "Militants said they shot down a drone": the militants.
    """
    noun = clauses.subject(verb)
    theirs = noun is not None and any(c.lower_ == "their" for c in clauses.children(noun, "nmod:poss"))
    if noun is not None and (noun.lower_ == "they" or theirs) and verb.dep_ in {"ccomp", "xcomp"}:
        told = verb.head if verb.dep_ == "ccomp" else clauses.governor(verb.head)
        speaker = clauses.subject(told) if told.pos_ == "VERB" and told is not verb else None
        return speaker if speaker is not None and speaker.tag_ == "NNS" else noun
    return noun


def agents_within(verb: Token) -> list[Token]:
    """ "Mali was urged to open the dam by Chad", "was threatened with sanctions by Chad": who does it, at the end."""
    if not clauses.children(verb, "aux:pass"):
        return []
    asked = [c for c in clauses.children(verb, "xcomp") if clauses.marker(c) == "to" and not clauses.is_passive(c)]
    charged = [c for c in clauses.children(verb, "advcl", "xcomp", "acl") if clauses.marker(c) in _CHARGED]
    charged = [c for c in charged if c.tag_ == "VBG" and not clauses.is_passive(c)]
    inner = [*asked, *clauses.prepositional(verb, "with"), *charged]
    inner += [noun for c in charged for noun in clauses.objects(c) if noun.lemma_ not in nominal_verbs()]
    found = [noun for head in inner for noun in clauses.prepositional(head, "by") if noun.pos_ in {"NOUN", "PROPN"}]
    amid = [part for noun in clauses.prepositional(verb, "between") for part in clauses.conjuncts(noun)]
    found = found or amid  # "fire was exchanged between Chad and Mali"
    return found or [noun for noun in verb.subtree if noun.i > verb.i and _is_set_off(noun)]


def captor(participle: Token) -> Token | None:
    """ "Told Chad to free men arrested in May": who is to let them go, where nobody else is said to hold them."""
    noun = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or noun.dep_ != "obj" or clauses.agents(participle):
        return None
    freeing = noun.head
    if freeing.lemma_ not in LETTING_GO:
        return None
    asked = clauses.prepositional(freeing.head, "on") if clauses.marker(freeing) == "to" else []
    return asked[0] if asked else clauses.subject(freeing)


def _is_set_off(noun: Token) -> bool:
    """ "Was accused of theft, much of it abroad, by Chad": a comma parts the agent from what it does not belong to."""
    by = next((c for c in clauses.children(noun, "case") if c.lower_ == "by"), None)
    return by is not None and by.nbor(-1).text == ","


def bargained(verb: Token) -> list[Token]:
    """The points that a clause of its own says were agreed or discussed, by nobody named."""
    helpers = {c.lower_ for c in clauses.children(verb, "aux", "aux:pass")}
    told = bool(clauses.children(verb, "aux:pass")) and "will" not in helpers and verb.dep_ in {"ROOT", "ccomp", "conj"}
    things = clauses.objects(verb) if told and verb.lemma_ in _BARGAINED else []
    return [noun for noun in things if not noun.tag_.startswith("W")]


def is_by_a_thing(verb: Token) -> bool:
    """ "An accord that has allowed exports": a relative clause about a thing, whoever acts before it."""
    relative = clauses.antecedent(verb)
    if relative is None or relative[1] != "subject" or relative[0].pos_ != "NOUN":
        return False
    thing = relative[0].lemma_
    return thing in word_list("nouns", "agreement", "offer") or thing in word_list("looks", "steps")


def saying_on(verb: Token) -> Token | None:
    """Who speaks and goes on to act: in "said the talks were fair and blamed Chad" the speaker blames."""
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or clauses.children(verb, *clauses.SUBJECTS):
        return None
    said = clauses.first_conjunct(verb)
    return clauses.subject(said.head) if said.dep_ == "ccomp" and said.head.tag_ == "VBD" else None
