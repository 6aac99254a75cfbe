"""Single keys from the terminal: none is lost, however fast they come."""

from __future__ import annotations

import contextlib
import os
import select
import sys
from collections.abc import Iterator
from typing import Any, Final

import click

__all__ = ["STOP", "Keys"]

STOP: Final = "q"
"""The key that an interrupt or an end of input counts as."""

_END_OF_INPUT: Final = frozenset({"", "\x03", "\x04"})
_REST_OF_SEQUENCE: Final = 0.05
"""Seconds within which the rest of an arrow key or the like arrives."""


class Keys:
    """The keyboard while a person decides: keys come one by one and are not shown.

    For the whole sitting, and not key by key: what is typed while the next screen is drawn is kept.
    """

    def __init__(self) -> None:
        self._fd = sys.stdin.fileno()
        self._before: list[Any] | None = None

    def __enter__(self) -> Keys:
        if sys.platform != "win32":
            import termios  # noqa: PLC0415 - there is none on Windows

            self._before = termios.tcgetattr(self._fd)
            self._by_key()
        return self

    def __exit__(self, *_: object) -> None:
        self._by_line()

    def _by_key(self) -> None:
        if sys.platform != "win32":
            import termios  # noqa: PLC0415
            import tty  # noqa: PLC0415

            tty.setcbreak(self._fd, termios.TCSADRAIN)
            mode = termios.tcgetattr(self._fd)
            mode[3] &= ~termios.ISIG  # Ctrl-C comes as a key too, wherever the drawing has got to
            termios.tcsetattr(self._fd, termios.TCSADRAIN, mode)

    def _by_line(self) -> None:
        if sys.platform != "win32" and self._before is not None:
            import termios  # noqa: PLC0415

            termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def key(self) -> str:
        """Return the next key; arrows and the like count as Escape."""
        try:
            letter = click.getchar() if self._before is None else self._read()
        except (KeyboardInterrupt, EOFError):
            return STOP
        return STOP if letter in _END_OF_INPUT else letter

    def _read(self) -> str:
        first = os.read(self._fd, 1)
        if first == b"\x1b":
            while select.select([self._fd], [], [], _REST_OF_SEQUENCE)[0]:
                os.read(self._fd, 1)
        while len(first) < _length(first):
            first += os.read(self._fd, 1)
        return first.decode("utf-8", "replace")

    @contextlib.contextmanager
    def lines(self) -> Iterator[None]:
        """Let whole lines be typed, and shown, for a while."""
        self._by_line()
        try:
            yield
        finally:
            self._by_key()


def _length(letter: bytes) -> int:
    """How many bytes a letter has in UTF-8, by its first."""
    lead = letter[0] if letter else 0
    return 1 + (lead >= 0xC0) + (lead >= 0xE0) + (lead >= 0xF0)
