"""Who decides, and when: what the command line knows and the ledger is told."""

from __future__ import annotations

import datetime as dt
import getpass
import os

import click

from dragoman.plain import printable

__all__ = ["by_option", "now", "reviewer"]

by_option = click.option(
    "--by", metavar="NAME", help="Who decides; $DRAGOMAN_REVIEWER or the name of the user if left out."
)


def reviewer(name: str | None) -> str:
    """The name to sign with, on one line."""
    try:
        given = name or os.environ.get("DRAGOMAN_REVIEWER") or getpass.getuser()
    except (KeyError, OSError):
        given = ""
    signed = " ".join(printable(given).split())[:80]
    if not signed:
        raise click.UsageError("nobody is known to be at the keyboard: say who decides with --by NAME")
    return signed


def now() -> str:
    """The time in UTC, to the second."""
    return dt.datetime.now(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
