"""Schedules that people name: all at once, one side first, piece by piece."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.deals.bottleneck import Leg
from dragoman.deals.lattice import Lattice

__all__ = ["at_once", "one_side_first", "piece_by_piece"]


def at_once(lattice: Lattice) -> tuple[Leg, ...]:
    """Everybody does everything in a single step taken together."""
    return (Leg(lattice.movers, lattice.size - 1),)


def one_side_first(lattice: Lattice, party: str) -> tuple[Leg, ...]:
    """*party* does all its part, then the others do theirs in one step."""
    others = tuple(other for other in lattice.movers if other != party)
    first = Leg((party,), lattice.mixed(0, lattice.size - 1, party))
    return (first, Leg(others, lattice.size - 1)) if others else (first,)


def piece_by_piece(lattice: Lattice, order: Sequence[str], rounds: int) -> tuple[Leg, ...]:
    """In each of so many equal *rounds* each party in turn does as large a part of what it can divide.

    What is not divided comes in the last round. Nobody takes a step that changes nothing.
    """
    return tuple(_pieces(lattice, order, rounds))


def _pieces(lattice: Lattice, order: Sequence[str], rounds: int) -> Iterator[Leg]:
    done = [0] * len(lattice.axes)
    for turn in range(1, rounds + 1):
        for party in order:
            before = list(done)
            for axis in lattice.own(party):
                done[axis] = lattice.axes[axis].steps * turn // rounds
            if done != before:
                yield Leg((party,), lattice.number(tuple(done)))
