"""Phrases and clauses that belong to the noun they say more of: "an offer by Kim", "demands that it end"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "agent_of_noun",
    "clause_of_noun",
    "gerund_of_noun",
    "infinitive_of_noun",
    "is_pledged",
    "object_as_predicate",
    "phrase_of_noun",
]

_STOPPING = {
    "freeze", "suspend", "halt", "stop", "cut", "block", "withhold", "resume", "cancel", "restore", "reduce", "slash",
    "increase", "double", "seek", "request", "demand", "offer", "promise", "provide", "send", "receive", "accept",
    "refuse", "reject", "deny", "grant", "release", "supply", "deliver", "end", "curb", "limit", "restrict", "ban",
}  # fmt: skip
"""Verbs behind which a bare noun is what they are done to, and never what something is."""
_PLEDGES = {"assurance", "guarantee", "promise", "pledge", "commitment", "undertaking", "reassurance"}
_DONE_TO_PLEDGES = {
    "keep", "break", "honour", "honor", "fulfil", "fulfill", "make", "give", "want", "seek", "accept", "demand", "get",
    "obtain", "extract", "deliver", "believe", "trust", "sign", "renew", "repeat", "withdraw", "regret", "welcome",
}  # fmt: skip
"""What is done to a pledge: "a promise that Chad will not keep"."""
_TAKING_OF = {
    "accuse", "suspect", "convict", "blame", "warn", "speak", "talk", "think", "dream", "complain", "tire", "boast",
    "despair", "stop", "fall",
}  # fmt: skip
"""Verbs that take "of" and a gerund themselves: "accused them of sabotaging it"."""


@at(bearing=True)
def clause_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "Balked at demands that it end subsidies": a that-clause right behind a noun that holds one is the noun's."""
    first = token.left_edge
    if first.lower_ != "that" or not first.i:
        return
    _pledged(token, first)
    if clauses.marker(token) != "that":
        return
    noun = first.nbor(-1)
    whole = clauses.children(token, "obj", "xcomp", "ccomp", "nsubj:pass", "cop") or token.tag_ == "VB"
    told = token.head.lemma_ in nouns and (noun == token.head or _ends_with(token.head, noun, first))
    if token.dep_ == "acl:relcl" and told and whole and (noun == token.head or clauses.children(token, "nsubj")):
        token.dep_ = "acl"
    outer = next((a for a in token.head.ancestors if a.lemma_ in nouns), None) if token.dep_ == "acl" else None
    if outer is not None and token.head.lemma_ not in nouns and token.head.dep_ == "nmod" and token.head.head == outer:
        attach(token, outer, "acl")
    bare = token.dep_ in {"acl", "acl:relcl"} and token.tag_ == "VB" and not clauses.children(token, "aux")
    if token.dep_ not in {"ccomp", "advcl"} and not bare:
        return
    if noun.pos_ == "NOUN" and noun.lemma_ in nouns and noun != token.head:
        attach(token, noun, "acl")
        return
    whole = whole and not any(c.lower_ == "had" for c in clauses.children(token, "aux"))
    for held in (a for a in noun.ancestors if a.lemma_ in nouns and a.pos_ == "NOUN" and a.dep_ in {"obj", "obl"}):
        if whole and held.head in {token.head, *token.head.ancestors} and _ends_with(held, noun, first):
            attach(token, held, "acl")
            return


def _ends_with(noun: Token, last: Token, that: Token) -> bool:
    """Whether "by Chad" is all between the noun and "that" in "a demand by Chad that"."""
    by = [c for c in clauses.children(noun, "nmod") if clauses.preposition(c) in {"by", "from"} and c.i > noun.i]
    return bool(by) and max((t.i for t in noun.subtree if t.i < that.i), default=0) == last.i


def is_pledged(clause: Token) -> bool:
    """Whether *clause* behind a noun for a pledge can tell what is pledged, and not what is done to the pledge."""
    return clause.head.lemma_ in _PLEDGES and clause.lemma_ not in _DONE_TO_PLEDGES


def _pledged(clause: Token, that: Token) -> None:
    """ "An assurance that Chad will not attack": what is assured, though nothing stands behind the verb."""
    noun, under = clause.head, clauses.children(clause, *clauses.SUBJECTS)
    if clause.dep_ != "acl:relcl" or noun.i != that.i - 1 or not is_pledged(clause):
        return
    if mood.modals(clause) & {"will", "would", "can", "could"} and under and that not in under:
        clause.dep_ = "acl"
        attach(that, clause, "mark")
        that.tag_, that.pos_ = "IN", "SCONJ"


@at(labels={"obl", "obl:agent"}, bearing=True)
def agent_of_noun(token: Token, nouns: frozenset[str]) -> None:
    """ "an offer by Kim": the agent belongs to the noun right before it."""
    if token.dep_ not in {"obl", "obl:agent"} or clauses.preposition(token) != "by":
        return
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if before.pos_ == "NOUN" and before.lemma_ in nouns:
        attach(token, before, "nmod")


@at(labels={"obl"}, bearing=True)
def phrase_of_noun(token: Token, bringing: dict[str, list[str]]) -> None:
    """ "Dismissed his call for a cut", "the call of the king, Felipe, for a cut": the noun brings the preposition."""
    lead = clauses.preposition(token) if token.dep_ == "obl" else ""
    if lead not in bringing or token.head.i > token.i or not token.left_edge.i:
        return
    before = token.left_edge.nbor(-1)
    while token.left_edge.text == "," and before.dep_ in {"flat", "appos"} and before.head.i < before.i:
        before = before.head
    owned = before.dep_ == "nmod" and before.head.pos_ == "NOUN" and before.lemma_ not in bringing[lead]
    if owned and clauses.preposition(before) in {"by", "from", "of"}:
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


@at(tags={"NN", "NNS"}, labels={"xcomp"})
def object_as_predicate(token: Token) -> None:
    """ "Froze aid to Chad", the aid taken for what the freezing is: it is frozen."""
    verb = token.head
    if verb.pos_ != "VERB" or verb.lemma_ not in _STOPPING or token.i < verb.i or clauses.is_passive(verb):
        return
    if not clauses.children(verb, "obj") and not clauses.children(token, "case", "mark", "cop", "nsubj"):
        token.dep_ = "obj"


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
