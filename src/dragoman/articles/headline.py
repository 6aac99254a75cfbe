"""The headline: which line of a text is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.articles.article import Span
from dragoman.articles.debris_rules import name_kind_at_edge
from dragoman.articles.lines import Line, is_prose, split_lines

__all__ = ["find_headline"]

_HEAD = 12
"""Lines searched from the top."""
_LONGEST = 200
"""A headline has at most so many characters."""
_NOT_WORDS = re.compile(r"[\W_]+")


def find_headline(text: str, *, title: str | None = None, lines: Sequence[Line] | None = None) -> Span | None:
    r"""Return where *text* carries its headline, or None.

    With a known *title* it is the line that says the same, capitals, punctuation and a label
    such as "Editorial:" aside. Otherwise it is the
    first line above the prose that is neither debris nor a full sentence; a kicker in capitals or with a colon, or
    a line that starts in lower case, stands back where another line can be the headline.

    >>> text = "fjord news\n\nTalks resume in Oslo\n\nThe two sides met again on Monday after a long pause."
    >>> find_headline(text).of(text)
    'Talks resume in Oslo'
    """
    lines = split_lines(text) if lines is None else lines
    if title and (known := _same_as(title, lines[:_HEAD])):
        return _span(text, known)
    candidates = _candidates(lines)
    best = next((line for line in candidates if not _stands_back(line)), candidates[0] if candidates else None)
    return _span(text, best) if best else None


def _same_as(title: str, lines: Sequence[Line]) -> Line | None:
    wanted = _key(title)
    return next(
        (line for line in lines if wanted and wanted in {_key(line.words), _key(_behind_label(line.words))}), None
    )


def _behind_label(words: str) -> str:
    """What stands behind a label such as "Editorial:"."""
    return words.partition(":")[2]


def _key(words: str) -> str:
    return _NOT_WORDS.sub(" ", words.casefold()).strip()


def _candidates(lines: Sequence[Line]) -> list[Line]:
    found: list[Line] = []
    for number, line in enumerate(lines[:_HEAD]):
        if name_kind_at_edge(line.words):
            continue
        if is_prose(line) and not (line.wrapped and number == 0):
            return found
        if line.words.count(" ") + 1 >= 2 and len(line.words) <= _LONGEST and not line.words.endswith((".", ",", ";")):
            found.append(line)
    return []


def _stands_back(line: Line) -> bool:
    words = line.words
    return words[:1].islower() or words.endswith(":") or (words.isupper() and words.count(" ") < 4)


def _span(text: str, line: Line) -> Span:
    """The line's span, without the signs by which Markdown marks a heading."""
    sign = re.match(r"#{1,6}\s+", text[line.start : line.end])
    return Span(start=line.start + (sign.end() if sign else 0), end=line.end)
