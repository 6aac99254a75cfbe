"""What moves and improvements reach from a state, and the shortest ways there."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import submasks
from dragoman.graph.search import Search, Step

__all__ = ["distances", "path", "reached", "steps_of"]


def reached(
    model: ConflictModel, state: State, *, dms: Sequence[str] | None = None, improving: bool = True
) -> dict[State, int]:
    """Count the fewest moves to every state that *dms* (all, if not given) can reach from *state*, itself included.

    With *improving*, each move must be an improvement for whoever makes it (status quo analysis [1]_).

    References
    ----------
    .. [1] Li, Kilgour & Hipel (2005), "Status quo analysis in the graph model for conflict resolution", Journal of
           the Operational Research Society 56.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> model = ConflictModel(
    ...     ["A", "B"], [Option("a", "A"), Option("b", "B")],
    ...     preferences={"A": Payoffs([0, 1, 0, 1]), "B": Payoffs([1, 0, 0, 1])},
    ... )
    >>> reached(model, 0), reached(model, 2, improving=False)
    ({0: 0, 1: 1, 3: 2}, {0: 1, 1: 2, 2: 0, 3: 1})
    """
    distance = distances(model, state, model.dms if dms is None else dms, improving=improving)
    places = np.flatnonzero(distance >= 0)
    return dict(zip(model.states[places].tolist(), distance[places].tolist(), strict=True))


def path(
    model: ConflictModel, state: State, to: State, *, dms: Sequence[str] | None = None, improving: bool = True
) -> tuple[Step, ...] | None:
    """Find a shortest path of moves from *state* to another; None where there is none.

    Ties go to those who come first in the model, so that the same model gives the same path.
    """
    if model.index(state) == model.index(to):
        return ()
    return Search(model, model.dms if dms is None else dms, improving=improving).to_state(state, to) or None


def distances(model: ConflictModel, state: State, dms: Sequence[str], *, improving: bool) -> NDArray[np.int32]:
    """Count the fewest moves to every state, by its place; -1 where it is not reached."""
    distance = np.full(len(model.states), -1, dtype=np.int32)
    frontier = np.array([model.index(state)], dtype=np.int64)
    distance[frontier] = 0
    steps = 0
    while len(frontier):
        steps += 1
        fresh = []
        for dm in dms:
            for _, targets in steps_of(model, dm, frontier, improving=improving):
                new = np.unique(targets[distance[targets] < 0])
                distance[new] = steps
                fresh.append(new)
        frontier = np.concatenate(fresh) if fresh else frontier[:0]
    return distance


def steps_of(
    model: ConflictModel, dm: str, places: NDArray[np.int64], *, improving: bool
) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """List one decision maker's moves from *places*, source and target, by change of its options."""
    scores, codes = model.scores(dm), model.states[places]
    settled = model.settled(codes, dm)
    found = []
    for change in submasks(model.own(dm)):
        after = codes ^ change
        targets = model.indices(after)
        possible = (targets >= 0) & (settled & ~model.settled(after, dm) == 0)
        if improving:
            possible &= scores[targets] > scores[places]
        found.append((places[possible], targets[possible]))
    return found
