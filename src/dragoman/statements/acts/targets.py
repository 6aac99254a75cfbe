"""To whom an act is done: by its frame, by whose offer or ships it concerns, by its content, or as the other side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.days import has_day
from dragoman.statements.acts.faced import AIMED, Faced
from dragoman.statements.acts.frames import ActWord, word_list
from dragoman.statements.acts.groups import is_group, is_state
from dragoman.statements.acts.misread import counted
from dragoman.statements.acts.nounparts import NounParts, chain
from dragoman.statements.acts.parts_played import (
    is_aside,
    is_deed,
    is_summing_up,
    spells,
    told_by,
)
from dragoman.statements.acts.resumed import meant
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Event
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["LEAVING", "LEFT", "ActParties", "left_by"]

LEFT = ("from", "of", "on", "to", "in", "into", "at", "by", "over", "during", "off", "across", "around", "towards")
"""Before what is left, joined or returned to: "walk out of the talks", "go on strike"."""

_WITH: frozenset[Event] = frozenset({"SANCTION", "AID", "REQUEST"})
"""Done with what is given, imposed or asked: "hit Chad with tariffs", "presented Chad with a list of demands"."""

LEAVING = {"quit", "leave", "exit", "desert", "renounce"}
"""Verbs by which a member leaves an alliance."""
_TITLED = {"person", "role"}
_FILING = {"lodge", "file", "submit"}
"""What is done with a complaint before a body that is to hear it: "filed a complaint with the WTO"."""
_GIVING = {"AID", "CONCEDE", "COOPERATE"}
_AT = {"ASSAULT", "CONCEDE", "MOBILIZE", "ACCUSE"}
"""Acts whose target may look like a place: "lashed out at Niger", "let fuel into Gaza"."""
_HELP = {"help", "support", "backing", "assistance", "aid", "blessing", "approval", "encouragement"}
"""What is done "with" it is done with nobody: "brokered by Chad with help from Niger"."""
_HERE = ("in", "across", "throughout", "on")
_ON = {"on", "against", "at", "in"}


class ActParties(Faced):
    """Finds who does the acts of one article, and to whom."""

    def __init__(self, text: ReadText, who: Who) -> None:
        super().__init__(text, who)
        self.parts = NounParts(text, self)

    def targets(self, verb: Token, word: ActWord, own: set[str]) -> tuple[str, ...]:
        """To whom the frame says that it is done; *own* are the parties that do it."""
        deeds = (
            [noun for noun in self.acted_on(verb) if noun.head is verb and is_deed(noun)]
            if word.event == "ACCUSE"
            else []
        )
        first = clauses.first_conjunct(verb)
        answers = word.event in AIMED | {"SUPPORT", "CONCEDE"} and first.dep_ in {"acl:relcl", "acl"}
        described = first.head if answers and not clauses.agents(verb) else None
        if described is not None and is_summing_up(described) and (told := self._told_before(described, own)):
            return told
        if deeds and "obj" in word.target:
            return tuple(p for noun in deeds for p in self._guilty(noun, own) if party_of(p) not in own)
        ways = [self._by_object, self._by_preposition, self._by_content, self._by_owner]
        if word.event == "COERCE" and any(clauses.prepositional(head, "from") for head in (verb, *self.acted_on(verb))):
            ways[:2] = ways[1::-1]  # "seized the port from Chad": from whom it is taken, whatever its name
        for read in ways:
            crowd = word.event == "PROTEST"
            found = tuple(dict.fromkeys(p for p in read(verb, word) if crowd or party_of(p) not in own or ":" in p))
            if verb.lemma_ in _FILING and word.event == "ACCUSE":
                found = tuple(p for p in found if self._text.names.sort_of(p) != "organisation")
            if found:
                if not all(is_group(p) for p in found):
                    return found
                if named := self._given_to(verb, word, own):
                    return named
                return self._captors(verb, word, own) or self.at_home(verb, word, tuple(sorted(own))) or found
        return ()

    def _given_to(self, verb: Token, word: ActWord, own: set[str]) -> tuple[str, ...]:
        """ "Handed over two prisoners to Chad": whom a preposition names, rather than a group that is given."""
        if word.event not in _GIVING or "to" not in word.target:
            return ()
        found = (p for c in clauses.prepositional(verb, "to") for p in self._who.parties(c))
        return tuple(p for p in found if party_of(p) not in own and not is_group(p))

    def addressed(self, verb: Token, word: ActWord) -> set[str]:
        """Who is asked by name: the object, whom a preposition brings in, or who is to do it ("demanded that Chad go").

        What a clause asks for that names somebody in passing ("that the talks in Chad begin") is asked of nobody.
        """
        told = clauses.children(verb, "ccomp")
        under = [noun for c in told if not clauses.is_passive(c) and (noun := clauses.subject(c)) is not None]
        named = [p for noun in under for p in self._who.parties(noun) or self.owner(noun)]
        named += [] if told else self._by_content(verb, word)
        taken_up = self.spoken_of(verb, ()) if clauses.relative_object(verb) else ()
        found = (*self._by_object(verb, word), *self._by_preposition(verb, word), *named, *taken_up)
        return set(map(party_of, found))

    def _guilty(self, deed: Token, own: set[str]) -> tuple[str, ...]:
        """Whose deed is condemned: its doer, else of the two main parties the one that did not suffer it."""
        doers = self.parts.doers(deed, coerced=True)
        if doers:
            return doers
        hurt = {party_of(p) for noun in self.parts.objects(deed) for p in self._who.parties(noun) or self.owner(noun)}
        hurt |= {party_of(p) for lead, noun in chain(deed) if lead in _ON for p in self._who.parties(noun)}
        pair = self._who.cast.sides()
        return tuple(p for p in pair if p not in own | hurt)[:1] if hurt & set(pair) else ()

    def _by_object(self, verb: Token, word: ActWord) -> list[str]:
        if "obj" not in word.target:
            given = clauses.children(verb, "iobj") if word.object or word.speech else []
            given += self._given(verb, word)
            return [p for noun in given for p in self._who.parties(noun)]
        if verb.lemma_ in {"blame", "pin"} and self._by_preposition(verb, word):  # "blamed the ruling on Chad"
            return []
        nouns = [meant(noun, word.object) for noun in self.acted_on(verb)]
        nouns += [*clauses.children(verb, "iobj"), *self._given(verb, word)]
        nouns = [noun for noun in nouns if not word.person or self._is_person(noun)]
        if word.event == "AID":  # "sent doctors": the help, not whom it is for
            nouns = [noun for noun in nouns if noun.lemma_ not in word.object]
        return [p for noun in nouns for p in self._struck(noun, word) or (() if word.named else self.owner(noun))]

    def _struck(self, noun: Token, word: ActWord) -> tuple[str, ...]:
        """Whom *noun* names; those whom force is used on are their state's: "kidnapped two Ugandan aid workers"."""
        found = self._who.parties(noun)
        forced = word.event in {"ASSAULT", "COERCE"} and bool(found) and all(map(is_group, found))
        states = tuple(p for p in self.owner(noun) if is_state(p)) if forced else ()
        return states or found

    def _given(self, verb: Token, word: ActWord) -> list[Token]:
        """ "Gave the Ivory Coast 5 million dollars": a name right behind a verb, taken for part of the sum."""
        if not word.object or "to" not in word.target:
            return []
        behind = verb.doc[verb.i + 1 : verb.i + 4]
        behind = behind[1:] if behind and behind[0].lower_ == "the" else behind
        named = [t for t in behind[:2] if self._text.at.get(t.i) and t.dep_ in {"compound", "flat", "nmod"}]
        return [t for t in named if t.i + 1 < len(t.doc) and t.nbor().pos_ in {"NUM", "DET"}]

    def _by_content(self, verb: Token, word: ActWord) -> list[str]:
        if word.event == "PROTEST":
            return self._protested(verb)
        if word.event in _GIVING:
            return self._helped(verb, {party_of(p) for p in self.doers(verb, word)})
        if word.event not in AIMED or word.mutual or (word.event == "AGREE" and word.named):
            return []
        own = {party_of(p) for p in self.doers(verb, word)}
        if word.event == "AGREE" and len(own) > 1:
            return []
        told = [c for c in clauses.children(verb, "advcl") if clauses.marker(c) in {"to", "for"}]
        told += clauses.prepositional(verb, "to", "on", "upon") if word.event == "AGREE" else []
        told += clauses.children(verb, "xcomp", "ccomp", "obj")
        found = self._in_content(told, own)
        if word.event == "AGREE":
            return list(self.facing_them(tuple(found), own))
        if word.event == "ACCUSE" and not found and verb.dep_ == "parataxis":
            found = [p for clause in told_by(verb) for p in self._who.parties(clauses.subject(clause))]
        found = found or self._in_content(told, own, places=True)
        return found or (self.warned(verb) if word.event == "THREATEN" else [])

    def _by_owner(self, verb: Token, word: ActWord) -> list[str]:
        left = left_by(verb, word) if word.leaving else []
        nouns = [inner for noun in left for inner in spells(noun) if inner.lemma_ in word.leaving]
        allied = [noun for noun in left if self.is_alliance(noun)] if word.event == "REJECT" else []
        nouns += self.handled(verb, word) if word.object else []
        if word.event == "REJECT" and verb.lemma_ in LEAVING:
            allied += [noun for noun in self.acted_on(verb) if self.is_alliance(noun)]
        return [p for noun in nouns for p in self.owner(noun)] or [p for t in allied for p in self._who.parties(t)]

    def is_aimed(self, verb: Token, word: ActWord) -> bool:
        """True where a preposition of the frame brings in somebody."""
        return bool(self._by_preposition(verb, word))

    def _by_preposition(self, verb: Token, word: ActWord) -> list[str]:
        particle = (word.particle, f"{word.particle} of", f"{word.particle} from") if word.particle else ()
        others = tuple(p for p in (*word.target, *particle) if p != "obj")
        things = [*clauses.objects(verb), *(clauses.prepositional(verb, word.particle) if word.particle else [])]
        around = [verb, *(things if others else [])]
        around += [t for o in around[1:] for t in clauses.prepositional(o, "of") if t.lemma_ in word.object]
        around += clauses.agents(verb) if others and clauses.is_passive(verb) else []
        around += [noun for noun in clauses.prepositional(verb, "by", "via", "over") if word.event == "CONSULT"]
        phrases = [p for head in around for p in [*clauses.prepositional(head, *others), *counted(head, others)]]
        if word.event == "ACCUSE" and "against" in others:  # before whom it is brought is not whom it is against
            phrases = self._further(verb, word, ("against",)) or phrases
        return self._behind(phrases, word) or self._behind(self._further(verb, word, others), word)

    def _behind(self, phrases: list[Token], word: ActWord) -> list[str]:
        """Whom *phrases* name, or whose they are; "in support of" names no place."""
        return [
            party
            for phrase in phrases
            if word.place_target or word.event in _AT or not self.is_place(phrase)
            if clauses.preposition(phrase) != "of" or phrase.head.lemma_ not in word_list("carriers", "letting_go")
            if clauses.preposition(phrase) != "in" or phrase.lemma_ not in word_list("carriers", "idioms")
            if clauses.preposition(phrase) != "with" or not (phrase.lemma_ in _HELP or is_aside(phrase))
            for party in self._own_people(phrase)
            or self._who.parties(phrase)
            or self.owner(phrase)
            or self._ground_for(phrase, word)
        ]

    def _own_people(self, phrase: Token) -> tuple[str, ...]:
        """ "Broke his promise to the Chadian people": people of a state, to whom its rulers may do something."""
        if phrase.lemma_ not in word_list("doers", "electors"):
            return ()
        return tuple(f"{p}:{phrase.lower_}" for p in self.owner(phrase) if is_state(p))

    def _further(self, verb: Token, word: ActWord, others: tuple[str, ...]) -> list[Token]:
        """Phrases that the tree hangs from one another: "shared data on the river with Chad"."""
        if not word.object:
            return []
        leads = set(others) & {"with", "to", "against"}
        return [c for noun in clauses.objects(verb) for lead, c in chain(noun) if lead in leads]

    def _ground_for(self, phrase: Token, word: ActWord) -> tuple[str, ...]:
        """The state of a town that a visitor goes to; where it is what help is for: "millions for schools in Chad"."""
        if word.event in {"AID", "COOPERATE"}:
            return tuple(p for place in clauses.prepositional(phrase, *_HERE) for p in self.ground(place))
        return self.ground(phrase) if word.place_target else ()

    def _is_person(self, noun: Token) -> bool:
        mentions = self._text.at.get(noun.i, ())
        return any(m.sort in _TITLED for m in mentions) or (not mentions and bool(self._who.parties(noun)))

    def is_press(self, parties: tuple[str, ...]) -> bool:
        """True for news agencies: "told AFP by telephone"."""
        return bool(parties) and all(self._text.names.sort_of(p) == "agency" for p in parties)

    def is_dated(self, verb: Token) -> bool:
        """True where a date stands in the words of *verb*."""
        return has_day(verb, self._text)


def left_by(head: Token, word: ActWord) -> list[Token]:
    """The phrases of *head* that may name what is left, joined, returned to or, for some deeds, used."""
    more = ("with",) if word.event in _WITH else ()
    own: dict[Event, str] = {"SANCTION": "under", "ACCUSE": "before"}
    further = own.get(word.event)
    return clauses.prepositional(head, *LEFT, *more, *((further,) if further else ()))
