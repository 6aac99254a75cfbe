"""Words in quotation marks."""

from __future__ import annotations

import re
from typing import Literal

__all__ = ["is_quoted"]

_REACH = 600
"""Characters before a range in which an open quotation mark counts."""


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
    return "partial" if re.search(r"[“\"][^”\"]+[”\"]", text[start:end]) else False
