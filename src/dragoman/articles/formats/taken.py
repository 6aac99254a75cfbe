"""What a format's reader takes from a source, before dates, debris and ids are settled."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from dragoman.articles.article import Debris
from dragoman.articles.metadata import Known
from dragoman.errors import SourceError

__all__ = ["MAX_CHARACTERS", "Form", "Refused", "Taken", "check_words"]

Form = Literal["text", "markdown", "html", "jsonl", "pdf", "docx"]

_HALF = re.compile("[\ud800-\udfff]")
_LETTER = re.compile(r"[^\W\d_]")

MAX_CHARACTERS = 1_000_000
"""One article has at most so many characters; a long book has about as many."""


@dataclass(frozen=True, slots=True)
class Taken:
    """One article's words with what its own source says of it."""

    text: str
    source: str
    stem: str
    """The id it would like to have."""
    sha256: str
    form: Form
    known: Known = field(default_factory=Known)
    debris: tuple[Debris, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """One record that cannot be taken in while others of the same source can."""

    source: str
    reason: str


def check_words(text: str) -> str:
    """Return *text*, or refuse it where it is no article: empty, without a letter, too long, not storable.

    >>> check_words("...")
    Traceback (most recent call last):
    dragoman.errors.SourceError: has no words; an article needs at least one sentence
    """
    if not text.strip():
        raise SourceError("is empty; an article needs at least one sentence")
    if len(text) > MAX_CHARACTERS:
        raise SourceError(
            f"has {len(text):,} characters, and an article may have {MAX_CHARACTERS:,}; split it into its articles"
        )
    if "\x00" in text:
        raise SourceError("holds NUL characters, which no text has; save it again as UTF-8")
    if _HALF.search(text):
        raise SourceError("holds half of a character (a lone surrogate); write it again as UTF-8")
    if not _LETTER.search(text):
        raise SourceError("has no words; an article needs at least one sentence")
    return text
