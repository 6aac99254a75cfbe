"""Acts told by nouns: "talks between X and Y", "the framework reached in May", "Russia's attack on Odesa"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.acts.accords import AccordNouns
from dragoman.statements.acts.days import date_of, has_day
from dragoman.statements.acts.deeds import DeedNouns
from dragoman.statements.acts.fallen import the_fall
from dragoman.statements.acts.frames import ActWord, act_words, word_list
from dragoman.statements.acts.noun_status import is_cancelled, noun_status
from dragoman.statements.acts.nounparts import chain
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.standing import is_standing, read_standing
from dragoman.statements.acts.targets import LEFT, ActParties
from dragoman.statements.attribution import Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.stance_words import stance_words
from dragoman.statements.statement import Status
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["NounActs"]

_OF_BOTH = {"talk", "summit", "negotiation", "round", "session", "consultation", "bargaining", "discussion"}
_ALL = {"at", "for"}
"""Before talks at which, or for which, all those who act meet: "Chad and Niger returned to Geneva for talks"."""
_SPANS = {"day", "hour", "week", "month", "night", "round", "session", "weekend"}
_ALONE = {"meeting", "encounter", "conversation", "gathering", "contact"}
"""Meetings that are of the two sides only where no other words say whose."""
_THIRD = 2 / 3
"""How often, measured by the second, the third party is named at most where the first two are the sides."""
_UNREAL = mood.POSSIBLE | {"will", "shall", "ought"}
_OTHERS = ("of", "with", "between", "among", "by", "for")
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "latest", "last", "previous"}


class NounActs:
    """Reads the acts that the nouns of one article tell."""

    def __init__(self, text: ReadText, who: Who, parties: ActParties, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._parties = parties
        self._attributions = attributions
        self._deeds = DeedNouns(text, who, parties)
        self._accords = AccordNouns(text, who, parties)
        self._seen: set[tuple[frozenset[str], str | None]] = set()

    def read(self, noun: Token) -> Iterator[Found]:
        """Yield the act that *noun* tells, by its own rule: meetings, agreements, failures, and deeds."""
        if noun.text == "March" or (noun.pos_ == "PROPN" and self._is_of_a_name(noun)) or _is_market(noun):
            return
        words = act_words("noun").get(noun.lemma_.lower(), ())
        if noun.lemma_ == "fall":
            yield from the_fall(self._parties, noun)
        if is_standing(noun):
            yield from read_standing(noun, self._parties)
        elif not words:
            yield from self._deeds.read(noun)
        elif words[0].event == "CONSULT":
            yield from self._meeting(noun, words[0])
        elif words[0].signed:
            yield from self._accords.read(noun, words[0])
        else:
            yield from self._deeds.read(noun)

    def _is_of_a_name(self, noun: Token) -> bool:
        """ "Marine Le Pen's National Rally": a word of the name of a party or an organisation tells no act."""
        return any(m.sort not in {"state", "demonym", "capital", "person"} for m in self._text.at.get(noun.i, ()))

    def _meeting(self, noun: Token, word: ActWord) -> Iterator[Found]:
        """ "the Kim-Trump summit", "talks between X and Y": once for each pair and month."""
        rule = f"{word.event}:{noun.lemma_.lower()}"
        if noun.lemma_ == "call" and _asks(noun):
            dropped(noun, rule, "a call for something")
            return
        if noun.dep_ == "obj" and any(noun.lemma_ in w.object for w in act_words("verb").get(noun.head.lemma_, ())):
            return
        wished = noun.dep_ == "obj" or (noun.dep_ == "obl" and clauses.preposition(noun) in {"for", "to", "against"})
        if wished and noun.head.lemma_ in stance_words("verb"):
            return
        if mood.is_negated(noun):
            yield from self._unheld(noun, word)
            return
        if _is_left(noun) and not has_day(noun, self._text):
            return
        actor, target = self._met(noun)
        status = noun_status(noun)
        if not (target or len(actor) > 1) or status is None:
            dropped(noun, rule, "both sides must be known" if not target else "only wished or feared")
            return
        key = (frozenset(party_of(side) for side in (*actor, *target)), self._which(noun))
        if key in self._seen or ((key[0], None) in self._seen and key[1] is None):
            dropped(noun, rule, "told before in the article")
            return
        self._seen.add(key)
        yield self._found(noun, word, actor, target, status)

    def _met(self, noun: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Both sides of a meeting, each as actor and target; or who went, and where."""
        sides = self._parties.sides(noun)
        if len({party_of(side) for side in sides}) > 1:
            return sides, sides[::-1]
        guest = self._guest(noun)
        if not guest:
            return self._between_both(noun)
        if clauses.preposition(noun) in _ALL and len(sides) < 1:
            return guest, ()
        own = {party_of(p) for p in guest}
        if noun.lemma_ in word_list("nouns", "journey"):
            hosts = [p for lead, c in chain(noun) if lead in {"to", "in"} for p in self._who.parties(c)]
            return guest, tuple(p for p in dict.fromkeys(hosts) if party_of(p) not in own)
        hosts = [p for p in sides if party_of(p) not in own]
        hosts = hosts or [p for c in clauses.prepositional(noun, "in") for p in self._who.parties(c)]
        return guest, tuple(p for p in dict.fromkeys(hosts) if party_of(p) not in own)

    def _between_both(self, noun: Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Talks of nobody named that have a day of their own: where two sides stand out, between those."""
        placed = self._has_day(noun) or _is_lasting(noun) or (is_cancelled(noun) and not clauses.agents(noun.head))
        placed = placed or _takes_place(noun)
        own = noun.lemma_ in _OF_BOTH or (noun.lemma_ in _ALONE and _is_bare(noun))
        told = own and noun.dep_ != "compound" and placed
        named = [c for c in noun.children if c.i < noun.i and self._text.at.get(c.i)]
        if not told or named:
            return (), ()
        stand_out = self._who.cast.is_twofold(_THIRD) and noun.lemma_ != "summit" and _is_bare(noun)
        if not (self._who.cast.has_two_sides() or self._who.cast.table or stand_out):
            return (), ()
        pair = tuple(map(party_of, self._who.main_pair(noun)))
        return (pair, pair[::-1]) if len(pair) > 1 else ((), ())

    def _has_day(self, noun: Token) -> bool:
        """True where *noun* has a day of its own, or its clause one: "negotiations entered a second week on Monday"."""
        under = noun.dep_ in {"nsubj", "nsubj:pass"}
        held = under and noun.head.pos_ == "VERB" and noun.head.tag_ in {"VBD", "VBN"}
        held = held or (under and (noun.head.lower_ == "due" or noun.head.lemma_ in word_list("carriers", "held")))
        return has_day(noun, self._text) or (held and has_day(noun.head, self._text))

    def _guest(self, noun: Token) -> tuple[str, ...]:
        """Whose visit or call it is: its possessor, else who acts in the clause it stands in."""
        by = next((c for lead, c in chain(noun) if lead == "by"), None)
        if by is not None:
            return self._parties.doer(by)
        for child in clauses.children(noun, "nmod:poss", "nsubj"):
            return self._who.parties(clauses.subject(noun) if child.dep_ == "nsubj" else child)
        lead = clauses.preposition(noun)
        travelled = lead == "for" and noun.head.lemma_ in word_list("carriers", "gathering")
        if noun.dep_ not in {"obl", "nmod", "parataxis"} or not (lead in {"on", "during", "in", "at"} or travelled):
            return ()
        verb = noun.head.head if noun.head.dep_ == "obj" else noun.head
        found = self._who.parties(clauses.subject(verb)) if verb.pos_ == "VERB" and not clauses.is_passive(verb) else ()
        return found if lead not in _ALL or len(found) > 1 else ()

    def _which(self, noun: Token) -> str | None:
        """What tells one meeting of a pair from another: its month, or which of them it was."""
        date = date_of(noun, self._text)
        if date:
            return date[:7]
        return next((c.lower_ for c in noun.children if c.lower_ in _ORDINALS), None)

    def _unheld(self, noun: Token, word: ActWord) -> Iterator[Found]:
        """ "With no talks scheduled", "no meeting has taken place", "there were no talks": none was or will be."""
        made = clauses.children(noun, "acl")
        head = noun.head if noun.dep_ in {"nsubj", "nsubj:pass"} else None
        planned = any(verb.lemma_ in word_list("carriers", "planned") for verb in (*made, *((head,) if head else ())))
        if not planned and not (head and _did_not_happen(head)):
            return
        sides = self._parties.sides(noun) or tuple(map(party_of, self._who.main_pair(noun)))
        if len(sides) > 1:
            yield self._found(noun, word, sides, sides[::-1], "denied")

    def _found(
        self, noun: Token, word: ActWord, actor: tuple[str, ...], target: tuple[str, ...], status: Status
    ) -> Found:
        span = stretches.phrase(noun, without=clauses.children(noun, "acl:relcl", "appos"))
        going = clauses.preposition(noun) == "for" and noun.head.lemma_ in word_list("carriers", "gathering")
        span = (min(span[0], noun.head.idx), span[1]) if going else span
        return Found(noun, word, actor, target, status, span, f"noun:{noun.lemma_.lower()}")


def _is_market(noun: Token) -> bool:
    """ "The Chadian stock exchange": where things are traded."""
    before = noun.nbor(-1).lower_ if noun.i > noun.sent.start else ""
    return noun.lemma_.lower() == "exchange" and before in word_list("looks", "exchanges")


def _is_left(noun: Token) -> bool:
    """ "Talks broke down", "walked out of the talks", "returned to the talks": the verb tells what became of them."""
    frames = act_words("verb").get(noun.head.lemma_, ())
    if noun.dep_ in clauses.SUBJECTS:
        return any(noun.lemma_ in word.over for word in frames)
    lead = clauses.preposition(noun).removesuffix(" of")
    return lead in {*LEFT, "out"} and any(noun.lemma_ in word.leaving for word in frames)


def _is_lasting(noun: Token) -> bool:
    """ "Two days of talks", "a week of bargaining": talks whose length is told have been held."""
    head = noun.head
    spell = noun.dep_ == "nmod" and clauses.preposition(noun) == "of" and head.lemma_ in _SPANS
    return spell and any(c.dep_ in {"nummod", "det", "amod"} for c in head.children)


def _takes_place(noun: Token) -> bool:
    """ "Talks began in Oslo", "an eighth round will be held": what a clause of its own tells of talks."""
    outer = noun
    while outer.dep_ == "nmod" and clauses.preposition(outer) == "of" and outer.head.lemma_ in _SPANS | _OF_BOTH:
        outer = outer.head
    verb = outer.head
    if outer.dep_ not in {"nsubj", "nsubj:pass"} or verb.lemma_ not in word_list("carriers", "happening"):
        return False
    defined = any(c.lower_ in {"any", "no", "new", "further"} for c in [*outer.children, *noun.children])
    return not defined and verb.dep_ in {"ROOT", "parataxis", "ccomp"} and not mood.modals(verb) & _UNREAL - {"will"}


def _did_not_happen(verb: Token) -> bool:
    """True for "has taken place", "were", "was held" behind "no talks": past, or up to now."""
    past = verb.tag_ in {"VBD", "VBN"} and not mood.modals(verb) & _UNREAL
    takes = verb.lemma_ == "take" and any(noun.lemma_ == "place" for noun in clauses.objects(verb))
    past = past and clauses.marker(verb) not in {"if", "unless", "until", "whether"}
    return past and (takes or verb.lemma_ in {"be", "hold", "happen", "occur", "convene"})


def _is_bare(noun: Token) -> bool:
    """True for "Thursday's meeting in Lima", "a first meeting": nothing beside it says whose it is."""
    beside = clauses.children(noun, "compound", "nmod", "nsubj") + clauses.prepositional(noun, *_OTHERS)
    beside = [c for c in beside if c.pos_ in {"NOUN", "PROPN", "PRON"} and c.head is noun]
    return not [c for c in beside if clauses.preposition(c) in {"", *_OTHERS}]


def _asks(noun: Token) -> bool:
    """True for "its call for talks", "a call to disarm": a demand, and no conversation."""
    following = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    return following in {"for", "to", "that", "on"} or bool(clauses.children(noun, "acl"))
