"""Word documents (.docx): the words of the body, paragraph by paragraph."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

from dragoman.articles.formats.taken import Taken, check_words
from dragoman.errors import SourceError

__all__ = ["is_word", "read_word"]

_BODY: Final = "word/document.xml"
_MOST_BYTES: Final = 40_000_000
"""Of the body, unpacked: a small file may unfold into a huge one."""
_SPACE: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS: Final = {f"{_SPACE}tab": "\t", f"{_SPACE}br": "\n", f"{_SPACE}cr": "\n", f"{_SPACE}noBreakHyphen": "\u2011"}


def is_word(data: bytes) -> bool:
    """Say whether *data* is a Word document: a ZIP archive that names the body of one."""
    return data.startswith(b"PK\x03\x04") and _BODY.encode() in data


def read_word(data: bytes, *, source: str, stem: str) -> Taken:
    """Take the body of a Word document as one article, paragraphs joined by an empty line.

    What was deleted under tracked changes, comments, notes, headers and footers are left out. The document's own title
    and dates are not used: they tell of the file, seldom of the article.

    Raises
    ------
    SourceError
        For a broken or locked file, one that is no Word document, or a body that unfolds beyond 40 MB.
    """
    try:
        text = "\n\n".join(_paragraphs(_body(data)))
    except (zipfile.BadZipFile, ElementTree.ParseError, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise SourceError(
            f"is a Word document that cannot be read ({type(error).__name__}); save it again, or its text as .txt"
        ) from error
    return Taken(
        text=check_words(text), source=source, stem=stem, sha256=hashlib.sha256(data).hexdigest(), form="docx"
    )


def _body(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            with archive.open(_BODY) as stream:
                body = stream.read(_MOST_BYTES + 1)
        except KeyError:
            raise SourceError("is no Word document, whatever its ending; save it as .docx, or its text as .txt") from None
    if len(body) > _MOST_BYTES:
        raise SourceError(
            f"unfolds to more than the {_MOST_BYTES // 1_000_000} MB that are read of a Word document; split it"
        )
    if b"<!DOCTYPE" in body[:2000]:
        raise SourceError("declares a document type, which no Word document does; save it again, or its text as .txt")
    return body


def _paragraphs(body: bytes) -> Iterator[str]:
    """Yield the words of each paragraph that has any; those of a text box come before the paragraph it stands in."""
    open_: list[list[str]] = []
    passed_over = 0
    for event, element in ElementTree.iterparse(io.BytesIO(body), events=("start", "end")):
        tag, starts = element.tag, event == "start"
        if tag == f"{_COMPATIBILITY}Fallback":
            passed_over += 1 if starts else -1
        elif passed_over:
            continue
        elif tag == f"{_SPACE}p" and starts:
            open_.append([])
        elif tag == f"{_SPACE}p":
            words = "".join(open_.pop()).strip()
            element.clear()
            if words:
                yield words
        elif open_ and not starts:
            open_[-1].append((element.text or "") if tag == f"{_SPACE}t" else _SIGNS.get(tag, ""))
