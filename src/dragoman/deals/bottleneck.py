"""The schedules that need least: bottleneck shortest paths, one criterion after the other.

First the greatest temptation on the way (the guarantee needed) is made as small as it can be; then, on the steps that
attain this, the greatest trust required; on what is left the greatest exposure; and then the number of steps. To
compare the four at once, step by step, would be wrong: the least way to a place need not be part of a least way to the
deal. A bottleneck path is found by asking, for a bound, whether the deal can be reached by steps within it (Pollack
1960, "The maximum capacity through a network").

Every step by one party is searched, and, where asked for, every step by several at once: any number of steps of any
options at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, shortest_path

from dragoman.deals.lattice import Lattice, Places
from dragoman.deals.risk import Risk, trust_required
from dragoman.deals.values import Row

__all__ = ["MOST_STEPS", "Leg", "least_demanding", "steps_between"]

MOST_STEPS: Final = 2_000_000
"""Most steps that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One step of a schedule: who takes it, and the place it leads to."""

    parties: tuple[str, ...]
    to: int


@dataclass(frozen=True, eq=False)
class _Edges:
    """Steps from place to place, with the greatest temptation, trust and exposure that each brings."""

    start: Places
    end: Places
    criteria: tuple[Row, Row, Row]

    def only(self, kept: NDArray[np.bool_]) -> _Edges:
        guarantee, trust, exposure = (row[kept] for row in self.criteria)
        return _Edges(self.start[kept], self.end[kept], (guarantee, trust, exposure))


def steps_between(divided: Mapping[str, Sequence[int]], *, together: bool) -> int:
    """Count the steps that a search would have to list, from how many steps each option of each party is divided into.

    >>> steps_between({"A": [1], "B": [2]}, together=False), steps_between({"A": [1], "B": [2]}, together=True)
    (9, 12)
    """
    places = {party: prod(steps + 1 for steps in own) for party, own in divided.items()}
    pairs = {party: prod((steps + 1) * (steps + 2) // 2 for steps in own) for party, own in divided.items()}
    everywhere = prod(places.values())
    if together:
        return prod(pairs.values()) - everywhere
    return sum((pairs[party] - places[party]) * everywhere // places[party] for party in divided)


def least_demanding(risk: Risk, *, together: bool) -> tuple[Leg, ...]:
    """Find a schedule that needs least; empty where no order of feasible steps leads to the deal.

    Among those that need the same, the one whose last steps take least trust, then least exposure.
    """
    lattice = risk.values.lattice
    edges = _edges(risk, together=together)
    for criterion in range(3):
        least = _least_bound(edges, criterion, lattice.size)
        if least is None:
            return ()
        edges = edges.only(edges.criteria[criterion] <= least)
    return _fewest(edges, lattice)


def _least_bound(edges: _Edges, criterion: int, size: int) -> float | None:
    """Find the least bound on a criterion within which the deal can be reached; None where it cannot be at all."""
    row = edges.criteria[criterion]
    bounds = np.unique(row)
    if not len(bounds) or not _reaches(edges, size):
        return None
    low, high = 0, len(bounds) - 1
    while low < high:
        middle = (low + high) // 2
        if _reaches(edges.only(row <= bounds[middle]), size):
            high = middle
        else:
            low = middle + 1
    return float(bounds[low])


def _graph(edges: _Edges, size: int) -> csr_matrix:
    return csr_matrix((np.ones(len(edges.start), dtype=np.int8), (edges.start, edges.end)), shape=(size, size))


def _reaches(edges: _Edges, size: int) -> bool:
    order = breadth_first_order(_graph(edges, size), 0, return_predecessors=False)
    return bool((order == size - 1).any())


def _fewest(edges: _Edges, lattice: Lattice) -> tuple[Leg, ...]:
    """Go back from the deal, each time over the step that takes least trust, by the fewest steps."""
    away = shortest_path(_graph(edges, lattice.size), unweighted=True, indices=0)
    legs: list[Leg] = []
    at = lattice.size - 1
    while at:
        into = np.flatnonzero((edges.end == at) & (away[edges.start] == away[at] - 1))
        _, trust, exposure = (row[into] for row in edges.criteria)
        start = int(edges.start[into[np.lexsort((edges.start[into], exposure, trust))[0]]])
        legs.append(Leg(_stepping(lattice, start, at), at))
        at = start
    return tuple(reversed(legs))


def _stepping(lattice: Lattice, start: int, end: int) -> tuple[str, ...]:
    before, after = lattice.at(start), lattice.at(end)
    return tuple(party for party in lattice.movers if any(before[axis] != after[axis] for axis in lattice.own(party)))


def _edges(risk: Risk, *, together: bool) -> _Edges:
    parts = [part for part in _shifts(risk, together=together) if len(part.start)]
    if not parts:
        none = np.empty(0)
        return _Edges(none.astype(np.intp), none.astype(np.intp), (none, none, none))
    criteria = [np.concatenate([part.criteria[n] for part in parts]) for n in range(3)]
    return _Edges(
        np.concatenate([part.start for part in parts]),
        np.concatenate([part.end for part in parts]),
        (criteria[0], criteria[1], criteria[2]),
    )


def _shifts(risk: Risk, *, together: bool) -> Iterator[_Edges]:
    """Yield the steps that advance the same options by as much, from wherever they can be taken."""
    lattice = risk.values.lattice
    numbers = np.arange(lattice.size).reshape(lattice.shape)
    usable = lattice.feasible
    for shift in _advances(lattice, together=together):
        start = numbers[tuple(slice(0, size - by) for size, by in zip(lattice.shape, shift, strict=True))].ravel()
        end = start + sum(by * stride for by, stride in zip(shift, lattice.strides, strict=True))
        kept = usable[start] & usable[end]
        yield _step(risk, start[kept], end[kept], shift)


def _advances(lattice: Lattice, *, together: bool) -> Iterator[tuple[int, ...]]:
    """Yield by how much each option can advance at once: those of one party, or of several."""
    if together:
        whole = product(*(range(size) for size in lattice.shape))
        yield from (shift for shift in whole if any(shift))
        return
    for party in lattice.movers:
        own = lattice.own(party)
        ranges = [range(size) if axis in own else range(1) for axis, size in enumerate(lattice.shape)]
        yield from (shift for shift in product(*ranges) if any(shift))


def _step(risk: Risk, start: Places, end: Places, shift: tuple[int, ...]) -> _Edges:
    """Work out what one kind of step risks.

    In a step by several at once each fears to be the only one who takes it, and each is tempted to be the only one who
    does not. What cannot be done alone is not done alone.
    """
    lattice, left = risk.values.lattice, risk.left
    guarantee = risk.tempting[end].copy()
    trust, exposure = np.zeros(len(start)), np.zeros(len(start))
    own = {party: sum(shift[axis] * lattice.strides[axis] for axis in lattice.own(party)) for party in lattice.movers}
    stepping = [party for party in lattice.movers if own[party]]
    for party in stepping:
        row = lattice.parties.index(party)
        alone = np.where(lattice.feasible[start + own[party]], start + own[party], start)
        needed = trust_required(left[row, start], left[row, alone], float(risk.values.deal[row]))
        trust = np.maximum(trust, needed)
        exposure = np.maximum(exposure, risk.exposure[row, alone])
        if len(stepping) > 1:
            without = end - own[party]
            held_back = np.where(lattice.feasible[without], risk.temptation[row, without], 0.0)
            guarantee = np.maximum(guarantee, held_back)
    return _Edges(start, end, (guarantee, trust, exposure))
