"""How far a share could be off: the bootstrap over articles."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dragoman.scoring.tally import MEASURES, Counts, measures

__all__ = ["Interval", "difference", "intervals"]

Interval = tuple[float, float]
_LEVEL = (2.5, 97.5)
_SEED = 20190425


def intervals(counts: Counts, *, draws: int = 2000) -> dict[str, Interval]:
    """Between which values 95 of 100 repetitions of each measure lie.

    *counts* has a row for each article (or sentence); as many are drawn with replacement, *draws* times, by a
    generator of fixed seed. Nothing for a measure that some draws leave without a value. With a handful of articles
    the interval is itself rough, and rather too narrow.

    References
    ----------
    Efron & Tibshirani (1993), *An Introduction to the Bootstrap*, chapter 13 (percentile intervals).

    Examples
    --------
    >>> intervals(np.array([[4, 4, 4, 2, 0, 0, 0, 0], [4, 4, 0, 0, 0, 0, 0, 0]]))["precision"]
    (0.0, 1.0)
    """
    if not len(counts):
        return {}
    drawn = measures(_drawn(counts, draws))
    return {name: _middle(values) for name, values in drawn.items() if not np.isnan(values).any()}


def difference(one: Counts, other: Counts, *, draws: int = 2000) -> dict[str, Interval]:
    """Between which values *other* minus *one* lies; both are of the same articles, which are drawn together."""
    if not len(one):
        return {}
    first, second = measures(_drawn(one, draws)), measures(_drawn(other, draws))
    apart = {name: second[name] - first[name] for name in MEASURES}
    return {name: _middle(values) for name, values in apart.items() if not np.isnan(values).any()}


def _drawn(counts: Counts, draws: int) -> Counts:
    """The sums of *draws* draws of all articles with replacement; the same draws whenever there are as many."""
    number = len(counts)
    weights = np.random.default_rng(_SEED).multinomial(number, np.full(number, 1 / number), size=draws)
    sums: Counts = weights @ counts
    return sums


def _middle(values: npt.NDArray[np.float64]) -> Interval:
    low, high = np.percentile(values, _LEVEL)
    return round(float(low), 3), round(float(high), 3)
