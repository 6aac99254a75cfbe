"""The command line: one thin command for each stage, and the brief for all of them.

Results go to the file named by ``-o`` or to standard output, progress and warnings to standard error.
Exit status: 0 done, 1 a problem in the input, 2 misuse of the command.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman._version import __version__
from dragoman.errors import CaseError, DragomanError
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.brief.document import Brief
    from dragoman.case.analysis import Analysis
    from dragoman.case.case import Case
    from dragoman.stages import Reading

__all__ = ["main"]

_OPTION: dict[str, Any] = {"type": click.Path(path_type=Path)}


class _Command(click.Command):
    """A command whose problems are one sentence on standard error, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            click.echo(f"dragoman: {error}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("dragoman: interrupted; nothing was half-written.", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


class _Group(click.Group):
    command_class = _Command


_quiet = click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks; problems are still told.")
_json = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
_reading_options = [
    click.option(
        "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of articles whose date is found nowhere."
    ),
    click.option("--names", **_OPTION, help="CSV file of your own: id,kind,name,aliases,from,until,role,of."),
    click.option("--pipeline", metavar="FOLDER", help="Another spaCy pipeline with Universal Dependencies labels."),
]


def _with_reading_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in reversed(_reading_options):
        command = option(command)
    return command


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Turn news reports about a negotiation into a cited model of it.

    All stages at once, from a folder of articles to a page that opens in any browser:

    \b
        dragoman brief my-articles/ -o brief.html

    Or stage by stage, each reading what the one before wrote, so that you can correct it in between:

    \b
        dragoman read my-articles/ -o statements.jsonl      who did and wants what, with the words
        dragoman draft statements.jsonl -o case.yaml        parties, options, preferences
        dragoman analyse case.yaml                          which outcomes hold, and why
        dragoman brief my-articles/ --case case.yaml --statements statements.jsonl
    """


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("-o", "--output", **_OPTION, help="Where the statements go; standard output if left out.")
@_with_reading_options
@_json
@_quiet
def read(
    paths: tuple[str, ...], output: Path | None, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Read statements from articles: acts, positions, ties and views, each with its exact words.

    PATH is a file or folder of .txt, .md, .html, .pdf or .jsonl, or - for standard input. A metadata.csv beside the
    files (file,date,outlet,title,url) says when and where they appeared. The rules read English only.

    \b
        dragoman read my-articles/ -o statements.jsonl
        dragoman read report.txt --date 2019-04-26 | head
    """
    reading = _read(paths, day, names, pipeline, quiet)
    report = {
        "articles": len(reading.articles),
        "statements": {
            kind: sum(s.kind == kind for s in reading.statements) for kind in ("position", "act", "tie", "view")
        },
        "skipped": [{"source": s.source, "reason": s.reason} for s in reading.skipped],
    }
    if output:
        write_atomically(output, reading.to_jsonl())
        _say(
            json.dumps(report, ensure_ascii=False) if as_json else _read_summary(report, output), quiet and not as_json
        )
    elif as_json:
        report["list"] = [s.model_dump(mode="json", by_alias=True) for s in reading.statements]
        click.echo(json.dumps(report, ensure_ascii=False))
    else:
        click.echo(reading.to_jsonl(), nl=False)


@main.command()
@click.argument("statements", type=click.Path(path_type=Path))
@click.option("-o", "--output", **_OPTION, help="Where the case goes; standard output if left out.")
@click.option("--title", help="What the negotiation is called.")
@click.option("--names", **_OPTION, help="The CSV file of names that the articles were read with.")
@_json
@_quiet
def draft(
    statements: Path, output: Path | None, title: str | None, names: Path | None, as_json: bool, quiet: bool
) -> None:
    """Draft a case from statements: a YAML file of parties, options and preferences, for you to correct.

    Every line carries the ids of the statements it rests on, and says whether it comes from words or from a default.
    Drafting again over a case that you corrected keeps what you changed: beside case.yaml lies case.drafted.yaml, by
    which your changes are told from the program's.

    \b
        dragoman draft statements.jsonl -o case.yaml
    """
    from dragoman.case.file import dump_case  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.stages import draft as draft_case  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    drafted = draft_case(load_statements(statements), title=title, names=names)
    case, changes = _joined(drafted, output)
    text = case.model_dump_json(indent=2, by_alias=True) + "\n" if as_json else dump_case(case)
    if not output:
        click.echo(text, nl=False)
        return
    write_atomically(output, text)
    write_atomically(_as_drafted(output), dump_case(drafted))
    for change in changes:
        _say(change, quiet)
    _say(f"{output}: {len(case.parties)} parties, {len(case.options)} options. Read it, correct it, then: "
         f"dragoman analyse {output}", quiet)  # fmt: skip


def _as_drafted(case: Path) -> Path:
    return case.with_name(f"{case.stem}.drafted{case.suffix}")


def _joined(drafted: Case, output: Path | None) -> tuple[Case, tuple[str, ...]]:
    """The new draft with what a person changed in the last one, and what is different, in sentences."""
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.case.redraft import differences, redraft  # noqa: PLC0415

    if output is None or not output.exists():
        return drafted, ()
    if not _as_drafted(output).exists():
        raise CaseError(
            f"{output} exists and was not drafted by this command, so it is left as it is. Name another file with -o, "
            "or remove it."
        )
    mine = load_case(output)
    joined = redraft(load_case(_as_drafted(output)), mine, drafted)
    return joined, differences(mine, joined)


@main.command()
@click.argument("case", type=click.Path(path_type=Path))
@click.option("-o", "--output", **_OPTION, help="Where the analysis goes, as JSON.")
@click.option("--shown", default=50, show_default=True, type=click.IntRange(1, 10_000), help="Outcomes listed at most.")
@click.option("--explain", is_flag=True, help="Why each party stays at the status quo, or leaves it.")
@click.option("--coalitions", is_flag=True, help="What parties could do together from the status quo, and none alone.")
@click.option("--coalition", metavar="A,B", help="Which outcomes better for all these parties can bring about.")
@click.option("--paths", is_flag=True, help="Shortest improving ways from the status quo to listed equilibria.")
@click.option("--likelihood", metavar="N", type=click.IntRange(1, 1_000_000),
              help="How often the outcomes hold, over up to N plausible preference orders.")  # fmt: skip
@click.option("--wish", metavar="OUTCOME", help='What would make it hold: a letter, or "a, not b" beside what is now.')
@_json
@_quiet
def analyse(
    case: Path, output: Path | None, shown: int, explain: bool, coalitions: bool, coalition: str | None,
    paths: bool, likelihood: int | None, wish: str | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Analyse a case: which outcomes hold, why the present one does, what would be better for all.

    \b
        dragoman analyse case.yaml
        dragoman analyse case.yaml -o analysis.json
        dragoman analyse case.yaml --explain --coalitions --paths --likelihood 200
        dragoman analyse case.yaml --wish "partial_relief, not drills"
    """
    from dragoman.case.analyse import analyse as analyse_case  # noqa: PLC0415
    from dragoman.case.answering import answers_text  # noqa: PLC0415
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.case.questions import Questions, answer  # noqa: PLC0415

    record = load_case(case)
    analysis = analyse_case(record, shown=shown)
    together = tuple(party.strip() for party in coalition.split(",")) if coalition is not None else ()
    questions = Questions(explain, coalitions, together, paths, likelihood or 0, wish)
    if questions.any:
        analysis = analysis.model_copy(update={"answers": answer(record, analysis, questions)})
    text = analysis.model_dump_json(indent=2) + "\n"
    if output:
        write_atomically(output, text)
    if as_json and not output:
        click.echo(text, nl=False)
    elif not (quiet and output):
        click.echo(_summary(_compose(None, record, analysis)))
        if analysis.answers:
            click.echo(answers_text(record, analysis.answers, width=_columns()))


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("-o", "--output", type=click.Path(path_type=Path), default=Path("brief.html"), show_default=True,
              help="Where the page goes.")  # fmt: skip
@click.option("--case", "case_path", **_OPTION, help="A reviewed case; drafted from the articles if left out.")
@click.option(
    "--statements", "statements_path", **_OPTION, help="Reviewed statements; read from the articles if left out."
)
@click.option("--articles", "folders", multiple=True, help="Articles, in place of or beside PATH.")
@click.option("--quotes-only", is_flag=True, help="Leave out the articles' full texts, for sharing.")
@click.option("--xlsx", **_OPTION, help="Also write the tables as a spreadsheet.")
@click.option("--csv", "csv_folder", **_OPTION, help="Also write the tables as CSV files into this folder.")
@_with_reading_options
@_json
@_quiet
def brief(
    paths: tuple[str, ...], output: Path, case_path: Path | None, statements_path: Path | None,
    folders: tuple[str, ...], quotes_only: bool, xlsx: Path | None, csv_folder: Path | None, day: dt.datetime | None,
    names: Path | None, pipeline: str | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Make the brief: one page in which every line leads back to the words it rests on.

    From articles alone, or from a case and statements that you reviewed; --json writes the page's content as JSON.

    \b
        dragoman brief my-articles/ -o brief.html
        dragoman brief my-articles/ --case case.yaml --statements statements.jsonl -o brief.html
        dragoman brief --case case.yaml -o brief.html
    """
    from dragoman.case.file import load_case  # noqa: PLC0415

    sources = (*paths, *folders)
    if not sources and case_path is None and statements_path is None:
        raise click.UsageError("name articles (files or folders), or a case with --case")
    case = load_case(case_path) if case_path else None
    reading = _gather(sources, statements_path, day, names, pipeline, quiet)
    document = _compose(reading, case, None)
    _write_brief(document, output, quotes_only=quotes_only, as_json=as_json)
    _write_tables(document, xlsx, csv_folder)
    if not quiet:
        click.echo(_summary(document))
        click.echo(f"\nWritten: {output}")


def _gather(
    sources: tuple[str, ...], statements_path: Path | None, day: dt.datetime | None, names: Path | None,
    pipeline: str | None, quiet: bool,
) -> Reading | None:  # fmt: skip
    """Articles and statements as asked for: read, or reviewed and checked against the articles."""
    from dragoman.stages import Reading, reviewed  # noqa: PLC0415

    if statements_path is None:
        return _read(sources, day, names, pipeline, quiet) if sources else None
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    statements = load_statements(statements_path)
    if not sources:
        return Reading(articles=(), statements=statements)
    return reviewed(statements, *sources, date=day.date() if day else None)


def _read(
    paths: tuple[str, ...], day: dt.datetime | None, names: Path | None, pipeline: str | None, quiet: bool
) -> Reading:
    from dragoman.stages import read as read_articles  # noqa: PLC0415

    with _progress(quiet) as progress:
        reading = read_articles(
            *paths, date=day.date() if day else None, names=names, pipeline=pipeline, progress=progress
        )
    if not quiet:
        for remark in (*reading.skipped, *reading.notes):
            click.echo(f"dragoman: {remark}", err=True)
    return reading


@contextlib.contextmanager
def _progress(quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415

    with tqdm(desc="reading", unit=" articles", leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


def _compose(reading: Reading | None, case: Case | None, analysis: Analysis | None) -> Brief:
    from dragoman.stages import brief as compose_brief  # noqa: PLC0415

    return compose_brief(case, analysis, reading)


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


def _summary(document: Brief) -> str:
    from dragoman.brief.text import summary  # noqa: PLC0415

    return summary(document, width=_columns())


def _columns() -> int:
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def _read_summary(report: dict[str, Any], output: Path) -> str:
    counts = ", ".join(f"{n} {kind}s" for kind, n in report["statements"].items())
    return f"{output}: {report['articles']} articles, {counts}. Next: dragoman draft {output} -o case.yaml"


def _say(text: str, quiet: bool) -> None:
    if not quiet:
        click.echo(text)
