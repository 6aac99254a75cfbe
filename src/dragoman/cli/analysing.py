"""``dragoman analyse``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.briefing import composed, summary_of
from dragoman.cli.group import FILE, Command, columns, json_option, progress_bar, quiet_option
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.analysis import Analysis
    from dragoman.case.case import Case
    from dragoman.case.grounds import Grounds

__all__ = ["analyse"]


@click.command(cls=Command)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="Where the analysis goes, as JSON.")
@click.option("--shown", default=50, show_default=True, type=click.IntRange(1, 10_000), help="Outcomes listed at most.")
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
    case: Path, output: Path | None, shown: int, explain: bool, coalitions: bool, coalition: str | None,
    paths: bool, likelihood: int | None, wish: str | None, concepts: bool, unknown: bool, ahead: int | None,
    between: str | None, evolution: str | None, strength: bool, misperceptions: bool, export: Path | None,
    statements: Path | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Analyse a case: which outcomes hold, why the present one does, what would be better for all.

    \b
        dragoman analyse case.yaml
        dragoman analyse case.yaml -o analysis.json
        dragoman analyse case.yaml --explain --coalitions --paths --likelihood 200
        dragoman analyse case.yaml --wish "partial_relief, not drills"
        dragoman analyse case.yaml --concepts --unknown --evolution now
        dragoman analyse case.yaml --ahead 4 --between USA,PRK
        dragoman analyse case.yaml --strength --misperceptions
        dragoman analyse case.yaml --export model/
        dragoman analyse case.yaml --rests-on statements.jsonl
    """
    from dragoman.case.analyse import analyse as analyse_case  # noqa: PLC0415
    from dragoman.case.answering import answers_text  # noqa: PLC0415
    from dragoman.case.answers import Answers  # noqa: PLC0415
    from dragoman.case.file import load_case  # noqa: PLC0415
    from dragoman.case.questions import Questions, answer  # noqa: PLC0415

    record = load_case(case)
    analysis = analyse_case(record, shown=shown)
    if between is not None and ahead is None:
        raise click.UsageError("--between names the two that look ahead: say how far, with --ahead")
    questions = Questions(
        reasons=explain, coalitions=coalitions, coalition=_parties(coalition), paths=paths, likelihood=likelihood or 0,
        wish=wish, concepts=concepts, unknown=unknown, ahead=ahead, between=_parties(between), evolution=evolution,
        strength=strength, misperceptions=misperceptions,
    )  # fmt: skip
    if questions.any:
        analysis = analysis.model_copy(update={"answers": answer(record, analysis, questions)})
    if statements:
        answers = (analysis.answers or Answers()).model_copy(
            update={"rests_on": _rests_on(record, analysis, statements, quiet)}
        )
        analysis = analysis.model_copy(update={"answers": answers})
    text = analysis.model_dump_json(indent=2) + "\n"
    if export:
        from dragoman.case.exporting import exported  # noqa: PLC0415

        for name, content in exported(record, analysis).items():
            write_atomically(export / name, content)
    if output:
        write_atomically(output, text)
    if as_json and not output:
        click.echo(text, nl=False)
    elif not (quiet and output):
        click.echo(summary_of(composed(None, record, analysis)))
        if analysis.answers:
            click.echo(answers_text(record, analysis.answers, width=columns()))


def _parties(named: str | None) -> tuple[str, ...]:
    """The ids in a list with commas; one empty id where the list is empty, so that it is refused by name."""
    return tuple(party.strip() for party in named.split(",")) if named is not None else ()


def _rests_on(case: Case, analysis: Analysis, path: Path, quiet: bool) -> Grounds:
    """What the outcomes rest on among the statements at *path*, with a progress bar."""
    from dragoman.case.resting import rests_on  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    with progress_bar(quiet, "leaving out", "statements") as progress:
        return rests_on(case, analysis, load_statements(path), progress=progress)
