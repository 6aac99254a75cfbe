"""People told by whose they are: "Japanese officials", "Egypt's minister", "a commander of the FARC"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.cast import party_of
from dragoman.statements.definite import FACING, Definite
from dragoman.statements.group_names import is_of_group
from dragoman.statements.lands import is_of_no_state
from dragoman.statements.lexicon import word_sets
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["People", "is_of_others"]

_DOING = {"nsubj", "obl:agent"}
_SOME_OF = {"member", "signatory", "party"}
_SOME = {"some", "several", "many", "most", "few", "other"}
_WITHIN = 12
"""Words behind "five members of the EU" within which some of them are named."""
_ALLIED = {"partner", "ally", "rival", "colleague", "opponent", "counterpart", "critic", "supporter"}
_VAGUE = {"member", "government", "party", "side", "country", "state", "leader", "official", "worker", "employee"}
"""Groups that are others wherever they are named: "Peru's leaders" are not those of before."""
_LANDS = {"state", "demonym"}
_APART = {"party", "union", "federation", "association", "confederation", "guild"}
"""What a state has several of, of which none is the state."""
_WRITING = {
    "send", "write", "issue", "publish", "circulate", "submit", "present", "hand", "post", "sign", "announce",
    "deliver",
}  # fmt: skip
_SENT = {"delegation", "team", "mission", "panel", "entourage"}
_LEADING = {"lead", "head"}
_FAR = 150
"""Words back to where a letter was first spoken of."""


class People:
    """Resolves nouns for people of one article; *one* and *parties* say whom a word and a series stand for."""

    def __init__(
        self,
        text: ReadText,
        definite: Definite,
        named: Callable[[Token], tuple[str, ...]],
        one: Callable[[Token], tuple[str, ...]],
        parties: Callable[[Token | None], tuple[str, ...]],
    ) -> None:
        self._text = text
        self._definite = definite
        self._named = named
        self._one = one
        self._parties = parties
        self._groups = {m.party for m in text.mentions if m.sort == "group"}
        nouns = word_sets("nouns")
        self._people = nouns["people"]
        self._voices = nouns["voices"]
        self._quantities = nouns["quantities"]
        self._private = nouns["bodies"] - nouns["parts"] - {"coalition", "group", "movement"}

    def of(self, token: Token) -> tuple[str, ...]:
        """ "Japanese officials", "Egypt's minister", "officials in Tokyo", "a commander of the FARC"."""
        if token.lemma_ in self._voices and token.dep_ in _DOING:
            return self._author(token) or self._author_before(token)
        if token.lemma_ == "ally":
            return self._allied(token)
        if token.lemma_.lower() not in self._people or any(c.lower_ == "ethnic" for c in token.children):
            return ()
        if self._is_body_of_land(token) or self._is_of_its_own(token):
            return ()
        if token.tag_ == "NNS" and token.lower_ in self._groups and token.lemma_ not in _VAGUE:
            return (token.lower_,)
        if company := self._definite.company(token):
            return (company,)
        if allied := self._allied(token):
            return allied
        if token.lemma_ in FACING and (whose := clauses.children(token, "nmod:poss")):
            return self._definite.facing(token, self._one(whose[0]))
        if is_of_others(token):
            return ()
        for child in clauses.children(token, "amod", "compound", "nmod:poss", "nmod:desc", "det"):
            found = self._one(child) if child.dep_ == "nmod:poss" else self._named(child) or self._land(child)
            if found and not (child.pos_ == "PRON" and token.lemma_ == "counterpart"):
                owners = (self._named(part) or self._land(part) or found for part in clauses.conjuncts(child))
                return self._definite.led(token, tuple(p for owner in owners for p in owner))
        if token.lemma_ in _SOME_OF and any(c.dep_ == "nummod" or c.lower_ in _SOME for c in token.children):
            return self._among(token)
        loyal = [c for c in clauses.children(token, "amod", "acl", "acl:relcl") if c.lower_ in {"loyal", "faithful"}]
        for child in (p for c in loyal for p in clauses.prepositional(c, "to")):
            if found := self._one(child):
                return tuple(party_of(p) for p in found)
        leads = ("of", "from", "for", "at") if is_of_no_state(token) else ("of", "in", "from", "for", "at")
        on = [c for c in clauses.prepositional(token, "on") if c.lemma_ == "side" and token.lemma_ != "people"]
        for child in [*clauses.prepositional(token, *leads), *on]:
            the = any(c.lower_ in {"the", "both"} or c.tag_ == "PRP$" or c.dep_ == "appos" for c in child.children)
            body = the and child.pos_ == "NOUN" and child.lemma_ in self._people
            counted = clauses.measured(child, self._quantities)
            found = self._named(child) or (self._one(child) if body else self._named(counted))
            if found and token.tag_ == "NNS" and clauses.preposition(child) != "in":
                found = self._parties(child) or found
            if found:
                return tuple(party_of(p) for p in found)
        if leader := self._leading(token):
            return leader
        inside = [c for c in clauses.children(token, "compound", "amod") if c.pos_ in {"NOUN", "ADJ"}]
        return next((found for child in inside if (found := self._definite.owner(child))), ())

    def _leading(self, token: Token) -> tuple[str, ...]:
        """ "A delegation led by Chad's trade minister": that of whoever leads it."""
        led = [c for c in clauses.children(token, "acl") if c.lemma_ in _LEADING] if token.lemma_ in _SENT else []
        return tuple(dict.fromkeys(party_of(p) for c in led for by in clauses.agents(c) for p in self._parties(by)))

    def _allied(self, token: Token) -> tuple[str, ...]:
        """ "The chancellor's partners from the Harvest Party": the party they are from, not whose partners they are.

        Nor are "its NATO allies" its own.
        """
        if token.lemma_ not in _ALLIED:
            return ()
        inside = [m for c in clauses.prepositional(token, "from", "in") for m in self._text.at.get(c.i, ())]
        named = tuple(m.party for m in inside if m.sort in {"movement", "organisation"})[:1]
        whose = clauses.children(token, "nmod:poss")
        beside = [c for c in clauses.children(token, "amod", "compound") if whose and c.i > whose[0].i]
        return named or next((found for c in beside if (found := self._named(c) or self._land(c))), ())

    def _author(self, voice: Token) -> tuple[str, ...]:
        """Whose "a Kenyan note", "an army statement", "a letter from Quito", "a letter signed by the envoy" is."""
        beside = clauses.children(voice, "amod", "compound", "nmod:poss", "nmod:desc")
        beside += clauses.prepositional(voice, "from", "by", "of")
        beside += [agent for c in clauses.children(voice, "acl") for agent in clauses.agents(c)]
        for child in beside:
            if found := (self._one(child) if child.dep_ == "nmod:poss" else self._named(child)):
                return tuple(party_of(p) for p in found)
        arms = [c for c in clauses.children(voice, "compound", "amod") if c.pos_ in {"NOUN", "ADJ"}]
        return next((found for child in arms if (found := self._definite.owner(child))), ())

    def _author_before(self, voice: Token) -> tuple[str, ...]:
        """Whose "the same letter" is: of whoever was said before to have written one, or to have said so in one."""
        if not any(c.lower_ in {"the", "this", "that"} for c in voice.children):
            return ()
        for earlier in reversed(voice.doc[max(0, voice.i - _FAR) : voice.i]):
            if earlier.lemma_ != voice.lemma_:
                continue
            if found := self._author(earlier):
                return found
            verb = next((t for t in earlier.ancestors if t.pos_ == "VERB"), None)
            under = clauses.subject(verb) if verb is not None and verb.lemma_ in _WRITING else None
            if under is not None and under != voice and (found := self._one(under)):
                return found
        return ()

    def _is_body_of_land(self, token: Token) -> bool:
        """ "The country's main business lobby": a body of its own, not the country."""
        owners = clauses.children(token, "nmod:poss")
        land = bool(owners) and owners[0].lemma_ in {"country", "nation", "region", "province", "city", "state"}
        told = clauses.children(token, "compound") or clauses.prepositional(token, "of")
        return land and bool(told) and token.lemma_ in self._private

    def _is_of_its_own(self, token: Token) -> bool:
        """ "Chad's two biggest parties", "the nurses' union in Chad": bodies in a state that are not the state."""
        if token.lemma_ in self._private and is_of_group(token):
            return True
        owned = any(m.sort in _LANDS for c in token.children for m in self._text.at.get(c.i, ()))
        several = token.lemma_ in _APART and (token.tag_ == "NNS" or _is_of_members(token))
        return owned and (several or (token.lemma_ == "union" and token.dep_ != "compound"))

    def _land(self, token: Token) -> tuple[str, ...]:
        """The land inside a state whose people are spoken of: "Amhara politicians"."""
        return tuple(m.party for m in self._text.at.get(token.i, ()) if m.sort == "region")[:1]

    def _among(self, token: Token) -> tuple[str, ...]:
        """ "Five members of the EU, among them Spain and Greece": those named of them, and not the whole body."""
        doc = token.doc
        for near in doc[token.i + 1 : min(token.sent.end - 2, token.i + _WITHIN)]:
            them = near.lower_ == "among" and near.nbor().lower_ == "them"
            if them or near.lower_ == "including" or (near.lower_ == "such" and near.nbor().lower_ == "as"):
                first = doc[near.i + (1 if near.lower_ == "including" else 2)]
                named = next(
                    (t for t in doc[first.i : min(token.sent.end, first.i + 3)] if self._text.at.get(t.i)), None
                )
                return self._parties(named)
        return ()


def is_of_others(noun: Token) -> bool:
    """ "Chad's creditors", "its investors": those whom somebody has, and who are not his people."""
    return noun.lemma_ in word_sets("nouns")["of others"] and bool(clauses.children(noun, "nmod:poss"))


def _is_of_members(body: Token) -> bool:
    """ "A bakers' association": of those who have joined it, whatever land they are in."""
    return any(c.tag_ == "NNS" and c.pos_ == "NOUN" for c in clauses.children(body, "nmod:poss"))
