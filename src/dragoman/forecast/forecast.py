"""The forecast of an issue: a point with its interval, beside the status quo and the plain mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from dragoman._version import __version__
from dragoman.errors import AnalysisError
from dragoman.forecast.calibration import load_calibration
from dragoman.forecast.doubt import DRAWS, drawn
from dragoman.forecast.issue import Floats, ScaledIssue, stacked
from dragoman.forecast.methods import DEFAULT, METHODS, Method, apart, points
from dragoman.forecast.veto import Veto, veto_on

__all__ = ["LEVEL", "Forecast", "Interval", "Way", "forecast"]

LEVEL: Final = 0.8
"""The share of outcomes that an interval is to hold."""

_FEW_DRAWS: Final = 500
"""Draws for the challenge model, which takes some hundred times as long as the others."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Interval(_Record):
    """Ends between which the outcome is expected to lie with the chance ``level``."""

    low: float = Field(description="lower end, on the issue's scale")
    high: float = Field(description="upper end, on the issue's scale")
    level: float = Field(description="share of past decisions in which such an interval held the outcome")


class Way(_Record):
    """What one method forecasts, and how it did on past decisions."""

    method: Method = Field(description="the method")
    value: float = Field(description="its forecast, on the issue's scale")
    interval: Interval = Field(description="its interval")
    missed: float = Field(description="mean absolute error on past decisions, as a share of the scale")


class Forecast(_Record):
    """What is expected on an issue, beside what a reader without any method would expect."""

    issue: str = Field(description="the question")
    low: float = Field(description="lower end of the scale")
    high: float = Field(description="upper end of the scale")
    actors: int = Field(description="how many actors have a place")
    value: float = Field(description="the forecast, on the scale")
    interval: Interval = Field(description="where the outcome is expected to lie")
    method: Method = Field(description="how the forecast was made")
    status_quo: float | None = Field(description="how things stand now; None: not given")
    plain_mean: float = Field(description="the mean of the positions, every actor alike")
    ways: tuple[Way, ...] = Field(description="every method, the forecast's own first")
    if_inputs_are_off: Interval | None = Field(
        default=None, description="middle share of forecasts when every input is a little off; None: not asked"
    )
    veto: Veto | None = Field(description="who can withhold the outcome alone; None: nobody is known to")
    assumed: tuple[str, ...] = Field(default=(), description="what was filled in, in plain sentences")
    inputs_sha256: str = Field(description="hash of the scale, the status quo and the actors' numbers")
    version: str = Field(description="version of the program")


def forecast(
    issues: Sequence[ScaledIssue], *, method: Method = DEFAULT, doubt: float | None = None,
    vetoes: Iterable[str] = (), option_model: str = "",
) -> tuple[Forecast, ...]:  # fmt: skip
    """Forecast *issues* by all methods, *method* first.

    Parameters
    ----------
    doubt
        Where given, how far the inputs may be off, in hundredths; the forecast is then repeated over 10,000 seeded
        draws. See :func:`dragoman.forecast.doubt.drawn`.
    vetoes
        Actors that can withhold an outcome alone, beside those whose stand says so.
    option_model
        What the option model says, shown where an issue is a veto game.

    Raises
    ------
    AnalysisError
        *method* needs the status quo, and an issue has none.

    Notes
    -----
    The interval is conformal: the forecast plus and minus a multiple of the actors' spread, the multiple being the
    one that held four in five outcomes of past decisions. It promises that share only for decisions like those.

    Examples
    --------
    >>> from dragoman.forecast.issue import Stand
    >>> relief = ScaledIssue("relief", (Stand("USA", 0, 100), Stand("PRK", 100, 25), Stand("RUS", 50, 25)), 0, 100, 0)
    >>> [found] = forecast([relief])
    >>> found.value, found.plain_mean, found.status_quo, found.method
    (37.5, 50.0, 0.0, 'compromise')
    """
    if not issues:
        return ()
    lacking = next((issue.name for issue in issues if issue.status_quo is None), None)
    if method == "pulled" and lacking is not None:
        raise AnalysisError(
            f"{lacking}: nothing is pulled to a status quo that is not given. Give it, or choose another method."
        )
    stack, named = stacked(issues), tuple(vetoes)
    order = (method, *(other for other in METHODS if other != method))
    found = {name: points(stack, name) for name in order}
    spreads = apart(stack)
    return tuple(
        _one(issue, {name: float(values[row]) for name, values in found.items()}, float(spreads[row]), doubt,
             veto_on(issue, others=named, option_model=option_model))
        for row, issue in enumerate(issues)
    )  # fmt: skip


def _one(
    issue: ScaledIssue, shares: dict[Method, float], spread: float, doubt: float | None, veto: Veto | None
) -> Forecast:
    ways = tuple(_way(issue, method, share, spread) for method, share in shares.items() if not np.isnan(share))
    first = ways[0]
    plain = next(way.value for way in ways if way.method == "plain_mean")
    return Forecast(
        issue=issue.name,
        low=issue.low,
        high=issue.high,
        actors=len(issue.stands),
        value=first.value,
        interval=first.interval,
        method=first.method,
        status_quo=None if issue.status_quo is None else float(issue.status_quo),
        plain_mean=plain,
        ways=ways,
        if_inputs_are_off=None if doubt is None else _drawn_interval(issue, first.method, doubt),
        veto=veto,
        assumed=_assumed(issue),
        inputs_sha256=issue.digest(),
        version=__version__,
    )


def _way(issue: ScaledIssue, method: Method, share: float, spread: float) -> Way:
    record = load_calibration().methods[method]
    half = float(load_calibration().half_width(method, np.array(spread), LEVEL))
    ends = np.clip([share - half, share + half], 0.0, 1.0)
    return Way(
        method=method,
        value=_placed(issue, share),
        interval=Interval(low=_placed(issue, ends[0]), high=_placed(issue, ends[1]), level=LEVEL),
        missed=record.missed,
    )


def _drawn_interval(issue: ScaledIssue, method: Method, doubt: float) -> Interval:
    draws = _FEW_DRAWS if method == "challenge" else DRAWS
    values: Floats = points(drawn(issue, doubt, draws=draws), method)
    low, high = np.quantile(values, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Interval(low=_placed(issue, float(low)), high=_placed(issue, float(high)), level=LEVEL)


def _placed(issue: ScaledIssue, share: float) -> float:
    """The place on the scale, rounded to a ten-thousandth of its length so that no platform's last bit shows."""
    return round(issue.low + round(float(share), 4) * (issue.high - issue.low), 10)


def _assumed(issue: ScaledIssue) -> tuple[str, ...]:
    said = []
    for what in ("salience", "influence"):
        missing = [stand.actor for stand in issue.stands if getattr(stand, what) is None]
        if len(missing) == len(issue.stands):
            said.append(f"No {what} is given: every actor counts alike in it.")
        elif missing:
            said.append(f"No {what} is given for {', '.join(missing)}: the mean of the others is taken.")
    return tuple(said)
