"""``dragoman schedule``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.analysis import LayerName

__all__ = ["schedule"]


@click.command(cls=Command)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("--deal", metavar="DEAL", help='A number from dragoman deals, or "a, not b" beside what is now.')
@click.option("--steps", metavar="N", type=int, help="Into how many steps divisible options are divided, at most.")
@click.option("--one-way", multiple=True, metavar="OPTION", help="An option whose steps cannot be taken back.")
@click.option("--reversible", multiple=True, metavar="OPTION", help="An option whose steps can be taken back.")
@click.option("--layer", type=click.Choice(["words", "defaults", "promises"]), default="defaults", show_default=True,
              help="Which preference lines count.")  # fmt: skip
@click.option("--draws", default=100, show_default=True, type=click.IntRange(0, 100_000),
              help="How many other weights that fit the lists are tried.")  # fmt: skip
@click.option("--seed", default=0, show_default=True, type=click.IntRange(0), help="What the draws start from.")
@click.option("-o", "--output", **FILE, help="Where the schedules go, as JSON.")
@json_option
@quiet_option
def schedule(
    case: Path, deal: str | None, steps: int | None, one_way: tuple[str, ...], reversible: tuple[str, ...],
    layer: LayerName, draws: int, seed: int, output: Path | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Find the order of steps to a deal that needs least trust and guarantee, beside the orders that people name.

    For each step: how far a breakdown after it would throw back whoever takes it, the belief in the deal at which it is
    taken, and what anybody would gain by breaking off.

    \b
        dragoman schedule case.yaml
        dragoman schedule case.yaml --deal "relief, disarm" --steps 4 --one-way disarm
        dragoman schedule case.yaml --deal 2 -o schedule.json
    """
    from dragoman.case.file import load_case  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.deals.plantext import schedule_text  # noqa: PLC0415
    from dragoman.deals.scheduling import schedule as find_schedule  # noqa: PLC0415

    record = load_case(case)
    found = find_schedule(
        record, deal, steps=steps, one_way=one_way, reversible=reversible, layer=layer, draws=draws, seed=seed
    )
    text = found.model_dump_json(indent=2) + "\n"
    if output:
        write_atomically(output, text)
    if as_json and not output:
        click.echo(text, nl=False)
    elif not (quiet and output):
        click.echo(schedule_text(record, found, width=columns()))
