"""Ties that show in what parties do: both claim one island, honour a picket line, give way to pressure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.holding import is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.tiewords import Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["DeedTies"]

_NOT = {"not", "n't", "never", "refuse", "refused", "refusing", "refuses"}
_BOTH = {"both", "each", "two"}


class DeedTies:
    """Finds rivals over one thing, unions in solidarity, and who is pressed by whom."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self._yielding = frozenset(lexicon("ties")["together"]["yielding"])
        self.words = frozenset({"claim", "picket", "pressure"})

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* shows between parties."""
        lemma = word.lemma_.lower()
        if lemma == "claim" and word.pos_ == "VERB":
            yield from self._by_claim(word)
        elif lemma == "picket":
            yield from self._by_picket(word)
        elif lemma == "pressure" and word.i + 1 < word.sent.end:
            yield from self._by_pressure(word)

    def _by_claim(self, verb: Token) -> Iterator[Found]:
        """ "The islands that both X and Y claim", "claimed by X and Y", "the waters they both claim"."""
        if not is_real(verb) or clauses.children(verb, "ccomp", "xcomp"):
            return
        near = {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 5) : min(verb.i + 5, verb.sent.end)]}
        if not near & _BOTH:
            return
        sides = self._sides.after(verb, ("by",)) if clauses.is_passive(verb) else self._sides.subject(verb)
        if len(sides) != 2 and near & {"they", "which"}:
            sides = self._sides.main_pair(verb)
        yield Found(verb, sides[:1], sides[1:], "rival")

    def _by_picket(self, word: Token) -> Iterator[Found]:
        """ "The Teamsters have promised not to cross picket lines": they side with those who strike."""
        verb = next((t for t in word.ancestors if t.lemma_ in {"cross", "honor", "honour", "respect", "haul"}), None)
        striking = self._sides.union()
        if verb is None or not striking:
            return
        refusing = verb.lemma_ in {"honor", "honour", "respect"} or self._is_refused(verb)
        top = verb
        while top.dep_ in {"xcomp", "advcl", "ccomp"} and clauses.marker(top) == "to" and top.head != top:
            top = top.head
        holder = [p for p in self._sides.subject(top) if p != striking]
        if refusing and holder:
            yield Found(top, holder, [striking], "ally")

    @staticmethod
    def _is_refused(verb: Token) -> bool:
        before = {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]}
        return mood.is_negated(verb) or bool(before & _NOT)

    def _by_pressure(self, noun: Token) -> Iterator[Found]:
        """ "Under pressure from Y, X", "X bowed to pressure from Y"."""
        source = self._sides.after(noun, ("from",)) or (self._sides.owners(noun) if noun.head.pos_ == "VERB" else [])
        lead = clauses.preposition(noun) or clauses.marker(noun)
        verb = noun.head
        if not source or not (lead == "under" or (lead == "to" and verb.lemma_ in self._yielding)):
            return
        if lead == "under" and verb.pos_ in {"NOUN", "PROPN"}:
            under = self._sides.of(verb, loose=False)
        else:
            under = self._sides.subject(noun if any(c.dep_ == "cop" for c in noun.children) else verb)
            told = clauses.children(verb, "parataxis") if lead == "under" and not under else []
            under = [p for c in told for p in self._sides.subject(c)] or under
        yield Found(noun, source, [p for p in under if p not in source], "leverage_over")
