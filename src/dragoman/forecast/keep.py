"""Forecasts kept in a file with their date, so that they can be held against what happened."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from dragoman.errors import CaseError
from dragoman.forecast.forecast import Forecast
from dragoman.output import write_atomically

__all__ = [
    "Kept", "KeptChance", "KeptForecast", "KeptOutcome", "add", "chance_of", "kept_forecast", "load_kept", "outcome_of",
]  # fmt: skip

_MOST_BYTES: Final = 20_000_000


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KeptForecast(_Record):
    """A forecast of an issue as it was made, and on which day."""

    kind: Literal["forecast"] = "forecast"
    date: dt.date = Field(description="the day it was made, as given by who made it")
    issue: str = Field(description="the question")
    low: float = Field(allow_inf_nan=False, description="lower end of the scale")
    high: float = Field(allow_inf_nan=False, description="upper end of the scale")
    value: float = Field(allow_inf_nan=False, description="the forecast")
    method: str = Field(description="how it was made")
    interval: tuple[float, float] = Field(description="ends of its interval")
    level: float = Field(gt=0, lt=1, description="the share of outcomes that the interval is to hold")
    status_quo: float | None = Field(description="how things stood")
    plain_mean: float = Field(allow_inf_nan=False, description="the mean of the positions")
    inputs_sha256: str = Field(description="hash of the scale, the status quo and the actors' numbers")
    version: str = Field(description="version of the program")


class KeptChance(_Record):
    """The chance that an option is taken, as somebody judged it, and on which day."""

    kind: Literal["chance"] = "chance"
    date: dt.date = Field(description="the day it was judged")
    option: str = Field(description="the option, by its id or in words")
    probability: float = Field(ge=0, le=1, description="the chance, from 0 to 1")


class KeptOutcome(_Record):
    """What happened: the place on the scale that was decided, or 1 for an option taken and 0 for one not taken."""

    kind: Literal["outcome"] = "outcome"
    date: dt.date = Field(description="the day it became known")
    of: str = Field(description="the issue or option")
    value: float = Field(allow_inf_nan=False, description="place on the scale; 1 or 0 for an option")


Kept = Annotated[KeptForecast | KeptChance | KeptOutcome, Field(discriminator="kind")]
_adapter: TypeAdapter[Kept] = TypeAdapter(Kept)


def kept_forecast(found: Forecast, date: dt.date) -> KeptForecast:
    """The forecast *found*, made on *date*, as it is kept."""
    return KeptForecast(
        date=date,
        issue=found.issue,
        low=found.low,
        high=found.high,
        value=found.value,
        method=found.method,
        interval=(found.interval.low, found.interval.high),
        level=found.interval.level,
        status_quo=found.status_quo,
        plain_mean=found.plain_mean,
        inputs_sha256=found.inputs_sha256,
        version=found.version,
    )


def chance_of(option: str, written: str, date: dt.date) -> KeptChance:
    """The chance *written* that *option* is taken, judged on *date*.

    Raises
    ------
    CaseError
        It is no number from 0 to 1.
    """
    try:
        return KeptChance(date=date, option=option, probability=float(written))
    except ValueError:
        raise CaseError(f'the chance of "{option}" is "{written}". Write a number from 0 to 1, such as 0.3.') from None


def load_kept(path: str | Path) -> tuple[Kept, ...]:
    """Read what is kept at *path*, oldest first; a file that does not exist yet holds nothing.

    Raises
    ------
    CaseError
        The file cannot be read, or a line is none of ours; the message names it.
    """
    if not Path(path).exists():
        return ()
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        text = data.decode("utf-8")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "").lower() or "not UTF-8 text"
        raise CaseError(f"{path}: cannot be read: {reason}. Name a file that forecasts are kept in.") from error
    if len(data) > _MOST_BYTES:
        raise CaseError(f"{path}: larger than {_MOST_BYTES // 1_000_000} MB. Begin a new file.")
    return tuple(_read(line, count, path) for count, line in enumerate(text.split("\n"), 1) if line.strip())


def _read(line: str, count: int, path: str | Path) -> Kept:
    try:
        return _adapter.validate_python(json.loads(line))
    except (json.JSONDecodeError, RecursionError):
        problem = "not JSON"
    except ValidationError as error:
        first = error.errors()[0]
        problem = f"{'.'.join(map(str, first['loc'])) or 'record'}: {first['msg'].lower()}"
    raise CaseError(f"{path}, line {count}: {problem}. Is it a file that forecasts are kept in?", line=count)


def add(path: str | Path, fresh: Iterable[Kept]) -> tuple[Kept, ...]:
    """Append what is *fresh* to the file at *path*, whole or not at all, and return what was new to it.

    What stands there already is not written twice. Nothing that stands there is changed.

    Raises
    ------
    CaseError
        The file cannot be read, or an outcome contradicts one that is kept.
    OutputError
        The file cannot be written.
    """
    kept = load_kept(path)
    new: list[Kept] = []
    for record in fresh:
        if record in kept or record in new:
            continue
        if isinstance(record, KeptOutcome):
            _refuse_second(record, (*kept, *new), path)
        new.append(record)
    if new:
        before = Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""
        before += "" if before.endswith("\n") or not before else "\n"
        write_atomically(path, before + "".join(_line(record) for record in new))
    return tuple(new)


def _line(record: Kept) -> str:
    return json.dumps(record.model_dump(mode="json"), ensure_ascii=False) + "\n"


def _refuse_second(fresh: KeptOutcome, kept: Sequence[Kept], path: str | Path) -> None:
    for record in kept:
        if isinstance(record, KeptOutcome) and record.of == fresh.of:
            raise CaseError(
                f'{path}: the outcome of "{fresh.of}" is kept already: {record.value:g} on {record.date.isoformat()}. '
                "Correct that line by hand if it is wrong."
            )


def outcome_of(kept: Sequence[Kept], of: str, value: str, date: dt.date, *, source: str = "kept") -> KeptOutcome:
    """What happened, from words: a number for an issue, yes or no for an option; *of* must be kept.

    Raises
    ------
    CaseError
        Nothing of that name is kept, or the value does not fit it.

    Examples
    --------
    >>> chance = KeptChance(date=dt.date(2031, 3, 1), option="reopen", probability=0.3)
    >>> outcome_of([chance], "reopen", "yes", dt.date(2031, 6, 1)).value
    1.0
    """
    issues = {record.issue: record for record in kept if isinstance(record, KeptForecast)}
    options = dict.fromkeys(record.option for record in kept if isinstance(record, KeptChance))
    if of in options and of not in issues:
        taken = {"yes": 1.0, "1": 1.0, "no": 0.0, "0": 0.0}.get(value.strip().lower())
        if taken is None:
            raise CaseError(f'{source}: the outcome of the option "{of}" is "{value}". Write yes or no.')
        return KeptOutcome(date=date, of=of, value=taken)
    if of not in issues:
        names = ", ".join([*issues, *options]) or "none"
        raise CaseError(f'{source}: no forecast of "{of}" is kept. Kept are: {names}.')
    low, high = issues[of].low, issues[of].high
    try:
        place = float(value)
    except ValueError:
        place = float("nan")
    if not low <= place <= high:
        raise CaseError(f'{source}: the outcome of "{of}" is "{value}". Write a number from {low:g} to {high:g}.')
    return KeptOutcome(date=date, of=of, value=place)
