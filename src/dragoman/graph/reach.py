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

Values = NDArray[np.int64]
"""A score for every feasible state, along the last axis; further axes are handled alike."""


@dataclass(frozen=True, eq=False)
class _Layer:
    """The states some of one decision maker's moves start from, and those they may lead to.

    ``targets`` holds the latter by group and, within it, from best to worst. For each of ``sources``:
    ``group`` is its group, ``better`` how far into ``targets`` the states of its group go that it improves to
    (the last of these; -1 for none).
    """

    sources: slice | NDArray[np.intp]
    targets: NDArray[np.intp]
    starts: NDArray[np.intp]
    target_group: NDArray[np.intp]
    group: NDArray[np.intp]
    better: NDArray[np.intp]


class Reach:
    """One decision maker's moves and improvements in a model."""

    def __init__(self, model: ConflictModel, dm: str) -> None:
        self.dm = dm
        self.scores: Values = model.scores(dm).astype(np.int64)
        states = model.states.astype(np.int64)
        self.group = np.unique(states & ~model.own(dm), return_inverse=True)[1]
        self.span = int(self.scores.max()) + 2 if len(states) else 1
        settled = model.settled(model.states, dm)
        order = np.argsort(self.group * self.span + (self.span - self.scores), kind="stable")
        patterns = np.unique(settled)
        if len(patterns) == 1:
            self.layers = [self._layer(slice(None), order)]
        else:
            self.layers = [
                self._layer(np.flatnonzero(settled == pattern), order[settled[order] & pattern == pattern])
                for pattern in patterns
            ]

    def _layer(self, sources: slice | NDArray[np.intp], targets: NDArray[np.intp]) -> _Layer:
        group = self.group[targets]
        cuts = np.flatnonzero(np.diff(group)) + 1
        starts = np.concatenate(([0], cuts))
        dense = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(targets))))
        place = np.searchsorted(group[starts], self.group[sources])
        key = group * self.span + (self.span - self.scores[targets])
        first_not_better = np.searchsorted(key, self.group[sources] * self.span + (self.span - self.scores[sources]))
        better = np.where(first_not_better > starts[place], first_not_better - 1, -1)
        return _Layer(sources, targets, starts, dense, place, better)

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
            shift = layer.target_group * step
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
