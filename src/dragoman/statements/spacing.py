"""Words put together again as they stand in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["spaced"]


def spaced(words: Sequence[Token], written: Iterable[str]) -> str:
    """Join *words*, each *written* so, with a blank only where the text has a gap: none around a hyphen."""
    gaps = [" " if one.idx + len(one) < other.idx else "" for one, other in pairwise(words)]
    return "".join(word + gap for word, gap in zip(written, [*gaps, ""], strict=True))
