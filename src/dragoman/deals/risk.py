"""What a step risks: exposure, trust required and temptation, for one party at many places at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.breakdown import left_with
from dragoman.deals.lattice import Places
from dragoman.deals.values import Row, Values

__all__ = ["Risk", "risk_of", "trust_required"]


@dataclass(frozen=True, eq=False)
class Risk:
    """What a breakdown would leave each party with, and what follows from it, at every place of a lattice.

    Rows are parties, in the lattice's order; exposure and temptation are in units of the worths' measure.

    ``left``: w, in the whole numbers of the worths. ``exposure``: how far w lies below the status quo. ``temptation``:
    how far w lies above the deal. ``tempting``: the largest temptation of anybody; infinite where a place cannot be.
    """

    values: Values
    left: NDArray[np.float64]
    exposure: NDArray[np.float64]
    temptation: NDArray[np.float64]
    tempting: Row


def risk_of(values: Values, *, held: Collection[str] = ()) -> Risk:
    """Compute what every place risks.

    What is handed over by the options *held* in escrow goes back if things break down before the deal is done, whatever
    its owner or the other would rather do; at the deal it is released.
    """
    left = left_with(values)
    if held:
        left = left[:, _returned(values, held)]
    units = values.units[:, None]
    exposure = np.maximum(0.0, -left) / units
    temptation = np.maximum(0.0, left - values.deal[:, None]) / units
    tempting = np.where(values.lattice.feasible, temptation.max(axis=0), np.inf)
    return Risk(values, left, exposure, temptation, tempting)


def _returned(values: Values, held: Collection[str]) -> Places:
    """For each place, the one at which it stands once what is held has gone back."""
    lattice = values.lattice
    places = np.arange(lattice.size)
    back = places.copy()
    for axis, line in enumerate(lattice.axes):
        if line.option in held:
            back -= lattice.coordinates[axis].astype(np.intp) * lattice.strides[axis]
    back[-1] = lattice.size - 1
    return np.where(lattice.feasible[back], back, places)


def trust_required(before: Row, after: Row, deal: float) -> Row:
    """Give the least belief in the deal at which a step is taken: from what a breakdown *before* it leaves, to *after*.

    The least p with p * deal + (1 - p) * after >= before: 0 where *after* is no worse than *before*, infinite where
    *before* is better than the deal, so that no belief is enough.

    >>> trust_required(np.array([0.0, 3.0, 0.0, 9.0]), np.array([-1.0, 1.0, 1.0, 8.0]), 5.0).tolist()
    [0.16666666666666666, 0.5, 0.0, inf]
    """
    worse = after < before
    possible = worse & (before <= deal)
    ratio = np.divide(before - after, deal - after, out=np.zeros_like(before), where=possible)
    return np.where(worse & ~possible, np.inf, ratio)
