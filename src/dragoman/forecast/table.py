"""A table of actors with their positions, as issues to forecast."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dragoman.errors import AnalysisError, CaseError
from dragoman.forecast.issue import ScaledIssue, Stand

__all__ = ["parse_table"]

_MOST_ROWS: Final = 100_000
_COLUMNS: Final[dict[str, str]] = {
    "actor": "actor", "party": "actor", "position": "position", "salience": "salience", "influence": "influence",
    "capability": "influence", "power": "influence", "veto": "veto", "issue": "issue", "status_quo": "status_quo",
    "reference": "status_quo", "low": "low", "high": "high",
}  # fmt: skip
_NUMBERS: Final = ("salience", "influence", "status_quo", "low", "high")
_YES: Final = frozenset({"yes", "y", "true", "1", "x"})
_NO: Final = frozenset({"", "no", "n", "false", "0"})


def parse_table(
    text: str, *, source: str, scale: tuple[float, float] | None = None
) -> tuple[tuple[ScaledIssue, ...], tuple[str, ...]]:
    """Read issues, and notes on them, from a table with a row for each actor (of each issue, in a column ``issue``).

    Needed columns are ``actor`` and ``position``; ``salience``, ``influence``, ``veto``, ``status_quo``, ``low`` and
    ``high`` may stand beside them; others are not read. Salience and influence run from 0 to 100; a column in which
    no number is above 1 is taken for shares of 1. Without a scale it runs between the outermost places. An issue that
    cannot be forecast is left out with its reason among the notes.

    Raises
    ------
    CaseError
        A column or number is missing or wrong; the message names the line.
    AnalysisError
        No issue can be forecast.

    Examples
    --------
    >>> table = "actor,position,salience\\nUSA,5,80\\nPRK,65,95\\n"
    >>> [found], notes = parse_table(table, source="relief.csv", scale=(0, 100))
    >>> found.name, [stand.position for stand in found.stands]
    ('relief', [5.0, 65.0])
    """
    rows = _rows(text, source)
    for what in ("salience", "influence"):
        _as_hundredths(rows, what)
    groups: dict[str, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.issue or Path(source).stem, []).append(row)
    issues, notes = [], []
    for name, group in groups.items():
        status_quo = _one_value(group, "status_quo", name, source)
        low, high = scale or (_one_value(group, "low", name, source), _one_value(group, "high", name, source))
        if low is None or high is None:
            low, high = _outermost(group, status_quo)
            notes.append(f"{name}: no scale is given; it is taken from {low:g} to {high:g}, the outermost places.")
        try:
            issues.append(ScaledIssue(name, tuple(row.stand() for row in group), low, high, status_quo))
        except AnalysisError as error:
            notes.append(str(error))
    if not issues:
        raise AnalysisError(notes[-1])
    return tuple(issues), tuple(notes)


def _outermost(group: Sequence[_Row], status_quo: float | None) -> tuple[float, float]:
    places = [row.position for row in group] + ([] if status_quo is None else [status_quo])
    return min(places), max(places)


@dataclass
class _Row:
    line: int
    actor: str
    issue: str
    veto: bool
    position: float
    numbers: dict[str, float | None]

    def stand(self) -> Stand:
        return Stand(self.actor, self.position, self.numbers["salience"], self.numbers["influence"], self.veto)


def _rows(text: str, source: str) -> list[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[_Row] = []
    try:
        header = _header(next(reader, []), source)
        for cells in reader:
            if len(rows) >= _MOST_ROWS:
                raise CaseError(f"{source}: more than {_MOST_ROWS:,} rows. Is it the right file?")
            if any(cell.strip() for cell in cells):
                rows.append(_row(header, cells, reader.line_num, source))
    except csv.Error as error:
        raise CaseError(f"{source}, line {reader.line_num}: not a table of comma-separated values: {error}.") from error
    if not rows:
        raise CaseError(f"{source}: the table has no rows. Write one line for each actor: actor,position,salience.")
    return rows


def _header(cells: Sequence[str], source: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        column = _COLUMNS.get(cell.strip().lower().replace(" ", "_"))
        if column is None:
            continue
        if column in found:
            raise CaseError(f"{source}, line 1: two columns give the {column}. Keep one.", line=1)
        found[column] = place
    for needed in ("actor", "position"):
        if needed not in found:
            known = ", ".join(dict.fromkeys(_COLUMNS.values()))
            raise CaseError(f'{source}, line 1: no column "{needed}". The columns that are read: {known}.', line=1)
    return found


def _row(header: Mapping[str, int], cells: Sequence[str], line: int, source: str) -> _Row:
    def cell(column: str) -> str:
        place = header.get(column)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    if not cell("actor"):
        raise CaseError(f"{source}, line {line}: the actor has no name. Fill it in, or remove the line.", line=line)
    veto = cell("veto").lower()
    if veto not in _YES | _NO:
        raise CaseError(f'{source}, line {line}: veto is "{veto}". Write yes or no.', line=line)
    position = _number(cell("position"), "position", line, source)
    if position is None:
        told = f"{cell('actor')} has no position. Fill it in, or remove the line"
        raise CaseError(f"{source}, line {line}: {told}.", line=line)
    numbers = {column: _number(cell(column), column, line, source) for column in _NUMBERS}
    return _Row(line, cell("actor"), cell("issue"), veto in _YES, position, numbers)


def _number(cell: str, column: str, line: int, source: str) -> float | None:
    if not cell:
        return None
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise CaseError(
            f'{source}, line {line}: {column} is "{cell[:40]}". Write a number, or leave it empty.', line=line
        )
    return number


def _as_hundredths(rows: Iterable[_Row], what: str) -> None:
    numbers = [number for row in rows if (number := row.numbers[what]) is not None]
    if numbers and max(numbers) <= 1:
        for row in rows:
            number = row.numbers[what]
            row.numbers[what] = None if number is None else number * 100


def _one_value(group: Sequence[_Row], column: str, issue: str, source: str) -> float | None:
    found = {number: row.line for row in group if (number := row.numbers[column]) is not None}
    if len(found) > 1:
        (first, _), (other, line) = list(found.items())[:2]
        told = f"{column} of {issue} is {first:g} and {other:g}. Give one for an issue"
        raise CaseError(f"{source}, line {line}: {told}.", line=line)
    return next(iter(found), None)
