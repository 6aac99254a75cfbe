"""Where things end up if a schedule breaks down: each party in turn takes back what pays, until nobody gains by it.

A *retreat* of a party undoes steps of its own that can be taken back, to the place that is best for it (any of them,
where several are equally good), if that is better for it than where things stand. Parties retreat in any order, until
nobody has a retreat. What a party is left with where the order matters is the worst for it over all orders.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.lattice import Lattice, Places
from dragoman.deals.values import Row, Values

__all__ = ["ends_of", "left_with"]


def left_with(values: Values) -> NDArray[np.float64]:
    """Give for each party and place what the party is left with if things break down there; at worst, over all orders.

    Exact, for all places at once: retreats only undo steps, so that places are settled by how many steps are done.
    """
    lattice = values.lattice
    retreats = [_Retreat(values, party) for party in range(len(lattice.parties)) if _returning(lattice, party)]
    left = values.rows.copy()
    for diagonal in lattice.diagonals:
        for retreat in retreats:
            retreat.look_back(diagonal)
        for retreat in retreats:
            gains = retreat.best_before > values.rows[retreat.party, diagonal]
            retreat.gains = gains & lattice.feasible[diagonal]
        _settle(left, diagonal, retreats)
        for retreat in retreats:
            retreat.take_up(diagonal, left)
    return left


def ends_of(values: Values, place: int) -> frozenset[int]:
    """Give the places at which a breakdown at *place* can end, over all orders of retreats."""
    ends: set[int] = set()
    seen: set[int] = set()
    waiting = [place]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        further = [to for party in range(len(values.rows)) for to in _best_retreats(values, at, party)]
        waiting += further
        if not further:
            ends.add(at)
    return frozenset(ends)


def _returning(lattice: Lattice, party: int) -> tuple[int, ...]:
    return tuple(axis for axis in lattice.own(lattice.parties[party]) if lattice.axes[axis].returns)


class _Retreat:
    """One party's best retreats, as far as places have been settled.

    ``best`` is the most it has at a place or at any it can retreat to from there; ``worst`` what each party is then
    left with at worst.
    """

    def __init__(self, values: Values, party: int) -> None:
        self.values, self.party = values, party
        self.axes = _returning(values.lattice, party)
        size = values.lattice.size
        self.best: Row = np.full(size, -np.inf)
        self.worst: NDArray[np.float64] = np.full((len(values.rows), size), np.inf)
        self.best_before: Row = np.empty(0)
        self.worst_before: NDArray[np.float64] = np.empty((0, 0))
        self.gains: NDArray[np.bool_] = np.empty(0, dtype=np.bool_)

    def look_back(self, diagonal: Places) -> None:
        """Find the best of the places below those on *diagonal*."""
        lattice = self.values.lattice
        best = np.full(len(diagonal), -np.inf)
        worst = np.full((len(self.values.rows), len(diagonal)), np.inf)
        for axis in self.axes:
            here = np.flatnonzero(lattice.coordinates[axis, diagonal])
            below = diagonal[here] - lattice.strides[axis]
            best[here], worst[:, here] = _better(best[here], worst[:, here], self.best[below], self.worst[:, below])
        self.best_before, self.worst_before = best, worst

    def take_up(self, diagonal: Places, left: NDArray[np.float64]) -> None:
        """Add the places on *diagonal*, now settled, to those that may be retreated to."""
        here = np.where(self.values.lattice.feasible[diagonal], self.values.rows[self.party, diagonal], -np.inf)
        self.best[diagonal], self.worst[:, diagonal] = _better(
            self.best_before, self.worst_before, here, left[:, diagonal]
        )


def _better(
    best: Row, worst: NDArray[np.float64], other: Row, others_worst: NDArray[np.float64]
) -> tuple[Row, NDArray[np.float64]]:
    """Take the better of two for the one who retreats; of equals what is worse for each party."""
    joint = np.where(other > best, others_worst, np.where(other < best, worst, np.minimum(worst, others_worst)))
    return np.maximum(best, other), joint


def _settle(left: NDArray[np.float64], diagonal: Places, retreats: list[_Retreat]) -> None:
    """Where somebody gains by retreating, each party is left with the worst that this can lead to."""
    if not retreats:
        return
    after = np.min([np.where(r.gains, r.worst_before, np.inf) for r in retreats], axis=0)
    anybody = np.any([r.gains for r in retreats], axis=0)
    left[:, diagonal] = np.where(anybody, after, left[:, diagonal])


def _best_retreats(values: Values, place: int, party: int) -> Iterator[int]:
    """Yield the best places that *party* can retreat to, if they are better for it than *place*."""
    lattice = values.lattice
    at = lattice.at(place)
    axes = _returning(lattice, party)
    if not axes:
        return
    offsets = np.zeros(1, dtype=np.int64)
    for axis in axes:
        offsets = (offsets[:, None] + np.arange(at[axis] + 1) * lattice.strides[axis]).ravel()
    below = place - offsets
    worths = np.where(lattice.feasible[below], values.rows[party, below], -np.inf)
    best = worths.max()
    if best > values.rows[party, place]:
        yield from below[worths == best].tolist()
