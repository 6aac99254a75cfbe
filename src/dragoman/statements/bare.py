"""Nouns that do not say whose they are: "officials", "member states", "the party" of whoever speaks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.forum import collective
from dragoman.statements.lexicon import word_sets
from dragoman.statements.said_by import said_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Bare", "is_told_apart"]

_SERVANTS = {"official", "soldier", "troop"}
"""Whom only a state has."""
_ACTING = {"nsubj", "nsubj:pass", "obl:agent"}
_TELLING = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl", "nummod", "appos")


class Bare:
    """Resolves such nouns of one article; *one* says whom a single word stands for."""

    def __init__(self, text: ReadText, cast: Cast, one: Callable[[Token], tuple[str, ...]]) -> None:
        self._text = text
        self._cast = cast
        self._one = one
        self._states = word_sets("nouns")["states"]

    @cached_property
    def _everyone(self) -> tuple[str, ...]:
        """Those who take part in talks of many, whose members "member states" are."""
        return collective(self._text, self._cast)

    def of(self, noun: Token) -> tuple[str, ...]:
        """Whose people or members *noun* heads; empty where nothing tells."""
        return self._servants(noun) or self._members_of(noun) if noun.tag_ == "NNS" else ()

    def _servants(self, noun: Token) -> tuple[str, ...]:
        """ "Officials", "soldiers": of the one state among the two sides."""
        if noun.lemma_ not in _SERVANTS or noun.dep_ not in _ACTING or clauses.children(noun, *_TELLING):
            return ()
        states = [p for p in self._cast.sides() if self._text.names.sort_of(p) == "state"]
        return tuple(states) if len(states) == 1 else ()

    def _members_of(self, noun: Token) -> tuple[str, ...]:
        """ "Member states", "several member governments": the bloc whose members they are, where one is spoken of."""
        if noun.lemma_ not in self._states:
            return ()
        if not any(c.lower_ == "member" for c in clauses.children(noun, "compound", "amod")):
            return ()
        named = [m for m in self._text.before(noun.idx) if self._text.names.members(m.party) and not m.place]
        beside = bool(named) and named[0].start >= noun.sent.start_char
        if self._everyone and not beside and not clauses.children(noun, "nummod", "nmod:poss"):
            return self._everyone
        return (max(named, key=lambda m: self._cast.named[m.party]).party,) if named else ()

    def speaking(self, noun: Token) -> tuple[str, ...]:
        """ "Its secretary, X, said the party would": the party of whoever says what it would do."""
        under = said_by(noun) if noun.lemma_ == "party" and noun.tag_ == "NN" else None
        parties = tuple(party_of(p) for p in self._one(under)) if under is not None else ()
        return parties if parties and self._text.names.sort_of(parties[0]) == "movement" else ()


def is_told_apart(noun: Token) -> bool:
    """ "The farmers who have blocked the port": others of the kind than those spoken of before."""
    return any(clause.left_edge.i == noun.i + 1 for clause in clauses.children(noun, "acl:relcl"))
