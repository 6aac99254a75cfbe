"""Word documents (.docx): the words of the body, paragraph by paragraph."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from typing import Final
from xml.parsers import expat

from dragoman.articles.formats.taken import Taken, check_words
from dragoman.errors import SourceError

__all__ = ["is_word", "read_word"]

_BODY: Final = "word/document.xml"
_MOST_BYTES: Final = 40_000_000
"""Of the body, unpacked: a small file may unfold into a huge one."""
_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH: Final = f"{_SPACE}p"
_TEXT: Final = f"{_SPACE}t"
_FALLBACK: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
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
    except (
        zipfile.BadZipFile,
        expat.ExpatError,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise SourceError(
            f"is a Word document that cannot be read ({type(error).__name__}); save it again, or its text as .txt"
        ) from error
    return Taken(text=check_words(text), source=source, stem=stem, sha256=hashlib.sha256(data).hexdigest(), form="docx")


def _body(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        try:
            with archive.open(_BODY) as stream:
                body = stream.read(_MOST_BYTES + 1)
        except KeyError:
            raise SourceError(
                "is no Word document, whatever its ending; save it as .docx, or its text as .txt"
            ) from None
    if len(body) > _MOST_BYTES:
        raise SourceError(
            f"unfolds to more than the {_MOST_BYTES // 1_000_000} MB that are read of a Word document; split it"
        )
    return body


def _paragraphs(body: bytes) -> list[str]:
    """The words of each paragraph that has any; those of a text box come before the paragraph it stands in."""
    words = _Words()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = words.start
    parser.EndElementHandler = words.end
    parser.CharacterDataHandler = words.letters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.Parse(body, True)
    return words.paragraphs


class _Words:
    """Gathers the words of paragraphs while a document is parsed."""

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self._open: list[list[str]] = []
        self._in_words = False
        self._passed_over = 0
        """How many elements are open that repeat for older programs what stands beside them."""

    def start(self, tag: str, _: dict[str, str]) -> None:
        """An element begins."""
        self._passed_over += tag == _FALLBACK
        if self._passed_over:
            return
        self._in_words = tag == _TEXT
        if tag == _PARAGRAPH:
            self._open.append([])
        elif tag in _SIGNS and self._open:
            self._open[-1].append(_SIGNS[tag])

    def letters(self, text: str) -> None:
        """Characters come, which are words of the document where they stand in an element of text."""
        if self._in_words and self._open:
            self._open[-1].append(text)

    def end(self, tag: str) -> None:
        """An element ends; a paragraph that does is kept."""
        self._in_words = False
        if tag == _PARAGRAPH and not self._passed_over and (words := "".join(self._open.pop()).strip()):
            self.paragraphs.append(words)
        self._passed_over -= tag == _FALLBACK


def _refuse_doctype(*_: object) -> None:
    raise SourceError("declares a document type, which no Word document does; save it again, or its text as .txt")
