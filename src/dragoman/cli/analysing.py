"""``dragoman analyse``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.briefing import composed, summary_of
from dragoman.cli.group import FILE, Command, columns, json_option, progress_bar, quiet_option
from dragoman.errors import TooManyStates
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.analysis import Analysis
    from dragoman.case.case import Case
    from dragoman.case.grounds import Grounds
    from dragoman.case.questions import Questions

__all__ = ["analyse"]


@click.command(cls=Command)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="Where the analysis goes, as JSON.")
@click.option("--shown", default=50, show_default=True, type=click.IntRange(1, 10_000), help="Outcomes listed at most.")
@click.option("--at", multiple=True, metavar="OUTCOME",
              help="Who would stay at this outcome, a letter or as in --wish; may be given several times.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Why each party stays at the status quo, or leaves it.")
@click.option("--coalitions", is_flag=True, help="What parties could do together from the status quo, and none alone.")
@click.option("--coalition", metavar="A,B", help="Which outcomes better for all these parties can bring about.")
@click.option("--paths", is_flag=True, help="Shortest improving ways from the status quo to listed equilibria.")
@click.option("--likelihood", metavar="N", type=click.IntRange(1, 1_000_000),
              help="How often the outcomes hold, over up to N plausible preference orders.")  # fmt: skip
@click.option("--wish", metavar="OUTCOME", help='What would make it hold: a letter, or "a, not b" beside what is now.')
@click.option("--concepts", is_flag=True, help="Who would leave under simultaneous and symmetric sequential stability.")
@click.option("--unknown", is_flag=True, help="What holds though preferences are known in part: four attitudes to it.")
@click.option("--ahead", metavar="N", type=click.IntRange(0, 10_000),
              help="Where two parties that foresee N moves would stay; 0: as many as it takes.")  # fmt: skip
@click.option("--between", metavar="A,B", help="The two that look ahead, in a conflict of more; the others hold still.")
@click.option("--evolution", metavar="OUTCOME",
              help='Where it ends if whoever can improve does, with chances: from "now", or as in --wish.')  # fmt: skip
@click.option("--strength", is_flag=True,
              help="What holds strongly, what only weakly, by the lines that the case calls strong.")  # fmt: skip
@click.option("--misperceptions", is_flag=True,
              help="What holds where the case says how parties see it otherwise (a hypergame).")  # fmt: skip
@click.option("--export", **FILE, metavar="FOLDER",
              help="Tables, graphs and pictures of the model for other programs, into this folder.")  # fmt: skip
@click.option(
    "--rests-on",
    "statements",
    **FILE,
    metavar="STATEMENTS",
    help="Which of these statements, if wrong, change what holds: each left out, drafted and analysed again.",
)
@json_option
@quiet_option
def analyse(
    case: Path, output: Path | None, shown: int, export: Path | None, statements: Path | None, as_json: bool,
    quiet: bool, **asked: Any,
) -> None:  # fmt: skip
    """Analyse a case: which outcomes hold, why the present one does, what would be better for all.

    Of more than 24 options (or 2,097,152 states) not every outcome can be looked at. Up to 64 options it is then said
    exactly how many hold (Nash) and how many would be better for all, which of these are nearest to now, and who would
    stay at the status quo and at what you ask with --at.

    \b
        dragoman analyse case.yaml
        dragoman analyse case.yaml -o analysis.json
        dragoman analyse case.yaml --at "partial_relief, not drills" --at B
        dragoman analyse case.yaml --explain --coalitions --paths --likelihood 200
        dragoman analyse case.yaml --wish "partial_relief, not drills"
        dragoman analyse case.yaml --concepts --unknown --evolution now
        dragoman analyse case.yaml --ahead 4 --between USA,PRK
        dragoman analyse case.yaml --strength --misperceptions
        dragoman analyse case.yaml --export model/
        dragoman analyse case.yaml --rests-on statements.jsonl
    """
    from dragoman.case.analyse import analyse as analyse_case  # noqa: PLC0415
    from dragoman.case.file import load_case  # noqa: PLC0415

    questions, record = _questions(**asked), load_case(case)
    try:
        analysis = analyse_case(record, shown=shown)
    except TooManyStates as refused:
        if export or statements or questions.of_small:
            raise TooManyStates(f"{refused} As it is, only --at can be asked of it.") from None
        text, told = _large(record, shown, questions.at)
    else:
        whole = _answered(record, analysis, questions, statements, quiet)
        text, told = whole.model_dump_json(indent=2) + "\n", lambda: _told(record, whole)
        if export:
            _export(record, whole, export)
    if output:
        write_atomically(output, text)
    if as_json and not output:
        click.echo(text, nl=False)
    elif not (quiet and output):
        click.echo(told())


def _questions(**asked: Any) -> Questions:
    """What is asked beyond the analysis; misuse is told before anything is computed."""
    from dragoman.case.questions import Questions  # noqa: PLC0415

    if asked["between"] is not None and asked["ahead"] is None:
        raise click.UsageError("--between names the two that look ahead: say how far, with --ahead")
    asked["reasons"], asked["likelihood"] = asked.pop("explain"), asked["likelihood"] or 0
    asked.update({name: _parties(asked[name]) for name in ("coalition", "between")})
    return Questions(**asked)


def _answered(case: Case, analysis: Analysis, questions: Questions, statements: Path | None, quiet: bool) -> Analysis:
    """The analysis with the answers to *questions*."""
    from dragoman.case.answers import Answers  # noqa: PLC0415
    from dragoman.case.questions import answer  # noqa: PLC0415

    answers = answer(case, analysis, questions) if questions.any else None
    if statements:
        grounds = _rests_on(case, analysis, statements, quiet)
        answers = (answers or Answers()).model_copy(update={"rests_on": grounds})
    return analysis.model_copy(update={"answers": answers})


def _told(case: Case, analysis: Analysis) -> str:
    from dragoman.case.answering import answers_text  # noqa: PLC0415

    more = [answers_text(case, analysis.answers, width=columns())] if analysis.answers else []
    return "\n".join([summary_of(composed(None, case, analysis)), *more])


def _large(case: Case, shown: int, at: tuple[str, ...]) -> tuple[str, Callable[[], str]]:
    """What decision diagrams say of a case that has too many states: as JSON, and what tells it."""
    from dragoman.case.large import analyse_large  # noqa: PLC0415
    from dragoman.case.largelines import large_text  # noqa: PLC0415

    found = analyse_large(case, shown=shown, at=at)
    return found.model_dump_json(indent=2) + "\n", lambda: large_text(case, found, width=columns())


def _export(case: Case, analysis: Analysis, folder: Path) -> None:
    from dragoman.case.exporting import exported  # noqa: PLC0415

    for name, content in exported(case, analysis).items():
        write_atomically(folder / name, content)


def _parties(named: str | None) -> tuple[str, ...]:
    """The ids in a list with commas; one empty id where the list is empty, so that it is refused by name."""
    return tuple(party.strip() for party in named.split(",")) if named is not None else ()


def _rests_on(case: Case, analysis: Analysis, path: Path, quiet: bool) -> Grounds:
    """What the outcomes rest on among the statements at *path*, with a progress bar."""
    from dragoman.case.resting import rests_on  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    with progress_bar(quiet, "leaving out", "statements") as progress:
        return rests_on(case, analysis, load_statements(path), progress=progress)
