"""Accords told by nouns: "a 2014 treaty", "the pact signed in May", "since the truce took effect", "without a deal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.acts.days import date_of, is_past
from dragoman.statements.acts.frames import ActWord, act_words, word_list
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Status
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import dropped
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["AccordNouns"]

_MEETING = {"meet", "talk", "confer", "negotiate", "haggle", "argue", "bargain", "gather", "convene", "sit"}
_SIGNS = {"sign", "trace", "hint", "indication", "glimmer", "evidence"}
_FORCE = {"effect", "force", "operation"}
_CONDITIONS = {"if", "unless", "whether", "should", "once", "until", "lest", "when", "as long as", "because"}
_PAST = {"VBN", "VBD"}
_UNREAL = {"will", "would", "can", "could", "may", "might", "should", "must"}
_YIELDING = {"produce", "yield", "bring", "achieve", "make", "deliver", "have", "see", "find", "secure", "score"}
"""Verbs of what comes of talks: "produced no breakthrough", "have no agreement on water"."""


class AccordNouns:
    """Reads the accords that the nouns of one article tell, each as made by all its sides."""

    def __init__(self, text: ReadText, who: Who, parties: ActParties) -> None:
        self._text = text
        self._who = who
        self._parties = parties
        self._seen: set[tuple[frozenset[str], str]] = set()

    def read(self, noun: Token, word: ActWord) -> Iterator[Found]:
        """Yield the accord that *noun* tells: one with a date, one in force, one to be signed, or none reached."""
        if self._is_missing(noun):
            yield from self._missing(noun, word)
            return
        made = [c for c in clauses.children(noun, "acl", "acl:relcl") if c.lemma_ in word.signed and c.tag_ in _PAST]
        if self._told_by_verb(noun, made) or mood.is_negated(noun):
            return
        status = self._status(noun, made, word)
        if status is None:
            return
        sides = self._sides(noun, made)
        if not (len({party_of(p) for p in sides}) > 1 or (sides and sides == self._who.collective)):
            dropped(noun, f"{word.event}:{noun.lemma_.lower()}", "both sides must be known")
            return
        key = (frozenset(map(party_of, sides)), (date_of(noun, self._text) or status)[:7])
        if key not in self._seen:
            self._seen.add(key)
            span = stretches.phrase(noun, without=clauses.children(noun, "acl:relcl", "appos"))
            yield Found(noun, word, sides, sides[::-1], status, span, f"noun:{noun.lemma_.lower()}")

    def _told_by_verb(self, noun: Token, made: list[Token]) -> bool:
        """True where a verb tells the accord with its subject: "signed the pact", "the pact that Chad concluded"."""
        if noun.dep_ == "obj" and any(noun.lemma_ in w.object for w in act_words("verb").get(noun.head.lemma_, ())):
            return True
        clause = [c for c in made if clauses.children(c, "nsubj")]
        return any(c.dep_ == "acl" and clauses.agents(c) and self._agents(c) for c in made) or any(
            self._who.parties(clauses.children(c, "nsubj")[0]) for c in clause
        )

    def _agents(self, verb: Token) -> bool:
        """True where whoever *verb* is done by is a side of the accord, and did not broker it."""
        return verb.lemma_ not in {"broker", "mediate", "facilitate"}

    def _status(self, noun: Token, made: list[Token], word: ActWord) -> Status | None:
        strict = noun.lemma_ in word_list("nouns", "papers")
        signing = [c for c in clauses.children(noun, "acl") if c.lemma_ in word.signed and clauses.marker(c) == "to"]
        if signing and clauses.is_passive(signing[0]) and not clauses.agents(signing[0]):
            return "planned"
        if not strict and (self._is_of_a_year(noun) or _is_in_force(noun)):
            return "done"
        if date_of(noun, self._text) is None:
            return None
        if strict:
            return "done" if any(c.lemma_ in word_list("nouns", "signing") for c in made) else None
        return "done" if made or self._is_dated(noun) else None

    def _is_dated(self, noun: Token) -> bool:
        """ "The accord of May 2014"."""
        return any(self._text.is_date(c) and clauses.preposition(c) in {"of", "in"} for c in noun.children)

    def _is_of_a_year(self, noun: Token) -> bool:
        """ "A 2014 accord", "the March 2015 peace deal": a date in the past right before the noun."""
        lead = self._text.dates_in(noun.left_edge.idx, noun.idx)
        return any(d.grain in {"year", "month"} and not d.deadline and is_past(d, self._text) for d in lead)

    def _sides(self, noun: Token, made: list[Token]) -> tuple[str, ...]:
        """Who made it: those named beside it or as who signed, else the two main sides, or all who take part."""
        sides = self._parties.sides(noun) or tuple(p for c in made for p in self._who.parties(clauses.subject(c)))
        if len(sides) > 1:
            return sides
        if any(c.pos_ == "PROPN" and not self._who.parties(c) for c in clauses.prepositional(noun, "with")):
            return ()  # "a deal with Amazon", whom nothing makes known
        told = made or self._is_dated(noun)
        known = self._who.cast.has_two_sides() or self._who.collective
        return self._who.main_pair(noun) or self._who.collective if told or (known and not _is_named(noun)) else ()

    def _left(self, verb: Token, who: Token) -> tuple[str, ...]:
        """ "Diaz left the office of Khan without a deal": who left, and whom the words behind the verb name."""
        own = self._who.parties(who)
        behind = [t for t in verb.subtree if verb.i < t.i and t.dep_ in {"obl", "nmod", "obj"}]
        others = [p for t in behind if not self._parties.is_place(t) for p in self._who.parties(t)]
        return (*own[:1], *[p for p in others if party_of(p) != party_of(own[0])][:1]) if own else ()

    def _is_missing(self, noun: Token) -> bool:
        """ "Ended without a deal", "with no agreement on quotas", "no compromise in sight", "there was no accord"."""
        lead, head = clauses.preposition(noun), noun.head
        if noun.lemma_ == "plan" and any(clauses.marker(c) == "to" for c in clauses.children(noun, "acl", "xcomp")):
            return False
        if lead == "without":
            return head.lemma_ in word_list("carriers", "ended") | _MEETING and head.tag_ in _PAST
        if noun.dep_ == "nmod" and lead == "of" and head.lemma_ in _SIGNS and mood.is_negated(head):
            return bool(clauses.children(head.head, "expl"))
        if not mood.is_negated(noun) or clauses.marker(head) in _CONDITIONS:
            return False
        if noun.dep_ == "obj" and head.lemma_ in _YIELDING and noun.lemma_ != "plan":
            frames = (w for w in act_words("verb").get(head.lemma_, ()) if w.event == "AGREE")
            told = any(noun.lemma_ in w.object for w in frames)
            return not told and not mood.modals(head) & _UNREAL and head.tag_ in _PAST | {"VBZ", "VBP"}
        if lead == "with" or (noun.dep_ == "nsubj" and clauses.children(head, "expl")):
            return not mood.modals(head) & _UNREAL
        sight = [c.lemma_ for c in clauses.prepositional(noun, "in", "on", "within")]
        return bool({"sight", "table", "reach"} & set(sight))

    def _missing(self, noun: Token, word: ActWord) -> Iterator[Found]:
        by_subject = clauses.preposition(noun) in {"without", "with"} or noun.dep_ == "obj"
        over = clauses.subject(noun.head) if by_subject else None
        found = (
            self._parties.sides(noun),
            self._parties.sides(over) if over is not None else (),
            self._who.parties(over) if over is not None else (),
            self._left(noun.head, over) if over is not None else (),
            self._who.main_pair(noun),
        )
        sides = next((one for one in found if len({party_of(p) for p in one}) > 1), self._who.collective)
        if not sides:
            return
        span = stretches.phrase(noun)
        if over is not None:
            span = min(span[0], noun.head.idx), max(span[1], noun.head.idx + len(noun.head))
        yield Found(noun, word, sides, sides[::-1], "denied", span, f"noun:{noun.lemma_.lower()}")


def _is_named(noun: Token) -> bool:
    """True for "the Paris Agreement", which may be of others than those the article is about."""
    return noun.pos_ == "PROPN" or (noun.text[:1].isupper() and noun.i > noun.sent.start)


def _is_in_force(noun: Token) -> bool:
    """ "Since the truce took effect", "the pact, which came into force in May": it has been made."""
    verbs = [noun.head] if noun.dep_ in {"nsubj", "nsubj:pass"} and noun.head.pos_ == "VERB" else []
    verbs += [
        c
        for c in clauses.children(noun, "acl:relcl")
        if any(under.tag_ in {"WDT", "WP"} for under in clauses.children(c, "nsubj"))
    ]
    return any(_takes_effect(verb) for verb in verbs)


def _takes_effect(verb: Token) -> bool:
    past = verb.tag_ in _PAST and not mood.is_negated(verb) and not mood.modals(verb) & {"will", "would", "be to"}
    taken = verb.lemma_ == "take" and any(noun.lemma_ in {"effect", "hold"} for noun in clauses.objects(verb))
    entered = verb.lemma_ in {"come", "enter", "go"} and any(
        noun.lemma_ in _FORCE for noun in clauses.prepositional(verb, "into", "in")
    )
    return past and (taken or entered)
