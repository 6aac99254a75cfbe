"""Writing a file: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.errors import OutputError
from dragoman.output import check_target, write_atomically, writing


def test_a_folder_is_refused_with_a_way_out(tmp_path: Path) -> None:
    """Writing to a folder is one sentence that says what to name instead."""
    with pytest.raises(OutputError, match=r"folder\. Name a file"):
        write_atomically(tmp_path, "x")


def test_a_file_in_the_way_of_a_folder_is_refused(tmp_path: Path) -> None:
    """A parent that is a file cannot be written into, and says so."""
    (tmp_path / "a").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "a" / "b.txt", "x")


@pytest.mark.parametrize(
    ("place", "reason"),
    [(".", "it is a folder"), ("a/b/c.txt", "a is a file"), ("nul\0", "null"), ("/", "it is a folder")],
)
def test_what_could_not_be_written_is_told_beforehand(tmp_path: Path, place: str, reason: str) -> None:
    """Before a long run, in the words of the write that would fail after it."""
    (tmp_path / "a").write_text("x")
    with pytest.raises(OutputError, match=reason):
        check_target(tmp_path / "fine.html", tmp_path / place)


def test_looking_beforehand_makes_nothing(tmp_path: Path) -> None:
    """A place in a folder that is yet to be made is fine, and is not made; so is no place at all, and a device."""
    check_target(tmp_path / "out" / "a.html", None, "/dev/null")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupt_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A failure while writing keeps the old content and leaves nothing half-written beside it."""
    target = tmp_path / "case.yaml"
    write_atomically(target, "old")

    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_pieces_stand_when_all_are_there(tmp_path: Path) -> None:
    """A file that is written piece by piece has its name only at the end, and then all of them."""
    target = tmp_path / "s.jsonl"
    with writing(target) as write:
        write("one\n")
        assert not target.exists()
        write("two\n")
    assert target.read_text() == "one\ntwo\n"
    assert [path.name for path in tmp_path.iterdir()] == ["s.jsonl"]


def test_what_goes_wrong_between_pieces_is_not_told_as_a_failure_to_write(tmp_path: Path) -> None:
    """An error of the one who writes comes through as it is, and nothing half-written is left."""
    with pytest.raises(ValueError, match="no such word"), writing(tmp_path / "s.jsonl") as write:
        write("one\n")
        raise ValueError("no such word")
    assert list(tmp_path.iterdir()) == []


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """No newline is translated on the way to the disk."""
    write_atomically(tmp_path / "a", "one\r\ntwo\n")
    assert (tmp_path / "a").read_bytes() == b"one\r\ntwo\n"


def test_the_mode_of_an_existing_file_is_kept(tmp_path: Path) -> None:
    """Rewriting a file does not change who may read it."""
    target = tmp_path / "a"
    target.write_text("x")
    target.chmod(0o640)
    write_atomically(target, "y")
    assert target.stat().st_mode & 0o777 == 0o640
