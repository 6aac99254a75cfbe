"""PDF files with a text layer: the words of their pages, in order."""

from __future__ import annotations

import hashlib
import io
import logging

from dragoman.articles.formats.taken import Taken, check_words
from dragoman.errors import SourceError

__all__ = ["read_pdf"]

_MOST_PAGES = 300


def read_pdf(data: bytes, *, source: str, stem: str) -> Taken:
    """Take the text layer of a PDF as one article, pages joined by an empty line.

    Offsets count characters of that text, not places on a page. The document's own title and date are not used:
    they tell of the file, seldom of the article.

    Raises
    ------
    SourceError
        For a locked or broken file, more than 300 pages, or pages that are only images.
    """
    from pypdf import PdfReader  # noqa: PLC0415 - only PDFs need it
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("is a PDF locked with a password; save it without one")
        if len(reader.pages) > _MOST_PAGES:
            raise SourceError(
                f"is a PDF of {len(reader.pages)} pages, and {_MOST_PAGES} are read; give the article's own pages"
            )
        pages = [page.extract_text() for page in reader.pages]
    except (
        PyPdfError,
        ValueError,
        TypeError,
        AttributeError,
        LookupError,
        ArithmeticError,
        RuntimeError,
        OSError,
        MemoryError,
    ) as error:
        raise SourceError(
            f"is a PDF that cannot be read ({type(error).__name__}); save it again, or its text as .txt"
        ) from error
    except ImportError as error:
        raise SourceError("is a PDF locked with a cipher that is not read; save it without a password") from error
    text = "\n\n".join(page for page in pages if page.strip())
    if not any(char.isalpha() for char in text):
        raise SourceError("is a PDF without a text layer; run text recognition (OCR) on it first")
    return Taken(
        text=check_words(_storable(text)),
        source=source,
        stem=stem,
        sha256=hashlib.sha256(data).hexdigest(),
        form="pdf",
    )


def _storable(text: str) -> str:
    """What a broken font table left as NUL or half a character is shown as the replacement character."""
    return "".join("\ufffd" if char == "\x00" or "\ud800" <= char <= "\udfff" else char for char in text)
