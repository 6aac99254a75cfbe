"""``dragoman score``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.scoring.folding import Folding
    from dragoman.scoring.marked import Kind, Marked

__all__ = ["score"]

_KINDS: tuple[Kind, ...] = ("position", "act", "tie", "view")


@click.command(cls=Command)
@click.argument("gold", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path))
@click.option("--read", "readers", multiple=True, required=True, metavar="[NAME=]FILE",
              help="What a reader read; give it again for another reader or another file.")  # fmt: skip
@click.option("--kinds", default="position,act,tie", show_default=True, help="Kinds of statements that count.")
@click.option("--aliases", **FILE, help="JSON file {id: [names]} of names that mean one party; aliases.json "
              "beside the gold is taken by itself.")  # fmt: skip
@click.option("--by", type=click.Choice(["tags", "stance", "event", "status", "relation", "article"]),
              help="What was found by tag, by the value of a slot, or by article.")  # fmt: skip
@click.option("--misses", metavar="N", type=click.IntRange(0), default=0,
              help="List N misses and N false finds of each kind, in their sentences.")  # fmt: skip
@click.option("--differences", metavar="N", type=click.IntRange(0), default=0,
              help="List N statements found by one reader alone; of a single reader, N found in part.")  # fmt: skip
@click.option("--calibrate", **FILE, help="Write how sure a language model's statements are on this gold, for "
              "`dragoman read --confidence`.")  # fmt: skip
@json_option
@quiet_option
def score(
    gold: tuple[Path, ...], readers: tuple[str, ...], kinds: str, aliases: Path | None, by: str | None, misses: int,
    differences: int, calibrate: Path | None, as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Score what was read against GOLD: files of statements that a person marked or corrected.

    Both sides are statements as `dragoman read` writes them, one a line. Correct a copy of what was read (mend
    lines, delete wrong ones, add what was missed) and score the reader against it:

    \b
        dragoman read talks.txt -o read.jsonl
        dragoman score corrected.jsonl --read read.jsonl --misses 5
        dragoman score corrected.jsonl --read rules=read.jsonl --read model=other.jsonl
    """
    from dragoman.scoring.listing import differences as find_differences  # noqa: PLC0415
    from dragoman.scoring.listing import findings_text  # noqa: PLC0415
    from dragoman.scoring.listing import misses as find_misses  # noqa: PLC0415
    from dragoman.scoring.marked import load_marked  # noqa: PLC0415
    from dragoman.scoring.report import score_text  # noqa: PLC0415
    from dragoman.scoring.score import score as score_readers  # noqa: PLC0415

    counted, fold = _kinds(kinds), _folding(aliases, gold)
    if calibrate:
        _calibrate(calibrate, gold, readers, fold)
    result, matchings = score_readers(load_marked(gold), _read(readers), kinds=counted, fold=fold, by=by)
    findings = [*find_misses(matchings, fold, most=misses), *find_differences(matchings, most=differences)]
    for reader in result.readers:
        if reader.elsewhere and not quiet:
            left_out = f"{reader.elsewhere} statements of articles that gold does not speak of were left out"
            click.echo(f"dragoman: {reader.reader}: {left_out}.", err=True)
    if as_json:
        listed = [finding.model_dump(mode="json", by_alias=True, exclude_none=True) for finding in findings]
        click.echo(json.dumps({**result.model_dump(mode="json"), "findings": listed}, ensure_ascii=False))
        return
    click.echo(score_text(result, width=columns()))
    if findings:
        click.echo(f"\n{findings_text(findings, width=columns())}")


def _calibrate(to: Path, gold: tuple[Path, ...], readers: tuple[str, ...], fold: Folding) -> None:
    """Write the table of confidence that the statements of a language model among *readers* give."""
    from dragoman.scoring.calibrating import calibrated_on  # noqa: PLC0415
    from dragoman.scoring.marked import load_marked  # noqa: PLC0415
    from dragoman.statements.file import load_statements  # noqa: PLC0415

    read = [s for reader in readers for s in load_statements(Path(_named(reader)[1]))]
    table = calibrated_on(load_marked(gold), read, fold)
    note = f"measured on {', '.join(path.name for path in gold)}"
    write_atomically(to, table.model_copy(update={"note": note}).model_dump_json(indent=2) + "\n")


def _read(readers: tuple[str, ...]) -> dict[str, tuple[Marked, ...]]:
    """What each reader read; a file without a name is called by its stem."""
    from dragoman.scoring.marked import load_marked  # noqa: PLC0415

    found: dict[str, tuple[Marked, ...]] = {}
    for reader in readers:
        name, path = _named(reader)
        found[name] = (*found.get(name, ()), *load_marked([path]))
    return found


def _named(reader: str) -> tuple[str, str]:
    """A reader's name and its file."""
    name, equals, path = reader.partition("=")
    return (name, path) if equals and not Path(reader).is_file() else (Path(reader).stem, reader)


def _kinds(kinds: str) -> tuple[Kind, ...]:
    asked = {kind.strip() for kind in kinds.split(",") if kind.strip()}
    unknown = sorted(asked.difference(_KINDS))
    if unknown or not asked:
        raise click.BadParameter(f'"{", ".join(unknown)}" is no kind; name some of {", ".join(_KINDS)}.')
    return tuple(kind for kind in _KINDS if kind in asked)


def _folding(aliases: Path | None, gold: tuple[Path, ...]) -> Folding:
    from dragoman.scoring.folding import Folding  # noqa: PLC0415
    from dragoman.scoring.marked import load_aliases  # noqa: PLC0415

    beside = dict.fromkeys(path.parent / "aliases.json" for path in gold)
    files = [aliases] if aliases else [path for path in beside if path.is_file()]
    return Folding({party: names for path in files for party, names in load_aliases(path).items()})
