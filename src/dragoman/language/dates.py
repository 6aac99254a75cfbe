"""Dates in a text: the days that "April 25", "last Thursday" or "by the end of this year" mean.

A small grammar of our own for English news. What hangs on the day of publication stays unresolved without it.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from dragoman.language.date_direction import guess_direction
from dragoman.language.date_reading import Reader, Today
from dragoman.language.date_span import DaySpan, Direction, Grain
from dragoman.language.date_words import FAMILIES

__all__ = ["DateMention", "Limit", "resolve"]

Limit = Literal["by", "before", "until", "within", "since", "after"]
"""The word that makes a date the end, or the beginning, of a time allowed."""

_BETWEEN = r"(?:\s+(?:midnight|noon|on|the|close|of|business|evening|morning|early|late))*\s+$"
_LIMITS: tuple[tuple[Limit, re.Pattern[str]], ...] = (
    ("before", re.compile(r"\b(?:before|ahead of|prior to)" + _BETWEEN, re.IGNORECASE)),
    ("until", re.compile(r"\b(?:until|till|through|up to)" + _BETWEEN, re.IGNORECASE)),
    ("since", re.compile(r"\b(?:since|from|as of)" + _BETWEEN, re.IGNORECASE)),
    ("after", re.compile(r"\b(?:after|past|beyond)" + _BETWEEN, re.IGNORECASE)),
    (
        "by",
        re.compile(r"\b(?:by|no later than|not later than|on or before|at the latest by)" + _BETWEEN, re.IGNORECASE),
    ),
)
_LOOK_BACK = 60
_AHEAD, _BEHIND = 48, 40
"""Characters before and after an anchor within which the whole date stands."""
_FIRST_YEAR, _LAST_YEAR = 1583, 8000
"""Outside these a day of publication is taken for unknown: the calendar's ends are too near to count from."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text, and the days it means.

    Attributes
    ----------
    start, end : int
        Code points into the text, half open; without the preposition.
    iso : str or None
        ISO date or its beginning (``2019-04-25``, ``2019-04``, ``2019``); None where it cannot be known.
    grain : str
        How fine it is: day, weekend, week, month, quarter, season, year, decade.
    basis : str
        ``text`` where the words give it; ``publication`` where it was worked out from the article's date. A day and
        month without a year count as given.
    limit : str or None
        The word before it that makes it a limit: by, before, until, within, since, after.
    days : DaySpan or None
        The first and last day it covers.
    """

    start: int
    end: int
    iso: str | None
    grain: Grain
    basis: Literal["text", "publication"]
    limit: Limit | None = None
    days: DaySpan | None = None

    @property
    def deadline(self) -> str | None:
        """The last day allowed, ISO, where the words set a limit: "before 2025" is the last day of 2024."""
        if self.days is None or self.limit not in {"by", "until", "within", "before"}:
            return None
        if self.limit == "before" and self.days.first > dt.date.min:
            return (self.days.first - dt.timedelta(1)).isoformat()
        return self.days.last.isoformat()


def resolve(text: str, published: dt.date | None, tense: Direction | None = None) -> tuple[DateMention, ...]:
    """Return the dates in *text*, in order, none overlapping another.

    Parameters
    ----------
    text : str
        An article, or a sentence of one.
    published : datetime.date or None
        The article's day of publication. Without it relative dates have no ``iso``.
    tense : {"past", "future"} or None
        Which way a weekday, or a date without a year, is to be sought; None guesses for each from the words around it.

    Examples
    --------
    >>> found = resolve("Talks on Monday failed; reply by the end of this year.", dt.date(2019, 4, 24))
    >>> [(date.iso, date.deadline) for date in found]
    [('2019-04-22', None), ('2019-12-31', '2019-12-31')]
    """
    if published is not None and not _FIRST_YEAR <= published.year <= _LAST_YEAR:
        published = None
    mentions: list[DateMention] = []
    before: DaySpan | None = None
    for match, read in _matches(text):
        if mentions and match.start() < mentions[-1].end:
            continue
        limit = _limit(text, match)
        guessed = "future" if limit in {"by", "before", "until"} else guess_direction(text, match.start(), match.end())
        reading = read(match, Today(published, tense or guessed, tense is not None, before))
        if reading is None:
            continue
        before = reading.days or before
        mentions.append(
            DateMention(
                match.start(),
                match.end(),
                _iso(reading.days, match),
                reading.grain,
                "publication" if reading.relative else "text",
                limit,
                reading.days,
            )
        )
    return tuple(mentions)


def _matches(text: str) -> list[tuple[re.Match[str], Reader]]:
    found = [
        (match, read)
        for anchor, patterns in FAMILIES
        for start, end in _stretches(text, anchor)
        for pattern, read in patterns
        for match in pattern.finditer(text, start, end)
    ]
    return sorted(found, key=lambda each: (each[0].start(), -each[0].end()))


def _stretches(text: str, anchor: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where dates can be: around their anchors, as far as a date and what follows it may reach."""
    found: list[tuple[int, int]] = []
    for match in anchor.finditer(text):
        start, end = max(0, match.start() - _AHEAD), min(len(text), match.end() + _BEHIND)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _iso(days: DaySpan | None, match: re.Match[str]) -> str | None:
    if days is None:
        return None
    part = (match.groupdict().get("part") or "").lower()
    ends = part in {"the end of", "end of", "end"} and days.grain in {"year", "month"}
    runs = "next" in match.groupdict()
    return days.last.isoformat() if ends or runs else days.iso


def _limit(text: str, match: re.Match[str]) -> Limit | None:
    if match.group().lower().startswith("within"):
        return "within"
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    return next((limit for limit, pattern in _LIMITS if pattern.search(before)), None)
