"""``dragoman forecast``."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.group import FILE, Command, columns, json_option, quiet_option
from dragoman.output import write_atomically
from dragoman.plain import printable

if TYPE_CHECKING:
    from dragoman.forecast.forecast import Forecast
    from dragoman.forecast.keep import Kept
    from dragoman.forecast.source import Issues

__all__ = ["forecast"]

_METHODS = ("compromise", "plain_mean", "median", "pulled", "nash", "challenge")
_DAY = click.DateTime(["%Y-%m-%d"])


def _scale(_: click.Context, __: click.Parameter, value: str | None) -> tuple[float, float] | None:
    if value is None:
        return None
    try:
        low, high = (float(part) for part in value.split(":"))
    except ValueError:
        raise click.BadParameter(f'"{value}" is no scale; write its ends with a colon between: 0:100') from None
    return low, high


def _named(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for value in values:
        name, sign, rest = value.rpartition("=")
        if not sign or not name.strip() or not rest.strip():
            raise click.BadParameter(f'"{value}" is not of the form NAME=VALUE')
        pairs.append((name.strip(), rest.strip()))
    return tuple(pairs)


@click.command(cls=Command)
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option("-o", "--output", **FILE, help="Where the forecasts go, as JSON.")
@click.option("--issue", "wanted", multiple=True, metavar="NAME", help="Only this issue; may be given again.")
@click.option("--method", type=click.Choice(_METHODS), default=_METHODS[0], show_default=True,
              help="Which forecast is put first.")  # fmt: skip
@click.option("--scale", callback=_scale, metavar="LOW:HIGH",
              help="Ends of the scale, for a table without columns low and high.")  # fmt: skip
@click.option("--council", type=_DAY, metavar="DAY", help="Influence from the votes in the EU Council on that day.")
@click.option("--doubt", type=click.FloatRange(0, 50), metavar="N",
              help="Repeat it with every number off by about N hundredths.")  # fmt: skip
@click.option("--keep", **FILE, help="Append to this file what is forecast or what happened.")
@click.option("--date", "day", type=_DAY, help="The day that is kept with it; needed to keep anything.")
@click.option("--option", "chances", callback=_named, multiple=True, metavar="NAME=CHANCE",
              help="Keep the chance, 0 to 1, that an option is taken.")  # fmt: skip
@click.option("--outcome", "outcomes", callback=_named, multiple=True, metavar="NAME=VALUE",
              help="Keep what happened: a number, or yes or no.")  # fmt: skip
@click.option("--score", is_flag=True, help="How the kept forecasts did.")
@json_option
@quiet_option
def forecast(
    source: Path | None, output: Path | None, wanted: tuple[str, ...], method: str, scale: tuple[float, float] | None,
    council: dt.datetime | None, doubt: float | None, keep: Path | None, day: dt.datetime | None,
    chances: tuple[tuple[str, str], ...], outcomes: tuple[tuple[str, str], ...], score: bool, as_json: bool,
    quiet: bool,
) -> None:  # fmt: skip
    """Forecast issues on a scale, each beside the status quo and the plain mean.

    SOURCE is a case file with issues, a YAML file with issues alone, or a .csv table of actors: actor,position and,
    if known, salience,influence (0 to 100), veto, issue, status_quo, low, high.

    \b
        dragoman forecast case.yaml
        dragoman forecast actors.csv --scale 0:100 --doubt 10
        dragoman forecast case.yaml --keep kept.jsonl --date 2026-11-22
        dragoman forecast --keep kept.jsonl --outcome "relief=40" --date 2027-02-01
        dragoman forecast --keep kept.jsonl --score
    """
    _refuse_misuse(source, keep, day, chances, outcomes, score)
    date = day.date() if day else None
    if source:
        loaded = _loaded(source, scale, council.date() if council else None, wanted)
        found = _forecasts(loaded, method, doubt)
        if keep and date:
            _keep(keep, date, found, chances, quiet)
        _show_forecasts(found, loaded, output, as_json=as_json, quiet=quiet)
    elif keep and score:
        _show_scores(keep, output, as_json=as_json, quiet=quiet)
    elif keep and date:
        _keep(keep, date, (), chances, quiet)
        _keep_outcomes(keep, date, outcomes, quiet)


def _refuse_misuse(
    source: Path | None, keep: Path | None, day: dt.datetime | None, chances: tuple[tuple[str, str], ...],
    outcomes: tuple[tuple[str, str], ...], score: bool,
) -> None:  # fmt: skip
    if source and (score or outcomes):
        raise click.UsageError("--score and --outcome speak of what is kept: name no SOURCE with them")
    if (score or outcomes or chances) and not keep:
        raise click.UsageError("name the file of kept forecasts with --keep")
    if not (source or score or outcomes or chances):
        raise click.UsageError("name a case file or a .csv table of actors; or --keep FILE with --score or --outcome")
    if keep and not score and not day:
        raise click.UsageError("say with --date on which day this is kept, such as --date 2026-11-22")
    if score and (outcomes or chances):
        raise click.UsageError("--score comes by itself, after what happened was kept")


def _loaded(
    source: Path, scale: tuple[float, float] | None, council: dt.date | None, wanted: tuple[str, ...]
) -> Issues:
    from dragoman.errors import CaseError  # noqa: PLC0415
    from dragoman.forecast.council import with_council_influence  # noqa: PLC0415
    from dragoman.forecast.source import load_issues  # noqa: PLC0415

    loaded = load_issues(source, scale=scale)
    names = [issue.name for issue in loaded.issues]
    unknown = next((name for name in wanted if name not in names), None)
    if unknown is not None:
        listed = ", ".join(names[:20]) + (f" and {len(names) - 20} more" if len(names) > 20 else "")
        raise CaseError(f'{source}: no issue "{unknown}" can be forecast. Those that can: {listed}.')
    chosen = [issue for issue in loaded.issues if not wanted or issue.name in wanted]
    if council:
        chosen = [with_council_influence(issue, council) for issue in chosen]
    return replace(loaded, issues=tuple(chosen))


def _forecasts(loaded: Issues, method: str, doubt: float | None) -> tuple[Forecast, ...]:
    from dragoman.forecast.forecast import forecast as forecast_issues  # noqa: PLC0415
    from dragoman.forecast.methods import METHODS  # noqa: PLC0415

    chosen = next(known for known in METHODS if known == method)
    return forecast_issues(
        loaded.issues, method=chosen, doubt=doubt, vetoes=loaded.vetoes, option_model=loaded.option_model
    )


def _keep(
    keep: Path, date: dt.date, found: Iterable[Forecast], chances: tuple[tuple[str, str], ...], quiet: bool
) -> None:
    from dragoman.forecast.keep import add, chance_of, kept_forecast  # noqa: PLC0415

    fresh: list[Kept] = [kept_forecast(line, date) for line in found]
    fresh += [chance_of(option, written, date) for option, written in chances]
    if fresh:
        _tell_kept(keep, len(add(keep, fresh)), len(fresh), quiet)


def _keep_outcomes(keep: Path, date: dt.date, outcomes: tuple[tuple[str, str], ...], quiet: bool) -> None:
    from dragoman.forecast.keep import add, load_kept, outcome_of  # noqa: PLC0415

    if outcomes:
        kept = load_kept(keep)
        fresh: list[Kept] = [outcome_of(kept, name, value, date, source=str(keep)) for name, value in outcomes]
        _tell_kept(keep, len(add(keep, fresh)), len(fresh), quiet)


def _tell_kept(keep: Path, new: int, given: int, quiet: bool) -> None:
    if not quiet:
        before = f"; {given - new} stood there already" if new < given else ""
        click.echo(f"{keep}: {new} line{'' if new == 1 else 's'} kept{before}.", err=True)


def _show_forecasts(
    found: tuple[Forecast, ...], loaded: Issues, output: Path | None, *, as_json: bool, quiet: bool
) -> None:
    from dragoman.forecast.text import forecasts_text  # noqa: PLC0415

    document = {"forecasts": [line.model_dump(mode="json") for line in found], "notes": list(loaded.notes)}
    if not quiet:
        for note in loaded.notes:
            click.echo(f"dragoman: {printable(note)}", err=True)
    _show(document, forecasts_text(found, loaded.names, width=columns()), output, as_json=as_json, quiet=quiet)


def _show_scores(keep: Path, output: Path | None, *, as_json: bool, quiet: bool) -> None:
    from dragoman.errors import CaseError  # noqa: PLC0415
    from dragoman.forecast.keep import load_kept  # noqa: PLC0415
    from dragoman.forecast.score import scores  # noqa: PLC0415
    from dragoman.forecast.text import scores_text  # noqa: PLC0415

    if not keep.exists():
        raise CaseError(f"{keep}: does not exist, so there is nothing to score. Keep a forecast in it first.")
    found = scores(load_kept(keep))
    text = scores_text(found, width=columns())
    _show(found.model_dump(mode="json"), text, output, as_json=as_json, quiet=quiet)


def _show(document: dict[str, Any], text: str, output: Path | None, *, as_json: bool, quiet: bool) -> None:
    written = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    if output:
        write_atomically(output, written)
    if as_json and not output:
        click.echo(written, nl=False)
    elif not (quiet and output):
        click.echo(text)
