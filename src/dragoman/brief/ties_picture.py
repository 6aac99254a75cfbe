"""The picture of ties: parties around a circle, lines that say what lies between them."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.relations import TieFamily, TieLine
from dragoman.brief.svg import tag

__all__ = ["circle_order", "ties_picture"]

NODES_SHOWN: Final = 12
"""At most so many parties are drawn; those with most ties. The table beside the picture has all."""

_WIDTH: Final = 900
_NODE_HEIGHT, _CHARACTER, _LINE = 34.0, 7.6, 15.0
_FAMILIES: tuple[TieFamily, ...] = ("close", "hostile", "dependence")


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
    return tag(
        "svg",
        tag("title", escape(title), id="ties-title"),
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
    frame = tag(
        "rect",
        x=box.x - box.width / 2,
        y=box.y - box.height / 2,
        width=box.width,
        height=box.height,
        rx="6",
        class_=f"node {colour}",
    )
    name = tag("text", escape(_short_name(brief, node)), x=box.x, y=box.y + 5, class_="node-name")
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
            yield tag("path", d=f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}", class_=f"edge {family}")
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
        tag("text", escape(text), x=box.x, y=box.y + (row - (len(shown) - 1) / 2) * _LINE + 4, class_="edge-name")
        for row, text in enumerate(shown)
    ]
    return Markup("").join(rows)
