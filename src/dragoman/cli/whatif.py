"""``dragoman whatif``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option, say
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.case import Case
    from dragoman.case.effects import Effects

__all__ = ["tell_effects", "whatif"]


@click.command(cls=Command)
@click.argument("case", type=click.Path(path_type=Path))
@click.option(
    "--set", "settings", multiple=True, required=True, metavar="WHAT=VALUE", help="What to change; repeatable."
)
@click.option("-o", "--output", **FILE, help="Also write the changed case to this file.")
@click.option("--shown", default=5, show_default=True, type=click.IntRange(1, 1000), help="Outcomes listed at most.")
@json_option
@quiet_option
def whatif(case: Path, settings: tuple[str, ...], output: Path | None, shown: int, as_json: bool, quiet: bool) -> None:
    """Say what a change in a case does to its outcomes, in words; the case file stays as it is.

    \b
        dragoman whatif case.yaml --set relief=yes              the option is taken now
        dragoman whatif case.yaml --set relief=no               it is not taken now
        dragoman whatif case.yaml --set relief=never            it can no longer be taken
        dragoman whatif case.yaml --set "USA:2=not relief unless disarms"
                                                                line 2 of the list says this
        dragoman whatif case.yaml --set USA:2=                  line 2 is dropped
        dragoman whatif case.yaml --set USA:first=relief        a new line; or USA:last=...
    """
    from dragoman.case.comparing import effects_of  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.case.file import dump_case, load_case  # noqa: PLC0415
    from dragoman.case.setting import with_settings  # noqa: PLC0415

    before = load_case(case)
    after = with_settings(before, settings)
    tell_effects(after, effects_of(before, after, shown=shown), as_json=as_json)
    if output:
        write_atomically(output, dump_case(after))
        say(f"Written: {output}", quiet or as_json)


def tell_effects(case: Case, effects: Effects, *, as_json: bool, quotes: dict[str, str] | None = None) -> None:
    """Print *effects* on *case* for people, or as JSON."""
    from dragoman.case.effecting import effects_text  # noqa: PLC0415

    if as_json:
        click.echo(effects.model_dump_json(indent=2))
    else:
        click.echo(effects_text(case, effects, width=columns(), quotes=quotes), nl=False)
