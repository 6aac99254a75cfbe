"""The act as a record: its words, its day, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.statements import mood
from dragoman.statements.acts.days import day_of, iso_of
from dragoman.statements.acts.frames import ActWord
from dragoman.statements.acts.modes import mode_of
from dragoman.statements.attribution import Attributions
from dragoman.statements.statement import Act, Event, Status
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Found", "record"]


@dataclass(frozen=True)
class Found:
    """What a rule found: the word that tells the act, its frame, who did it to whom, and how real it is."""

    head: Token
    word: ActWord
    actor: tuple[str, ...]
    target: tuple[str, ...]
    status: Status
    span: tuple[int, int]
    rule: str
    event: Event | None = None
    sure: float | None = None
    inferred: bool = False
    """Whether no word says to whom it is done."""


def record(found: Found, text: ReadText, attributions: Attributions) -> Iterator[Act]:
    """Yield *found* as an act; nothing where its words stand in debris."""
    evidence = text.evidence(found.head, *found.span)
    if evidence is None:
        return
    event = found.event or found.word.event
    day = day_of(found.head, text, found.status)
    yield Act(
        id="",
        evidence=(evidence,),
        actor=found.actor,
        event=event,
        mode=mode_of(found.head, event),
        target=found.target,
        date=iso_of(day, found.status, text) if day else None,
        date_basis=day.basis if day and evidence.char_start <= day.start < evidence.char_end else None,
        status=found.status,
        negated=mood.is_negated(found.head),
        polarity="negative" if found.status == "denied" else "positive",
        attribution=attributions.of(found.head).label,
        quoted=attributions.is_quoted(evidence.span_start, evidence.span_end),
        modality=attributions.hedge(found.head),
        confidence=found.sure or found.word.sure,
        rule=found.rule,
    )
