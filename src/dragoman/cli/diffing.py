"""``dragoman diff``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import Command, json_option, quiet_option, say, with_reading_options
from dragoman.cli.reading import read_articles
from dragoman.cli.statements import articles_option, statements_of
from dragoman.cli.whatif import tell_effects

if TYPE_CHECKING:
    from dragoman.case.case import Case
    from dragoman.stages import Reading

__all__ = ["diff"]

_CASES = {".yaml", ".yml", ".json"}


@click.command(cls=Command)
@click.argument("old")
@click.argument("new")
@click.option("--shown", default=5, show_default=True, type=click.IntRange(1, 1000), help="Outcomes listed at most.")
@articles_option
@with_reading_options
@json_option
@quiet_option
def diff(
    old: str, new: str, shown: int, folders: tuple[str, ...], day: dt.datetime | None, names: Path | None,
    pipeline: str | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Say in words what is different between two cases, and what that does to the outcomes.

    OLD and NEW are case files (.yaml, .yml, .json), statements (.jsonl) from which a case is drafted, or articles (a
    file or folder), which are read first. What is different stands with its words, and with the day of their article:
    beside statements, name the articles with --articles.

    \b
        dragoman diff last-week.yaml case.yaml
        dragoman diff last-week.jsonl statements.jsonl --articles my-articles/
        dragoman diff last-week.yaml my-articles/
    """
    from dragoman.case.comparing import effects_of  # noqa: PLC0415
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.stages import draft  # noqa: PLC0415

    cases: list[Case] = []
    quotes: dict[str, str] = {}
    for path in (old, new):
        if Path(path).suffix.lower() in _CASES:
            cases.append(load_case(path))
            continue
        reading = _reading(path, folders, day, names, pipeline, quiet)
        if not reading.articles:
            say(f"{path} does not say when its statements were made; --articles tells.", quiet or as_json)
        cases.append(draft(reading, names=names))
        quotes |= _quotes(reading)
    before, after = cases
    tell_effects(after, effects_of(before, after, shown=shown), as_json=as_json, quotes=quotes)


def _reading(
    path: str, folders: tuple[str, ...], day: dt.datetime | None, names: Path | None, pipeline: str | None, quiet: bool
) -> Reading:
    from dragoman.ledger.header import is_ledger  # noqa: PLC0415

    if Path(path).suffix.lower() == ".jsonl" or is_ledger(path):
        return statements_of(Path(path), folders)
    return read_articles((path,), day, names, pipeline, quiet)


def _quotes(reading: Reading) -> dict[str, str]:
    """The words of each statement by its id, with the day of the article that they are from where it is known."""
    days = {article.id: f" ({article.date})" for article in reading.articles if article.date}
    return {s.id: f"“{s.quote}”{days.get(s.evidence[0].article, '')}" for s in reading.statements}
