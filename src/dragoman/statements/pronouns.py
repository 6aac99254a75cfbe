"""Whom "he", "it" and "they" stand for: the noun phrase before them that fits best and stands out most."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.bound_pronouns import asking_another, bound_to
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.quoted import is_quoted
from dragoman.statements.relative_pronouns import described
from dragoman.statements.salience import has_people, salience
from dragoman.statements.text import ReadText
from dragoman.statements.women_and_men import WomenAndMen

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
_SAYING = frozenset(lexicon("positions")["saying"]["words"])
_PHRASES = {"nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod", "nmod:poss", "ROOT", "appos"}
"""What the head of a phrase is that a pronoun may take up."""
_NOUNS = word_sets("nouns")
_WILLING = _NOUNS["willing"] | _NOUNS["minded"]
"""What only somebody does: "it hopes", "they agreed"."""
_READY = {
    "willing", "ready", "prepared", "unwilling", "reluctant", "keen", "eager", "loath", "determined", "unprepared",
}  # fmt: skip
_ANYBODY = (
    _NOUNS["people"] - _NOUNS["states"] - _NOUNS["state organs"] - _NOUNS["bodies"] - _NOUNS["companies"]
    - _NOUNS["agencies"] - {"office", "department", "mission", "embassy", "palace", "team", "board", "camp"}
)  # fmt: skip
"""Nouns for people, of whom one may be meant."""
_SOMEBODY = _NOUNS["people"] | _NOUNS["groups"] | _NOUNS["bodies"] | _NOUNS["companies"] | _NOUNS["kinds"]
_IDLE = {
    "be", "known", "clear", "plain", "hard", "difficult", "impossible", "possible", "easy", "necessary", "explicit",
}  # fmt: skip
"""What stands behind the "it" of "let it be known"."""
_MERE: dict[str, Callable[[Token], bool]] = {
    "none": lambda _: True,
    "says": lambda noun: noun.lemma_ in _SOMEBODY | _NOUNS["voices"] | _NOUNS["texts"],
    "wills": lambda noun: noun.lemma_ in _SOMEBODY,
}
"""What a pronoun may take up that stands for no party, by what it does."""

_ANSWERING = {
    "welcome", "reject", "accept", "dismiss", "spurn", "rebuff", "decline", "hail", "praise", "condemn", "denounce",
}  # fmt: skip
_PUT = {"offer", "proposal", "demand", "request", "call", "appeal", "invitation", "ultimatum", "accusation", "charge"}
"""What is put to others, and the verbs with which they answer."""
_REPLYING = _ANSWERING | {"deny", "refuse", "turn", "ignore", "resist", "oppose", "rule", "dispute", "contest"}
_CALLING = {"call", "describe", "label", "brand", "find", "consider", "deem"}
_PUT_TO = _PUT - {"offer", "proposal"} | {"allegation", "plea", "summons", "order", "complaint", "claim"}
"""What one takes up only where another has put it, and may well call names; an offer may be one's own."""
_CLAIMED = {"accusation", "charge", "allegation", "claim"}
_PUTTING = {
    "ask", "urge", "call", "press", "demand", "want", "tell", "order", "accuse", "offer", "propose", "invite",
    "request", "appeal", "blame", "insist", "implore", "beg", "charge", "complain", "allege", "seek", "plead",
}  # fmt: skip
_ONE_PERSON = {"former", "latter", "one"}
"""What one person of several goes by: "the latter", "one of them"."""

Resolve = Callable[["Token"], tuple[str, ...]]


class Pronouns:
    """Resolves the pronouns of one article; *parties* and *named* say whom a phrase, and a name alone, stand for."""

    def __init__(self, text: ReadText, parties: Resolve, named: Resolve) -> None:
        self._text = text
        self._parties = parties
        self._named = named
        self._kinds = WomenAndMen(text)
        self._starts = [token.i for token in text.doc if token.is_sent_start]

    def of(self, token: Token) -> tuple[str, ...]:
        """Ids that the pronoun *token* stands for; empty if nothing before it fits."""
        if each := _each_saying(token):
            return self._parties(each)
        if office := self._office_of(token):
            return office
        if (bound := bound_to(token)) is not None:
            found, fits = self._fits(bound, token.lower_)
            if found and fits:
                return found
        own = {party_of(p) for noun in _answering(token) or _putting(token) for p in self._parties(noun)}
        scores = {candidate: salience(candidate, token, self._starts) for candidate in self._candidates(token)}
        likely = sorted((one for one in scores if scores[one] > 0), key=lambda one: -scores[one])
        mere = not has_people(token) and _MERE[_mind(token)]
        tried = ((one, *self._fits(one, token.lower_)) for one in likely)
        tried = (each for each in tried if own.isdisjoint(map(party_of, each[1]))) if own else tried
        return next((found for one, found, fits in tried if fits and (found or (mere and mere(one)))), ())

    def _office_of(self, token: Token) -> tuple[str, ...]:
        """ "Ana Lunde, its general secretary": whoever she is of."""
        noun = token.head
        if token.lower_ not in {"its", "their"} or token.dep_ != "nmod:poss" or noun.dep_ != "appos":
            return ()
        persons = (m for m in self._text.at.get(noun.head.i, ()) if m.sort == "person" and ":" in m.id)
        return tuple(m.party for m in persons)[:1]

    def _candidates(self, token: Token) -> list[Token]:
        """Heads of noun phrases before *token*, in its sentence and the two before, but no subject of its own verb.

        Who says a quotation is nobody named inside it.
        """
        doc = token.doc
        begin, sentences = token.sent.start, 0
        while begin > 0 and sentences < 2 and doc[token.i].idx - doc[begin - 1].idx < 900:
            begin = doc[begin - 1].sent.start
            sentences += 1
        barred = {one.i for one in _not_meant(token)}
        if token.dep_ in {"obj", "obl", "iobj"}:
            own = clauses.subject(token.head)
            barred |= {own.i} if own is not None else set()
        text, one = self._text.article.text, token.lower_ in SINGULAR_PERSON
        speaker = token.head if token.dep_ == "nmod:poss" else token
        says = (one or speaker != token) and speaker.dep_ == "nsubj" and speaker.head.lemma_ in _SAYING
        said = says and not is_quoted(text, token.idx, token.idx + len(token))
        return [
            t
            for t in doc[begin : token.i]
            if (t.pos_ in {"NOUN", "PROPN", "PRON"} or t.lower_ in _ONE_PERSON)
            and (t.dep_ in _PHRASES or (one and t.dep_ == "conj"))
            and t.i in self._text.by_token
            and t.i not in barred
            and not (barred and t.lower_ in {"who", "which"} and _describes(t) in barred)
            and not _is_idle(t)
            and not (said and is_quoted(text, t.idx, t.idx + len(t)))
        ]

    def _fits(self, candidate: Token, pronoun: str) -> tuple[tuple[str, ...], bool]:
        """Whom *candidate* stands for, and whether *pronoun* can take that up: one person, one thing, several."""
        if candidate.lower_ == ("who" if pronoun in SINGULAR_PERSON else "which"):
            candidate = described(candidate) or candidate
        if candidate.pos_ == "PRON" and candidate.lower_ not in _alike(pronoun):
            return (), False
        found = self._each_of(candidate)
        if pronoun in SINGULAR_PERSON:
            named = self._is_person(candidate) or candidate.lower_ in _ONE_PERSON
            if candidate.tag_ in {"NNS", "NNPS"} and not named:
                return (), False
            organ = candidate.lemma_.lower() in _NOUNS["state organs"]
            persons = tuple(p for p in found if named or (":" in p and not organ))
            if not all(self._kinds.may_be(candidate, p, pronoun) for p in persons[:1] or found[:1]):
                return (), False
            role = found and (candidate.lemma_ in ONE_PERSON or _speaks(candidate)) and candidate.tag_ != "NNS"
            return (persons[:1] or found[:1]), bool(persons) or bool(role)
        if pronoun in SINGULAR_THING:
            named = self._is_person(candidate)
            person = candidate.lemma_ in ONE_PERSON
            if person and candidate.dep_ not in clauses.SUBJECTS:
                return (), False
            one = named or person or candidate.pos_ == "PRON"
            things = tuple(p for p in found if ":" not in p or not one)
            if len(found) > 1 and candidate.tag_ == "NN" and candidate.lemma_ in _NOUNS["bodies"]:
                return found, True
            if candidate.tag_ == "NNS" or self._is_of_many(candidate):
                return (), False
            plain = (
                not found
                and not person
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

    def _is_person(self, candidate: Token) -> bool:
        mentions = self._text.at.get(candidate.i, ())
        return any(m.sort == "person" for m in mentions) or (not mentions and _is_full_name(candidate))

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
        """True for the name of a body, and for "Democrats", the members of one."""
        groups = {"bloc", "movement", "organisation", "company", "group"}
        many = candidate.text.endswith("s") and candidate.tag_ in {"NNP", "NNPS", "NNS"}
        return any(m.sort in groups or (many and m.sort == "seat") for m in self._text.at.get(candidate.i, ()))


def _speaks(noun: Token) -> bool:
    """ "A member of their team said": one person, though no office tells so."""
    return noun.lemma_ in _ANYBODY and noun.dep_ == "nsubj" and noun.head.lemma_ in _SAYING


def _not_meant(pronoun: Token) -> list[Token]:
    """Whom a pronoun beside them cannot be: the Chad of "Chad, whose votes they need", "Chad, its ally"."""
    if pronoun.dep_ == "nmod:poss" and pronoun.head.dep_ == "appos":
        return clauses.conjuncts(pronoun.head.head)
    relative = clauses.antecedent(pronoun.head) if pronoun.dep_ == "nsubj" else None
    if relative is None or relative[1] == "subject":
        return []
    told = any(t.lower_ in {"which", "who", "whom", "whose"} for t in pronoun.doc[relative[0].i + 1 : pronoun.i])
    return clauses.conjuncts(relative[0]) if told else []


def _answering(pronoun: Token) -> list[Token]:
    """Who answers what is put to them, or puts it: the Chad of "Chad rejected its offer", "Chad demands that it go"."""
    noun = pronoun.head
    if (asking := asking_another(pronoun)) is not None:
        return clauses.conjuncts(asking)
    put = pronoun.dep_ == "nmod:poss" and noun.dep_ == "obj" and noun.lemma_ in _PUT
    if not put or noun.head.lemma_ not in _ANSWERING or any(c.lower_ == "own" for c in noun.children):
        return []
    under = clauses.subject(noun.head)
    return clauses.conjuncts(under) if under is not None else []


def _putting(pronoun: Token) -> list[Token]:
    """Who puts what others take up: the Chad of "Chad urged Mali to leave, a request it rejected"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ != "acl:relcl":
        return []
    things = [verb.head, *clauses.children(verb, "obj")]
    noun = next((t for t in things if t.lemma_ in _PUT | _PUT_TO and t.i < pronoun.i), None)
    if noun is None or noun.dep_ not in {"parataxis", "appos", "obj"}:
        return []
    if verb.lemma_ not in _REPLYING and not (noun.lemma_ in _PUT_TO and verb.lemma_ in _CALLING):
        return []
    told = noun.lemma_ in _CLAIMED or bool(mood.modals(noun.head) & {"must", "should"})
    asking = next((t for t in noun.ancestors if t.lemma_ in _PUTTING or (told and t.lemma_ in _SAYING)), None)
    if asking is None or asking.i > noun.i:
        return []
    put_by = clauses.agents(asking) if clauses.is_passive(asking) else clauses.children(asking, "nsubj")
    return [one for first in put_by for one in clauses.conjuncts(first)]


def _each_saying(pronoun: Token) -> Token | None:
    """ "Each has declared that it will not yield", "neither says it has": the word for one of two that says so."""
    says = pronoun.head.head if pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "ccomp" else None
    under = clauses.subject(says) if says is not None and pronoun.lower_ in SINGULAR_THING else None
    return under if under is not None and under.lower_ in {"each", "neither"} else None


def _mind(pronoun: Token) -> str:
    """Whether what *pronoun* is said to do takes a mind, or words: "it hopes", "it said", "they are ready"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj":
        return "none"
    if verb.pos_ == "ADJ":
        return "wills" if verb.lemma_ in _READY else "none"
    return "wills" if verb.lemma_ in _WILLING else "says" if verb.lemma_ in _SAYING else "none"


def _describes(relative: Token) -> int | None:
    """Where the noun stands that a relative pronoun takes up."""
    noun = described(relative)
    return noun.i if noun is not None else None


def _is_idle(token: Token) -> bool:
    """ "Let it be known", "made it clear": an "it" that stands for what follows."""
    opening = token.lower_ == "it" and token.i > 0 and token.i + 1 < len(token.doc)
    return opening and token.nbor(-1).lemma_ in {"let", "make", "find"} and token.nbor().lower_ in _IDLE


def _is_full_name(candidate: Token) -> bool:
    """ "Precious Matsoso ... She": a name of two words that no list has and that is no body's."""
    parts = {c.dep_ for c in candidate.children}
    return candidate.pos_ == "PROPN" and "flat" in parts and "compound" not in parts


def _alike(pronoun: str) -> set[str]:
    """The pronouns that can stand for the same as *pronoun*: one person, one thing, several."""
    kinds = (SINGULAR_PERSON, SINGULAR_THING, PLURAL)
    return next((kind for kind in kinds if pronoun in kind), set())
