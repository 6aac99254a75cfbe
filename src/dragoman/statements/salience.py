"""How much what stands before a pronoun stands out: nearness, its part in its clause, and what the clauses say."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["has_people", "salience"]

_PEOPLE = frozenset(
    {
        "delegation", "government", "negotiator", "minister", "president", "envoy", "ambassador", "diplomat", "army",
        "parliament", "troop", "soldier", "leader", "spokesman", "spokeswoman", "leadership", "official", "lawmaker",
        "chairman", "fighter", "team", "representative", "delegate", "ministry", "force",
    }
)  # fmt: skip
"""Those whom only a party has: "its delegation"."""
_SAYING = frozenset(lexicon("positions")["saying"]["words"])
_WEIGHT = {"nsubj": 4, "nsubj:pass": 4, "obl:agent": 3, "obj": 2, "obl": 2, "nmod": 1, "conj": 1}
_RELATIVE = {"acl:relcl", "advcl:relcl"}
"""Clauses that tell something of a noun: who acts in them is soon forgotten."""
_BESIDE_THE_POINT = {"advcl"}
"""Clauses that tell something by the way: what their subject is, a later sentence takes up less often."""
_PUTTING = {"offer", "promise", "threaten", "warn", "tell", "give", "grant", "assure", "pledge", "menace"}
_CONDITIONAL = {"if", "unless", "provided", "provided that", "providing"}
_SETTING_OFF = {"while", "whereas", "although", "though"}
_AWAITING = {"once", "after"}
_GRANTED = {"could", "can", "may", "might"}


def salience(candidate: Token, pronoun: Token, starts: Sequence[int]) -> float:
    """How likely *pronoun* takes up *candidate* before it; *starts* are the words at which sentences begin."""
    sentence = bisect_right(starts, candidate.i)
    distance = bisect_left(starts, pronoun.i) - sentence
    weight: float = _WEIGHT.get(candidate.dep_, 1)
    apart = sentence != bisect_right(starts, pronoun.i)
    both = pronoun.dep_ in clauses.SUBJECTS and candidate.dep_ in clauses.SUBJECTS
    if both and _is_by_the_way(candidate, pronoun):
        weight -= 1.5
    elif both and apart and _is_inside(candidate):
        weight -= 0.6
    if apart and _is_brought_up(candidate):
        weight = 4.5
    lead = (
        (3 if _says_it(candidate, pronoun) else 0)
        + (4 if _is_meant(candidate, pronoun) else 0)
        + (3 if both and _goes_on(candidate, pronoun) else 0)
    )
    return 10 - 4 * distance + weight + lead - 0.01 * (pronoun.i - candidate.i)


def _is_by_the_way(candidate: Token, pronoun: Token) -> bool:
    """True for who acts in a relative clause that is over before *pronoun*, or in a side clause of another sentence."""
    clause = candidate.head
    if clause.dep_ in _RELATIVE:
        return clause not in pronoun.ancestors
    return clause.dep_ in _BESIDE_THE_POINT and candidate.sent.start != pronoun.sent.start


def _says_it(candidate: Token, pronoun: Token) -> bool:
    """Whether *candidate* says what *pronoun* stands in, and not what a clause beside it tells, "while Chad said"."""
    if candidate.dep_ != "nsubj" or not (_speaks(candidate.head) and candidate.head in pronoun.ancestors):
        return False
    inner = pronoun
    while inner.head != candidate.head:
        inner = inner.head
    return inner.dep_ not in {"advcl", "conj", "parataxis"} or clauses.marker(inner) not in _SETTING_OFF


def _speaks(verb: Token) -> bool:
    """Verbs of saying, and "let it be known", "made it clear"."""
    told = verb.lemma_ in {"let", "make"} and any(
        c.lower_ in {"known", "clear", "plain"} for c in clauses.children(verb, "ccomp", "xcomp")
    )
    return verb.lemma_ in _SAYING or told


def _is_inside(candidate: Token) -> bool:
    """True for the subject of a clause inside the one that a sentence is: of several, the main one is taken up."""
    return clauses.first_conjunct(candidate.head).dep_ in {"ccomp", "xcomp", "advcl", "acl"}


def _is_brought_up(candidate: Token) -> bool:
    """ "Another obstacle has been Chad": whom a sentence is there to bring up, a later one goes on about."""
    return candidate.dep_ == "ROOT" and candidate.pos_ == "PROPN" and bool(clauses.children(candidate, "cop"))


def _goes_on(candidate: Token, pronoun: Token) -> bool:
    """ "It dropped its claims, and it accepted": the same pronoun in the clauses of a series is the same party."""
    return (
        candidate.lower_ == pronoun.lower_
        and pronoun.head.dep_ in {"conj", "parataxis"}
        and candidate.head == pronoun.head.head
    )


def has_people(pronoun: Token) -> bool:
    """ "Its delegation", "its foreign minister": whoever has people to send is no mere thing."""
    return pronoun.lower_ in {"its", "their"} and pronoun.dep_ == "nmod:poss" and pronoun.head.lemma_ in _PEOPLE


def _is_meant(candidate: Token, pronoun: Token) -> bool:
    """Whether the clauses in which both stand say that *pronoun* takes up *candidate*."""
    if pronoun.dep_ != "nsubj":
        return _is_reported(candidate, pronoun)
    if candidate.dep_ in {"nsubj", "nsubj:pass"}:
        return _is_conditioned(candidate, pronoun) or _fulfils(candidate, pronoun)
    return _is_addressed(candidate, pronoun)


def _is_conditioned(candidate: Token, pronoun: Token) -> bool:
    """ "The EU said Chad could join if it reformed": who would do it fulfils the condition, rather than who says so."""
    clause = pronoun.head
    if clause.dep_ != "advcl" or candidate.head != clause.head:
        return False
    awaited = clauses.marker(clause) in _AWAITING and not _GRANTED.isdisjoint(mood.modals(clause.head))
    return awaited or clauses.marker(clause) in _CONDITIONAL


def _is_addressed(candidate: Token, pronoun: Token) -> bool:
    """ "Threatened Chad with tariffs unless it paid": who is to fulfil the condition is whom it is put to."""
    clause, verb = pronoun.head, candidate.head
    if candidate.dep_ not in {"obj", "iobj"} or verb.lemma_ not in _PUTTING:
        return False
    conditional = clause.dep_ == "advcl" and clauses.marker(clause) in _CONDITIONAL
    return conditional and verb in clause.ancestors


def _is_reported(candidate: Token, pronoun: Token) -> bool:
    """ "Chad would pay if Peru did, its minister said": a report behind is by whose clause it reports."""
    says = pronoun.head.head if has_people(pronoun) and pronoun.head.dep_ == "nsubj" else None
    return says is not None and says.dep_ == "parataxis" and candidate.dep_ == "nsubj" and candidate.head == says.head


def _fulfils(candidate: Token, pronoun: Token) -> bool:
    """ "Said that if Chad wanted peace it should pay": who is spoken of in the condition before."""
    clause, main = candidate.head, pronoun.head
    fronted = clause.dep_ == "advcl" and clause.head == main and clauses.marker(clause) == "if"
    return fronted and bool(mood.modals(main) & {"must", "should"}) and candidate.pos_ != "PRON"
