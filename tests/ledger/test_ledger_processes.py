"""Several processes at one ledger: killed while reading, reading at once, reviewing meanwhile."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_statements import NOON, article, both
from reading_process import read

from dragoman.articles.load import load
from dragoman.ledger.store import Ledger
from dragoman.ledger.taking import take_in
from dragoman.ledger.wanted import Wanted

SCRIPT = Path(__file__).with_name("reading_process.py")
MANY = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many short articles, no two alike."""
    place = tmp_path_factory.mktemp("articles")
    for number in range(MANY):
        text = f"Envoy {number} met minister {number * 7}. Nothing number {number * 3} was signed on the day."
        (place / f"a{number:03}.txt").write_text(text, encoding="utf-8")
    return place


def start(ledger: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Begin to read *folder* into *ledger*."""
    return subprocess.Popen([sys.executable, str(SCRIPT), str(ledger), str(folder)], stderr=subprocess.PIPE)


def finish(*running: subprocess.Popen[bytes]) -> None:
    """Wait for processes that should end well."""
    for process in running:
        _, told = process.communicate(timeout=60)
        assert process.returncode == 0, told.decode()


def content(path: Path) -> list[tuple[str, str]]:
    """Every statement with its article."""
    with Ledger.open(path) as ledger:
        return sorted((entry.original.id, entry.original.article) for entry in ledger.entries())


@pytest.fixture(scope="module")
def whole(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str]]:
    """What a process that nobody disturbs makes of the folder."""
    path = tmp_path_factory.mktemp("whole") / "p.dragoman"
    with Ledger.create(path) as ledger:
        take_in(ledger, load(folder, duplicates=False).articles, read, read_with="simple")
    found = content(path)
    assert len(found) == 2 * MANY
    return found


def test_a_killed_process_loses_nothing_committed_and_goes_on(
    tmp_path: Path, folder: Path, whole: list[tuple[str, str]]
) -> None:
    """Killed while it reads, it leaves a sound ledger of whole articles, and the next one ends as if nothing was."""
    path = tmp_path / "p.dragoman"
    process = start(path, folder)
    with Ledger.create(path) as ledger:
        deadline = time.monotonic() + 30
        while len(ledger.held()) < 10 and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
    with Ledger.open(path) as ledger:
        assert ledger.check() == ()
        now = len(ledger.held())
        assert 10 <= now < MANY
        assert len(ledger.entries()) == 2 * now
    finish(start(path, folder))
    assert content(path) == whole


def test_two_processes_read_the_same_folder_while_somebody_reviews(
    tmp_path: Path, folder: Path, whole: list[tuple[str, str]]
) -> None:
    """Every article is there once, and every review stays."""
    path = tmp_path / "p.dragoman"
    own = article("own")
    reviewed = set()
    with Ledger.create(path) as ledger:
        ledger.put(own, both(own), read_with="simple")
        running = [start(path, folder), start(path, folder)]
        while any(process.poll() is None for process in running):
            for entry in ledger.entries(Wanted(verdicts=("proposed",), limit=2)):
                ledger.review(entry.original.id, "accepted", by="Ann", at=NOON)
                reviewed.add(entry.original.id)
            time.sleep(0.05)
        finish(*running)
        accepted = {entry.original.id for entry in ledger.entries() if entry.verdict == "accepted"}
        assert ledger.check() == ()
    assert sorted(content(path)) == sorted([*whole, *((s.id, s.article) for s in both(own))])
    assert accepted == reviewed
    assert len(reviewed) > 2
