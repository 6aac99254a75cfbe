"""The brief's tables for a spreadsheet or a data frame: statements, positions, acts, ties, matrix, outcomes.

No cell can become a formula: text that a spreadsheet would take for one gets an apostrophe in front, as
spreadsheets themselves do. The same brief gives the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from dragoman.brief.document import Brief
from dragoman.brief.outcomes import LayerLine, OutcomeLine

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Table", "csv_files", "harmless", "tables", "xlsx"]

Value = str | int | float | bool | None

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_LIMIT: Final = 32_000
_WIDEST: Final = 48
_EPOCH: Final = dt.datetime(2000, 1, 1)


@dataclass(frozen=True)
class Table:
    """A named table: columns, and rows of plain values.

    >>> Table("acts", ("date", "says"), (("2031-03", "Ruritania closes the strait"),)).to_pandas().shape
    (1, 2)
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def to_pandas(self) -> pd.DataFrame:
        """The table as a data frame, values as they are."""
        import pandas as pd  # noqa: PLC0415 - slow to load, and few callers need it

        return pd.DataFrame(list(self.rows), columns=list(self.columns))


def harmless(value: Value) -> Value:
    """Make *value* safe in a spreadsheet: no formula, no character it cannot hold, no more than a cell takes.

    >>> harmless("=HYPERLINK(1)"), harmless("-5 degrees"), harmless(0.5)
    ("'=HYPERLINK(1)", "'-5 degrees", 0.5)
    """
    if not isinstance(value, str):
        return value
    text = _ILLEGAL.sub("�", value)[:_CELL_LIMIT]
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def tables(brief: Brief) -> tuple[Table, ...]:
    """All tables of *brief*, in the order of the page."""
    makers: tuple[Callable[[Brief], Table], ...] = (_matrix, _outcomes, _positions, _acts, _ties, _statements)
    return tuple(make(brief) for make in makers)


def csv_files(brief: Brief) -> dict[str, bytes]:
    """The tables as CSV files, name to bytes: UTF-8 with the mark by which spreadsheets know it."""
    files = {}
    for table in tables(brief):
        text = io.StringIO(newline="")
        writer = csv.writer(text, lineterminator="\r\n")
        writer.writerow(table.columns)
        writer.writerows([harmless(value) for value in row] for row in table.rows)
        files[f"{table.name}.csv"] = text.getvalue().encode("utf-8-sig")
    return files


def xlsx(brief: Brief) -> bytes:
    """The tables as one spreadsheet file, a sheet for each, headings bold and frozen."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and few callers need it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for table in tables(brief):
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "B2"
        for column, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        head = [WriteOnlyCell(sheet, value=harmless(title)) for title in table.columns]
        for cell in head:
            cell.font = bold
        sheet.append(head)
        for row in table.rows:
            sheet.append([harmless(value) for value in row])
    book.properties.creator = f"Dragoman {brief.made.version}"
    book.properties.title = str(harmless(brief.title))
    book.properties.created = _EPOCH
    raw = io.BytesIO()
    book.save(raw)
    return _without_times(raw.getvalue())


def _widths(table: Table) -> list[int]:
    """Column widths in characters: what the longest value needs, within reason."""
    columns = zip(table.columns, *(map(str, row) for row in table.rows), strict=True)
    return [min(_WIDEST, max(map(len, values))) + 2 for values in columns]


def _without_times(data: bytes) -> bytes:
    """Write the archive again with one fixed time in place of the clock's."""
    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            entry = zipfile.ZipInfo(name, date_time=(2000, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, content)
    return fixed.getvalue()


def _named(brief: Brief, ids: Iterable[str]) -> str:
    return "; ".join(brief.names.get(found, found) for found in ids)


class _Quotes:
    """The quotes of statements, found by id."""

    def __init__(self, brief: Brief) -> None:
        self._lines = {line.id: " | ".join(place.quote for place in line.places) for line in brief.statements}

    def of(self, ids: Iterable[str]) -> str:
        return " | ".join(self._lines[found] for found in ids if found in self._lines)


def _matrix(brief: Brief) -> Table:
    head = (
        "option",
        "controlled by",
        "move",
        "taken now",
        "party",
        "stands",
        "assumed",
        "stances",
        "statements",
        "quotes",
    )
    rows = tuple(
        (
            option.id,
            brief.names.get(option.party, option.party),
            option.does,
            option.taken,
            brief.names[cell.party],
            cell.leaning,
            cell.assumed,
            "; ".join(said.stance for said in cell.stances),
            "; ".join(cell.statements),
            " | ".join(said.quote for said in cell.stances),
        )
        for option in brief.options
        for cell in option.cells
    )
    return Table("matrix", head, rows)


def _outcome_rows(
    brief: Brief, layer: LayerLine, role: str, lines: Iterable[OutcomeLine]
) -> Iterator[tuple[Value, ...]]:
    for line in lines:
        yield (
            layer.name,
            role,
            line.label,
            "; ".join(line.equilibrium),
            _named(brief, line.better_for),
            _named(brief, line.worse_for),
            _named(brief, line.equal_for),
            line.verdict,
            *(option.id in line.on for option in brief.options),
        )


def _outcomes(brief: Brief) -> Table:
    head = ("layer", "role", "outcome", "holds under", "better for", "worse for", "same for", "verdict")
    rows: list[tuple[Value, ...]] = []
    for layer in brief.outcomes.layers if brief.outcomes else ():
        rows += _outcome_rows(brief, layer, "now", (layer.status_quo,))
        rows += _outcome_rows(brief, layer, "holds", layer.holding)
        rows += _outcome_rows(brief, layer, "better for all", layer.better_for_all)
    return Table("outcomes", (*head, *(option.id for option in brief.options)), tuple(rows))


def _positions(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = (
        "stance", "holder", "doer", "action", "recipient", "condition", "degree", "deadline", "option", "statements",
        "quotes",
    )  # fmt: skip
    rows = tuple(
        (
            line.stance, _named(brief, line.holder), _named(brief, line.doer), line.action,
            _named(brief, line.recipient), line.condition, line.degree, line.deadline, line.option,
            "; ".join(line.statements), quotes.of(line.statements),
        )
        for line in brief.positions
    )  # fmt: skip
    return Table("positions", head, rows)


def _acts(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = (
        "date", "precision", "worked out", "actor", "event", "target", "place", "status", "says", "told on",
        "statements", "quotes",
    )  # fmt: skip
    rows = tuple(
        (
            act.date, act.precision, act.worked_out, _named(brief, act.actor), act.event, _named(brief, act.target),
            act.place, act.status, act.says, act.reported.isoformat() if act.reported else None,
            "; ".join(act.statements), quotes.of(act.statements),
        )
        for act in brief.acts
    )  # fmt: skip
    return Table("acts", head, rows)


def _ties(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = ("from", "relation", "to", "time", "in the case", "statements", "quotes")
    rows = tuple(
        (
            brief.names.get(tie.from_, tie.from_), tie.relation, brief.names.get(tie.to, tie.to), tie.time,
            tie.in_case, "; ".join(tie.statements), quotes.of(tie.statements),
        )
        for tie in brief.ties
    )  # fmt: skip
    return Table("ties", head, rows)


def _statements(brief: Brief) -> Table:
    head = (
        "number", "id", "kind", "says", "parties", "attribution", "quoted", "confidence", "rule", "article", "outlet",
        "date", "start", "end", "quote",
    )  # fmt: skip
    articles = {article.id: article for article in brief.articles}
    rows: list[tuple[Value, ...]] = []
    for line in brief.statements:
        for place in line.places:
            article = articles.get(place.article)
            rows.append((
                line.number, line.id, line.kind, line.says, _named(brief, line.parties), line.attribution, line.quoted,
                line.confidence, line.rule, place.article,
                "; ".join(article.outlets) if article else None,
                article.date.isoformat() if article and article.date else None,
                place.start, place.end, place.quote,
            ))  # fmt: skip
    return Table("statements", head, tuple(rows))
