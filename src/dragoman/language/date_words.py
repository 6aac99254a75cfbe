"""Words for dates in English: patterns, and the days that each means on a day of publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.language.date_span import DaySpan, Direction, Grain, add_months, month_span, nearest, year_span

__all__ = ["PATTERNS", "Reader", "Reading", "Today"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "a couple of": 2, "couple of": 2,
}  # fmt: skip
_SHORT = {"Sept": 9} | {month[:3]: place for place, month in enumerate(_MONTHS, 1)}

_M = r"(?P<month>" + "|".join(f"{name}|{name.upper()}" for name in _MONTHS) + r")"
_MS = (
    r"(?P<month>(?:"
    + "|".join([*_MONTHS, *(name.upper() for name in _MONTHS)])
    + r")|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_Y = r"(?P<year>(?:19|20)\d\d)\b(?!\s*%|,\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.]\d|\s*(?:%|percent|per cent|million|billion))"
_W = r"(?P<weekday>" + "|".join([*_DAYS, *(day.upper() for day in _DAYS)]) + r")"
_N = r"(?P<number>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")"
_WHICH = r"(?P<which>last|this|next|the past|the coming|the previous|the following|this past|this coming|coming)"
_PART = r"(?P<part>(?i:early|mid|late|end|the end of|the beginning of|the start of|the middle of))"


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


def _month(match: re.Match[str]) -> int:
    name = match["month"].rstrip(".").title()
    return _MONTHS.index(name) + 1 if name in _MONTHS else _SHORT[name]


def _day_of_month(match: re.Match[str], today: Today) -> Reading | None:
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


def _month_of_year(match: re.Match[str], today: Today) -> Reading:
    groups = match.groupdict()
    month, year, which, part = _month(match), groups.get("year"), groups.get("which"), groups.get("part")
    if year:
        return Reading(_part_of(month_span(int(year), month), part), "month", relative=False)
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
    return Reading(_part_of(found, part), "month", relative=False)


def _part_of(span: DaySpan, part: str | None) -> DaySpan:
    """The third of *span* that "early", "mid" or "late" leaves; its last day for "end"."""
    if not part:
        return span
    word, third = part.lower(), (span.last - span.first) / 3
    if word in {"early", "the beginning of", "the start of"}:
        return DaySpan(span.first, span.first + third, span.grain)
    if word in {"mid", "the middle of"}:
        return DaySpan(span.first + third, span.last - third, span.grain)
    return DaySpan(span.last - third, span.last, span.grain)


def _year(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - one signature for all readings
    return Reading(_part_of(year_span(int(match["year"])), match.groupdict().get("part")), "year", relative=False)


def _decade(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - likewise
    first = int(match["decade"])
    return Reading(DaySpan(dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade"), "decade", relative=False)


def _weekday(match: re.Match[str], today: Today) -> Reading:
    if today.published is None:
        return Reading(None, "day", relative=True)
    here, wanted = today.published, _DAYS.index(match["weekday"].title())
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


def _near_day(match: re.Match[str], today: Today) -> Reading:
    if today.published is None:
        return Reading(None, "day", relative=True)
    day = today.published + dt.timedelta(_OFFSETS[re.sub(r"\s+", " ", match.group().lower())])
    return Reading(DaySpan(day, day, "day"), "day", relative=True)


def _day_beside(match: re.Match[str], today: Today) -> Reading:
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
_PERIOD = r"(?P<unit>week|weekend|month|quarter|year|spring|summer|autumn|fall|winter)"
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def _period(match: re.Match[str], today: Today) -> Reading:
    unit = match["unit"].lower()
    grain = _GRAINS.get(unit, "season")
    if today.published is None:
        return Reading(None, grain, relative=True)
    which = match["which"].lower().split()[-1]
    span = _period_span(today, unit, grain, _STEPS[which], which)
    return Reading(_part_of(span, match["part"]), grain, relative=True)


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


def _year_end(match: re.Match[str], today: Today) -> Reading:  # noqa: ARG001 - likewise
    if today.published is None:
        return Reading(None, "year", relative=True)
    return Reading(_part_of(year_span(today.published.year), "end"), "year", relative=True)


def _season(year: int, unit: str) -> DaySpan:
    first = dt.date(year, _SEASONS[unit], 1)
    return DaySpan(first, add_months(first, 3) - dt.timedelta(1), "season")


def _count(match: re.Match[str]) -> int:
    number = re.sub(r"\s+", " ", match["number"].lower())
    return int(number) if number.isdigit() else _NUMBERS[number]


def _ago(match: re.Match[str], today: Today) -> Reading:
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


def _within(match: re.Match[str], today: Today) -> Reading:
    """A time allowed: weeks, months and years run from now; days from an event, unless they are "the next" ones."""
    unit = match["unit"].lower()
    runs_now = match["next"] or (unit != "day" and not match["event"])
    if today.published is None or not runs_now:
        return Reading(None, "day", relative=True)
    last = _moved(today.published, unit, _count(match))
    return Reading(DaySpan(today.published, last, "day") if last else None, "day", relative=True)


def _iso_date(match: re.Match[str], today: Today) -> Reading | None:  # noqa: ARG001 - likewise
    try:
        day = dt.date.fromisoformat(match.group())
    except ValueError:
        return None
    return Reading(DaySpan(day, day, "day"), "day", relative=False)


_UNIT = r"(?P<unit>day|week|month|year)s?"
_OF_THIS = r"(?P<which>this|next|last|the|the current|the coming)"
_NO_COUNT = r"(?!s\b|\s+(?:people|troops|men|women|soldiers|tons|tonnes|km|miles|members|MW|dollars|euros)\b)"
_AFTER_PREPOSITION = "|".join(
    rf"(?<=\b{word}\s)"
    for word in ("in", "In", "by", "By", "since", "Since", "until", "before", "after", "from", "during", "mid")
)
_RELATIVE_DAYS = "today tonight yesterday tomorrow".replace(" ", "|")

Reader = Callable[[re.Match[str], Today], Reading | None]
"""What turns a match into the days it means; None where the words are no date after all."""

PATTERNS: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(pattern), reading)
    for pattern, reading in (
        (r"\b(?:19|20)\d\d-\d\d-\d\d\b", _iso_date),
        (rf"\b(?:{_W},?\s+)?{_DAY}\s+(?:of\s+)?{_MS}(?:,?\s+{_Y})?", _day_of_month),
        (rf"\b(?:{_W},?\s+)?{_MS}\s+{_DAY}(?:\s?[-–]\s?(?P<lastday>[0-3]?\d)\b)?(?:,?\s+{_Y})?", _day_of_month),
        (rf"\b(?:{_PART}[\s-]+)?{_M}(?:\s+of|,)?\s+{_Y}", _month_of_year),
        (rf"\b{_PART}[\s-]+{_M}\b", _month_of_year),
        (rf"\b(?P<which>last|next|this)\s+{_M}\b", _month_of_year),
        (rf"\b(?!(?i:may|march)\b){_M}\b", _month_of_year),
        (rf"(?=[ADFJMNOS])(?:{_AFTER_PREPOSITION}){_M}\b", _month_of_year),
        (rf"\b(?:{_PART}[\s-]+)?(?<![$€£\d.,-])\b{_Y}{_NO_COUNT}", _year),
        (r"\b(?P<decade>(?:19|20)\d0)s\b", _decade),
        (rf"\b(?<!\bGood )(?<!\bBlack )(?<!\bBloody )(?:(?i:{_WHICH})\s+)?{_W}\b", _weekday),
        (rf"\b(?i:the day after tomorrow|the day before yesterday|{_RELATIVE_DAYS})\b", _near_day),
        (r"\b(?i:this (?:morning|afternoon|evening))\b", _near_day),
        (r"\b(?i:the (?:following|next|previous|same) day|a day later)\b", _day_beside),
        (r"\b(?i:the day (?:after|before))\b(?=\s*[.,;)]|\s*$|\s+(?:in|at|on)\b)", _day_beside),
        (rf"\b(?i:(?:{_PART}[\s-]+)?{_WHICH}\s+{_PERIOD})\b(?!-)", _period),
        (
            rf"\b(?i:(?P<part>the (?:end|beginning|start|middle) of|end of)\s+{_OF_THIS}\s+{_PERIOD})\b",
            _period,
        ),
        (r"\b(?i:(?P<part>)(?P<which>the)\s+(?P<unit>weekend))\b", _period),
        (r"\b(?i:year(?:-end|'s end|’s end| end))\b", _year_end),
        (rf"\b(?i:{_N}\s+{_UNIT}\s+(?P<way>ago|from now|hence))\b", _ago),
        (
            rf"\b(?i:within\s+(?P<next>the (?:next|coming)\s+)?{_N}\s+{_UNIT}\b(?=(?P<event>\s+(?:of|after|from)\b)?))",
            _within,
        ),
        (rf"\b(?i:in\s+(?P<next>the (?:next|coming)\s+){_N}\s+{_UNIT})\b(?P<event>)", _within),
    )
)
"""Each pattern with what reads its matches; of those that overlap the first holds, then the longest."""
