"""Counts of a matching and the shares that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dragoman.scoring.agreement import date_agrees, event_agrees
from dragoman.scoring.marked import Marked
from dragoman.scoring.matching import Matching

__all__ = ["COUNTS", "MEASURES", "Counts", "measures", "units"]

COUNTS = ("gold", "read", "right", "full", "dates", "dates_right", "events", "events_right")
MEASURES = ("precision", "recall", "f1", "full_recall", "dates_right", "events_right")
Counts = npt.NDArray[np.int64]
"""One number for each of ``COUNTS``, in that order, in the last axis."""


def units(readings: Sequence[Sequence[Matching]]) -> list[Counts]:
    """What each of *readings* counts by article, or by sentence where there is only one article.

    All readings are of the same gold; one array for each, whose rows are the same articles or sentences for all. A
    read statement that answers optional gold is not counted as read.
    """
    rows = [[(m.article, *row) for m in matchings for row in _rows(m)] for matchings in readings]
    articles = sorted({matching.article for matchings in readings for matching in matchings})
    if len(articles) == 1:
        sentences = _sentences(sorted({place for counted in rows for _, place, _ in counted}))
        return [_summed([(sentences[place], row) for _, place, row in counted], sentences.values()) for counted in rows]
    return [_summed([(article, row) for article, _, row in counted], articles) for counted in rows]


def _sentences(places: Sequence[tuple[int, int]]) -> dict[tuple[int, int], int]:
    """The number of the sentence at each of *places*, which are in order; places that overlap are one sentence."""
    found: dict[tuple[int, int], int] = {}
    number, end = -1, -1
    for place in places:
        if place[0] >= end:
            number += 1
        end = max(end, place[1])
        found[place] = number
    return found


def _summed(rows: Iterable[tuple[str | int, Counts]], names: Iterable[str | int]) -> Counts:
    """The sum of the rows under each of *names*, in order of first appearance."""
    sums = {name: np.zeros(len(COUNTS), dtype=np.int64) for name in names}
    for name, row in rows:
        sums[name] += row
    return np.array(list(sums.values()), dtype=np.int64).reshape(-1, len(COUNTS))


def measures(counts: Counts) -> dict[str, npt.NDArray[np.float64]]:
    """Precision, recall, their harmonic mean and the shares of full statements, dates and event types.

    The last axis of *counts* is that of ``COUNTS``; nothing out of nothing is 0 for the first four, not a number for
    dates and events.

    >>> found = measures(np.array([10, 8, 6, 3, 0, 0, 0, 0]))
    >>> float(found["precision"]), float(found["recall"]), round(float(found["f1"]), 3)
    (0.75, 0.6, 0.667)
    """
    count = dict(zip(COUNTS, np.moveaxis(counts, -1, 0).astype(np.float64), strict=True))
    shares = {
        "precision": _share(count["right"], count["read"], 0.0),
        "recall": _share(count["right"], count["gold"], 0.0),
        "f1": _share(2 * count["right"], count["gold"] + count["read"], 0.0),
        "full_recall": _share(count["full"], count["gold"], 0.0),
        "dates_right": _share(count["dates_right"], count["dates"], np.nan),
        "events_right": _share(count["events_right"], count["events"], np.nan),
    }
    return {name: shares[name] for name in MEASURES}


def _share(part: npt.NDArray[np.float64], whole: npt.NDArray[np.float64], nothing: float) -> npt.NDArray[np.float64]:
    return np.where(whole > 0, part / np.maximum(whole, 1), nothing)


def _rows(matching: Matching) -> Iterator[tuple[tuple[int, int], Counts]]:
    for pair in matching.pairs:
        core = pair.gold.tier == "core"
        date, event = date_agrees(pair.gold, pair.read), event_agrees(pair.gold, pair.read) if core else None
        row = (core, core, core, core and pair.agreement.full, date is not None, date, event is not None, event)
        yield _place(pair.gold), np.array([bool(value) for value in row], dtype=np.int64)
    for gold in matching.missed:
        yield _place(gold), _row("gold")
    for read in matching.spurious:
        yield _place(read), _row("read")


def _row(name: str) -> Counts:
    return np.array([one == name for one in COUNTS], dtype=np.int64)


def _place(statement: Marked) -> tuple[int, int]:
    return statement.char_start, statement.char_end
