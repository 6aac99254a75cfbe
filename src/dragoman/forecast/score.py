"""How kept forecasts did: absolute error, interval score, Brier score."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from dragoman.forecast.keep import Kept, KeptChance, KeptForecast, KeptOutcome

__all__ = ["ChanceScore", "ForecastScore", "Scores", "interval_score", "scores"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ForecastScore(_Record):
    """How one forecast of an issue did, on the issue's scale."""

    issue: str = Field(description="the question")
    date: dt.date = Field(description="the day of the forecast")
    known: dt.date = Field(description="the day on which the outcome became known")
    value: float = Field(description="the forecast")
    outcome: float = Field(description="what was decided")
    missed: float = Field(description="absolute error")
    inside: bool = Field(description="whether the outcome lies in the interval")
    interval_score: float = Field(description="length of the interval, and penalty for missing it; less is better")
    status_quo_missed: float | None = Field(description="absolute error of expecting no change; None: it was not known")
    plain_mean_missed: float = Field(description="absolute error of the plain mean")
    length: float = Field(description="length of the scale")


class ChanceScore(_Record):
    """How one judgement of an option's chance did."""

    option: str = Field(description="the option")
    date: dt.date = Field(description="the day of the judgement")
    known: dt.date = Field(description="the day on which it became known")
    probability: float = Field(description="the chance given")
    happened: bool = Field(description="whether the option was taken")
    brier: float = Field(description="squared distance of the chance from what happened: 0 is best, 1 worst")


class Scores(_Record):
    """How all kept forecasts did; averages over issues are shares of their scales."""

    issues: tuple[ForecastScore, ...] = Field(description="forecasts of issues with an outcome, in the file's order")
    options: tuple[ChanceScore, ...] = Field(description="chances of options with an outcome, in the file's order")
    missed: float | None = Field(description="mean absolute error, as a share of the scale")
    plain_mean_missed: float | None = Field(description="the same of the plain mean")
    status_quo_missed: float | None = Field(description="the same of the status quo, where it was known")
    interval_score: float | None = Field(description="mean interval score, as a share of the scale")
    brier: float | None = Field(description="mean Brier score")
    waiting: int = Field(description="forecasts without an outcome so far")
    too_late: int = Field(description="forecasts made on the day of the outcome or later: not scored")


def interval_score(low: float, high: float, level: float, outcome: float) -> float:
    """The length of the interval, and 2 / (1 - level) times what the outcome lies outside it.

    Its mean is least for who gives the true quantiles (Gneiting and Raftery 2007, J. Am. Stat. Assoc. 102, 359-378).

    >>> interval_score(20, 60, 0.5, 40), interval_score(20, 60, 0.5, 65)
    (40.0, 60.0)
    """
    return float(high - low + 2 / (1 - level) * (max(low - outcome, 0) + max(outcome - high, 0)))


def scores(kept: Iterable[Kept]) -> Scores:
    """Hold every kept forecast against its outcome, as far as that is known and was not known before.

    >>> day = dt.date(2031, 3, 1)
    >>> found = scores([KeptChance(date=day, option="reopen", probability=0.3),
    ...                 KeptOutcome(date=day.replace(month=6), of="reopen", value=1)])
    >>> round(found.brier, 2), found.waiting
    (0.49, 0)
    """
    records = tuple(kept)
    outcomes = {record.of: record for record in records if isinstance(record, KeptOutcome)}
    issues: list[ForecastScore] = []
    options: list[ChanceScore] = []
    waiting = too_late = 0
    for record in records:
        if isinstance(record, KeptOutcome):
            continue
        outcome = outcomes.get(record.issue if isinstance(record, KeptForecast) else record.option)
        if outcome is None:
            waiting += 1
        elif record.date >= outcome.date:
            too_late += 1
        elif isinstance(record, KeptForecast):
            issues.append(_forecast_score(record, outcome))
        else:
            options.append(_chance_score(record, outcome))
    return Scores(
        issues=tuple(issues),
        options=tuple(options),
        missed=_mean([row.missed / row.length for row in issues]),
        plain_mean_missed=_mean([row.plain_mean_missed / row.length for row in issues]),
        status_quo_missed=_mean(
            [row.status_quo_missed / row.length for row in issues if row.status_quo_missed is not None]
        ),
        interval_score=_mean([row.interval_score / row.length for row in issues]),
        brier=_mean([row.brier for row in options]),
        waiting=waiting,
        too_late=too_late,
    )


def _forecast_score(record: KeptForecast, outcome: KeptOutcome) -> ForecastScore:
    low, high = record.interval
    return ForecastScore(
        issue=record.issue,
        date=record.date,
        known=outcome.date,
        value=record.value,
        outcome=outcome.value,
        missed=abs(record.value - outcome.value),
        inside=low <= outcome.value <= high,
        interval_score=interval_score(low, high, record.level, outcome.value),
        status_quo_missed=None if record.status_quo is None else abs(record.status_quo - outcome.value),
        plain_mean_missed=abs(record.plain_mean - outcome.value),
        length=record.high - record.low,
    )


def _chance_score(record: KeptChance, outcome: KeptOutcome) -> ChanceScore:
    return ChanceScore(
        option=record.option,
        date=record.date,
        known=outcome.date,
        probability=record.probability,
        happened=outcome.value == 1,
        brier=(record.probability - outcome.value) ** 2,
    )


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
