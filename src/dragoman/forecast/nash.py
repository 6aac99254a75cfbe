"""The Nash bargaining solution on a scale, over any number of draws at once."""

from __future__ import annotations

from typing import Final

import numpy as np

from dragoman.forecast.issue import Floats
from dragoman.forecast.means import weighted_mean

__all__ = ["COST_OF_FAILURE", "nash_bargaining"]

COST_OF_FAILURE: Final = 2.0
"""What it costs each actor that nothing is agreed, beside the status quo: twice what an outcome at the far end of the
scale would cost an actor to which nothing matters more. Above 1, so that nobody would rather have no agreement."""

_LEAST: Final = 1e-9
_STEPS: Final = 8
"""Newton's steps, each halving the bracket where it would leave it."""


def nash_bargaining(
    position: Floats, salience: Floats, influence: Floats, reference: Floats, *, cost: float = COST_OF_FAILURE
) -> Floats:
    """Return the outcome with the greatest product of gains over failing, each raised to the actor's influence.

    An outcome at x costs actor i ``s_i (x - p_i)^2``. Failing leaves the status quo, with what that costs the actor,
    and costs *cost* besides; where the *reference* is NaN, *cost* alone. The gains are positive for every actor and
    concave in x, so there is one such outcome; it is found by Newton's method, from the mean weighted by
    influence and salience, which it comes the nearer to the greater the cost of failure is (Achen 2006).

    Parameters
    ----------
    position, salience, influence
        Arrays with the actors on the last axis, positions and saliences from 0 to 1.
    reference
        The status quo, from 0 to 1, without the actors' axis; NaN where it is not known.
    cost
        What failing costs each actor; above 1.

    References
    ----------
    Nash, J. (1950). The bargaining problem. Econometrica 18, 155-162.
    Achen, C. (2006). Institutional realism and bargaining models. In: Thomson et al. (eds.), The European Union
    Decides, 86-123.

    Examples
    --------
    Two actors for whom everything is the same meet half-way:

    >>> ones = np.ones(2)
    >>> round(float(nash_bargaining(np.array([0.2, 0.8]), ones, ones, np.array(np.nan))), 9)
    0.5
    """
    position, salience, influence = np.broadcast_arrays(position, salience, influence)
    at = np.asarray(reference, dtype=np.float64)[..., None]
    failing = cost + np.where(np.isnan(at), 0.0, salience * (at - position) ** 2)
    low, high = np.zeros(position.shape[:-1]), np.ones(position.shape[:-1])
    found = weighted_mean(position, influence * np.maximum(salience, _LEAST))
    for _ in range(_STEPS):
        slope, bend = _slopes(found, position, salience, influence, failing)
        low, high = np.where(slope >= 0, found, low), np.where(slope <= 0, found, high)
        step = found - np.divide(slope, bend, out=np.zeros_like(slope), where=bend < 0)
        found = np.where((step < low) | (step > high), (low + high) / 2, step)
    return found


def _slopes(
    at: Floats, position: Floats, salience: Floats, influence: Floats, failing: Floats
) -> tuple[Floats, Floats]:
    """Half the first and half the second derivative of the logarithm of the product of gains."""
    beyond = position - at[..., None]
    pull = salience * beyond
    gain = failing - pull * beyond
    rate = influence / gain
    slope = (rate * pull).sum(axis=-1)
    bend = -(rate * (salience + 2 * pull * pull / gain)).sum(axis=-1)
    return slope, bend
