"""Letters of outcomes, the same in answers and in the brief."""

from __future__ import annotations

from typing import Final

from dragoman.case.analysis import Layer, Outcome

__all__ = ["BETTER_FIRST", "in_order", "letters"]

BETTER_FIRST: Final = 4
"""How many outcomes that are better for all come before those that hold."""


def in_order(layer: Layer) -> tuple[Outcome, ...]:
    """Outcomes in the order of their letters: the first that are better for all, then those that hold; some twice."""
    return (*layer.better_for_all[:BETTER_FIRST], *layer.outcomes)


def letters(number: int) -> str:
    """Name *number* (from 0): A, B, ... Z, AA, AB.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
