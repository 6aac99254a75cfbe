"""Words for two or three parties at once: "both sides", "the pair", "the two countries", "the latter"."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.lexicon import word_sets
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Sentence, Token

__all__ = ["Pairs"]

_BOTH = {"two", "both", "neither", "either", "each"}
_ALONE = {"both", "neither", "either"}
_TWO, _THREE = {"two", "pair", "duo"}, {"three", "trio"}
_ALL = {"former", "latter", "each", *_TWO, *_THREE, *_ALONE}
"""Words that take up two or three by themselves."""
_NO_KINDS = frozenset({"other", "same", "main", "key", "warring", "rival", "remaining", "last", "feuding", "hostile"})
_CHIEF = {"main", "chief", "rival", "warring", "opposing", "leading", "major", "neighbouring", "neighboring", "big"}
_NUMBERS = {word: n for n, word in enumerate(("three", "four", "five", "six", "seven", "eight", "nine", "ten"), 3)}
_LEAST = 3
_SENT = {"minister", "negotiator", "envoy", "delegate", "delegation", "president", "leader", "diplomat"}
"""Those whom states send to talk with one another."""
_OFFICE = {"amod", "compound"}
_STATES = {"country", "nation", "state", "capital", "neighbour", "neighbor", "government"}
_KINDS = {
    **dict.fromkeys(("union", "federation", "confederation", "organisation", "organization", "agency", "body"),
                    frozenset({"organisation"})),
    **dict.fromkeys(("movement", "militia", "group"), frozenset({"movement"})),
}  # fmt: skip
"""What is counted by a noun, companies apart."""
_POLITICAL = {"party", "faction", "partner"}
_FAR = 400
"""How many words back the two sides may be set side by side."""
_NEAR = 60
"""How many words back "the pair" may have been named."""
_WORDS = 9
"""Words behind "each" in which the other is named."""
_BEFORE_PAIR = {"nummod", "det", "det:predet", "amod", "cc:preconj"}

_PLAIN = {"det", "case", "punct", "dep"}

Resolve = Callable[["Token"], tuple[str, ...]]


class Pairs:
    """Resolves words for two or three parties of one article; *named* and *parties* say whom names and words mean."""

    def __init__(self, text: ReadText, cast: Cast, named: Resolve, parties: Resolve) -> None:
        self._text = text
        self._cast = cast
        self._named = named
        self._parties = parties
        self._nouns = word_sets("nouns")
        firms = dict.fromkeys(self._nouns["companies"], frozenset({"company"}))
        self._kinds = {**firms, **_KINDS}
        self._counted = self._nouns["sides"] | self._nouns["opposed"] | _STATES

    def of(self, token: Token) -> tuple[str, ...]:
        """The parties that *token* takes up as two or three; empty where it is no such word."""
        lower, lemma = token.lower_, token.lemma_
        if token.tag_ == "NNS" and lemma in _SENT and self._are_of_all(token):
            return self.main(token)
        if token.pos_ == "NOUN" and (kinds := self._kinds.get(lemma)) and (found := self._counted_of(token, kinds)):
            return found
        if lower not in _ALL and not (token.pos_ == "NOUN" and lemma in self._counted):
            return ()
        the = any(child.lower_ in {"the", "these", "those", "all"} for child in token.children)
        if the and lower in {"former", "latter"}:
            return self._one_of(token)
        if lower in _THREE and the:
            return self._listed(token, _LEAST) or (() if _is_of_things(token) else self._cast.contenders(_LEAST))
        if (lower in _TWO and the) or lower in _ALONE or (lower == "each" and _is_one_of_two(token)):
            return self._lately(token) or self.main(token)
        if token.pos_ != "NOUN":
            return ()
        number = next((n for c in token.children if (n := _NUMBERS.get(c.lower_))), 0)
        if (number == _LEAST or (number and the)) and lemma in self._nouns["sides"]:
            return self._several(token, number)
        if number and the and lemma in _STATES and (listed := self._listed(token, number)):
            return listed
        if the and lemma in self._nouns["sides"] and any(c.lower_ == "other" for c in token.children):
            return self._other(token)
        counted = any(child.lower_ in _BOTH and child.dep_ in _BEFORE_PAIR for child in token.children)
        if counted and not the and _are_any_two(token):
            return ()
        if counted and lemma in _STATES and (states := self._states(token)):
            return states
        if counted and lemma in self._nouns["sides"]:
            return self.main(token) if lemma in self._nouns["opposed"] else self._lately(token) or self.main(token)
        plain = all(child.dep_ in _PLAIN or child.lower_ == "warring" or _is_asked(child) for child in token.children)
        return self.main(token) if the and plain and token.tag_ == "NNS" and lemma in self._nouns["opposed"] else ()

    def _are_of_all(self, token: Token) -> bool:
        """ "The negotiators", "the water ministers": of nobody named, in talks between states."""
        sides = self._cast.table or (self._cast.sides() if self._cast.is_told else ())
        if len(sides) < 2 or any(self._text.names.sort_of(p) != "state" for p in sides):
            return False
        the = any(c.lower_ == "the" for c in token.children)
        beside = [c for c in token.children if c.dep_ not in _PLAIN and not (c.dep_ in _OFFICE and c.i < token.i)]
        named = any(self._text.at.get(c.i) or (c.text[:1].isupper() and c.dep_ != "det") for c in token.children)
        return the and not beside and not named

    def _counted_of(self, token: Token, kinds: frozenset[str]) -> tuple[str, ...]:
        """ "Both companies", "the three unions": as many as the article has named of the kind, or named last."""
        words = {c.lower_ for c in token.children if c.dep_ in _BEFORE_PAIR}
        number = next((_NUMBERS[w] for w in words if w in _NUMBERS), 2 if words & _BOTH else 0)
        if not number or not words & {"the", *_BOTH - {"two"}} or words - {"the", *_BOTH, *_NUMBERS}:
            return ()
        if clauses.children(token, "nmod", "nmod:poss", "acl", "acl:relcl", "compound"):
            return ()
        named = [m for m in self._text.before(token.idx) if m.sort in kinds]
        since = _sentence_before(token).start_char
        for near in (named, [m for m in named if m.start >= since]):
            parties = dict.fromkeys(m.party for m in near)
            if len(parties) == number:
                return tuple(reversed(parties))
        listed = self._listed(token, number)
        return listed if set(listed) <= {m.party for m in named} else ()

    def _states(self, token: Token) -> tuple[str, ...]:
        """ "Both governments": the two states most spoken of, where one of the sides around *token* is none."""
        near = self._lately(token) or self.main(token)
        governed = {"state", "region"} if token.lemma_ == "government" else {"state"}
        if all(self._text.names.sort_of(p) in governed for p in near):
            return ()
        states = [p for p in self._cast.contenders(6) if self._text.names.sort_of(p) == "state"]
        return tuple(states[:2]) if len(states) > 1 else ()

    def _several(self, token: Token, number: int) -> tuple[str, ...]:
        """ "The five parties": political parties or states where there are enough, but none of those it leaves out."""
        kinds = {"movement"} if token.lemma_ in _POLITICAL else {"state"}
        if listed := self._listed(token, number):
            return listed
        if self._are_of_a_kind(token) and len(self._states_named()) != number:
            return ()
        apart = self._before_in_sentence(token) if any(c.lower_ == "other" for c in token.children) else set()
        known = [p for p in self._cast.contenders(3 * number) if p not in apart]
        fit = [p for p in known if self._text.names.sort_of(p) in kinds]
        return tuple((fit if len(fit) >= min(number, 3) else known)[:number])

    @staticmethod
    def _are_of_a_kind(token: Token) -> bool:
        """ "The five riparian states": of those named only as many as there are of them."""
        kinds = (c for c in clauses.children(token, "amod", "compound") if c.lower_ not in _NO_KINDS)
        return token.lemma_ in _STATES and any(c.i > token.left_edge.i for c in kinds)

    def _states_named(self) -> list[str]:
        return [p for p in self._cast.order if self._text.names.sort_of(p) == "state"]

    def _listed(self, token: Token, number: int) -> tuple[str, ...]:
        """ "The three countries" after "France, Britain and Germany": as many as were last named in one breath."""
        for near in reversed(token.doc[max(0, token.i - _FAR) : token.i]):
            if near.dep_ == "conj" and self._text.at.get(near.i):
                parts = clauses.conjuncts(clauses.first_conjunct(near))
                found = tuple(dict.fromkeys(map(party_of, (p for part in parts for p in self._named(part)))))
                if len(found) == number:
                    return found
        return ()

    def _other(self, token: Token) -> tuple[str, ...]:
        """ "The other side": of the two the one that the sentence has not named before."""
        sides = self._cast.sides()
        named = self._before_in_sentence(token)
        named = named if named & set(sides) else {party_of(p) for p in self._acting_before(token)}
        left = tuple(p for p in sides if p not in named)
        return left if len(sides) == 2 and len(left) == 1 else ()

    def _acting_before(self, token: Token) -> tuple[str, ...]:
        """Who, without a name, does something before it in the sentence: "she said", "its delegation left"."""
        before = token.doc[token.sent.start : token.i]
        return tuple(p for near in before if near.dep_ == "nsubj" for p in self._parties(near))

    def _before_in_sentence(self, token: Token) -> set[str]:
        start = token.sent.start_char
        return {m.party for m in self._text.before(token.idx) if m.start >= start}

    def main(self, token: Token) -> tuple[str, ...]:
        """The two sides around *token*: those between whom it is said to lie, else the last set side by side."""
        if token.lemma_ in _POLITICAL and (several := self._cast.bargainers()):
            two = any(child.lower_ in _BOTH for child in token.children)
            return self._cast.sides() if two and self._cast.governed else several
        if self._cast.is_told:
            return self._cast.sides()
        if self._cast.table and not _is_of_two(token):
            return self._cast.table
        return self.beside(token) or self._cast.sides()

    def beside(self, token: Token) -> tuple[str, ...]:
        """The last two of the chief parties that were set side by side before *token*."""
        return self._side_by_side(token, _FAR, set(self._cast.contenders(4)))

    def _lately(self, token: Token) -> tuple[str, ...]:
        """The two last set side by side, whoever they are, or the only two named before in the sentence or the last."""
        before, here = _sentence_before(token).start_char, token.sent.start_char
        if token.lower_ in _TWO and (met := self._met(token, before, here)):
            return met
        pair = self._side_by_side(token, _NEAR, None)
        if pair and (set(pair) == set(self._cast.sides()) or not self._cast.has_two_sides()):
            return pair
        if pair and (late := self._side_by_side(token, token.i - _sentence_before(token).start, None)):
            return late
        near = [m.party for m in self._text.before(here) if m.start >= before and not m.place]
        both = tuple(dict.fromkeys(reversed(near)))
        chief = set(self._cast.sides() if self._cast.is_twofold(1 / 4) else self._cast.contenders(4))
        return both if len(both) == 2 and chief.issuperset(both) else ()

    def _met(self, token: Token, before: int, here: int) -> tuple[str, ...]:
        """ "Blinken spoke to Sudani when the two met": the only two of the sentence so far, or persons of the last."""
        for start, end in ((here, token.idx), (before, here)):
            near = [m for m in self._text.before(end) if m.start >= start and not m.place]
            persons = dict.fromkeys(m.id for m in reversed(near) if m.person)
            known = dict.fromkeys(m.party for m in reversed(near))
            for few in (persons, known if start == here else {}):
                if len(few) == len(set(map(party_of, few))) == 2:
                    return tuple(few)
            if near:
                return ()
        return ()

    def _side_by_side(self, token: Token, reach: int, among: set[str] | None) -> tuple[str, ...]:
        for near in reversed(token.doc[max(0, token.i - reach) : token.i]):
            if near.dep_ == "conj" and self._text.at.get(near.i):
                first = clauses.first_conjunct(near)
                pair = tuple(dict.fromkeys(map(party_of, self._named(first) + self._named(near))))
                if _acts_on(first, token) or (among is None and self._is_by_the_way(first, pair)):
                    continue
                if len(pair) == 2 and (among is None or among.issuperset(pair)):
                    return pair
        return ()

    def _is_by_the_way(self, first: Token, pair: tuple[str, ...]) -> bool:
        """ "A route through Chad and Mali": two that do nothing, in an article about two others."""
        apart = self._cast.has_two_sides() and set(pair).isdisjoint(self._cast.sides())
        return apart and first.dep_ in {"nmod", "obl"}

    def _one_of(self, token: Token) -> tuple[str, ...]:
        """ "The former", "the latter": one of the two set side by side before."""
        if token.lower_ == "latter" and (last := self._last_person(token)):
            return last
        pair = self._lately(token) or self.main(token)
        if len(pair) != 2:
            return ()
        return pair[:1] if token.lower_ == "former" else pair[1:]

    def _last_person(self, token: Token) -> tuple[str, ...]:
        """ "He will sign if Kalu does; the latter has refused": the only person named right before."""
        start = _sentence_before(token).start_char
        near = {m.id for m in self._text.before(token.idx) if m.start >= start and m.sort == "person"}
        return tuple(near) if len(near) == 1 else ()


def _is_one_of_two(token: Token) -> bool:
    """ "Each blamed the other": one of two, and the other named as such; "each has declared that it will not yield"."""
    said = clauses.children(token.head, "ccomp") if token.dep_ == "nsubj" else []
    own = any(c.lower_ in {"it", "he", "they"} for clause in said for c in clauses.children(clause, "nsubj"))
    behind = [t.lower_ for t in token.doc[token.i + 1 : min(token.sent.end, token.i + _WORDS)]]
    return own or any(one in {"the", "each"} and two == "other" for one, two in pairwise(behind))


def _acts_on(first: Token, token: Token) -> bool:
    """ "Germany and Austria leaned on both neighbours": who acts is not whom they act on."""
    below = token.dep_ not in clauses.SUBJECTS and token.pos_ == "NOUN"
    return below and first.dep_ in clauses.SUBJECTS and first.head in token.ancestors


def _is_of_two(token: Token) -> bool:
    """ "Both", "the two sides", "either of the two": of no more than two."""
    return token.lower_ in _BOTH | _TWO or any(c.lower_ in _BOTH for c in token.children)


def _is_of_things(token: Token) -> bool:
    """ "The Europeans need all three": what one needs or wants are things."""
    return token.dep_ == "obj" and token.head.lemma_ in {"need", "want", "have", "require", "get", "lack", "do"}


def _is_asked(child: Token) -> bool:
    """ "Asking the parties to show restraint": what they are asked to do says nothing of who they are."""
    return child.dep_ == "acl" and clauses.marker(child) == "to"


def _are_any_two(noun: Token) -> bool:
    """ "Two armed groups said": of several, and not the two that all is about, as "Spain's two biggest parties" are."""
    if not any(c.lower_ == "two" for c in noun.children) or clauses.children(noun, "nmod:poss"):
        return False
    told = clauses.children(noun, "amod")
    return bool(told) and not any(c.tag_ == "JJS" or c.lower_ in _CHIEF for c in told)


def _sentence_before(token: Token) -> Sentence:
    """The sentence before that of *token*; its own where none is."""
    return token.doc[max(0, token.sent.start - 1)].sent
