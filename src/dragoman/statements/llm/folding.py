"""Text with its typography folded away, each character still knowing where it came from."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Folded", "fold"]

_QUOTES = dict.fromkeys("“”„‟«»‹›〝〞＂", '"') | dict.fromkeys("‘’‚‛′`´ʼ＇", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_PLAIN = {**_QUOTES, **_DASHES, "…": "..."}
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


@dataclass(frozen=True)
class Folded:
    """*text* folded; ``starts[i]`` and ``ends[i]`` are the range in the source that character *i* stands for."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range in the source of the folded characters ``[start, end)``, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=256)
def fold(text: str) -> Folded:
    """Fold case, quotation marks, dashes, compatibility forms and runs of white space; drop what is invisible.

    >>> found = fold("“No  deal” —\\nNEVER")
    >>> found.text
    '"no deal" - never'
    >>> found.source(1, 8)
    (1, 9)
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for place, letter in enumerate(text):
        if letter in _DROPPED:
            continue
        if letter.isspace():
            if letters and letters[-1] == " ":
                ends[-1] = place + 1
                continue
            folded = " "
        else:
            folded = _PLAIN.get(letter) or unicodedata.normalize("NFKC", letter).casefold()
        for each in folded:
            letters.append(each)
            starts.append(place)
            ends.append(place + 1)
    return Folded("".join(letters), tuple(starts), tuple(ends))
