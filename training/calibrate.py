"""Fit how sure the rules' statements are, on marked articles.

    python training/calibrate.py FOLDER... --studied FOLDER... [--check FOLDER...] [--aliases FILE] [-o FILE]

Each FOLDER has articles/ with texts and gold/ with marked statements (JSON Lines) of the same articles. Rules do
better on articles they were written with, so those under --studied tell only which statements are surer than others;
the level is that of the other articles. Prints the Brier score of the rules' own confidence and of the calibrated one,
and the table of reliability: on the articles under --check, which have no part in the fit, or else on those that are
not studied, held out one by one. What ships is src/dragoman/statements/confidence.json.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
from marked_articles import marked_articles

from dragoman.language.parties import Names
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Marked, load_aliases
from dragoman.scoring.matching import match
from dragoman.statements.around import Around
from dragoman.statements.cast import Cast
from dragoman.statements.confidence import Calibration, features
from dragoman.statements.reader import read_parsed
from dragoman.statements.statement import Statement

Array = npt.NDArray[np.float64]
_RIDGE = {"kind": 1.0, "family": 8.0, "rule": 6.0, "sure": 5.0, "stance": 4.0, "event": 4.0}
"""How strongly a weight is drawn to nothing: families towards their kind, as a prior of about as many finds."""
_LEAST = 0.05
"""Weights nearer to nothing are left out."""
_OTHERWISE = 0.5
_BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)


@dataclass(frozen=True)
class Weighed:
    """A statement with the rule's own confidence, what its article tells of its parties, and whether gold has it."""

    article: str
    statement: Statement
    around: Around
    holds: bool


def main() -> None:
    """Read, match, fit, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--aliases", type=Path)
    parser.add_argument("--studied", nargs="*", type=Path, default=[], help="folders the rules were written with")
    parser.add_argument("--check", nargs="*", type=Path, default=[], help="folders to measure on, kept out of the fit")
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    names = Names.load()
    new, studied, checked = (
        labelled(folders, given.aliases, names) for folders in (given.folders, given.studied, given.check)
    )

    calibration = fitted([*new, *studied], {one.article for one in new})
    calibration = measured(calibration, checked) if checked else calibration
    print(f"{calibration.articles} articles, {calibration.statements} statements; Brier score, articles held out:")
    for name, score in calibration.brier.items():
        print(f"  {name:12}{score:.3f}")
    for says, holds, count in calibration.table:
        print(f"  says {says:.2f}   holds {holds:.2f}   of {count}")
    if given.output:
        given.output.write_text(calibration.model_dump_json(indent=1) + "\n", encoding="utf-8")


def labelled(folders: Sequence[Path], aliases: Path | None, names: Names) -> list[Weighed]:
    """What the rules read in *folders*."""
    gold: list[Marked] = []
    read: dict[str, Statement] = {}
    around: dict[str, Around] = {}
    for text, marked in marked_articles(folders, names):
        gold += marked
        read |= {one.id: one for one in read_parsed(text, calibration=None)}
        around[text.article.id] = Around(text, Cast(text))
    told = [Marked.model_validate(one.model_dump(mode="json", by_alias=True)) for one in read.values()]
    found = []
    for matching in match(gold, told, Folding(load_aliases(aliases) if aliases else None)):
        right = [pair.read.id for pair in matching.pairs if pair.gold.tier == "core"]
        wrong = [one.id for one in matching.spurious]
        beside = around[matching.article]
        found += [Weighed(matching.article, read[one], beside, holds=True) for one in right]
        found += [Weighed(matching.article, read[one], beside, holds=False) for one in wrong]
    return found


def fitted(found: Sequence[Weighed], new: Collection[str]) -> Calibration:
    """The calibration on all of *found*, with its scores on each *new* article when it is fitted on the others."""
    rows = [{**features(one.statement, one.around), "studied": float(one.article not in new)} for one in found]
    columns = sorted({name for row in rows for name in row})
    x = np.array([[row.get(name, 0.0) for name in columns] for row in rows])
    y = np.array([float(one.holds) for one in found])
    article = np.array([one.article for one in found])
    ridge = np.array([_RIDGE.get(name.partition(" ")[0], _OTHERWISE) for name in columns])
    out = np.zeros(len(y))
    for name in sorted(new):
        held = article == name
        out[held] = _curve(x[held] @ _weights(x[~held], y[~held], ridge))
    own = np.array([one.statement.confidence for one in found])
    weights = dict(zip(columns, _weights(x, y, ridge), strict=True))
    weights.pop("studied")
    scored = np.isin(article, sorted(new))
    own, out, holds = own[scored], out[scored], y[scored]
    return Calibration(
        weights={name: round(float(weight), 3) for name, weight in weights.items() if abs(weight) >= _LEAST},
        articles=len(set(article)),
        statements=len(y),
        brier={"rules": _brier(own, holds), "calibrated": _brier(out, holds)},
        table=tuple(_table(out, holds)),
    )


def measured(calibration: Calibration, found: Sequence[Weighed]) -> Calibration:
    """The same calibration with its scores on *found*, which had no part in it."""
    own = np.array([one.statement.confidence for one in found])
    out = np.array([calibration.of(one.statement, one.around) for one in found])
    holds = np.array([float(one.holds) for one in found])
    brier = {"rules": _brier(own, holds), "calibrated": _brier(out, holds)}
    return calibration.model_copy(update={"brier": brier, "table": tuple(_table(out, holds))})


def _weights(x: Array, y: Array, ridge: Array) -> Array:
    """Logistic regression with a penalty, by Newton's method."""
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = _curve(x @ weights)
        slope = x.T @ (p - y) + ridge * weights
        step = np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + np.diag(ridge), slope)
        weights = weights - step
        if np.abs(step).max() < 1e-9:
            break
    return weights


def _curve(z: Array) -> Array:
    found: Array = 1 / (1 + np.exp(-z))
    return found


def _brier(says: Array, holds: Array) -> float:
    return round(float(((says - holds) ** 2).mean()), 4)


def _table(says: Array, holds: Array) -> list[tuple[float, float, int]]:
    rows = []
    for low, high in pairwise(_BINS):
        inside = (says >= low) & (says < high)
        if inside.any():
            rows.append(
                (round(float(says[inside].mean()), 2), round(float(holds[inside].mean()), 2), int(inside.sum()))
            )
    return rows


if __name__ == "__main__":
    main()
