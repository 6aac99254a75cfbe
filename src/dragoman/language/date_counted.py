"""Dates counted from another: "last Thursday", "tomorrow", "the day after", "next spring", "two weeks ago"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.date_reading import DAYS, NUMBERS, Reading, Today, part_of
from dragoman.language.date_span import DaySpan, Grain, add_months, month_span, nearest, year_span

__all__ = ["ago", "day_beside", "near_day", "period", "weekday", "within", "year_end"]


def weekday(match: re.Match[str], today: Today) -> Reading:
    """The day of "Thursday", "last Thursday", "the coming Thursday"."""
    if today.published is None:
        return Reading(None, "day", relative=True)
    here, wanted = today.published, DAYS.index(match["weekday"].title())
    back = (here.weekday() - wanted) % 7
    which = (match["which"] or "").lower().removeprefix("the ").removeprefix("this ")
    if which in {"last", "past"}:
        day = here - dt.timedelta(back or 7)
    elif which in {"next", "following"}:
        day = here - dt.timedelta(here.weekday()) + dt.timedelta(7 + wanted)
    elif which in {"coming", "this"}:
        passed = which == "this" and wanted < here.weekday() and today.direction == "past"
        day = here - dt.timedelta(back) if passed else here + dt.timedelta(-back % 7)
    elif today.direction == "future":
        day = here + dt.timedelta(-back % 7)
    else:
        day = here - dt.timedelta(back)
    return Reading(DaySpan(day, day, "day"), "day", relative=True)


_OFFSETS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day after tomorrow": 2,
            "the day before yesterday": -2, "this morning": 0, "this afternoon": 0, "this evening": 0}  # fmt: skip


def near_day(match: re.Match[str], today: Today) -> Reading:
    """The day of "today", "the day after tomorrow", "this morning"."""
    if today.published is None:
        return Reading(None, "day", relative=True)
    day = today.published + dt.timedelta(_OFFSETS[re.sub(r"\s+", " ", match.group().lower())])
    return Reading(DaySpan(day, day, "day"), "day", relative=True)


def day_beside(match: re.Match[str], today: Today) -> Reading:
    """ "The day after", "the next day": counted from the date that the text named before."""
    if today.before is None or today.before.grain != "day":
        return Reading(None, "day", relative=True)
    step = -1 if "before" in match.group() or "previous" in match.group() else 0 if "same" in match.group() else 1
    day = today.before.last + dt.timedelta(step)
    return Reading(DaySpan(day, day, "day"), "day", relative=True)


_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "the": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_GRAINS: dict[str, Grain] = {
    "day": "day", "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def period(match: re.Match[str], today: Today) -> Reading:
    """The days of "last week", "early next year", "this spring", "the end of the month"."""
    unit = match["unit"].lower()
    grain = _GRAINS.get(unit, "season")
    if today.published is None:
        return Reading(None, grain, relative=True)
    which = match["which"].lower().split()[-1]
    span = _period_span(today, unit, grain, _STEPS[which], which)
    return Reading(part_of(span, match["part"]), grain, relative=True)


def _period_span(today: Today, unit: str, grain: Grain, step: int, which: str) -> DaySpan:
    here = today.published or dt.date.min
    if grain == "week":
        first = here - dt.timedelta(here.weekday()) + dt.timedelta(7 * step)
        return DaySpan(first, first + dt.timedelta(6), "week")
    if grain == "weekend":
        ahead = which in {"this", "next", "coming"} or (which == "the" and today.direction == "future")
        saturday = here - dt.timedelta((here.weekday() - 5) % 7) + dt.timedelta(7 * ahead)
        if here.weekday() >= 5 and which in {"this", "the"}:
            saturday = here - dt.timedelta(here.weekday() - 5)
        return DaySpan(saturday, saturday + dt.timedelta(1), "weekend")
    if grain == "month":
        then = add_months(here, step)
        return month_span(then.year, then.month)
    if grain == "quarter":
        first = add_months(here.replace(day=1, month=(here.month - 1) // 3 * 3 + 1), 3 * step)
        return DaySpan(first, add_months(first, 3) - dt.timedelta(1), "quarter")
    if grain == "season":
        spans = [_season(here.year + offset, unit) for offset in (-1, 0, 1)]
        sides = {-1: [s for s in spans if s.last < here][-1:], 1: [s for s in spans if s.first > here][:1]}
        return (sides.get(step) or [nearest(spans, here, today.direction, sure=False)])[0]
    return year_span(here.year + step)


def year_end(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - as all readings
    """The last days of the year: "by year-end"."""
    if today.published is None:
        return Reading(None, "year", relative=True)
    return Reading(part_of(year_span(today.published.year), "end"), "year", relative=True)


def _season(year: int, unit: str) -> DaySpan:
    first = dt.date(year, _SEASONS[unit], 1)
    return DaySpan(first, add_months(first, 3) - dt.timedelta(1), "season")


def _count(match: re.Match[str]) -> int:
    number = re.sub(r"\s+", " ", match["number"].lower())
    return int(number) if number.isdigit() else NUMBERS[number]


def ago(match: re.Match[str], today: Today) -> Reading:
    """The time of "two weeks ago", "a year from now"."""
    unit = match["unit"].lower()
    grain = _GRAINS[unit]
    if today.published is None:
        return Reading(None, grain, relative=True)
    back = match["way"].lower() == "ago"
    then = _moved(today.published, unit, -_count(match) if back else _count(match))
    if then is None:
        return Reading(None, grain, relative=True)
    if grain == "day":
        return Reading(DaySpan(then, then, "day"), "day", relative=True)
    if grain == "week":
        return Reading(DaySpan(then - dt.timedelta(3), then + dt.timedelta(3), "week"), "week", relative=True)
    if grain == "month" or _count(match) == 1:
        return Reading(month_span(then.year, then.month), "month", relative=True)
    return Reading(year_span(then.year), "year", relative=True)


def _moved(date: dt.date, unit: str, count: int) -> dt.date | None:
    try:
        if unit in {"day", "week"}:
            return date + dt.timedelta(count * (7 if unit == "week" else 1))
        return add_months(date, count * (12 if unit == "year" else 1))
    except (ValueError, OverflowError):
        return None


def within(match: re.Match[str], today: Today) -> Reading:
    """A time allowed: weeks, months and years run from now; days from an event, unless they are "the next" ones."""
    unit = match["unit"].lower()
    runs_now = match["next"] or (unit != "day" and not match["event"])
    if today.published is None or not runs_now:
        return Reading(None, "day", relative=True)
    last = _moved(today.published, unit, _count(match))
    return Reading(DaySpan(today.published, last, "day") if last else None, "day", relative=True)
