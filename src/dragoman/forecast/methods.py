"""The ways of forecasting, by name; each works on issues and draws at once, on scales from 0 to 1."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, get_args

import numpy as np

from dragoman.forecast.challenge import challenge_model
from dragoman.forecast.issue import Floats, Stack
from dragoman.forecast.means import pulled_mean, spread, weighted_mean, weighted_median
from dragoman.forecast.nash import nash_bargaining

__all__ = ["DEFAULT", "METHODS", "PULL", "TITLES", "Method", "apart", "points"]

Method = Literal["compromise", "plain_mean", "median", "pulled", "nash", "challenge"]
METHODS: Final[tuple[Method, ...]] = get_args(Method)
DEFAULT: Final[Method] = "compromise"
"""The forecast that is put first: of the ways tried, the one that missed least on past decisions it was not
chosen on."""

PULL: Final = 0.2
"""How far the pulled mean goes toward the status quo: a share of the way. An assumption; no pull at all was best on
past decisions of the European Union."""

TITLES: Final[dict[Method, str]] = {
    "compromise": "compromise",
    "plain_mean": "plain mean",
    "median": "weighted median",
    "pulled": "pulled to status quo",
    "nash": "Nash bargaining",
    "challenge": "challenge model",
}

_WAYS: Final[dict[Method, Callable[[Stack], Floats]]] = {
    "compromise": lambda stack: weighted_mean(stack.position, stack.weight),
    "plain_mean": lambda stack: weighted_mean(stack.position, stack.present),
    "median": lambda stack: weighted_median(stack.position, stack.weight),
    "pulled": lambda stack: pulled_mean(stack.position, stack.weight, stack.reference, PULL),
    "nash": lambda stack: nash_bargaining(stack.position, stack.salience, stack.influence, stack.reference),
    "challenge": lambda stack: challenge_model(stack.position, stack.salience, stack.influence).outcome,
}


def points(stack: Stack, method: Method = DEFAULT) -> Floats:
    """The forecasts by *method*, a share of the scale for each issue or draw; NaN where it needs a missing status quo.

    >>> from dragoman.forecast.issue import ScaledIssue, Stand, stacked
    >>> relief = ScaledIssue("relief", (Stand("USA", 0, 100), Stand("PRK", 100, 25)), 0, 100, status_quo=0)
    >>> stack = stacked([relief])
    >>> [round(float(points(stack, method)[0]), 3) for method in ("compromise", "plain_mean", "pulled")]
    [0.333, 0.5, 0.267]
    """
    return _WAYS[method](stack)


def apart(stack: Stack) -> Floats:
    """How far the actors are apart on each issue, as a share of the scale."""
    return spread(stack.position, np.broadcast_to(stack.weight, stack.position.shape))
