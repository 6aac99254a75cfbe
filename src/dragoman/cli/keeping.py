"""``dragoman ledger``: what a project's ledger holds, and its checks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.exchange import export, import_, merge
from dragoman.cli.filtering import with_filter
from dragoman.cli.group import Command, columns, json_option
from dragoman.cli.telling import teller
from dragoman.errors import LedgerError
from dragoman.plain import printable, wrapped

if TYPE_CHECKING:
    from dragoman.ledger.verdicts import Entry
    from dragoman.ledger.wanted import Wanted
    from dragoman.statements.statement import Statement

__all__ = ["ledger"]

LEDGER: dict[str, Any] = {"type": click.Path(path_type=Path), "metavar": "LEDGER"}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def ledger() -> None:
    """Keep a project in one file: articles, statements, reviews, cases.

    \b
        dragoman read my-articles/ --ledger project.dragoman      fill it; again whenever there are new articles
        dragoman review project.dragoman                          accept, edit or reject what was read
        dragoman ledger status project.dragoman                   how far it is
        dragoman ledger merge project.dragoman colleague.dragoman
        dragoman draft project.dragoman -o case.yaml
    """


@ledger.command(cls=Command)
@click.argument("path", **LEDGER)
@json_option
def status(path: Path, as_json: bool) -> None:
    """Tell how much a ledger holds, how far its review is, and where reviewers differ.

    \b
        dragoman ledger status project.dragoman
    """
    from dragoman.ledger.counting import count  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.ledger.store import Ledger  # noqa: PLC0415
    from dragoman.ledger.wanted import Wanted  # noqa: PLC0415

    with Ledger.open(path, read_only=True) as book:
        counts = count(book)
        disputed = book.entries(Wanted(disputed=True, limit=20))
        reviews = book.reviews(*(entry.original.id for entry in disputed))
    if as_json:
        click.echo(json.dumps(asdict(counts), ensure_ascii=False))
        return
    lines = counts.told()
    say = teller()
    for entry in disputed:
        said = "; ".join(f"{review.by}: {review.verdict}" for review in reviews[entry.original.id])
        lines.append(f"- {entry.original.id}: {say(entry.statement)} ({said})")
    click.echo("\n".join(wrapped(line, columns(), rest="  ") for line in lines))


@ledger.command(cls=Command)
@click.argument("path", **LEDGER)
def check(path: Path) -> None:
    """Check a ledger: its file, its references, and that every quote stands in its article.

    \b
        dragoman ledger check project.dragoman
    """
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    with Ledger.open(path, read_only=True) as book:
        found = book.check()
    if found:
        told = "; ".join(printable(problem) for problem in found[:10])
        raise LedgerError(
            f"{path}: {len(found)} problems: {told}. Use a copy, or merge what is sound into a new ledger."
        )
    click.echo(f"{path}: sound.")


@ledger.command(name="list", cls=Command)
@click.argument("path", **LEDGER)
@with_filter
@click.option("--limit", type=click.IntRange(1, 1_000_000), default=50, show_default=True, help="Shown at most.")
@json_option
def list_(path: Path, wanted: Wanted, limit: int, as_json: bool) -> None:
    """List statements of a ledger, chosen by party, date, stance, kind or verdict.

    \b
        dragoman ledger list project.dragoman --party PRK --stance demand --since 2019-04-01
        dragoman ledger list project.dragoman --verdict rejected
    """
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    with Ledger.open(path, read_only=True) as book:
        found = book.count(wanted)
        entries = book.entries(replace(wanted, limit=limit))
    if as_json:
        lines = [{**_record(entry), "verdict": entry.verdict, "disputed": entry.disputed} for entry in entries]
        click.echo(json.dumps({"found": found, "list": lines}, ensure_ascii=False))
        return
    say = teller()
    for entry in entries:
        click.echo(wrapped(_line(entry, say), columns(), rest="  "))
        click.echo(wrapped(f"“{entry.statement.quote}”", columns(), first="    ", rest="    "))
    click.echo(f"{found} found." if found <= limit else f"{found} found, the first {limit} shown.")


def _line(entry: Entry, say: Callable[[Statement], str]) -> str:
    state = "disputed" if entry.disputed else f"gone: {entry.gone}" if entry.gone else entry.verdict
    return f"{entry.original.id}  {entry.day or 'undated'}  {state}  {say(entry.statement)}"


def _record(entry: Entry) -> dict[str, Any]:
    return entry.statement.model_dump(mode="json", by_alias=True)


@ledger.command(cls=Command)
@click.argument("path", **LEDGER)
@click.option("--show", metavar="ID", help="Print this version instead of the list.")
@json_option
def cases(path: Path, show: str | None, as_json: bool) -> None:
    """List the versions of cases that a ledger keeps: each draft, and what you had made of the one before.

    \b
        dragoman ledger cases project.dragoman
        dragoman ledger cases project.dragoman --show 3f9a0c1b2d > earlier.yaml
    """
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    with Ledger.open(path, read_only=True) as book:
        kept = book.cases()
    if show is not None:
        found = [case.text for case in kept if case.id.startswith(show)]
        if len(found) != 1:
            raise LedgerError(f'{path}: "{show}" is the id of {len(found)} cases. `dragoman ledger cases` lists them.')
        click.echo(found[0], nl=False)
    elif as_json:
        click.echo(json.dumps([{"id": case.id, **asdict(case)} for case in kept], ensure_ascii=False))
    else:
        for case in kept:
            click.echo(printable(f"{case.id}  {case.at}  {case.basis:7}  {case.name}  {case.by}"))


for command in (export, import_, merge):
    ledger.add_command(command)
