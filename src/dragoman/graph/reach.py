"""What one decision maker can reach, for all states at once.

In option form the states that differ only in a decision maker's own options form a *group*, within which it
moves freely, one-way options apart. Whatever reaches is transitive: a move after a move by the same decision
maker is one move. So a largest or least value over all its moves is one over the group, and one over its
improvements is a running one from its best state in the group downwards. Infeasible states only thin the
groups; with one-way options the same is done once for each combination of them already settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel
from dragoman.graph.states import Codes

__all__ = ["Reach", "Values", "least_reached"]

Values = NDArray[np.signedinteger]
"""A score for every feasible state, along the last axis; further axes are handled alike."""

_Places = NDArray[np.int32]
_BLOCK: Final = 1 << 13


@dataclass(frozen=True, eq=False)
class _Layer:
    """The states some of one decision maker's moves start from, and those they may lead to.

    ``targets`` holds the latter by group and, within it, from best to worst. ``starts`` is where each group begins, and
    where the last one ends; ``opens_tier`` marks what is worse than the one before it or begins a group; ``sources``
    marks those that moves start from (all, if None).
    """

    targets: _Places
    starts: _Places
    opens_tier: NDArray[np.bool_]
    sources: NDArray[np.bool_] | None

    def parts(self) -> Iterator[_Part]:
        """Cut it into parts of whole groups, small enough for the processor's cache."""
        cuts = np.searchsorted(self.starts, np.arange(0, len(self.targets), _BLOCK)).tolist()
        for first, last in pairwise(dict.fromkeys((*cuts, len(self.starts) - 1))):
            starts = self.starts[first : last + 1]
            here = slice(int(starts[0]), int(starts[-1]))
            sources = None if self.sources is None else self.sources[here]
            yield _Part(self.targets[here], starts - starts[0], self.opens_tier[here], sources)


@dataclass(frozen=True, eq=False)
class _Part(_Layer):
    """Some whole groups of a layer; places count from its own beginning."""

    @property
    def sizes(self) -> _Places:
        """How many states each group has."""
        return np.diff(self.starts)

    def over_groups(self, reduced: np.ufunc, values: Values) -> Values:
        """Reduce *values* over each group, and give every member the result."""
        results: Values = reduced.reduceat(values, self.starts[:-1], axis=-1)
        return np.repeat(results, self.sizes, axis=-1)

    def least_better(self, values: Values) -> Values:
        """For each state, the least of *values* there and of those strictly better in its group."""
        # Shifting each group below the one before makes one running minimum serve all groups.
        step = int(values.max()) - int(values.min()) + 1
        shift = np.repeat(np.arange(len(self.starts) - 1) * step, self.sizes)
        running = np.minimum.accumulate(values - shift, axis=-1) + shift
        tier = np.maximum.accumulate(np.where(self.opens_tier, np.arange(len(self.targets)), 0))
        is_better = tier > np.repeat(self.starts[:-1], self.sizes)
        least: Values = np.where(is_better, np.minimum(values, running.take(tier - 1, axis=-1, mode="clip")), values)
        return least

    def store(self, result: Values, values: Values) -> None:
        """Put *values* into *result* for the states that moves start from."""
        targets = self.targets
        if self.sources is not None:
            targets, values = targets[self.sources], values.compress(self.sources, axis=-1)
        if values.ndim == 1:  # Much faster than an ellipsis.
            result[targets] = values
        else:
            result[..., targets] = values


class Reach:
    """One decision maker's moves and improvements in a model."""

    def __init__(self, model: ConflictModel, dm: str) -> None:
        self.dm = dm
        self.scores = model.scores(dm)
        others = model.states & ~np.uint32(model.own(dm))
        order = self._sorted(others)
        settled = model.settled(model.states, dm)
        patterns = np.unique(settled)
        if len(patterns) == 1:
            self.layers = [self._layer(order, others, None)]
        else:
            layers = []
            for pattern in patterns:
                targets = order[settled[order] & pattern == pattern]
                layers.append(self._layer(targets, others, settled[targets] == pattern))
            self.layers = layers

    def _sorted(self, others: Codes) -> _Places:
        """Sort the states by group and, within it, from best to worst."""
        span = int(self.scores.max()) + 2
        key = others.astype(np.int64)
        key *= span
        key -= self.scores
        return np.argsort(key).astype(np.int32)

    def _layer(self, targets: _Places, others: Codes, sources: NDArray[np.bool_] | None) -> _Layer:
        opens_group = np.ones(len(targets), dtype=np.bool_)
        np.not_equal(others[targets[1:]], others[targets[:-1]], out=opens_group[1:])
        opens_tier = opens_group.copy()
        opens_tier[1:] |= self.scores[targets[1:]] != self.scores[targets[:-1]]
        starts = np.append(np.flatnonzero(opens_group), len(targets)).astype(np.int32)
        return _Layer(targets, starts, opens_tier, sources)

    def most(self, values: Values) -> Values:
        """For each state, the largest of *values* there and wherever the decision maker can move."""
        return self._each(values, lambda part, some: part.over_groups(np.maximum, some))

    def least(self, values: Values) -> Values:
        """For each state, the least of *values* there and wherever the decision maker can move."""
        return self._each(values, lambda part, some: part.over_groups(np.minimum, some))

    def least_improving(self, values: Values) -> Values:
        """For each state, the least of *values* there and wherever the decision maker can improve to."""
        return self._each(values, lambda part, some: part.least_better(some))

    def _each(self, values: Values, work: Callable[[_Part, Values], Values]) -> Values:
        result = values.copy()
        for layer in self.layers:
            for part in layer.parts():
                part.store(result, work(part, values.take(part.targets, axis=-1)))
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
