"""From paths to articles: read, dated, debris marked, copies counted once."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel, ConfigDict, Field

from dragoman.articles.article import Article
from dragoman.articles.assembly import assemble
from dragoman.articles.duplicates import merge_copies
from dragoman.articles.formats.page import read_page
from dragoman.articles.formats.pdf import read_pdf
from dragoman.articles.formats.plain import read_plain
from dragoman.articles.formats.records import read_records
from dragoman.articles.formats.taken import Form, Refused, Taken
from dragoman.articles.formats.word import read_word
from dragoman.articles.identity import settle_ids, shown
from dragoman.articles.metadata import Known
from dragoman.articles.side_file import SIDE_FILE, SideFile, read_side_file
from dragoman.articles.sources import MAX_BYTES, STDIN, check_size, find_sources, read_file, recognise
from dragoman.articles.tongue import foreign_language
from dragoman.errors import SourceError

__all__ = ["Loaded", "Note", "Skipped", "load"]


class _Remark(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    source: str = Field(description="the file, folder, or file and line")
    reason: str = Field(description="what is the matter and what to do, to be read behind the source")

    def __str__(self) -> str:
        return f"{self.source} {self.reason}."


class Skipped(_Remark):
    """Something that was not taken in. ``str()`` gives the whole sentence.

    >>> str(Skipped(source="a.txt", reason="is empty; an article needs at least one sentence"))
    'a.txt is empty; an article needs at least one sentence.'
    """


class Note(_Remark):
    """A reservation about something that was taken in: a guessed encoding, a date that could not be read."""


class Loaded(BaseModel):
    """The articles that came in, and an account of all else."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    articles: tuple[Article, ...] = Field(description="earliest first, undated last, then by id")
    skipped: tuple[Skipped, ...] = Field(default=(), description="what was not taken in, and why")
    notes: tuple[Note, ...] = Field(default=(), description="reservations about what was taken in")
    ignored: tuple[str, ...] = Field(default=(), description="files in folders that are no articles by their kind")


def load(
    paths: str | Path | Iterable[str | Path],
    *,
    date: dt.date | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
    duplicates: bool = True,
) -> Loaded:
    """Take in the articles of *paths*: files, folders with all that is in them, ``-`` for standard input.

    Parameters
    ----------
    paths : path or iterable of paths
        Their order does not matter, and a file that is reached twice is read once.
    date : datetime.date, optional
        Day of publication for articles that do not say theirs; it also completes a dateline without a year.
    stdin : binary stream, optional
        Read in place of ``sys.stdin.buffer`` where *paths* has ``-``.
    progress : callable, optional
        Called as ``progress(done, total)`` after each source.
    duplicates : bool
        False keeps every printing of the same words as an article of its own.

    Raises
    ------
    SourceError
        Where not one article comes in. A single bad source never raises: it is in ``skipped``.

    Examples
    --------
    >>> import io
    >>> loaded = load("-", stdin=io.BytesIO(b"OSLO, May 3, 2021 - Ruritania reopened the strait on Monday."))
    >>> loaded.articles[0].id, str(loaded.articles[0].date), loaded.articles[0].date_basis
    ('stdin', '2021-05-03', 'dateline')
    """
    named = [paths] if isinstance(paths, str | Path) else list(paths)
    if not named:
        raise SourceError("No article was named; give files, folders, or - for standard input.")
    taken: list[tuple[Taken, SideFile, str]] = []
    account = _Account()
    for one, side, name in _read_all(named, stdin, progress, account):
        if isinstance(one, Refused):
            account.skip(one.source, one.reason)
        else:
            taken.append((one, side, name))
    articles: list[Article] = []
    for (one, side, name), article_id in zip(taken, settle_ids([t.stem for t, _, _ in taken]), strict=True):
        account.note(one.source, *one.remarks)
        try:
            article = assemble(one, article_id, beside=side.rows.get(name, Known()), default_date=date)
            if tongue := foreign_language(article.text):
                account.skip(one.source, f"is in {tongue}; only English is read. Give a translation in its place")
            else:
                articles.append(article)
        except SourceError as error:
            account.skip(one.source, str(error))
    if not articles:
        raise account.failure()
    kept = merge_copies(articles) if duplicates else tuple(articles)
    return Loaded(
        articles=tuple(sorted(kept, key=lambda article: (article.date or dt.date.max, article.id))),
        skipped=tuple(account.skipped),
        notes=tuple(account.notes),
        ignored=tuple(account.ignored),
    )


class _Account:
    """What is to be told about sources while they are read."""

    def __init__(self) -> None:
        self.skipped: list[Skipped] = []
        self.notes: list[Note] = []
        self.ignored: list[str] = []

    def skip(self, source: str, reason: str) -> None:
        self.skipped.append(Skipped(source=source, reason=reason))

    def note(self, source: str, *reasons: str) -> None:
        self.notes.extend(Note(source=source, reason=reason) for reason in reasons)

    def failure(self) -> SourceError:
        """The error of a load that brought nothing: the one reason, or the first of several."""
        first = self.skipped[0] if self.skipped else Skipped(source="The input", reason="holds no article")
        if len(self.skipped) < 2:
            return SourceError(str(first), source=first.source)
        return SourceError(
            f"Not one of {len(self.skipped)} sources could be taken in; the first: {first}", source=first.source
        )


def _read_all(
    paths: list[str | Path],
    stdin: BinaryIO | None,
    progress: Callable[[int, int], None] | None,
    account: _Account,
) -> Iterator[tuple[Taken | Refused, SideFile, str]]:
    """Yield what each source gives, with the side file of its folder and its name there."""
    sources = find_sources(paths)
    account.ignored = sources.ignored
    for refused in sources.refused:
        account.skip(refused.source, refused.reason)
    total = len(sources.files) + sources.stdin
    sides: dict[Path, SideFile] = {}
    for done, (path, form) in enumerate(sources.files, start=1):
        side = _side_file(path.parent, sides, account)
        for one in _read_path(path, form):
            yield one, side, path.name
        if progress:
            progress(done, total)
    if sources.stdin:
        for one in _read_stdin(stdin or sys.stdin.buffer):
            yield one, SideFile(), STDIN
        if progress:
            progress(total, total)


def _side_file(folder: Path, sides: dict[Path, SideFile], account: _Account) -> SideFile:
    if folder not in sides:
        path = folder / SIDE_FILE
        sides[folder] = read_side_file(path) if path.is_file() else SideFile()
        for where, remark in sides[folder].remarks:
            account.note(where, remark)
    return sides[folder]


def _read_path(path: Path, form: Form | None) -> Iterator[Taken | Refused]:
    source = shown(path)
    try:
        yield from _take(read_file(path, form), form, source=source, stem=shown(Path(path.stem)))
    except SourceError as error:
        yield Refused(source, str(error))


def _read_stdin(stream: BinaryIO) -> Iterator[Taken | Refused]:
    try:
        yield from _take(stream.read(max(MAX_BYTES.values()) + 1), None, source=STDIN, stem="stdin")
    except SourceError as error:
        yield Refused(STDIN, str(error))


def _take(data: bytes, form: Form | None, *, source: str, stem: str) -> Iterator[Taken | Refused]:
    form = form or recognise(data)
    check_size(len(data), MAX_BYTES[form])
    match form:
        case "jsonl":
            yield from read_records(data, source=source, stem=stem)
        case "html":
            yield read_page(data, source=source, stem=stem)
        case "pdf":
            yield read_pdf(data, source=source, stem=stem)
        case "docx":
            yield read_word(data, source=source, stem=stem)
        case "text" | "markdown":
            yield read_plain(data, source=source, stem=stem, form=form)
