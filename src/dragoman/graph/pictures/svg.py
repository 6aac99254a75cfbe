"""The few shapes that the pictures are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from dragoman.errors import TooManyStates

__all__ = ["DASHES", "INK", "PALETTE", "Labels", "Picture", "check_count", "label_of", "shortened", "width_of"]

Labels = Mapping[int, str]
"""What states are called in a picture, by their codes; those left out are called by their codes."""

INK: Final = "#1a1a1a"
PALETTE: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#8A6D00", "#56B4E9", "#5C5C5C")
"""Okabe & Ito (2008), *Color Universal Design*; the yellow is darkened so that it can be read on white."""
DASHES: Final = ("", "7 3", "2 2", "10 3 2 3", "4 4", "12 4", "1 3")
_CHARACTER: Final = 6.7


class Picture:
    """Collects shapes and writes them as one SVG element with a title and a description for those who cannot see it."""

    def __init__(self, width: float, height: float, title: str, description: str) -> None:
        self.width, self.height = width, height
        self.parts = [f"<title>{escape(title)}</title>", f"<desc>{escape(description)}</desc>"]

    def text(
        self, x: float, y: float, words: str, *, anchor: str = "start", colour: str = INK, bold: bool = False
    ) -> None:
        """Write *words* on the line *y*."""
        weight = ' font-weight="bold"' if bold else ""
        self.parts.append(
            f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"{weight}>{escape(words)}</text>'
        )

    def box(self, x: float, y: float, width: float, height: float, *, fill: str, label: str = "") -> None:
        """Draw a filled rectangle; *label* shows when it is pointed at."""
        tip = f"<title>{escape(label)}</title>" if label else ""
        self.parts.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}">{tip}</rect>'
        )

    def line(self, x: float, y: float, to_x: float, to_y: float, *, colour: str = INK, width: float = 1.0) -> None:
        """Draw a straight line."""
        self.parts.append(
            f'<line x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}" '
            f'stroke="{colour}" stroke-width="{width}"/>'
        )

    def circle(self, x: float, y: float, radius: float, *, fill: str, width: float, label: str = "") -> None:
        """Draw an outlined circle; *label* shows when it is pointed at."""
        tip = f"<title>{escape(label)}</title>" if label else ""
        self.parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}" stroke="{INK}" stroke-width="{width}">'
            f"{tip}</circle>"
        )

    def curve(self, path: str, *, colour: str, dash: str, label: str = "") -> None:
        """Draw a curved line along an SVG path."""
        dashes = f" stroke-dasharray={quoteattr(dash)}" if dash else ""
        tip = f"<title>{escape(label)}</title>" if label else ""
        self.parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.6"{dashes}>{tip}</path>')

    def arrowhead(self, x: float, y: float, along: tuple[float, float], *, colour: str) -> None:
        """Draw a small triangle with its point at *x*, *y*, in the direction of the unit vector *along*."""
        u, v = along
        left = (x - 9 * u + 4 * v, y - 9 * v - 4 * u)
        right = (x - 9 * u - 4 * v, y - 9 * v + 4 * u)
        points = " ".join(f"{a:.1f},{b:.1f}" for a, b in ((x, y), left, right))
        self.parts.append(f'<polygon points="{points}" fill="{colour}"/>')

    def __str__(self) -> str:
        """Give the finished element."""
        inside = "\n".join(self.parts)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {self.width:.0f} {self.height:.0f}" '
            f'width="{self.width:.0f}" height="{self.height:.0f}" font-family="sans-serif" font-size="12">'
            f"\n{inside}\n</svg>\n"
        )


def width_of(words: str) -> float:
    """Estimate how wide *words* are, in pixels."""
    return len(words) * _CHARACTER


def shortened(words: str, most: int = 40) -> str:
    """Cut long names.

    >>> shortened("a very long name of an option", 12)
    'a very long…'
    """
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def label_of(state: int, labels: Labels | None) -> str:
    """Give what a state is called.

    >>> label_of(3, {3: "A"}), label_of(4, {3: "A"})
    ('A', '4')
    """
    return str(state) if labels is None else shortened(labels.get(state, str(state)), 6)


def check_count(count: int, most: int) -> None:
    """Refuse a picture that nobody could read."""
    if count > most:
        raise TooManyStates(f"{count} states are too many for this picture; name at most {most} of them.")
