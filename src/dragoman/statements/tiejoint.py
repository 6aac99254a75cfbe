"""Ties of those who do one thing together: "X and Y jointly proposed it"; and of who lives on whose aid."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.holding import is_denied, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.tiewords import Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["JointTies"]

_TOGETHER = {"jointly", "together"}
_MARK = ("with",)


class JointTies:
    """Finds who acts side by side, and who lives on whose aid."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        table = lexicon("ties")["together"]
        self._acting, self._taking, self._aid = (frozenset(table[k]) for k in ("acting", "taking", "aid"))
        self.words = frozenset(_TOGETHER) | self._taking

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* tells of parties that act together, or of whom one feeds."""
        if word.lower_ in _TOGETHER:
            yield from self._by_joint_deed(word)
        elif word.pos_ == "VERB" and word.lemma_ in self._taking:
            yield from self._by_aid(word)

    def _by_joint_deed(self, adverb: Token) -> Iterator[Found]:
        """ "X and Y have jointly proposed it", "X will host it together with Y", "sponsored jointly with Y"."""
        verb = next((t for t in adverb.ancestors if t.pos_ == "VERB"), None)
        if (
            verb is None
            or verb.lemma_ not in self._acting
            or is_denied(verb)
            or "may" in {c.lower_ for c in clauses.children(verb, "aux")}
        ):
            return
        following = verb.doc[adverb.i + 1 : adverb.i + 2]
        if following and following[0].lower_ in _MARK:
            phrase = clauses.governor(following[0]) if following[0].dep_ != "case" else following[0].head
            yield Found(verb, self._doing(verb), self._sides.of(phrase, loose=False), "coordinates_with")
        elif adverb.lower_ == "jointly":
            sides = self._doing(verb)
            if len(sides) > 1:
                yield Found(verb, sides, sides, "coordinates_with", mutual=True)

    def _doing(self, verb: Token) -> list[str]:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and not clauses.agents(verb):
            return self._sides.owners(verb.head)
        return self._sides.after(verb, ("by",)) if clauses.is_passive(verb) else self._sides.subject(verb)

    def _by_aid(self, verb: Token) -> Iterator[Found]:
        """ "States that receive Japanese fisheries aid", "X, which takes Y's money"."""
        if clauses.is_passive(verb) or not is_real(verb) or is_denied(verb) or verb.tag_ == "VBD":
            return
        given = [noun for noun in clauses.objects(verb) if noun.lemma_ in self._aid]
        patrons = [p for noun in given for p in self._sides.owners(noun)]
        holder = self._sides.subject(verb)
        if patrons and holder and not {*patrons} & {*holder}:
            yield Found(verb, patrons, holder, "patron")
