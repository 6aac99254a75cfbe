"""Spans of days: what a date, a month, "last week" or "the end of the year" covers."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

__all__ = ["DaySpan", "Direction", "Grain", "add_months", "month_span", "nearest", "year_span"]

Grain = Literal["day", "weekend", "week", "month", "quarter", "season", "year", "decade"]
Direction = Literal["past", "future"]

_CLEARLY_NEARER = 3
"""So many times nearer, a date without a year is meant even where the words around point the other way."""


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The days from *first* to *last*, both included, as fine as *grain* says."""

    first: dt.date
    last: dt.date
    grain: Grain

    @property
    def iso(self) -> str:
        """The date in ISO form, cut to what is known: ``2019-04-25``, ``2019-04``, ``2019``.

        A weekend is written as its Saturday, a week as the month of its Monday, a part of a year as the year.

        >>> month_span(2019, 4).iso
        '2019-04'
        """
        if self.grain in {"day", "weekend"}:
            return self.first.isoformat()
        return self.first.isoformat()[: len("2019-04") if self.grain in {"week", "month"} else len("2019")]


def month_span(year: int, month: int) -> DaySpan:
    """Return the days of a month."""
    return DaySpan(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_span(year: int) -> DaySpan:
    """Return the days of a year."""
    return DaySpan(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def add_months(date: dt.date, months: int) -> dt.date:
    """Return *date* so many months later, or earlier; the last day of the month where it has no such day.

    >>> add_months(dt.date(2019, 3, 31), -1)
    datetime.date(2019, 2, 28)
    """
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return dt.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def nearest(candidates: list[DaySpan], published: dt.date, direction: Direction | None, *, sure: bool) -> DaySpan:
    """Return the one of *candidates* (the same date in several years) that is meant.

    Without a *direction* the nearest to the day of publication; with a *sure* one the nearest on that side; with one
    only guessed, that, unless another is clearly nearer.
    """

    def distance(span: DaySpan) -> int:
        return max(0, (span.first - published).days, (published - span.last).days)

    near = min(candidates, key=distance)
    if direction is None:
        return near
    side = [span for span in candidates if (span.first <= published if direction == "past" else span.last >= published)]
    wanted = min(side, key=distance) if side else near
    if not sure and distance(wanted) > _CLEARLY_NEARER * max(distance(near), 1):
        return near
    return wanted
