"""Members of bodies told without their name: "the employers" after their federation, "members" as their leader says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.bodies import Bodies
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import word_sets
from dragoman.statements.said_by import said_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Members"]

_TELLING = ("amod", "compound", "nmod", "nmod:poss", "nummod", "acl", "acl:relcl")


class Members:
    """Resolves plurals for the members of the bodies of one article; *parties* says whom a phrase stands for."""

    def __init__(self, text: ReadText, parties: Callable[[Token], tuple[str, ...]]) -> None:
        self._text = text
        self._bodies = Bodies(text)
        self._parties = parties
        self._groups = word_sets("nouns")["groups"]

    def of(self, noun: Token) -> tuple[str, ...]:
        """The body whose members *noun* heads; empty where nothing tells."""
        if noun.tag_ != "NNS" or any(clauses.marker(c) != "to" for c in clauses.children(noun, *_TELLING)):
            return ()
        if noun.lower_ == "members":
            return self._of_speaker(noun)
        the = any(c.lower_ in {"the", "these"} for c in noun.children)
        return self._bodies.joined_by(noun) if the and noun.lemma_ in self._groups else ()

    def _of_speaker(self, noun: Token) -> tuple[str, ...]:
        """ "Its leader warned that members would walk out": those of the body that he speaks for."""
        under = said_by(noun)
        spoken = {party_of(p) for p in self._parties(under)} if under is not None else set()
        return tuple(p for p in spoken if self._text.names.sort_of(p) != "state")
