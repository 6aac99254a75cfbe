"""The options of a language model as reader, and reading with it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.cli.group import FILE, progress_bar
from dragoman.output import write_atomically

if TYPE_CHECKING:
    from dragoman.articles.load import Loaded
    from dragoman.ledger.taking import TakenIn
    from dragoman.stages import Reading
    from dragoman.statements.llm.reader import ModelReader
    from dragoman.statements.llm.report import ModelReport

__all__ = ["ModelOptions", "read_as_asked", "read_into_as_asked", "with_model_options"]


@dataclass(frozen=True)
class ModelOptions:
    """What the command line says of the reader; field by field the options below."""

    reader: str
    endpoint: str | None
    model: str | None
    key_variable: str
    cache: Path | None
    offline: bool
    ask: Path | None
    answers: Path | None
    max_tokens: int | None
    answer_tokens: int
    in_flight: int
    timeout: float
    retries: int
    window: int
    confidence: Path | None
    report: Path | None

    def checked(self) -> ModelOptions | None:
        """These options, if they go together; None where the rules read."""
        if self.reader == "rules":
            given = [name for name in ("endpoint", "model", "ask", "answers", "report") if getattr(self, name)]
            if given or self.offline:
                raise click.UsageError(f"--{(given or ['offline'])[0]} needs --reader llm or --reader both")
            return None
        if not self.model:
            raise click.UsageError(f"--reader {self.reader} needs --model, the name its server knows it by")
        if not (self.endpoint or self.offline or self.ask or self.answers):
            raise click.UsageError(
                f"--reader {self.reader} needs --endpoint, or --offline, --ask or --answers to ask no server"
            )
        return self


_OPTIONS = [
    click.option("--reader", type=click.Choice(["rules", "llm", "both"]), default="rules", show_default=True,
                 help="Who reads: rules, a language model, or the model judging what the rules propose."),
    click.option("--endpoint", metavar="URL", help="A server of the chat-completions protocol; the articles go there."),
    click.option("--model", metavar="NAME", help="The language model, as its server knows it."),
    click.option("--key-variable", metavar="NAME", default="DRAGOMAN_MODEL_KEY", show_default=True,
                 help="The environment variable that holds the server's key, if it needs one."),
    click.option("--cache", **FILE, help="Folder where answers are kept; one of your user's if left out."),
    click.option("--offline", is_flag=True, help="Ask no server: use kept answers alone."),
    click.option("--ask", **FILE, help="Write the requests to this batch file and stop."),
    click.option("--answers", **FILE, help="Go on from the answers in this file, whoever gave them."),
    click.option("--max-tokens", metavar="N", type=click.IntRange(min=1),
                 help="Tokens the run may cost, asked and answered."),
    click.option("--answer-tokens", metavar="N", type=click.IntRange(64, 200_000), default=4_096, show_default=True,
                 help="Tokens one answer may have."),
    click.option("--in-flight", metavar="N", type=click.IntRange(1, 64), default=4, show_default=True,
                 help="Requests under way at the same time."),
    click.option("--timeout", metavar="SECONDS", type=click.FloatRange(0.01, 3_600), default=120.0, show_default=True,
                 help="When a try is given up."),
    click.option("--retries", metavar="N", type=click.IntRange(0, 20), default=4, show_default=True,
                 help="Further tries after a failure that may pass."),
    click.option("--window", metavar="N", type=click.IntRange(200, 100_000), default=4_000, show_default=True,
                 help="Characters of article in one request, about."),
    click.option("--confidence", **FILE, help="A table of how sure the model's statements are, in place of ours."),
    click.option("--report", **FILE, help="Write calls, tokens, and what was refused and why, as JSON."),
]  # fmt: skip
_NAMES = tuple(ModelOptions.__dataclass_fields__)


def with_model_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a language model; they reach it together, as ``model``."""

    @functools.wraps(command)
    def together(**given: Any) -> None:
        model = ModelOptions(**{name: given.pop(name) for name in _NAMES}).checked()
        command(model=model, **given)

    for option in reversed(_OPTIONS):
        together = option(together)
    return together


def read_as_asked(
    paths: tuple[str, ...], day: dt.datetime | None, names: Path | None, pipeline: str | None, model: ModelOptions,
    quiet: bool,
) -> Reading | None:  # fmt: skip
    """Read with a language model, or write its requests and return None; remarks go to standard error."""
    from dragoman.stages import read_with_model  # noqa: PLC0415 - a command loads what it needs

    given = _given(model, day, names, pipeline, quiet)
    if model.ask:
        _ask(model.ask, paths, given, quiet=quiet)
        return None
    with progress_bar(quiet, "asking", "requests") as progress:
        reading, report = read_with_model(*paths, progress=progress, **given)
    _tell(report, model, quiet, *reading.skipped, *reading.notes)
    return reading


def read_into_as_asked(
    paths: tuple[str, ...], ledger: Path, day: dt.datetime | None, names: Path | None, pipeline: str | None,
    model: ModelOptions, *, quiet: bool,
) -> tuple[TakenIn, Loaded] | None:  # fmt: skip
    """The same into a ledger."""
    from dragoman.stages import read_into_with_model  # noqa: PLC0415

    given = _given(model, day, names, pipeline, quiet)
    if model.ask:
        _ask(model.ask, paths, given, quiet=quiet)
        return None
    with progress_bar(quiet, "asking", "requests") as progress:
        told, loaded, report = read_into_with_model(ledger, *paths, progress=progress, **given)
    _tell(report, model, quiet)
    return told, loaded


def _given(
    model: ModelOptions, day: dt.datetime | None, names: Path | None, pipeline: str | None, quiet: bool
) -> dict[str, Any]:
    """What the stages are called with."""
    return {
        "reader": _reader(model, quiet), "rules": model.reader == "both", "date": day.date() if day else None,
        "names": names, "pipeline": pipeline,
    }  # fmt: skip


def _tell(report: ModelReport, model: ModelOptions, quiet: bool, *remarks: object) -> None:
    if model.report:
        write_atomically(model.report, report.model_dump_json(indent=2) + "\n")
    if not quiet:
        for remark in (*remarks, *report.told()):
            click.echo(f"dragoman: {remark}", err=True)


def _reader(model: ModelOptions, quiet: bool) -> ModelReader:
    from dragoman.statements.llm.cache import default_folder  # noqa: PLC0415
    from dragoman.statements.llm.confidence import Confidence  # noqa: PLC0415
    from dragoman.statements.llm.key import Key  # noqa: PLC0415
    from dragoman.statements.llm.reader import ModelReader  # noqa: PLC0415
    from dragoman.statements.llm.settings import ModelSettings  # noqa: PLC0415

    settings = ModelSettings(
        model=model.model or "", endpoint=None if model.offline or model.ask else model.endpoint,
        window=model.window, answer_tokens=model.answer_tokens, max_tokens=model.max_tokens,
        in_flight=model.in_flight, timeout=model.timeout, retries=model.retries,
    )  # fmt: skip
    return ModelReader(
        settings,
        key=Key.from_environment(model.key_variable) if settings.endpoint else None,
        cache=model.cache or default_folder(),
        answers=model.answers,
        confidence=Confidence.load(model.confidence) if model.confidence else None,
        announce=None if quiet else _announce,
    )


def _announce(requests: int, tokens: int) -> None:
    from dragoman.statements.llm.report import counted  # noqa: PLC0415

    click.echo(f"dragoman: sending {counted(requests, 'request')} of about {tokens} tokens in all.", err=True)


def _ask(to: Path, paths: tuple[str, ...], given: dict[str, Any], *, quiet: bool) -> None:
    """Write the requests that have no kept answer, and say what they will cost."""
    from dragoman.stages import requests_to_model  # noqa: PLC0415
    from dragoman.statements.llm.batch import requests_text  # noqa: PLC0415
    from dragoman.statements.llm.report import counted  # noqa: PLC0415

    requests = requests_to_model(*paths, **given)
    left = [request for request in requests if not given["reader"].has_kept(request)]
    write_atomically(to, requests_text(left))
    if not quiet:
        kept = f" ({len(requests) - len(left)} more have kept answers)" if len(left) < len(requests) else ""
        asked = sum(request.tokens for request in left)
        told = f"{to}: {counted(len(left), 'request')}{kept}, about {asked} tokens. Next: the same with --answers FILE"
        click.echo(told, err=True)
