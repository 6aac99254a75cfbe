"""The tableau of stability: everybody's states from best to worst, with what it would do there and could gain.

It follows the tableau form of Fraser & Hipel (1984), *Conflict Analysis: Models and Resolutions*.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import improvements
from dragoman.graph.pictures.svg import INK, PALETTE, Labels, Picture, check_count, label_of, shortened
from dragoman.graph.stability import Concept, Stability

__all__ = ["tableau_picture"]

_MOST: Final = 40
_ROW: Final = 18
_COLUMN: Final = 40
_LISTED: Final = 6
_LEFT: Final = 150


def tableau_picture(
    found: Stability,
    states: Sequence[State] | None = None,
    *,
    concept: Concept = "seq",
    labels: Labels | None = None,
) -> str:
    """Draw the tableau for *concept* over *states* (all, if not given).

    For each decision maker a row of states from best to worst, a bar under those it likes equally; above each state
    ``r`` (rational: no improvement), ``s`` (stable, as its improvements are deterred) or ``u`` (unstable), and ``E``
    where it is an equilibrium; below it the states it could improve to, best first. States are called by their codes,
    or as *labels* say; then improvements to states without a label are only counted.

    Raises
    ------
    TooManyStates
        Over 40 states.
    """
    model = found.model
    chosen = [int(s) for s in (model.states if states is None else states)]
    check_count(len(chosen), _MOST)
    gains = {dm: {s: _gains(model, s, dm, labels) for s in chosen} for dm in model.dms}
    heights = [(3.6 + max(len(row) for row in gains[dm].values())) * _ROW for dm in model.dms]
    holds = [s for s in chosen if concept in found.equilibrium_at(s)]
    words = f"Equilibria ({concept.upper()}): {', '.join(label_of(s, labels) for s in holds) or 'none'}."
    picture = Picture(_LEFT + _COLUMN * len(chosen) + 10, sum(heights) + 30, "Tableau of stability", words)
    picture.text(4, 16, words, bold=True)
    y = 24.0
    for i, dm in enumerate(model.dms):
        picture.line(4, y, picture.width - 4, y, colour="#999999")
        picture.text(4, y + 2.4 * _ROW, shortened(dm, 20), bold=True, colour=PALETTE[i % len(PALETTE)])
        _party(picture, found, concept, (dm, chosen, gains[dm]), y, labels)
        y += heights[i]
    return str(picture)


def _gains(model: ConflictModel, state: State, dm: str, labels: Labels | None) -> list[str]:
    scores = model.scores(dm)
    ordered = sorted(improvements(model, state, dm), key=lambda to: (-int(scores[model.index(to)]), to))
    shown = [to for to in ordered if labels is None or to in labels][:_LISTED]
    more = [f"+{len(ordered) - len(shown)}"] if len(ordered) > len(shown) else []
    return [label_of(to, labels) for to in shown] + more


def _party(
    picture: Picture,
    found: Stability,
    concept: Concept,
    party: tuple[str, Sequence[State], dict[State, list[str]]],
    y: float,
    labels: Labels | None,
) -> None:
    dm, states, gains = party
    model = found.model
    scores = model.scores(dm)
    worth = {s: int(scores[model.index(s)]) for s in states}
    stable = found.stable(concept, dm)
    ordered = sorted(states, key=lambda s: (-worth[s], s))
    for column, state in enumerate(ordered):
        x = _LEFT + _COLUMN * (column + 0.5)
        mark = "r" if not gains[state] else "s" if stable[model.index(state)] else "u"
        equilibrium = "E " if concept in found.equilibrium_at(state) else ""
        picture.text(x, y + 1.2 * _ROW, equilibrium + mark, anchor="middle")
        picture.text(x, y + 2.4 * _ROW, label_of(state, labels), anchor="middle", bold=True)
        if column + 1 < len(ordered) and worth[ordered[column + 1]] == worth[state]:
            picture.line(x - 8, y + 2.7 * _ROW, x + _COLUMN + 8, y + 2.7 * _ROW, colour=INK, width=2.0)
        for row, gain in enumerate(gains[state]):
            picture.text(x, y + (3.6 + row) * _ROW, gain, anchor="middle", colour="#444444")
