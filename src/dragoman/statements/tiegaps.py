"""Ties told by what parties cannot agree on: "what divides them", "the sticking point", "X and Y differ".

That they failed to agree on a day is an act, and no tie.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.tiewords import Found
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["GapTies"]

_AHEAD = 8
"""How far after a verb the words may stand that name what divides, or whom."""


class GapTies:
    """Finds between whom something stands in the way of an accord."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        table = lexicon("ties")["gap"]
        self._points = {first: frozenset(rest) for first, rest in table["points"].items()}
        self._dividing, self._differing = frozenset(table["dividing"]), frozenset(table["differing"])
        self.words = {"agree"} | self._dividing | self._differing | frozenset(self._points)

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* tells of a gap between parties."""
        lemma = word.lemma_.lower()
        if lemma in self._points and word.i > word.sent.start and word.nbor(-1).lower_ in self._points[lemma]:
            yield from self._by_point(word)
        elif lemma in self._dividing:
            yield from self._by_what_divides(word)
        elif lemma == "agree" and word.pos_ == "VERB" and self._is_refused(word):
            yield from self._of_pair(word, self._sides.subject(word), ("with",))
        elif lemma in self._differing and word.pos_ == "VERB":
            yield from self._of_pair(word, self._sides.subject(word), ("with", "from"))

    @staticmethod
    def _is_refused(verb: Token) -> bool:
        """ "X and Y do not agree on it", "nor can they agree"; that they did not on a day is an act."""
        helpers = {c.lower_ for c in clauses.children(verb, "aux")}
        first = any(c.lower_ == "nor" for c in verb.children)
        supposed = clauses.marker(verb) in {"if", "unless", "until", "whether", "in case"}
        return (mood.is_negated(verb) or first) and bool(helpers & {"do", "does", "can", "ca"}) and not supposed

    def _by_point(self, point: Token) -> Iterator[Found]:
        """ "The main sticking point between X and Y", and of those the article is about where nobody is named."""
        between = self._sides.between(point)
        if not between:
            if not any(c.lower_ == "the" for c in point.children):
                return
            between = self._sides.main_pair(point)
        yield Found(point, between[:1], between[1:], "deadlocked_with")

    def _by_what_divides(self, verb: Token) -> Iterator[Found]:
        """ "What divides X and Y", "what still stands between them"."""
        before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
        if "what" not in before:
            return
        kept = [c for c in verb.doc[verb.i + 1 : verb.i + _AHEAD] if c.sent == verb.sent]
        first = next((t for t in kept if t.lower_ == "them" or self._sides.of(t, loose=False)), None)
        if first is None:
            return
        sides = self._sides.main_pair(verb) if first.lower_ == "them" else self._sides.of(first, loose=False)
        yield Found(verb, sides[:1], sides[1:], "deadlocked_with")

    def _of_pair(self, verb: Token, holder: list[str], leads: tuple[str, ...]) -> Iterator[Found]:
        """Two who are told together, or one with the other."""
        toward = self._sides.after(verb, leads)
        if len(holder) > 1 and not toward:
            holder, toward = holder[:1], holder[1:]
        if not toward:
            dropped(verb, f"tie:{verb.lemma_}", "with whom is not said")
            return
        yield Found(verb, holder, toward, "deadlocked_with")
