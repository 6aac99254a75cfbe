"""Statements as JSON Lines: what is written is read back, and a bad line is named."""

import json
from pathlib import Path

import pytest

from dragoman.errors import CaseError
from dragoman.statements.file import dump_statements, load_statements, parse_statements

EXAMPLE = Path(__file__).parents[2] / "examples" / "korea-2019" / "statements.jsonl"
TEXT = (
    "Norway offered to reopen the border in exchange for inspections. Sweden refused to pay unless Denmark pays by "
    "30 June. Denmark attacked “Iceland” on Monday.\u2028Denmark is an ally of Norway. "
    "Norway believes that Sweden is weak."
)


def test_saved_and_loaded_statements_are_the_same(reader, tmp_path: Path) -> None:
    """All four kinds come back as they were, conditions and curly quotes included."""
    statements = reader.statements(TEXT)
    assert {s.kind for s in statements} >= {"position", "act", "tie"}
    path = tmp_path / "statements.jsonl"
    path.write_text(dump_statements(statements), encoding="utf-8")
    assert load_statements(path) == tuple(statements)


def test_writing_what_was_loaded_gives_the_same_bytes() -> None:
    """The reviewed example keeps every byte through a round trip."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert dump_statements(parse_statements(text)) == text


def test_one_statement_a_line_even_with_odd_line_ends_in_quotes(reader) -> None:
    """A line separator inside a quote does not break the line."""
    statements = reader.statements("Norway attacked\u2028Sweden on Monday. Norway\x85 offered to reopen the border.")
    assert parse_statements(dump_statements(statements)) == tuple(statements)


def test_blank_lines_are_passed_over() -> None:
    """A file edited by hand may have empty lines."""
    line = EXAMPLE.read_text(encoding="utf-8").splitlines()[0]
    assert len(parse_statements(f"\n{line}\n   \n{line}\n")) == 2


def test_no_lines_are_no_statements() -> None:
    """An empty file is an empty list."""
    assert parse_statements("") == ()


def test_a_line_that_is_not_json_is_named() -> None:
    """The message says file, line and what to do."""
    line = EXAMPLE.read_text(encoding="utf-8").splitlines()[0]
    with pytest.raises(CaseError, match=r"mine\.jsonl, line 2: not JSON.*Each line holds one statement") as caught:
        parse_statements(f"{line}\n{{oops", source="mine.jsonl")
    assert caught.value.line == 2


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "rumour"}, "rumour"),
        ({"stance": "like"}, "stance"),
        ({"char_start": -1}, "char_start"),
        ({"confidence": 7}, "confidence"),
        ({"holder": None}, "holder"),
    ],
)
def test_a_field_that_does_not_fit_is_named(change: dict[str, object], named: str) -> None:
    """The message says line and field."""
    rows = [json.loads(line) for line in EXAMPLE.read_text(encoding="utf-8").splitlines()]
    row = {**next(row for row in rows if row["kind"] == "position"), **change}
    with pytest.raises(CaseError, match=named) as caught:
        parse_statements(json.dumps(row))
    assert caught.value.line == 1


@pytest.mark.parametrize("line", ["[]", "3", "null", '"x"', "{}", '{"kind": "act"}'])
def test_json_that_is_no_statement_is_an_error_of_the_file(line: str) -> None:
    """Any JSON value gives a message about the line, never a traceback."""
    with pytest.raises(CaseError, match="line 1"):
        parse_statements(line)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    """The file is named, and what would be accepted."""
    with pytest.raises(CaseError, match=r"nowhere\.jsonl: cannot be read.*dragoman read"):
        load_statements(tmp_path / "nowhere.jsonl")


def test_a_file_of_other_bytes_is_one_sentence(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are an error of the file."""
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CaseError, match="UTF-8"):
        load_statements(path)
