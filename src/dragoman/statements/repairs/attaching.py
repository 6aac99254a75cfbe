"""Hanging one word from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["FINITE", "attach", "take_place"]

FINITE = {"VBD", "VBZ", "VBP"}
"""Tags of finite verbs."""


def attach(token: Token, head: Token, label: str) -> None:
    """Hang *token* from *head*, unless that would close a circle or cross a sentence."""
    if head == token or head.sent != token.sent or any(a == token for a in head.ancestors):
        return
    token.hang(head, label)


def take_place(token: Token, other: Token) -> None:
    """Hang *token* from what *other* hangs from, as that does; in place of a root it is one."""
    if other.head is other:
        token.hang(token, "ROOT")
    else:
        token.hang(other.head, other.dep_)
