"""Where deeds are done, and what the place tells: whose ground it is, and, where nobody is named, who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.doers import Doers
from dragoman.statements.acts.frames import ActWord, word_list
from dragoman.statements.acts.groups import is_state
from dragoman.statements.acts.nounparts import chain
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Spots"]

_SIDES = ("outside of", "close to", "south of", "north of", "east of", "west of")
_SPOTS = ("in", "near", "outside", "inside", "across", *_SIDES)
_UNREAL = mood.POSSIBLE | {"will"}
_TARGETED = {"on", "at", "in", "near", "against", "into", "of", "outside", "around", "over"}
_DURING = ("in", "during")
_HARMED = {"kill", "wound", "injure", "hurt", "die", "perish", "maim", "slay", "burn"}
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

    def is_part_of_a_state(self, noun: Token) -> bool:
        """True for the name of a town or a province: what forces take and lose."""
        states = {m.party for m in self._text.at.get(noun.i, ()) if m.sort in {"state", "demonym", "person"}}
        return noun.pos_ == "PROPN" and not states and self._groups.state_at(noun) is not None

    def where(self, verb: Token) -> tuple[str, ...]:
        """Whose ground a deed is done on: "killed nine people in Mali", "when they struck in Bamako"."""
        around = [verb, *clauses.objects(verb), *clauses.prepositional(verb, "at", "on", "into", "near", "outside")]
        around += [c for c in clauses.children(verb, "advcl") if clauses.children(c, "advmod") and c.tag_ == "VBD"]
        means = [*clauses.agents(verb), *clauses.prepositional(verb, "in", "by", "with", "when")]
        around += [noun for noun in means if noun.lemma_ in word_list("doers", "weapons")]
        deed = clauses.subject(verb)
        armed = deed is not None and deed.pos_ == "NOUN" and deed.lemma_ in word_list("doers", "weapons")
        if deed is not None and armed and (found := self.grounds(deed, set())):
            return found
        return tuple(
            dict.fromkeys(p for head in around for c in clauses.prepositional(head, *_SPOTS) for p in self.ground(c))
        )

    def grounds(self, deed: Token, own: set[str]) -> tuple[str, ...]:
        """On whose ground a deed is done by its own phrases: "a strike on a block in Kharkiv"."""
        for lead, place in chain(deed):
            if lead in _TARGETED and (found := tuple(p for p in self.ground(place) if party_of(p) not in own)):
                return found
        return ()

    def hurt(self, deed: Token, own: set[str]) -> tuple[str, ...]:
        """Whose people came to harm by a deed: "two Danish soldiers died in a raid by rebels"."""
        verb = deed.head
        if deed.dep_ != "obl" or clauses.preposition(deed) not in _DURING or verb.lemma_ not in _HARMED:
            return ()
        noun = clauses.subject(verb)
        found = (self._who.parties(noun) or self.owner(noun)) if noun is not None else ()
        found = tuple(p for p in found if party_of(p) not in own and is_state(party_of(p)))
        return found or tuple(p for p in self.where(verb) if own and party_of(p) not in own)

    def _by_a_deed(self, verb: Token, word: ActWord) -> bool:
        """ "Were killed in Chadian shelling": the deed says whose it was."""
        return any(self._wielding(noun, word) for noun in clauses.prepositional(verb, *_DURING))

    def unknown(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """Attackers whom nobody knows, by where they struck: "a reporter was shot dead in Quito".

        Where an article names any state but theirs and that of the place, it may have been that one.
        """
        if word.event == "COERCE":
            return self._holding(verb)
        if word.event == "CONCEDE":
            return self._held_by(verb)
        hidden = clauses.is_passive(verb) and clauses.children(verb, "aux:pass") and not mood.modals(verb) & _UNREAL
        by = [noun for noun in clauses.agents(verb) if noun.lemma_ not in word_list("doers", "weapons")]
        if word.event != "ASSAULT" or not hidden or by or self._by_a_deed(verb, word):
            return ()
        hurt = {party_of(p) for noun in self.acted_on(verb) for p in self._who.parties(noun) or self.owner(noun)}
        return tuple(
            f"{state}:unknown attackers" for state in self.where(verb)[:1] if self._groups.is_only(state, hurt)
        )

    def _held_by(self, verb: Token) -> tuple[str, ...]:
        """Who lets captives go by where they were held: "six Americans jailed in Mali were freed"."""
        if not clauses.is_passive(verb) or clauses.agents(verb) or mood.modals(verb) & _UNREAL:
            return ()
        for noun in self.acted_on(verb):
            own = {party_of(p) for p in self._who.parties(noun) or self.owner(noun)}
            for held in clauses.children(noun, "acl"):
                if held.tag_ != "VBN" or held.lemma_ not in lexicon("doers")["captives"]["holding"]:
                    continue
                found = tuple(p for agent in clauses.agents(held) for p in self.doer(agent))
                places = (state for c in clauses.prepositional(held, "in", "at") if (state := self._groups.state_at(c)))
                found = found or tuple(places)[:1]
                if found and not own & set(found):
                    return found
        return ()

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
