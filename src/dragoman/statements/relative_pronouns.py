"""Whom relative pronouns take up: "the council, whose chairman", "X and Y, both of which"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["RelativePronouns", "described"]


class RelativePronouns:
    """Resolves the relative pronouns of one article; *parties* says whom a phrase stands for."""

    def __init__(self, text: ReadText, parties: Callable[[Token | None], tuple[str, ...]]) -> None:
        self._text = text
        self._parties = parties

    def right_before(self, token: Token) -> Token | None:
        """ "The fury of the Oil Council, whose chairman": the name that ends right before the comma."""
        if token.tag_ != "WP$" or token.i < token.sent.start + 2 or token.nbor(-1).text != ",":
            return None
        near = token.nbor(-2)
        if token.head.tag_ == "NNS" and near.dep_ == "conj" and self._both_lands(near):
            return clauses.first_conjunct(near)
        named = any(m.sort not in {"role", "demonym"} and not m.place for m in self._text.at.get(near.i, ()))
        return near if named else None

    def _both_lands(self, last: Token) -> bool:
        """ "Chad and Mali, whose governments": two states, of which each has one."""
        members = clauses.conjuncts(clauses.first_conjunct(last))
        return all(any(m.sort == "state" for m in self._text.at.get(t.i, ())) for t in members)

    def of_which(self, token: Token) -> tuple[str, ...]:
        """ "..., both of which": the noun before the comma, else the parties set side by side in its phrase."""
        noun = described(token)
        found = self._parties(noun)
        if noun is None or len(found) > 1:
            return found
        inside = [t for t in noun.doc[noun.i + 1 : token.i] if t.dep_ in {"nmod", "obl"} and t.head.i >= noun.i]
        listed = [ids for t in inside if len(ids := self._parties(t)) > 1]
        return listed[-1] if listed else found


def described(relative: Token) -> Token | None:
    """The noun that a relative pronoun takes up: that of its clause, else the nearest before it."""
    for outer in relative.ancestors:
        if outer.dep_ == "acl:relcl":
            return outer.head
    for near in reversed(relative.doc[relative.sent.start : relative.i]):
        if near.pos_ in {"NOUN", "PROPN"}:
            return _outermost(near)
    return None


def _outermost(token: Token) -> Token:
    """The head of the name or compound that *token* is part of."""
    while token.dep_ in {"flat", "compound"}:
        token = token.head
    return token
