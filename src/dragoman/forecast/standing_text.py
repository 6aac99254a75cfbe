"""Standing in plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.forecast.standing import SIGNS, Standing, Standings
from dragoman.plain import printable, wrapped
from dragoman.statements.statement import Statement

__all__ = ["counts_in_words", "standings_text"]

_NAME: Final = 12
_DONE: Final = {
    "AID": "aided", "COOPERATE": "worked together", "CONCEDE": "gave way", "RETREAT": "pulled back", "AGREE": "agreed",
    "SUPPORT": "backed", "REJECT": "turned down", "THREATEN": "threatened", "SANCTION": "put sanctions on",
    "MOBILIZE": "mustered forces", "COERCE": "coerced", "ASSAULT": "attacked",
}  # fmt: skip


def standings_text(found: Standings, statements: Iterable[Statement] = (), *, width: int = 80) -> str:
    """A line for each pair with its estimate and interval, its counts under it, and the words of *statements*."""
    if not found.pairs:
        return wrapped("No act of one party toward another that keeps or breaks anything was found.", width)
    words = {statement.id: statement.quote for statement in statements}
    lines = [f"{'of':<{_NAME}} {'toward':<{_NAME}} estimate  80% interval"]
    for pair in found.pairs:
        lines += _lines(pair, words, width)
    until = f"Ages are counted to {found.as_of.isoformat()}; " if found.as_of else "No act has a date; "
    said = f"{until}an act counts half after {found.half_life:g} days. {_left(found)}{found.not_this}"
    return "\n".join([*lines, "", wrapped(said, width)])


def _lines(pair: Standing, words: dict[str, str], width: int) -> Iterator[str]:
    names = f"{_short(pair.of):<{_NAME}} {_short(pair.toward):<{_NAME}}"
    yield f"{names} {pair.estimate:8.2f}  {pair.low:.2f} to {pair.high:.2f}"
    yield wrapped(counts_in_words(pair), width, first="  ", rest="  ")
    for found in dict.fromkeys(pair.statements):
        if found in words:
            yield wrapped(f"{found}: {words[found]}", width, first="    ", rest="      ")


def _short(name: str) -> str:
    shown = printable(name)
    return shown if len(shown) <= _NAME else shown[: _NAME - 1] + "…"


def counts_in_words(pair: Standing) -> str:
    """The acts counted, kept ones first.

    >>> pair = Standing(of="RUR", toward="GRA", kept=2, broken=1, estimate=0.6, low=0.3, high=0.9,
    ...                 by_event={"AID": 2, "COERCE": 1}, statements=())
    >>> counts_in_words(pair)
    'kept: aided (2); broken: coerced (1)'
    """
    kept = ", ".join(f"{_DONE[event]} ({count})" for event, count in pair.by_event.items() if _sign(event) > 0)
    broken = ", ".join(f"{_DONE[event]} ({count})" for event, count in pair.by_event.items() if _sign(event) < 0)
    return "; ".join(part for part in (f"kept: {kept}" if kept else "", f"broken: {broken}" if broken else "") if part)


def _sign(event: str) -> float:
    return next(sign for known, sign in SIGNS.items() if known == event)


def _left(found: Standings) -> str:
    said = []
    if found.undated:
        said.append(f"Acts without a date, counted by half: {found.undated}.")
    if found.later:
        said.append(f"Acts after that day, not counted: {found.later}.")
    return " ".join(said) + (" " if said else "")
