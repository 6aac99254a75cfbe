"""``dragoman brief``, and the summary of it that fits a terminal."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.group import FILE, Command, columns, json_option, progress_bar, quiet_option, with_reading_options
from dragoman.cli.reading import gather
from dragoman.output import check_target, write_atomically

if TYPE_CHECKING:
    from dragoman.brief.document import Brief
    from dragoman.case.analysis import Analysis
    from dragoman.case.case import Case
    from dragoman.stages import Reading

__all__ = ["brief", "composed", "summary_of"]


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("brief.html"), show_default=True,
              help="Where the page goes.")  # fmt: skip
@click.option("--case", "case_path", **FILE, help="A reviewed case; drafted from the articles if left out.")
@click.option(
    "--statements", "statements_path", **FILE, help="Reviewed statements; read from the articles if left out."
)
@click.option("--only-accepted", is_flag=True, help="From a ledger: leave out what nobody has accepted or edited yet.")
@click.option("--articles", "folders", multiple=True, help="Articles, in place of or beside PATH.")
@click.option("--quotes-only", is_flag=True, help="Leave out the articles' full texts, for sharing.")
@click.option("--since", "since_path", **FILE, metavar="CASE", help="The case of an earlier brief: say what changed.")
@click.option("--fast", is_flag=True, help="Do not work out what outcomes rest on and how likely they are.")
@click.option("--xlsx", **FILE, help="Also write the tables as a spreadsheet.")
@click.option("--csv", "csv_folder", **FILE, help="Also write the tables as CSV files into this folder.")
@with_reading_options
@json_option
@quiet_option
def brief(
    paths: tuple[str, ...], output: Path, case_path: Path | None, statements_path: Path | None,
    only_accepted: bool, folders: tuple[str, ...], quotes_only: bool, since_path: Path | None, fast: bool,
    xlsx: Path | None, csv_folder: Path | None, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Make the brief: one page in which every line leads back to the words it rests on.

    From articles alone, or from a case and statements that you reviewed; --json writes the page's content as JSON.
    A case that was drafted on the way lies beside the page, ready to be edited: brief.case.yaml beside brief.html.

    \b
        dragoman brief my-articles/ -o brief.html
        dragoman brief my-articles/ --case case.yaml --statements statements.jsonl -o brief.html
        dragoman brief --case case.yaml -o brief.html
        dragoman brief my-articles/ --since last-week.case.yaml -o brief.html
        dragoman brief project.dragoman --case case.yaml --only-accepted -o brief.html
    """
    from dragoman.case.file import load_case  # noqa: PLC0415

    sources = (*paths, *folders)
    if not sources and case_path is None and statements_path is None:
        raise click.UsageError("name articles (files or folders), or a case with --case")
    check_target(output, xlsx)
    case = load_case(case_path) if case_path else None
    earlier = load_case(since_path) if since_path else None
    reading = gather(sources, statements_path, day, names, pipeline, quiet, only_accepted=only_accepted)
    record = case or _drafted(reading, names)
    with progress_bar(quiet, "leaving out", "statements") as progress:
        document = composed(reading, record, None, earlier=earlier, thorough=not fast, progress=progress)
    _write_brief(document, output, quotes_only=quotes_only, as_json=as_json)
    beside = None if case else _write_case(record, output, quiet)
    _write_tables(document, xlsx, csv_folder)
    if not quiet:
        click.echo(summary_of(document))
        click.echo(f"\nWritten: {output}" + (f", and the case to edit: {beside}" if beside else ""))


def composed(reading: Reading | None, case: Case | None, analysis: Analysis | None, **more: Any) -> Brief:
    """The brief of what is given; what is not given is drafted and analysed. *more* is for `dragoman.stages.brief`."""
    from dragoman.stages import brief as compose_brief  # noqa: PLC0415

    return compose_brief(case, analysis, reading, **more)


def _drafted(reading: Reading | None, names: Path | None) -> Case:
    from dragoman.stages import draft  # noqa: PLC0415

    return draft(reading or (), names=names)


def _write_case(case: Case, output: Path, quiet: bool) -> Path | None:
    """Write a drafted case beside the page; one that lies there and says otherwise is left as it is."""
    from dragoman.case.file import dump_case  # noqa: PLC0415

    path, text = output.with_name(f"{output.stem}.case.yaml"), dump_case(case)
    if path.exists() and path.read_bytes() != text.encode():
        if not quiet:
            click.echo(f"dragoman: {path} is left as it is; remove it to have the new draft there.", err=True)
        return None
    write_atomically(path, text)
    return path


def _write_brief(document: Brief, output: Path, *, quotes_only: bool, as_json: bool) -> None:
    from dragoman.brief.page import page  # noqa: PLC0415

    if as_json:
        write_atomically(output, (document.quotes_only() if quotes_only else document).to_json())
    else:
        write_atomically(output, page(document, quotes_only=quotes_only))


def _write_tables(document: Brief, workbook: Path | None, folder: Path | None) -> None:
    from dragoman.brief.tables import csv_files, xlsx  # noqa: PLC0415

    if workbook:
        write_atomically(workbook, xlsx(document))
    if folder:
        for name, content in csv_files(document).items():
            write_atomically(folder / name, content)


def summary_of(document: Brief) -> str:
    """The brief's first screen, for the terminal it is shown on."""
    from dragoman.brief.text import summary  # noqa: PLC0415

    return summary(document, width=columns())
