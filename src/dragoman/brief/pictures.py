"""The brief's pictures as inline SVG: ties as a graph, acts as lanes over time. Drawn the same way every time."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.calendar import read_date
from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.relations import TieFamily, TieLine
from dragoman.brief.timeline import ActLine

__all__ = ["acts_picture", "circle_order", "ties_picture"]

NODES_SHOWN: Final = 12
"""At most so many parties are drawn; those with most ties. The table beside the picture has all."""

_WIDTH = 900
_NODE_HEIGHT, _CHARACTER, _LINE = 34.0, 7.6, 15.0
_FAMILIES: tuple[TieFamily, ...] = ("close", "hostile", "dependence")
_COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_HOLLOW = {"planned", "hypothetical", "denied"}


@dataclass(frozen=True)
class _Box:
    """A rectangle by its centre and size."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: _Box) -> bool:
        apart_x = abs(self.x - other.x) >= (self.width + other.width) / 2
        apart_y = abs(self.y - other.y) >= (self.height + other.height) / 2
        return not (apart_x or apart_y)


def _tag(name: str, *inside: Markup | str, **attributes: float | str) -> Markup:
    """Make an SVG element; ``class_`` becomes ``class``, ``_`` becomes ``-``, and every value is escaped."""
    pairs = (
        f'{key.rstrip("_").replace("_", "-")}="{escape(f"{value:.1f}" if isinstance(value, float) else value)}"'
        for key, value in attributes.items()
    )
    return Markup(f"<{' '.join((name, *pairs))}>") + Markup("").join(inside) + Markup(f"</{name}>")  # noqa: S704


def circle_order(nodes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Order *nodes* around a circle so that few lines cross and those that are tied stand near each other.

    Swaps of two are tried until none helps; the given order breaks draws, so the result is always the same.

    >>> circle_order("abcd", [("a", "c"), ("b", "d")])
    ('b', 'a', 'c', 'd')
    """

    def cost(order: Sequence[str]) -> tuple[int, int]:
        place = {node: index for index, node in enumerate(order)}
        spans = [tuple(sorted((place[a], place[b]))) for a, b in pairs]
        crossed = sum(a < c < b < d or c < a < d < b for (a, b), (c, d) in itertools.combinations(spans, 2))
        return crossed, sum(min(b - a, len(order) - b + a) for a, b in spans)

    best, least = list(nodes), cost(nodes)
    improved = True
    while improved:
        improved = False
        for first, second in itertools.combinations(range(len(best)), 2):
            swapped = best.copy()
            swapped[first], swapped[second] = best[second], best[first]
            if cost(swapped) < least:
                best, least, improved = swapped, cost(swapped), True
    return tuple(best)


def _places(nodes: Sequence[str], pairs: Sequence[tuple[str, str]], height: float) -> dict[str, tuple[float, float]]:
    import networkx as nx  # noqa: PLC0415 - slow to load, and only this picture needs it

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(circle_order(nodes, pairs))
    layout = nx.circular_layout(graph)
    return {
        node: (_WIDTH / 2 + float(x) * (_WIDTH / 2 - 100), height / 2 - float(y) * (height / 2 - 40))
        for node, (x, y) in layout.items()
    }


def ties_picture(brief: Brief) -> Markup | None:
    """Draw the ties: full lines are close, dashes hostile, dots one side's hold on the other; None without ties.

    A person's ties are drawn at the party that the person acts for.
    """
    known = {party.id: party.number for party in brief.parties}
    drawn = [(_party(tie.from_, known), _party(tie.to, known), tie) for tie in brief.ties]
    drawn = [(start, end, tie) for start, end, tie in drawn if start != end]
    degree = Counter(node for start, end, _ in drawn for node in (start, end))
    if not degree:
        return None
    nodes = sorted(degree, key=lambda node: (node not in known, -degree[node], known.get(node, 0), node))[:NODES_SHOWN]
    lines: dict[tuple[str, str], list[_Line]] = defaultdict(list)
    for start, end, tie in drawn:
        if start in nodes and end in nodes:
            lines[(min(start, end), max(start, end))].append(_Line(tie, start < end))
    height = min(600.0, 160.0 + 70 * len(nodes))
    places = _places(sorted(nodes, key=lambda node: (known.get(node, 999), node)), list(lines), height)
    boxes = {
        node: _Box(x, y, max(64.0, len(_short_name(brief, node)) * _CHARACTER + 24), _NODE_HEIGHT)
        for node, (x, y) in places.items()
    }
    title = f"Ties between {len(nodes)} parties"
    return _tag(
        "svg",
        _tag("title", escape(title), id="ties-title"),
        *_edges(lines, boxes),
        *(_node(brief, node, box, known.get(node)) for node, box in boxes.items()),
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="img",
        aria_labelledby="ties-title",
        class_="picture ties-picture",
    )


def _party(actor: str, known: Mapping[str, int]) -> str:
    return actor if actor in known or actor.partition(":")[0] not in known else actor.partition(":")[0]


def _short_name(brief: Brief, node: str) -> str:
    return shortened(brief.names.get(node, node), 22)


def _node(brief: Brief, node: str, box: _Box, number: int | None) -> Markup:
    colour = f"p{(number - 1) % 8 + 1}" if number else "p0"
    frame = _tag(
        "rect",
        x=box.x - box.width / 2,
        y=box.y - box.height / 2,
        width=box.width,
        height=box.height,
        rx="6",
        class_=f"node {colour}",
    )
    name = _tag("text", escape(_short_name(brief, node)), x=box.x, y=box.y + 5, class_="node-name")
    return frame + name


@dataclass(frozen=True)
class _Line:
    """A tie between two nodes, and whether it runs from the first of them in the alphabet."""

    tie: TieLine
    forward: bool


def _edges(lines: Mapping[tuple[str, str], Sequence[_Line]], boxes: Mapping[str, _Box]) -> Iterator[Markup]:
    taken = list(boxes.values())
    labels = []
    for (first, second), found in sorted(lines.items()):
        families = [family for family in _FAMILIES if any(line.tie.family == family for line in found)]
        for index, family in enumerate(families):
            shift = (index - (len(families) - 1) / 2) * 14
            start, end = _shifted(boxes[first], boxes[second], shift)
            yield _tag("path", d=f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}", class_=f"edge {family}")
            group = [line for line in found if line.tie.family == family]
            labels.append(_label(group, start, end, taken))
    yield from labels


def _shifted(first: _Box, second: _Box, by: float) -> tuple[tuple[float, float], tuple[float, float]]:
    across, down = second.x - first.x, second.y - first.y
    length = (across**2 + down**2) ** 0.5 or 1.0
    dx, dy = -down / length * by, across / length * by
    return (first.x + dx, first.y + dy), (second.x + dx, second.y + dy)


def _wording(line: _Line, rightward: bool) -> str:
    words = line.tie.relation.replace("_", " ")
    if line.tie.time == "past":
        words = f"{words} (past)"
    if line.tie.mutual:
        return words
    return f"{words} →" if line.forward == rightward else f"← {words}"


def _label(lines: Sequence[_Line], start: tuple[float, float], end: tuple[float, float], taken: list[_Box]) -> Markup:
    """Write what the line means where nothing else stands; an arrow says which way it runs."""
    words = list(dict.fromkeys(_wording(line, start[0] <= end[0]) for line in lines))
    shown = words if len(words) < 4 else [*words[:2], f"and {len(words) - 2} more"]
    width = max(map(len, shown)) * 6.4 + 6
    tried: list[tuple[int, int, _Box]] = []
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73):
        x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
        for lift in (0.0, -12.0, 12.0, -24.0, 24.0):
            box = _Box(x, y + lift, width, len(shown) * _LINE)
            tried.append((sum(box.meets(other) for other in taken), len(tried), box))
    box = min(tried, key=lambda found: found[:2])[2]
    taken.append(box)
    rows = [
        _tag("text", escape(text), x=box.x, y=box.y + (row - (len(shown) - 1) / 2) * _LINE + 4, class_="edge-name")
        for row, text in enumerate(shown)
    ]
    return Markup("").join(rows)


@dataclass(frozen=True)
class _Axis:
    """Days on the picture's width."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        days = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def ticks(self) -> Iterator[tuple[dt.date, str]]:
        """First days of months, or of years where there are more than thirty months."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = 12 if months > 30 else 3 if months > 12 else 1
        for count in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            year, month = divmod(count, 12)
            day = dt.date(year, month + 1, 1)
            if count % step == 0 and self.first <= day and self.x(day) < self.right - 50:
                words = read_date(f"{year}-{month + 1:02}").words.split()
                yield day, words[1] if step == 12 else f"{words[0][:3]} {words[1]}"


def _window(days: Sequence[dt.date]) -> list[dt.date]:
    """Leave out early days that lie further from the rest than the rest is long, so that it can be seen."""
    kept = sorted(days)
    while len(kept) > 3 and (kept[1] - kept[0]).days > max(60, (kept[-1] - kept[1]).days):
        kept = kept[1:]
    return kept


def acts_picture(brief: Brief) -> Markup | None:
    """Draw dated acts in a lane for each party; None where fewer than three can be placed in time."""
    dated = [(read_date(act.date), act) for act in brief.acts]
    placed = [(found.first, found.last or found.first, act) for found, act in dated if found.first]
    placed = [(first, last, act) for first, last, act in placed if (last - first).days <= 92]
    if len(placed) < 3:
        return None
    kept = _window([first for first, _, _ in placed])
    deadlines = [read_date(line.date).last for line in brief.deadlines if read_date(line.date).precision == "day"]
    begin = kept[0]
    end = max([last for _, last, _ in placed] + [day for day in deadlines if day and (day - kept[-1]).days <= 370])
    pad = dt.timedelta(days=max(4, (end - begin).days // 25))
    axis = _Axis(begin - pad, end + pad, 150.0, _WIDTH - 12.0)
    lanes = _lanes(brief, [item for item in placed if item[0] >= begin], axis)
    height = lanes[-1].bottom + 30 if lanes else 60.0
    marks = [day for day in deadlines if day and axis.first <= day <= axis.last]
    left_out = sum(first < begin for first, _, _ in placed)
    note = f" {left_out} earlier not drawn." if left_out else ""
    title = f"{sum(len(lane.points) for lane in lanes)} marks of acts in time, a lane for each party.{note}"
    return _tag(
        "svg",
        _tag("title", escape(title), id="acts-title"),
        *_ticks(axis, height),
        *(part for lane in lanes for part in lane.drawn(axis)),
        *_deadlines(marks, axis, height),
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="img",
        aria_labelledby="acts-title",
        class_="picture acts-picture",
    )


def _ticks(axis: _Axis, height: float) -> Iterator[Markup]:
    for day, words in axis.ticks():
        x = axis.x(day)
        yield _tag("path", d=f"M{x:.1f} 6V{height - 22:.1f}", class_="grid")
        yield _tag("text", escape(words), x=x + 3, y=height - 8, class_="tick")


def _deadlines(days: Iterable[dt.date], axis: _Axis, height: float) -> Iterator[Markup]:
    """A dashed line for each deadline; the word only where it does not run into the one before."""
    named = -100.0
    for day in sorted(set(days)):
        x = axis.x(day)
        yield _tag("path", d=f"M{x:.1f} 6V{height - 22:.1f}", class_="deadline")
        if x - named > 60:
            yield _tag("text", "deadline", x=x - 4, y=16.0, class_="deadline-name")
            named = x


@dataclass(frozen=True)
class _Lane:
    name: str
    colour: str
    top: float
    bottom: float
    points: tuple[tuple[float, float, float, ActLine], ...]

    def drawn(self, axis: _Axis) -> Iterator[Markup]:
        middle = (self.top + self.bottom) / 2
        yield _tag("path", d=f"M{axis.left:.1f} {self.bottom:.1f}H{axis.right:.1f}", class_="lane")
        yield _tag("text", escape(shortened(self.name, 19)), x=axis.left - 12, y=middle + 4, class_="lane-name")
        for x, to, y, act in self.points:
            if to - x > 14:
                yield _tag("path", d=f"M{x:.1f} {y:.1f}H{to:.1f}", class_=f"spell {self.colour}")
            yield _point((x + to) / 2, y, act, self.colour)


def _point(x: float, y: float, act: ActLine, colour: str) -> Markup:
    hollow = " hollow" if act.status in _HOLLOW else ""
    tip = _tag("title", escape(f"{act.when}: {act.says}"))
    if act.event in _COOPERATION:
        return _tag("circle", tip, cx=x, cy=y, r="5.5", class_=f"act {colour}{hollow}")
    return _tag("path", tip, d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z", class_=f"act {colour}{hollow}")


def _lanes(brief: Brief, placed: Sequence[tuple[dt.date, dt.date, ActLine]], axis: _Axis) -> list[_Lane]:
    lanes, top = [], 22.0
    for party in brief.parties:
        rows: list[float] = []
        points = []
        for first, last, act in placed:
            if not any(actor == party.id or actor.startswith(f"{party.id}:") for actor in act.actor):
                continue
            x, to = axis.x(first), axis.x(last)
            row = next((index for index, free in enumerate(rows) if x - free > 16), len(rows))
            rows[row:] = [*([to] if row < len(rows) else []), *rows[row + 1 :], *([to] if row == len(rows) else [])]
            points.append((x, to, top + 16 + row * 18, act))
        if points:
            bottom = top + 32 + max(0, len(rows) - 1) * 18
            lanes.append(_Lane(party.name, f"p{(party.number - 1) % 8 + 1}", top, bottom, tuple(points)))
            top = bottom
    return lanes
