"""The review at a real terminal: keys in, screens out, decisions kept."""

from __future__ import annotations

import os
import pty
import re
import select
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from ledger_statements import act, article, both

from dragoman.cli import main
from dragoman.ledger.store import Ledger

ONE, TWO = article("a1"), article("a2", "Elbonia sold a ship.", day="2031-03-05")
_STYLE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal:
    """A program at a terminal of its own."""

    def __init__(self, *command: str, columns: int) -> None:
        self._process, self._end = pty.fork()
        if self._process == 0:
            os.execv(command[0], command)  # noqa: S606 - the program under test
        termios.tcsetwinsize(self._end, (24, columns))
        self.status = 0

    def shows(self, words: str, *, within: float = 60) -> str:
        """Wait until *words* are on the screen, and return what was written since the last wait."""
        seen = ""
        deadline = time.monotonic() + within
        while words not in " ".join(_STYLE.sub("", seen).split()):
            assert time.monotonic() < deadline, f"no {words!r} in {seen!r}"
            if select.select([self._end], [], [], 0.2)[0]:
                try:
                    seen += os.read(self._end, 100_000).decode()
                except OSError as error:
                    raise AssertionError(f"it ended without {words!r}: {seen!r}") from error
        return seen

    def types(self, keys: str) -> None:
        """Press *keys*."""
        os.write(self._end, keys.encode())

    def ended(self) -> int:
        """Wait for the end; exit status."""
        _, status = os.waitpid(self._process, 0)
        os.close(self._end)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    """A ledger of three statements."""
    place = tmp_path / "p.dragoman"
    with Ledger.create(place) as ledger:
        ledger.put(ONE, both(ONE), read_with="rules 1")
        ledger.put(TWO, [act(TWO, TWO.text, actor="ELB")], read_with="rules 1")
    return place


def test_a_sitting_from_the_first_key_to_the_last(path: Path) -> None:
    """Reject, take back, accept, edit, quit; the words are marked, and the next sitting has what is left."""
    at = Terminal(sys.executable, "-m", "dragoman", "review", str(path), "--by", "Ann", columns=44)
    first = at.shows("[q]uit")
    assert "1 of 3 · Gazette" in _STYLE.sub("", first)
    assert "\x1b[1m\x1b[7mRuritania withdrew its troops." in first
    at.types("r")
    at.shows("Rejected.")
    at.types("u")
    at.shows("Taken back.")
    at.types("a")
    at.shows("Accepted.")
    at.types("e")
    at.shows("q leaves it as it was.")
    at.types("2")
    at.shows("stance [demand]:")
    at.types("offer\r")
    at.shows("2 stance: offer *")
    at.types("1")
    at.shows("who [GRK]:")
    at.types("North Korea\r")
    at.shows("1 who: PRK *")
    at.types("\r")
    at.shows("Edited.")
    at.types("q")
    at.shows("1 accepted and 1 edited. 1 left; go on with: dragoman review")
    assert at.ended() == 0
    with Ledger.open(path) as ledger:
        verdicts = [entry.verdict for entry in ledger.entries()]
        edit = ledger.entries()[1]
    assert verdicts == ["accepted", "edited", "proposed"]
    assert edit.changes == {"holder": ["PRK"], "stance": "offer"}


def test_quick_fingers_lose_no_key_and_an_interrupt_no_decision(path: Path) -> None:
    """Two keys typed at once are both taken; Ctrl-C ends the sitting as q does."""
    at = Terminal(sys.executable, "-m", "dragoman", "review", str(path), "--by", "Ann", columns=80)
    at.shows("[q]uit")
    at.types("ar")
    at.shows("Rejected.")
    at.types("\x03")
    at.shows("1 accepted and 1 rejected. 1 left")
    assert at.ended() == 0


def test_without_a_terminal_it_says_how_else(path: Path) -> None:
    """Through a pipe no key can be pressed: the spreadsheet is the other way."""
    result = CliRunner().invoke(main, ["review", str(path), "--by", "Ann"])
    assert result.exit_code == 1
    assert "ledger export" in result.stderr
