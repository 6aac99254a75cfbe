"""The words that tell ties, as frames: which word, which preposition, which way the relation runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Relation

__all__ = ["Frame", "frames", "hanging", "relation_words"]


@dataclass(frozen=True)
class Frame:
    """One entry of ``lexicon/ties.toml``.

    ``word`` is the lemma it is found by, ``more`` the words that must follow it, ``prepositions`` lead to the other
    party (its plain object where there are none); ``between`` says that the party stands between ``word`` and ``more``.
    """

    word: str
    relation: Relation
    more: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    reversed: bool = False
    denied: bool = False
    between: bool = False

    @classmethod
    def of(cls, entry: str, relation: Relation) -> Frame:
        """Read an entry.

        >>> Frame.of("take order+from", "subordinate_to").prepositions
        ('from',)
        >>> Frame.of("<vulnerable+to", "threatens").reversed
        True
        """
        backward = entry.startswith("<")
        words, _, prepositions = entry.removeprefix("<").partition("+")
        word, *more = words.removeprefix("not ").split()
        return cls(
            word=word,
            relation=relation,
            more=tuple(m for m in more if m != "*"),
            prepositions=tuple(p for p in prepositions.split("/") if p),
            reversed=backward,
            denied=words.startswith("not "),
            between="*" in more,
        )


@cache
def frames(part: str) -> dict[str, tuple[Frame, ...]]:
    """The frames of a table of ``ties.toml`` by their word, those that ask for most first."""
    found: dict[str, list[Frame]] = {}
    for relation, entries in lexicon("ties")[part].items():
        for entry in entries:
            frame = Frame.of(entry, cast("Relation", relation))
            word = frame.more[-1] if part == "bearer" and frame.more else frame.word
            found.setdefault(word, []).append(frame)
    return {w: tuple(sorted(fs, key=lambda f: (-len(f.more), not f.prepositions))) for w, fs in found.items()}


@cache
def hanging(part: str) -> frozenset[str]:
    """A list of the table ``hanging``: how words that tell a tie may stand in a clause."""
    return frozenset(lexicon("ties")["hanging"][part])


@cache
def relation_words(part: str) -> tuple[frozenset[str], dict[Relation, frozenset[str]]]:
    """Nouns of ``relations`` or ``contacts``, and the qualities that make a tie of them."""
    table = lexicon("ties")[part]
    qualities = {
        cast("Relation", key): frozenset(words) for key, words in table.items() if key not in {"nouns", "trust"}
    }
    return frozenset(table["nouns"]), qualities
