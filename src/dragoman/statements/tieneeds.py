"""Ties told by what a party would lack: "without whose votes X cannot govern", "X's gas comes from Y"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.sides import Sides
from dragoman.statements.text import ReadText
from dragoman.statements.tiewords import Found
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NeedTies"]

_RELATIVES = {"which", "whom", "whose"}
_LITTLE = {"nothing", "little", "nowhere"}
_REACH = 22
"""How many words a phrase with "without" may stand from the verb whose clause it is in."""


class NeedTies:
    """Finds who cannot do without whom, and whose goods come from where."""

    def __init__(self, text: ReadText, sides: Sides) -> None:
        self._text = text
        self._sides = sides
        table = lexicon("ties")["need"]
        self._props, self._lasting, self._barred = (frozenset(table[k]) for k in ("props", "lasting", "barred"))
        self._flows, self._ways = frozenset(table["flows"]), frozenset(table["ways"])
        self.words = self._flows | {"without"}

    def read(self, word: Token) -> Iterator[Found]:
        """What *word* tells of a need."""
        if word.lower_ == "without":
            yield from self._by_lack(word)
        elif word.lemma_ in self._flows and word.pos_ == "VERB":
            yield from self._by_source(word)

    def _by_lack(self, without: Token) -> Iterator[Found]:
        """ "Without Y, X cannot govern", "Y, without whose seats X would have no majority"."""
        needed = self._needed(without)
        verb = self._helpless(without) if needed else None
        if verb is None:
            return
        holder = self._sides.subject(verb)
        if without.nbor().tag_ == "PRP$" and set(needed) <= set(holder):
            needed = self._sides.person_before(without, holder)
        if not set(holder) - set(needed):
            dropped(without, "tie:without", "whose need it is is not known")
            return
        yield Found(verb, holder, needed, "depends_on")

    def _needed(self, without: Token) -> list[str]:
        """Who must not be missing: a party, or one that has the votes, the gas, the consent."""
        doc, i = without.doc, without.i
        if i + 1 >= without.sent.end:
            return []
        if doc[i + 1].lower_ in _RELATIVES:
            named = self._sides.closed_before(i)
            return self._sides.of(named, loose=False) if named is not None else self._sides.of(doc[i - 1], loose=False)
        head = self._sides.head_after(i + 1, without.sent.end)
        if head is None:
            return []
        found = self._sides.of(head, loose=False)
        return found or (self._sides.of(head) if head.lemma_.lower() in self._props else [])

    def _helpless(self, without: Token) -> Token | None:
        """The verb that says what would not go: after a fronted phrase the next, else the one it hangs from."""
        doc, sent = without.doc, without.sent
        behind = doc[without.i + 1 : min(without.i + _REACH, sent.end)]
        before = list(reversed(doc[max(sent.start, without.i - _REACH) : without.i]))
        fronted = without.i == sent.start or doc[without.i - 1].text in {",", ";", "“", '"', "—", "–"}
        fronted = fronted or doc[without.i - 1].lower_ in {"and", "but", "that"}
        for token in [*behind, *before] if fronted else before:
            if token.text == ";":
                return None
            if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "aux:pass", "cop"}:
                return token if self._fails(token) else None
        return None

    def _fails(self, verb: Token) -> bool:
        """True for "cannot govern", "could do little", "would have no majority", "would fall"."""
        modals = mood.modals(verb)
        if verb.lemma_ in self._barred or not modals & {"can", "could", "would"}:
            return False
        kept = clauses.objects(verb)
        little = any(o.lower_ in _LITTLE or any(c.lower_ == "no" for c in o.children) for o in kept)
        if mood.is_negated(verb):
            return bool(modals & {"can", "could"}) or verb.lemma_ in self._lasting
        return little or ("would" in modals and verb.lemma_ in lexicon("ties")["need"]["failing"])

    def _by_source(self, verb: Token) -> Iterator[Found]:
        """ "Most of X's gas comes from Y", "X's exports pass through Y"."""
        under = clauses.subject(verb)
        if under is None or verb.dep_ == "acl" or mood.is_negated(verb) or mood.modals(verb):
            return
        counted = clauses.prepositional(under, "of")
        goods = next((t for t in (under, *counted) if t.lemma_ in self._ways), None)
        if goods is None:
            return
        lead = ("to",) if verb.lemma_ == "go" else ("from", "through", "via", "across")
        where = self._sides.after(verb, lead)
        yield Found(verb, self._sides.owners(goods), where, "trade_partner" if verb.lemma_ == "go" else "depends_on")
