"""What one decision maker can reach, for all states at once.

In option form the states that differ only in a decision maker's own options form a *group*, within which it
moves freely, one-way options apart. Whatever reaches is transitive: a move after a move by the same decision
maker is one move. So a largest or least value over all its moves is one over the group, and one over its
improvements is a running one from its best state in the group downwards. Infeasible states only thin the
groups; with one-way options the same is done once for each combination of them already settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel

__all__ = ["Reach", "Values", "least_reached"]

Values = NDArray[np.signedinteger]
"""A score for every feasible state, along the last axis; further axes are handled alike."""

_Places = NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class _Layer:
    """The states some of one decision maker's moves start from, and those they may lead to.

    ``targets`` holds the latter by group and, within it, from best to worst; ``starts`` is where each group begins.
    For each of ``sources``: ``group`` is its group, ``better`` how far into ``targets`` the states of its group go that
    it improves to (the last of these; -1 for none).
    """

    sources: slice | NDArray[np.intp]
    targets: _Places
    starts: NDArray[np.intp]
    group: _Places
    better: _Places


class Reach:
    """One decision maker's moves and improvements in a model."""

    def __init__(self, model: ConflictModel, dm: str) -> None:
        self.dm = dm
        self.scores = model.scores(dm)
        self.span = int(self.scores.max()) + 2
        others = (model.states & ~np.uint32(model.own(dm))).astype(np.int64)
        order = np.argsort(others * self.span + (self.span - self.scores)).astype(np.int32)
        settled = model.settled(model.states, dm)
        patterns = np.unique(settled)
        if len(patterns) == 1:
            self.layers = [self._layer(slice(None), order, others)]
        else:
            self.layers = [
                self._layer(np.flatnonzero(settled == pattern), order[settled[order] & pattern == pattern], others)
                for pattern in patterns
            ]

    def _layer(self, sources: slice | NDArray[np.intp], targets: _Places, others: NDArray[np.int64]) -> _Layer:
        opens_group = np.diff(others[targets], prepend=-1) != 0
        opens_tier = opens_group | (np.diff(self.scores[targets], prepend=-1) != 0)
        place = np.arange(len(targets), dtype=np.int32)
        tier = np.maximum.accumulate(np.where(opens_tier, place, 0))
        group = np.cumsum(opens_group, dtype=np.int32) - 1
        starts = np.flatnonzero(opens_group)
        last_better = np.where(tier > starts[group], tier - 1, -1)
        spread = np.zeros((2, len(others)), dtype=np.int32)
        spread[:, targets] = group, last_better
        return _Layer(sources, targets, starts, spread[0, sources], spread[1, sources])

    def most(self, values: Values) -> Values:
        """For each state, the largest of *values* there and wherever the decision maker can move."""
        result = values.copy()
        for layer in self.layers:
            best = np.maximum.reduceat(values[..., layer.targets], layer.starts, axis=-1)
            result[..., layer.sources] = best[..., layer.group]
        return result

    def least(self, values: Values) -> Values:
        """For each state, the least of *values* there and wherever the decision maker can move."""
        result = values.copy()
        for layer in self.layers:
            worst = np.minimum.reduceat(values[..., layer.targets], layer.starts, axis=-1)
            result[..., layer.sources] = worst[..., layer.group]
        return result

    def least_improving(self, values: Values) -> Values:
        """For each state, the least of *values* there and wherever the decision maker can improve to."""
        result = values.copy()
        step = int(values.max()) - int(values.min()) + 1
        for layer in self.layers:
            # Shifting each group below the one before makes one running minimum serve all groups.
            shift = np.repeat(np.arange(len(layer.starts)) * step, np.diff(layer.starts, append=len(layer.targets)))
            running = np.minimum.accumulate(values[..., layer.targets] - shift, axis=-1) + shift
            here = values[..., layer.sources]
            reached = np.where(layer.better >= 0, running[..., layer.better], here)
            result[..., layer.sources] = np.minimum(here, reached)
        return result


def least_reached(reaches: Sequence[Reach], values: Values, *, improving: bool) -> Values:
    """For each state, the least of *values* there and at the end of any legal sequence of moves by *reaches*.

    A sequence is legal when nobody moves twice in a row, which loses nothing here, as moves are transitive.
    With *improving*, each move must be an improvement for whoever makes it.
    """
    pending = len(reaches)
    place = 0
    while pending:
        reach = reaches[place % len(reaches)]
        lower = reach.least_improving(values) if improving else reach.least(values)
        pending = pending - 1 if np.array_equal(lower, values) else len(reaches) - 1
        values = lower
        place += 1
    return values
