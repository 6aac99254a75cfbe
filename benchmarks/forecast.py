"""Forecasts: how far they miss on past decisions, whether intervals hold what they promise, and how fast they are.

The decisions are those of DEU III (doi:10.34810/data53), as a table with a row for each issue and actor; the package
does not carry them. ``--decisions FILE`` names the table; ``--calibrate`` writes the shipped calibration from it;
``--held-out`` judges the shipped calibration on it, fitting nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.errors import AnalysisError
from dragoman.forecast.calibration import FLOOR, LEVELS, calibrated, conformal_quantile, load_calibration
from dragoman.forecast.challenge import challenge_model
from dragoman.forecast.council import with_council_influence
from dragoman.forecast.forecast import LEVEL
from dragoman.forecast.issue import Floats, ScaledIssue, Stack, Stand, stacked
from dragoman.forecast.means import weighted_mean, weighted_median
from dragoman.forecast.methods import DEFAULT, METHODS, TITLES, apart, points

ROOT = Path(__file__).parents[1]
DECISIONS = ROOT.parent / "shared" / "data" / "deu3" / "deu3_development.csv"
EMISSIONS = ROOT.parent / "shared" / "data" / "emission_standards" / "actors.csv"
CALIBRATION = ROOT / "src" / "dragoman" / "forecast" / "calibration.json"
PUBLISHED = (8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6)
"""Median by round of the challenge model on the emission standards, as printed in Scholz, Calbert and Smith (2011)."""
EXPONENTS = (0.0, 0.5, 1.0)
"""How salience may count; the default's is chosen among these, on the other folds."""
ENLARGED = tuple(dt.date(*day) for day in ((2004, 5, 1), (2004, 11, 1), (2007, 1, 1), (2013, 7, 1), (2014, 11, 1)))
FOLDS, SHUFFLES = 10, 20


@dataclass(frozen=True)
class Decisions:
    """Issues with their outcome as a share of the scale, the proposals they belong to, and the issues as arrays."""

    stack: Stack
    outcome: Floats
    proposal: np.ndarray[tuple[int], np.dtype[np.str_]]


def main(arguments: Sequence[str]) -> None:
    """Print the tables, or write the calibration."""
    path = Path(arguments[arguments.index("--decisions") + 1]) if "--decisions" in arguments else DECISIONS
    speed()
    challenges()
    if not path.is_file():
        print(f"\nNo decisions at {path}: what forecasts miss by is not measured. Name a table with --decisions.")
        return
    decisions = read_decisions(path)
    if "--calibrate" in arguments:
        CALIBRATION.write_text(calibration_text(decisions), encoding="utf-8")
        print(f"\nWritten: {CALIBRATION.relative_to(ROOT)}")
        load_calibration.cache_clear()
    errors(decisions)
    if "--held-out" in arguments:
        held_out(decisions)
    else:
        out_of_fold(decisions)


def read_decisions(path: Path) -> Decisions:
    """The table's issues, influence filled in from the Council's votes and populations on the day of introduction."""
    rows: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            rows.setdefault(row["issue"], []).append(row)
    kept = {name: group for name, group in rows.items() if len({row["actor"] for row in group}) > 1}
    if len(kept) < len(rows):
        print(f"\n{len(rows) - len(kept)} issues have a single actor and are left out.", file=sys.stderr)
    issues = [_issue(name, group) for name, group in kept.items()]
    outcomes = [float(group[0]["outcome"]) / 100 for group in kept.values()]
    return Decisions(stacked(issues), np.array(outcomes), np.array([group[0]["proposal"] for group in kept.values()]))


def _issue(name: str, rows: Sequence[dict[str, str]]) -> ScaledIssue:
    stands = tuple(
        Stand(row["actor"], float(row["position"]), float(row["salience"]) if row["salience"] else None) for row in rows
    )
    known = rows[0]["status_quo"]
    issue = ScaledIssue(name, stands, 0.0, 100.0, float(known) if known else None)
    # Members to be take part before they join: the first day on which all who take part have a weight.
    for day in (_day(rows[0]["intro"]), *ENLARGED):
        try:
            return with_council_influence(issue, day)
        except AnalysisError:
            continue
    return issue


def _day(written: str) -> dt.date:
    """The day of introduction, written day-month-year, in many rows with a century put before the day.

    >>> _day("16-12-98"), _day("2019-12-07")
    (datetime.date(1998, 12, 16), datetime.date(2007, 12, 19))
    """
    day, month, year = (int(part) for part in written.split("-"))
    day = day % 100
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    return dt.date(year, month, day)


def errors(decisions: Decisions) -> None:
    """Mean absolute error of every way and of the plain baselines; nothing is fitted here."""
    stack, outcome = decisions.stack, decisions.outcome
    ways = {TITLES[method]: points(stack, method) for method in METHODS}
    ways["salience-weighted mean"] = weighted_mean(stack.position, stack.salience)
    ways["power-weighted mean"] = weighted_mean(stack.position, stack.influence)
    ways["power times salience"] = weighted_mean(stack.position, stack.influence * stack.salience)
    ways["unweighted median"] = weighted_median(stack.position, stack.present)
    ways["status quo"] = stack.reference
    print(f"\nMissed by, of 100, on {len(outcome)} decisions of {len(set(decisions.proposal))} proposals")
    for title, found in ways.items():
        known = ~np.isnan(found)
        note = "" if known.all() else f"  on the {known.sum()} with a status quo"
        mark = "  <- shown first" if title == TITLES[DEFAULT] else ""
        print(f"  {title:26}{100 * np.abs(found - outcome)[known].mean():6.2f}{note}{mark}")


@dataclass(frozen=True)
class Judged:
    """By shuffle: mean absolute error, share in the interval, interval score, of 100; and the error of plain means."""

    missed: tuple[float, ...]
    held: tuple[float, ...]
    scores: tuple[float, ...]
    baselines: dict[str, float]


def judged(decisions: Decisions) -> Judged:
    """The choice of weights and the intervals, each proposal judged by what the other folds chose."""
    stack, outcome = decisions.stack, decisions.outcome
    tried = {e: weighted_mean(stack.position, stack.influence * stack.salience**e) for e in EXPONENTS}
    plain = {"plain": stack.present, "salience-weighted": stack.salience, "power-weighted": stack.influence}
    missed, held, scores = [], [], []
    for shuffle in range(SHUFFLES):
        folds = _folds(decisions.proposal, shuffle)
        forecast, low, high = (np.zeros(len(outcome)) for _ in range(3))
        for fold in range(FOLDS):
            here = folds == fold
            best = min(EXPONENTS, key=lambda e: float(np.abs(tried[e] - outcome)[~here].mean()))
            forecast[here] = tried[best][here]
            low[here], high[here] = _interval(decisions, ~here, here)
        missed.append(float(100 * np.abs(forecast - outcome).mean()))
        held.append(float(100 * ((low <= outcome) & (outcome <= high)).mean()))
        scores.append(float(100 * interval_scores(low, high, outcome).mean()))
    baselines = {
        name: float(100 * np.abs(weighted_mean(stack.position, weight) - outcome).mean())
        for name, weight in plain.items()
    }
    return Judged(tuple(missed), tuple(held), tuple(scores), baselines)


def out_of_fold(decisions: Decisions) -> None:
    """What :func:`judged` finds, as a table."""
    found = judged(decisions)
    print(f"\nOut of fold over proposals ({FOLDS} folds, {SHUFFLES} shuffles; mean, least, most)")
    for name, baseline in found.baselines.items():
        print(f"  {name + ' mean':34}{baseline:6.2f}")
    print(f"  {'weights chosen on the other folds':34}{_range(found.missed)}")
    print(f"  {'in the 80% interval, of 100':34}{_range(found.held)}")
    print(f"  {'interval score, of 100':34}{_range(found.scores)}")


def _interval(decisions: Decisions, known: np.ndarray, asked: np.ndarray) -> tuple[Floats, Floats]:
    forecast, spread = points(decisions.stack), apart(decisions.stack)
    missed = np.abs(forecast - decisions.outcome)[known] / (spread[known] + FLOOR)
    half = conformal_quantile(missed, LEVEL) * (spread[asked] + FLOOR)
    return np.clip(forecast[asked] - half, 0, 1), np.clip(forecast[asked] + half, 0, 1)


def _folds(proposal: np.ndarray, seed: int) -> np.ndarray:
    names = sorted(set(proposal))
    dealt = dict(zip(names, np.random.default_rng(seed).permutation(len(names)) % FOLDS, strict=True))
    return np.array([dealt[name] for name in proposal])


def _range(values: Sequence[float]) -> str:
    return f"{np.mean(values):6.2f}  ({min(values):.2f} to {max(values):.2f})"


def interval_scores(low: Floats, high: Floats, outcome: Floats, level: float = LEVEL) -> Floats:
    """Length of each interval, plus ten times (at 80%) what the outcome lies outside (Gneiting and Raftery 2007)."""
    short = np.maximum(low - outcome, 0) + np.maximum(outcome - high, 0)
    return (high - low) + 2 / (1 - level) * short


def held_out(decisions: Decisions) -> None:
    """The shipped intervals on decisions that they were not made from."""
    forecast, spread = points(decisions.stack), apart(decisions.stack)
    print("\nThe shipped calibration on these decisions")
    for level in LEVELS:
        half = load_calibration().half_width(DEFAULT, spread, level)
        low, high = np.clip(forecast - half, 0, 1), np.clip(forecast + half, 0, 1)
        inside = ((low <= decisions.outcome) & (decisions.outcome <= high)).mean()
        score = interval_scores(low, high, decisions.outcome, level).mean()
        print(f"  {level:4.0%} interval: holds {inside:6.1%}, length {100 * (high - low).mean():5.1f}, "
              f"interval score {100 * score:5.1f}")  # fmt: skip


def calibration_text(decisions: Decisions) -> str:
    """The calibration file."""
    known = ~np.isnan(decisions.stack.reference)
    record = {
        "made_by": "python -m benchmarks forecast --calibrate",
        "data": "legislative decisions of the European Union, 1996 to 2018 (DEU III, doi:10.34810/data53, a part)",
        "decisions": len(decisions.outcome),
        "proposals": len(set(decisions.proposal)),
        "floor": FLOOR,
        "status_quo_missed": round(float(np.abs(decisions.stack.reference - decisions.outcome)[known].mean()), 4),
        "methods": {
            name: found.model_dump()
            for name, found in calibrated(
                {method: points(decisions.stack, method) for method in METHODS},
                apart(decisions.stack),
                decisions.outcome,
            ).items()
        },
    }
    return json.dumps(record, indent=2) + "\n"


def challenges() -> None:
    """The challenge model on the emission standards, beside the medians in print."""
    if not EMISSIONS.is_file():
        return
    with EMISSIONS.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    position, salience, capability = (
        np.array([float(row[column]) for row in rows]) for column in ("Position", "Salience", "Capability")
    )
    low, high = position.min(), position.max()
    found = challenge_model((position - low) / (high - low), salience, capability, rounds=len(PUBLISHED))
    print("\nChallenge model on the emission standards: weighted median after each round (decided: 8.833)")
    print("  here     ", *(f"{low + (high - low) * median:5.1f}" for median in found.medians[1:]))
    print("  in print ", *(f"{median:5.1f}" for median in PUBLISHED))


def speed() -> None:
    """Seconds for 10,000 draws of an issue of 30 actors, by way; the challenge model's from 100 draws."""
    print("10,000 draws of an issue of 30 actors (seconds, best of 3; goal: below 1 for all but the challenge model)")
    stack = _random_stack(10_000)
    quick = tuple(method for method in METHODS if method != "challenge")
    for method in quick:
        print(f"  {TITLES[method]:26}{_best(lambda way=method: points(stack, way)):8.3f}")
    print(f"  {'all of these':26}{_best(lambda: [points(stack, way) for way in quick]):8.3f}")
    few = _random_stack(100)
    print(f"  {TITLES['challenge']:26}{100 * _best(lambda: points(few, 'challenge')):8.1f}")


def _random_stack(draws: int) -> Stack:
    random = np.random.default_rng(1)
    position, salience, influence = (random.uniform(0.05, 1, (draws, 30)) for _ in range(3))
    return Stack(position, salience, influence, np.ones((draws, 30)), np.full(draws, 0.3))


def _best(work: Callable[[], object], times: int = 3) -> float:
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        work()
        found.append(time.perf_counter() - begin)
    return min(found)
