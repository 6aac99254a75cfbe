"""Ties of those who sit together: "a partner in Y's coalition", "belongs to Y's camp", "a group led by X and Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import party_of
from dragoman.statements.holding import is_denied, is_real
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.tiewords import Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["MemberTies"]


class MemberTies:
    """Finds who is in whose coalition, and who leads something side by side."""

    def __init__(self, sides: Sides) -> None:
        self._sides = sides
        table = lexicon("ties")["together"]
        self._bodies, self._parts, self._sitting = (frozenset(table[k]) for k in ("bodies", "parts", "sitting"))
        self._leading, self._led = frozenset(table["leading"]), frozenset(table["led"])
        self.words = self._bodies | self._leading | {"chair"}

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* tells of parties that belong together."""
        lemma = word.lemma_.lower()
        if lemma in self._bodies and word.tag_.startswith("NN"):
            yield from self._by_membership(word)
        elif lemma == "chair" and word.i - 2 >= word.sent.start and word.nbor(-2).lower_ == "co":
            yield from self._by_sharing(word, word.nbor(-2))
        elif lemma in self._leading and word.pos_ == "VERB":
            yield from self._by_leading(word)

    def _by_sharing(self, chairs: Token, co: Token) -> Iterator[Found]:
        """ "X, who co-chairs the talks with Y": the tree takes the prefix for the verb."""
        holder = self._sides.subject(co)
        toward = self._sides.after(co, ("with",)) or self._sides.after(chairs, ("with",))
        if not toward and len(holder) > 1:
            holder, toward = holder[:1], holder[1:]
        yield Found(chairs, holder, toward, "coordinates_with")

    def _by_membership(self, body: Token) -> Iterator[Found]:
        """ "X, part of Y's coalition", "X sits in Y's government", "a partner in the coalition led by Y"."""
        if clauses.preposition(body) not in {"in", "of", "to", "within", "inside", "with"}:
            return
        head = body.head
        whose = self._whose(body)
        if not whose:
            return
        if head.lemma_ in self._parts:
            yield Found(head, self._who(head), whose, "ally")
        elif head.lemma_ in self._sitting and is_real(head) and not is_denied(head):
            yield Found(head, self._sides.subject(head), whose, "ally")

    def _whose(self, body: Token) -> list[str]:
        """Whose coalition it is: an owner by name, or who leads it."""
        led = [c for c in clauses.children(body, "acl", "amod") if c.lemma_ in {"lead", "head"}]
        whose = [p for c in led for p in self._sides.after(c, ("by",))] or self._sides.owners(body)
        return [party_of(p) if p.lower().endswith(f":{body.lemma_}") else p for p in whose]

    def _who(self, part: Token) -> list[str]:
        """Who is the part: the name beside it, or the subject of "is part of"."""
        before = self._sides.named_before(part)
        if before is not None:
            return self._sides.of(before, loose=False)
        if any(c.dep_ == "cop" for c in part.children):
            return self._sides.subject(part)
        named = self._sides.named_after(part)
        return self._sides.of(named) if named is not None else []

    def _by_leading(self, verb: Token) -> Iterator[Found]:
        """ "A coalition led by X and Y", "X and Y, which co-chair the talks"."""
        if not is_real(verb) or is_denied(verb):
            return
        if clauses.is_passive(verb) or verb.tag_ == "VBN":
            sides = self._sides.after(verb, ("by",))
        elif any(o.lemma_ in self._led for o in clauses.objects(verb)):
            sides = self._sides.subject(verb)
        else:
            return
        if len(sides) > 1:
            yield Found(verb, sides[:1], sides[1:], "coordinates_with")
