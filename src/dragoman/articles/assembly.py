"""Making an article of what a source gave: metadata in order of trust, headline, debris."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import chain, takewhile
from pathlib import PurePosixPath

from dragoman.articles.article import Article, Debris
from dragoman.articles.dates import date_in_name, find_dateline, find_named_day, find_stamp, year_in_name
from dragoman.articles.debris import find_debris
from dragoman.articles.debris_rules import byline_author
from dragoman.articles.formats.taken import Taken
from dragoman.articles.headline import find_headline
from dragoman.articles.lines import Line, is_prose, split_lines
from dragoman.articles.metadata import Known, first_known
from dragoman.errors import SourceError

__all__ = ["assemble"]

_LETTER = re.compile(r"[^\W\d_]")
_BAR = re.compile(r"\s[|•·]\s")
_DATED = frozenset({"time stamp", "site menu", "byline"})
"""Debris in which a date of publication may stand, alone or between bars."""
_HEAD = 12
"""Lines of the text in which a dateline is looked for."""


def assemble(taken: Taken, article_id: str, *, beside: Known, default_date: dt.date | None) -> Article:
    """Settle what is known of an article and mark its debris.

    Each field comes from the first of these that gives it: the record of a JSON Lines file, the side file
    (*beside*), the front matter or the page's metadata, the text itself (dateline, date stamp, byline, headline), the
    file's name, *default_date*.

    Raises
    ------
    SourceError
        Where nothing but debris has letters.
    """
    own_first = (taken.known, beside) if taken.form == "jsonl" else (beside, taken.known)
    given = first_known(own_first)
    debris = find_debris(taken.text, title=given.title, outlet=given.outlet, known=taken.debris)
    if not _has_words(taken.text, debris):
        raise SourceError("holds no article, only page furniture such as menus and share lines")
    lines = [line for line in split_lines(taken.text) if not any(d.start <= line.start < d.end for d in debris)]
    known = first_known((given, _said_in_text(taken, lines, debris, default_date), _by_default(taken, default_date)))
    return Article(
        id=article_id,
        text=taken.text,
        title=known.title,
        outlet=known.outlet,
        author=known.author,
        date=known.date,
        date_basis=known.date_basis,
        url=known.url,
        source=taken.source,
        source_sha256=taken.sha256,
        format=taken.form,
        debris=debris,
    )


def _has_words(text: str, debris: Sequence[Debris]) -> bool:
    ends = [0, *(part.end for part in debris)]
    starts = [*(part.start for part in debris), len(text)]
    return any(_LETTER.search(text, end, start) for end, start in zip(ends, starts, strict=True))


def _said_in_text(taken: Taken, lines: Sequence[Line], debris: Sequence[Debris], near: dt.date | None) -> Known:
    """Title, author, agency and day as the text itself shows them."""
    headline = find_headline(taken.text, lines=lines)
    bylines = (byline_author(" ".join(d.of(taken.text).split())) for d in debris if d.why == "byline")
    date, basis, agency = _dated_in_text(taken, lines, debris, near)
    return Known(
        title=" ".join(headline.of(taken.text).split()) if headline else None,
        outlet=agency,
        author=next((author for author in bylines if author), None),
        date=date,
        date_basis=basis,
    )


def _dated_in_text(
    taken: Taken, lines: Sequence[Line], debris: Sequence[Debris], near: dt.date | None
) -> tuple[dt.date | None, str | None, str | None]:
    """The day, how it is known, and the agency of a dateline."""
    dateline = next(filter(None, (find_dateline(line.words) for line in lines[:_HEAD])), None)
    agency = dateline.agency if dateline else None
    if dateline and (day := dateline.date()):
        return day, "dateline", agency
    stamps = (
        find_stamp(item) for d in debris if d.why in _DATED for item in _BAR.split(" ".join(d.of(taken.text).split()))
    )
    heads = (find_named_day(line.words) for line in takewhile(lambda line: not is_prose(line), lines[:_HEAD]))
    if day := next(filter(None, chain(stamps, heads)), None):
        return day, "dateline", agency
    if dateline is None:
        return None, None, None
    name = _name_of_source(taken)
    if (named := date_in_name(name)) and (day := dateline.date(near=named)):
        return day, "dateline, year from file name", agency
    if (year := year_in_name(name)) and (day := dateline.date(year=year)):
        return day, "dateline, year from file name", agency
    if near and (day := dateline.date(near=near)):
        return day, "dateline, year from --date", agency
    return None, None, agency


def _by_default(taken: Taken, default: dt.date | None) -> Known:
    if day := date_in_name(_name_of_source(taken)):
        return Known(date=day, date_basis="file name")
    return Known(date=default, date_basis="--date" if default else None)


def _name_of_source(taken: Taken) -> str:
    """The file's stem; for a record its id, then the file's."""
    return f"{taken.stem} {PurePosixPath(taken.source.split(', line ')[0]).stem}"
