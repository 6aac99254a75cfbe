"""The zone of possible agreement where options can be carried out in part: linear programs over shares of options.

Shares of an option are worth as much of it (worths that add up; those a user gave). Divisible options take any share,
the others none or all. A combination that cannot be becomes one inequality for each of the ways in which it can come
about: the shares of what it is made of may not all be whole. Solved by HiGHS [1]_ through `scipy.optimize.linprog`.

References
----------
.. [1] Huangfu & Hall (2018), "Parallelizing the dual revised simplex method", Mathematical Programming Computation 10.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.deals.deal import Zone
from dragoman.deals.table import Table
from dragoman.errors import InternalError

__all__ = ["zone"]

_ROUNDED: Final = 9
_MOST_NAMES: Final = 10

Row = NDArray[np.float64]


def zone(table: Table) -> Zone | None:
    """Find how much each player can gain while no player loses, and the fairest shares.

    Players are the parties with given worths; options of others stay as they are. None where there are fewer than two
    players, nothing is divisible, an option is not worth its parts in proportion, or a rule names too many options.

    The fairest shares make the least fraction of its most that any player gets as large as can be (Kalai and
    Smorodinsky); of these, those with most in all.
    """
    players = tuple(party for party in table.valued if party in table.model.dms)
    options = table.model.options
    divisible = [table.case.options[option.name].divisible for option in options]
    uneven = any(worth.parts for player in players for worth in table.worths(player).values())
    rules = _rules(table)
    if len(players) < 2 or not any(divisible) or uneven or rules is None:
        return None
    program = _Program(table, players, rules, np.array([0 if part else 1 for part in divisible]))
    most = {player: program.most(row) for player, row in zip(players, program.worth, strict=True)}
    if all(amount <= 0 for amount in most.values()):
        return None
    shares = program.fairest([most[player] for player in players])
    gains = {p: float(row @ (shares - program.now)) for p, row in zip(players, program.worth, strict=True)}
    return Zone(
        players=players,
        most={player: round(amount, _ROUNDED) for player, amount in most.items()},
        shares={o.name: round(float(s), _ROUNDED) for o, s in zip(options, shares, strict=True)},
        gains={player: round(gain, _ROUNDED) for player, gain in gains.items()},
        divisible=tuple(o.name for o, part in zip(options, divisible, strict=True) if part),
    )


class _Program:
    """The linear programs over shares: no player below now, no combination that cannot be."""

    def __init__(self, table: Table, players: Sequence[str], rules: tuple[Row, Row], whole: NDArray[np.int64]) -> None:
        names = table.model.names
        self.now: Row = np.array([float(table.now >> bit & 1) for bit in range(len(names))])
        self.worth = [np.array([table.worths(player)[name].whole for name in names]) for player in players]
        self.whole = whole
        self.bounds = [
            (now if option.dm not in players or (option.one_way and now) else 0.0,
             now if option.dm not in players else 1.0)
            for option, now in zip(table.model.options, self.now.tolist(), strict=True)
        ]  # fmt: skip
        losses = np.array([-row for row in self.worth])
        self.left = np.vstack([losses, rules[0]])
        self.right = np.concatenate([losses @ self.now, rules[1]])

    def most(self, row: Row) -> float:
        """The most that a player with these worths can gain."""
        return float(row @ (self._solve(row, self.left, self.right) - self.now))

    def fairest(self, most: Sequence[float]) -> Row:
        """Shares that give the one who gets least of its most as much as can be, and then most in all."""
        wide = np.hstack([self.left, np.zeros((len(self.left), 1))])
        even = [np.append(-row, much) for row, much in zip(self.worth, most, strict=True) if much > 0]
        start = [-row @ self.now for row, much in zip(self.worth, most, strict=True) if much > 0]
        left, right = np.vstack([wide, *even]), np.concatenate([self.right, start])
        target = np.append(np.zeros(len(self.now)), 1.0)
        share = self._solve(target, left, right, extra=True)[-1]
        enough = [row @ self.now + (share - 1e-9) * much for row, much in zip(self.worth, most, strict=True)]
        left = np.vstack([self.left, *(-row for row in self.worth)])
        right = np.concatenate([self.right, [-amount for amount in enough]])
        return self._solve(sum(self.worth, np.zeros(len(self.now))), left, right)

    def _solve(self, target: Row, left: Row, right: Row, *, extra: bool = False) -> Row:
        bounds = [*self.bounds, (0.0, 1.0)] if extra else self.bounds
        whole = np.append(self.whole, 0) if extra else self.whole
        from scipy.optimize import linprog  # noqa: PLC0415 - slow to load, and needed where worths are given alone

        found = linprog(-target, A_ub=left, b_ub=right, bounds=bounds, integrality=whole, method="highs")
        if found.x is None:
            raise InternalError(f"The linear program has no solution, though the status quo is one: {found.message}")
        shares: Row = np.asarray(found.x, dtype=np.float64)
        return shares


def _rules(table: Table) -> tuple[Row, Row] | None:
    """Write what cannot be as inequalities; None where a rule names too many options to be written out."""
    names = table.model.names
    left, right = [], []
    for rule in table.model.infeasible:
        if len(rule.names) > _MOST_NAMES:
            return None
        for bits in product([False, True], repeat=len(rule.names)):
            if rule.holds({name for name, bit in zip(rule.names, bits, strict=True) if bit}):
                row = np.zeros(len(names))
                for name, bit in zip(rule.names, bits, strict=True):
                    row[names.index(name)] = 1.0 if bit else -1.0
                left.append(row)
                right.append(sum(bits) - 1.0)
    return np.array(left).reshape(-1, len(names)), np.array(right)
