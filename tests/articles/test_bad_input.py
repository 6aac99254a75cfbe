"""Each kind of bad input gets one sentence, and the other articles come in."""

import io
import json
import os
from pathlib import Path

import pytest

from dragoman.articles import sources
from dragoman.articles.load import load
from dragoman.errors import SourceError

BODY = "Ruritania will reopen the strait if Graustark frees the crew, its foreign minister said on Monday.\n"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("bad.txt", b"", "is empty; an article needs at least one sentence."),
        ("bad.txt", b" \r\n\t\n", "is empty; an article needs at least one sentence."),
        ("bad.txt", b"...\n123\n---", "has no words; an article needs at least one sentence."),
        (
            "bad.txt",
            b"Share\n\nTweet\n\n0 69\n",
            "holds no article, only page furniture such as menus and share lines.",
        ),
        ("bad.txt", b"%PDF-1.4 \x00\x01", "is a PDF, not text; give it the ending .pdf to have it read."),
        (
            "bad.txt",
            b"MZ\x90\x00\x03\x00\x00",
            "is a binary file, not text; text, HTML, JSON Lines, PDF and Word are read.",
        ),
        ("bad.txt", b"<!DOCTYPE html><html><p>Words.</p>", "is an HTML page, not text; give it the ending .html"),
        ("bad.html", b"", "is empty; an article needs at least one sentence."),
        (
            "bad.html",
            b"<html><body><script>alert(1)</script></body></html>",
            "has no article that could be found in the page",
        ),
        ("bad.html", b"<div>" * 20_000, "has no article that could be found in the page"),
        ("bad.pdf", b"Not a PDF.", "is a PDF that cannot be read"),
        ("bad.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\ntrailer << /Root 1 0 R >>", "is a PDF"),
        ("bad.docx", b"Not a ZIP archive.", "is a Word document that cannot be read (BadZipFile); save it again"),
        ("bad.docx", b"", "is a Word document that cannot be read (BadZipFile)"),
        (
            "bad.html",
            b'<!doctype html><meta name="generator" content="Dragoman 0.1.0"><p>Graustark refuses to free the crew.',
            "is a brief, not an article; keep briefs in another folder than the articles.",
        ),
        (
            "bad.jsonl",
            b'{"id": "a-1", "article": "one", "kind": "act"}\n{"id": "a-2", "article": "one", "kind": "act"}',
            "holds statements, not articles; `dragoman draft` and --statements take them.",
        ),
        ("bad.rtf", b"{\\rtf1 Words.}", "is of a kind that is not read (.rtf)"),
        (
            "bad.jsonl",
            b'{"text": "Words',
            "line 1 is not JSON (Unterminated string starting at at character 9); each line is one",
        ),
        ("bad.jsonl", b"[1, 2]", "line 1 is JSON but no object; each line is one object such as"),
        (
            "bad.jsonl",
            b'{"body": "Words."}',
            'line 1 has no field "text"; each record needs the article\'s words there.',
        ),
        ("bad.jsonl", b'{"text": 7}', 'line 1 has a value of type int as "text"'),
        ("bad.jsonl", b'{"text": ""}', "line 1 is empty; an article needs at least one sentence."),
        ("bad.jsonl", rb'{"text": "Words \u0000 here."}', "line 1 holds NUL characters"),
        ("bad.jsonl", rb'{"text": "Words \ud800 here."}', "line 1 holds half of a character"),
        ("bad.jsonl", b"[" * 100_000, "line 1 is JSON beyond what is read"),
        ("bad.jsonl", b'{"text": ' + b"9" * 10_000 + b"}", "line 1 is JSON beyond what is read"),
    ],
)
def test_one_bad_article_does_not_stop_the_others(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """The good article comes in; the bad one is accounted for in one sentence."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BODY)
    loaded = load(tmp_path)
    assert [article.id for article in loaded.articles] == ["good"]
    [skipped] = loaded.skipped
    assert reason in str(skipped)
    assert str(skipped).startswith((tmp_path / name).as_posix())
    assert str(skipped).endswith(".")


def test_a_malformed_line_keeps_the_others(tmp_path: Path) -> None:
    """Only the lines at fault are left out, each with its number."""
    good = json.dumps({"text": BODY})
    (tmp_path / "a.jsonl").write_text(f"\ufeff{good}\r\n\nnot json\n{json.dumps({'text': 'Second. ' + BODY})}\n{{}}\n")
    loaded = load(tmp_path)
    assert [article.id for article in loaded.articles] == ["a-1", "a-4"]
    assert [skipped.source.rsplit(", ")[-1] for skipped in loaded.skipped] == ["line 3", "line 5"]


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    """A file of 100 MB is refused by its size, in one sentence."""
    with (tmp_path / "huge.txt").open("wb") as stream:
        stream.truncate(100_000_000)
    with pytest.raises(SourceError, match=r"huge.txt is larger than the 8 MB .*; split it into its articles\.$"):
        load(tmp_path)


def test_a_text_too_long_is_refused(tmp_path: Path) -> None:
    """An article beyond a million characters is refused with both numbers."""
    (tmp_path / "long.txt").write_text("word " * 200_001)
    with pytest.raises(SourceError, match=r"has 1,000,005 characters, and an article may have 1,000,000"):
        load(tmp_path)


def test_endless_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so much is read from a pipe before it is refused."""
    monkeypatch.setitem(sources.MAX_BYTES, "text", 1_000)
    with pytest.raises(SourceError, match="- is larger than"):
        load("-", stdin=io.BytesIO(b"words " * 1_000))


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    """A folder without articles says what would be read."""
    with pytest.raises(
        SourceError, match=r"is a folder without an article; \.txt, \.md, \.html, \.jsonl, \.pdf and \.docx files"
    ):
        load(tmp_path)


def test_a_missing_path_is_told_and_the_rest_read(tmp_path: Path) -> None:
    """A path that does not exist is accounted for beside the articles that do."""
    (tmp_path / "good.txt").write_text(BODY)
    loaded = load([tmp_path / "good.txt", tmp_path / "gone.txt"])
    assert len(loaded.articles) == 1
    assert [skipped.reason for skipped in loaded.skipped] == ["does not exist; check the path"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [("notes.odt", "is of a kind that is not read"), ("metadata.csv", "is a side file, not an article")],
)
def test_a_named_file_of_another_kind_is_told(tmp_path: Path, name: str, reason: str) -> None:
    """What would be passed over in a folder is refused where it is named itself."""
    (tmp_path / name).write_text("file,date\n")
    with pytest.raises(SourceError, match=reason):
        load(tmp_path / name)


def test_nothing_named_is_told() -> None:
    """Without a path the error says what to give."""
    with pytest.raises(SourceError, match="No article was named; give files, folders, or - for standard input"):
        load([])


def test_several_bad_sources_are_summed_up(tmp_path: Path) -> None:
    """Where nothing comes in the error counts the sources and shows the first."""
    (tmp_path / "a.txt").touch()
    (tmp_path / "b.txt").touch()
    with pytest.raises(SourceError, match=r"^Not one of 2 sources could be taken in; the first: .*a\.txt is empty"):
        load(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may open every file")
def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    """A file without permission to read is accounted for."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(SourceError, match="cannot be opened"):
        load(tmp_path)


def test_links_in_a_circle_are_survived(tmp_path: Path) -> None:
    """Links to nowhere and round in a circle neither hang nor stop the reading."""
    (tmp_path / "good.txt").write_text(BODY)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    loaded = load(tmp_path)
    assert len(loaded.articles) == 1
    assert [Path(skipped.source).name for skipped in loaded.skipped] == ["gone.txt", "self.txt"]


def test_a_pipe_in_a_folder_is_passed_over(tmp_path: Path) -> None:
    """A named pipe that nobody writes to does not hold up the reading."""
    (tmp_path / "good.txt").write_text(BODY)
    os.mkfifo(tmp_path / "pipe.txt")
    assert len(load(tmp_path).articles) == 1


@pytest.mark.parametrize(
    ("table", "remark"),
    [
        ("name,date\na.txt,2019-04-26\n", 'has no column "file"'),
        ("file,date\nb.txt,2019-04-26\n", 'line 2 names "b.txt", which is not in its folder'),
        ("file,date\na.txt,soon\n", 'line 2 has the date "soon", which is not read'),
        ("file,date\na.txt,2019-04-26\na.txt,2019-04-27\n", 'line 3 names "a.txt" again; the first row counts'),
        ("file,date\n,2019-04-26\n", "line 2 names no file"),
        ("file,title\na.txt,One, two\n", "line 2 has more columns than the first line"),
        ('file,title\n"a.txt,One\n', "is not a readable table row"),
        ("file\x00", "is a binary file, not text"),
    ],
)
def test_a_faulty_side_file_is_noted(tmp_path: Path, table: str, remark: str) -> None:
    """What is wrong in metadata.csv is told with its line, and the article is read all the same."""
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "metadata.csv").write_text(table)
    loaded = load(tmp_path)
    assert len(loaded.articles) == 1
    assert [remark in str(note) for note in loaded.notes] == [True]
