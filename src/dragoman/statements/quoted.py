"""Words in quotation marks, and where a quotation begins and ends."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["is_quoted", "quotation_end"]

_REACH = 600
"""Characters before a range in which an open quotation mark counts."""
_LONG = 1500
"""Characters after a place in which a quotation has to end."""
_INSIDE = re.compile(r"[“\"][^”\"]+[”\"]")
_CLOSING = re.compile(r"[”\"]|\n(?!\n*\s*[“\"])")


def is_quoted(text: str, start: int, end: int) -> bool | Literal["partial"]:
    """Whether the range of *text* stands in quotation marks, or holds a quotation.

    >>> text = "He said “never again” on Monday."
    >>> is_quoted(text, 9, 14), is_quoted(text, 3, 21), is_quoted(text, 22, 31)
    (True, 'partial', False)
    """
    before = text[max(0, start - _REACH) : start]
    before = before[before.rfind("\n") + 1 :]
    if before.rfind("“") > before.rfind("”") or before.count('"') % 2:
        return True
    return "partial" if _INSIDE.search(text, start, end) else False


def quotation_end(text: str, place: int) -> int | None:
    """Where the quotation around *place* ends, behind its closing mark; None where it has none in its paragraph.

    >>> quotation_end("“Never again. Never,” he said.", 1)
    21
    """
    mark = _CLOSING.search(text, place, place + _LONG)
    return mark.end() if mark and mark.group() != "\n" else None
