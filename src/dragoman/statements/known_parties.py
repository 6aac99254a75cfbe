"""Whom an article is about, as far as ties ask: its two sides, the other of them, who was named before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements.cast import party_of
from dragoman.statements.neighbours import NAMED, Neighbours
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["KnownParties"]


class KnownParties(Neighbours):
    """Knows the sides of one article and what sort of party each of its parties is."""

    def __init__(self, text: ReadText, who: Who) -> None:
        super().__init__(text)
        self._who = who

    def main_pair(self, token: Token) -> list[str]:
        """The two sides that the article is about at *token*."""
        return [party_of(p) for p in self._who.main_pair(token)]

    def chief_pair(self, token: Token) -> list[str]:
        """The two sides of the article, where it is plainly about two."""
        two = not self._who.collective and self._who.cast.has_two_sides()
        return self.main_pair(token) if two else []

    def opposite(self, token: Token, holder: list[str]) -> list[str]:
        """The other of the two sides where *holder* is one of them: "the union has the leverage"."""
        pair, own = self.main_pair(token), {party_of(p) for p in holder}
        return [p for p in pair if p not in own] if len(pair) == 2 and own & set(pair) else []

    def likely_foe(self, holder: list[str]) -> list[str]:
        """ "Its rival", of one of the parties that an article names most: the commonest other of the same sort."""
        sort = self._text.names.sort_of(party_of(holder[0])) if holder else None
        return [p for p in self.commonest(holder) if self._text.names.sort_of(p) == sort]

    def is_movement(self, party: str) -> bool:
        """True for a party, movement, union or company: "its allies in the League", unlike "its allies in Europe"."""
        return self._text.names.sort_of(party) in {"movement", "organisation", "company"} and not self.is_body(party)

    def is_name_of_body(self, token: Token) -> bool:
        """True for a word of the name of a party or an organisation."""
        return any(
            m.sort in {"organisation", "movement", "political party", "bloc"} for m in self._text.at.get(token.i, ())
        )

    def union(self) -> str | None:
        """The union in a dispute over work, where the article is about one."""
        return self._who.cast.bargaining.union

    def is_group(self, party: str) -> bool:
        """True for blocs: whom others support in a debate rather than stand behind."""
        return self._text.names.sort_of(party) == "bloc"

    def is_body(self, party: str) -> bool:
        """True for blocs and bodies of states: "three NATO allies" are allied in it, not with it."""
        return self.is_group(party) or bool(self._text.names.members(party))

    def can_tie(self, party: str) -> bool:
        """False for experts, persons of an institution that no list has, and for single words that may be anything."""
        known = self._text.names.sort_of(party_of(party)) is not None
        return known or (":" not in party and not party.istitle()) or (":" not in party and " " in party)

    def commonest(self, others: list[str]) -> list[str]:
        """The party most spoken of, but for *others*."""
        barred = {party_of(p) for p in others}
        return [p for p in self._who.commonest(3) if p not in barred][:1]

    def other_before(self, noun: Token, besides: list[str]) -> list[str]:
        """ "Somalia's treaty with Turkey, its backer": whom a possessive takes up that cannot be who bears the name."""
        start, barred = (self._text.sentence(noun) or (noun.sent.start_char, 0))[0], {party_of(p) for p in besides}
        near = (m for m in self._text.before(noun.idx) if m.start >= start and m.sort in NAMED)
        return next(([m.party] for m in near if m.party not in barred), [])

    def named_earlier(self, noun: Token, besides: list[str]) -> list[str]:
        """The party named last before the sentence of *noun* that is not among several *besides*."""
        start = (self._text.sentence(noun) or (noun.sent.start_char, 0))[0]
        barred = {party_of(p) for p in besides}
        near = (m for m in self._text.before(start) if m.sort in NAMED and m.party not in barred)
        return [m.party for m in near][:1] if len(barred) > 1 else []

    def person_before(self, word: Token, besides: list[str]) -> list[str]:
        """ "Peters waits. Without his seats Luxon cannot govern": the person named last who is not among *besides*."""
        barred = {party_of(p) for p in besides} | set(besides)
        near = (m for m in self._text.before(word.idx) if m.sort == "person")
        return next(([m.id] for m in near if m.id not in barred), [])
