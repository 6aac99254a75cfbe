"""Where deeds are done, and what the place tells: whose ground it is, and, where nobody is named, who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.doers import Doers
from dragoman.statements.acts.frames import ActWord, word_list
from dragoman.statements.cast import party_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Spots"]

_SIDES = ("outside of", "close to", "south of", "north of", "east of", "west of")
_SPOTS = ("in", "near", "outside", "inside", "across", *_SIDES)
_UNREAL = mood.POSSIBLE | {"will"}
_AT_HOME = {"emergency", "siege", "curfew", "law", "censorship", "rule"}
"""What a state puts its own people under where no others are named."""


_FREEDOMS = {"freedom", "democracy"}
"""What a state grants its own people where no others are named."""


class Spots(Doers):
    """Finds on whose ground the acts of one article are done."""

    def ground(self, place: Token) -> tuple[str, ...]:
        """Whose ground *place* is: the state where it lies, else whom its name means."""
        state = self._groups.state_at(place)
        return (state,) if state else self._who.parties(place)

    def where(self, verb: Token) -> tuple[str, ...]:
        """Whose ground a deed is done on: "killed nine people in Mali", "when they struck in Bamako"."""
        around = [verb, *clauses.objects(verb), *clauses.prepositional(verb, "at", "on", "into", "near", "outside")]
        around += [c for c in clauses.children(verb, "advcl") if clauses.children(c, "advmod") and c.tag_ == "VBD"]
        means = [*clauses.agents(verb), *clauses.prepositional(verb, "in", "by", "with", "when")]
        around += [noun for noun in means if noun.lemma_ in word_list("doers", "weapons")]
        return tuple(
            dict.fromkeys(p for head in around for c in clauses.prepositional(head, *_SPOTS) for p in self.ground(c))
        )

    def unknown(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """Attackers whom nobody knows, by where they struck: "a reporter was shot dead in Quito".

        Where an article names any state but theirs and that of the place, it may have been that one.
        """
        if word.event == "COERCE":
            return self._holding(verb)
        hidden = clauses.is_passive(verb) and clauses.children(verb, "aux:pass") and not mood.modals(verb) & _UNREAL
        by = [noun for noun in clauses.agents(verb) if noun.lemma_ not in word_list("doers", "weapons")]
        if word.event != "ASSAULT" or not hidden or by:
            return ()
        hurt = {party_of(p) for noun in self.acted_on(verb) for p in self._who.parties(noun) or self.owner(noun)}
        return tuple(
            f"{state}:unknown attackers" for state in self.where(verb)[:1] if self._groups.is_only(state, hurt)
        )

    def _holding(self, verb: Token) -> tuple[str, ...]:
        """The state on whose ground people of another are held: "two Danes were arrested in Mali"."""
        if not clauses.is_passive(verb) or clauses.agents(verb) or mood.modals(verb) & _UNREAL:
            return ()
        held = {party_of(p) for noun in self.acted_on(verb) for p in self._who.parties(noun) or self.owner(noun)}
        places = [state for c in clauses.prepositional(verb, "in", "at") if (state := self._groups.state_at(c))]
        return tuple(state for state in places[:1] if held and state not in held)

    def under_rule(self, verb: Token, word: ActWord, own: set[str]) -> tuple[str, ...]:
        """The people of a state that puts itself under a curfew, an emergency or military rule, or frees itself."""
        states = [noun for noun in self.acted_on(verb) if noun.lemma_ == "state"]
        imposed = [*self.acted_on(verb), *(part for noun in states for part in clauses.prepositional(noun, "of"))]
        siege = any(noun.lemma_ == "siege" for noun in self.acted_on(verb))
        ruled = word.event == "COERCE" and not siege and any(noun.lemma_ in _AT_HOME for noun in imposed)
        eased = word.event == "CONCEDE" and bool(word.leaving & _FREEDOMS)
        if not ruled and not eased:
            return ()
        return tuple(f"{party}:population" for party in sorted(own))
