"""The act as a record: its words, its day, who says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.dates import DateMention
from dragoman.statements import clauses
from dragoman.statements.acts.frames import ActWord
from dragoman.statements.attribution import Attributions
from dragoman.statements.statement import Act, Event, Status
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Found", "date_of", "record"]


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


def record(found: Found, text: ReadText, attributions: Attributions) -> Iterator[Act]:
    """Yield *found* as an act; nothing where its words stand in debris."""
    evidence = text.evidence(found.head, *found.span)
    if evidence is None:
        return
    day = _nearest(found.head, text)
    iso = _day(day, found, text) if day else None
    yield Act(
        id="",
        evidence=(evidence,),
        actor=found.actor,
        event=found.event or found.word.event,
        target=found.target,
        date=iso,
        date_basis=day.basis if day and evidence.char_start <= day.start < evidence.char_end else None,
        status=found.status,
        negated=clauses.is_negated(found.head),
        polarity="negative" if found.status == "denied" else "positive",
        attribution=attributions.of(found.head).label,
        quoted=attributions.is_quoted(evidence.span_start, evidence.span_end),
        modality=attributions.hedge(found.head),
        confidence=found.sure or found.word.sure,
        rule=found.rule,
    )


def date_of(head: Token, text: ReadText) -> str | None:
    """The date in the words of *head* that stands nearest to it; deadlines are no dates of acts."""
    day = _nearest(head, text)
    return day.iso if day else None


def _nearest(head: Token, text: ReadText) -> DateMention | None:
    start, end = clauses.phrase(head)
    near = [d for d in text.dates_in(start, end) if d.iso and not d.deadline]
    return min(near, key=lambda d: abs(d.start - head.idx)) if near else None


def _day(day: DateMention, found: Found, text: ReadText) -> str | None:
    """The day of an act; a weekday of an act that is done is the one before the article, whatever stood around it."""
    published = text.article.date
    if published is None or day.days is None or (day.basis, day.grain, found.status) != ("publication", "day", "done"):
        return day.iso
    if day.days.first > published and day.iso == day.days.first.isoformat():
        return (day.days.first - dt.timedelta(7)).isoformat()
    return day.iso
