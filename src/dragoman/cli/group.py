"""What the commands share: problems told in one sentence, options that mean the same everywhere, and plain remarks."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from dragoman.errors import DragomanError

__all__ = [
    "FILE", "Command", "columns", "json_option", "progress_bar", "quiet_option", "say", "with_reading_options",
]  # fmt: skip

FILE: dict[str, Any] = {"type": click.Path(path_type=Path)}


class Command(click.Command):
    """A command whose problems are one sentence on standard error, never a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a problem ends it with exit status 1, an interrupt with 130."""
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            click.echo(f"dragoman: {error}", err=True)
            ctx.exit(1)
        except KeyboardInterrupt:
            click.echo("dragoman: interrupted; nothing was half-written.", err=True)
            ctx.exit(130)
        except BrokenPipeError:
            sys.stderr.close()
            ctx.exit(0)


quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks; problems are still told.")
json_option = click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
_reading_options = [
    click.option(
        "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Day of articles whose date is found nowhere."
    ),
    click.option("--names", **FILE, help="CSV file of your own: id,kind,name,aliases,from,until,role,of."),
    click.option("--pipeline", metavar="FOLDER", help="Another spaCy pipeline with Universal Dependencies labels."),
]


def with_reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of reading: ``--date``, ``--names`` and ``--pipeline``."""
    for option in reversed(_reading_options):
        command = option(command)
    return command


@contextlib.contextmanager
def progress_bar(
    quiet: bool, doing: str = "reading", what: str = "articles"
) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on standard error, where that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm  # noqa: PLC0415

    with tqdm(desc=doing, unit=f" {what}", leave=False) as bar:

        def show(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield show


def columns() -> int:
    """Columns to write in: those of the terminal, from 40 to 100."""
    return max(40, min(100, shutil.get_terminal_size((80, 24)).columns))


def say(text: str, quiet: bool) -> None:
    """Print *text* unless asked to be *quiet*."""
    if not quiet:
        click.echo(text)
