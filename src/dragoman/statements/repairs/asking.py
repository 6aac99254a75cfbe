"""At which words a repair is asked: each says by which part of speech, tag or label it knows them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Step", "at"]

_Repair = TypeVar("_Repair", bound=Callable[..., None])
_Form = tuple[str, str, str, bool, str]
"""Part of speech, tag and label of a word, whether nothing hangs from it, and the word if a repair looks for it."""


class _Kind(NamedTuple):
    """Words of one kind; None stands for any."""

    parts: Collection[str] | None = None
    tags: Collection[str] | None = None
    labels: Collection[str] | None = None
    words: Collection[str] | None = None
    bearing: bool = False

    def has(self, form: _Form) -> bool:
        """Whether a word of *form* may be of this kind."""
        part, tag, label, bare, word = form
        allowed = zip((self.parts, self.tags, self.labels, self.words), (part, tag, label, word), strict=True)
        return all(ones is None or one in ones for ones, one in allowed) and not (bare and self.bearing)


_AT: dict[Callable[..., None], _Kind] = {}


def at(
    *,
    parts: Collection[str] | None = None,
    tags: Collection[str] | None = None,
    labels: Collection[str] | None = None,
    words: Collection[str] | None = None,
    bearing: bool = False,
) -> Callable[[_Repair], _Repair]:
    """Say of a repair that it does nothing at words of other *parts* of speech, *tags* or *labels*.

    One of some *words* does nothing at others, as they are in small letters; one that is *bearing* does nothing at
    words from which nothing hangs.
    """

    def told(repair: _Repair) -> _Repair:
        _AT[repair] = _Kind(parts, tags, labels, words, bearing)
        return repair

    return told


class _Asked(NamedTuple):
    """A repair in its place among others, with the word lists that it goes by."""

    place: int
    repair: Callable[..., None]
    known: list[Any]


class Step:
    """Repairs tried at a word in their order, each given as itself and the word lists that it goes by."""

    def __init__(self, *repairs: tuple[Any, ...]) -> None:
        kinds = [_AT.get(one, _Kind()) for one, *_ in repairs]
        asked = (_Asked(n, one, known) for n, (one, *known) in enumerate(repairs))
        self._repairs = list(zip(kinds, asked, strict=True))
        self._words = {word: word for kind in kinds for word in kind.words or ()}
        self._at: dict[_Form, list[_Asked]] = {}

    def mend(self, token: Token, behind: int = -1) -> None:
        """Try those *behind* a place; those that come after one that changed *token* are chosen by what it is now."""
        part, tag, label, bare = token.pos_, token.tag_, token.dep_, not token.children
        form = (part, tag, label, bare, self._words.get(token.lower_, ""))
        asked = self._at.get(form)
        if asked is None:
            asked = self._of(form)
        for place, repair, known in asked:
            if place <= behind:
                continue
            if known:
                repair(token, *known)
            else:
                repair(token)
            if token.tag_ != tag or token.dep_ != label or token.pos_ != part or (not token.children) is not bare:
                self.mend(token, place)
                return

    def _of(self, form: _Form) -> list[_Asked]:
        asked = self._at[form] = [one for kind, one in self._repairs if kind.has(form)]
        return asked
