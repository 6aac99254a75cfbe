"""What the words of a date are read with and what they give: the day counted from, and the days meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.language.date_span import DaySpan, Direction, Grain

__all__ = ["DAYS", "MONTHS", "NUMBERS", "Reader", "Reading", "Today", "part_of"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "couple of": 2,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Today:
    """What relative dates are counted from: the day of publication, the way time runs, the date named before."""

    published: dt.date | None
    direction: Direction | None
    sure: bool
    before: DaySpan | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words mean: the days, if they can be known; their grain; whether the article's date was needed."""

    days: DaySpan | None
    grain: Grain
    relative: bool


Reader = Callable[[re.Match[str], Today], Reading | None]
"""What turns a match into the days it means; None where the words are no date after all."""


def part_of(span: DaySpan, part: str | None) -> DaySpan:
    """The third of *span* that "early", "mid" or "late" leaves; its last day for "end"."""
    if not part:
        return span
    word, third = part.lower(), (span.last - span.first) / 3
    if word in {"early", "the beginning of", "the start of"}:
        return DaySpan(span.first, span.first + third, span.grain)
    if word in {"mid", "the middle of"}:
        return DaySpan(span.first + third, span.last - third, span.grain)
    return DaySpan(span.last - third, span.last, span.grain)
