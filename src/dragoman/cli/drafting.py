"""``dragoman draft``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.filling import keep_cases
from dragoman.cli.group import FILE, Command, json_option, quiet_option, say
from dragoman.cli.statements import articles_option, statements_of
from dragoman.errors import CaseError
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.case.case import Case

__all__ = ["draft"]


@click.command(cls=Command)
@click.argument("statements", type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="Where the case goes; standard output if left out.")
@articles_option
@click.option("--only-accepted", is_flag=True, help="From a ledger: leave out what nobody has accepted or edited yet.")
@click.option("--title", help="What the negotiation is called.")
@click.option("--names", **FILE, help="The CSV file of names that the articles were read with.")
@json_option
@quiet_option
def draft(
    statements: Path, output: Path | None, folders: tuple[str, ...], only_accepted: bool, title: str | None,
    names: Path | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Draft a case from statements: a YAML file of parties, options and preferences, for you to correct.

    Every line carries the ids of the statements it rests on, and says whether it comes from words or from a default.
    What a party said last counts, which the dates of the articles tell: name them with --articles.
    Drafting again over a case that you corrected keeps what you changed: beside case.yaml lies case.drafted.yaml, by
    which your changes are told from the program's.

    \b
        dragoman draft statements.jsonl --articles my-articles/ -o case.yaml
        dragoman draft project.dragoman -o case.yaml --only-accepted
    """
    from dragoman.case.file import dump_case  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.stages import draft as draft_case  # noqa: PLC0415

    reading = statements_of(statements, folders, only_accepted=only_accepted)
    drafted = draft_case(reading, title=title, names=names)
    case, changes = _joined(drafted, output)
    text = case.model_dump_json(indent=2, by_alias=True) + "\n" if as_json else dump_case(case)
    if not output:
        click.echo(text, nl=False)
        return
    keep_cases(statements, output, dump_case(drafted))
    write_atomically(output, text)
    write_atomically(_as_drafted(output), dump_case(drafted))
    for change in changes:
        say(change, quiet)
    if not reading.articles:
        say("The statements do not say when they were made. With --articles what was said last counts.", quiet)
    say(f"{output}: {len(case.parties)} parties, {len(case.options)} options. Read it, correct it, then: "
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
