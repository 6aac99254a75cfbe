"""Ties told by qualities and compounds: "wary of", "at odds with", "Iranian-backed", "pro-Russian"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.holding import holds_as_quality
from dragoman.statements.sides import Sides
from dragoman.statements.tiewords import EITHER_WAY, REACH, Found, Frame, frames, hanging, last_word
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["QualityTies"]

_OF_ALL = {"hostile", "estranged", "allied", "deadlocked", "divided", "split"}
"""Qualities that several share without a preposition: "the two are estranged"."""


class QualityTies:
    """Finds of whom a quality is said, and toward whom."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        self.words = frozenset(frames("adjective")).union(frames("prefix"), frames("compound"))

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* ties as a quality, or as part of a compound."""
        if word.lower_ in frames("adjective") or word.lemma_ in frames("adjective"):
            yield from self._by_quality(word)
        if word.lower_ in frames("prefix") or word.lower_ in frames("compound"):
            yield from self._by_compound(word)

    def _by_quality(self, word: Token) -> Iterator[Found]:
        """ "X is wary of Y", "forces loyal to Y", "X, at odds with Y"."""
        table = frames("adjective")
        if (word.lower_ == "closer" and not clauses.children(word, "cop")) or word.lower_ == "hostages":
            return
        if word.i > word.sent.start and word.nbor(-1).lemma_ == "call":
            return
        if word.lemma_ == "close" and (word.lower_ == "closed" or clauses.children(word, "obj")):
            return
        asked = [frame for form in dict.fromkeys((word.lower_, word.lemma_)) for frame in table.get(form, ())]
        behind = [t.lower_ for t in word.doc[word.i + 1 : min(word.i + REACH, word.sent.end)]] if asked else []
        words = set(behind)
        follow = [frame for frame in asked if words.issuperset(frame.more) and self._follows(behind, frame)]
        for frame in sorted(follow, key=lambda f: not set(behind[: len(f.more) + 2]) & set(f.prepositions)):
            head = last_word(word, frame)
            if head.lemma_ == "side" and any(c.lemma_ in hanging("banks") for c in clauses.prepositional(head, "of")):
                continue
            target = self._sides.after(head, frame.prepositions)
            if not target and frame.more and "of" in frame.prepositions:
                target = self._sides.owners(head)
            holder = self._qualified(word, head)
            if holder and set(holder) <= set(target):
                holder = self._set_beside(word, target)
            shared = frame.relation in EITHER_WAY and bool(frame.more or word.lower_ in _OF_ALL)
            if shared and not target and len(holder) < 2:
                holder = self._pair_before(word) or holder
            if not target and len(holder) > 1 and shared:
                holder, target = holder[:1], holder[1:]
            if target and not (self._is_denied(word) if frame.denied else holds_as_quality(head)):
                dropped(word, f"tie:{word.lemma_}", "denied, or only possible")
                return
            yield Found.by(head, holder, target, frame)
            return

    @staticmethod
    def _follows(behind: list[str], frame: Frame) -> bool:
        """Whether the whole phrase stands there, its preposition near: "on the side of", "on X's side"."""
        if frame.more:
            near = behind[: len(frame.more) + (3 if "of" in frame.prepositions else 1)]
            return all(more in near for more in frame.more) and "step by step" not in " ".join(behind)
        return frame.word in _OF_ALL or any(word in frame.prepositions for word in behind[:3])

    def _qualified(self, word: Token, head: Token) -> list[str]:
        """Of whom a quality is said: the subject, the noun it follows, or the name it is set beside."""
        if any(c.dep_ == "cop" for c in head.children):
            return self._sides.subject(head)
        verb = head.head
        if any(c.dep_ == "cop" for c in verb.children) and head.dep_ != "conj":
            return self._sides.subject(verb)
        made = [c for c in clauses.children(verb, "obj") if head.dep_ == "xcomp" and c.i < head.i]
        if made and verb.pos_ == "VERB":
            return self._sides.of(made[0])
        if verb.pos_ in {"VERB", "AUX"} and (verb.lemma_ in hanging("being") or head.dep_ == "xcomp"):
            return self._sides.subject(verb)
        if head.pos_ == "VERB" and clauses.children(head, "nsubj:pass", "nsubj"):
            return self._sides.subject(head)
        if word.i > word.sent.start and word.nbor(-1).lemma_ in hanging("sources"):
            return []
        beside = self._sides.right_before(word) or (
            self._sides.of(verb) if verb.pos_ in {"NOUN", "PROPN"} and head.dep_ != "conj" else []
        )
        if not beside and head.dep_ == "conj" and head.head.i < head.i and head.head.pos_ not in {"VERB", "AUX"}:
            first = head.head
            return self._qualified(first, first) if first.pos_ == "ADJ" else self._of_clause(head)
        return beside if head == word or beside else self._of_clause(head)

    def _pair_before(self, word: Token) -> list[str]:
        """ "With Chad and Mali still at odds": the two who stand right before the phrase."""
        near = word
        while near.i > word.sent.start and (near is word or near.pos_ == "ADV"):
            near = near.nbor(-1)
        if near.pos_ not in {"NOUN", "PROPN"}:
            return []
        found = self._sides.of(near, loose=False) if near.tag_ == "NNS" else []
        first = clauses.first_conjunct(near)
        return found if len(found) > 1 or first is near else self._sides.of(first, loose=False)

    def _set_beside(self, word: Token, target: list[str]) -> list[str]:
        """ "Gatia, a league of groups loyal to Bamako": whom the phrase is set beside, if its noun means the other."""
        beside = next((t for t in word.ancestors if t.dep_ == "appos"), None)
        if beside is None or any(c.lower_ == "among" for c in word.doc[beside.head.i : beside.i]):
            return []
        return [p for p in self._sides.of(beside.head, loose=False) if p not in target]

    def _of_clause(self, head: Token) -> list[str]:
        """The subject of the clause that a set phrase stands in."""
        clause = next((t for t in head.ancestors if clauses.children(t, *clauses.SUBJECTS)), None)
        return self._sides.subject(clause) if clause is not None else []

    @staticmethod
    def _is_denied(word: Token) -> bool:
        """ "Not on speaking terms", "no longer on speaking terms"."""
        before = word.doc[max(word.sent.start, word.i - 2) : word.i]
        return any(t.lower_ in {"not", "n't", "longer", "never", "hardly", "barely"} for t in before)

    def _by_compound(self, word: Token) -> Iterator[Found]:
        """ "Iranian-backed rebels", "the pro-Russian party": a name, a hyphen, a participle or prefix."""
        doc, i = word.doc, word.i
        if word.lower_ in frames("prefix") and i + 1 < word.sent.end and doc[i + 1].text == "-":
            frame = frames("prefix")[word.lower_][0]
            other = self._sides.named_in(doc[i + 2]) if i + 2 < word.sent.end else []
            yield Found(word, self._sides.compounded(word, i + 3, other), other, frame.relation)
        elif word.lower_ in frames("compound") and i - 2 >= word.sent.start and doc[i - 1].text == "-":
            frame = frames("compound")[word.lower_][0]
            one = self._sides.named_in(doc[i - 2])
            yield Found(word, one, self._sides.compounded(word, i + 1, one), frame.relation)
