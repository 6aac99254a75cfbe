"""``dragoman standing``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.cli.statements import statements_of
from dragoman.output import write_atomically

__all__ = ["standing"]


@click.command(cls=Command)
@click.argument("statements", type=click.Path(path_type=Path), metavar="STATEMENTS")
@click.option("-o", "--output", **FILE, help="Where the estimates go, as JSON.")
@click.option("--as-of", "day", type=click.DateTime(["%Y-%m-%d"]),
              help="The day from which ages are counted; that of the latest act if left out.")  # fmt: skip
@click.option("--half-life", type=click.FloatRange(min=0, min_open=True), default=365.0, show_default=True,
              help="Days after which an act counts half.")  # fmt: skip
@click.option("--party", "parties", multiple=True, metavar="ID", help="Only pairs of these; give it twice or more.")
@click.option("--acts", is_flag=True, help="The words that each estimate rests on.")
@json_option
@quiet_option
def standing(
    statements: Path, output: Path | None, day: dt.datetime | None, half_life: float, parties: tuple[str, ...],
    acts: bool, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Estimate from reported acts who has kept faith with whom.

    For each ordered pair: the estimate from 0 (all acts broken) to 1 (all kept), with its 80% interval and counts.
    It says nothing of what was promised, who began, or what the press left out. STATEMENTS is a file of them, or a
    ledger.

    \b
        dragoman standing statements.jsonl
        dragoman standing statements.jsonl --party USA --party PRK --acts
        dragoman standing statements.jsonl --as-of 2019-04-30 --half-life 180
    """
    from dragoman.forecast.standing import standings  # noqa: PLC0415
    from dragoman.forecast.standing_text import standings_text  # noqa: PLC0415
    from dragoman.ledger.merge import merge  # noqa: PLC0415

    if len(parties) == 1:
        raise click.UsageError("one --party makes no pair: give it twice or more, or leave it out")
    told = merge(statements_of(statements).statements)
    found = standings(told, as_of=day.date() if day else None, half_life=half_life, parties=parties)
    written = found.model_dump_json(indent=2) + "\n"
    if output:
        write_atomically(output, written)
    if as_json and not output:
        click.echo(written, nl=False)
    elif not (quiet and output):
        click.echo(standings_text(found, told if acts else (), width=columns()))
