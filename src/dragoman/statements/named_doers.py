"""Who would do an action by its own words: a subject, an agent, an owner, "a Turkish offensive"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NamedDoers", "is_received"]

_ORIGINS = {"state", "demonym", "capital", "seat", "organisation", "bloc", "movement"}
_OF_CHANGE = ("of", "to", "in", "on")
_MAKING = {
    "carry", "launch", "stage", "take", "conduct", "mount", "order", "wage", "commit", "perform", "undertake", "build",
    "erect", "dig", "impose", "introduce", "enact", "adopt", "announce", "declare", "decree", "deploy", "fire",
}  # fmt: skip
"""Participles with who does the deed that a noun names: "the raid carried out by Chad"."""


_RECEIVING = {"see", "hear", "receive", "get", "obtain", "secure"}


def is_received(noun: Token) -> bool:
    """ "To see reforms from Chad", "to hear a clear answer from Peru": what would come from somebody."""
    verb = noun.head
    return noun.dep_ == "obj" and verb.lemma_ in _RECEIVING and bool(clauses.prepositional(noun, "from"))


class NamedDoers:
    """Finds who is named as the doer of actions in one article."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who
        self._words = lexicon("doers")
        self._binding = frozenset(lexicon("positions")["binding"]["verbs"])
        self._giving = frozenset(lexicon("positions")["giving"]["words"])

    def of(self, head: Token) -> tuple[str, ...]:
        """Who does what *head* tells, by words in its own clause or phrase, or in the one it is listed with."""
        found = self._own_doer(head)
        first = clauses.first_conjunct(head)
        if found or first == head:
            return found
        asked = clauses.marker(head) == "to" and clauses.marker(first) != "to"
        return self._who.parties(clauses.subject(head)) if asked else self._own_doer(first)

    def _own_doer(self, head: Token) -> tuple[str, ...]:
        if clauses.is_clause(head):
            if clauses.is_passive(head):
                return tuple(p for agent in clauses.agents(head) for p in self._who.parties(agent))
            bound = head.dep_ == "xcomp" and head.head.lemma_ in self._binding and clauses.marker(head) == "to"
            own = clauses.subject(head) if bound or any(c.dep_ in clauses.SUBJECTS for c in head.children) else None
            return self._who.parties(own)
        given = clauses.prepositional(head, "from") if head.lemma_ in self._giving or is_received(head) else []
        agents = [agent for agent in clauses.agents(head) if not self._undergoes(agent, head)]
        agents = agents or [a for c in clauses.children(head, "acl") if c.lemma_ in _MAKING for a in clauses.agents(c)]
        found = tuple(p for agent in [*agents, *given] for p in self._who.parties(agent))
        return found or self._named_in(head)

    def _undergoes(self, owner: Token, noun: Token) -> bool:
        """ "His release", "Chad's expulsion": what befalls the owner, where nobody else stands behind "of"."""
        befalling = noun.lemma_ in self._words["undergone"]["words"] and owner.dep_ == "nmod:poss"
        return befalling and not clauses.prepositional(noun, "of")

    def _named_in(self, noun: Token) -> tuple[str, ...]:
        """Whose act a noun is by what it is called: "a Turkish offensive", "the withdrawal of Eritrean forces"."""
        changed = clauses.prepositional(noun, *_OF_CHANGE) if noun.lemma_ in self._words["changing"]["words"] else []
        for inner in changed:
            found = self._own_doer(inner) if inner.pos_ == "NOUN" else ()
            if found:
                return found
        if noun.lemma_ in self._words["opening"]["words"] and (host := self._host(noun)):
            return host
        going = noun.lemma_ in self._words["going"]["words"]
        if going or noun.lemma_ in self._words["named"]["words"]:
            for child in clauses.children(noun, "amod", "compound", "det"):
                found = tuple(m.party for m in self._text.at.get(child.i, ()) if m.sort in _ORIGINS)
                if found:
                    return found
        phrases = clauses.prepositional(noun, "of") if going else []
        phrases += clauses.prepositional(noun, "for") if noun.lemma_ == "role" else []
        found = tuple(p for phrase in phrases for p in self._who.parties(phrase))
        held = [noun, *clauses.prepositional(noun, "of")] if noun.lemma_ in self._words["handing back"]["words"] else []
        back = [phrase for thing in held for phrase in clauses.prepositional(thing, "from")]
        return found or tuple(p for phrase in back for p in self._who.parties(phrase))

    def _host(self, noun: Token) -> tuple[str, ...]:
        """Whose something is to which access is sought: "access to Chinese ports", "entry into the Union"."""
        for inner in clauses.prepositional(noun, "to", "into", "of", "in"):
            owners = clauses.children(inner, "amod", "compound", "nmod:poss", "det")
            named = [m.party for t in (*owners, inner) for m in self._text.at.get(t.i, ()) if m.sort in _ORIGINS]
            if named:
                return (named[0],)
        return ()
