"""Patterns for any of many words, tried in time that hardly follows how many they are."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of *forms*, the first that fits first: its alternatives are parted by their first letters.

    Those of one letter keep their order, and no two of different letters fit one place.

    >>> any_of(["back", "ban", "ask", "bar"])
    'b(?:ack|an|ar)|a(?:sk)'
    """
    found: dict[str, list[str]] = {}
    for form in forms:
        found.setdefault(form[0], []).append(form[1:])
    return "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in found.items())
