"""How far forecasts missed on past decisions, and the intervals that follow from it (conformal prediction)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Final

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from dragoman.forecast.issue import Floats
from dragoman.forecast.methods import Method

__all__ = ["FLOOR", "LEVELS", "Calibration", "MethodRecord", "calibrated", "conformal_quantile", "load_calibration"]

FLOOR: Final = 0.1
"""Added to the actors' spread, as a share of the scale, so that actors who agree do not give a forecast without
doubt."""
LEVELS: Final = (0.5, 0.8, 0.9)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class MethodRecord(_Record):
    """How one method did on past decisions."""

    decisions: int = Field(description="how many it was tried on")
    missed: float = Field(description="mean absolute error, as a share of the scale")
    quantiles: dict[str, float] = Field(
        description="level to the conformal quantile of the error in units of the actors' spread plus the floor"
    )


class Calibration(_Record):
    """What the shipped intervals rest on."""

    made_by: str = Field(description="the command that makes this file")
    data: str = Field(description="the decisions, in words")
    decisions: int = Field(description="how many issues")
    proposals: int = Field(description="how many proposals they belong to")
    floor: float = Field(description="what is added to the actors' spread, as a share of the scale")
    status_quo_missed: float = Field(description="mean absolute error of expecting the status quo, where it is known")
    methods: dict[str, MethodRecord] = Field(description="method to how it did")

    def half_width(self, method: Method, apart: Floats, level: float) -> Floats:
        """Half the length of the interval at *level* around forecasts by *method*, before the scale cuts it off."""
        return self.methods[method].quantiles[f"{level:g}"] * (apart + self.floor)


def conformal_quantile(scores: Floats, level: float) -> float:
    """The value that a new score stays under with the chance *level*, if it is drawn as *scores* were.

    It is the ceil((n + 1) level)-th smallest of n scores (Vovk, Gammerman and Shafer 2005; Lei et al. 2018); infinite
    where there are too few.

    >>> conformal_quantile(np.arange(1.0, 10.0), 0.8)
    8.0
    """
    rank = math.ceil((len(scores) + 1) * level - 1e-9)
    return float(np.sort(scores)[rank - 1]) if rank <= len(scores) else math.inf


def calibrated(forecasts: Mapping[Method, Floats], apart: Floats, outcome: Floats) -> dict[str, MethodRecord]:
    """For each method its mean absolute error and the quantiles of its error in units of spread plus floor.

    Forecasts that are NaN (no status quo to be pulled to) are left out.
    """
    found = {}
    for method, forecast in forecasts.items():
        known = ~np.isnan(forecast)
        missed = np.abs(forecast - outcome)[known]
        scores = missed / (apart[known] + FLOOR)
        found[str(method)] = MethodRecord(
            decisions=int(known.sum()),
            missed=round(float(missed.mean()), 4),
            quantiles={f"{level:g}": round(conformal_quantile(scores, level), 4) for level in LEVELS},
        )
    return found


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The calibration that ships with the package."""
    text = resources.files("dragoman.forecast").joinpath("calibration.json").read_text(encoding="utf-8")
    return Calibration.model_validate_json(text)
