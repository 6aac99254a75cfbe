"""Ties: standing relations between parties, said in passing: "its closest ally", "the threat to Japan"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.attribution import Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.holding import is_past
from dragoman.statements.sides import Sides
from dragoman.statements.statement import Relation, Tie
from dragoman.statements.text import ReadText
from dragoman.statements.tiedeeds import DeedTies
from dragoman.statements.tiegaps import GapTies
from dragoman.statements.tiejoint import JointTies
from dragoman.statements.tiemembers import MemberTies
from dragoman.statements.tieneeds import NeedTies
from dragoman.statements.tienouns import NounTies
from dragoman.statements.tiequalities import QualityTies
from dragoman.statements.tierelations import RelationTies
from dragoman.statements.tieverbs import VerbTies
from dragoman.statements.tiewords import EITHER_WAY, Found
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Ties"]

_BESIDE_A_NAME = {"ally", "rival"}
"""Nouns that the tree takes for adjectives before a name: "its ally Chad", "and rival Mali"."""
_APART = 4
"""So many pairs are told one by one; more, as when five parties distrust each other, are one tie among all."""


class Ties:
    """Reads the ties of one article; each pair and relation once."""

    def __init__(self, text: ReadText, who: Who, attributions: Attributions) -> None:
        self._text = text
        self._sides = Sides(text, who)
        self._nouns = NounTies(self._sides)
        self._relations = RelationTies(self._sides)
        self._verbs = VerbTies(text, self._sides)
        self._qualities = QualityTies(self._sides)
        self._others = (
            NeedTies(text, self._sides), GapTies(self._sides), MemberTies(self._sides), DeedTies(self._sides),
            JointTies(self._sides),
        )  # fmt: skip
        nouns = (self._nouns, self._relations, self._qualities)
        self._words = frozenset().union(*(kind.words for kind in (*nouns, *self._others)))
        self._attributions = attributions
        self._seen: set[tuple[str, str, str]] = set()

    def read(self) -> Iterator[Tie]:
        """Yield ties in text order."""
        for token in self._text.words():
            if self._may_tell(token):
                for found in self._found(token):
                    yield from self._pairs(found)

    def _may_tell(self, token: Token) -> bool:
        """Whether a tie is told by such a word at all: by most words of a text none is."""
        words, lemma = self._words, token.lemma_
        return token.lower_ in words or lemma in words or lemma.lower() in words or self._verbs.has(token)

    def _found(self, token: Token) -> Iterator[Found]:
        noun_beside = token.lower_ in _BESIDE_A_NAME and token.dep_ == "conj" and token.head.tag_.startswith("NN")
        if self._verbs.is_verb(token) and not noun_beside:
            yield from self._verbs.read(token)
        elif token.tag_.startswith("NN") or token.lower_ in _BESIDE_A_NAME:
            yield from self._relations.read(token)
            yield from self._nouns.read(token)
        yield from self._qualities.read(token)
        for kind in self._others:
            yield from kind.read(token)

    def _pairs(self, found: Found) -> Iterator[Tie]:
        if not found.is_whole:
            dropped(found.head, f"tie:{found.head.lemma_}", "both sides must be known")
        ones, others = (tuple(filter(self._sides.can_tie, dict.fromkeys(side))) for side in (found.ones, found.others))
        pairs = [(one, other) for one in ones for other in others]
        if found.mutual:
            pairs = [pair for pair in combinations(ones, 2) if self._is_new(*pair, found.relation, look=True)] or [
                pair[::-1] for pair in combinations(ones, 2)
            ]
        new = [pair for pair in pairs if self._is_new(*pair, found.relation)]
        if len(new) > _APART:
            yield from self._tie(found.head, ones, others, found.relation)
            return
        for one, other in new:
            yield from self._tie(found.head, (one,), (other,), found.relation)

    def _is_new(self, one: str, other: str, relation: Relation, *, look: bool = False) -> bool:
        """Whether a pair is two parties, or two persons of one, and was not told before; *look* only asks."""
        apart = one != other and ":" in one and ":" in other
        sides = (party_of(one), party_of(other))
        if sides[0] == sides[1]:
            if not apart:
                return False
            sides = (one, other)
        if relation in EITHER_WAY:
            sides = (min(sides), max(sides))
        key = (*sides, relation)
        if key in self._seen:
            return False
        if not look:
            self._seen.add(key)
        return True

    def _tie(self, head: Token, ones: tuple[str, ...], others: tuple[str, ...], relation: Relation) -> Iterator[Tie]:
        barred = clauses.children(head, "conj", "acl:relcl", "parataxis", "advcl")
        evidence = self._text.evidence(head, *stretches.phrase(head, without=barred))
        if evidence is None:
            return
        yield Tie(
            id="",
            evidence=(evidence,),
            from_=ones,
            to=others,
            relation=relation,
            time="past" if is_past(head) else None,
            attribution=self._attributions.of(head).label,
            modality=self._attributions.hedge(head),
            confidence=0.6,
            rule=f"tie:{head.lemma_}",
        )
