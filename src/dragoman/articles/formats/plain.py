"""Plain text and Markdown: the words as they are stored, with a front-matter block marked."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

from dragoman.articles.encoding import decode
from dragoman.articles.formats.taken import Taken, check_words
from dragoman.articles.front_matter import find_front_matter
from dragoman.articles.metadata import Known
from dragoman.errors import SourceError

__all__ = ["read_plain"]

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)


def read_plain(data: bytes, *, source: str, stem: str, form: Literal["text", "markdown"]) -> Taken:
    """Take one article from *data*; no newline is translated and nothing is removed but a byte-order mark.

    >>> data = b"Title: Talks resume\\r\\nDate: 2019-04-26\\r\\n\\r\\nThey met."
    >>> taken = read_plain(data, source="a.txt", stem="a", form="text")
    >>> taken.known.title, taken.debris[0].of(taken.text)[-16:], taken.text[-9:]
    ('Talks resume', 'Date: 2019-04-26', 'They met.')
    """
    decoded = decode(data)
    text = check_words(decoded.text)
    if _PAGE.match(text[:4000]):
        raise SourceError("is an HTML page, not text; give it the ending .html to have its article taken out")
    block = find_front_matter(text)
    remarks = (*((decoded.remark,) if decoded.remark else ()), *(block.remarks if block else ()))
    return Taken(
        text=text,
        source=source,
        stem=stem,
        sha256=hashlib.sha256(data).hexdigest(),
        form=form,
        known=block.known if block else Known(),
        debris=(block.place,) if block else (),
        remarks=remarks,
    )
