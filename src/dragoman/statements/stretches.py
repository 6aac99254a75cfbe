"""The stretch of words that a word of the tree stands over, and its range in the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["phrase", "under"]


def under(head: Token) -> list[Token]:
    """What hangs from *head* in its sentence, in text order, with *head* itself."""
    sentence = head.sent
    return [token for token in head.subtree if sentence.start <= token.i < sentence.end]


def phrase(head: Token, *, without: Iterator[Token] | tuple[Token, ...] | list[Token] = ()) -> tuple[int, int]:
    """Character range of the words under *head*, without what hangs from *without*, and without outer punctuation."""
    barred = {token.i for outer in without for token in outer.subtree}
    tokens = [token for token in under(head) if token.i not in barred]
    tokens = _run_around(head, tokens)
    while tokens and (tokens[0].is_punct or tokens[0].is_space or tokens[0].dep_ == "cc") and tokens[0] != head:
        tokens.pop(0)
    while (
        tokens
        and (tokens[-1].is_space or (tokens[-1].is_punct and tokens[-1].text not in {"”", '"', ")", "’"}))
        and tokens[-1] != head
    ):
        tokens.pop()
    return (tokens[0].idx, tokens[-1].idx + len(tokens[-1])) if tokens else (head.idx, head.idx + len(head))


def _run_around(head: Token, tokens: list[Token]) -> list[Token]:
    """The stretch of *tokens* around *head* without a gap of more than punctuation."""
    places = {token.i for token in tokens}
    first = last = head.i
    doc = head.doc
    while first - 1 in places or (first - 2 in places and doc[first - 1].is_punct):
        first -= 1
    while last + 1 in places or (last + 2 in places and doc[last + 1].is_punct):
        last += 1
    return [doc[i] for i in range(first, last + 1)]
