"""How far a forecast hangs on its inputs: the same issue drawn many times with every number a little off."""

from __future__ import annotations

from typing import Final

import numpy as np

from dragoman.errors import AnalysisError
from dragoman.forecast.issue import Floats, ScaledIssue, Stack, stacked

__all__ = ["DRAWS", "drawn"]

DRAWS: Final = 10_000
_MOST_NUMBERS: Final = 20_000_000
_LEAST: Final = 1e-6


def drawn(issue: ScaledIssue, doubt: float, *, draws: int = DRAWS, seed: int = 0) -> Stack:
    """Return *draws* copies of *issue*, each position, salience and influence shifted by a normal error.

    Parameters
    ----------
    doubt
        Standard deviation of the errors, in hundredths: of the scale, of salience, of influence. What falls off an
        end is put on it. An actor that had no salience or influence keeps none.
    seed
        The same seed gives the same draws.

    Raises
    ------
    AnalysisError
        A doubt outside 0 to 50, or more draws than fit.

    Examples
    --------
    >>> from dragoman.forecast.issue import Stand
    >>> stack = drawn(ScaledIssue("relief", (Stand("USA", 5), Stand("PRK", 65)), 0, 100), 10, draws=5)
    >>> stack.position.shape, bool((stack.position >= 0).all())
    ((5, 2), True)
    """
    if not 0 <= doubt <= 50:
        raise AnalysisError(f"a doubt of {doubt:g} hundredths is none to draw with. Give a number from 0 to 50.")
    if not 1 <= draws <= _MOST_NUMBERS // len(issue.stands):
        most = _MOST_NUMBERS // len(issue.stands)
        raise AnalysisError(f"{issue.name}: {draws:,} draws of {len(issue.stands)} actors. Ask for 1 to {most:,}.")
    stack = stacked([issue])
    random = np.random.default_rng(seed)

    def off(values: Floats) -> Floats:
        return np.clip(values + random.normal(0.0, doubt / 100, (draws, values.shape[-1])), 0.0, 1.0)

    position = off(stack.position)
    salience, influence = (
        np.where(values > 0, np.maximum(off(values), _LEAST), 0.0) for values in (stack.salience, stack.influence)
    )
    present = np.broadcast_to(stack.present, position.shape)
    return Stack(position, salience, influence, present, np.broadcast_to(stack.reference, (draws,)))
