"""Where articles come from: files, folders and standard input, found in a fixed order and read within bounds."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.articles.formats.taken import Form, Refused
from dragoman.articles.formats.word import is_word
from dragoman.articles.identity import shown
from dragoman.articles.side_file import SIDE_FILE
from dragoman.errors import SourceError

__all__ = ["ACCEPTED", "FORMS", "MAX_BYTES", "STDIN", "Sources", "check_size", "find_sources", "read_file", "recognise"]

STDIN = "-"
FORMS: dict[str, Form] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".pdf": "pdf",
    ".docx": "docx",
}
MAX_BYTES: dict[Form, int] = {
    "text": 8_000_000,
    "markdown": 8_000_000,
    "html": 8_000_000,
    "pdf": 50_000_000,
    "docx": 50_000_000,
    "jsonl": 50_000_000,
}
"""Larger files are refused, not read in part."""
ACCEPTED = ".txt, .md, .html, .jsonl, .pdf and .docx files are read"

_DOCUMENTS = frozenset(
    {".doc", ".rtf", ".odt", ".pages", ".epub", ".eml", ".msg", ".mht", ".mhtml", ".webarchive", ".zip"}
)
"""Kinds of files that may well hold an article, so that one in a folder is not passed over in silence."""
_NOT_ARTICLES = ("readme", "license", "licence", "changelog", "notice", "contributing")


@dataclass(slots=True)
class Sources:
    """What to read, in order; what was named but cannot be read; what a folder holds beside articles."""

    files: list[tuple[Path, Form | None]] = field(default_factory=list)
    """Each with its form by its ending; None where it has none and the bytes must tell."""
    refused: list[Refused] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    stdin: bool = False


def find_sources(paths: Iterable[str | Path]) -> Sources:
    """Find the files that *paths* name, each once, in the order of their resolved paths.

    Folders are searched to the bottom; hidden files and folders, links to folders, side files and files such as
    README are passed over. A file of another kind is refused where it is named itself and ignored in a folder, save
    one that may well hold an article (a letter saved as .rtf), which is refused there too.
    """
    found = Sources()
    for path in paths:
        if str(path) == STDIN:
            found.stdin = True
        else:
            _add(found, Path(path))
    unique = {_resolved(path): (path, form) for path, form in sorted(found.files, key=_length, reverse=True)}
    found.files = [unique[key] for key in sorted(unique)]
    found.refused = sorted(set(found.refused), key=lambda one: (one.source, one.reason))
    found.ignored = sorted(set(found.ignored))
    return found


def _length(file: tuple[Path, Form | None]) -> tuple[int, str]:
    return len(file[0].as_posix()), file[0].as_posix()


def _resolved(path: Path) -> str:
    return os.path.realpath(path)


def _add(found: Sources, path: Path) -> None:
    where = shown(path)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = (
            "does not exist; check the path" if isinstance(error, FileNotFoundError) else f"cannot be reached ({error})"
        )
        found.refused.append(Refused(where, reason))
        return
    if stat.S_ISDIR(mode):
        _add_folder(found, path)
        return
    form = FORMS.get(path.suffix.lower())
    if path.name == SIDE_FILE:
        found.refused.append(Refused(where, "is a side file, not an article; name the articles or their folder"))
    elif form is None and path.suffix and stat.S_ISREG(mode):
        found.refused.append(_of_no_kind(path))
    else:
        found.files.append((path, form))


def _add_folder(found: Sources, folder: Path) -> None:
    before = len(found.files)
    for path in _walk(folder, found):
        form = FORMS.get(path.suffix.lower())
        if form and not path.stem.lower().startswith(_NOT_ARTICLES):
            found.files.append((path, form))
        elif path.suffix.lower() in _DOCUMENTS:
            found.refused.append(_of_no_kind(path))
        elif path.name != SIDE_FILE:
            found.ignored.append(shown(path))
    if len(found.files) == before:
        found.refused.append(Refused(shown(folder), f"is a folder without an article; {ACCEPTED}"))


def _of_no_kind(path: Path) -> Refused:
    if path.suffix.lower() in {".yaml", ".yml"}:
        return Refused(shown(path), "is no article; a case is named with --case")
    return Refused(shown(path), f"is of a kind that is not read ({path.suffix}); {ACCEPTED}")


def _walk(folder: Path, found: Sources) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        found.refused.append(
            Refused(shown(Path(error.filename)), f"is a folder that cannot be opened ({error.strerror})")
        )

    for root, folders, names in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if not name.startswith(".") and _is_file(path, found):
                yield path


def _is_file(path: Path, found: Sources) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        found.refused.append(Refused(shown(path), f"cannot be reached ({error.strerror})"))
        return False


def read_file(path: Path, form: Form | None) -> bytes:
    """Return the bytes of *path*, or refuse a file that is too large or cannot be opened."""
    limit = MAX_BYTES[form] if form else max(MAX_BYTES.values())
    try:
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = b"" if size > limit else stream.read(limit + 1)
    except OSError as error:
        raise SourceError(f"cannot be opened ({error.strerror})", source=shown(path)) from error
    check_size(max(size, len(data)), limit)
    return data


def check_size(size: int, limit: int) -> None:
    """Refuse a source of *size* bytes where that is more than *limit*."""
    if size > limit:
        raise SourceError(
            f"is larger than the {limit // 1_000_000} MB that are read of its kind; split it into its articles"
        )


def recognise(data: bytes) -> Form:
    """Tell the form of bytes that came without a name: PDF, Word, HTML, JSON Lines, else text.

    >>> recognise(b'{"text": "They met."}'), recognise(b"<!DOCTYPE html><p>They met."), recognise(b"They met.")
    ('jsonl', 'html', 'text')
    """
    head = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%pdf-"):
        return "pdf"
    if is_word(data):
        return "docx"
    if head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return "jsonl" if re.match(rb'\{\s*"[^"]{1,100}"\s*:', head) else "text"
