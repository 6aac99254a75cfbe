"""Reading articles into a ledger: what is new is read, what is known is passed over, what changed is read again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.ledger.recognising import recognise
from dragoman.ledger.rows import text_hash
from dragoman.ledger.store import Ledger
from dragoman.statements.statement import Statement

__all__ = ["Read", "TakenIn", "reader_settings", "take_in"]

Read = Callable[[Article], Sequence[Statement]]


@dataclass
class TakenIn:
    """What came of reading into a ledger: article ids, each in one list, and how many statements are new or gone."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    copies: list[str] = field(default_factory=list)
    statements: int = 0
    gone: int = 0


def take_in(
    ledger: Ledger,
    articles: Iterable[Article],
    read: Read,
    *,
    read_with: str,
    progress: Callable[[int, int], None] | None = None,
) -> TakenIn:
    """Read into *ledger* those of *articles* that it does not hold yet, one committed after the other.

    See :func:`dragoman.ledger.recognising.recognise` for what is known, changed or a copy. What was read with other
    settings than *read_with* is read again. A process that is killed has lost the one article that it was at; the
    same call goes on from there.
    """
    coming = recognise(ledger, list(articles))
    told = TakenIn(copies=list(coming.copies))
    for done, article in enumerate(coming.articles, start=1):
        held = ledger.held(article.id).get(article.id)
        if held and (held.sha256, held.read_with) == (text_hash(article.text), read_with):
            told.known.append(article.id)
        else:
            put = ledger.put(article, read(article), read_with=read_with)
            {"added": told.added, "changed": told.changed, "again": told.again}[put.what].append(article.id)
            told.statements += put.added
            told.gone += put.gone
        if progress:
            progress(done, len(coming.articles))
    return told


def reader_settings(pipeline: str, names: Path | None = None) -> str:
    """Return what an article is read with, as a ledger notes it: the rules, the parser, a list of names of one's own.

    >>> reader_settings("dragoman 1.0").endswith(", dragoman 1.0")
    True
    """
    own = f", names {hashlib.sha256(names.read_bytes()).hexdigest()[:12]}" if names else ""
    return f"rules {__version__}, {pipeline}{own}"
