"""What nearly became a statement, and why it did not: kept where somebody asks, and free of cost where nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Dropped", "dropped", "is_traced", "tracing"]


@dataclass(frozen=True)
class Dropped:
    """A word that a rule took up and let go; ``start`` and ``end`` are its range in the article."""

    start: int
    end: int
    word: str
    rule: str
    why: str


_kept: ContextVar[list[Dropped] | None] = ContextVar("dropped", default=None)


def dropped(token: Token, rule: str, why: str) -> list[Any]:
    """Note that *rule* lets *token* go; an empty list comes back, for ``found or dropped(...)``.

    Without :func:`tracing` around it nothing is kept.
    """
    kept = _kept.get()
    if kept is not None:
        kept.append(Dropped(token.idx, token.idx + len(token), token.text, rule, why))
    return []


def is_traced() -> bool:
    """Whether somebody asks what is dropped; where it takes time to tell, nobody needs to."""
    return _kept.get() is not None


@contextmanager
def tracing() -> Iterator[list[Dropped]]:
    """Keep what is dropped inside the ``with``, in the order of the rules.

    >>> with tracing() as kept:
    ...     pass
    >>> kept
    []
    """
    kept: list[Dropped] = []
    token = _kept.set(kept)
    try:
        yield kept
    finally:
        _kept.reset(token)
