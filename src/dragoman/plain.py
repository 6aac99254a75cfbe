"""Plain text for people: lists as in a sentence, lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

__all__ = ["listed", "printable", "wrapped"]


def listed(parts: Iterable[str], *, last: str = "and") -> str:
    """Join *parts* as in a sentence.

    >>> listed(["Ruritania", "Graustark", "the League"])
    'Ruritania, Graustark and the League'
    """
    items = list(parts)
    return f"{', '.join(items[:-1])} {last} {items[-1]}" if len(items) > 1 else "".join(items)


def printable(text: str) -> str:
    """Put spaces in the place of control characters, so that no text from outside can steer a terminal.

    >>> printable("calm\\x1b[31m")
    'calm [31m'
    """
    return "".join(letter if letter.isprintable() else " " for letter in text)


def wrapped(text: str, width: int, *, first: str = "", rest: str = "") -> str:
    """Fill printable lines of at most *width* columns; *first* begins the first, *rest* the others.

    >>> print(wrapped("one two three", 9, first="- ", rest="  "))
    - one two
      three
    """
    return textwrap.fill(" ".join(printable(text).split()), width, initial_indent=first, subsequent_indent=rest)
