"""The schedules that need least over large lattices, by steps of one party at a time.

The steps are too many to list, but need not be: within bounds on the three criteria a party can step to a place from
some place below it if it can from the one where a breakdown would leave it with least. These least values are carried
along from place to place. Each time the deal is not reached, the least that a further step would take is a lower bound
on what every schedule takes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.bottleneck import Leg
from dragoman.deals.lattice import Places
from dragoman.deals.risk import Risk, trust_required
from dragoman.deals.values import Row

__all__ = ["least_demanding_in_turn"]


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The most that each criterion may come to."""

    guarantee: float = inf
    trust: float = inf
    exposure: float = inf

    def but(self, criterion: str, bound: float) -> _Bounds:
        return replace(self, **{criterion: bound})


def least_demanding_in_turn(risk: Risk) -> tuple[Leg, ...]:
    """Find a schedule of steps by one party at a time that needs least, as `least_demanding` does by listing steps."""
    if not _Sweep(risk, _Bounds(), "guarantee").reached[-1]:
        return ()
    bounds = _Bounds()
    for criterion in ("guarantee", "trust", "exposure"):
        bounds = bounds.but(criterion, _least(risk, bounds, criterion))
    return _fewest(risk, bounds)


def _least(risk: Risk, bounds: _Bounds, criterion: str) -> float:
    """Close in on the least bound: from below by what a further step takes, from above by halving."""
    low, high = 0.0, inf
    while True:
        found = _Sweep(risk, bounds.but(criterion, low), criterion)
        if found.reached[-1]:
            return low
        low = found.next_bound
        if low == inf or low >= high:
            return low
        middle = (low + high) / 2 if high < inf else _most(risk, criterion)
        found = _Sweep(risk, bounds.but(criterion, middle), criterion)
        if found.reached[-1]:
            high = middle
        else:
            low = found.next_bound
            if low == inf:
                return low


def _most(risk: Risk, criterion: str) -> float:
    """The largest finite value that a criterion can have."""
    if criterion == "trust":
        return 1.0
    row = risk.tempting if criterion == "guarantee" else risk.exposure
    return float(row[np.isfinite(row)].max())


class _Sweep:
    """Which places can be reached within bounds, and the least that a step beyond a bound would take."""

    def __init__(self, risk: Risk, bounds: _Bounds, criterion: str) -> None:
        self.risk, self.bounds, self.criterion = risk, bounds, criterion
        self.next_bound = inf
        lattice = risk.values.lattice
        self.movers = [(lattice.parties.index(party), lattice.own(party)) for party in lattice.movers]
        self.reached = np.zeros(lattice.size, dtype=np.bool_)
        self.reached[0] = True
        self.least = np.full((len(self.movers), lattice.size), inf)
        self.least[:, 0] = risk.left[[row for row, _ in self.movers], 0]
        for diagonal in lattice.diagonals[1:]:
            self._go_on(diagonal, lattice.feasible[diagonal])

    def _go_on(self, diagonal: Places, usable: NDArray[np.bool_]) -> None:
        """Reach the places of one diagonal, and carry the least values along."""
        below = [self._below(number, axes, diagonal) for number, (_, axes) in enumerate(self.movers)]
        taken, beyond = np.zeros(len(diagonal), dtype=np.bool_), np.full(len(diagonal), inf)
        for (row, _), before in zip(self.movers, below, strict=True):
            able, next_bound = self._steps(row, before, diagonal)
            taken |= able & usable
            beyond = np.minimum(beyond, np.where(usable, next_bound, inf))
        self.reached[diagonal] = taken
        missed = beyond[~taken]
        self.next_bound = min(self.next_bound, float(missed.min(initial=inf)))
        for number, (row, _) in enumerate(self.movers):
            here = np.where(taken, self.risk.left[row, diagonal], inf)
            self.least[number, diagonal] = np.minimum(below[number], here)

    def _below(self, number: int, axes: tuple[int, ...], diagonal: Places) -> Row:
        lattice = self.risk.values.lattice
        least = np.full(len(diagonal), inf)
        for axis in axes:
            here = np.flatnonzero(lattice.coordinates[axis, diagonal])
            least[here] = np.minimum(least[here], self.least[number, diagonal[here] - lattice.strides[axis]])
        return least

    def _steps(self, row: int, before: Row, diagonal: Places) -> tuple[NDArray[np.bool_], Row]:
        """Say to which places a party can step, and what a step would take where only the criterion forbids it."""
        risk, bounds = self.risk, self.bounds
        can = np.isfinite(before)
        start = np.where(can, before, 0.0)
        takes = {
            "guarantee": risk.tempting[diagonal],
            "trust": trust_required(start, risk.left[row, diagonal], float(risk.values.deal[row])),
            "exposure": risk.exposure[row, diagonal],
        }
        within = {name: takes[name] <= getattr(bounds, name) for name in takes}
        others = np.logical_and.reduce([can, *(within[name] for name in takes if name != self.criterion)])
        able = others & within[self.criterion]
        return able, np.where(others & ~able, takes[self.criterion], inf)


def _fewest(risk: Risk, bounds: _Bounds) -> tuple[Leg, ...]:
    """Number the places by the fewest steps within *bounds* that lead to them, and go back from the deal."""
    lattice = risk.values.lattice
    away = np.full(lattice.size, -1, dtype=np.int32)
    away[0] = 0
    steps = 0
    while away[-1] < 0:
        fresh = np.zeros(lattice.size, dtype=np.bool_)
        for party in lattice.movers:
            fresh |= _stepped(risk, bounds, party, away >= 0)
        steps += 1
        away[fresh & (away < 0)] = steps
    return _back(risk, bounds, away)


def _stepped(risk: Risk, bounds: _Bounds, party: str, reached: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Mark where *party* can step to from the places *reached*."""
    lattice = risk.values.lattice
    row = lattice.parties.index(party)
    least = np.where(reached, risk.left[row], inf).reshape(lattice.shape)
    for axis in lattice.own(party):
        least = np.minimum.accumulate(least, axis=axis)
    return _allowed(risk, bounds, row, least.ravel(), np.arange(lattice.size))


def _allowed(risk: Risk, bounds: _Bounds, row: int, before: Row, places: Places) -> NDArray[np.bool_]:
    can = np.isfinite(before)
    trust = trust_required(np.where(can, before, 0.0), risk.left[row, places], float(risk.values.deal[row]))
    found: NDArray[np.bool_] = (
        can
        & risk.values.lattice.feasible[places]
        & (risk.tempting[places] <= bounds.guarantee)
        & (trust <= bounds.trust)
        & (risk.exposure[row, places] <= bounds.exposure)
    )
    return found


def _back(risk: Risk, bounds: _Bounds, away: NDArray[np.int32]) -> tuple[Leg, ...]:
    """Go back from the deal, each time over the step that takes least trust."""
    lattice = risk.values.lattice
    legs: list[Leg] = []
    at = lattice.size - 1
    while at:
        choices = []
        for number, party in enumerate(lattice.movers):
            starts = _starts(risk, party, at)
            starts = starts[away[starts] == away[at] - 1]
            row = lattice.parties.index(party)
            before = risk.left[row, starts]
            kept = _allowed(risk, bounds, row, before, np.full(len(starts), at))
            after = np.full(len(starts), risk.left[row, at])
            trust = trust_required(before, after, float(risk.values.deal[row]))
            choices += [(float(t), int(s), number) for t, s in zip(trust[kept], starts[kept], strict=True)]
        _, start, number = min(choices)
        legs.append(Leg((lattice.movers[number],), at))
        at = start
    return tuple(reversed(legs))


def _starts(risk: Risk, party: str, place: int) -> Places:
    """The places from which a step of *party* can lead to *place*."""
    lattice = risk.values.lattice
    at = lattice.at(place)
    offsets = np.zeros(1, dtype=np.int64)
    for axis in lattice.own(party):
        offsets = (offsets[:, None] + np.arange(at[axis] + 1) * lattice.strides[axis]).ravel()
    return (place - offsets[1:]).astype(np.intp)
