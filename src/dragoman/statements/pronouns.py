"""Whom "he", "it" and "they" stand for: the noun phrase before them that fits best and stands out most."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.quoted import is_quoted
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["ONE_PERSON", "PLURAL", "PRONOUNS", "Pronouns"]

SINGULAR_PERSON = {"he", "him", "his", "himself", "she", "her", "hers", "herself"}
SINGULAR_THING = {"it", "its", "itself"}
PLURAL = {"they", "them", "their", "theirs", "themselves"}
PRONOUNS = SINGULAR_PERSON | SINGULAR_THING | PLURAL
"""Pronouns of the third person."""
ONE_PERSON = frozenset(lexicon("nouns")["one"])
"""Nouns for one person: "the president"."""
_PEOPLE = frozenset(
    {
        "delegation", "government", "negotiator", "minister", "president", "envoy", "ambassador", "diplomat", "army",
        "parliament", "troop", "soldier", "leader", "spokesman", "spokeswoman", "leadership", "official", "lawmaker",
        "chairman", "fighter", "team", "representative", "delegate", "ministry", "force",
    }
)  # fmt: skip
"""Those whom only a party has: "its delegation"."""
_SAYING = frozenset(lexicon("positions")["saying"]["words"])
_PHRASES = {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "ROOT", "appos"}
"""What the head of a phrase is that a pronoun may take up."""
_WEIGHT = {"nsubj": 4, "nsubj:pass": 4, "obl:agent": 3, "obj": 2, "obl": 2, "nmod": 1, "conj": 1}
_BESIDE_THE_POINT = {"advcl", "acl:relcl"}
"""Clauses that tell something by the way: what their subject is, a later sentence takes up less often."""
_PUTTING = {"offer", "promise", "threaten", "warn", "tell", "give", "grant", "assure", "pledge", "menace"}
_CONDITIONAL = {"if", "unless", "provided", "provided that", "providing"}
_IDLE = {
    "be",
    "known",
    "clear",
    "plain",
    "hard",
    "difficult",
    "impossible",
    "possible",
    "easy",
    "necessary",
    "explicit",
}
"""What stands behind the "it" of "let it be known"."""
_AWAITING = {"once", "after"}
_GRANTED = {"could", "can", "may", "might"}

Resolve = Callable[["Token"], tuple[str, ...]]


class Pronouns:
    """Resolves the pronouns of one article; *parties* and *named* say whom a phrase, and a name alone, stand for."""

    def __init__(self, text: ReadText, parties: Resolve, named: Resolve) -> None:
        self._text = text
        self._parties = parties
        self._named = named
        self._starts = [token.i for token in text.doc if token.is_sent_start]

    def of(self, token: Token) -> tuple[str, ...]:
        """Ids that the pronoun *token* stands for; empty if nothing before it fits."""
        scores = {candidate: self._salience(candidate, token) for candidate in self._candidates(token)}
        likely = sorted((one for one in scores if scores[one] > 0), key=lambda one: -scores[one])
        acting = _is_acting(token)
        tried = (self._fits(one, token.lower_) for one in likely)
        return next((found for found, fits in tried if fits and (found or not acting)), ())

    def _candidates(self, token: Token) -> list[Token]:
        """Heads of noun phrases before *token*, in its sentence and the two before, but no subject of its own verb.

        Who says a quotation is nobody named inside it.
        """
        doc = token.doc
        begin, sentences = token.sent.start, 0
        while begin > 0 and sentences < 2 and doc[token.i].idx - doc[begin - 1].idx < 900:
            begin = doc[begin - 1].sent.start
            sentences += 1
        barred = set()
        if token.dep_ in {"obj", "obl", "iobj"}:
            own = clauses.subject(token.head)
            barred = {own.i} if own is not None else set()
        text, one = self._text.article.text, token.lower_ in SINGULAR_PERSON
        says = token.lower_ in SINGULAR_PERSON and token.dep_ == "nsubj" and token.head.lemma_ in _SAYING
        said = says and not is_quoted(text, token.idx, token.idx + len(token))
        return [
            t
            for t in doc[begin : token.i]
            if t.pos_ in {"NOUN", "PROPN", "PRON"}
            and (t.dep_ in _PHRASES or (one and t.dep_ == "conj"))
            and t.i in self._text.by_token
            and t.i not in barred
            and not _is_idle(t)
            and not (said and is_quoted(text, t.idx, t.idx + len(t)))
        ]

    def _fits(self, candidate: Token, pronoun: str) -> tuple[tuple[str, ...], bool]:
        if candidate.pos_ == "PRON" and candidate.lower_ not in _alike(pronoun):
            return (), False
        found = self._each_of(candidate)
        if pronoun in SINGULAR_PERSON:
            named = any(m.sort == "person" for m in self._text.at.get(candidate.i, ()))
            named = named or (_is_full_name(candidate) and not self._text.at.get(candidate.i))
            persons = tuple(p for p in found if named or ":" in p)
            role = found and candidate.lemma_ in ONE_PERSON
            return (persons[:1] or found[:1]), bool(persons) or bool(role)
        if pronoun in SINGULAR_THING:
            named = any(m.sort == "person" for m in self._text.at.get(candidate.i, ()))
            one = named or candidate.lemma_ in ONE_PERSON or candidate.pos_ == "PRON"
            things = tuple(p for p in found if ":" not in p or not one)
            if candidate.tag_ == "NNS" or self._is_of_many(candidate):
                return (), False
            plain = (
                not found
                and candidate.dep_ in {"nsubj", "nsubj:pass"}
                and candidate.pos_ == "NOUN"
                and "Number=Sing" in str(candidate.morph)
            )
            return things[:1], (bool(things) and len(found) == 1) or plain
        plural = len(found) > 1 or (
            bool(found) and ("Number=Plur" in str(candidate.morph) or self._is_group(candidate))
        )
        plain = (
            not found
            and candidate.dep_ in {"nsubj", "nsubj:pass"}
            and "Number=Plur" in str(candidate.morph)
            and candidate.pos_ == "NOUN"
        )
        return found, plural or plain

    def _each_of(self, candidate: Token) -> tuple[str, ...]:
        if candidate.dep_ == "nmod:poss" and candidate.pos_ != "PRON":
            return self._named(candidate)
        return self._parties(candidate)

    def _is_of_many(self, candidate: Token) -> bool:
        """True for a name that is a plural noun: "developed nations", "small island states"."""
        last, mentions = candidate.text, self._text.at.get(candidate.i, ())
        people = any(m.sort == "demonym" for m in mentions) and candidate.tag_ in {"NNS", "NNPS", "NNP"}
        return last.endswith("s") and ((last.islower() and bool(mentions)) or people)

    def _is_group(self, candidate: Token) -> bool:
        groups = {"bloc", "movement", "organisation", "company", "group"}
        return any(m.sort in groups for m in self._text.at.get(candidate.i, ()))

    def _salience(self, candidate: Token, pronoun: Token) -> float:
        distance = bisect_left(self._starts, pronoun.i) - bisect_right(self._starts, candidate.i)
        weight = _WEIGHT.get(candidate.dep_, 1)
        if (
            pronoun.dep_ in clauses.SUBJECTS
            and candidate.dep_ in clauses.SUBJECTS
            and distance
            and candidate.head.dep_ in _BESIDE_THE_POINT
        ):
            weight -= 2
        speaker = candidate.dep_ == "nsubj" and candidate.head.lemma_ in _SAYING and candidate.head in pronoun.ancestors
        lead = (3 if speaker else 0) + (4 if _is_meant(candidate, pronoun) else 0)
        return 10 - 4 * distance + weight + lead - 0.01 * (pronoun.i - candidate.i)


def _is_idle(token: Token) -> bool:
    """ "Let it be known", "made it clear": an "it" that stands for what follows."""
    opening = token.lower_ == "it" and token.i > 0 and token.i + 1 < len(token.doc)
    return opening and token.nbor(-1).lemma_ in {"let", "make", "find"} and token.nbor().lower_ in _IDLE


def _is_full_name(candidate: Token) -> bool:
    """ "Precious Matsoso, the South African, ... She": a name of two words that no list has, told by what follows."""
    parts = {c.dep_ for c in candidate.children}
    return candidate.pos_ == "PROPN" and {"flat", "appos"} <= parts


def _is_acting(pronoun: Token) -> bool:
    """ "Its delegation", "its foreign minister": whoever has people to send is no mere thing."""
    return pronoun.lower_ in {"its", "their"} and pronoun.dep_ == "nmod:poss" and pronoun.head.lemma_ in _PEOPLE


def _is_meant(candidate: Token, pronoun: Token) -> bool:
    """Whether the clauses in which both stand say that *pronoun* takes up *candidate*."""
    if pronoun.dep_ != "nsubj":
        return _is_reported(candidate, pronoun)
    if candidate.dep_ == "nsubj":
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
    says = pronoun.head.head if _is_acting(pronoun) and pronoun.head.dep_ == "nsubj" else None
    return says is not None and says.dep_ == "parataxis" and candidate.dep_ == "nsubj" and candidate.head == says.head


def _fulfils(candidate: Token, pronoun: Token) -> bool:
    """ "Said that if Chad wanted peace it should pay": who is spoken of in the condition before."""
    clause, main = candidate.head, pronoun.head
    fronted = clause.dep_ == "advcl" and clause.head == main and clauses.marker(clause) == "if"
    return fronted and bool(mood.modals(main) & {"must", "should"}) and candidate.pos_ != "PRON"


def _alike(pronoun: str) -> set[str]:
    """The pronouns that can stand for the same as *pronoun*: one person, one thing, several."""
    kinds = (SINGULAR_PERSON, SINGULAR_THING, PLURAL)
    return next((kind for kind in kinds if pronoun in kind), set())
