"""HTML pages: the text that trafilatura takes out is the article; the page's hash is kept."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from dragoman.articles.dates import parse_date
from dragoman.articles.encoding import decode
from dragoman.articles.formats.taken import Taken, check_words
from dragoman.articles.metadata import Known, read_fields
from dragoman.errors import SourceError

__all__ = ["read_page"]

_CHARSET = re.compile(
    rb"<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_OURS = re.compile(rb'<meta name="generator" content="Dragoman')
_LAST_DAY = "2100-12-31"
"""A fixed bound, so that the same page gives the same date whenever it is read."""


def read_page(data: bytes, *, source: str, stem: str) -> Taken:
    """Take the article out of a page: its text, title, outlet, author, day of publication and address.

    Scripts, menus and comments are left behind; the date is looked for in the page's metadata only, never guessed
    from its text.

    Raises
    ------
    SourceError
        Where no article is found in the page, or it is a brief, which would be taken for one of its own sources.
    """
    if _OURS.search(data[:4096]):
        raise SourceError("is a brief, not an article; keep briefs in another folder than the articles")
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=declared[1].decode("ascii") if declared else None)
    if not decoded.text.strip():
        raise SourceError("is empty; an article needs at least one sentence")
    document = _extract(_DECLARATION.sub("", decoded.text, count=1))
    text = document.get("text") or ""
    if not text.strip():
        raise SourceError("has no article that could be found in the page; save the article's text as .txt")
    known, _ = read_fields(
        {
            name: document.get(theirs)
            for name, theirs in (("title", "title"), ("outlet", "sitename"), ("author", "author"), ("url", "url"))
        },
        basis="html",
    )
    date = parse_date(document.get("date") or "")
    return Taken(
        text=check_words(text),
        source=source,
        stem=stem,
        sha256=hashlib.sha256(data).hexdigest(),
        form="html",
        known=Known(known.title, known.outlet, known.author, date, "html" if date else None, known.url),
        remarks=(decoded.remark,) if decoded.remark else (),
    )


def _extract(page: str) -> dict[str, Any]:
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second, and only pages need it

    try:
        document = bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LAST_DAY},
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise SourceError(
            f"is a page that cannot be taken apart ({type(error).__name__}); save its text as .txt"
        ) from error
    if document is None:
        return {}
    return document if isinstance(document, dict) else document.as_dict()
