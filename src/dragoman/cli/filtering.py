"""The options by which commands choose statements of a ledger."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import Any

import click

__all__ = ["KINDS", "STANCES", "VERDICTS", "with_filter"]

KINDS = ("position", "act", "tie", "view")
STANCES = ("support", "oppose", "demand", "offer", "refuse", "promise")
VERDICTS = ("proposed", "accepted", "edited", "rejected")

_DAY = click.DateTime(["%Y-%m-%d"])
_OPTIONS = [
    click.option("--party", metavar="ID", help="Statements of or about this party, such as PRK or PRK:Kim Jong Un."),
    click.option("--role", type=click.Choice(["by", "on"]),
                 help="by: the party holds or acts; on: it is asked, or acted upon."),
    click.option("--stance", "stances", type=click.Choice(STANCES), multiple=True,
                 help="Positions of this stance; may be given several times."),
    click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True,
                 help="Statements of this kind; may be given several times."),
    click.option("--since", type=_DAY, help="From articles of this day or later."),
    click.option("--until", type=_DAY, help="From articles of this day or earlier."),
    click.option("--article", metavar="ID", help="From this article."),
    click.option("--verdict", "verdicts", type=click.Choice(VERDICTS), multiple=True,
                 help="Statements with this verdict; may be given several times."),
]  # fmt: skip


def with_filter(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that choose statements; they reach it together, as ``wanted``."""

    @functools.wraps(command)
    def chosen(
        party: str | None, role: Any, stances: tuple[str, ...], kinds: tuple[str, ...], since: dt.datetime | None,
        until: dt.datetime | None, article: str | None, verdicts: Any, **given: Any,
    ) -> None:  # fmt: skip
        from dragoman.ledger.wanted import Wanted  # noqa: PLC0415 - a command loads what it needs

        if role and not party:
            raise click.UsageError("--role goes with --party")
        wanted = Wanted(
            party=party, role=role, stances=stances, kinds=kinds, article=article, verdicts=verdicts,
            since=since.date().isoformat() if since else None, until=until.date().isoformat() if until else None,
        )  # fmt: skip
        command(wanted=wanted, **given)

    for option in reversed(_OPTIONS):
        chosen = option(chosen)
    return chosen
