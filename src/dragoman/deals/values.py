"""What each place of a lattice is worth to each party: exact whole numbers, with the unit that stands for 1.

Worths that the case gives are shared out over an option's steps, in proportion or as it says. Worths from a list are
sums of what the true lines weigh; half-way they are what the states around are worth on average, each counted as if
every option under way were done with a chance of as much of it as is done (the multilinear extension; Owen 1972,
"Multilinear extensions of games"). For worths that add up the two are the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.case.case import Worth
from dragoman.deals.lattice import Axis, Lattice
from dragoman.deals.weighing import powers
from dragoman.errors import AnalysisError

__all__ = ["Measure", "Row", "Values", "values"]

_EXACT: Final = 1 << 53

Row = NDArray[np.float64]
Measure = Literal["worth", "gain"]
"""What figures are measured in: the unit of the given worths, or what the deal brings the party concerned."""


@dataclass(frozen=True, eq=False)
class Values:
    """Worths over the places of a lattice, those of the status quo 0.

    ``rows[i]`` is of party *i* of ``lattice.parties``, in whole numbers of which ``units[i]`` make 1. ``measure`` says
    what 1 is: a unit of the given worths, or what the deal brings the party.
    """

    lattice: Lattice
    rows: NDArray[np.float64]
    units: NDArray[np.float64]
    measure: Measure

    @cached_property
    def deal(self) -> Row:
        """What the deal is worth to each party."""
        return self.rows[:, -1]


def values(lattice: Lattice, weights: Mapping[str, Sequence[int]] | None = None) -> Values:
    """Give the worths of all places to the parties that the deal needs.

    Parameters
    ----------
    weights
        What the lines of a party's list weigh, for parties without given worths; `powers` if left out. They must
        reproduce the order of the list.

    Raises
    ------
    AnalysisError
        A party prefers the status quo to the deal, or is indifferent; numbers are too fine to be added exactly.
    """
    table = lattice.table
    given = weights or {}
    found = [
        _added(lattice, table.worths(party)) if party in table.valued else (_listed(lattice, party, given), 1)
        for party in lattice.parties
    ]
    rows = np.stack([row for row, _ in found])
    _refuse_worse(lattice, rows[:, -1])
    if all(party in table.valued for party in lattice.parties):
        return Values(lattice, rows, np.array([float(scale) for _, scale in found]), "worth")
    return Values(lattice, rows, rows[:, -1].copy(), "gain")


def _refuse_worse(lattice: Lattice, deal: Row) -> None:
    for party, worth in zip(lattice.parties, deal.tolist(), strict=True):
        if worth <= 0:
            name = lattice.table.case.parties[party].name
            how = "likes it no better than" if worth == 0 else "likes it less than"
            raise AnalysisError(
                f"This is no deal: it needs {name}, which {how} how things stand. Name one that dragoman deals lists."
            )


def _added(lattice: Lattice, worths: Mapping[str, Worth]) -> tuple[Row, int]:
    """Add up given worths, with the whole number by which all were multiplied."""
    shares = [_shares(axis, worths[axis.option]) for axis in lattice.axes]
    scale = math.lcm(*(share.denominator for row in shares for share in row))
    most = sum(max(abs(share) for share in row) for row in shares) * scale
    _refuse_too_fine(Fraction(most))
    total = np.zeros(lattice.shape)
    for place, row in enumerate(shares):
        along = [-1 if other == place else 1 for other in range(len(shares))]
        total += np.array([float(share * scale) for share in row]).reshape(along)
    return total.ravel(), scale


def _shares(axis: Axis, worth: Worth) -> list[Fraction]:
    """Give what each number of steps of an option is worth, against none."""
    whole = [_worth_of(worth, Fraction(step, axis.steps)) for step in range(axis.steps + 1)]
    return whole if axis.taken else [share - whole[-1] for share in reversed(whole)]


def _worth_of(worth: Worth, share: Fraction) -> Fraction:
    """Give the worth of a *share* of an option, from 0 to 1."""
    if not worth.parts:
        return Fraction(repr(worth.whole)) * share
    parts = [Fraction(0), *(Fraction(repr(part)) for part in worth.parts)]
    before, rest = divmod(share * len(worth.parts), 1)
    return parts[before] if rest == 0 else parts[before] + rest * (parts[before + 1] - parts[before])


def _listed(lattice: Lattice, party: str, weights: Mapping[str, Sequence[int]]) -> Row:
    """Weigh the lines of a list at the corners and share out what lies between them."""
    lines = lattice.lines_held[party]
    chosen = weights.get(party, powers(len(lines)))
    _refuse_too_fine(Fraction(sum(chosen) * math.prod(axis.steps for axis in lattice.axes)))
    corners = np.zeros(lattice.corners.shape)
    for weight, held in zip(chosen, lines, strict=True):
        corners += held * float(weight)
    return _between(lattice, corners - corners.flat[0]).ravel()


def _between(lattice: Lattice, corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """Spread the worths of the corners over all places, each multiplied by all numbers of steps."""
    found = corners
    for place, axis in enumerate(lattice.axes):
        done = np.arange(axis.steps + 1, dtype=np.float64)
        along = done.reshape([-1 if other == place else 1 for other in range(found.ndim)])
        before, after = np.split(found, 2, axis=place)
        found = before * (axis.steps - along) + after * along
    return found


def _refuse_too_fine(most: Fraction) -> None:
    if most >= _EXACT:
        raise AnalysisError(
            "These worths are too many or too fine to be added exactly over so many steps; use fewer steps or rounder "
            "numbers."
        )
