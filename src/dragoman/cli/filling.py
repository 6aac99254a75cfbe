"""Filling a ledger from other commands: articles from ``dragoman read``, cases from ``dragoman draft``."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import columns, progress_bar, say
from dragoman.cli.modelling import ModelOptions, read_into_as_asked
from dragoman.cli.signing import now, reviewer
from dragoman.errors import LedgerError
from dragoman.plain import wrapped

if TYPE_CHECKING:
    from dragoman.articles.load import Loaded
    from dragoman.ledger.taking import TakenIn

__all__ = ["keep_cases", "read_into_ledger"]


def read_into_ledger(
    paths: tuple[str, ...], ledger: Path, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    model: ModelOptions | None, *, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read the articles at *paths* into *ledger*, by the rules or as *model* says, and tell what came of it."""
    from dragoman.stages import read_into  # noqa: PLC0415 - a command loads what it needs, so that help is quick

    if model:
        found = read_into_as_asked(paths, ledger, day, names, pipeline, model, quiet=quiet)
        if found is None:
            return
        told, loaded = found
    else:
        with progress_bar(quiet) as progress:
            told, loaded = read_into(
                ledger, *paths, date=day.date() if day else None, names=names, pipeline=pipeline, progress=progress
            )
    if not quiet:
        for remark in (*loaded.skipped, *loaded.notes):
            click.echo(f"dragoman: {remark}", err=True)
    if as_json:
        click.echo(json.dumps(_report(told, loaded), ensure_ascii=False))
    else:
        say(_summary(told, ledger), quiet)


def keep_cases(ledger: Path, case: Path, drafted: str) -> None:
    """Keep the case as it is now, before it is drafted anew, and the new draft; if the ledger may be written to."""
    from dragoman.ledger.header import is_ledger  # noqa: PLC0415
    from dragoman.ledger.store import KeptCase, Ledger  # noqa: PLC0415

    if not is_ledger(ledger):
        return
    by, at = reviewer(None), now()
    try:
        with Ledger.open(ledger) as book:
            if case.is_file():
                mine = case.read_text(encoding="utf-8", errors="replace")
                book.keep_case(KeptCase(case.name, "written", by, at, mine))
            book.keep_case(KeptCase(case.name, "drafted", by, at, drafted))
    except LedgerError as error:
        click.echo(f"dragoman: the draft is not kept in the ledger: {error}", err=True)


def _report(told: TakenIn, loaded: Loaded) -> dict[str, object]:
    return {
        "articles": {name: getattr(told, name) for name in ("added", "changed", "again", "known", "copies")},
        "statements": {"added": told.statements, "gone": told.gone},
        "skipped": [{"source": s.source, "reason": s.reason} for s in loaded.skipped],
    }


def _summary(told: TakenIn, ledger: Path) -> str:
    """What is new, what changed, what was there; and what to do next."""
    counted = (
        (len(told.added), "read"),
        (len(told.changed), "changed since, read again"),
        (len(told.again), "read again with other settings"),
        (len(told.known), "known already"),
        (len(told.copies), "copies of others"),
    )
    articles = ", ".join(f"{number} {what}" for number, what in counted if number) or "none"
    gone = f", {told.gone} whose words or reading are gone" if told.gone else ""
    lines = [f"{ledger}: articles: {articles}; statements: {told.statements} new{gone}."]
    lines += [f"Changed: {', '.join(told.changed)}."] if told.changed else []
    lines += [f"Next: dragoman review {ledger}, or dragoman draft {ledger} -o case.yaml"]
    return "\n".join(wrapped(line, columns()) for line in lines)
