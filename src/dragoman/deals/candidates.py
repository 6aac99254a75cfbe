"""The schedules that are set side by side: those that need least, and those that people name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from dragoman.deals.assessing import figures_of, usable
from dragoman.deals.bottleneck import MOST_STEPS, Leg, least_demanding, steps_between
from dragoman.deals.plans import at_once, one_side_first, piece_by_piece
from dragoman.deals.risk import Risk
from dragoman.deals.schedule import Kind
from dragoman.deals.sweeping import least_demanding_in_turn

__all__ = ["PIECES", "Candidate", "compared", "least"]

PIECES: Final = (2, 4, 8)
"""Into how many steps a deal is divided for comparison."""


class Candidate(NamedTuple):
    """A schedule to be compared: how it was made, what it is called, the division of its lattice, and its steps."""

    kind: Kind
    title: str
    pieces: int
    legs: tuple[Leg, ...]


def compared(risks: Mapping[int, Risk], pieces: int, *, together: bool) -> Iterator[Candidate]:
    """Yield the schedules to be compared: the least demanding first, then those that people name."""
    lattice, whole = risks[pieces].values.lattice, risks[1].values.lattice
    names = {party: lattice.table.case.parties[party].name for party in lattice.movers}
    found = [Candidate("best", "Least demanding", pieces, least(risks[pieces], together=together))]
    if together and len(lattice.movers) > 1:
        turns = least(risks[pieces], together=False)
        found.append(Candidate("best_in_turn", "Least demanding, one party at a time", pieces, turns))
    found.append(Candidate("at_once", "All at once", 1, at_once(whole)))
    for party in lattice.movers if len(lattice.movers) > 1 else ():
        found.append(Candidate("one_side_first", f"{names[party]} first", 1, one_side_first(whole, party)))
    for n in PIECES:
        if n in risks and len(lattice.movers) > 1:
            found.append(_turns(risks[n], n))
    yield from (one for one in found if one.legs and usable(risks[one.pieces].values.lattice, one.legs))


def least(risk: Risk, *, together: bool) -> tuple[Leg, ...]:
    """Find the least demanding schedule, by listing its steps where they are few enough."""
    if steps_between(risk.values.lattice.divided, together=together) <= MOST_STEPS:
        return least_demanding(risk, together=together)
    return least_demanding_in_turn(risk)


def _turns(risk: Risk, pieces: int) -> Candidate:
    """Piece by piece in *pieces* rounds, begun by whoever makes it need least."""
    lattice = risk.values.lattice
    movers = lattice.movers
    orders = [(*movers[n:], *movers[:n]) for n in range(len(movers))]
    ways = [(order[0], piece_by_piece(lattice, order, pieces)) for order in orders]
    open_ways = [way for way in ways if usable(lattice, way[1])] or ways
    first, legs = min(open_ways, key=lambda way: figures_of(risk, way[1]).rank)
    name = lattice.table.case.parties[first].name
    return Candidate("pieces", f"Piece by piece in {pieces}, {name} first", pieces, legs)
