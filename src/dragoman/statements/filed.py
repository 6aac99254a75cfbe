"""Where an article is filed from, by its dateline: "the government" and "lawmakers" without a name are of there."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.statements.text import ReadText

__all__ = ["filed_from"]

_HEAD = 600
"""Characters, with the headline, within which a dateline stands."""
_DATELINE = 30
"""Characters before the place, in its line."""
_DATED = re.compile(r"(?:, [A-Z][\w .]+)? ?(?:[-–—(]|, (?:[A-Z][a-z]+\.? \d|\d))")
"""What follows the place: the country, a date, a dash."""


def filed_from(text: ReadText) -> str | None:
    """The state whose capital an article is filed from and that it names often: "lawmakers" without a name are its."""
    states = [m for m in text.mentions if m.sort in {"state", "demonym", "capital", "seat"}]
    first = next((m for m in states if _opens_report(text, m)), None)
    if first is None:
        return None
    often = Counter(m.party for m in states)
    return first.party if 2 * often[first.party] >= max(often.values()) else None


def _opens_report(text: ReadText, mention: Mention) -> bool:
    """ "ACCRA, Feb. 9 —", "Amman, Jordan – Thousands": the capital that a report says at its head it comes from."""
    words = text.article.text
    line = words[words.rfind("\n", 0, mention.start) + 1 : mention.start]
    if mention.sort != "capital" or mention.start > _HEAD or len(line) > _DATELINE:
        return False
    return bool(_DATED.match(words, mention.end)) and not line.strip("| ")
