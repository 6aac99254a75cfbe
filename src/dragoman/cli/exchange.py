"""``dragoman ledger export``, ``import`` and ``merge``: what goes out of a ledger, and what comes in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman._version import __version__
from dragoman.cli.filtering import with_filter
from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option, say
from dragoman.cli.signing import by_option, now, reviewer
from dragoman.errors import CaseError, DragomanError
from dragoman.output import write_atomically
from dragoman.plain import listed, printable, wrapped

if TYPE_CHECKING:
    from dragoman.ledger.bringing import Brought
    from dragoman.ledger.coded import Refused
    from dragoman.ledger.joining import Joined
    from dragoman.ledger.sheets import Table
    from dragoman.ledger.store import Ledger
    from dragoman.ledger.wanted import Wanted

__all__ = ["export", "import_", "merge"]

_REFUSED_SHOWN = 5
LEDGER: dict[str, Any] = {"type": click.Path(path_type=Path), "metavar": "LEDGER"}


@click.command(cls=Command)
@click.argument("path", **LEDGER)
@click.option("-o", "--output", **FILE, help="A .jsonl, .csv or .xlsx file; JSON Lines on standard output if left out.")
@click.option("--what", type=click.Choice(["statements", "events", "articles"]), default="statements",
              show_default=True,
              help="events: acts as PLOVER events, each once; articles: their texts, as JSON Lines.")  # fmt: skip
@click.option("--all", "everything", is_flag=True, help="Also what was rejected, or is gone from its article.")
@with_filter
@quiet_option
def export(path: Path, output: Path | None, what: str, everything: bool, wanted: Wanted, quiet: bool) -> None:
    """Write a ledger's statements, events or articles for other programs, and for review in a spreadsheet.

    In a spreadsheet put a verdict (accepted, rejected) beside each statement, or correct its cells, and bring it back
    with `dragoman ledger import`.

    \b
        dragoman ledger export project.dragoman -o statements.xlsx
        dragoman ledger export project.dragoman -o statements.jsonl --verdict accepted --verdict edited
        dragoman ledger export project.dragoman --what events -o events.csv
    """
    from dragoman.ledger.store import Ledger  # noqa: PLC0415 - a command loads what it needs, so that help is quick

    form = output.suffix.lower() if output else ".jsonl"
    accepted = {"articles": (".jsonl",)}.get(what, (".jsonl", ".csv", ".xlsx"))
    if form not in accepted:
        raise click.UsageError(f"{what} are written as {listed(accepted, last='or')}; name such a file with -o")
    with Ledger.open(path, read_only=True) as book:
        narrowed = wanted if everything else replace(wanted, in_use=True)
        content, number = _content(book, narrowed, what, form)
    if output is None:
        click.echo(content, nl=False)
        return
    write_atomically(output, content)
    say(f"{output}: {number} {what}.", quiet)


def _content(book: Ledger, wanted: Wanted, what: str, form: str) -> tuple[str | bytes, int]:
    """What is asked for in the form asked for, and how much it is."""
    from dragoman.ledger.events import event_table  # noqa: PLC0415
    from dragoman.ledger.tables import statement_table  # noqa: PLC0415

    if what == "articles":
        records = [article.model_dump(mode="json", exclude_none=True) for article in book.articles()]
        return _lines(records), len(records)
    entries = book.entries(wanted)
    if what == "events":
        table = event_table([entry.statement for entry in entries], book.articles())
        return _written(table, form, book.path), len(table.rows)
    if form == ".jsonl":
        records = [
            {**entry.statement.model_dump(mode="json", by_alias=True), "verdict": entry.verdict} for entry in entries
        ]
        return _lines(records), len(records)
    reviews = book.reviews(*(entry.original.id for entry in entries))
    return _written(statement_table(entries, book.articles(), reviews), form, book.path), len(entries)


def _lines(records: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _written(table: Table, form: str, path: Path) -> str | bytes:
    from dragoman.ledger.sheets import csv_bytes, workbook  # noqa: PLC0415

    if form == ".jsonl":
        return _lines([dict(zip(table.columns, row, strict=True)) for row in table.rows])
    if form == ".csv":
        return csv_bytes(table)
    return workbook([table], title=path.stem, creator=f"Dragoman {__version__}")


@click.command(name="import", cls=Command)
@click.argument("path", **LEDGER)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--articles", "folders", multiple=True, help="Articles that the statements are from, if the ledger lacks them."
)
@click.option("--column", "columns_", multiple=True, metavar="NAME=HEADING",
              help="Which heading of a table is date, source, actor, concept, agreement or quote.")  # fmt: skip
@click.option("--as", "verdict", type=click.Choice(["proposed", "accepted"]),
              help="What the statements count as; else as the file says, and hand-coded ones as accepted.")  # fmt: skip
@click.option("--names", **FILE, help="CSV file of parties of your own, by which actors are known.")
@by_option
@json_option
@quiet_option
def import_(
    path: Path, files: tuple[Path, ...], folders: tuple[str, ...], columns_: tuple[str, ...], verdict: Any,
    names: Path | None, by: str | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Bring in statements (.jsonl), tables coded by hand or reviewed (.csv, .xlsx), and cases (.yaml).

    A table coded by hand has a row for each statement: date, source, actor, concept, agreement (yes or no) and the
    quote. No quote, no statement. An exported table that was reviewed brings its verdicts and corrected cells.

    \b
        dragoman ledger import project.dragoman coded.xlsx --column actor=Organization --column quote=Text
        dragoman ledger import project.dragoman statements.jsonl --articles my-articles/ --as accepted --by Ann
        dragoman ledger import project.dragoman reviewed.xlsx --by Ann
    """
    from dragoman.ledger.bringing import Brought, Signed  # noqa: PLC0415

    mapping = dict(_pair(given) for given in columns_)
    signed = Signed(reviewer(by), now(), verdict)
    whole = Brought()
    with _ledger(path) as book:
        for file in files:
            came = _bring(book, file, folders, mapping, names, signed)
            whole.statements += came.statements
            whole.decisions += came.decisions
            whole.refused += came.refused
            if not quiet:
                _tell_refused(file, came.refused)
    if as_json:
        refused_lines = [{"line": refused.line, "why": refused.why} for refused in whole.refused]
        counts = {"statements": whole.statements, "decisions": whole.decisions, "refused": refused_lines}
        click.echo(json.dumps(counts, ensure_ascii=False))
        return
    more = f", {len(whole.refused)} rows refused" if whole.refused else ""
    say(f"{path}: {whole.statements} statements new, {whole.decisions} decisions{more}.", quiet)


@contextlib.contextmanager
def _ledger(path: Path) -> Iterator[Ledger]:
    """The ledger at *path*; one that was made for this is taken away again if it comes to nothing."""
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    was_there = path.exists()
    try:
        with Ledger.create(path) as book:
            yield book
    except DragomanError:
        if not was_there:
            path.unlink(missing_ok=True)
        raise


def _tell_refused(file: Path, refused: Sequence[Refused]) -> None:
    for one in refused[:_REFUSED_SHOWN]:
        click.echo(f"dragoman: {file}, {printable(str(one))}.", err=True)
    if len(refused) > _REFUSED_SHOWN:
        click.echo(f"dragoman: {file}: and {len(refused) - _REFUSED_SHOWN} more; --json lists all.", err=True)


def _pair(given: str) -> tuple[str, str]:
    name, equals, heading = given.partition("=")
    known = ("date", "source", "actor", "concept", "agreement", "quote")
    if not equals or name.strip() not in known:
        raise click.UsageError(f"--column is given as NAME=HEADING, where NAME is {listed(known, last='or')}")
    return name.strip(), heading.strip()


def _bring(
    book: Ledger, file: Path, folders: tuple[str, ...], mapping: dict[str, str], names: Path | None, signed: Any
) -> Brought:
    from dragoman.articles.load import load  # noqa: PLC0415
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.language.parties import Names  # noqa: PLC0415
    from dragoman.ledger.bringing import Brought, bring_statements, bring_table  # noqa: PLC0415
    from dragoman.ledger.store import KeptCase  # noqa: PLC0415

    match file.suffix.lower():
        case ".jsonl":
            return bring_statements(book, file, load(folders).articles if folders else (), signed)
        case ".csv" | ".xlsx" | ".xlsm":
            return bring_table(book, file, mapping, Names.load(names), signed)
        case ".yaml" | ".yml":
            load_case(file)
            book.keep_case(KeptCase(file.name, "written", signed.by, signed.at, file.read_text(encoding="utf-8-sig")))
            return Brought()
    raise CaseError(f"{file}: a .jsonl, .csv, .xlsx or .yaml file is accepted. Save it as one of these.")


@click.command(cls=Command)
@click.argument("path", **LEDGER)
@click.argument("others", nargs=-1, required=True, metavar="OTHER...", type=click.Path(path_type=Path))
@json_option
@quiet_option
def merge(path: Path, others: tuple[Path, ...], as_json: bool, quiet: bool) -> None:
    """Bring into a ledger what other copies of it have: articles, statements, reviews, cases.

    No review is lost or overruled. Where two people decided differently the statement is disputed, counts as
    proposed, and is shown first by `dragoman review`.

    \b
        dragoman ledger merge project.dragoman annas-copy.dragoman bens-copy.dragoman
    """
    from dataclasses import asdict  # noqa: PLC0415

    from dragoman.ledger.joining import join  # noqa: PLC0415
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    reports = {}
    with Ledger.open(path) as ours:
        for other in others:
            with Ledger.open(other, read_only=True) as theirs:
                told = join(ours, theirs)
            reports[str(other)] = asdict(told)
            if not as_json:
                for line in _joined(told, other):
                    say(wrapped(line, columns(), rest="  "), quiet)
    if as_json:
        click.echo(json.dumps(reports, ensure_ascii=False))


def _joined(told: Joined, other: Path) -> list[str]:
    counted = (
        (told.articles, "articles"),
        (told.statements, "statements"),
        (told.reviews, "reviews"),
        (told.cases, "cases"),
    )
    lines = [f"{other}: {listed(f'{number} {what}' for number, what in counted if number) or 'nothing'} new."]
    lines += [
        f"Their article {was} is another than ours of that name; it is {now_} here."
        for was, now_ in told.renamed.items()
    ]
    lines += [
        f"Of {key} they have another wording; ours stays, theirs is kept beside it." for key in told.worded_otherwise
    ]
    if told.disputed:
        first = ", ".join(told.disputed[:10])
        lines.append(f"Reviewers differ on {len(told.disputed)}: {first}. `dragoman review` shows these first.")
    return lines
