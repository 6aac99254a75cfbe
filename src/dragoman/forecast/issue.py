"""An issue to be forecast: a scale, and actors at places on it, each with its salience and influence."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError

__all__ = ["MOST_ACTORS", "Booleans", "Floats", "ScaledIssue", "Stack", "Stand", "stacked"]

Booleans = NDArray[np.bool_]
Floats = NDArray[np.float64]

MOST_ACTORS = 1_000


@dataclass(frozen=True)
class Stand:
    """Where an actor stands: its position, how much the issue matters to it and how much it can move the outcome.

    ``salience`` and ``influence`` run from 0 to 100; None is not known. ``veto``: it alone can withhold the outcome.
    """

    actor: str
    position: float
    salience: float | None = None
    influence: float | None = None
    veto: bool = False


@dataclass(frozen=True)
class ScaledIssue:
    """A question with a scale from ``low`` to ``high``, its ``status_quo`` on it if known, and who stands where.

    Raises
    ------
    AnalysisError
        Fewer than two actors, an actor given twice, a number that is none, a place off the scale, a scale without
        length, a salience or influence below 0 or above 100, or no actor with both salience and influence.

    Examples
    --------
    >>> ScaledIssue("relief", (Stand("USA", 5), Stand("PRK", 165)), 0, 100)
    Traceback (most recent call last):
        ...
    dragoman.errors.AnalysisError: relief: PRK stands at 165, off the scale from 0 to 100. Move it, or widen the scale.
    """

    name: str
    stands: tuple[Stand, ...]
    low: float
    high: float
    status_quo: float | None = None

    def __post_init__(self) -> None:
        problem = self._problem()
        if problem:
            raise AnalysisError(f"{self.name}: {problem}.")

    def _problem(self) -> str | None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low < self.high):
            return f"the scale from {self.low:g} to {self.high:g} has no length. Give its two ends, the lower first"
        if not 2 <= len(self.stands) <= MOST_ACTORS:
            found = {0: "nobody has a place", 1: "only one actor has a place"}.get(len(self.stands))
            found = found or f"{len(self.stands):,} actors have places"
            return f"{found}. A forecast takes from 2 to {MOST_ACTORS:,} actors"
        names = Counter(stand.actor for stand in self.stands)
        name, times = names.most_common(1)[0]
        if times > 1:
            return f"{name} has {times} places. Keep one"
        return next((problem for problem in map(self._stand_problem, self.stands) if problem), None) or self._rest()

    def _stand_problem(self, stand: Stand) -> str | None:
        if not math.isfinite(stand.position):
            return f"the position of {stand.actor} is no number. Give one from {self.low:g} to {self.high:g}"
        if not self.low <= stand.position <= self.high:
            scale = f"off the scale from {self.low:g} to {self.high:g}"
            return f"{stand.actor} stands at {stand.position:g}, {scale}. Move it, or widen the scale"
        for what, value in (("salience", stand.salience), ("influence", stand.influence)):
            if value is not None and not 0 <= value <= 100:
                return f"the {what} of {stand.actor} is {value:g}. Give a number from 0 to 100, or leave it out"
        return None

    def _rest(self) -> str | None:
        if self.status_quo is not None and not self.low <= self.status_quo <= self.high:
            scale = f"off the scale from {self.low:g} to {self.high:g}"
            return f"the status quo stands at {self.status_quo:g}, {scale}. Move it, or widen the scale"
        stack = stacked([self])
        for what, values in (("salience", stack.salience), ("influence", stack.influence)):
            if not (values > 0).any():
                return f"the {what} of every actor is 0, so nobody moves the outcome. Give one a {what} above 0"
        if not (stack.weight > 0).any():
            return "no actor has both salience and influence above 0, so nobody moves the outcome. Correct one of them"
        return None

    def digest(self) -> str:
        """SHA-256 of everything that a forecast of the issue rests on, whatever the order of the actors."""
        content = asdict(self)
        content["stands"] = sorted(content["stands"], key=lambda stand: str(stand["actor"]))
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Stack:
    """Issues as arrays, a row for each and a column for each actor; positions are shares of the scale, from 0 to 1.

    ``present`` is 1 where an actor stands and 0 where the row is only filled up; ``reference`` is NaN where the
    status quo is not known. ``influence`` is 0 where nobody stands. The last axis may stand behind any number of
    others (draws).
    """

    position: Floats
    salience: Floats
    influence: Floats
    present: Floats
    reference: Floats

    @property
    def weight(self) -> Floats:
        """How much each actor counts: influence times the square root of salience.

        The square root takes the middle between counting salience in full and not at all: an actor to which the
        issue matters four times as much counts twice as much. Fixed on past decisions; see ``docs/forecast.md``.
        """
        weight: Floats = self.influence * np.sqrt(self.salience)
        return weight


def stacked(issues: Sequence[ScaledIssue]) -> Stack:
    """Return *issues* as arrays.

    A salience or influence that is not known is the mean of those that are; where none is, all are equal.

    >>> stack = stacked([ScaledIssue("relief", (Stand("USA", 5, 80), Stand("PRK", 65, 95), Stand("RUS", 50)), 0, 100)])
    >>> stack.position.tolist(), stack.salience.tolist(), stack.influence.tolist()
    ([[0.05, 0.65, 0.5]], [[0.8, 0.95, 0.875]], [[1.0, 1.0, 1.0]])
    """
    widest = max(len(issue.stands) for issue in issues)
    position, salience, influence, present = (np.zeros((len(issues), widest)) for _ in range(4))
    for row, issue in enumerate(issues):
        some = slice(0, len(issue.stands))
        position[row, some] = [(stand.position - issue.low) / (issue.high - issue.low) for stand in issue.stands]
        salience[row, some] = _filled([stand.salience for stand in issue.stands])
        influence[row, some] = _filled([stand.influence for stand in issue.stands])
        present[row, some] = 1.0
    known = [np.nan if issue.status_quo is None else issue.status_quo for issue in issues]
    ends = np.array([(issue.low, issue.high) for issue in issues])
    reference = (np.array(known) - ends[:, 0]) / (ends[:, 1] - ends[:, 0])
    return Stack(position, salience, influence, present, reference)


def _filled(values: Sequence[float | None]) -> Floats:
    known = [value for value in values if value is not None]
    mean = sum(known) / len(known) if known else 100.0
    return np.array([mean if value is None else value for value in values], dtype=np.float64) / 100
