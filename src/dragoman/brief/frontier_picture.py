"""The picture of the frontier: what deals bring two parties with given worths, and where three solutions lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.agreements import BargainLine
from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.svg import tag

__all__ = ["frontier_picture"]

_WIDTH, _HEIGHT = 900, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 90.0, 640.0, 24.0, 360.0
_ROW: Final = 20.0


def frontier_picture(brief: Brief) -> Markup | None:
    """Draw the deals that cannot be bettered by what they bring the first two players; None where there are none.

    The status quo is the corner at 0. Each solution is a filled dot with its name; where several choose the same deal
    their names stand together.
    """
    bargain = brief.agreements.bargain if brief.agreements else None
    if bargain is None or len(bargain.players) < 2:
        return None
    first, second = bargain.players[:2]
    most = [max(1e-12, *(point.gains[player] for point in bargain.frontier)) for player in (first, second)]

    def place(gains: dict[str, float]) -> tuple[float, float]:
        across = _LEFT + (_RIGHT - _LEFT) * gains[first] / most[0]
        return across, _BOTTOM - (_BOTTOM - _TOP) * gains[second] / most[1]

    names = [shortened(brief.names.get(player, player), 30) for player in (first, second)]
    title = f"What {len(bargain.frontier)} deals bring {names[0]} (across) and {names[1]} (up)"
    dots = [place(point.gains) for point in bargain.frontier]
    return tag(
        "svg",
        tag("title", escape(title), id="frontier-title"),
        *_axes(names, most),
        *(tag("circle", cx=x, cy=y, r="4.5", class_="act hollow p0") for x, y in dots),
        *_solutions(bargain, [place(point.gains) for point in bargain.points]),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_labelledby="frontier-title",
        class_="picture frontier-picture",
    )


def _axes(names: Sequence[str], most: Sequence[float]) -> Iterator[Markup]:
    yield tag("path", d=f"M{_LEFT:.1f} {_TOP:.1f}V{_BOTTOM:.1f}H{_RIGHT:.1f}", class_="grid", fill="none")
    yield tag("text", "0", x=_LEFT - 10, y=_BOTTOM + 16, class_="mark")
    yield tag("text", escape(f"{most[0]:g}"), x=_RIGHT, y=_BOTTOM + 18, class_="mark")
    yield tag("text", escape(f"{most[1]:g}"), x=_LEFT - 26, y=_TOP + 4, class_="mark")
    yield tag("text", escape(f"{names[0]} gains"), x=(_LEFT + _RIGHT) / 2, y=_BOTTOM + 40, class_="mark")
    yield tag("text", escape(f"{names[1]} gains"), x=_LEFT + 8, y=_TOP - 8)


def _solutions(bargain: BargainLine, dots: Sequence[tuple[float, float]]) -> Iterator[Markup]:
    """A filled dot for each deal that a solution chooses, with the names of all that choose it."""
    chosen: dict[tuple[float, float], list[str]] = {}
    for point, dot in zip(bargain.points, dots, strict=True):
        chosen.setdefault(dot, []).append(point.name)
    taken: list[float] = []
    for (x, y), names in sorted(chosen.items()):
        row = y
        while any(abs(row - other) < _ROW for other in taken):
            row += _ROW
        taken.append(row)
        yield tag("path", d=f"M{x:.1f} {y:.1f}L{_RIGHT + 20:.1f} {row:.1f}", class_="grid")
        yield tag("circle", cx=x, cy=y, r="6", class_="act p1")
        yield tag("text", escape(", ".join(names)), x=_RIGHT + 26, y=row + 4)
