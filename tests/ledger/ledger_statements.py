"""Makers of small articles and statements for the tests of the ledger."""

from __future__ import annotations

import datetime as dt

from dragoman.articles.article import Article
from dragoman.statements.statement import Statement, statement_adapter, statement_id

NOON = "2031-03-02T12:00:00Z"
LATER = "2031-03-02T13:00:00Z"
EVENING = "2031-03-02T18:00:00Z"


def article(key: str = "a1", *sentences: str, day: str | None = "2031-03-01", source: str | None = None) -> Article:
    """An article of *sentences*; by default two."""
    text = " ".join(sentences or ("Ruritania withdrew its troops.", "Graustark demanded that Ruritania pay."))
    date = dt.date.fromisoformat(day) if day else None
    return Article(id=key, text=text, source=source or f"{key}.txt", date=date, outlet="Gazette")


def act(where: Article, words: str, *, actor: str = "RUR", event: str = "RETREAT", **more: object) -> Statement:
    """An act in the words *words* of an article."""
    return _made(where, words, {"kind": "act", "actor": [actor], "event": event, **more})


def position(where: Article, words: str, *, holder: str = "GRK", stance: str = "demand", **more: object) -> Statement:
    """A position in the words *words* of an article."""
    said = {"kind": "position", "holder": [holder], "stance": stance, "action": "pay", "doer": ["RUR"]}
    return _made(where, words, {**said, **more})


def both(where: Article) -> list[Statement]:
    """The two statements of an article with the two sentences of the default."""
    return [
        act(where, "Ruritania withdrew its troops."),
        position(where, "Graustark demanded that Ruritania pay."),
    ]


def _made(where: Article, words: str, said: dict[str, object]) -> Statement:
    start = where.text.index(words)
    place = {"char_start": start, "char_end": start + len(words), "span_start": start, "span_end": start + len(words)}
    statement = statement_adapter.validate_python(
        {"id": "x", "article": where.id, "sentence": words, "span": words, **place, **said}
    )
    return statement.model_copy(update={"id": statement_id(statement)})
