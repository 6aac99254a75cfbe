"""Rules and model together: what the rules propose, as the model is shown it, and what comes of its verdicts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.statements.llm.windows import Window
from dragoman.statements.statement import Act, Position, Statement, Tie, View

__all__ = ["Judged", "judged", "proposals_in", "said"]

_AGAINST = frozenset({"oppose", "refuse"})


def proposals_in(window: Window, statements: Iterable[Statement]) -> list[Statement]:
    """The rules' *statements* whose first quote stands in *window*, in their order."""
    shown = {(s.start, s.end) for s in window.sentences if not s.kept_back}
    return [s for s in statements if (s.evidence[0].char_start, s.evidence[0].char_end) in shown]


def said(number: int, statement: Statement, window: Window) -> str:
    """A proposal in the short form of an answer, behind its *number*.

    The form is that of :mod:`dragoman.statements.llm.answer`; a model judges best what looks like what it writes.
    """
    place = statement.evidence[0]
    sentence = next(s.number for s in window.sentences if (s.start, s.end) == (place.char_start, place.char_end))
    short: dict[str, object] = {"k": statement.kind[0], "s": sentence, "q": place.span}
    match statement:
        case Position():
            short |= {"h": statement.holder, "st": statement.stance, "d": statement.doer, "x": statement.action}
            condition = statement.condition
            short["c"] = condition and {"t": condition.type, "d": condition.doer, "x": condition.action}
        case Act():
            short |= {"h": statement.actor, "e": statement.event, "to": statement.target, "z": statement.status}
            short["dt"] = statement.date
        case Tie():
            short |= {"h": statement.from_, "to": statement.to, "rel": statement.relation}
        case View():
            short |= {"h": statement.holder, "x": statement.proposition, "on": statement.about_ids}
    told = {key: value for key, value in short.items() if value}
    return f"{number}: {json.dumps(told, ensure_ascii=False, separators=(',', ':'))}"


@dataclass
class Judged:
    """The statements that came of proposals and answers, and what the model thought of the proposals."""

    statements: list[Statement] = field(default_factory=list)
    agreed: int = 0
    corrected: int = 0
    struck: list[str] = field(default_factory=list)


def judged(
    proposals: Sequence[Statement],
    built: Iterable[tuple[Statement, int | None]],
    *,
    agreed: frozenset[int],
    rejected: frozenset[int],
) -> Judged:
    """Join the rules' *proposals*, numbered from 1, with what was *built* from an answer.

    A proposal that is corrected gives way to its correction; one that is only rejected is struck out; one that the
    model agrees with, or says itself, counts surer by half of what it lacked; one that it passes over stays as it was.
    What is both agreed with and rejected counts as passed over.
    """
    corrections: dict[int, Statement] = {}
    added: list[Statement] = []
    for statement, number in built:
        if number and number <= len(proposals) and number not in corrections:
            corrections[number] = statement
        else:
            added.append(statement)
    found = Judged()
    for number, proposal in enumerate(proposals, 1):
        echo = next((s for s in added if _same(s, proposal)), None)
        if number in corrections:
            found.statements.append(corrections[number])
            found.corrected += 1
        elif (number in agreed and number not in rejected) or echo is not None:
            found.statements.append(_surer(proposal))
            found.agreed += 1
        elif number in rejected and number not in agreed:
            found.struck.append(proposal.id)
        else:
            found.statements.append(proposal)
        added = [s for s in added if s is not echo]
    found.statements += added
    return found


def _surer(proposal: Statement) -> Statement:
    confidence = round(1 - (1 - proposal.confidence) / 2, 3)
    return proposal.model_copy(update={"confidence": confidence, "note": "the language model agrees"})


def _same(one: Statement, other: Statement) -> bool:
    """True where two statements say the same of overlapping words."""
    here, there = one.evidence[0], other.evidence[0]
    if one.kind != other.kind or here.span_start >= there.span_end or there.span_start >= here.span_end:
        return False
    return _core(one) == _core(other)


def _core(statement: Statement) -> tuple[object, ...]:
    match statement:
        case Position():
            return statement.holder, statement.stance in _AGAINST, statement.doer
        case Act():
            return statement.actor, statement.target, statement.event
        case Tie():
            return statement.from_, statement.to, statement.relation
        case View():
            return (statement.holder, statement.about_ids)
