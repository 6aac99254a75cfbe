"""The command line: one thin command for each stage."""

from __future__ import annotations

import click

from dragoman import __version__

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Turn news reports about a negotiation into a cited model of it."""
