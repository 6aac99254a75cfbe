"""Tables for spreadsheets and data frames."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from openpyxl import load_workbook

from dragoman.brief.document import Brief
from dragoman.brief.tables import csv_files, harmless, tables, xlsx


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "\n=1"])
def test_formulas_become_text(text: str) -> None:
    """Whatever a spreadsheet might take for a formula gets an apostrophe in front."""
    assert harmless(text) == f"'{text}"


def test_plain_text_stays() -> None:
    """Ordinary words are left alone."""
    assert harmless("Ruritania closed the strait - again") == "Ruritania closed the strait - again"


def test_hostile_cells_are_harmless_in_both_files(strait: Any) -> None:
    """A formula in a title, name or quote reaches neither file as a formula."""
    case = strait.case.model_copy(update={"parties": {
        **strait.case.parties, "RUR": strait.case.parties["RUR"].model_copy(update={"name": "=cmd|' /C calc'!A0"}),
    }})  # fmt: skip
    brief = strait.brief(case=case)
    for content in csv_files(brief).values():
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)
    book = load_workbook(io.BytesIO(xlsx(brief)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == "'=cmd|' /C calc'!A0" for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_control_characters_do_not_break_the_spreadsheet(strait: Any) -> None:
    """A control character in a name becomes a replacement mark, not a crash."""
    brief = strait.brief(case=strait.case.model_copy(update={"title": "Strait\x00\x0b"}), names={"X": "\x01"})
    assert xlsx(brief)


def test_same_brief_same_bytes(brief: Brief) -> None:
    """Neither file depends on the clock."""
    assert xlsx(brief) == xlsx(brief)
    assert csv_files(brief) == csv_files(brief)


def test_matrix_has_a_row_for_each_cell(brief: Brief) -> None:
    """The matrix is long: one row for each option and party."""
    [matrix] = [table for table in tables(brief) if table.name == "matrix"]
    assert len(matrix.rows) == len(brief.options) * len(brief.parties)


def test_data_frames_have_the_tables(brief: Brief) -> None:
    """to_pandas gives every table by name, with its columns."""
    frames = brief.to_pandas()
    assert list(frames) == ["matrix", "outcomes", "positions", "acts", "ties", "statements"]
    assert frames["positions"]["stance"].value_counts()["offer"] == 4


def test_every_place_is_a_row_of_statements(brief: Brief) -> None:
    """A statement with two places has two rows, each with its own quote."""
    frame = brief.to_pandas()["statements"]
    assert list(frame[frame["id"] == "p-crew"]["article"]) == ["gazette", "tribune"]
