"""What forecasts miss by on past decisions, and whether their intervals hold what they promise."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from dragoman.forecast.calibration import load_calibration

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared" / "data"


@pytest.fixture(scope="module")
def measuring() -> ModuleType:
    """The benchmark, which reads the decisions."""
    spec = importlib.util.spec_from_file_location("forecast_benchmark", ROOT / "benchmarks" / "forecast.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def decisions(measuring: ModuleType) -> object:
    """The development part of DEU III, where it is at hand."""
    if not measuring.DECISIONS.is_file():
        pytest.skip(f"no decisions at {measuring.DECISIONS}: the data are not part of the package")
    return measuring.read_decisions(measuring.DECISIONS)


def test_the_day_of_introduction_is_read_in_both_spellings(measuring: ModuleType) -> None:
    """Day, month, year; a spreadsheet put a century before the day in some rows."""
    assert [measuring._day(text).isoformat() for text in ("16-12-98", "2019-12-07", "02-02-2016", "1930-11-05")] == [
        "1998-12-16", "2007-12-19", "2016-02-02", "2005-11-30",
    ]  # fmt: skip


def test_the_shipped_calibration_is_what_its_command_makes(measuring: ModuleType, decisions: object) -> None:
    """The committed file has no figure of its own."""
    made = json.loads(measuring.calibration_text(decisions))
    assert made == load_calibration().model_dump()


def test_out_of_fold_the_forecast_misses_less_than_every_plain_mean(measuring: ModuleType, decisions: object) -> None:
    """The way chosen on other proposals, against the plain, the salience-weighted and the power-weighted mean."""
    found = measuring.judged(decisions)
    assert np.mean(found.missed) <= min(found.baselines.values())


def test_out_of_fold_the_interval_holds_four_in_five(measuring: ModuleType, decisions: object) -> None:
    """Between 78 and 82 of 100 outcomes, whichever way the proposals are dealt out."""
    found = measuring.judged(decisions)
    assert 78 <= min(found.held) <= max(found.held) <= 82
