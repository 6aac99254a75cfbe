"""Words for dates in English: patterns, each with what reads the days that it means."""

from __future__ import annotations

import re

from dragoman.language.date_counted import ago, day_beside, near_day, period, weekday, within, year_end
from dragoman.language.date_named import day_of_month, decade, iso_date, month_of_year, year
from dragoman.language.date_reading import DAYS, MONTHS, NUMBERS, Reader

__all__ = ["FAMILIES"]

_M = r"(?P<month>" + "|".join(f"{name}|{name.upper()}" for name in MONTHS) + r")"
_MS = (
    r"(?P<month>(?:"
    + "|".join([*MONTHS, *(name.upper() for name in MONTHS)])
    + r")|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_Y = r"(?P<year>(?:19|20)\d\d)\b(?!\s*%|,\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.]\d|\s*(?:%|percent|per cent|million|billion))"
_W = r"(?P<weekday>" + "|".join([*DAYS, *(day.upper() for day in DAYS)]) + r")"
_N = r"(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r")"
_WHICH = r"(?P<which>last|this|next|the past|the coming|the previous|the following|this past|this coming|coming)"
_PART = r"(?P<part>(?i:early|mid|late|end|the end of|the beginning of|the start of|the middle of))"
_PERIOD = r"(?P<unit>week|weekend|month|quarter|year|spring|summer|autumn|fall|winter)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_OF_THIS = r"(?P<which>this|next|last|the|the current|the coming)"
_NO_COUNT = r"(?!s\b|\s+(?:people|troops|men|women|soldiers|tons|tonnes|km|miles|members|MW|dollars|euros)\b)"
_AFTER_PREPOSITION = "|".join(
    rf"(?<=\b{word}\s)"
    for word in ("in", "In", "by", "By", "since", "Since", "until", "before", "after", "from", "during", "mid")
)
_RELATIVE_DAYS = "today tonight yesterday tomorrow".replace(" ", "|")

_Patterns = tuple[tuple[str, Reader], ...]
_NAMED: _Patterns = (
    (r"\b(?:19|20)\d\d-\d\d-\d\d\b", iso_date),
    (rf"\b(?:{_W},?\s+)?{_DAY}\s+(?:of\s+)?{_MS}(?:,?\s+{_Y})?", day_of_month),
    (rf"\b(?:{_W},?\s+)?{_MS}\s+{_DAY}(?:\s?[-–]\s?(?P<lastday>[0-3]?\d)\b)?(?:,?\s+{_Y})?", day_of_month),
    (rf"\b(?:{_PART}[\s-]+)?{_M}(?:\s+of|,)?\s+{_Y}", month_of_year),
    (rf"\b{_PART}[\s-]+{_M}\b", month_of_year),
    (rf"\b(?P<which>last|next|this)\s+{_M}\b", month_of_year),
    (rf"\b(?!(?i:may|march)\b){_M}\b", month_of_year),
    (rf"(?=[ADFJMNOS])(?:{_AFTER_PREPOSITION}){_M}\b", month_of_year),
    (rf"\b(?:{_PART}[\s-]+)?(?<![$€£\d.,-])\b{_Y}{_NO_COUNT}", year),
    (r"\b(?P<decade>(?:19|20)\d0)s\b", decade),
)
_NEAR: _Patterns = (
    (rf"\b(?<!\bGood )(?<!\bBlack )(?<!\bBloody )(?:(?i:{_WHICH})\s+)?{_W}\b", weekday),
    (rf"\b(?i:the day after tomorrow|the day before yesterday|{_RELATIVE_DAYS})\b", near_day),
    (r"\b(?i:this (?:morning|afternoon|evening))\b", near_day),
    (r"\b(?i:the (?:following|next|previous|same) day|a day later)\b", day_beside),
    (r"\b(?i:the day (?:after|before))\b(?=\s*[.,;)]|\s*$|\s+(?:in|at|on)\b)", day_beside),
)
_COUNTED: _Patterns = (
    (rf"\b(?i:(?:{_PART}[\s-]+)?{_WHICH}\s+{_PERIOD})\b(?!-)", period),
    (
        rf"\b(?i:(?P<part>the (?:end|beginning|start|middle) of|end of)\s+{_OF_THIS}\s+{_PERIOD})\b",
        period,
    ),
    (r"\b(?i:(?P<part>)(?P<which>the)\s+(?P<unit>weekend))\b", period),
    (r"\b(?i:year(?:-end|'s end|’s end| end))\b", year_end),
    (rf"\b(?i:{_N}\s+{_UNIT}\s+(?P<way>ago|from now|hence))\b", ago),
    (
        rf"\b(?i:within\s+(?P<next>the (?:next|coming)\s+)?{_N}\s+{_UNIT}\b(?=(?P<event>\s+(?:of|after|from)\b)?))",
        within,
    ),
    (rf"\b(?i:in\s+(?P<next>the (?:next|coming)\s+){_N}\s+{_UNIT})\b(?P<event>)", within),
)
_SHORT = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def _anchor(words: str, *further: str) -> re.Pattern[str]:
    """Finds *words* in small letters, with a capital and in capitals, anywhere: plain letters are found quickly."""
    return re.compile(
        "|".join([form(word) for word in words.split() for form in (str.lower, str.title, str.upper)] + [*further])
    )


FAMILIES: tuple[tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], Reader], ...]], ...] = tuple(
    (anchor, tuple((re.compile(pattern), reading) for pattern, reading in patterns))
    for anchor, patterns in (
        (_anchor("", r"19\d\d", r"20\d\d", *_SHORT, *(name.upper() for name in _SHORT)), _NAMED),
        (_anchor("day tonight tomorrow morning afternoon evening"), _NEAR),
        (_anchor("day week month quarter year spring summer autumn fall winter"), _COUNTED),
    )
)
"""Patterns with what reads their matches, behind what every match of them has in it somewhere.

Of matches that overlap the first holds, then the longest, then that of the pattern told first.
"""
