"""Dates as statements have them (a day, a month, a year, a range, words), in order and in words."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

__all__ = ["DateRead", "Precision", "day_words", "read_date"]

Precision = Literal["day", "month", "year", "range", "words", "unknown"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


@dataclass(frozen=True)
class DateRead:
    """A date as far as it is known: its first and last day, or None where it cannot be placed."""

    precision: Precision
    first: dt.date | None
    last: dt.date | None
    words: str

    @property
    def key(self) -> tuple[int, dt.date, dt.date]:
        """A sorting key: by first day; what cannot be placed comes last."""
        far = dt.date.max
        return (0, self.first, self.last or far) if self.first else (1, far, far)


def day_words(day: dt.date) -> str:
    """Write a day.

    >>> day_words(dt.date(2031, 3, 9))
    '9 March 2031'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _part(text: str) -> DateRead | None:
    match = _ISO.match(text)
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        if year and month and day:
            exact = dt.date(year, month, day)
            return DateRead("day", exact, exact, day_words(exact))
        if year and month:
            last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
            return DateRead("month", dt.date(year, month, 1), last, f"{_MONTHS[month - 1]} {year}")
        if year:
            return DateRead("year", dt.date(year, 1, 1), dt.date(year, 12, 31), str(year))
    except (ValueError, OverflowError):
        return None
    return None


def read_date(text: str | None) -> DateRead:
    """Read an ISO date, its beginning, or two with a slash between; anything else stays words.

    >>> read_date("2031-03").words, read_date("2031-03/2031-05").precision, read_date("by the thaw").precision
    ('March 2031', 'range', 'words')
    """
    if not text:
        return DateRead("unknown", None, None, "date unknown")
    whole = _part(text)
    if whole:
        return whole
    first, slash, second = text.partition("/")
    begin, end = _part(first), _part(second)
    if slash and begin and end and begin.first and end.last and begin.first <= end.last:
        return DateRead("range", begin.first, end.last, f"{begin.words} to {end.words}")
    return DateRead("words", None, None, text)
