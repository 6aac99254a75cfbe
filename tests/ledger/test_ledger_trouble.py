"""A ledger in trouble: damaged, newer, no ledger, a full disk, a folder that may not be written to."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_statements import NOON, act, article, both
from sqlalchemy import event

from dragoman.errors import LedgerError
from dragoman.ledger.joining import join
from dragoman.ledger.store import Ledger

LINES = tuple(f"In the year {number} the council of Ruritania met in session {number * 3}." for number in range(60))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of two articles."""
    place = tmp_path / "p.dragoman"
    with Ledger.create(place) as ledger:
        ledger.put(article(), both(article()), read_with="rules 1")
        long = article("long", *LINES)
        ledger.put(long, [act(long, words) for words in LINES], read_with="rules 1")
    return place


def refused(path: Path, *, create: bool = False) -> str:
    """The sentence with which a file is refused, or read in vain."""
    with pytest.raises(LedgerError) as caught, Ledger.create(path) if create else Ledger.open(path) as ledger:
        ledger.entries()
        ledger.articles()
    return str(caught.value)


def change(path: Path, statement: str) -> None:
    """Do to a ledger what the program never does."""
    raw = sqlite3.connect(path)
    raw.execute(statement)
    raw.commit()
    raw.close()


def test_a_missing_ledger_is_told(tmp_path: Path) -> None:
    """It says how one is made, and makes none."""
    assert "dragoman read ARTICLES --ledger" in refused(tmp_path / "none.dragoman")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A ledger is not made in a folder that is not there."""
    assert "folder" in refused(tmp_path / "none" / "p.dragoman", create=True)


@pytest.mark.parametrize("create", [True, False])
def test_another_file_is_left_as_it_is(tmp_path: Path, create: bool) -> None:
    """A text that was named by mistake is refused, not overwritten."""
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear diary, today nothing was signed, and the ferry was late again. " * 20, encoding="utf-8")
    before = notes.read_bytes()
    assert "is no ledger" in refused(notes, create=create)
    assert notes.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_another_database_is_left_as_it_is(tmp_path: Path, create: bool) -> None:
    """The address book of another program gets no tables of ours."""
    other = tmp_path / "book.db"
    change(other, "CREATE TABLE people (name)")
    assert "is no ledger" in refused(other, create=create)
    raw = sqlite3.connect(other)
    assert raw.execute("SELECT name FROM sqlite_master").fetchall() == [("people",)]
    raw.close()


def test_a_newer_ledger_is_left_as_it_is(path: Path) -> None:
    """It says which version it is, which one is known, and what to do."""
    change(path, "UPDATE about SET value = '7' WHERE key = 'schema'")
    told = refused(path)
    assert "version 7" in told
    assert "Update Dragoman" in told


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("CREATE TRIGGER t AFTER INSERT ON reviews BEGIN DELETE FROM articles; END", "trigger"),
        ("CREATE VIEW v AS SELECT 1", "view"),
        ("DROP TABLE reviews", "reviews is missing"),
        ("DELETE FROM about", "is no ledger"),
        ("UPDATE statements SET record = '{}'", "record of a statement"),
        ("UPDATE statements SET changes = '[1]'", "record of an edit"),
        ("UPDATE articles SET record = 'x'", "record of an article"),
    ],
)
def test_what_no_ledger_has_is_refused(path: Path, statement: str, says: str) -> None:
    """A trigger, a missing table, a record that is none: told in a sentence."""
    change(path, statement)
    assert says in refused(path)


def test_a_damaged_file_is_told(path: Path) -> None:
    """Bytes overwritten in the middle: no traceback, and a way out."""
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    path.write_bytes(data)
    assert "damaged" in refused(path)


def test_a_quote_out_of_place_is_found(path: Path) -> None:
    """The check compares every quote with its article."""
    with Ledger.open(path) as ledger:
        assert ledger.check() == ()
        key = ledger.entries()[0].original.id
    change(path, "UPDATE statements SET record = replace(record, 'withdrew', 'withdraw') WHERE article = 'a1'")
    with Ledger.open(path) as ledger:
        assert ledger.check() == (f"{key}: its words do not stand in a1 where it says",)


def test_a_full_disk_loses_nothing_committed(path: Path) -> None:
    """What does not fit is told and not half there; with room again, work goes on."""
    long = article("more", *(f"{words} Again {number}." for number, words in enumerate(LINES * 20)))
    with Ledger.open(path) as ledger:
        before = ledger.entries()

        def fill(raw: sqlite3.Connection, *_: object) -> None:
            pages = raw.execute("PRAGMA page_count").fetchone()[0]
            raw.execute(f"PRAGMA max_page_count = {pages + 2}")

        event.listen(ledger._engine, "checkout", fill)
        with pytest.raises(LedgerError, match=r"disk is full; what was committed before is safe"):
            ledger.put(long, [act(long, words) for words in LINES], read_with="rules 1")
    with Ledger.open(path) as ledger:
        assert ledger.check() == ()
        assert ledger.entries() == before
        assert ledger.put(long, [], read_with="rules 1").what == "added"


@pytest.fixture
def locked(path: Path) -> Iterator[Path]:
    """A ledger that may be read and not written, in a folder likewise, for this process while it is nobody."""
    root = os.geteuid() == 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy = folder / "p.dragoman"
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o444)
        folder.chmod(0o555)
        if root:
            os.setegid(65534)
            os.seteuid(65534)
        yield copy
        if root:
            os.seteuid(0)
            os.setegid(0)
        folder.chmod(0o755)


def test_a_read_only_folder_can_be_read_and_not_written(locked: Path) -> None:
    """Another user's ledger can be looked at; a review is refused with what to do."""
    with Ledger.open(locked) as ledger:
        [entry, *_] = ledger.entries()
        with pytest.raises(LedgerError, match=r"cannot be written to. Copy it to a folder"):
            ledger.review(entry.original.id, "accepted", by="Ann", at=NOON)
    with pytest.raises(LedgerError, match=r"cannot be opened. Name a file in a folder"):
        Ledger.create(locked.with_name("new.dragoman"))


def test_a_hostile_review_does_not_come_in(path: Path, tmp_path: Path) -> None:
    """A merge checks what it takes over; ours is untouched."""
    other = tmp_path / "other.dragoman"
    other.write_bytes(path.read_bytes())
    with Ledger.open(other) as ledger:
        ledger.review(ledger.entries()[0].original.id, "accepted", by="Ben", at=NOON)
    change(other, "UPDATE reviews SET verdict = 'blessed'")
    with Ledger.open(path) as ours, Ledger.open(other) as theirs, pytest.raises(LedgerError, match="damaged"):
        join(ours, theirs)
    with Ledger.open(path) as ours:
        assert {entry.verdict for entry in ours.entries()} == {"proposed"}
