"""``dragoman read``, and the articles and statements that other commands ask for."""

from __future__ import annotations

import datetime as dt
import json
import shlex
import sys
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli import explaining
from dragoman.cli.filling import read_into_ledger
from dragoman.cli.group import FILE, Command, json_option, progress_bar, quiet_option, say, with_reading_options
from dragoman.cli.modelling import ModelOptions, read_as_asked, with_model_options
from dragoman.output import check_target, writing

if TYPE_CHECKING:
    from dragoman.articles.load import Loaded
    from dragoman.stages import Reading
    from dragoman.statements.statement import Statement

__all__ = ["gather", "read", "read_articles"]


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("-o", "--output", **FILE, help="Where the statements go; standard output if left out.")
@click.option("--ledger", **FILE, help="Keep articles and statements in this file; what it holds is not read again.")
@click.option("--explain", metavar="SENTENCE", help="What is found in a sentence, by which rule, and what nearly is.")
@click.option("--why-not", is_flag=True, help="The same for each sentence of the articles.")
@with_reading_options
@with_model_options
@json_option
@quiet_option
def read(
    paths: tuple[str, ...], output: Path | None, ledger: Path | None, explain: str | None, why_not: bool,
    day: dt.datetime | None, names: Path | None, pipeline: str | None, as_json: bool, quiet: bool,
    model: ModelOptions | None,
) -> None:  # fmt: skip
    """Read statements from articles: acts, positions, ties and views, each with its exact words.

    PATH is a file or folder of .txt, .md, .html, .pdf, .docx or .jsonl, or - for standard input. A metadata.csv beside
    the files (file,date,outlet,title,url) says when and where they appeared. The rules read English only.

    \b
        dragoman read my-articles/ -o statements.jsonl
        dragoman read report.txt --date 2019-04-26 | head
        dragoman read my-articles/ --ledger project.dragoman
        dragoman read my-articles/ --reader llm --model NAME --endpoint http://127.0.0.1:11434/v1
        dragoman read --explain "France urged Iran to stop enrichment."
        dragoman read report.txt --why-not
    """
    if explain is None and not paths:
        raise click.UsageError("Missing argument 'PATH...': name a file or folder, or - for standard input.")
    if explain is not None or why_not:
        if output:
            raise click.UsageError("--explain and --why-not print to standard output; leave -o out.")
        explaining.explain(explain, paths, day, names, pipeline, as_json=as_json, quiet=quiet)
        return
    check_target(output)
    if ledger:
        if output:
            raise click.UsageError("name a file with -o or a ledger with --ledger, not both")
        read_into_ledger(paths, ledger, day, names, pipeline, model, as_json=as_json, quiet=quiet)
        return
    found = _read_and_write(paths, output, day, names, pipeline, model, as_json=as_json, quiet=quiet)
    if found is None:
        return
    given, told = found
    report = {
        "articles": len(given.articles),
        "statements": {kind: told.counts[kind] for kind in ("position", "act", "tie", "view")},
        "skipped": [{"source": s.source, "reason": s.reason} for s in given.skipped],
    }
    if as_json:
        click.echo(json.dumps(report if output else report | {"list": told.listed}, ensure_ascii=False))
    elif output:
        say(_read_summary(report, output, paths), quiet)


def _read_and_write(
    paths: tuple[str, ...], output: Path | None, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    model: ModelOptions | None, *, as_json: bool, quiet: bool,
) -> tuple[Loaded | Reading, _Told] | None:  # fmt: skip
    """Read and write statements; tell what came in and what was written. None where a model is not asked yet."""
    if model:
        reading = read_as_asked(paths, day, names, pipeline, model, quiet)
        return None if reading is None else (reading, _write(reading.statements, output, as_json=as_json))
    from dragoman.stages import stream  # noqa: PLC0415 - a command loads what it needs, so that help is quick

    with progress_bar(quiet or (output is None and sys.stdout.isatty())) as progress:
        flow = stream(*paths, date=day.date() if day else None, names=names, pipeline=pipeline, progress=progress)
        told = _write(flow.statements, output, as_json=as_json)
    _remark(flow.loaded, quiet)
    return flow.loaded, told


@dataclass
class _Told:
    """How many statements of each kind were written; and for the one JSON object, in which counts come first, all."""

    counts: Counter[str] = field(default_factory=Counter)
    listed: list[dict[str, Any]] = field(default_factory=list)


def _write(statements: Iterable[Statement], output: Path | None, *, as_json: bool) -> _Told:
    """Write statements as they come, whole lines to standard output or a file that stands when all are written."""
    from dragoman.statements.file import dump_statement  # noqa: PLC0415 - as above

    told = _Told()
    with writing(output) if output else nullcontext(partial(click.echo, nl=False)) as write:
        for statement in statements:
            told.counts[statement.kind] += 1
            if as_json and not output:
                told.listed.append(statement.model_dump(mode="json", by_alias=True))
            else:
                write(dump_statement(statement))
    return told


def gather(
    sources: tuple[str, ...], statements_path: Path | None, day: dt.datetime | None, names: Path | None,
    pipeline: str | None, quiet: bool, *, only_accepted: bool = False,
) -> Reading | None:  # fmt: skip
    """Articles and statements as asked for: read, reviewed and checked against the articles, or from a ledger."""
    from dragoman.ledger.header import is_ledger  # noqa: PLC0415
    from dragoman.stages import Reading, from_ledger, reviewed  # noqa: PLC0415

    named: list[str | Path] = [*sources, *([statements_path] if statements_path else [])]
    ledgers = [path for path in named if is_ledger(path)]
    if ledgers:
        if len(named) > 1:
            raise click.UsageError(f"{ledgers[0]} holds articles and statements; name nothing else beside it")
        return from_ledger(ledgers[0], only_accepted=only_accepted)
    if only_accepted:
        raise click.UsageError("--only-accepted is for a ledger, where statements are accepted")
    if statements_path is None:
        return read_articles(sources, day, names, pipeline, quiet) if sources else None
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    statements = load_statements(statements_path)
    if not sources:
        return Reading(articles=(), statements=statements)
    return reviewed(statements, *sources, date=day.date() if day else None)


def read_articles(
    paths: tuple[str, ...], day: dt.datetime | None, names: Path | None, pipeline: str | None, quiet: bool
) -> Reading:
    """Read the articles at *paths*, with a progress bar and remarks on standard error unless *quiet*."""
    from dragoman.stages import read as read_from  # noqa: PLC0415

    with progress_bar(quiet) as progress:
        reading = read_from(*paths, date=day.date() if day else None, names=names, pipeline=pipeline, progress=progress)
    _remark(reading, quiet)
    return reading


def _remark(given: Loaded | Reading, quiet: bool) -> None:
    """Tell on standard error what was not taken in, and what was with a reservation."""
    if not quiet:
        for remark in (*given.skipped, *given.notes):
            click.echo(f"dragoman: {remark}", err=True)


def _read_summary(report: dict[str, Any], output: Path, paths: tuple[str, ...]) -> str:
    number = report["articles"]
    counts = ", ".join(f"{n} {kind}{'' if n == 1 else 's'}" for kind, n in report["statements"].items())
    articles = [part for path in paths if path != "-" for part in ("--articles", path)]
    following = shlex.join(["dragoman", "draft", str(output), *articles, "-o", "case.yaml"])
    return f"{output}: {number} article{'' if number == 1 else 's'}, {counts}. Next: {following}"
