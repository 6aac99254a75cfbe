"""Dates that say their month or year: "25 April", "mid-2020", "the 1990s"."""

from __future__ import annotations

import datetime as dt
import re

from dragoman.language.date_reading import MONTHS, Reading, Today, part_of
from dragoman.language.date_span import DaySpan, month_span, nearest, year_span

__all__ = ["day_of_month", "decade", "iso_date", "month_of_year", "year"]

_SHORT = {"Sept": 9} | {month[:3]: place for place, month in enumerate(MONTHS, 1)}


def _month(match: re.Match[str]) -> int:
    name = match["month"].rstrip(".").title()
    return MONTHS.index(name) + 1 if name in MONTHS else _SHORT[name]


def day_of_month(match: re.Match[str], today: Today) -> Reading | None:
    """The day of "25 April", "April 25-27, 2019": without a year, of the year that fits."""
    month, day = _month(match), int(match["day"])
    last = int(match["lastday"]) if match.groupdict().get("lastday") else day
    year = match["year"]
    found = []
    here = today.published.year if today.published else 0
    for candidate in [int(year)] if year else [here - 1, here, here + 1] if here else []:
        try:
            found.append(DaySpan(dt.date(candidate, month, day), dt.date(candidate, month, max(day, last)), "day"))
        except ValueError:
            continue
    if not found:
        return Reading(None, "day", relative=True) if not year and not here and 1 <= day <= 31 else None
    if year or today.published is None:
        return Reading(found[0], "day", relative=False)
    return Reading(nearest(found, today.published, today.direction, sure=today.sure), "day", relative=False)


def month_of_year(match: re.Match[str], today: Today) -> Reading:
    """The month of "April 2019", "late April", "last April"."""
    groups = match.groupdict()
    month, year, which, part = _month(match), groups.get("year"), groups.get("which"), groups.get("part")
    if year:
        return Reading(part_of(month_span(int(year), month), part), "month", relative=False)
    if today.published is None:
        return Reading(None, "month", relative=True)
    here = today.published
    spans = [month_span(here.year + offset, month) for offset in (-1, 0, 1)]
    if which == "last":
        found = [span for span in spans if span.last < here][-1]
    elif which == "next":
        found = next(span for span in spans if span.first > here)
    else:
        found = nearest(spans, here, today.direction, sure=today.sure)
    return Reading(part_of(found, part), "month", relative=False)


def year(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - one signature for all readings
    """The year of "2019", "mid-2019"."""
    return Reading(part_of(year_span(int(match["year"])), match.groupdict().get("part")), "year", relative=False)


def decade(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - as all readings
    """The ten years of "the 1990s"."""
    first = int(match["decade"])
    return Reading(DaySpan(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade"), "decade", relative=False)


def iso_date(match: re.Match[str], today: Today) -> Reading | None:  # noqa: ARG001 - as all readings
    """The day of "2019-04-25"; None where there is none such."""
    try:
        day = dt.date.fromisoformat(match.group())
    except ValueError:
        return None
    return Reading(DaySpan(day, day, "day"), "day", relative=False)
