"""The words that tell ties, as frames: which word, which preposition, which way the relation runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Relation

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["EITHER_WAY", "REACH", "Found", "Frame", "frames", "hanging", "last_word", "relation_words"]

EITHER_WAY = {
    "ally", "trade_partner", "strategic_partner", "coordinates_with", "improving_relations", "rival", "deadlocked_with",
    "estranged_from", "adjacent",
}  # fmt: skip
"""Relations that hold both ways at once."""
REACH = 9
"""How many words on the rest of a phrase may stand."""


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


@dataclass(frozen=True)
class Found:
    """A word that ties two sides: parties from which and to which *relation* runs; a side unknown is empty.

    Where it is *mutual*, both sides are the same parties, and each two of them are tied once.
    """

    head: Token
    ones: list[str]
    others: list[str]
    relation: Relation
    mutual: bool = False

    @classmethod
    def by(cls, head: Token, ones: list[str], others: list[str], frame: Frame) -> Found:
        """The sides of *frame* in the order in which its relation runs."""
        return cls(head, others, ones, frame.relation) if frame.reversed else cls(head, ones, others, frame.relation)

    @property
    def is_whole(self) -> bool:
        """Whether both sides are known."""
        return bool(self.ones and self.others)


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


def last_word(word: Token, frame: Frame) -> Token:
    """The last word of the phrase that *frame* asks for; *word* itself where it asks for none."""
    if not frame.more:
        return word
    last = frame.more[-1]
    return next((t for t in word.doc[word.i + 1 : word.i + REACH] if last in {t.lemma_, t.lower_}), word)
