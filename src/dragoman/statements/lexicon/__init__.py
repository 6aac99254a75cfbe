"""Words by what they do: readable lists that grow without touching code."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["lexicon", "word_sets"]


@cache
def lexicon(name: str) -> dict[str, Any]:
    """The word list ``name.toml`` of this folder, as a table.

    >>> "minister" in lexicon("nouns")["people"]
    True
    """
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def word_sets(name: str) -> dict[str, frozenset[str]]:
    """The lists of ``name.toml``, which must be flat ones, as sets.

    >>> "minister" in word_sets("nouns")["people"]
    True
    """
    return {key: frozenset(words) for key, words in lexicon(name).items()}
