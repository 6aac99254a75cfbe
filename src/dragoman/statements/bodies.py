"""Bodies taken up by a part of their name: "the commission" after "the International Whaling Commission".

What the article itself has introduced outranks what lists know and what stands near: the body last named in whose
full name the noun stands, as written or as listed, unless the article has since spoken of another one without a name
("a commission of inquiry").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Bodies"]

_NAMED = {"organisation", "bloc", "company", "movement", "agency", "seat"}
_BY_LABEL = _NAMED - {"seat"}
"""Sorts of names that stand for a body as a whole, whose full name a list may know."""
_LINE = 30
"""Characters before a name in which it is said what its bearer is."""
_LENDERS = {"lender", "bank"}
_LENDING = {"bank", "fund"}
"""Nouns for those who lend, and the words in the names of bodies that do so without being companies."""
_ALIKE = [{"alliance", "coalition", "front", "bloc"}, {"federation", "confederation"}]
"""Nouns by which one and the same body may go."""
_KINDRED = {
    "agency": {"organization", "organisation", "programme"},
    "federation": {"confederation", "organization", "organisation", "congress"},
    "confederation": {"federation", "congress"},
}
"""Words that stand in the names of bodies which go by another noun, where none has that in its name."""
_NEW = {"a", "an", "any", "another", "some", "every", "no", "new"}
"""Words that introduce a body that has no name."""


@cache
def _telling(noun: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind the name of a body that is called *noun*: "the coalition", ", a big coalition"."""
    words = "|".join(sorted(next((kind for kind in _ALIKE if noun in kind), {noun})))
    plain = r"(?:(?!(?:of|for|in|to|with|by|from|on|at|and)\b)[\w'’-]+\s){0,4}"
    return (
        re.compile(rf"\b(?:{words}),?\s(?:the\s)?$", re.IGNORECASE),
        re.compile(rf"(?: \([A-Z]+\))?,\s(?:an?|the)\s{plain}(?:{words})\b"),
    )


class Bodies:
    """Resolves nouns for the bodies of one article by the names in which they stand."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        self._nouns = word_sets("nouns")["told bodies"]
        self._words: dict[tuple[str, str], frozenset[str]] = {}

    def is_told(self, noun: Token) -> bool:
        """Whether *noun* is one that only a body in whose name it stands goes by: "the commission"."""
        return noun.lemma_ in self._nouns and noun.tag_ in {"NN", "NNP"}

    def of(self, noun: Token) -> tuple[str, ...]:
        """The body that *noun* takes up; empty where none is so called, or where one without a name is meant."""
        named = next((m for m in self._text.before(noun.idx) if self._is_called(m, {noun.lemma_})), None)
        if named is None or any(self._is_introduced(t) for t in self._since(named, noun)):
            return ()
        return (named.party,)

    def akin(self, noun: Token) -> tuple[str, ...]:
        """The body whose name has another word for what it is: "the agency" after "the World Health Organization"."""
        words = _KINDRED.get(noun.text)
        named = (m for m in self._text.before(noun.idx) if m.sort != "seat" and words and self._is_called(m, words))
        return tuple(m.party for m in named)[:1]

    def described(self, noun: Token) -> tuple[str, ...]:
        """The body last named of which the article says that it is what *noun* is: "his coalition, Azimio,"."""
        before, behind = _telling(noun.lemma_)
        text = self._text.article.text
        named = (m for m in self._text.before(noun.idx) if m.sort in _NAMED and not m.place)
        told = (m for m in named if before.search(text, max(0, m.start - _LINE), m.start) or behind.match(text, m.end))
        return tuple(m.party for m in told)[:1]

    def joined_by(self, noun: Token) -> tuple[str, ...]:
        """The body in whose name those stand who have joined it: "the employers" of a Federation of Employers."""
        named = (m for m in self._text.before(noun.idx) if m.sort == "organisation")
        return next(((m.party,) for m in named if noun.lower_ in self._words_of(m)), ())

    def is_lending(self, noun: Token, mention: Mention) -> bool:
        """Whether *noun* is one for those who lend, and *mention* names one of them that is no company."""
        return noun.lemma_ in _LENDERS and mention.sort in _NAMED and not self._words_of(mention).isdisjoint(_LENDING)

    def _is_called(self, mention: Mention, words: set[str]) -> bool:
        if mention.sort not in _NAMED or mention.place:
            return False
        return not words.isdisjoint(self._words_of(mention))

    def _words_of(self, mention: Mention) -> frozenset[str]:
        """The words of a name, as the article writes it and as lists have it in full."""
        written = self._text.article.text[mention.start : mention.end]
        key = (mention.party, written)
        if key not in self._words:
            full = self._text.names.label(mention.party) if mention.sort in _BY_LABEL else ""
            self._words[key] = frozenset(re.findall(r"\w+", f"{written} {full}".lower()))
        return self._words[key]

    def _since(self, named: Mention, noun: Token) -> list[Token]:
        """The same noun between the name and the place where it is taken up."""
        found = []
        for token in reversed(noun.doc[: noun.i]):
            if token.idx < named.end:
                break
            if token.lemma_ == noun.lemma_:
                found.append(token)
        return found

    def _is_introduced(self, noun: Token) -> bool:
        return noun.pos_ == "NOUN" and any(c.lower_ in _NEW for c in noun.children)
