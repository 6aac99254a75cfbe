"""Who does an act and to whom: by the frame, by whose offer or ships they are, or as the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import HOSTILE_DEEDS, ActWord, word_list
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who, party_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ActParties"]

_PLACES = {"in", "at", "near", "outside", "inside"}
_TITLED = {"person", "role"}
_LEADING = {"nsubj", "nsubj:pass", "nsubj:outer", "ROOT", "vocative"}
_AIMED = {"REQUEST", "REJECT", "THREATEN", "ACCUSE"}


class ActParties:
    """Finds the parties to the acts of one article."""

    def __init__(self, text: ReadText, who: Who) -> None:
        self._text = text
        self._who = who

    def doers(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """Who does what *verb* tells: its subject, the agent of a passive, the possessor of "their vow to leave"."""
        transitive = "obj" in word.target or word.object or word.complement
        if clauses.is_passive(verb) and (transitive or clauses.children(verb, "aux:pass")):
            return tuple(p for agent in clauses.agents(verb) for p in self.doer(agent))
        if verb.dep_ == "acl" and clauses.marker(verb) == "to":
            return tuple(p for agent in clauses.agents(verb.head) for p in self.doer(agent))
        under = clauses.subject(verb)
        return self.doer(under) or (self._before(verb) if _lost_its_subject(verb, under) else ())

    def _before(self, verb: Token) -> tuple[str, ...]:
        """Who acts in *verb* where the tree has lost its subject: the nearest subject before it that is a party."""
        for near in reversed(verb.doc[verb.sent.start : verb.i]):
            if near.dep_ in _LEADING and near.pos_ in {"NOUN", "PROPN"}:
                found = self.doer(near)
                if found:
                    return found
        return ()

    def doer(self, noun: Token | None) -> tuple[str, ...]:
        """The party behind a doer: "a group of Chechen refugees" are Chechens, "Israeli tanks" are Israel's."""
        if noun is None:
            return ()
        found = self._who.parties(noun)
        if found or noun.pos_ != "NOUN":
            return found
        if noun.lemma_ in word_list("doers", "bands"):
            return tuple(dict.fromkeys(p for c in clauses.prepositional(noun, "of") for p in self.doer(c)))
        if noun.lemma_ not in word_list("doers", "people"):
            return ()
        owner = self.owner(noun, "of", "in", "from", "throughout", "across")
        return tuple(party_of(p) for p in owner)

    def acted_on(self, verb: Token) -> list[Token]:
        """What *verb* acts on, with what the tree hangs from it as a complement or has it hang from."""
        found = clauses.objects(verb) or [c for c in clauses.children(verb, "xcomp") if c.pos_ == "NOUN"]
        if not found and verb.dep_ == "acl" and clauses.children(verb, "nsubj"):
            return clauses.conjuncts(verb.head)
        return found

    def targets(self, verb: Token, word: ActWord) -> tuple[str, ...]:
        """To whom the frame says that it is done."""
        found: list[str] = []
        if "obj" in word.target:
            for noun in [*self.acted_on(verb), *clauses.children(verb, "iobj")]:
                if not word.person or self._is_person(noun):
                    found += self._who.parties(noun) or (() if word.named else self.owner(noun))
        elif word.object or word.speech:
            found += [p for noun in clauses.children(verb, "iobj") for p in self._who.parties(noun)]
        found = found or self._by_preposition(verb, word)
        if not found and word.event in _AIMED:
            found = self._in_content(verb) or self._in_content(verb, places=True)
        if not found and word.event == "THREATEN":
            found = self._warned(verb)
        if not found and word.leaving:
            left = clauses.prepositional(verb, "from", "of", "on", "to", "in")
            found = [p for noun in left if noun.lemma_ in word.leaving for p in self.owner(noun)]
        if not found and word.object:
            found = [p for noun in self.acted_on(verb) for p in self.owner(noun)]
        return tuple(dict.fromkeys(found))

    def _by_preposition(self, verb: Token, word: ActWord) -> list[str]:
        others = tuple(p for p in word.target if p != "obj")
        around = [verb, *(clauses.objects(verb) if others else [])]
        return [
            party
            for head in around
            for phrase in clauses.prepositional(head, *others)
            if word.place_target or word.event in {"ASSAULT", "CONCEDE"} or not self.is_place(phrase)
            for party in self._who.parties(phrase) or self.owner(phrase)
        ]

    def _is_person(self, noun: Token) -> bool:
        mentions = self._text.at.get(noun.i, ())
        return any(m.sort in _TITLED for m in mentions) or (not mentions and bool(self._who.parties(noun)))

    def _in_content(self, verb: Token, *, places: bool = False) -> list[str]:
        """Who a speech act is aimed at, where only its content names them: "threatened to shell Iraqi towns"."""
        for content in clauses.children(verb, "xcomp", "ccomp", "obj"):
            aside = {t.i for c in content.subtree if c.dep_ in {"advcl", "acl:relcl"} for t in c.subtree}
            for noun in content.subtree:
                if noun.pos_ not in {"PROPN", "NOUN"} or noun.i in aside or (self.is_place(noun) and not places):
                    continue
                found = self._who.parties(noun) or self.owner(noun)
                if found:
                    return list(found)
        return []

    def _warned(self, verb: Token) -> list[str]:
        """Whose conduct would bring a threat about: "threatened to leave if Iraq closed the border"."""
        hung = [clause for clause in verb.subtree if clause.dep_ == "advcl" and clause.i > verb.i]
        return [
            party
            for clause in hung
            if clauses.marker(clause) in {"if", "unless", "until"}
            for party in self._who.parties(clauses.subject(clause))
        ]

    def owner(self, noun: Token, *prepositions: str) -> tuple[str, ...]:
        """Whose offer was rejected, whose ships were seized: the possessor or the adjective of origin."""
        for child in clauses.children(noun, "nmod:poss", "amod", "compound"):
            if child.dep_ == "nmod:poss" or self._text.at.get(child.i):
                found = self._who.parties(child)
                if found:
                    return found
        for child in clauses.prepositional(noun, *(prepositions or ("by", "from", "of", "on", "against"))):
            if prepositions or not self.is_place(child):
                inner = clauses.preposition(child) == "of"
                found = self._who.parties(child) or (self.owner(child, *prepositions) if inner else ())
                if found:
                    return found
        return () if prepositions else self._maker(noun)

    def _maker(self, noun: Token) -> tuple[str, ...]:
        """Whose it is by a clause about it: "a summit that Kenya hosted", "the offer Chad had made"."""
        for verb in clauses.children(noun, "acl:relcl"):
            relative = clauses.antecedent(verb)
            if relative and relative[1] == "object":
                return self._who.parties(clauses.subject(verb))
        return ()

    def is_place(self, token: Token) -> bool:
        """True for "in Tehran", and for a capital after "to" or "from"; "apologised to Brazil" names no place."""
        inside = clauses.preposition(token) in _PLACES
        return any(m.place and (inside or m.sort == "capital") for m in self._text.at.get(token.i, ()))

    def where(self, verb: Token) -> tuple[str, ...]:
        """Whose ground a deed is done on: "killed nine people in Mali"."""
        around = [verb, *clauses.objects(verb)]
        return tuple(
            dict.fromkeys(p for head in around for c in clauses.prepositional(head, "in") for p in self._who.parties(c))
        )

    def spoken_of(self, verb: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Whose word a noun takes up: "Kenya made a charge, a reproach that Chad rejected" is aimed at Kenya."""
        own = {party_of(p) for p in actor}
        noun = clauses.relative_object(verb) or (verb.head if verb.dep_ == "acl" else None)
        while noun is not None and noun.dep_ in {"appos", "conj", "nmod"}:
            noun = noun.head
        for outer in noun.ancestors if noun is not None and noun.dep_ != "ROOT" else ():
            if outer.pos_ == "VERB":
                found = tuple(p for p in self._who.parties(clauses.subject(outer)) if party_of(p) not in own)
                if found:
                    return found
        return ()

    def facing(self, actor: tuple[str, ...]) -> tuple[str, ...]:
        """The other of the two parties most spoken of, where nobody is named as whom it is done to."""
        own = {party_of(party) for party in actor}
        pair = self._who.commonest(2)
        return tuple(p for p in pair if p not in own) if own & set(pair) else ()

    def other(self, verb: Token, word: ActWord, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Whom a deed is done to where its frame finds nobody: who was just quoted, whose ground, or who faces them."""
        own = {party_of(p) for p in actor}
        found = self.spoken_of(verb, actor) if word.facing else ()
        if not found and word.event in HOSTILE_DEEDS - {"MOBILIZE"}:
            found = tuple(p for p in self.where(verb) if p not in own)
        return found or (self.facing(actor) if word.facing else ())


def _lost_its_subject(verb: Token, under: Token | None) -> bool:
    """True for a finite past without a subject of its own but a relative pronoun."""
    finite = verb.tag_ == "VBD" or any(c.lower_ in {"has", "have", "had"} for c in clauses.children(verb, "aux"))
    own = clauses.children(verb, *clauses.SUBJECTS)
    relative = any(c.tag_ in {"WP", "WDT"} for c in own)
    return finite and (not own or relative) and (under is None or under.pos_ != "PRON" or relative)
