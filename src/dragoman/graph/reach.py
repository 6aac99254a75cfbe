"""What one decision maker can reach, for all states at once.

In option form the states that differ only in a decision maker's own options form a *group*, within which it
moves freely, one-way options apart. Whatever reaches is transitive: a move after a move by the same decision
maker is one move. So a largest or least value over all its moves is one over the group, and one over its
improvements is a running one from its best state in the group downwards. Infeasible states only thin the
groups; with one-way options the same is done once for each combination of them already settled, over those states of
the group that have settled as much.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
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
_OPENS: Final = np.int32(1 << 30)
"""Marks, beside the place of a state, that it is worse than the one before it or begins a group."""


@dataclass(frozen=True, eq=False)
class _Part:
    """Some whole groups, each from best to worst; ``starts`` is where each begins, and where the last one ends."""

    order: _Places
    starts: _Places

    @cached_property
    def places(self) -> _Places:
        """The places of the states."""
        return self.order & ~_OPENS

    @cached_property
    def sizes(self) -> _Places:
        """How many states each group has."""
        return self.starts[1:] - self.starts[:-1]

    @cached_property
    def numbers(self) -> _Places:
        """The number of each state's group."""
        return np.repeat(np.arange(len(self.sizes), dtype=np.int32), self.sizes)

    @cached_property
    def tier(self) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
        """For each state, whether any in its group is better, and the last of these in the order."""
        opens = self.order & _OPENS != 0
        first = np.flatnonzero(opens)[np.cumsum(opens) - 1]
        return first > self.starts[self.numbers], first - 1

    def over_groups(self, reduced: np.ufunc, values: Values) -> Values:
        """Reduce *values* over each group, and give every member the result."""
        results: Values = reduced.reduceat(values, self.starts[:-1], axis=-1)
        return np.repeat(results, self.sizes, axis=-1)

    def least_better(self, values: Values, own: Values) -> Values:
        """For each state, the least of its *own* value and of the *values* of those strictly better in its group."""
        # Shifting each group below the one before makes one running minimum serve all groups.
        step = np.int64(int(values.max()) - int(values.min()) + 1)
        shift = self.numbers * step
        running = np.minimum.accumulate(values - shift, axis=-1)
        is_better, last_better = self.tier
        reached = running.take(last_better, axis=-1, mode="clip") + shift
        least: Values = np.where(is_better, np.minimum(own, reached), own)
        return least


_Work = Callable[[_Part, Values, Values], Values]


class Reach:
    """One decision maker's moves and improvements in a model.

    ``order`` holds the places of all states by group and, within it, from best to worst, with `_OPENS`.
    """

    def __init__(self, model: ConflictModel, dm: str) -> None:
        self.dm = dm
        self.scores = model.scores(dm)
        self.codes = model.states
        self.mask, self.flipped = _ways(model, dm)
        others = model.states & ~np.uint32(model.own(dm))
        self.order = self._sorted(others)
        self.starts = self._mark(others)
        self.patterns = np.unique((model.states ^ self.flipped) & self.mask)

    def _sorted(self, others: Codes) -> _Places:
        """Sort the states by group and, within it, from best to worst."""
        key = others.astype(np.int64)
        key *= int(self.scores.max()) + 2
        key -= self.scores
        order = np.argsort(key)
        del key
        return order.astype(np.int32)

    def _mark(self, others: Codes) -> _Places:
        """Mark what opens a tier, and give where each group starts and the last one ends."""
        opens = np.ones(len(self.order), dtype=np.bool_)
        np.not_equal(others[self.order[1:]], others[self.order[:-1]], out=opens[1:])
        starts = np.append(np.flatnonzero(opens).astype(np.int32), np.int32(len(self.order)))
        opens[1:] |= self.scores[self.order[1:]] != self.scores[self.order[:-1]]
        self.order[opens] |= _OPENS
        return starts

    def _parts(self) -> Iterator[_Part]:
        """Cut all states into parts of whole groups, small enough for the processor's cache."""
        cuts = np.searchsorted(self.starts, np.arange(0, len(self.order), _BLOCK)).tolist()
        for first, last in pairwise(dict.fromkeys((*cuts, len(self.starts) - 1))):
            starts = self.starts[first : last + 1]
            yield _Part(self.order[starts[0] : starts[-1]], starts - starts[0])

    def most(self, values: Values) -> Values:
        """For each state, the largest of *values* there and wherever the decision maker can move."""
        result = values.copy()
        self._each(result, lambda part, some, _: part.over_groups(np.maximum, some), "min")
        return result

    def lower(self, values: Values, *, improving: bool) -> bool:
        """Lower *values*, in place, to the least that the decision maker can move or improve to; say if any changed."""
        if improving:
            return self._each(values, lambda part, some, own: part.least_better(some, own), "max")
        return self._each(values, lambda part, some, _: part.over_groups(np.minimum, some), "max")

    def _each(self, values: Values, work: _Work, neutral: str) -> bool:
        """Do *work* on each part, in place, with what cannot be reached replaced by a *neutral* value."""
        changed = False
        for part in self._parts():
            some: Values = values.take(part.places, axis=-1)
            free = len(self.patterns) == 1
            after = work(part, some, some) if free else self._by_pattern(part, some, work, neutral)
            if not np.array_equal(after, some):
                changed = True
                if values.ndim == 1:  # Much faster than an ellipsis.
                    values[part.places] = after
                else:
                    values[..., part.places] = after
        return changed

    def _by_pattern(self, part: _Part, some: Values, work: _Work, neutral: str) -> Values:
        settled = (self.codes.take(part.places) ^ self.flipped) & self.mask
        nothing = getattr(some, neutral)()
        after = work(part, some, some)
        for pattern in self.patterns[self.patterns != 0]:
            here = settled == pattern
            as_much = here if pattern == self.mask else settled & pattern == pattern
            after = np.where(here, work(part, np.where(as_much, some, nothing), some), after)
        return after


def _ways(model: ConflictModel, dm: str) -> tuple[np.uint32, np.uint32]:
    """Give the bits of the options that can be settled, and of those among them that are so when not taken.

    ``ConflictModel.settled`` in two operations.
    """
    mine = [(1 << bit, option) for bit, option in enumerate(model.options) if option.dm == dm]
    no_return = sum(bit for bit, option in mine if option.no_return)
    return np.uint32(no_return + sum(bit for bit, option in mine if option.one_way)), np.uint32(no_return)


def least_reached(reaches: Sequence[Reach], values: Values, *, improving: bool) -> Values:
    """For each state, the least of *values* there and at the end of any legal sequence of moves by *reaches*.

    A sequence is legal when nobody moves twice in a row, which loses nothing here, as moves are transitive.
    With *improving*, each move must be an improvement for whoever makes it.
    """
    least = values.copy()
    pending = len(reaches)
    place = 0
    while pending:
        pending = len(reaches) - 1 if reaches[place % len(reaches)].lower(least, improving=improving) else pending - 1
        place += 1
    return least
