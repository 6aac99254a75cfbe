"""The timeline: acts in order of their dates, the same event once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from pydantic import Field

from dragoman.articles.article import Article
from dragoman.brief.calendar import DateRead, Precision, day_words, read_date
from dragoman.brief.naming import Names
from dragoman.brief.record import Ids, Record
from dragoman.brief.saying import deed
from dragoman.statements.statement import Act, Event, Statement, Status

__all__ = ["ActLine", "acts"]


class ActLine(Record):
    """An act, with every statement that tells of it."""

    line: str = Field(description="the line's name in the page")
    date: str | None = Field(description="ISO date, its beginning, or two with a slash between; None: unknown")
    precision: Precision = Field(description="day, month, year, range, words or unknown")
    when: str = Field(description="the date as it is written on the page")
    worked_out: bool = Field(description="true where the date was worked out from the article's own date")
    reported: dt.date | None = Field(description="first day on which an article tells of it")
    actor: Ids = Field(description="who acts")
    event: Event = Field(description="PLOVER event type")
    target: Ids = Field(description="who is acted upon")
    says: str = Field(description="who did what to whom, in words")
    place: str | None = Field(description="where")
    status: Status = Field(description="done, ongoing, planned, hypothetical or denied")
    statements: Ids = Field(description="the statements")


def _same(act: Act) -> tuple[object, ...]:
    if act.event_id:
        return (act.event_id, act.status)
    if act.date:
        return (act.actor, act.event, act.target, act.date, act.status)
    return (act.id,)


def _undated(found: DateRead, reported: dt.date | None) -> str:
    if found.precision != "unknown" or reported is None:
        return found.words
    return f"no date; told on {day_words(reported)}"


def acts(statements: Iterable[Statement], articles: Mapping[str, Article], names: Names) -> tuple[ActLine, ...]:
    """Order acts by date, undated ones last by the day of their article; the same event stands once."""
    groups: dict[tuple[object, ...], list[Act]] = {}
    for statement in statements:
        if isinstance(statement, Act):
            groups.setdefault(_same(statement), []).append(statement)

    def best(group: Sequence[Act]) -> Act:
        return min(group, key=lambda act: (not act.date, -len(act.date or "")))

    def reported(group: Sequence[Act]) -> dt.date | None:
        days = [articles[act.article].date for act in group if act.article in articles]
        return min((day for day in days if day), default=None)

    ordered = sorted(
        groups.values(), key=lambda group: (read_date(best(group).date).key, reported(group) or dt.date.max)
    )
    return tuple(
        _line(group, best(group), reported(group), number, names) for number, group in enumerate(ordered, start=1)
    )


def _line(group: Sequence[Act], act: Act, reported: dt.date | None, number: int, names: Names) -> ActLine:
    found = read_date(act.date)
    return ActLine(
        line=f"act-{number}",
        date=act.date,
        precision=found.precision,
        when=_undated(found, reported),
        worked_out=act.date_basis == "publication",
        reported=reported,
        actor=act.actor,
        event=act.event,
        target=act.target,
        says=deed(act, names),
        place=next((told.place for told in group if told.place), None),
        status=act.status,
        statements=tuple(told.id for told in group),
    )
