"""Some of a party who go without a noun: "some in Oslo", "many in the party", "in Oslo some would rather wait"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import party_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["SomeOf"]

_SOME = {"some", "many", "others", "several", "few", "those", "most"}
_INSIDE = {"in", "inside", "within"}
_PARTIES = {"state", "capital", "seat", "role", "movement", "organisation", "company", "bloc", "agency"}
_ACTING = {"nsubj", "obl:agent", "nsubj:pass", "advmod"}


class SomeOf:
    """Resolves words for some people of one article by where they are."""

    def __init__(self, text: ReadText, parties: Callable[[Token], tuple[str, ...]]) -> None:
        self._text = text
        self._parties = parties

    def of(self, token: Token) -> tuple[str, ...]:
        """The state or the body in which *token* has them: "some in Oslo" are of Norway."""
        if token.lower_ not in _SOME or token.dep_ not in _ACTING:
            return ()
        inside = self._behind(token) if token.i + 1 < token.sent.end else None
        inside = inside or self._before(token)
        return tuple(party_of(p) for p in self._parties(inside)) if inside is not None else ()

    def _behind(self, token: Token) -> Token | None:
        """The Oslo of "some in Oslo", the party of "many in the Harvest Party"."""
        if token.nbor().lower_ not in _INSIDE:
            return None
        return next((c for c in clauses.prepositional(token, *_INSIDE) if self._is_party(c)), None)

    def _before(self, token: Token) -> Token | None:
        """The Oslo of "In Oslo some would rather wait"."""
        if token.dep_ != "nsubj" or list(token.children):
            return None
        fronted = [c for c in clauses.prepositional(token.head, *_INSIDE) if c.i < token.i]
        first = token.sent.start
        return next((c for c in fronted if c.left_edge.i == first and self._is_party(c)), None)

    def _is_party(self, token: Token) -> bool:
        return any(m.sort in _PARTIES for m in self._text.at.get(token.i, ()))
