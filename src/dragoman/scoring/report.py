"""A score as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.plain import printable, wrapped
from dragoman.scoring.intervals import Interval
from dragoman.scoring.score import Score, Table, Tagged

__all__ = ["score_text"]

_COLUMNS = {"precision": "prec.", "recall": "recall", "f1": "F1", "full_recall": "full"}
_FURTHER = {"events_right": "event type right", "dates_right": "month right"}
_NAME, _COUNT, _SHARE = 12, 6, 9


def score_text(score: Score, *, width: int) -> str:
    """The tables of all readers, kind by kind, with intervals below the figures.

    Tables take 60 columns, whatever *width*.
    """
    lines = [_head(score)]
    for number, table in enumerate(score.readers[0].tables if score.readers else ()):
        if table.gold or any(reader.tables[number].read for reader in score.readers):
            lines += ["", _title(table), *_rows(score, number)]
    for reader in score.readers:
        if reader.tags:
            lines += ["", f"Found by {printable(reader.reader)}", *_tag_rows(reader.tags)]
    note = (
        f"Beside the kind: how many gold has. Below a share: where 95 of 100 draws of the {score.drawn} lie. "
        "Full: found with all slots right."
    )
    return "\n".join([*lines, "", wrapped(note, width)])


def _head(score: Score) -> str:
    count = len(score.articles)
    return f"{count} articles" if count != 1 else f"1 article, {score.articles[0]}"


def _title(table: Table) -> str:
    columns = "".join(f"{name:>{_SHARE}}" for name in _COLUMNS.values())
    return f"{f'{table.kind} {table.gold}':{_NAME}}{'read':>{_COUNT}}{'right':>{_COUNT}}{columns}"


def _rows(score: Score, number: int) -> Iterator[str]:
    for reader in score.readers:
        table = reader.tables[number]
        shares = [table.measures[name] for name in _COLUMNS]
        values = "".join(f"{share.value:>{_SHARE}.2f}" for share in shares)
        yield f"{printable(reader.reader)[: _NAME - 1]:{_NAME}}{table.read:>{_COUNT}}{table.right:>{_COUNT}}{values}"
        between = "".join(f"{_between(share.between):>{_SHARE}}" for share in shares)
        yield f"{'':{_NAME + 2 * _COUNT}}{between}".rstrip()
        if "f1" in table.apart:
            low, high = table.apart["f1"]
            yield f"  F1 less that of {printable(score.readers[0].reader)}: {low:+.2f} to {high:+.2f}"
        further = [
            f"{words} in {table.measures[name].value:.2f}" for name, words in _FURTHER.items() if name in table.measures
        ]
        if further:
            yield f"  of those right: {', '.join(further)}"


def _between(interval: Interval | None) -> str:
    """An interval in hundredths, without the zeros before the point: ``.31–.48``, ``.92–1.0``."""
    if interval is None:
        return "–"
    return "–".join(f"{value:.2f}".removeprefix("0")[:3] for value in interval)


def _tag_rows(tags: tuple[Tagged, ...]) -> Iterator[str]:
    yield f"{'under the tag':34}{'gold':>{_COUNT}}{'right':>{_COUNT}}{'full':>{_COUNT}}"
    for one in tags:
        yield f"{printable(one.tag)[:33]:34}{one.gold:>{_COUNT}}{one.right:>{_COUNT}}{one.full:>{_COUNT}}"
