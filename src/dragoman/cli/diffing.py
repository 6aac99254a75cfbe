"""``dragoman diff``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import Command, json_option, quiet_option, with_reading_options
from dragoman.cli.reading import gather
from dragoman.cli.whatif import tell_effects

if TYPE_CHECKING:
    from dragoman.case.case import Case

__all__ = ["diff"]

_CASES = {".yaml", ".yml", ".json"}


@click.command(cls=Command)
@click.argument("old")
@click.argument("new")
@click.option("--shown", default=5, show_default=True, type=click.IntRange(1, 1000), help="Outcomes listed at most.")
@with_reading_options
@json_option
@quiet_option
def diff(
    old: str, new: str, shown: int, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Say in words what is different between two cases, and what that does to the outcomes.

    OLD and NEW are case files (.yaml, .yml, .json), statements (.jsonl) from which a case is drafted, or articles (a
    file or folder), which are read first.

    \b
        dragoman diff last-week.yaml case.yaml
        dragoman diff last-week.jsonl statements.jsonl
        dragoman diff last-week.yaml my-articles/
    """
    from dragoman.case.comparing import effects_of  # noqa: PLC0415

    (before, _), (after, quotes) = (_case(path, day, names, pipeline, quiet) for path in (old, new))
    tell_effects(after, effects_of(before, after, shown=shown), as_json=as_json, quotes=quotes)


def _case(
    path: str, day: dt.datetime | None, names: Path | None, pipeline: str | None, quiet: bool
) -> tuple[Case, dict[str, str]]:
    """The case at *path*, or drafted from what is there; with the words of the statements, by id."""
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.stages import draft  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    suffix = Path(path).suffix.lower()
    if suffix in _CASES:
        return load_case(path), {}
    if suffix == ".jsonl":
        statements = tuple(load_statements(Path(path)))
        return draft(statements, names=names), {statement.id: statement.quote for statement in statements}
    reading = gather((path,), None, day, names, pipeline, quiet)
    said = reading.statements if reading else ()
    return draft(reading or said, names=names), {statement.id: statement.quote for statement in said}
