"""``dragoman network``: who agrees with whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option, say
from dragoman.cli.statements import articles_option, statements_of
from dragoman.output import write_atomically
from dragoman.plain import wrapped

if TYPE_CHECKING:
    from dragoman.ledger.network import Network
    from dragoman.ledger.stands import Stand, Window

__all__ = ["network"]

_KINDS = ("congruence", "conflict", "subtract")
_NORMS = ("none", "average", "jaccard", "cosine")
_EVERY = ("week", "month", "year")
_DAY = click.DateTime(["%Y-%m-%d"])


class _Every(click.ParamType[Any]):
    """A calendar unit, or a number of days."""

    name = "week|month|year|DAYS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read what was typed."""
        if value in _EVERY or isinstance(value, int):
            return value
        if str(value).isdecimal() and 0 < int(value) <= 36_500:
            return int(value)
        return self.fail(f'"{value}" is neither week, month nor year, nor a number of days', param, ctx)


@click.command(cls=Command)
@click.argument("source", type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="A .graphml or .csv file; with --every one for each window, dated.")
@click.option("--kind", type=click.Choice(_KINDS), default="subtract", show_default=True,
              help="Count matters on which two agree, on which they differ, or the first less the second.")  # fmt: skip
@click.option("--normalise", "norm", type=click.Choice(_NORMS), default="none", show_default=True,
              help="What counts are divided by, so that who speaks much is not close to all.")  # fmt: skip
@click.option("--repeats", is_flag=True, help="Count a stand each time it is taken, not once.")
@click.option("--since", type=_DAY, help="From articles of this day or later.")
@click.option("--until", type=_DAY, help="From articles of this day or earlier.")
@click.option("--every", type=_Every(), help="One network for each week, month or year, or for so many days.")
@click.option("--only-accepted", is_flag=True, help="From a ledger: leave out what nobody has accepted or edited yet.")
@articles_option
@json_option
@quiet_option
def network(
    source: Path, output: Path | None, kind: Any, norm: Any, repeats: bool, since: dt.datetime | None,
    until: dt.datetime | None, every: Any, only_accepted: bool, folders: tuple[str, ...], as_json: bool, quiet: bool,
) -> None:  # fmt: skip
    """Show who agrees with whom: the discourse network of the positions in a ledger or a file of statements.

    Two parties are tied by the matters on which they take the same side, and parted by those on which they take
    opposite ones. GraphML opens in Gephi, Cytoscape, visone and igraph; CSV is a matrix.

    \b
        dragoman network project.dragoman
        dragoman network project.dragoman --kind congruence --normalise jaccard -o network.graphml
        dragoman network project.dragoman --every month -o network.csv
    """
    from dragoman.ledger.network import network as network_of  # noqa: PLC0415 - a command loads what it needs
    from dragoman.ledger.stands import windows  # noqa: PLC0415

    if output and output.suffix.lower() not in {".graphml", ".csv"}:
        raise click.UsageError("a network is written as .graphml or .csv; name such a file with -o")
    taken = _between(_stands(source, folders, only_accepted=only_accepted), since, until)
    found: list[tuple[Window | None, Network]] = [(None, network_of(taken, kind=kind, norm=norm, repeats=repeats))]
    if every:
        found = [(w, network_of(w.stands, kind=kind, norm=norm, repeats=repeats)) for w in windows(taken, every)]
    for window, made in found if output else ():
        _write(made, output, window)
    if as_json:
        click.echo(_json(found))
    else:
        for window, made in found:
            _show(made, window, quiet=quiet and output is not None)
        if not found:
            say("No stand with a date.", quiet)


def _stands(source: Path, folders: tuple[str, ...], *, only_accepted: bool) -> tuple[Stand, ...]:
    from dragoman.ledger.stands import stands  # noqa: PLC0415

    reading = statements_of(source, folders, only_accepted=only_accepted)
    return stands(
        reading.statements, {article.id: article.date.isoformat() for article in reading.articles if article.date}
    )


def _between(taken: Iterable[Stand], since: dt.datetime | None, until: dt.datetime | None) -> list[Stand]:
    first, last = (day.date().isoformat() if day else "" for day in (since, until))
    return [stand for stand in taken if stand.day >= first and (not last or "" < stand.day <= last)]


def _write(made: Network, output: Path | None, window: Window | None) -> None:
    if output is None:
        return
    target = output.with_name(f"{output.stem}.{window.since}{output.suffix}") if window else output
    if output.suffix.lower() == ".csv":
        write_atomically(target, made.to_csv())
    else:
        write_atomically(target, made.to_graphml())


def _json(found: Sequence[tuple[Window | None, Network]]) -> str:
    import json  # noqa: PLC0415

    return json.dumps([
        {
            "since": str(window.since) if window else None, "until": str(window.until) if window else None,
            "kind": made.kind, "normalised": made.norm, "actors": dict(made.actors), "stands": dict(made.stands),
            "pairs": [
                {"one": one, "other": other, "value": pair.value, "agree": pair.agree, "differ": pair.differ}
                for (one, other), pair in made.pairs.items()
            ],
        }
        for window, made in found
    ], ensure_ascii=False)  # fmt: skip


def _show(made: Network, window: Window | None, *, quiet: bool) -> None:
    """The pairs that stand closest, and those that stand farthest apart."""
    if quiet:
        return
    if window:
        click.echo(f"{window.since} to {window.until}")
    click.echo(f"Parties: {len(made.actors)}; stands: {sum(made.stands.values())}; pairs: {len(made.pairs)}.")
    ordered = sorted(made.pairs.items(), key=lambda item: (-abs(item[1].value), item[0]))
    for (one, other), pair in ordered[:12]:
        grounds = [f"{what} {', '.join(on[:4])}{' …' if len(on) > 4 else ''}" for what, on in
                   (("agree on", pair.agree), ("differ on", pair.differ)) if on]  # fmt: skip
        line = f"{pair.value:+.3g} {made.actors[one]} – {made.actors[other]}: {'; '.join(grounds)}"
        click.echo(wrapped(line, columns(), rest="       "))
    if len(ordered) > 12:
        click.echo(f"... and {len(ordered) - 12} more; -o or --json gives all.")
