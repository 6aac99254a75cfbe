"""What stands in the way: stated lines that a deal breaks, and lines that alone keep a state from being a deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from dragoman.case.case import Preference
from dragoman.case.explaining import in_words
from dragoman.case.model import lines_counted
from dragoman.deals.deal import Blocked, Broken
from dragoman.deals.states import changes
from dragoman.deals.table import Mask, Table
from dragoman.graph import Prioritised

__all__ = ["blocked", "broken_by"]

_MOST_BLOCKING = 8


def broken_by(table: Table, state: int) -> Iterator[Broken]:
    """Yield the lines, said in words, that hold now and would not hold in *state*, most important first."""
    before, after = table.model.taken(table.now), table.model.taken(state)
    for party in table.case.parties:
        for line in lines_counted(table.case, party, table.layer):
            expression = table.model.read(line.prefers)
            if line.basis == "words" and expression.holds(before) and not expression.holds(after):
                yield _told(table, party, line)


def blocked(table: Table, smallest: Iterable[int]) -> tuple[Blocked, ...]:
    """Find the lines, said in words, each of which alone keeps some state from being a deal.

    For each the smallest such state: fewest options changed, then fewest losers. States that hold one of the
    *smallest* deals are left out. Lines in the way of the smallest states come first.
    """
    open_to = _several(table) & ~_containing(table, smallest)
    tried = [
        _blocked_by(table, party, place, line, open_to)
        for party in table.model.dms
        if party not in table.valued
        for place, line in enumerate(lines_counted(table.case, party, table.layer))
        if line.basis == "words"
    ]
    found = [hit for hit in tried if hit is not None]
    return tuple(sorted(found, key=lambda hit: (len(hit.changes), -hit.count)))[:_MOST_BLOCKING]


def _blocked_by(table: Table, party: str, place: int, line: Preference, open_to: Mask) -> Blocked | None:
    """Give the smallest of the states *open_to* it that would be a deal without *party*'s line at *place*."""
    lines = table.lines(party)
    without = Prioritised((*lines[:place], *lines[place + 1 :])).over(table.model.names)
    scores = without.scores(table.model.states, table.model.names).astype(np.int64)
    now = table.model.index(table.now)
    freed = (scores > scores[now]) & (table.gains[party] <= 0) & table.needed[party] & table.reachable
    for other, needed in table.needed.items():
        if other != party:
            freed &= ~needed | (table.gains[other] > 0)
    freed &= open_to
    if not freed.any():
        return None
    state = _least_changed(table, freed)
    at = table.model.index(state)
    gains = [p for p in table.case.parties if table.gains[p][at] > 0 or p == party]
    loses = [p for p in table.case.parties if table.gains[p][at] < 0 and p != party]
    return Blocked(
        line=_told(table, party, line),
        on=table.model.taken(state),
        changes=changes(table, state),
        gains=tuple(gains),
        loses=tuple(loses),
        count=int(np.count_nonzero(freed)),
    )


def _several(table: Table) -> Mask:
    """Mark the states that change options of two parties or more: what one does alone needs no agreement."""
    changed = table.model.states ^ np.uint32(table.now)
    movers = np.sum([changed & np.uint32(table.model.own(dm)) != 0 for dm in table.model.dms], axis=0)
    several: Mask = movers > 1
    return several


def _containing(table: Table, deals: Iterable[int]) -> Mask:
    """Mark the states that change all that one of *deals* changes, and maybe more."""
    changed = table.model.states ^ np.uint32(table.now)
    containing = np.zeros(len(changed), dtype=np.bool_)
    for deal in deals:
        part = np.uint32(deal ^ table.now)
        containing |= (changed & part) == part
    return containing


def _least_changed(table: Table, among: Mask) -> int:
    codes = table.model.states[among]
    sizes = np.array([int(code).bit_count() for code in codes ^ np.uint32(table.now)], dtype=np.int64)
    losers = np.sum([row[among] < 0 for row in table.gains.values()], axis=0)
    return int(codes[np.lexsort((codes, losers, sizes))[0]])


def _told(table: Table, party: str, line: Preference) -> Broken:
    return Broken(
        party=party,
        prefers=line.prefers,
        basis=line.basis,
        evidence=line.evidence,
        text=in_words(table.case, line.prefers),
    )
