"""Bargaining with given worths: which deals three classic solutions choose, the frontier, and small exchanges.

All are measured from the status quo. Only parties that the case gives worths to are players here, and only deals under
which no player loses are open to them.

References
----------
Nash (1950), "The bargaining problem", Econometrica 18. Kalai & Smorodinsky (1975), "Other solutions to Nash's
bargaining problem", Econometrica 43. Kalai (1977), "Proportional solutions to bargaining situations", Econometrica 45.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import prod
from typing import Final

import numpy as np

from dragoman.deals.deal import Bargain, Change, Exchange, Gift, Point
from dragoman.deals.states import changes, deal_states
from dragoman.deals.table import Table

__all__ = ["bargain"]

_MOST_FRONTIER: Final = 200
_EXCHANGES_SHOWN: Final = 8
_MOST_OPTIONS: Final = 3
Gains = tuple[Fraction, ...]


def bargain(table: Table) -> Bargain | None:
    """Work out the points and the frontier among the deals of *table*; None where fewer than two parties have worths.

    Of deals that a solution finds equally good it chooses the one with most in all, then the least changed.
    """
    players = tuple(party for party in table.valued if party in table.model.dms)
    open_to = _open(table, players)
    if len(players) < 2 or not open_to:
        return None
    gains = {state: _gains(table, players, state) for state in open_to}
    ideal = tuple(max(found[n] for found in gains.values()) for n in range(len(players)))
    front = _frontier(gains)
    points = [_point(table, players, name, _best(table, gains, key)) for name, key in _solutions(ideal)]
    return Bargain(
        players=players,
        points=tuple(points),
        frontier=tuple(_point(table, players, "frontier", state) for state in front[:_MOST_FRONTIER]),
        open=len(open_to),
        exchanges=tuple(_exchanges(table, players, gains))[:_EXCHANGES_SHOWN],
    )


def _open(table: Table, players: Sequence[str]) -> list[int]:
    """The deals under which no player loses and some player gains."""
    mask = deal_states(table)
    for player in players:
        mask &= table.gains[player] >= 0
    mask &= np.logical_or.reduce([table.gains[player] > 0 for player in players], initial=False)
    return [int(code) for code in table.model.states[mask]]


def _gains(table: Table, players: Sequence[str], state: int) -> Gains:
    taken = table.model.taken(state)
    changed = table.changed(state)
    return tuple(
        sum(
            (_worth(table, player, option) * (1 if option in taken else -1) for option in changed),
            Fraction(0),
        )
        for player in players
    )


def _worth(table: Table, party: str, option: str) -> Fraction:
    return Fraction(repr(table.worths(party)[option].whole))


def _solutions(ideal: Gains) -> Iterator[tuple[str, Callable[[Gains], tuple[Fraction, ...]]]]:
    """Name the solutions, each with what it makes as large as it can."""
    yield "Nash", lambda gains: (Fraction(prod(gains)), min(gains))
    yield (
        "Kalai-Smorodinsky",
        lambda gains: tuple(
            sorted(gain / best if best else Fraction(1) for gain, best in zip(gains, ideal, strict=True))
        ),
    )
    yield "egalitarian", lambda gains: tuple(sorted(gains))


def _best(table: Table, gains: dict[int, Gains], key: Callable[[Gains], tuple[Fraction, ...]]) -> int:
    def rank(state: int) -> tuple[tuple[Fraction, ...], Fraction, int, int]:
        return key(gains[state]), sum(gains[state], Fraction(0)), -(state ^ table.now).bit_count(), -state

    return max(gains, key=rank)


def _frontier(gains: dict[int, Gains]) -> list[int]:
    """The states to which no other is better for some player and worse for none; of equals the first."""
    first: dict[Gains, int] = {}
    for state, found in gains.items():
        first.setdefault(found, state)
    ordered = sorted(first, reverse=True)
    kept: list[Gains] = []
    for found in ordered:
        if not any(all(a >= b for a, b in zip(other, found, strict=True)) for other in kept):
            kept.append(found)
    return [first[found] for found in kept]


def _point(table: Table, players: Sequence[str], name: str, state: int) -> Point:
    return Point(
        name=name,
        on=table.model.taken(state),
        changes=changes(table, state),
        gains={player: float(gain) for player, gain in zip(players, _gains(table, players, state), strict=True)},
    )


def _exchanges(table: Table, players: Sequence[str], gains: dict[int, Gains]) -> Iterator[Exchange]:
    """Yield the exchanges of two or three options between two players, by the product of what the two gain."""
    found = []
    for state, all_gains in gains.items():
        movers = table.movers(state)
        if len(movers) == 2 and set(movers) <= set(players) and len(table.changed(state)) <= _MOST_OPTIONS:
            both = [all_gains[players.index(mover)] for mover in movers]
            found.append((-Fraction(prod(both)), len(table.changed(state)), state))
    for _, _, state in sorted(found):
        movers = table.movers(state)
        gained = dict(zip(players, gains[state], strict=True))
        yield Exchange(
            parties=movers,
            gifts=tuple(_gift(table, change, movers) for change in changes(table, state)),
            gains={mover: float(gained[mover]) for mover in movers},
        )


def _gift(table: Table, change: Change, movers: Sequence[str]) -> Gift:
    """What one option of an exchange costs the one who gives it, and brings the other."""
    other = next(mover for mover in movers if mover != change.party)
    sign = 1 if change.taken else -1
    return Gift(
        change=change,
        costs=float(-sign * _worth(table, change.party, change.option)),
        brings=float(sign * _worth(table, other, change.option)),
    )
