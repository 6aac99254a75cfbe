"""Whom an act is aimed at where its frame names nobody: who was just quoted, whose ground it is, the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.contents import Contents
from dragoman.statements.acts.frames import HOSTILE_DEEDS, ActWord, captives, word_list
from dragoman.statements.acts.groups import is_group
from dragoman.statements.acts.parts_played import is_critic, is_known_offer, is_named_by
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["AIMED", "Faced"]

AIMED = {"REQUEST", "REJECT", "THREATEN", "ACCUSE", "AGREE"}
"""Acts by words, aimed at somebody."""
_UNSURE = {"AGREE", "REJECT", "ASSAULT"}
_BACK = 60
"""Words before a sentence within which a proposal is still spoken of."""
_SAID_TO = {"REQUEST", "ACCUSE", "THREATEN"}
_JUDGES = {
    "court", "judge", "tribunal", "arbitrator", "magistrate", "jury", "prosecutor", "voter", "supporter", "reporter",
}  # fmt: skip
"""Who are asked or told and are no side of talks."""
_ADDRESSED = ("to", "on", "of", "from", "with")
_CHARGES = {"charge", "accusation", "allegation", "criticism", "complaint", "reproach", "claim"}
_REPEATING = {"level", "repeat", "echo", "make", "voice", "share", "raise", "back", "renew"}
"""What others do with a charge against the same: "a charge echoed by Chad"."""
_AFTER = {"after", "because", "when", "since", "as", "once"}
_ACCORDS = {"deal", "agreement", "accord", "treaty", "pact", "ceasefire", "truce", "declaration", "text", "compromise"}


class Faced(Contents):
    """Finds whom the acts of one article are aimed at where their frames name nobody."""

    def other(self, verb: Token, word: ActWord, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a deed is done to where its frame finds nobody: who was just quoted, whose ground, or who faces them."""
        own = {party_of(p) for p in actor}
        if any(noun.lower_ in {"him", "her"} for noun in clauses.objects(verb)):
            return ()
        if word.event == "ACCUSE" and is_critic(clauses.subject(verb)):
            return tuple(dict.fromkeys(party_of(p) for p in actor if ":" in p))
        if word.event == "CONSULT" and self.is_body(verb):
            return ()
        found = self._captors(verb, word, own) or self.at_home(verb, word, actor)
        found = found or (self.spoken_of(verb, actor) if word.facing else ())
        found = found or (self._proposer(verb, own) if word.facing and word.event in {"REJECT", "AGREE"} else ())
        found = found or (self._provoked(verb, own) if word.event in AIMED else ())
        if not found and word.facing and self._is_of_two(verb, word):
            return tuple(p for p in map(party_of, self._who.main_pair(verb)) if p not in own)
        if not found and word.event in HOSTILE_DEEDS - {"MOBILIZE"} | {"RETREAT"}:
            found = tuple(p for p in self.where(verb) if p not in own)
        if not found and word.event == "MOBILIZE":
            found = tuple(p for p in self.met_by_force(verb) if p not in own)
        found = found or self.under_rule(verb, word, own)
        if not found and word.shared:
            return tuple(p for p in self._who.collective if p not in own)
        faced = word.facing or (_asks_nobody(verb, word) and bool(own & set(self._who.cast.sides())))
        if found or not faced or (word.event in _SAID_TO and self._is_told_to_others(verb, word)):
            return found
        # Whom goodwill is meant for is left open where nothing near speaks of the other side.
        other = self.facing(word, actor)
        open_to_all = word.event == "CONCEDE" or (word.event == "AGREE" and not word.needs_target)
        return other if not open_to_all or self._is_told_of(verb, word, other) else ()

    def facing(self, word: ActWord, actor: tuple[str, ...]) -> tuple[str, ...]:
        """The other side where nobody is named; what a third party asks, both; whom it threatens, the most spoken of.

        What a third party grants, turns down or agrees to has no other side that the cast could tell. In talks of
        many it is done to all who take part.
        """
        own = {party_of(party) for party in actor}
        union = self._who.cast.bargaining.union
        own |= {union} if union and word.event == "PROTEST" and all(map(is_group, actor)) else set()
        pair = self._who.cast.sides()
        if union and not own & set(pair) and self._who.cast.bargaining.is_employer(own):
            return (union,)
        if self._who.collective:
            return tuple(p for p in self._who.collective if p not in own)
        if own & set(pair):
            return tuple(p for p in pair if p not in own)
        if word.event in {"REQUEST", "CONSULT"} and len(pair) > 1:
            return pair
        return () if word.event in _UNSURE else tuple(p for p in self._who.cast.contenders(1) if p not in own)

    def at_home(self, verb: Token, word: ActWord, actor: tuple[str, ...]) -> tuple[str, ...]:
        """A group of the state itself that it acts on: "police arrested dozens of students"."""
        others = tuple(p for p in word.target if p != "obj")
        near = [*self.acted_on(verb)] if "obj" in word.target else []
        near += [phrase for head in [verb, *self.acted_on(verb)] for phrase in clauses.prepositional(head, *others)]
        groups = (part for noun in near for part in self._members(noun))
        return tuple(dict.fromkeys(p for noun in groups for p in self._groups.at_home(noun, actor)))

    def spoken_of(self, verb: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Whose word a noun takes up: "Kenya made a charge, a reproach that Chad rejected" is aimed at Kenya."""
        noun = clauses.relative_object(verb) or (verb.head if verb.dep_ == "acl" else None)
        own = {party_of(p) for p in actor}
        if noun is not None and noun.lemma_ in _CHARGES and verb.lemma_ in _REPEATING:
            charging = (outer for outer in noun.ancestors if outer.lemma_ in clauses.CHARGING)
            accused = (c for outer in charging for c in clauses.children(outer, "obj") if c.i < noun.i and c != noun)
            return tuple(p for c in accused for p in self._who.parties(c) if party_of(p) not in own)
        return self._told_before(noun, own)

    def _told_before(self, noun: Token | None, own: set[str]) -> tuple[str, ...]:
        """Who acts in the clause that *noun* hangs from; of several such clauses, in the one that *noun* names."""
        named = noun
        while noun is not None and noun.dep_ in {"appos", "conj", "nmod"}:
            noun = noun.head
        told = [outer for outer in noun.ancestors if outer.pos_ == "VERB"] if noun is not None else []
        for outer in sorted(told, key=lambda verb: not is_named_by(verb, named)):
            found = tuple(p for p in self._who.parties(clauses.subject(outer)) if party_of(p) not in own)
            if found:
                return found
        return ()

    def _proposer(self, verb: Token, own: set[str]) -> tuple[str, ...]:
        """Who made "the proposal" or "it" that is turned down or taken up: who proposed last before this sentence."""
        nouns = [noun for noun in (*self.acted_on(verb), *clauses.children(verb, "nsubj:pass")) if is_known_offer(noun)]
        if not nouns:
            return ()
        start = verb.sent.start
        for near in reversed(verb.doc[max(0, start - _BACK) : start]):
            if near.pos_ == "VERB" and near.lemma_ in word_list("carriers", "proposing") and near.tag_ != "VBN":
                return tuple(p for p in self._who.parties(clauses.subject(near)) if party_of(p) not in own)
        return ()

    def _provoked(self, verb: Token, own: set[str]) -> tuple[str, ...]:
        """ "Chad expelled the French after they criticised the vote": they criticised whoever acts on them for it."""
        outer = verb.head
        if verb.dep_ != "advcl" or clauses.marker(verb) not in _AFTER or outer.pos_ != "VERB":
            return ()
        hit = {party_of(p) for noun in self.acted_on(outer) for p in self._who.parties(noun)}
        doers = self._who.parties(clauses.subject(outer))
        return tuple(p for p in doers if party_of(p) not in own) if hit & own else ()

    def _captors(self, verb: Token, word: ActWord, own: set[str]) -> tuple[str, ...]:
        """To whose good one of the two main parties frees captives nobody names: to that of the other."""
        pair = self._who.cast.sides()
        freed = any(noun.lemma_ in captives() for noun in self.acted_on(verb))
        sided = word.event == "CONCEDE" and freed and self._who.cast.has_two_sides() and len(own & set(pair)) == 1
        return tuple(p for p in pair if p not in own) if sided else ()

    def _is_of_two(self, verb: Token, word: ActWord) -> bool:
        """True for talks that a third hosts, and for an accord that a third condemns or praises: of both main sides."""
        nouns = {noun.lemma_ for noun in self.acted_on(verb)}
        if word.event == "CONSULT":
            return bool(word.object & word_list("nouns", "meeting")) and bool(nouns & word_list("nouns", "meeting"))
        return word.event in {"ACCUSE", "SUPPORT"} and bool(nouns & _ACCORDS)

    def _is_told_of(self, verb: Token, word: ActWord, parties: tuple[str, ...]) -> bool:
        """True where the sentence of *verb*, or that of a thing it takes up, speaks of any of *parties*."""
        wanted = {party_of(p) for p in parties}
        sentences = [verb.sent, *(noun.sent for noun in self.handled(verb, word) if noun.sent != verb.sent)]
        nouns = (t for sentence in sentences for t in sentence if t.pos_ in {"NOUN", "PROPN", "PRON"})
        return bool(wanted) and any(party_of(p) in wanted for noun in nouns for p in self._who.parties(noun))

    def _is_told_to_others(self, verb: Token, word: ActWord) -> bool:
        """ "Asked the court to wait", "told his backbenchers": somebody is addressed whom the article does not name."""
        leads = tuple(lead for lead in word.target if lead not in {"obj", "of", "by", "in", "over"})
        heard = [noun for noun in clauses.children(verb, "obj", "iobj", "nsubj:pass") if "obj" in word.target]
        heard += clauses.prepositional(verb, *leads) if leads else []
        return any(noun.lemma_ in _JUDGES or (noun.pos_ == "NOUN" and _is_own(noun)) for noun in heard)

    def is_union(self, actor: tuple[str, ...]) -> bool:
        """True where the union in a dispute over work acts: who walks out then stops working."""
        union = self._who.cast.bargaining.union
        return union is not None and union in {party_of(p) for p in actor}

    def main_sides(self) -> tuple[str, ...]:
        """The two sides of the article."""
        return self._who.cast.sides()


def _is_own(noun: Token) -> bool:
    """ "Its members", "his backbenchers": people of those who speak to them."""
    return noun.lemma_ in word_sets("nouns")["people"] and any(c.tag_ == "PRP$" for c in noun.children)


def _asks_nobody(verb: Token, word: ActWord) -> bool:
    """ "Demanded that the trials be suspended", "warned that it would close": said to nobody by name."""
    if clauses.objects(verb) or clauses.children(verb, "iobj") or clauses.prepositional(verb, *_ADDRESSED):
        return False
    told = clauses.children(verb, "ccomp", "xcomp", "advcl")
    if word.event == "REQUEST" and verb.lemma_ in {"propose", "suggest", "recommend"}:
        return False
    if word.event == "REQUEST":
        return any(clauses.is_passive(c) and clauses.marker(c) in {"that", "for", ""} for c in told)
    own = [c for c in told if c.dep_ == "ccomp" and mood.modals(c) & {"will", "would"}]
    under = [noun for c in own if (noun := clauses.subject(c)) is not None]
    theirs = any(noun.lower_ in {"it", "they", "he", "she"} or clauses.children(noun, "nmod:poss") for noun in under)
    return word.event == "THREATEN" and theirs
