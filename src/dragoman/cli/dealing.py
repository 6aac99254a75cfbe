"""``dragoman deals``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.analysis import LayerName

__all__ = ["deals"]


@click.command(cls=Command)
@click.argument("case", type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="Where the deals go, as JSON.")
@click.option("--shown", default=6, show_default=True, type=click.IntRange(1, 10_000), help="Deals listed at most.")
@click.option("--layer", type=click.Choice(["words", "defaults", "promises"]), default="defaults", show_default=True,
              help="Which preference lines count.")  # fmt: skip
@click.option("--lacking", is_flag=True, help="What the first deal among several lacks to hold outright.")
@json_option
@quiet_option
def deals(
    case: Path, output: Path | None, shown: int, layer: LayerName, lacking: bool, as_json: bool, quiet: bool
) -> None:
    """List what could be agreed: states that all whom they need prefer to how things stand.

    For each: who gains, who loses and could spoil it, whether it comes about alone or only together, whether it would
    hold, and which stated conditions it breaks. Then which single stated line stands in the way of what else.

    \b
        dragoman deals case.yaml
        dragoman deals case.yaml --shown 20 -o deals.json
        dragoman deals case.yaml --layer words --lacking
    """
    from dragoman.case.file import load_case  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.deals.bargaintext import bargain_text, zone_text  # noqa: PLC0415
    from dragoman.deals.finding import deals as find_deals  # noqa: PLC0415
    from dragoman.deals.text import deals_text  # noqa: PLC0415

    record = load_case(case)
    found = find_deals(record, layer=layer, shown=shown, lacking=lacking)
    text = found.model_dump_json(indent=2) + "\n"
    if output:
        write_atomically(output, text)
    if as_json and not output:
        click.echo(text, nl=False)
    elif not (quiet and output):
        blocks = [deals_text(record, found, width=columns())]
        blocks += bargain_text(record, found.bargain, width=columns()) if found.bargain else []
        blocks += [zone_text(record, found.zone, width=columns())] if found.zone else []
        click.echo("\n\n".join(blocks))
