"""``dragoman analyse``."""

from __future__ import annotations

from pathlib import Path

import click

from dragoman.cli.briefing import composed, summary_of
from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.output import write_atomically

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
@json_option
@quiet_option
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
        click.echo(summary_of(composed(None, record, analysis)))
        if analysis.answers:
            click.echo(answers_text(record, analysis.answers, width=columns()))
