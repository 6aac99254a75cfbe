"""Days of publication: written dates, datelines, and dates in file names."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

__all__ = ["Dateline", "date_in_name", "find_dateline", "find_named_day", "find_stamp", "parse_date", "year_in_name"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_TIME = r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?(?:[A-Z]{2,5}|\(?(?:GMT|UTC)[+-]?\d*\)?))?)?"
YEARS = range(1800, 2101)

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].{0,40})?$")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)$")
_DAY_FIRST = re.compile(rf"{_WEEKDAY}({_DAY})(?: of)? ({_MONTH}),? (\d{{4}}){_TIME}$", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"{_WEEKDAY}({_MONTH}) ({_DAY}),? (\d{{4}}){_TIME}$", re.IGNORECASE)

_AGENCY = r"(?:\((?P<agency>[A-Z][\w .&/’'-]{1,40})\))"
_PLACE = r"(?:[A-Z][\w.’'-]*(?:[ /](?:[A-Z][\w.’'-]*|de|del|of|el|la|upon|sur)){0,5}(?:, [A-Z][\w.’' -]{1,30}?)?)"
_LOUD_PLACE = r"(?:[A-Z][A-Z.’'-]+(?:[ /,]{1,2}[A-Z][A-Z.’'-]*){0,6}(?:, [A-Z][\w. ]{1,20}?)?)"
_DASH = r"\s*(?:--?|–|—|:)\s*"
_WRITTEN = (
    rf"(?:(?P<month>{_MONTH}) (?P<day>{_DAY})(?:,? (?P<year>\d{{4}}))?"
    rf"|(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?:,? (?P<year2>\d{{4}}))?)"
)
_DATED = re.compile(rf"{_PLACE},? {_WRITTEN},?(?:\s*{_AGENCY})?{_DASH}")
_DATED_ALONE = re.compile(rf"{_PLACE},? {_WRITTEN}\.?$")
_AGENCY_ONLY = re.compile(rf"(?:{_LOUD_PLACE},? )?{_AGENCY}{_DASH}")

_STAMP = re.compile(
    r"(?:(?:first |last )?(?:published|updated|posted|modified|issued|date)(?: on| at)?:? ?)?"
    rf"(?P<date>{_WEEKDAY}(?:{_DAY}(?: of)? {_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}}|\d{{4}}-\d\d-\d\d))"
    rf"(?:[T,]? ?(?:at )?\d{{1,2}}[:.]\d\d.{{0,40}})?",
    re.IGNORECASE,
)

_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WITH_DAY_NAME = re.compile(
    rf"\b(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{{0,6}},? "
    rf"(?P<date>{_DAY}(?: of)? {_MONTH},? \d{{4}}|{_MONTH} {_DAY},? \d{{4}})\b"
)

_NAME_DATE = re.compile(r"(?<!\d)(\d{4})([-_.]?)(\d\d)\2(\d\d)(?!\d)")
_NAME_DAY_FIRST = re.compile(r"(?<!\d)(\d\d)([-_.])(\d\d)\2(\d{4})(?!\d)")
_NAME_YEAR = re.compile(r"(?<![0-9A-Za-z])((?:19|20)\d\d)(?![0-9A-Za-z])")


def _day(year: str | int, month: str | int, day: str | int) -> dt.date | None:
    """The date with these parts, or None where there is no such day or the year is not between 1800 and 2100."""
    if isinstance(month, str) and not month.isdecimal():
        month = _MONTHS.index(month[:3].lower()) + 1
    if isinstance(day, str):
        day = day.rstrip("sthndr")
    try:
        found = dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year in YEARS else None


def parse_date(words: str) -> dt.date | None:
    """Read a written date; None where the words are no date, or could be two.

    >>> parse_date("2019-04-26"), parse_date("Friday, 26 April 2019"), parse_date("Apr. 26, 2019 10:15 GMT")
    (datetime.date(2019, 4, 26), datetime.date(2019, 4, 26), datetime.date(2019, 4, 26))
    >>> parse_date("04/05/2019") is None
    True
    """
    words = " ".join(words[:100].split())
    for pattern in (_ISO, _COMPACT):
        if match := pattern.match(words):
            return _day(*match.groups())
    if match := _DAY_FIRST.match(words):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_FIRST.match(words):
        return _day(match[3], match[1], match[2])
    return None


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of an agency story says: ``VIENNA, June 29 (Agency) - ``; the year is often left out."""

    month: int | None
    day: int | None
    year: int | None
    agency: str | None

    def date(self, *, year: int | None = None, near: dt.date | None = None) -> dt.date | None:
        """The day it names: in its own year, else in *year*, else in the year that brings it closest to *near*.

        >>> Dateline(12, 30, None, None).date(near=dt.date(2019, 1, 2))
        datetime.date(2018, 12, 30)
        """
        if self.month is None or self.day is None:
            return None
        if self.year or year:
            return _day(self.year or year or 0, self.month, self.day)
        if near is None:
            return None
        days = [_day(near.year + step, self.month, self.day) for step in (0, -1, 1)]
        return min((day for day in days if day), key=lambda day: abs(day - near), default=None)


def find_dateline(words: str) -> Dateline | None:
    """Read the dateline with which *words*, the first line of a story, begin.

    >>> find_dateline("VIENNA, June 29 - Talks will go on.")
    Dateline(month=6, day=29, year=None, agency=None)
    >>> find_dateline("OSLO (Fjordpress) - Talks will go on.")
    Dateline(month=None, day=None, year=None, agency='Fjordpress')
    >>> find_dateline("Oslo, 6 June 2023")
    Dateline(month=6, day=6, year=2023, agency=None)
    >>> find_dateline("Oslo hopes that talks will go on.") is None
    True
    """
    if match := _DATED.match(words[:200]) or _DATED_ALONE.match(words):
        parts = match.groupdict()
        day = _day(2000, parts["month"] or parts["month2"], parts["day"] or parts["day2"])
        if day is None:
            return None
        year = parts["year"] or parts["year2"]
        return Dateline(day.month, day.day, int(year) if year and int(year) in YEARS else None, parts.get("agency"))
    if match := _AGENCY_ONLY.match(words[:200]):
        return Dateline(None, None, None, match["agency"])
    return None


def find_stamp(words: str) -> dt.date | None:
    """Read a line that is only a date, or a date behind "Published" or "Updated".

    >>> find_stamp("Published: 26 April 2019, 10:15 GMT")
    datetime.date(2019, 4, 26)
    >>> find_stamp("The accord of 26 April 2019 holds") is None
    True
    """
    match = _STAMP.fullmatch(words)
    return parse_date(match["date"]) if match else None


def find_named_day(words: str) -> dt.date | None:
    """Read a full date behind the name of its day, as the heads of bulletins have it; None where the two disagree.

    >>> find_named_day("Summary of Friday, 18 November 2022")
    datetime.date(2022, 11, 18)
    >>> find_named_day("Summary of Monday, 18 November 2022") is None
    True
    """
    match = _WITH_DAY_NAME.search(words)
    day = parse_date(match["date"]) if match else None
    return day if match and day and _DAY_NAMES[day.weekday()] == match["name"].lower() else None


def date_in_name(stem: str) -> dt.date | None:
    """Read the date in a file's name; None where there is none, or day and month could be exchanged.

    >>> date_in_name("2019-04-26-vladivostok"), date_in_name("kim_20190425"), date_in_name("summit_26-04-2019")
    (datetime.date(2019, 4, 26), datetime.date(2019, 4, 25), datetime.date(2019, 4, 26))
    >>> date_in_name("iran_2015") is None
    True
    """
    for match in _NAME_DATE.finditer(stem):
        if day := _day(match[1], match[3], match[4]):
            return day
    for match in _NAME_DAY_FIRST.finditer(stem):
        if (int(match[1]) > 12 or match[1] == match[3]) and (day := _day(match[4], match[3], match[1])):
            return day
    return None


def year_in_name(stem: str) -> int | None:
    """The one year that stands alone in a file's name; it completes a dateline and is never a date by itself.

    >>> year_in_name("iran_2015"), year_in_name("1990-or-1991"), year_in_name("20190425")
    (2015, None, None)
    """
    years = set(_NAME_YEAR.findall(stem))
    return int(years.pop()) if len(years) == 1 else None
