"""Between records and rows: what of an article, a statement and a review stands in which column."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from dragoman.articles.article import Article
from dragoman.errors import LedgerError
from dragoman.ledger.verdicts import VERDICTS, Entry, Review, Standing, edited
from dragoman.plain import printable
from dragoman.statements.statement import Act, Evidence, Position, Statement, Tie, statement_adapter

__all__ = [
    "article_of", "article_row", "changes_of", "changes_text", "entry_of", "party_rows", "places_of", "review_of",
    "review_row", "stance_of", "statement_of", "statement_row", "text_hash",
]  # fmt: skip

Row = Mapping[str, Any]


def text_hash(text: str) -> str:
    """Return the hash by which a changed text is known.

    >>> text_hash("They met.") == text_hash("They met!")
    False
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def article_row(article: Article, read_with: str | None) -> dict[str, Any]:
    """Return the row of *article*."""
    return {
        "id": article.id,
        "sha256": text_hash(article.text),
        "day": article.date.isoformat() if article.date else None,
        "read_with": read_with,
        "record": article.model_dump_json(),
    }


def article_of(record: str) -> Article:
    """Return the article of a row.

    Raises
    ------
    LedgerError
        The record is damaged.
    """
    try:
        return Article.model_validate_json(record)
    except ValidationError as error:
        raise _damaged("an article", record) from error


def statement_of(record: str) -> Statement:
    """Return the statement of a row as it was read.

    Raises
    ------
    LedgerError
        The record is damaged.
    """
    try:
        return statement_adapter.validate_json(record)
    except ValidationError as error:
        raise _damaged("a statement", record) from error


def places_of(record: str) -> tuple[Evidence, ...]:
    """Return where the statement of a row stands, without reading what it says."""
    try:
        data = json.loads(record)
        return tuple(Evidence.model_validate(place) for place in data.get("evidence") or (data,))
    except (AttributeError, ValueError) as error:
        raise _damaged("a statement", record) from error


def _damaged(what: str, record: str) -> LedgerError:
    begins = printable(record[:60])
    return LedgerError(f"The ledger is damaged: the record of {what} cannot be read ({begins} ...). Use a copy.")


def statement_row(statement: Statement, *, day: str, origin: str, standing: Standing) -> dict[str, Any]:
    """Return the row of *statement* as it was read; *day* is that of its article, empty where unknown."""
    return {
        "id": statement.id,
        "article": statement.article,
        "kind": statement.kind,
        "stance": stance_of(statement),
        "day": day,
        "place": statement.evidence[0].char_start,
        "origin": origin,
        "verdict": standing.verdict,
        "disputed": standing.disputed,
        "gone": None,
        "record": json.dumps(statement.model_dump(mode="json", by_alias=True), ensure_ascii=False),
        "changes": changes_text(standing.changes),
    }


def party_rows(statement: Statement, *, day: str) -> list[dict[str, Any]]:
    """Return who *statement* is about, each person with the party that it speaks for."""
    stance = stance_of(statement)
    found = dict.fromkeys((name, role) for identity, role in _named(statement) for name in _with_party(identity))
    return [
        {"party": name, "role": role, "statement": statement.id, "stance": stance, "day": day} for name, role in found
    ]


def stance_of(statement: Statement) -> str:
    """Return the stance of a position, nothing for other statements."""
    return statement.stance if isinstance(statement, Position) else ""


def _named(statement: Statement) -> Iterator[tuple[str, str]]:
    if isinstance(statement, Position):
        by: Iterable[str] = statement.holder
        on: Iterable[str] = (*statement.doer, *statement.recipient)
    elif isinstance(statement, Act):
        by, on = statement.actor, statement.target
    elif isinstance(statement, Tie):
        by, on = statement.from_, statement.to
    else:
        by, on = statement.holder, statement.about_ids
    yield from ((identity, "by") for identity in by)
    yield from ((identity, "on") for identity in on)


def _with_party(identity: str) -> tuple[str, ...]:
    party, colon, _ = identity.partition(":")
    return (identity, party) if colon and party else (identity,)


def entry_of(row: Row) -> Entry:
    """Return the entry of a row of statements."""
    original = statement_of(row["record"])
    changes = changes_of(row["changes"])
    return Entry(
        statement=edited(original, changes),
        original=original,
        verdict=row["verdict"],
        disputed=bool(row["disputed"]),
        gone=row["gone"],
        day=row["day"],
        changes=changes,
    )


def review_row(review: Review, *, statement: str) -> dict[str, Any]:
    """Return the row of *review*; *statement* is the id that its statement goes by in this ledger."""
    return {
        "id": review.id,
        "statement": statement,
        "verdict": review.verdict,
        "by": review.by,
        "at": review.at,
        "changes": changes_text(review.changes),
        "note": review.note,
        "follows": " ".join(review.follows),
    }


def review_of(row: Row) -> Review:
    """Return the review of a row."""
    if row["verdict"] not in VERDICTS:
        raise _damaged("a review", str(row["verdict"]))
    return Review(
        statement=row["statement"],
        verdict=row["verdict"],
        by=row["by"],
        at=row["at"],
        changes=changes_of(row["changes"]),
        note=row["note"],
        follows=tuple(row["follows"].split()),
        id=row["id"],
    )


def changes_text(changes: Mapping[str, Any] | None) -> str | None:
    """Return what an edit changed as the JSON of a column."""
    return json.dumps(changes, ensure_ascii=False, sort_keys=True) if changes else None


def changes_of(text: str | None) -> dict[str, Any] | None:
    """Return what an edit changed.

    >>> changes_of(changes_text({"stance": "offer"}))
    {'stance': 'offer'}
    """
    try:
        return dict(json.loads(text)) if text else None
    except (TypeError, ValueError) as error:
        raise _damaged("an edit", str(text)) from error
