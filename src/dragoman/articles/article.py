"""The article: one incoming text, as stored, with what is known of where and when it came from."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Article", "Copy", "Debris", "Span"]


class Span(BaseModel):
    """A half-open range ``[start, end)`` of code points in an article's text.

    >>> Span(start=0, end=4).of("Oslo speaks.")
    'Oslo'
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: int = Field(ge=0, description="first code point, counted from 0")
    end: int = Field(ge=0, description="one past the last code point")

    def of(self, text: str) -> str:
        """The words at this range of *text*."""
        return text[self.start : self.end]


class Debris(Span):
    """A stretch of the text that is not article: a counter, a share line, an advert, a byline."""

    why: str = Field(description="what sort of debris it is, in a few words")


class Copy(BaseModel):
    """Another printing of the same article: a wire copy or a repost, counted once with the article."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(description="the id that the copy would have had")
    outlet: str | None = Field(default=None, description="who printed it")
    source: str = Field(description="the file or line it came from")
    likeness: float = Field(ge=0, le=1, description="share of word sequences in common with the article; 1 is exact")


class Article(BaseModel):
    """One article: its text exactly as stored, and what is known about it.

    Evidence anywhere in the package points into ``text`` by code points. Nothing changes ``text``
    after loading; debris is marked, never cut. Unknown metadata is None.

    >>> Article(id="a1", text="Ruritania closed the strait.", source="a1.txt").date is None
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(
        min_length=1,
        description="unique among the articles read together; the file's stem where there is one",
    )
    text: str = Field(description="the words, as stored: no newline translated, nothing removed")
    title: str | None = Field(default=None, description="headline")
    outlet: str | None = Field(default=None, description="who published it")
    author: str | None = Field(default=None, description="byline")
    date: dt.date | None = Field(
        default=None, description="day of publication; None is unknown, and relative dates stay relative"
    )
    date_basis: str | None = Field(
        default=None,
        description="where the date comes from: metadata.csv, front matter, html, dateline, file name, --date, record",
    )
    url: str | None = Field(default=None, description="address of the page")
    source: str = Field(description="the file, or file and line, it was read from; '-' is standard input")
    source_sha256: str | None = Field(default=None, description="hash of the bytes it was taken from")
    format: Literal["text", "markdown", "html", "jsonl", "pdf", "docx"] = Field(
        default="text", description="form of the source"
    )
    debris: tuple[Debris, ...] = Field(default=(), description="stretches that are not article, in order, disjoint")
    copies: tuple[Copy, ...] = Field(default=(), description="other printings of the same words, counted once")

    @property
    def outlets(self) -> tuple[str, ...]:
        """Every outlet that printed it, the article's own first."""
        names = [self.outlet, *(copy.outlet for copy in self.copies)]
        return tuple(dict.fromkeys(name for name in names if name))
