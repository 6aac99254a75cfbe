"""The side file: a ``metadata.csv`` beside the articles that says when and where each appeared."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.articles.encoding import decode
from dragoman.articles.identity import shown
from dragoman.articles.metadata import Known, read_fields
from dragoman.errors import SourceError

__all__ = ["SIDE_FILE", "SideFile", "read_side_file"]

SIDE_FILE = "metadata.csv"
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class SideFile:
    """What a side file says of each file in its folder, and (where, remark) for each row that is not usable."""

    rows: dict[str, Known] = field(default_factory=dict)
    remarks: tuple[tuple[str, str], ...] = ()


def read_side_file(path: Path) -> SideFile:
    """Read the columns file, date, outlet, title, url (and author) of a table with commas, semicolons or tabs.

    ``file`` is a name relative to the table's folder; the other columns may be missing or empty, and further
    columns are not read. A faulty row is remarked upon and the others kept; where a file is named twice the first
    row counts.
    """
    where = shown(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise SourceError(f"is larger than {_LARGEST // 1_000_000} MB; split the folder")
        text = decode(data).text
    except OSError as error:
        return SideFile(remarks=((where, f"cannot be read ({error.strerror}); dates and outlets in it are not used"),))
    except SourceError as error:
        return SideFile(remarks=((where, f"{error}; dates and outlets in it are not used"),))
    return _read_table(text, path)


def _read_table(text: str, path: Path) -> SideFile:
    where = shown(path)
    head = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=head.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: dict[str, Known] = {}
    remarks: list[tuple[str, str]] = []
    try:
        names = {str(name).strip().casefold(): name for name in reader.fieldnames or ()}
        if "file" not in names:
            return SideFile(
                remarks=((where, 'has no column "file"; its first line should be file,date,outlet,title,url'),)
            )
        for row in reader:
            line = f"{where}, line {reader.line_num}"
            name = (row.get(names["file"]) or "").strip()
            known, faults = read_fields({k: v for k, v in row.items() if k != names["file"]}, basis=SIDE_FILE)
            faults += _row_faults(name, row, rows, path.parent)
            remarks.extend((line, fault) for fault in faults)
            rows.setdefault(name, known)
    except csv.Error as error:
        remarks.append(
            (f"{where}, line {reader.line_num}", f"is not a readable table row ({error}); rows below it are not used")
        )
    return SideFile(rows, tuple(remarks))


def _row_faults(name: str, row: dict[str, str], rows: dict[str, Known], folder: Path) -> tuple[str, ...]:
    if not name:
        return ("names no file; the row is not used",)
    if name in rows:
        return (f'names "{name}" again; the first row counts',)
    if None in row:
        return ("has more columns than the first line; put quotation marks around values with commas",)
    try:
        there = (folder / name).exists()
    except (OSError, ValueError):
        there = False
    return () if there else (f'names "{name}", which is not in its folder; check the spelling',)
