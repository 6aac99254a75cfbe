"""Comparing states across decision makers: who prefers which, what is better for all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.states import Codes

__all__ = ["better_for_all", "comparison", "undominated"]


def comparison(model: ConflictModel, state: State, other: State) -> dict[str, Literal["better", "equal", "worse"]]:
    """Say for each decision maker how *state* compares with *other*.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])})
    >>> comparison(model, 1, 0)
    {'A': 'better'}
    """
    here, there = model.index(state), model.index(other)
    result: dict[str, Literal["better", "equal", "worse"]] = {}
    for dm in model.dms:
        scores = model.scores(dm)
        gain = int(scores[here]) - int(scores[there])
        result[dm] = "better" if gain > 0 else "worse" if gain < 0 else "equal"
    return result


def better_for_all(
    model: ConflictModel, state: State, *, dms: Sequence[str] | None = None, strictly: bool = False
) -> tuple[State, ...]:
    """List the states that nobody among *dms* (all, if not given) likes less than *state*, and some like more.

    With *strictly*, those that every one of them likes more. Ascending.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(
    ...     ["A", "B"],
    ...     [Option("a", "A"), Option("b", "B")],
    ...     preferences={"A": Prioritised(["b", "not a"]), "B": Prioritised(["a", "not b"])},
    ... )
    >>> better_for_all(model, 0)
    (3,)
    """
    place = model.index(state)
    none_worse = np.ones(len(model.states), dtype=np.bool_)
    some_better = np.zeros(len(model.states), dtype=np.bool_)
    for dm in model.dms if dms is None else dms:
        scores = model.scores(dm)
        none_worse &= scores > scores[place] if strictly else scores >= scores[place]
        some_better |= scores > scores[place]
    return tuple(model.states[none_worse & some_better].tolist())


def undominated(model: ConflictModel, states: Sequence[State] | Codes) -> tuple[State, ...]:
    """Keep those of *states* to which no other of them is better for some and worse for none, ascending.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(
    ...     ["A", "B"],
    ...     [Option("a", "A"), Option("b", "B")],
    ...     preferences={"A": Prioritised(["b", "not a"]), "B": Prioritised(["a", "not b"])},
    ... )
    >>> undominated(model, [0, 1, 2, 3])
    (1, 2, 3)
    """
    given = np.unique(np.asarray(states, dtype=np.int64))
    for beyond in given[(given < 0) | (given >= 1 << len(model.options))].tolist():
        model.index(beyond)
    codes = given.astype(np.uint32)
    places = model.indices(codes)
    if (places < 0).any():
        model.index(int(codes[np.argmin(places)]))
    points = np.stack([np.unique(model.scores(dm)[places], return_inverse=True)[1] for dm in model.dms], axis=1)
    unique, which = np.unique(points, axis=0, return_inverse=True)
    return tuple(codes[_front(unique)[which.ravel()]].tolist())


def _front(points: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Mark the distinct *points* that no other one dominates.

    Whatever has the largest sum among those left is dominated by none; it is kept, and what it dominates goes.
    """
    left = np.argsort(-points.sum(axis=1), kind="stable")
    front = np.zeros(len(points), dtype=np.bool_)
    while len(left):
        first = left[0]
        front[first] = True
        left = left[(points[left] > points[first]).any(axis=1)]
    return front
