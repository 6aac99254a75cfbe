"""Forecasts and scores in plain text, for a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.forecast.calibration import load_calibration
from dragoman.forecast.forecast import Forecast
from dragoman.forecast.methods import TITLES
from dragoman.forecast.score import ForecastScore, Scores
from dragoman.forecast.veto import Veto
from dragoman.plain import listed, printable, wrapped

__all__ = ["forecasts_text", "number", "scores_text", "track_record", "veto_sentences"]

_TITLE: Final = 31


def number(value: float, length: float = 100.0) -> str:
    """*value* to about a thousandth of the scale's *length*, without idle zeros.

    >>> number(37.54), number(100.0), number(8.8333, 6.0), number(2031.4, 1000.0)
    ('37.5', '100', '8.83', '2031')
    """
    decimals = max(0, 3 - round(math.log10(length)))
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def forecasts_text(found: Sequence[Forecast], names: Mapping[str, str] | None = None, *, width: int = 80) -> str:
    """Every forecast beside the status quo and the plain mean; then what the option model says, and the record."""
    blocks = ["\n".join(_block(line, names or {}, width)) for line in found]
    said = dict.fromkeys(line.veto.option_model for line in found if line.veto and line.veto.option_model)
    return "\n\n".join([*blocks, *(wrapped(text, width) for text in (*said, track_record()))])


def track_record() -> str:
    """How forecasts and plain means did on the decisions that the intervals were made from."""
    record = load_calibration()
    first, plain = record.methods["compromise"], record.methods["plain_mean"]
    return (
        f"On {record.decisions} {record.data} the compromise missed by {100 * first.missed:.0f} hundredths of the "
        f"scale on average, the plain mean by {100 * plain.missed:.0f}, the status quo by "
        f"{100 * record.status_quo_missed:.0f}. The intervals are as long as held 80 of 100 of those outcomes; "
        "other negotiations may surprise more often."
    )


def veto_sentences(issue: Forecast, names: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """What the veto on an issue means for its forecast; empty where nobody has one."""
    veto = issue.veto
    if veto is None:
        return ()
    holders = [(names or {}).get(actor, actor) for actor in veto.actors]
    each = "each " if len(holders) > 1 else ""
    game = f"This is a veto game: {listed(holders)} can {each}withhold the outcome alone, whatever weighs against it."
    return game, _reach(veto, issue)


def _reach(veto: Veto, issue: Forecast) -> str:
    length = issue.high - issue.low
    if veto.low is None or veto.high is None:
        return "Where things stand now on this scale is not given, so what they would rather have is not known."
    whose = "all of them" if len(veto.actors) > 1 else "it"
    if veto.low >= veto.high:
        return (
            f"No outcome is better for {whose} than the status quo, at {number(veto.low, length)}: expect that to stay."
        )
    ends = f"from {number(veto.low, length)} to {number(veto.high, length)}"
    verdict = "lies within" if veto.low <= issue.value <= veto.high else "lies outside, so expect less"
    return f"Outcomes no worse for {whose} than the status quo run {ends}; the forecast {verdict}."


def _block(line: Forecast, names: Mapping[str, str], width: int) -> Iterator[str]:
    def shown(value: float) -> str:
        return number(value, line.high - line.low)

    yield wrapped(f"{line.issue}, from {shown(line.low)} to {shown(line.high)}, {line.actors} actors", width)
    yield _row(f"forecast: {TITLES[line.method]}", shown(line.value))
    yield _row(f"{line.interval.level:.0%} interval", f"{shown(line.interval.low)} to {shown(line.interval.high)}")
    if line.if_inputs_are_off:
        yield _row(
            "if the inputs are off", f"{shown(line.if_inputs_are_off.low)} to {shown(line.if_inputs_are_off.high)}"
        )
    yield _row("status quo", "not given" if line.status_quo is None else shown(line.status_quo))
    for way in line.ways:
        if way.method != line.method:
            yield _row(TITLES[way.method], shown(way.value))
    for sentence in (*veto_sentences(line, names), *line.assumed):
        yield wrapped(sentence, width, first="- ", rest="  ")


def _row(title: str, value: str) -> str:
    return f"  {printable(title):<{_TITLE}}{value}"


def scores_text(scores: Scores, *, width: int = 80) -> str:
    """How kept forecasts did, one by one and on average."""
    blocks = ["\n".join(_forecast_lines(row, width)) for row in scores.issues]
    for chance in scores.options:
        happened = "happened" if chance.happened else "did not happen"
        title = wrapped(f"{chance.option} (judged on {chance.date}, known on {chance.known})", width)
        rows = _row("chance given", f"{chance.probability:g}; it {happened}"), _row("Brier", f"{chance.brier:.3f}")
        blocks.append("\n".join((title, *rows)))
    return "\n\n".join([*blocks, wrapped(_summary(scores), width)])


def _forecast_lines(row: ForecastScore, width: int) -> Iterator[str]:
    def shown(value: float) -> str:
        return number(value, row.length)

    yield wrapped(f"{row.issue} (forecast on {row.date}, known on {row.known})", width)
    yield _row("forecast", f"{shown(row.value)}, missed by {shown(row.missed)}")
    yield _row("outcome", f"{shown(row.outcome)}, {'in' if row.inside else 'outside'} the interval")
    yield _row("interval score", shown(row.interval_score))
    if row.status_quo_missed is not None:
        yield _row("status quo", f"missed by {shown(row.status_quo_missed)}")
    yield _row("plain mean", f"missed by {shown(row.plain_mean_missed)}")


def _summary(scores: Scores) -> str:
    said = []
    if scores.issues:
        inside = sum(row.inside for row in scores.issues)
        said.append(
            f"{_counted(len(scores.issues), 'forecast')} scored: missed by {100 * (scores.missed or 0):.1f} hundredths "
            f"of the scale on average (plain mean {100 * (scores.plain_mean_missed or 0):.1f}); {inside} of "
            f"{len(scores.issues)} outcomes in the 80% interval."
        )
    if scores.options:
        said.append(
            f"{_counted(len(scores.options), 'chance')} scored: Brier {scores.brier:.3f} (0 is best; always saying "
            "one half gives 0.25)."
        )
    if scores.waiting:
        said.append(f"{_counted(scores.waiting, 'forecast')} without an outcome so far.")
    if scores.too_late:
        said.append(f"{_counted(scores.too_late, 'forecast')} made when the outcome was known: not scored.")
    return " ".join(said or ["Nothing is kept yet."])


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
