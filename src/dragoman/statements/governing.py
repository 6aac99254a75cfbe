"""Talks on who is to govern: the parties of one state are the sides then, and the state itself is none of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.statements.text import ReadText

__all__ = ["governed"]

_GOVERNING = re.compile(
    r"\bcoalitions?\b|\bform(?:ing|s|ed)? (?:a|an|the|his|her) (?:\w+ ){0,2}(?:government|cabinet|administration)\b|"
    r"\b(?:minority|unity|next|new) (?:government|cabinet|administration)\b|\bgovern (?:together|alone)\b|"
    r"\b(?:enter|join)(?:ing|ed)? (?:a |the |any )?(?:government|cabinet)\b|\bpower-sharing\b|\bportfolios?\b|"
    r"\binvestiture\b|\bcabinet (?:posts?|seats?)\b",
    re.IGNORECASE,
)
_TOLD = 2
"""Words about who is to govern from which on an article may be about it."""
_TWO = 2
_OFTEN = 3
"""Mentions from which on a party can be one of those that would govern."""
_PORTION = 3
"""Such a party is spoken of at least as often as this part of the state that it would govern."""


def governed(text: ReadText, counts: Counter[str]) -> str | None:
    """The state about whose governing its parties talk in an article; *counts* says how often each is spoken of.

    Two or more of its parties are spoken of often, and nobody from abroad as often as the second of them; and words
    about governing are used, or the state itself is named less than either. Movements alone, which may be at war,
    do not count.
    """
    homes: dict[str, list[int]] = defaultdict(list)
    political: set[str] = set()
    for party, count in counts.items():
        home = text.names.home(party) if text.names.sort_of(party) == "movement" else None
        if home and count >= max(_OFTEN, counts[home] / _PORTION):
            homes[home].append(count)
            political |= {home} if text.names.kind_of(party) == "political party" else set()
    told = bool(political) and len(_GOVERNING.findall(text.article.text)) >= _TOLD
    for home in sorted(political):
        second = sorted(homes[home], reverse=True)[_TWO - 1] if len(homes[home]) >= _TWO else 0
        abroad = (n for p, n in counts.items() if p != home and text.names.sort_of(p) in {"state", "bloc"})
        if second and (told or second > counts[home]) and second >= max(abroad, default=0):
            return home
    return None
