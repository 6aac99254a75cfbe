"""The statements that a command works on: from a ledger, or from a file beside which articles may be named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.errors import CaseError

if TYPE_CHECKING:
    from dragoman.stages import Reading

__all__ = ["articles_option", "statements_of"]

articles_option = click.option(
    "--articles", "folders", multiple=True, help="Beside a file of statements: the articles, for their dates."
)


def statements_of(path: Path, folders: tuple[str, ...] = (), *, only_accepted: bool = False) -> Reading:
    """The statements at *path* with the articles they are from, as far as these are known.

    Raises
    ------
    CaseError
        What is at *path* belongs to another stage, or cannot be read as statements.
    """
    from dragoman.ledger.header import is_ledger  # noqa: PLC0415 - a command loads what it needs
    from dragoman.stages import Reading, from_ledger, reviewed  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    if is_ledger(path):
        if folders:
            raise click.UsageError(f"{path} holds its articles; leave --articles out")
        return from_ledger(path, only_accepted=only_accepted)
    if only_accepted:
        raise click.UsageError("--only-accepted is for a ledger, where statements are accepted")
    _refuse_another_stage(path)
    statements = load_statements(path)
    return reviewed(statements, *folders) if folders else Reading(articles=(), statements=statements)


def _refuse_another_stage(path: Path) -> None:
    """Say what to do with articles, or with a case, where statements are asked for."""
    from dragoman.articles.sources import FORMS  # noqa: PLC0415

    suffix = path.suffix.lower()
    if path.is_dir() or FORMS.get(suffix, "jsonl") != "jsonl":
        raise CaseError(
            f"{path}: statements are asked for, not articles. Read them first: dragoman read {path} -o statements.jsonl"
        )
    if suffix in {".yaml", ".yml"}:
        raise CaseError(f"{path}: statements are asked for, not a case. Name the file that `dragoman read` wrote.")
