"""A block at the top of a text file that says title, date and outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.articles.article import Debris
from dragoman.articles.metadata import Known, read_fields

__all__ = ["FrontMatter", "find_front_matter"]

_LONGEST = 8_000
"""A block is looked for in so many characters from the top."""
_FENCED = re.compile(r"\s*---[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)", re.DOTALL)
_FIELD = re.compile(r"(?P<name>[A-Za-z][\w -]{0,30}?)[ \t]*:(?:[ \t]+|$)(?P<value>.*)")
_HEADER_NAMES = frozenset(
    (
        *("title", "headline", "outlet", "publisher", "publication", "newspaper", "source", "author", "byline", "by"),
        *("date", "published", "url", "link", "section", "language"),
    )
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block's place, what it says, and a remark on each value that could not be used."""

    place: Debris
    known: Known
    remarks: tuple[str, ...] = ()


def find_front_matter(text: str) -> FrontMatter | None:
    r"""Read the block at the top: between two lines ``---``, or lines such as ``Title: ...`` before a blank one.

    Without the dashes it takes two lines at least. Only plain ``name: value`` lines are read, with or without quotation
    marks; whatever else a block holds is let be.

    >>> block = find_front_matter("---\ntitle: 'Talks resume'\ndate: 2019-04-26\n---\nText.")
    >>> block.known.title, str(block.known.date), (block.place.start, block.place.end)
    ('Talks resume', '2019-04-26', (0, 46))
    >>> find_front_matter("Talks resume\n\nText.") is None
    True
    """
    top = text[:_LONGEST]
    start = len(top) - len(top.lstrip())
    if match := _FENCED.match(top):
        given = _fields(match["body"].splitlines())
        end = match.end()
    else:
        lines = _header_lines(top)
        given = _fields([line for line, _ in lines]) if len(lines) >= 2 else {}
        end = lines[-1][1] if lines else 0
    known, remarks = read_fields(given, basis="front matter")
    if known == Known() and not remarks:
        return None
    return FrontMatter(Debris(start=start, end=end, why="front matter"), known, remarks)


def _fields(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        if (match := _FIELD.fullmatch(line.strip())) and match["value"].strip():
            value = match["value"].strip()
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            found.setdefault(match["name"].casefold(), value[1:-1] if quoted else value)
    return found


def _header_lines(top: str) -> list[tuple[str, int]]:
    """The unfenced block's lines and where each ends; empty unless all are known fields and a blank line follows."""
    found: list[tuple[str, int]] = []
    for match in re.finditer(r"([^\r\n]*)(\r\n|\r|\n|$)", top.lstrip()):
        line = match[1].strip()
        if not line:
            return found
        field = _FIELD.fullmatch(line)
        if not field or field["name"].strip().casefold() not in _HEADER_NAMES:
            return []
        offset = len(top) - len(top.lstrip())
        found.append((line, offset + match.start() + len(match[1].rstrip())))
    return found
