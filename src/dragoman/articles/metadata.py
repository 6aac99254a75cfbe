"""What is known of an article beside its words, from one place or from several in order of trust."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from dragoman.articles.dates import parse_date

__all__ = ["Known", "first_known", "read_fields"]

_LONGEST = 500
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "publication", "newspaper", "site", "sitename", "source"),
    "author": ("author", "authors", "byline", "by"),
    "date": ("date", "published", "pubdate", "publication_date", "date_published"),
    "url": ("url", "link", "address", "canonical"),
}
"""Our word for each field, and the words by which files name it, best first."""


@dataclass(frozen=True, slots=True)
class Known:
    """Title, outlet, author, date and address as one place gives them; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    date: dt.date | None = None
    date_basis: str | None = None
    url: str | None = None


def read_fields(given: Mapping[str, object], *, basis: str) -> tuple[Known, tuple[str, ...]]:
    """Read metadata from named fields, in any capitals; also return a remark for each value that cannot be used.

    >>> known, remarks = read_fields({"Title": "Talks resume", "date": "04/05/2019"}, basis="front matter")
    >>> known.title, known.date, remarks
    ('Talks resume', None, ('has the date "04/05/2019", which is not read; write it as 2019-04-26',))
    """
    by_name = {str(name).strip().casefold(): value for name, value in given.items()}
    found: dict[str, str] = {}
    for ours, names in _NAMES.items():
        values = (_clean(by_name.get(name)) for name in names)
        if value := next((value for value in values if value), None):
            found[ours] = value
    written = found.pop("date", None)
    date = parse_date(written) if written else None
    remarks = (
        () if date or not written else (f'has the date "{written[:40]}", which is not read; write it as 2019-04-26',)
    )
    return Known(**found, date=date, date_basis=basis if date else None), remarks


def _clean(value: object) -> str | None:
    """One line of at most 500 characters, or None for what is no text or empty."""
    if isinstance(value, list | tuple):
        value = ", ".join(str(item) for item in value if isinstance(item, str))
    if not isinstance(value, str | dt.date):
        return None
    words = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", str(value)).split())
    return words[:_LONGEST].strip() or None


def first_known(places: Iterable[Known]) -> Known:
    """Put together what *places* give, each field from the first that gives it; a date keeps its basis.

    >>> first_known([Known(title="A"), Known(title="B", outlet="Fjord Daily")])
    Known(title='A', outlet='Fjord Daily', author=None, date=None, date_basis=None, url=None)
    """
    found: dict[str, object] = {}
    for place in places:
        for field in fields(place):
            value = getattr(place, field.name)
            if value is not None and (field.name != "date_basis" or found.get("date") is place.date):
                found.setdefault(field.name, value)
    return Known(**found)  # type: ignore[arg-type]
