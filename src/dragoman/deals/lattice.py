"""The lattice of half-way states between the status quo and a deal: how far each option that changes has been carried.

A place of the lattice says of each option that the deal changes how many of its equal steps are done. Places are
numbered in one row, the status quo first and the deal last.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.table import Table
from dragoman.errors import AnalysisError, TooManyStates

__all__ = ["MOST_PLACES", "Axis", "Lattice"]

MOST_PLACES: Final = 1 << 20
"""Most places of a lattice: 1,048,576."""

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Axis:
    """An option that the deal changes, divided into so many equal *steps*; *returns* where steps can be taken back."""

    option: str
    party: str
    taken: bool
    steps: int
    returns: bool


class Lattice:
    """The places between the status quo and *deal*, and which of them can be.

    A divided option that is under way counts as neither done nor undone, so that both must be feasible.

    Raises
    ------
    AnalysisError
        The deal is the status quo; a number of steps is below 1.
    TooManyStates
        There are more than 1,048,576 places; the message says which options to make coarser.
    """

    def __init__(
        self, table: Table, deal: int, steps: Mapping[str, int], *, returns: Mapping[str, bool] | None = None
    ) -> None:
        self.table, self.deal = table, deal
        self.axes = tuple(self._axes(steps, returns or {}))
        if not self.axes:
            raise AnalysisError("The deal is the status quo, so there is nothing to schedule. Name another.")
        self.shape = tuple(axis.steps + 1 for axis in self.axes)
        self._refuse_too_many()
        self.parties = table.parties_to(deal)
        self.size = math.prod(self.shape)
        self.strides = tuple(math.prod(self.shape[place + 1 :]) for place in range(len(self.shape)))

    def _axes(self, steps: Mapping[str, int], returns: Mapping[str, bool]) -> Iterator[Axis]:
        taken = self.table.model.taken(self.deal)
        for option in self.table.model.options:
            if option.name in self.table.changed(self.deal):
                count = steps.get(option.name, 1)
                if count < 1:
                    raise AnalysisError(f'"{option.name}" is divided into {count} steps; give a number from 1.')
                back = returns.get(option.name, not option.one_way)
                yield Axis(option.name, option.dm, option.name in taken, count, back)

    def _refuse_too_many(self) -> None:
        places = math.prod(self.shape)
        if places > MOST_PLACES:
            finest = sorted(self.axes, key=lambda axis: -axis.steps)[:3]
            told = ", ".join(f"{axis.option} ({axis.steps} steps)" for axis in finest)
            coarser = f"Make coarser: {told}." if finest[0].steps > 1 else "Choose a deal that changes fewer options."
            raise TooManyStates(
                f"The deal changes {len(self.axes)} options, which in these steps gives {places:,} places; at most "
                f"{MOST_PLACES:,} are searched. {coarser}"
            )

    def own(self, party: str) -> tuple[int, ...]:
        """Give the axes of *party*'s options."""
        return tuple(place for place, axis in enumerate(self.axes) if axis.party == party)

    @cached_property
    def movers(self) -> tuple[str, ...]:
        """The parties that have steps to take, in the case's order."""
        return tuple(party for party in self.parties if self.own(party))

    @cached_property
    def divided(self) -> dict[str, tuple[int, ...]]:
        """For each party that has steps to take, how many steps each of its options is divided into."""
        return {party: tuple(self.axes[axis].steps for axis in self.own(party)) for party in self.movers}

    @cached_property
    def coordinates(self) -> NDArray[np.int16]:
        """For each axis (rows) and place, how many steps are done."""
        return np.indices(self.shape, dtype=np.int16).reshape(len(self.shape), -1)

    @cached_property
    def diagonals(self) -> tuple[Places, ...]:
        """The places by how many steps are done in all, fewest first."""
        done = self.coordinates.sum(axis=0, dtype=np.int64)
        order = np.argsort(done, kind="stable")
        return tuple(np.split(order, np.cumsum(np.bincount(done))[:-1]))

    @cached_property
    def corners(self) -> NDArray[np.uint32]:
        """The states in which each of the options is either done or not, as codes, in the places' order."""
        bits = [np.uint32(1 << self.table.model.names.index(axis.option)) for axis in self.axes]
        codes = np.full((2,) * len(bits), self.table.now, dtype=np.uint32)
        for place, bit in enumerate(bits):
            done = np.arange(2, dtype=np.uint32) * bit
            codes ^= done.reshape([2 if other == place else 1 for other in range(len(bits))])
        return codes

    @cached_property
    def lines_held(self) -> dict[str, tuple[NDArray[np.bool_], ...]]:
        """For each party, at which corners each line of its list holds: asked again for each drawn set of weights."""
        bit = {option: np.uint32(1 << place) for place, option in enumerate(self.table.model.names)}

        def truth(option: str) -> NDArray[np.bool_]:
            held: NDArray[np.bool_] = (self.corners & bit[option]) != 0
            return held

        return {
            party: tuple(
                np.broadcast_to(self.table.model.read(line).truth(truth), self.corners.shape)
                for line in self.table.lines(party)
            )
            for party in self.parties
        }

    @cached_property
    def feasible(self) -> NDArray[np.bool_]:
        """Whether each place can be."""
        found = (self.table.model.indices(self.corners.ravel()) >= 0).reshape(self.corners.shape)
        for place, axis in enumerate(self.axes):
            undone, done = np.split(found, 2, axis=place)
            between = np.repeat(undone & done, axis.steps - 1, axis=place)
            found = np.concatenate([undone, between, done], axis=place)
        return found.ravel()

    def number(self, coordinates: tuple[int, ...]) -> int:
        """Give the number of the place with these *coordinates*."""
        return sum(done * stride for done, stride in zip(coordinates, self.strides, strict=True))

    def at(self, place: int) -> tuple[int, ...]:
        """Give the coordinates of a *place*."""
        return tuple(place // stride % size for stride, size in zip(self.strides, self.shape, strict=True))

    def mixed(self, place: int, other: int, party: str) -> int:
        """Give *place* with the options of *party* as they are at *other*."""
        own = self.own(party)
        return self.number(
            tuple(
                there if axis in own else here
                for axis, (here, there) in enumerate(zip(self.at(place), self.at(other), strict=True))
            )
        )
