"""How far the figures of schedules depend on what the lines of the lists weigh: over many weights that fit them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isinf
from typing import Final

import numpy as np

from dragoman.deals.assessing import Figures, figures_of
from dragoman.deals.candidates import Candidate
from dragoman.deals.risk import Risk, risk_of
from dragoman.deals.schedule import Range, Ranges
from dragoman.deals.table import Table
from dragoman.deals.values import values
from dragoman.deals.weighing import Order, drawn_weights

__all__ = ["Drawn", "ranges_over"]

_MOST_PLACES: Final = 2_000_000


@dataclass(frozen=True)
class Drawn:
    """Ranges of each candidate's figures, over how many draws, of how many that were wanted."""

    of: Mapping[Candidate, Ranges | None]
    draws: int
    wanted: int


def ranges_over(risks: Mapping[int, Risk], candidates: Sequence[Candidate], *, draws: int, seed: int) -> Drawn:
    """Draw weights for every party without given worths, and work out each candidate's figures under them.

    At most so many draws are made as keep the places looked at below 2,000,000; none where all worths are given.
    """
    table = next(iter(risks.values())).values.lattice.table
    used = sorted({one.pieces for one in candidates})
    parties = next(iter(risks.values())).values.lattice.parties
    orders = {party: _order(table, party) for party in parties if party not in table.valued}
    wanted = draws if orders else 0
    made = min(wanted, _MOST_PLACES // sum(risks[pieces].values.lattice.size for pieces in used))
    generator = np.random.default_rng(seed)
    found: dict[Candidate, list[Figures]] = {one: [] for one in candidates}
    for _ in range(made):
        weights = {party: drawn_weights(order, generator) for party, order in orders.items()}
        drawn = {pieces: risk_of(values(risks[pieces].values.lattice, weights)) for pieces in used}
        for one, figures in found.items():
            figures.append(figures_of(drawn[one.pieces], one.legs))
    if not made:
        return Drawn(dict.fromkeys(candidates), 0, wanted)
    least = [min(figures[draw].rank for figures in found.values()) for draw in range(made)]
    return Drawn({one: _ranges(figures, least) for one, figures in found.items()}, made, wanted)


def _order(table: Table, party: str) -> Order:
    lines = [table.model.read(line) for line in table.lines(party)]
    return Order(table.model, lines, table.scores[party])


def _ranges(figures: Sequence[Figures], least: Sequence[tuple[float, float, float, int]]) -> Ranges:
    return Ranges(
        guarantee=_range([one.guarantee.much for one in figures]),
        trust=_range([one.trust.much for one in figures]),
        exposure=_range([one.exposure.much for one in figures]),
        self_enforcing=sum(one.guarantee.much == 0 for one in figures) / len(figures),
        least_demanding=sum(one.rank == rank for one, rank in zip(figures, least, strict=True)) / len(figures),
    )


def _range(found: Sequence[float]) -> Range:
    low, high = min(found), max(found)
    return Range(least=None if isinf(low) else low, most=None if isinf(high) else high)
