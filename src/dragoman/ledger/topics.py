"""What actions can be about and what an action means, with the finding of words in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from dragoman.ledger.wording import is_empty_word, stems

__all__ = ["Level", "Meaning", "Stems", "Topic", "any_stands", "capitalised", "spots", "telling"]

Level = Literal["full", "partial"]
Stems = tuple[str, ...]


@dataclass(frozen=True)
class Topic:
    """What actions can be about: sanctions, talks, a ceasefire; with the names of its two directions."""

    id: str
    words: tuple[Stems, ...]
    noun: str
    less: str
    more: str
    usual: int
    wins: bool = False
    into: bool = False
    umbrella: bool = False
    shared: bool = False
    like: str | None = None
    excludes: tuple[str, ...] = ()
    by: frozenset[str] = frozenset()
    levels: Mapping[Level | None, str] = field(default_factory=dict)

    def named(self, direction: int) -> str:
        """Return the verb phrase for one direction."""
        return self.more if direction > 0 else self.less


@dataclass(frozen=True)
class Meaning:
    """What an action phrase means.

    ``topic`` is None where no topic's word stands in it; ``direction`` is +1 (more of it) or -1 (less);
    ``level`` how much; ``content`` its stems that carry content; ``vague`` that it says nothing to choose, be it that
    it is a single word without a topic;
    ``takes_up`` that it only takes up (+1) or turns down (-1) what somebody put forward, else 0; ``elliptic`` that it
    has a direction or level but no object ("complete closure"); ``bare`` that it only names the thing ("the arsenal").
    """

    topic: str | None
    direction: int
    level: Level | None
    content: frozenset[str]
    vague: bool = False
    takes_up: int = 0
    irreversible: bool = False
    elliptic: bool = False
    bare: bool = False


def capitalised(phrase: str) -> frozenset[str]:
    """Return the stems of the capitalised words after the first: names, which say who and not what."""
    words = phrase.split()[1:]
    return frozenset(stem for word in words if word[:1].isupper() for stem in stems(word))


def telling(phrase: Stems) -> Stems:
    """Drop the empty words: "change its position" meets "change position"."""
    return tuple(word for word in phrase if not is_empty_word(word))


def spots(phrase: Stems, words: Stems) -> list[int]:
    """Return where *words* stand side by side in *phrase*."""
    if words[0] not in phrase:
        return []
    size = len(words)
    return [start for start in range(len(phrase) - size + 1) if phrase[start : start + size] == words]


def any_stands(phrase: Stems, several: Iterable[Stems]) -> bool:
    """Say whether one of *several* stands in *phrase*."""
    return any(spots(phrase, words) for words in several)
