"""Statements as JSON Lines: one a line, in the documented form."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from dragoman.errors import CaseError
from dragoman.statements.statement import Statement, statement_adapter

__all__ = ["dump_statement", "dump_statements", "load_statements", "parse_statements"]


def dump_statements(statements: Iterable[Statement]) -> str:
    """The statements as JSON Lines, fields in a fixed order, text unescaped."""
    return "".join(map(dump_statement, statements))


def dump_statement(statement: Statement) -> str:
    """One line of such a file."""
    return json.dumps(statement.model_dump(mode="json", by_alias=True), ensure_ascii=False) + "\n"


def load_statements(path: Path) -> tuple[Statement, ...]:
    """Read a file of statements; see :func:`parse_statements`."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(
            f"{path}: cannot be read as UTF-8 text ({error}). Name a file that `dragoman read` wrote."
        ) from error
    return parse_statements(text, source=str(path))


def parse_statements(text: str, *, source: str = "statements.jsonl") -> tuple[Statement, ...]:
    """Read statements from JSON Lines.

    Raises
    ------
    CaseError
        For a line that is not JSON or lacks what its kind needs; it names the line and the field.
    """
    found: list[Statement] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found.append(statement_adapter.validate_python(json.loads(line)))
        except json.JSONDecodeError as error:
            message = (
                f"{source}, line {number}: not JSON ({error.msg}). Each line holds one statement; mend or remove it."
            )
            raise CaseError(message, line=number) from error
        except ValidationError as error:
            first = error.errors()[0]
            field = ".".join(str(part) for part in first["loc"]) or "statement"
            message = f"{source}, line {number}: {field}: {first['msg']}. Mend or remove the line."
            raise CaseError(message, line=number) from error
    return tuple(found)
