"""The integrated graph: states on a ring, everybody's moves between them, equilibria doubly outlined."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import improvements, moves
from dragoman.graph.pictures.svg import DASHES, PALETTE, Labels, Picture, check_count, label_of, shortened
from dragoman.graph.stability import Concept, Stability

__all__ = ["integrated_picture"]

_MOST: Final = 40
_NODE: Final = 15.0
_Point = tuple[float, float]


def integrated_picture(
    model: ConflictModel,
    found: Stability | None = None,
    states: Sequence[State] | None = None,
    *,
    improving: bool = True,
    concept: Concept = "seq",
    status_quo: State | None = None,
    labels: Labels | None = None,
) -> str:
    """Draw the moves among *states* (all, if not given): improvements only, or all moves where not *improving*.

    Each decision maker has a colour and a pattern of dashes, told below. Equilibria under *concept*
    in *found* have a second ring; the *status quo* is shaded. States are called by their codes, or as *labels* say.

    Raises
    ------
    TooManyStates
        Over 40 states.
    """
    chosen = [int(s) for s in (model.states if states is None else states)]
    check_count(len(chosen), _MOST)
    for state in chosen:
        model.index(state)
    radius = max(80.0, 62.0 * len(chosen) / (2 * math.pi))
    size = 2 * (radius + 40)
    place = {state: _around(k, len(chosen), radius, size / 2) for k, state in enumerate(chosen)}
    links = [
        (i, s, t)
        for i, dm in enumerate(model.dms)
        for s in chosen
        for t in _targets(model, s, dm, improving=improving)
        if t in place
    ]
    kind = "improvements" if improving else "moves"
    words = "; ".join(f"{model.dms[i]}: {label_of(s, labels)} to {label_of(t, labels)}" for i, s, t in links) or "none"
    picture = Picture(
        max(size, 260), size + 20 * len(model.dms) + 26, f"Integrated graph of {kind}", f"{kind}: {words}"
    )
    for i, source, target in links:
        label = f"{model.dms[i]}: {label_of(source, labels)} to {label_of(target, labels)}"
        _link(picture, (place[source], place[target]), i, label, size / 2)
    for state in chosen:
        holds = found is not None and concept in found.equilibrium_at(state)
        _node(
            picture,
            (label_of(state, labels), ", ".join(model.taken(state)) or "nothing taken"),
            place[state],
            holds=holds,
            shaded=state == status_quo,
        )
    for i, dm in enumerate(model.dms):
        y = size + 14 + 20 * i
        colour = PALETTE[i % len(PALETTE)]
        picture.curve(f"M 10 {y - 4:.1f} L 50 {y - 4:.1f}", colour=colour, dash=DASHES[i % len(DASHES)])
        picture.text(58, y, shortened(dm), colour=colour, bold=True)
    note = "double ring: equilibrium" + ("; shaded: now" if status_quo is not None else "")
    picture.text(10, size + 14 + 20 * len(model.dms), note)
    return str(picture)


def _targets(model: ConflictModel, state: State, dm: str, *, improving: bool) -> tuple[State, ...]:
    return improvements(model, state, dm) if improving else moves(model, state, dm)


def _around(k: int, count: int, radius: float, centre: float) -> tuple[float, float]:
    angle = 2 * math.pi * k / count - math.pi / 2
    return centre + radius * math.cos(angle), centre + radius * math.sin(angle)


def _link(picture: Picture, ends: tuple[_Point, _Point], i: int, label: str, centre: float) -> None:
    """Bend each party's moves a little differently, so that a move and the move back lie side by side."""
    start, end = ends
    (x, y), (to_x, to_y) = start, end
    length = math.hypot(to_x - x, to_y - y)
    bend = 0.12 + 0.05 * i
    middle = ((x + to_x) / 2, (y + to_y) / 2)
    control = (
        middle[0] - (to_y - y) * bend + (centre - middle[0]) * 0.12,
        middle[1] + (to_x - x) * bend + (centre - middle[1]) * 0.12,
    )
    begin = _towards(start, control, _NODE)
    tip = _towards(end, control, _NODE + 1)
    colour = PALETTE[i % len(PALETTE)]
    path = f"M {begin[0]:.1f} {begin[1]:.1f} Q {control[0]:.1f} {control[1]:.1f} {tip[0]:.1f} {tip[1]:.1f}"
    picture.curve(path, colour=colour, dash=DASHES[i % len(DASHES)], label=label)
    away = math.hypot(end[0] - control[0], end[1] - control[1]) or length
    picture.arrowhead(*tip, ((end[0] - control[0]) / away, (end[1] - control[1]) / away), colour=colour)


def _towards(point: _Point, other: _Point, distance: float) -> _Point:
    length = math.hypot(other[0] - point[0], other[1] - point[1]) or 1.0
    share = distance / length
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _node(picture: Picture, said: tuple[str, str], at: _Point, *, holds: bool, shaded: bool) -> None:
    called, taken = said
    label = f"{called}: {taken}" + (" (equilibrium)" if holds else "")
    picture.circle(*at, _NODE, fill="#dddddd" if shaded else "#ffffff", width=1.2, label=label)
    if holds:
        picture.circle(*at, _NODE - 3, fill="none", width=1.2)
    picture.text(at[0], at[1] + 4, called, anchor="middle", bold=holds)
