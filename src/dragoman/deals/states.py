"""Which states are deals, and in which order they are listed."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.deal import Change
from dragoman.deals.table import Mask, Table
from dragoman.graph import undominated

__all__ = ["Ordered", "changes", "deal_states", "in_order"]


class Ordered(NamedTuple):
    """A deal among the others: its state, whether no other dominates it, and whether no part of it is a deal."""

    state: int
    undominated: bool
    smallest: bool


def deal_states(table: Table) -> Mask:
    """Mark the feasible states that are deals."""
    agreed = table.reachable.copy()
    for party, needed in table.needed.items():
        agreed &= ~needed | (table.gains[party] > 0)
    agreed[table.model.index(table.now)] = False
    return agreed


def changes(table: Table, state: int) -> tuple[Change, ...]:
    """List what is otherwise in *state* than now, in the case's order."""
    owner = {option.name: option.dm for option in table.model.options}
    taken = table.model.taken(state)
    return tuple(Change(party=owner[o], option=o, taken=o in taken) for o in table.changed(state))


def in_order(table: Table) -> list[Ordered]:
    """List all deals, in the order in which `deals` lists them."""
    codes = table.model.states[deal_states(table)]
    if not len(codes):
        return []
    best = frozenset(undominated(table.model, codes))
    places = table.model.indices(codes)
    losers = np.sum([table.gains[party][places] < 0 for party in table.case.parties], axis=0)
    changed = (codes ^ np.uint32(table.now)).astype(np.uint32)
    sizes = np.array([int(code).bit_count() for code in changed], dtype=np.int64)
    small = _smallest(changed, sizes)
    leading = np.array([int(code) in best for code in codes], dtype=np.bool_)
    order = np.lexsort((codes, sizes, losers, ~small, ~leading))
    return [Ordered(int(codes[place]), bool(leading[place]), bool(small[place])) for place in order]


def _smallest(changed: NDArray[np.uint32], sizes: NDArray[np.int64]) -> Mask:
    """Mark the deals no proper part of whose changes is a deal."""
    left = np.argsort(sizes, kind="stable")
    small = np.zeros(len(changed), dtype=np.bool_)
    while len(left):
        first = changed[left[0]]
        small[left[0]] = True
        left = left[(changed[left] & first) != first]
    return small
