"""What stands around a noun that tells an act: its phrases, who does it, what is acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.doers import Doers
from dragoman.statements.acts.frames import word_list
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NounParts"]

_DEPTH = 4
_NAMES = {"state", "demonym", "organisation", "bloc", "movement", "agency", "company", "political party"}
_WITHIN = {"in", "at", "from"}


class NounParts:
    """Finds doer and object of the acts that nouns tell: "the closure of the border by Chad"."""

    def __init__(self, text: ReadText, parties: Doers) -> None:
        self._text = text
        self._parties = parties

    def objects(self, noun: Token) -> list[Token]:
        """What is acted on: the noun after "of", the first part of "border closure", "his" in "his arrest by Chad"."""
        phrases = chain(noun)
        found = [part for lead, head in phrases[:3] if lead == "of" for part in clauses.conjuncts(head)]
        if not found:
            found = [c for c in clauses.children(noun, "compound", "amod") if not self._names_a_doer(c)]
        if not found and any(lead == "by" for lead, _ in phrases):
            found = clauses.children(noun, "nmod:poss")
        return found

    def doers(self, noun: Token, *, coerced: bool = False, sent: bool = False) -> tuple[str, ...]:
        """Who does it: the possessor, the adjective of origin, "by" somebody, or who announced or ordered it.

        Where *coerced*, also the state on whose ground it is done: "the arrest of two Danes in Chad"; where *sent*,
        also whom it comes from: "an offer from Chad".
        """
        leads = {"by", "from"} if sent else {"by"}
        leads |= {"of"} if noun.lemma_ in word_list("carriers", "spoken") else set()
        by = (found for lead, head in chain(noun) if lead in leads and (found := self._parties.doer(head)))
        if first := next(by, ()):
            return first
        for verb in clauses.children(noun, "acl"):
            if verb.lemma_ == "claim":
                return tuple(p for agent in clauses.agents(verb) for p in self._parties.doer(agent))
        for child in clauses.children(noun, "nmod:poss", "amod", "compound"):
            if child.dep_ == "nmod:poss" or self._names_a_doer(child):
                found = self._parties.doer(child)
                if found:
                    return found
        return self._announced(noun) or (self._ground(noun) if coerced else ())

    def _announced(self, noun: Token) -> tuple[str, ...]:
        """Who ordered or announced it: "Chad announced the closure of the border"."""
        verb = noun.head
        if verb.pos_ != "VERB" or verb.lemma_ not in word_list("carriers", "announcing"):
            return ()
        if noun.dep_ == "obj" and not clauses.is_passive(verb):
            return self._parties.doer(clauses.subject(verb))
        if noun.dep_ in {"nsubj:pass", "nsubj"} and clauses.is_passive(verb):
            return tuple(p for agent in clauses.agents(verb) for p in self._parties.doer(agent))
        return ()

    def _ground(self, noun: Token) -> tuple[str, ...]:
        for lead, head in chain(noun):
            if lead in _WITHIN:
                here = [m.party for m in self._text.at.get(head.i, ()) if m.sort in {"state", "capital", "seat"}]
                if here:
                    return (here[0],)
        return ()

    def _names_a_doer(self, child: Token) -> bool:
        """True for "Chadian", "U.S.", "EU": names that as part of a compound say whose act it is."""
        return any(m.sort in _NAMES for m in self._text.at.get(child.i, ()))


def chain(noun: Token) -> list[tuple[str, Token]]:
    """The phrases behind *noun* with their prepositions, those the tree hangs from one another as well.

    "The attack on a patrol by rebels": a small parser has the patrol be by rebels.
    """
    found: list[tuple[str, Token]] = []
    _collect(noun, noun, found, _DEPTH)
    verb = noun.head
    if verb.pos_ == "VERB" and not clauses.is_passive(verb) and noun.dep_ in {"obj", "obl"}:
        leads = {"by", "from"} if noun.dep_ == "obj" else {"by"}
        behind = [c for c in verb.children if c.i > noun.i]
        found += [(lead, c) for c in behind if (lead := clauses.preposition(c)) in leads]
    return sorted(found, key=lambda phrase: phrase[1].i)


def _collect(noun: Token, head: Token, found: list[tuple[str, Token]], depth: int) -> None:
    for child in clauses.children(head, "nmod", "obl", "nmod:desc", "obl:agent"):
        lead = clauses.preposition(child)
        if lead and child.i > noun.i:
            found.append((lead, child))
            if depth > 1:
                _collect(noun, child, found, depth - 1)
