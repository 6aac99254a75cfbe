"""The option table: a row for each option, grouped by who controls it, a column for each state."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.pictures.svg import PALETTE, Labels, Picture, check_count, label_of, shortened, width_of
from dragoman.graph.stability import Stability

__all__ = ["option_table_picture"]

_MOST: Final = 60
_ROW: Final = 20
_COLUMN: Final = 26


def option_table_picture(
    model: ConflictModel,
    states: Sequence[State] | None = None,
    found: Stability | None = None,
    labels: Labels | None = None,
) -> str:
    """Draw which options are taken in *states* (all, if not given), with a row for each concept of *found*.

    A filled cell with Y is taken, an empty one with a dot is not; a diamond marks an equilibrium. States are called by
    their codes, or as *labels* say.

    Raises
    ------
    TooManyStates
        Over 60 states.
    InfeasibleModel
        When a state is infeasible.
    """
    chosen = [int(s) for s in (model.states if states is None else states)]
    check_count(len(chosen), _MOST)
    for state in chosen:
        model.index(state)
    concepts = () if found is None else found.concepts
    ending = [f"equilibrium ({concept.upper()})" for concept in concepts]
    left = 24 + max(width_of(shortened(name)) for name in (*model.names, *model.dms, *ending))
    rows = len(model.names) + len(model.dms) + len(concepts) + 1
    called = [label_of(s, labels) for s in chosen]
    described = "; ".join(
        f"{label} ({model.letters(s)}): {', '.join(model.taken(s)) or 'nothing taken'}"
        for s, label in zip(chosen, called, strict=True)
    )
    picture = Picture(left + _COLUMN * len(chosen) + 10, _ROW * rows + 16, "Options by state", described)
    _head(picture, left, called)
    y = 14 + _ROW
    for i, dm in enumerate(model.dms):
        picture.text(4, y + 14, shortened(dm), bold=True, colour=PALETTE[i % len(PALETTE)])
        y += _ROW
        for bit in (bit for bit, option in enumerate(model.options) if option.dm == dm):
            taken = [bool(state >> bit & 1) for state in chosen]
            _option(picture, model.names[bit], taken, (left, y), PALETTE[i % len(PALETTE)])
            y += _ROW
    for concept, label in zip(concepts, ending, strict=True):
        picture.text(4, y + 14, label)
        for column, state in enumerate(chosen):
            if found is not None and concept in found.equilibrium_at(state):
                picture.text(left + _COLUMN * (column + 0.5), y + 14, "◆", anchor="middle")
        y += _ROW
    return str(picture)


def _head(picture: Picture, left: float, called: Sequence[str]) -> None:
    for column, label in enumerate(called):
        picture.text(left + _COLUMN * (column + 0.5), 16, label, anchor="middle", bold=True)
    picture.line(4, 24, picture.width - 4, 24)


def _option(picture: Picture, option: str, taken: Sequence[bool], at: tuple[float, float], colour: str) -> None:
    left, y = at
    picture.text(14, y + 14, shortened(option))
    for column, yes in enumerate(taken):
        x = left + _COLUMN * column
        if yes:
            picture.box(x + 2, y + 1, _COLUMN - 4, _ROW - 2, fill=colour, label=option)
            picture.text(x + _COLUMN / 2, y + 15, "Y", anchor="middle", colour="#ffffff", bold=True)
        else:
            picture.text(x + _COLUMN / 2, y + 14, "·", anchor="middle")
