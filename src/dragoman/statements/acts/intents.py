"""What telling of a deed to come amounts to: a promise, a threat or a refusal, which are acts of their own."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, HOSTILE_DEEDS, ActWord, word_list
from dragoman.statements.acts.status import verb_status
from dragoman.statements.attribution import Attribution, Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Event, Status

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Intents"]

_ANNOUNCING = {"say", "announce", "declare", "confirm", "state", "tell", "add"}
_WORDS = {"AGREE", "CONSULT", "SUPPORT"}
"""PLOVER's verbal cooperation: to say that one will not is to refuse."""
_VIOLENT = {"ASSAULT", "COERCE"}
_STOPPED: dict[Event, Event] = {
    "COOPERATE": "SANCTION",
    "AID": "SANCTION",
    "CONCEDE": "SANCTION",
    "RETREAT": "REJECT",
}
"""What it comes to that a deed is done no longer; hostile ones are given up, words are broken off."""
_WEIGHING = {"consider", "mull", "weigh", "contemplate", "study", "float", "moot", "explore", "eye"}
"""What is only thought of is not planned yet."""
_ENDING = frozenset({"suspend", "halt", "stop", "freeze", "pause", "end", "curb"})


class Intents:
    """Judges what the verbs of one article tell of what is yet to be done."""

    def __init__(self, attributions: Attributions) -> None:
        self._attributions = attributions
        self._status = cache(partial(verb_status, attributions=attributions))

    def status(self, verb: Token, word: ActWord) -> Status | None:
        """How real the act of *verb* is; a violent deed that was tried is a deed."""
        found = None if _is_either(verb) or _is_not_expected(verb) else self._status(verb)
        head = clauses.governor(verb)
        tried = verb.dep_ in {"xcomp", "conj"} and head.pos_ == "VERB" and head.lemma_ in word_list("carriers", "tried")
        if found is None and tried and word.event in _VIOLENT and clauses.marker(clauses.first_conjunct(verb)) == "to":
            return self._status(head)
        if found == "done" and word.event == "PROTEST" and head.lemma_ == "vote" and clauses.marker(verb) == "to":
            return "planned"
        if _is_stopped(verb):
            stopped = self._status(head)
            return stopped if stopped != "denied" else None
        return self._brokered(verb, head) if word.third else found

    def _brokered(self, verb: Token, head: Token) -> Status | None:
        """How real it is that a third party is trying to bring two sides together: only what it tries is told so."""
        busy = verb.dep_ in {"xcomp", "advcl", "conj"} and head.pos_ == "VERB" and clauses.marker(verb) == "to"
        if busy and head.lemma_ in word_list("carriers", "brokering"):
            found = self._status(head)
            return found if found in {"done", "ongoing"} else None
        return None

    def told(
        self, verb: Token, word: ActWord, actor: tuple[str, ...], status: Status, *, harm: bool
    ) -> tuple[Event, Status]:
        """What announcing one's own deed comes to: a promise, a threat or, where it is denied, a refusal.

        *harm* is true where what a verb of promising promises is a hostile deed, "vowed to avenge", or to hold back
        from one.
        """
        if _is_stopped(verb) and status in {"planned", "hypothetical"} and word.event not in HOSTILE_DEEDS:
            return "THREATEN", status
        if _is_stopped(verb):
            return _STOPPED.get(word.event, "RETREAT" if word.event in HOSTILE_DEEDS else "REJECT"), status
        carrier = clauses.governor(verb).lemma_
        harm = harm and not _gives_up(verb)
        if word.event in FRIENDLY_DEEDS and carrier in word_list("carriers", "willing"):
            return "AGREE", "done"
        refused = verb.lemma_ not in word_list("carriers", "binding")
        held_back = any(mood.is_negated(c) for c in clauses.children(verb, "xcomp"))
        if word.event == "AGREE" and held_back and (harm or refused):
            return ("AGREE" if harm else "REJECT"), status
        if harm and (word.event == "AGREE" or verb.lemma_ in word_list("carriers", "proposing")):
            return "THREATEN", status
        if word.planned and status in {"done", "ongoing"}:
            return word.event, "hypothetical" if verb.lemma_ in _WEIGHING else "planned"
        if status == "planned" and word.event in HOSTILE_DEEDS and carrier in word_list("carriers", "intended"):
            return "THREATEN", status
        if status not in {"planned", "denied", "hypothetical"} or not self.is_announced(verb, actor):
            return word.event, status
        if status == "hypothetical":
            return ("THREATEN", "done") if word.event in HOSTILE_DEEDS | {"REJECT"} else (word.event, status)
        if status == "denied":
            return ("REJECT", "done") if word.event in FRIENDLY_DEEDS | _WORDS else (word.event, status)
        if word.event in FRIENDLY_DEEDS or (word.event in _WORDS and word.speech):
            return "AGREE", "done"
        threat = word.event in HOSTILE_DEEDS or (word.event == "REJECT" and not word.speech)
        return ("THREATEN", "done") if threat else (word.event, status)

    def is_readiness(self, verb: Token, word: ActWord, event: Event) -> bool:
        """ "Is ready to sit down with", "stands prepared to lift the ban": an offer, told by its position.

        To say oneself that one will do good amounts to a promise.
        """
        head = clauses.governor(verb)
        if not {head.lemma_, head.lower_} & word_list("carriers", "willing") or word.event in HOSTILE_DEEDS:
            return False
        said = self._attributions.of(verb).verb
        return event != "AGREE" or word.event == "AGREE" or said is None or said.lemma_ not in _ANNOUNCING

    def is_standing(self, verb: Token, word: ActWord, status: Status, actor: tuple[str, ...]) -> bool:
        """True for "rejects" and "will not accept": the words of a position, and no act at any one time."""
        if status in {"ongoing", "denied"} and verb.tag_ in {"VBZ", "VBP"} and not verb.lower_.endswith("ed"):
            return True
        helpers = {c.lower_ for c in clauses.children(verb, "aux", "aux:pass")}
        if status == "denied" and helpers & {"do", "does", "is", "are"} and "being" not in helpers:
            return True
        announced = word.event in FRIENDLY_DEEDS | _WORDS and self.is_announced(verb, actor)
        return bool(mood.modals(verb) & {"will", "would"}) and not announced

    def is_announced(self, verb: Token, actor: tuple[str, ...]) -> bool:
        """True where a party says what it will do itself."""
        if not mood.modals(verb) & {"will", "would"} or clauses.marker(verb) in {"if", "whether"}:
            return False
        speaker = self._attributions.of(verb)
        own = {party_of(p) for p in speaker.parties} & {party_of(p) for p in actor}
        domestic = (
            bool(actor) and not speaker.parties and (_is_voice(speaker) or self._attributions.is_insider(speaker))
        )
        return (bool(own) or domestic) and speaker.verb is not None and speaker.verb.lemma_ in _ANNOUNCING


def _is_not_expected(verb: Token) -> bool:
    """ "It is hard to expect Chad to apologise": neither planned nor denied."""
    outer = verb.head
    inner = verb.dep_ in {"xcomp", "ccomp"} and outer.lemma_ == "expect"
    return inner and not clauses.is_passive(outer) and clauses.marker(outer) == "to"


def _is_either(verb: Token) -> bool:
    """ "Either we sit at the table or we all die": of two things told as a choice neither is yet so."""
    if not {"either", "or"} <= verb.sent.words:
        return False
    opening = verb.sent[0] if verb.sent[0].pos_ != "PUNCT" else verb.sent[min(1, verb.sent.end - verb.sent.start - 1)]
    return opening.lower_ == "either" and (verb.tag_ in {"VB", "VBP", "VBZ"} or bool(mood.modals(verb)))


def _gives_up(verb: Token) -> bool:
    """ "Promised to suspend the hunt": what is one's own, and no harm."""
    ended = (c for c in clauses.children(verb, "xcomp") if clauses.marker(c) == "to")
    return verb.lemma_ in {"promise", "pledge"} and any(c.lemma_ in _ENDING for c in ended)


def _is_stopped(verb: Token) -> bool:
    """ "Stopped attending the talks"."""
    outer = verb.head
    gerund = verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "advcl", "ccomp"} and not clauses.marker(verb)
    return gerund and outer.pos_ == "VERB" and outer.lemma_ in word_list("carriers", "stopping")


def _is_voice(speaker: Attribution) -> bool:
    """True for what speaks for whoever acts, where nobody else is named: "a statement", "the ministry"."""
    words = {word.strip(",").lower() for word in speaker.label.split()}
    return bool(words & word_list("carriers", "voices"))
