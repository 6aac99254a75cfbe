"""What a party is in, on or at: "is in talks with Chad", "have been on strike since May", "is in Lima for talks"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.acts.frames import ActWord, act_words, word_list
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Status

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["is_standing", "read_standing"]

_LEADS = {"in": "talking", "on": "striking", "at": "fighting", "under": "pressing"}
_REPORTING = {"say", "tell", "add", "report", "claim"}


def read_standing(noun: Token, parties: ActParties) -> Iterator[Found]:
    """Yield the act that those who are in, on or at *noun* are busy with."""
    word = _frame(noun)
    status = _status(noun) if word is not None else None
    if word is None or status is None:
        return
    actor = parties.doers(noun, word)
    if word.event == "REQUEST":
        by = tuple(p for c in clauses.prepositional(noun, "from", "by") for p in parties.doer(c))
        if by and actor:
            yield Found(noun, word, by, actor, status, stretches.phrase(noun), f"standing:{noun.lemma_}", sure=0.5)
        return
    own = {party_of(p) for p in actor}
    if word.event == "PROTEST":
        target = parties.facing(word, actor)
    else:
        target = tuple(
            p for c in clauses.prepositional(noun, "with") for p in parties.doer(c) if party_of(p) not in own
        )
        target = target or (actor[::-1] if len(own) > 1 else ())
    if actor and (target or word.event == "PROTEST"):
        yield Found(noun, word, actor, target, status, stretches.phrase(noun), f"standing:{noun.lemma_}", sure=0.6)


def is_standing(noun: Token) -> bool:
    """True for "in talks", "on strike", "at war" behind a form of "be"."""
    return _frame(noun) is not None


def _frame(noun: Token) -> ActWord | None:
    """The frame of "in talks", "on strike", "at war" behind a form of "be"."""
    kind = _LEADS.get(clauses.preposition(noun))
    if kind is None or noun.lemma_ not in word_list("standing", kind) or not clauses.children(noun, "cop"):
        return None
    event = {"talking": "CONSULT", "striking": "PROTEST", "fighting": "ASSAULT", "pressing": "REQUEST"}[kind]
    frames = act_words("noun")[{"CONSULT": "talk", "REQUEST": "pressure"}.get(event, "strike")]
    return next((word for word in frames if word.event == event), None)


def _status(noun: Token) -> Status | None:
    """Going on, except where it was: what somebody said goes on, though it is told in the past."""
    helpers = {c.lower_ for c in clauses.children(noun, "cop", "aux")}
    marks = {clauses.marker(noun), clauses.marker(noun.head)}
    if helpers & mood.POSSIBLE or marks & {"if", "unless", "until", "whether", "to"}:
        return None
    if mood.is_negated(noun) or (noun.dep_ == "ccomp" and noun.head.lemma_ == "deny"):
        return "denied"
    if "will" in helpers:
        return "planned"
    told = noun.dep_ == "ccomp" and noun.head.lemma_ in _REPORTING
    return "done" if helpers & {"was", "were", "had"} and not told else "ongoing"
