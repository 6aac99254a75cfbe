"""Forecasts that need no theory of bargaining: means and medians of positions, weighted, over any number of draws.

Positions and weights are arrays whose last axis is the actors; a weight of 0 leaves an actor out.
"""

from __future__ import annotations

import numpy as np

from dragoman.forecast.issue import Floats

__all__ = ["pulled_mean", "spread", "weighted_mean", "weighted_median"]


def weighted_mean(position: Floats, weight: Floats) -> Floats:
    """The compromise: each actor pulls in proportion to its weight.

    With influence times salience as weight this is the compromise model of Van den Bos (1991), and nearly the Nash
    bargaining solution where failing would be costly to all (Achen 2006).

    >>> float(weighted_mean(np.array([0.0, 1.0]), np.array([3.0, 1.0])))
    0.25
    """
    mean: Floats = (position * weight).sum(axis=-1) / weight.sum(axis=-1)
    return mean


def weighted_median(position: Floats, weight: Floats) -> Floats:
    """The place that no weighted majority would leave for another (Black 1948).

    Where the weights on both sides are equal, it is the middle of the two places next to the divide.

    >>> float(weighted_median(np.array([0.0, 0.4, 1.0]), np.array([1.0, 1.0, 1.5])))
    0.4
    >>> float(weighted_median(np.array([0.0, 1.0]), np.array([2.0, 2.0])))
    0.5
    """
    position, weight = np.broadcast_arrays(position, weight)
    order = np.argsort(position, axis=-1, kind="stable")
    places = np.take_along_axis(position, order, axis=-1)
    summed = np.cumsum(np.take_along_axis(weight, order, axis=-1), axis=-1)
    half = summed[..., -1:] / 2
    slack = 1e-12 * summed[..., -1:]
    lower = np.argmax(summed >= half - slack, axis=-1)[..., None]
    upper = np.argmax(summed > half + slack, axis=-1)[..., None]
    both = np.take_along_axis(places, lower, axis=-1) + np.take_along_axis(places, upper, axis=-1)
    median: Floats = both[..., 0] / 2
    return median


def pulled_mean(position: Floats, weight: Floats, reference: Floats, pull: float) -> Floats:
    """The compromise, drawn to the *reference* point by the share *pull* of the way; NaN where there is none.

    *pull* may be read as the chance that nothing is decided.

    >>> float(pulled_mean(np.array([0.5, 1.0]), np.array([1.0, 1.0]), np.array(0.0), 0.2)).__round__(9)
    0.6
    """
    mean = weighted_mean(position, weight)
    return mean + pull * (reference - mean)


def spread(position: Floats, weight: Floats) -> Floats:
    """How far the actors are apart: the weighted standard deviation of their positions.

    >>> float(spread(np.array([0.0, 1.0]), np.array([1.0, 1.0])))
    0.5
    """
    mean = weighted_mean(position, weight)[..., None]
    apart: Floats = np.sqrt(weighted_mean((position - mean) ** 2, weight))
    return apart
