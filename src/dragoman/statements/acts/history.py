"""Acts told before that a later one takes up: "condemned the move", "rejected the charge", "turned down the offer"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, HOSTILE_DEEDS, word_list
from dragoman.statements.acts.parts_played import is_known_deed, is_known_offer
from dragoman.statements.acts.record import Found
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.language.tree import Token

__all__ = ["History"]

_REACH = 60
"""Words between a hostile deed and the sentence that condemns "the move"; between an offer and its answer."""
_RECENT = 6
"""Acts told last among which one that is taken up is looked for."""
_BACK = {"response", "retaliation", "return", "reply", "reprisal", "answer"}
"""What a deed is done in that answers another."""
_OFFERS: frozenset[Event] = frozenset({"AGREE", "CONCEDE", "REQUEST"})
_ASKING: frozenset[Event] = frozenset({"REQUEST", "THREATEN"})
_ASKED = {"request", "demand", "call", "appeal", "plea", "petition", "ultimatum", "condition", "precondition", "order"}
_OFFERED = {
    "offer", "proposal", "plan", "idea", "suggestion", "draft", "text", "compromise", "package", "terms", "term",
    "formula", "overture", "bid", "invitation", "deal",
}  # fmt: skip


class History:
    """The acts that the verbs of one article have told so far."""

    def __init__(self) -> None:
        self._told: list[Found] = []

    def add(self, found: list[Found]) -> None:
        """Remember what has just been told."""
        self._told += found

    def goes_on(self, verb: Token, event: Event) -> bool:
        """True where the clause that *verb* hangs from has just told an act of the same *event*."""
        return any(found.head is verb.head and found.word.event == event for found in self._told[-3:])

    def threatened(self, verb: Token, event: Event, actor: tuple[str, ...]) -> bool:
        """ "Warned that it would close the border": the warning, told last, tells the deed."""
        if verb.dep_ != "ccomp" or event not in HOSTILE_DEEDS or not self._told:
            return False
        last = self._told[-1]
        return last.head is verb.head and _event(last) == "THREATEN" and last.actor == actor

    def accuser(self, verb: Token, actor: tuple[str, ...], *, outright: bool = False) -> tuple[str, ...]:
        """Who last accused those who act now, in this sentence or the one before; anybody, where *outright*."""
        own = {party_of(p) for p in actor}
        near = [f for f in reversed(self._told[-_RECENT:]) if _event(f) == "ACCUSE" and _apart(verb, f) <= 1]
        of_them = [f for f in near if own & {party_of(p) for p in f.target}]
        last = (of_them or (near if outright else []))[:1]
        return tuple(p for found in last for p in found.actor if party_of(p) not in own or _is_within(p, actor))

    def accused(self, verb: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
        """Who rejects a charge where a pronoun seems to mean whoever made it: those it was made against."""
        own = {party_of(p) for p in actor}
        near = [f for f in reversed(self._told[-_RECENT:]) if _event(f) == "ACCUSE" and _apart(verb, f) <= 0]
        mine = [f for f in near[:1] if own and own == {party_of(p) for p in f.actor}]
        return tuple(dict.fromkeys(party_of(p) for found in mine for p in found.target))

    def author_of_the_move(self, verb: Token, event: Event, things: Sequence[Token], own: set[str]) -> tuple[str, ...]:
        """Whose deed "the move", "that step" was that is condemned or hailed: the last one told right before."""
        if event not in {"ACCUSE", "SUPPORT"} or not any(map(is_known_deed, things)):
            return ()
        bad = HOSTILE_DEEDS | {"REJECT", "THREATEN"}
        fitting = bad if event == "ACCUSE" else bad | FRIENDLY_DEEDS | {"AGREE"}
        for deed in reversed(self._told[-_RECENT:]):
            near = _apart(verb, deed) <= (_REACH if event == "ACCUSE" else 1)
            if near and _event(deed) in fitting and deed.status != "denied":
                return tuple(p for p in deed.actor if party_of(p) not in own)
        return ()

    def answered(self, verb: Token, event: Event, own: set[str]) -> tuple[str, ...]:
        """Who did the deed just told in the sentence that a hostile one is "in response" to."""
        if event not in HOSTILE_DEEDS:
            return ()
        back = any(t.lemma_ in _BACK and clauses.preposition(t) == "in" for t in verb.subtree if t.i > verb.i)
        near = [f for f in self._told[-_RECENT:] if back and f.head.sent == verb.sent and f.head.i < verb.i]
        return next((who for f in reversed(near) if (who := tuple(p for p in f.actor if party_of(p) not in own))), ())

    def asker(self, verb: Token, event: Event, things: Sequence[Token], own: set[str]) -> tuple[str, ...]:
        """Who made "the offer", "that request" or "it", told before, that is now turned down or taken up."""
        known = [noun for noun in things if is_known_offer(noun)]
        if event not in {"REJECT", "AGREE", "CONCEDE", "SUPPORT"} or not known:
            return ()
        fitting = frozenset(e for noun in known for e in _made_by(noun))
        for told in reversed(self._told[-_RECENT:]):
            others = tuple(p for p in told.actor if party_of(p) not in own)
            if _apart(verb, told) <= _REACH and _event(told) in fitting and told.status != "denied" and others:
                return others
        return ()


def _is_within(party: str, actor: tuple[str, ...]) -> bool:
    """True for a group inside a state that acts: the opposition, whose charge the government rejects."""
    return party.partition(":")[2].islower() and party not in actor


def _made_by(noun: Token) -> frozenset[Event]:
    """By which acts what *noun* names is made."""
    if noun.pos_ == "PRON":
        return _OFFERS if noun.lower_ in {"it", "this", "that"} else frozenset()
    if noun.lemma_ in _ASKED:
        return _ASKING
    if noun.lemma_ in word_list("looks", "charges"):
        return frozenset({"ACCUSE"})
    return _OFFERS if noun.lemma_ in _OFFERED else frozenset()


def _event(found: Found) -> Event:
    return found.event or found.word.event


def _apart(verb: Token, found: Found) -> int:
    """Words between the sentence of *found* and that of *verb*; less than one where it is the same or the next."""
    return verb.sent.start - found.head.sent.end
