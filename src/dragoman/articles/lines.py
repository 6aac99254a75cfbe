"""The lines of a text with their places, and which of them carry the article's prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Line", "is_prose", "split_lines"]

LINE_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, zero-width characters and marks of writing direction, as a regular expression's set."""

_LINE = re.compile(f"[^{LINE_ENDS}]+")
_MARGIN = "".join(chr(n) for n in range(0x3001) if re.match(rf"[\s{INVISIBLE}]", chr(n))) + "\ufeff"
_UNSEEN = re.compile(f"[{INVISIBLE}]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_WRAP_WIDTHS = range(45, 111)
_SEEN = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds something visible: its place without margins, and its words as a reader sees them.

    ``words`` has runs of white space made one and invisible characters left out; it serves to recognise the line
    and is cut after 400 characters. Quotes are always taken from the text itself.
    """

    start: int
    end: int
    words: str
    block: int
    """Number of the paragraph: lines without an empty line between them share it."""
    wrapped: bool = False
    """True in a paragraph broken into lines of even width."""

    @property
    def complete(self) -> bool:
        """True where the line ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.words))


def split_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of *text* that are not blank, in order.

    >>> [(line.start, line.end, line.words) for line in split_lines("One.\r\n\r\n  Two\u200b words \n")]
    [(0, 4, 'One.'), (10, 20, 'Two words')]
    """
    lines: list[Line] = []
    block, previous_end = 0, 0
    for match in _LINE.finditer(text):
        seen = match[0].lstrip(_MARGIN)
        if not seen:
            continue
        start = match.end() - len(seen)
        end = start + len(seen.rstrip(_MARGIN))
        words = " ".join(_UNSEEN.sub("", text[start : min(end, start + _SEEN)]).split())
        if lines and _breaks(text[previous_end : match.start()]) > 1:
            block += 1
        lines.append(Line(start, end, words, block))
        previous_end = match.end()
    return _mark_wrapped(lines)


def _breaks(gap: str) -> int:
    if gap in {"\n", "\r\n", "\r"}:
        return 1
    return sum(gap.replace("\r\n", "\n").count(sign) for sign in LINE_ENDS)


def _mark_wrapped(lines: list[Line]) -> tuple[Line, ...]:
    """Set ``wrapped`` on the lines of paragraphs that were broken to an even width, as PDF and old agencies do."""
    blocks: dict[int, list[Line]] = {}
    for line in lines:
        blocks.setdefault(line.block, []).append(line)
    wrapped = {number for number, members in blocks.items() if _is_wrapped(members)}
    return tuple(
        Line(line.start, line.end, line.words, line.block, wrapped=True) if line.block in wrapped else line
        for line in lines
    )


def _is_wrapped(lines: list[Line]) -> bool:
    if len(lines) < 3:
        return False
    even = sum((line.end - line.start) in _WRAP_WIDTHS for line in lines)
    running_on = sum(line.words[:1].islower() for line in lines[1:])
    return even >= 2 and running_on >= 0.3 * (len(lines) - 1)


def is_prose(line: Line) -> bool:
    """Decide whether *line* looks like running text rather than a heading, label or list entry.

    >>> is_prose(split_lines("The minister said that the talks would go on past the deadline.")[0])
    True
    >>> is_prose(split_lines("Talks to go on past the deadline")[0])
    False
    """
    count = line.words.count(" ") + 1
    return line.wrapped or count >= 25 or (count >= 8 and line.complete)
