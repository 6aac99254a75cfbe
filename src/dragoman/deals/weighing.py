"""What lines of a list weigh: numbers that reproduce its order, the plainest ones and others drawn at random.

A list only orders states. Any weights do as well as any others as long as a state's worth, the sum of what its true
lines weigh, puts the states in the same order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.graph import ConflictModel, Expression
from dragoman.graph.preference import Scores

__all__ = ["Order", "drawn_weights", "powers"]

_GRAIN = 16

Differences = NDArray[np.int8]


def powers(lines: int) -> tuple[int, ...]:
    """Weigh each line just above all later ones together: powers of two, the last 1.

    >>> powers(4)
    (8, 4, 2, 1)
    """
    return tuple(1 << place for place in reversed(range(lines)))


class Order:
    """What the weights of a list must satisfy to put the feasible states in the list's order.

    ``differences`` has a row for each way in which a state can differ from the next better one: 1 where a line becomes
    true, -1 where it becomes false. By the list the first that is not 0 is 1, and it has to outweigh the rest.
    """

    def __init__(self, model: ConflictModel, lines: Sequence[Expression], scores: Scores) -> None:
        _, first = np.unique(scores, return_index=True)
        tiers = [model.taken(int(code)) for code in model.states[first]]
        truth = np.array([[line.holds(on) for line in lines] for on in tiers], dtype=np.int8).reshape(len(tiers), -1)
        self.lines = len(lines)
        self.differences: Differences = np.unique(np.diff(truth, axis=0), axis=0)

    def fits(self, weights: Sequence[int]) -> bool:
        """Say whether *weights* reproduce the order."""
        return bool((self.differences.astype(object) @ np.array(weights, dtype=object) > 0).all())


def drawn_weights(order: Order, generator: np.random.Generator) -> tuple[int, ...]:
    """Draw weights that reproduce *order*; any that do can come up, but for their grain.

    From the last line to the first, each gets what it needs to outweigh the later ones wherever it decides between
    neighbouring states, and a margin drawn from an exponential distribution (mean 16 of the smallest units).

    >>> from dragoman.graph import Option, Prioritised, parse
    >>> lines = [parse("disarms"), parse("not relief")]
    >>> model = ConflictModel(["N"], [Option("relief", "N"), Option("disarms", "N")],
    ...                       preferences={"N": Prioritised(lines)})
    >>> order = Order(model, lines, model.scores("N"))
    >>> drawn = drawn_weights(order, np.random.default_rng(1))
    >>> drawn[0] > drawn[1] > 0, order.fits(drawn)
    (True, True)
    """
    margins = 1 + np.floor(generator.exponential(_GRAIN, order.lines)).astype(np.int64)
    leading = np.argmax(order.differences != 0, axis=1) if order.lines else np.empty(0, dtype=np.int64)
    weights = [0] * order.lines
    for line in reversed(range(order.lines)):
        rows = order.differences[leading == line].astype(object)
        against = -(rows @ np.array(weights, dtype=object)) if len(rows) else []
        weights[line] = max([0, *(int(amount) for amount in against)]) + int(margins[line])
    return tuple(weights)
