"""Acts told by verbs, active and passive, with light verbs ("held talks") and complements ("called it a lie")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, HOSTILE_DEEDS, ActWord, act_words, word_list
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.status import verb_status
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.attribution import Attributions
from dragoman.statements.statement import Event, Status
from dragoman.statements.tracing import dropped
from dragoman.statements.who import party_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["VerbActs"]

_ANNOUNCING = {"say", "announce", "declare", "confirm", "state", "tell", "add"}
_TRAVEL = {"travel", "fly", "head", "go", "come"}


class VerbActs:
    """Reads the acts that the verbs of one article tell."""

    def __init__(self, parties: ActParties, attributions: Attributions) -> None:
        self._parties = parties
        self._attributions = attributions

    def read(self, verb: Token) -> Iterator[Found]:
        """Yield the act of *verb* by the first of its frames that fits."""
        for word in act_words("verb").get(verb.lemma_, ()):
            rule = f"{word.event}:{verb.lemma_}"
            if not self._fits(verb, word):
                dropped(verb, rule, "without the object or preposition of an act")
                continue
            status, actor = verb_status(verb, self._attributions), self._parties.doers(verb, word)
            if status is None or not actor:
                why = "only wished, ordered or aimed at" if status is None else "who acts is not known"
                dropped(verb, rule, why)
                return
            if (word.speech or word.event == "CONCEDE") and self._is_standing(verb, word, status, actor):
                dropped(verb, rule, "a standing position")
                return
            target = self._target(verb, word, actor)
            if word.needs_target and not target and not (word.event == "THREATEN" and clauses.children(verb, "xcomp")):
                dropped(verb, rule, "whom it is done to is not known")
                continue
            if word.mutual and target:
                actor, target = _both(actor, target)
            event, status = self._told(verb, word, actor, status)
            yield Found(verb, word, actor, target, status, _range(verb), f"verb:{verb.lemma_}", event)
            return

    def _target(self, verb: Token, word: ActWord, actor: tuple[str, ...]) -> tuple[str, ...]:
        own = {party_of(p) for p in actor}
        if len(actor) > 1 and _is_reciprocal(verb):
            return actor[::-1]
        named = [p for p in self._parties.targets(verb, word, own) if p not in actor]
        found = tuple(p for p in named if party_of(p) not in own or _among_themselves(p, actor, word))
        talks = word.mutual or bool(word.object and word.object <= word_list("nouns", "talked"))
        if talks and not found and len({party_of(p) for p in actor}) > 1:
            return actor[::-1]
        found = found or tuple(p for p in self._parties.other(verb, word, actor) if p not in own)
        return found or (self._parties.home(clauses.subject(verb)) if word.event == "PROTEST" else ())

    def _fits(self, verb: Token, word: ActWord) -> bool:
        particles = {c.lower_ for c in clauses.children(verb, "compound:prt")}
        if not word.particle and particles - {"up", "together", "back"}:
            return False
        beside = particles | {c.lower_ for c in verb.children}
        if word.particle and word.particle not in beside and not clauses.prepositional(verb, word.particle):
            return False
        if word.over:
            return (noun := clauses.subject(verb)) is not None and noun.lemma_ in word.over
        if word.leaving:
            return any(t.lemma_ in word.leaving for t in clauses.prepositional(verb, "from", "of", "on", "to", "in"))
        if word.infinitive:
            told = clauses.children(verb, "xcomp", "ccomp", "advcl", "acl")
            told += [c for noun in clauses.prepositional(verb, *word.target) for c in clauses.children(noun, "acl")]
            return any(clauses.marker(c) == "to" for c in told)
        if word.complement:
            told = [*clauses.children(verb, "xcomp"), *clauses.prepositional(verb, "as")]
            told += [part for noun in told for part in clauses.children(noun, "amod", "compound")]
            return any(noun.lemma_ in word.complement for noun in told)
        if word.object:
            nouns = [
                part
                for noun in self._parties.handled(verb, word)
                for part in [noun, *clauses.children(noun, "nmod", "compound")]
            ]
            return any(noun.lemma_ in word.object for noun in nouns)
        return not (
            verb.lemma_ in _TRAVEL
            and any(c.lemma_ in act_words("verb") for c in clauses.children(verb, "xcomp", "advcl"))
        )

    def _told(self, verb: Token, word: ActWord, actor: tuple[str, ...], status: Status) -> tuple[Event, Status]:
        """What announcing one's own deed comes to: a promise, a threat or, where it is denied, a refusal."""
        if word.event in FRIENDLY_DEEDS and clauses.governor(verb).lemma_ in word_list("carriers", "willing"):
            return "AGREE", "done"
        if word.planned and status in {"done", "ongoing"}:
            return word.event, "planned"
        if status not in {"planned", "denied"} or not self._is_announced(verb, actor):
            return word.event, status
        if word.event in FRIENDLY_DEEDS:
            return ("AGREE", "done") if status == "planned" else ("REJECT", "done")
        return ("THREATEN", "done") if word.event in HOSTILE_DEEDS and status == "planned" else (word.event, status)

    def _is_standing(self, verb: Token, word: ActWord, status: Status, actor: tuple[str, ...]) -> bool:
        """True for "rejects" and "will not accept": the words of a position, and no act at any one time."""
        if status in {"ongoing", "denied"} and verb.tag_ in {"VBZ", "VBP"}:
            return True
        announced = word.event in FRIENDLY_DEEDS and self._is_announced(verb, actor)
        return bool(clauses.modals(verb) & {"will", "would"}) and not announced

    def _is_announced(self, verb: Token, actor: tuple[str, ...]) -> bool:
        """True where a party says what it will do itself."""
        if not clauses.modals(verb) & {"will", "would"}:
            return False
        speaker = self._attributions.of(verb)
        own = {party_of(p) for p in speaker.parties} & {party_of(p) for p in actor}
        return bool(own) and speaker.verb is not None and speaker.verb.lemma_ in _ANNOUNCING


def _among_themselves(party: str, actor: tuple[str, ...], word: ActWord) -> bool:
    """True where a person or part of a state acts against another part of it."""
    against = word.event in HOSTILE_DEEDS or word.event in {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"}
    return against and (":" in party or any(":" in one for one in actor)) and party not in actor


def _is_reciprocal(verb: Token) -> bool:
    """ "Recognised each other's borders", "blamed one another"."""
    behind = " ".join(t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 4])
    return any(words in behind for words in ("each other", "one another", "the other"))


def _range(verb: Token) -> tuple[int, int]:
    barred = [c for c in verb.children if c.dep_ in {"parataxis", "advcl", "conj", "ccomp"} and clauses.is_clause(c)]
    return clauses.phrase(verb, without=barred)


def _both(actor: tuple[str, ...], target: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    together = tuple(dict.fromkeys([*actor, *target]))
    return together, together[::-1]
