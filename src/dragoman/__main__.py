"""``python -m dragoman`` and the command ``dragoman``: the command line, interrupted without a traceback.

Loading the command line takes a third of a second, in which nothing else would catch an interrupt.
"""

from __future__ import annotations

import sys

__all__ = ["run"]


def run() -> None:
    """Run the command line; an interrupt while it loads ends it with exit status 130."""
    try:
        from dragoman.cli import main  # noqa: PLC0415 - what takes the time is caught here
    except KeyboardInterrupt:
        sys.stderr.write("dragoman: interrupted; nothing was half-written.\n")
        sys.exit(130)
    main(prog_name="dragoman")


if __name__ == "__main__":
    run()
