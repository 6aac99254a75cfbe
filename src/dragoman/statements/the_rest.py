"""Those told by how many they are, or as all but whoever was named: "the 26", "the other two", "the others"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import Cast, party_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["TheRest"]

_MANY = 4
"""The least number by which a company goes without a noun."""
_FEW = 12
"""The greatest number of political parties that bargain with one another."""
_CHIEF = 3
"""Parties most spoken of, among which a bloc of states is one that the article is about."""
_LEFT_OUT = 4
"""How many members of a bloc may be left out of "the 26"."""
_WORDS = {
    word: n
    for n, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(), 2
    )
}
_PLACES = {"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "obl", "nmod", "nmod:poss", "ROOT", "conj"}
_POINTING = {"the", "all", "these", "those"}


class TheRest:
    """Resolves numbers that stand for parties and "others" in one article."""

    def __init__(
        self,
        text: ReadText,
        cast: Cast,
        collective: tuple[str, ...],
        parties: Callable[[Token], tuple[str, ...]],
    ) -> None:
        self._text = text
        self._cast = cast
        self._collective = collective
        self._parties = parties

    def of(self, token: Token) -> tuple[str, ...]:
        """Whom "the 15" or "the others" stands for; empty where the article does not tell."""
        if token.lower_ != "others" and token.pos_ != "NUM":
            return ()
        if token.dep_ not in _PLACES or not any(c.lower_ in _POINTING for c in token.children):
            return ()
        if token.lower_ == "others":
            number = next((_number(c) for c in clauses.children(token, "nummod", "amod") if _number(c)), 0)
            return self._others(token, number)
        number = _number(token)
        if self._text.is_date(token) or clauses.prepositional(token, "of"):
            return ()
        if any(c.lower_ == "other" for c in token.children):
            return self._others(token, number)
        return self._counted(token, number) if number >= _MANY else ()

    def _counted(self, token: Token, number: int) -> tuple[str, ...]:
        """ "The 15" after "fifteen Pacific nations": whoever was so many before, else the members of a bloc."""
        for earlier in reversed(token.doc[: token.i]):
            if earlier.pos_ == "NUM" and earlier.dep_ == "nummod" and _number(earlier) == number:
                found = self._parties(earlier.head)
                if found:
                    return tuple(party_of(p) for p in found)
        return self._collective or tuple(
            p for p in self._blocs() if 0 <= len(self._text.names.members(p)) - number <= _LEFT_OUT
        )

    def _others(self, token: Token, number: int) -> tuple[str, ...]:
        """All who bargain but those the sentence named before; of a bloc and one of its members, the bloc."""
        start = token.sent.start_char
        named = {m.party for m in self._text.before(token.idx) if m.start >= start}
        left = tuple(p for p in self._cast.bargainers() if p not in named)
        if left and len(left) <= _FEW:
            return left[:number] if number else left
        if number == 2 and len(named) == 1:
            return tuple(p for p in self._cast.contenders(_CHIEF) if p not in named)[:2]
        return self._collective or tuple(p for p in self._blocs() if named & set(self._text.names.members(p)))

    def _blocs(self) -> list[str]:
        """The first bloc among the parties most spoken of."""
        return [p for p in self._cast.contenders(_CHIEF) if self._text.names.members(p)][:1]


def _number(token: Token) -> int:
    written = token.lower_
    return int(written) if written.isdigit() and len(written) < _MANY else _WORDS.get(written, 0)
