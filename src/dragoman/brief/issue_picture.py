"""The picture of an issue: its scale, and the parties at their places."""

from __future__ import annotations

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
    for place, name, x, row in zip(issue.places, names, columns, rows, strict=True):
        drawn.append(_mark(name, x, base - row * _ROW, base, _colour(brief, place.party)))
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


def _mark(name: str, x: float, y: float, base: float, colour: str) -> Markup:
    line = tag("path", d=f"M{x:.1f} {y - 2:.1f}V{base + 10:.1f}", class_="grid")
    dot = tag("circle", cx=x, cy=base + 10, r="6", class_=f"act {colour}")
    return line + dot + tag("text", escape(name), x=x, y=y - 4, class_="node-name")


def _colour(brief: Brief, party: str) -> str:
    number = next((line.number for line in brief.parties if line.id == party), None)
    return f"p{(number - 1) % 8 + 1}" if number else "p0"
