"""The picture of an issue: its scale, and the parties at their places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.document import Brief
from dragoman.brief.issues import IssueLine
from dragoman.brief.naming import shortened
from dragoman.brief.svg import tag

__all__ = ["issue_picture"]

_WIDTH: Final = 900
_LEFT, _RIGHT, _ROW = 70.0, 830.0, 22.0
_CHARACTER: Final = 7.2
_BESIDE: Final = 9.0
"""Parties at one place stand side by side, so that none hides another."""


def issue_picture(brief: Brief, issue: IssueLine) -> Markup | None:
    """Draw the parties over the scale of *issue*, names stacked where they would run into each other.

    None where nobody has a place, or all numbers are one.
    """
    numbers = [point.at for point in issue.scale] + [place.position for place in issue.places]
    if not issue.places or min(numbers) == max(numbers):
        return None
    low, high = min(numbers), max(numbers)

    def across(number: float) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (number - low) / (high - low)

    names = [shortened(brief.names.get(place.party, place.party), 22) for place in issue.places]
    columns = [across(place.position) for place in issue.places]
    rows = _rows(columns, names)
    base = 14 + _ROW * (max(rows) + 1)
    drawn = [tag("path", d=f"M{_LEFT:.1f} {base + 10:.1f}H{_RIGHT:.1f}", class_="axis")]
    shared: Counter[float] = Counter()
    names_drawn = []
    for place, name, x, row in zip(issue.places, names, columns, rows, strict=True):
        y = base - row * _ROW - 4
        dot = x + _BESIDE * shared[x]
        shared[x] += 1
        drawn.append(tag("path", d=f"M{x:.1f} {y:.1f}V{base + 10:.1f}", class_="grid"))
        drawn.append(tag("circle", cx=dot, cy=base + 10, r="6", class_=f"act {_colour(brief, place.party)}"))
        names_drawn.append(tag("text", escape(name), x=x, y=y, class_="node-name"))
    drawn += names_drawn
    for point in issue.scale:
        drawn.append(tag("text", escape(f"{point.at:g}"), x=across(point.at), y=base + 34, class_="mark"))
    title = f"Places on “{issue.name}” from {low:g} to {high:g}"
    return tag(
        "svg",
        tag("title", escape(title), id=f"{issue.line}-title"),
        *drawn,
        viewBox=f"0 0 {_WIDTH} {base + 42:.0f}",
        role="img",
        aria_labelledby=f"{issue.line}-title",
        class_="picture issue-picture",
    )


def _rows(columns: Sequence[float], names: Sequence[str]) -> list[int]:
    """The lowest row for each name in which it meets none before it."""
    free: list[float] = []
    found = []
    for x, name in zip(columns, names, strict=True):
        half = len(name) * _CHARACTER / 2 + 6
        row = next((index for index, edge in enumerate(free) if x - half > edge), len(free))
        free[row : row + 1] = [x + half]
        found.append(row)
    return found


def _colour(brief: Brief, party: str) -> str:
    number = next((line.number for line in brief.parties if line.id == party), None)
    return f"p{(number - 1) % 8 + 1}" if number else "p0"
