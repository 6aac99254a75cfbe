"""Unilateral moves and improvements from one state."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State

__all__ = ["improvements", "moves", "submasks"]


def submasks(mask: int) -> NDArray[np.uint32]:
    """List every nonzero combination of the bits of *mask*, ascending.

    >>> submasks(0b101).tolist()
    [1, 4, 5]
    """
    result = np.zeros(1, dtype=np.uint32)
    for bit in range(mask.bit_length()):
        if mask >> bit & 1:
            result = np.concatenate((result, result | np.uint32(1 << bit)))
    return result[1:]


def moves(model: ConflictModel, state: State, dm: str) -> tuple[State, ...]:
    """List the states to which *dm* alone can move from *state*, ascending.

    >>> from dragoman.graph import ConflictModel, Option
    >>> model = ConflictModel(["A"], [Option("a", "A", one_way=True), Option("b", "A")], infeasible=["a and b"])
    >>> moves(model, 0, "A"), moves(model, 1, "A")
    ((1, 2), ())
    """
    model.index(state)
    return tuple(_targets(model, state, dm).tolist())


def improvements(model: ConflictModel, state: State, dm: str) -> tuple[State, ...]:
    """List the states to which *dm* alone can move from *state* and which it prefers, ascending."""
    scores = model.scores(dm)
    here = scores[model.index(state)]
    targets = _targets(model, state, dm)
    return tuple(targets[scores[model.indices(targets)] > here].tolist())


def _targets(model: ConflictModel, state: State, dm: str) -> NDArray[np.uint32]:
    targets = np.sort(np.uint32(state) ^ submasks(model.own(dm)))
    before = model.settled(np.array([state], dtype=np.uint32), dm)
    kept = before & ~model.settled(targets, dm) == 0
    allowed: NDArray[np.uint32] = targets[kept & (model.indices(targets) >= 0)]
    return allowed
