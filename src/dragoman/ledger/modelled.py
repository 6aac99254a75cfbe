"""Reading articles into a ledger with a language model: only what is new is asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.ledger.recognising import recognise
from dragoman.ledger.rows import text_hash
from dragoman.ledger.store import Ledger
from dragoman.ledger.taking import TakenIn, take_in
from dragoman.statements.llm.reader import ModelReader, ModelReading
from dragoman.statements.statement import Statement

__all__ = ["take_in_with_model"]

_IN_PART = ", in part"
"""Noted of an article of which some part had no answer, so that it is asked about again the next time."""


def take_in_with_model(
    ledger: Ledger,
    articles: Sequence[Article],
    reader: ModelReader,
    names: Names,
    *,
    propose: Callable[[Sequence[Article]], Mapping[str, Sequence[Statement]]] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[TakenIn, ModelReading]:
    """Read into *ledger* those of *articles* that it does not hold yet, as :func:`dragoman.ledger.taking.take_in` does.

    *propose* gives the rules' statements, for the model to judge. An article that the model answered for only in part
    goes in with what it answered, and is asked about again by the next call; answers that were kept cost nothing then.
    """
    read_with = ", ".join(f"{name} {value}" for name, value in reader.settings.items() if name != "endpoint")
    read_with = f"{read_with}, {'both' if propose else 'alone'}, {__version__}"
    coming = recognise(ledger, articles).articles
    held = ledger.held(*(article.id for article in coming)) if coming else {}
    left = [
        article
        for article in coming
        if (known := held.get(article.id)) is None
        or (known.sha256, known.read_with) != (text_hash(article.text), read_with)
    ]
    reading = reader.read(left, names, proposals=propose(left) if propose else None, progress=progress)
    found: dict[str, list[Statement]] = {article.id: [] for article in left}
    for statement in reading.statements:
        found[statement.article].append(statement)
    in_part = {one.article for one in reading.report.unread if one.sentence is None}
    whole = [article for article in articles if article.id not in in_part]
    told = take_in(ledger, whole, lambda article: found[article.id], read_with=read_with)
    rest = [article for article in articles if article.id in in_part]
    more = take_in(ledger, rest, lambda article: found[article.id], read_with=read_with + _IN_PART)
    for name in ("added", "changed", "again", "known", "copies"):
        getattr(told, name).extend(getattr(more, name))
    told.statements += more.statements
    told.gone += more.gone
    return told, reading
