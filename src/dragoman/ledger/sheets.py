"""Tables for spreadsheets: written as CSV or xlsx, and read back.

No cell can become a formula: text that a spreadsheet would take for one gets an apostrophe in front, as spreadsheets
themselves do; reading takes it away again. The same tables give the same bytes.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dragoman.errors import CaseError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Row", "Table", "Value", "csv_bytes", "harmless", "read_sheet", "workbook"]

Value = str | int | float | bool | None

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_LIMIT: Final = 32_000
_WIDEST: Final = 48
_EPOCH: Final = dt.datetime(2000, 1, 1)
_MOST_BYTES: Final = 200_000_000
_MOST_ROWS: Final = 1_000_000
_UNREADABLE: Final = (
    OSError, ValueError, csv.Error, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, TypeError, AttributeError,
)  # fmt: skip
"""What reading a broken file raises; of a workbook it may be any of these, faults of its XML among them."""


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


@dataclass(frozen=True)
class Row:
    """A row of a table that somebody wrote: its line, counted from 1 with the headings, and cells by heading."""

    line: int
    cells: dict[str, str]


def harmless(value: Value) -> Value:
    """Make *value* safe in a spreadsheet: no formula, no character it cannot hold, no more than a cell takes.

    >>> harmless("=HYPERLINK(1)"), harmless("-5 degrees"), harmless(0.5)
    ("'=HYPERLINK(1)", "'-5 degrees", 0.5)
    """
    if not isinstance(value, str):
        return value
    text = _ILLEGAL.sub("�", value)[:_CELL_LIMIT]
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def csv_bytes(table: Table) -> bytes:
    """The table as a CSV file: UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([harmless(value) for value in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def workbook(tables: Sequence[Table], *, title: str, creator: str) -> bytes:
    """The tables as one xlsx file, a sheet for each, headings bold and frozen."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and few callers need it
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    bold = Font(bold=True)
    for table in tables:
        sheet = book.create_sheet(table.name)
        sheet.freeze_panes = "B2"
        for column, width in enumerate(_widths(table), start=1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        head = [WriteOnlyCell(sheet, value=harmless(heading)) for heading in table.columns]
        for cell in head:
            cell.font = bold
        sheet.append(head)
        for row in table.rows:
            sheet.append([harmless(value) for value in row])
    book.properties.creator = creator
    book.properties.title = str(harmless(title))
    book.properties.created = _EPOCH
    raw = io.BytesIO()
    book.save(raw)
    return _without_times(raw.getvalue())


def read_sheet(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file (comma, semicolon or tab; UTF-8) or of the first sheet of an xlsx file.

    Headings are taken in lower case; rows without any value are passed over.

    Raises
    ------
    CaseError
        The file cannot be read as a table; it names the file.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise CaseError(f"{path}: larger than {_MOST_BYTES // 10**6} MB, which no table here is. Divide it.")
        rows = _of_workbook(path) if path.suffix.lower() in {".xlsx", ".xlsm"} else _of_csv(path)
        headings: list[str] = []
        for line, values in enumerate(rows, start=1):
            if line > _MOST_ROWS:
                raise CaseError(f"{path}: more than {_MOST_ROWS} rows. Divide it.", line=line)
            cells = [_plain(value) for value in values]
            if not headings:
                headings = [cell.casefold() for cell in cells]
            elif any(cells):
                yield Row(line, dict(zip(headings, cells, strict=False)))
    except _UNREADABLE as error:
        raise CaseError(f"{path}: cannot be read as a table ({error}). Save it as CSV in UTF-8, or as xlsx.") from error


def _of_csv(path: Path) -> Iterator[Sequence[Any]]:
    text = path.read_text(encoding="utf-8-sig")
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _of_workbook(path: Path) -> Iterator[Sequence[Any]]:
    from openpyxl import load_workbook  # noqa: PLC0415

    book = load_workbook(path, read_only=True, data_only=True)
    try:
        yield from book.worksheets[0].iter_rows(values_only=True)
    finally:
        book.close()


def _plain(value: object) -> str:
    """A cell as text: days as ISO dates, whole numbers without a point, no apostrophe before a formula."""
    if value is None:
        return ""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value).strip()
    return text[1:] if text.startswith("'") and harmless(text[1:]) == text else text


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
