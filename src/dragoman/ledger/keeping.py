"""Writing to a ledger, within a transaction of the caller: an article with what was read from it, reviews, verdicts."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, TypeVar

from sqlalchemy import Column, Connection, RowMapping, insert, select, update

from dragoman.articles.article import Article
from dragoman.ledger.carrying import Carried, carry, with_free_id
from dragoman.ledger.rows import (
    article_row,
    changes_of,
    changes_text,
    party_rows,
    review_of,
    review_row,
    stance_of,
    statement_of,
    statement_row,
)  # fmt: skip
from dragoman.ledger.schema import articles, earlier_articles, parties, reviews, statements
from dragoman.ledger.verdicts import Review, Standing, edited, in_order, standing
from dragoman.statements.statement import Statement

__all__ = [
    "Origin",
    "Put",
    "add_reviews",
    "add_statements",
    "keep_wording",
    "put_article",
    "restand",
    "reviews_of",
    "set_record",
]

_T = TypeVar("_T")
_BATCH = 500
Origin = Literal["reader", "import"]


@dataclass(frozen=True)
class Put:
    """What came of putting an article: whether it was new, had changed or was read anew, and its statements."""

    what: Literal["added", "changed", "again"]
    added: int
    gone: int
    goes_by: Mapping[str, str]


def put_article(
    connection: Connection, article: Article, fresh: Sequence[Statement], *, read_with: str | None, origin: Origin
) -> Put:
    """Put *article* with the statements just read from it, or brought along; see :func:`carry` for what stays.

    The wording that the ledger had before is kept beside the new one. Without *read_with* the article is one that
    came with its statements; then no statement is gone because it was not among these.
    """
    held = connection.execute(select(articles).where(articles.c.id == article.id)).mappings().one_or_none()
    row = article_row(article, read_with)
    what: Literal["added", "changed", "again"] = "added"
    if held is None:
        connection.execute(insert(articles).values(row))
    else:
        what = "again" if held["sha256"] == row["sha256"] else "changed"
        if what == "changed":
            _keep_wording(connection, article.id, held["sha256"], held["record"])
        if read_with is None:
            row["read_with"] = held["read_with"] if what == "again" else None
        connection.execute(update(articles).where(articles.c.id == article.id).values(row))
    carried = _carry(connection, article, fresh, reread=read_with is not None)
    _replace(connection, carried, article.date, origin)
    return Put(what, len(carried.added), len(carried.gone), carried.goes_by)


def set_record(connection: Connection, article: Article, *, read_again: bool) -> None:
    """Write down what is now known about an article whose text is the same: its date, outlet, copies."""
    held = connection.execute(select(articles.c.read_with, articles.c.day).where(articles.c.id == article.id)).one()
    row = article_row(article, None if read_again else held.read_with)
    connection.execute(update(articles).where(articles.c.id == article.id).values(row))
    if held.day != row["day"]:
        day = row["day"] or ""
        own = select(statements.c.id).where(statements.c.article == article.id)
        connection.execute(update(parties).where(parties.c.statement.in_(own)).values(day=day))
        connection.execute(update(statements).where(statements.c.article == article.id).values(day=day))


def add_statements(
    connection: Connection, article: Article, given: Sequence[Statement], *, origin: Origin, gone: Mapping[str, str]
) -> dict[str, str]:
    """Add statements on *article* as they are and return the ids they have here; *gone* says why some do not count."""
    taken = _known(connection, statements.c.id, (statement.id for statement in given))
    named = {statement.id: with_free_id(statement, taken) for statement in given}
    _insert(connection, list(named.values()), article.date, origin)
    for key in named.keys() & gone.keys():
        here = statements.c.id == named[key].id
        connection.execute(update(statements).where(here).values(gone=gone[key]))
    return {key: statement.id for key, statement in named.items()}


def keep_wording(connection: Connection, article: Article, wording: Article) -> None:
    """Keep another wording of *article* beside it."""
    row = article_row(wording, None)
    _keep_wording(connection, article.id, row["sha256"], row["record"])


def add_reviews(connection: Connection, given: Iterable[tuple[Review, str]]) -> tuple[str, ...]:
    """Add reviews, each with the id that its statement goes by here, and return the statements that they are about.

    A review that the ledger has already is passed over.
    """
    offered = {review.id: (review, statement) for review, statement in given}
    known = _known(connection, reviews.c.id, offered)
    rows = [review_row(review, statement=here) for key, (review, here) in offered.items() if key not in known]
    if rows:
        connection.execute(insert(reviews), rows)
    touched = tuple(dict.fromkeys(str(row["statement"]) for row in rows))
    restand(connection, touched)
    return touched


def reviews_of(connection: Connection, ids: Iterable[str]) -> dict[str, list[Review]]:
    """Return the reviews of the statements *ids*, by statement, each after those that it follows."""
    found: dict[str, list[Review]] = defaultdict(list)
    for batch in _batches(ids):
        asked = select(reviews).where(reviews.c.statement.in_(batch))
        for row in connection.execute(asked).mappings():
            found[row["statement"]].append(review_of(dict(row)))
    return {key: in_order(given) for key, given in found.items()}


def restand(connection: Connection, ids: Iterable[str]) -> None:
    """Settle anew what the reviews of the statements *ids* come to."""
    wanted = list(ids)
    given = reviews_of(connection, wanted)
    for batch in _batches(wanted):
        for row in connection.execute(select(statements).where(statements.c.id.in_(batch))).mappings():
            _stand(connection, row, standing(given.get(row["id"], ())))


def _stand(connection: Connection, row: RowMapping, now: Standing) -> None:
    text = changes_text(now.changes)
    values: dict[str, Any] = {"verdict": now.verdict, "disputed": now.disputed, "changes": text}
    if text != row["changes"]:
        statement = edited(statement_of(row["record"]), changes_of(text))
        values["stance"] = stance_of(statement)
        connection.execute(parties.delete().where(parties.c.statement == row["id"]))
        _insert_parties(connection, party_rows(statement, day=row["day"]))
    connection.execute(update(statements).where(statements.c.id == row["id"]).values(values))


def _known(connection: Connection, column: Column[str], values: Iterable[str]) -> set[str]:
    """Return those of *values* that *column* has."""
    return {
        found
        for batch in _batches(values)
        for found in connection.execute(select(column).where(column.in_(batch))).scalars()
    }


def _insert(connection: Connection, given: Sequence[Statement], date: dt.date | None, origin: Origin) -> None:
    day = date.isoformat() if date else ""
    if given:
        rows = [statement_row(statement, day=day, origin=origin, standing=Standing()) for statement in given]
        connection.execute(insert(statements), rows)
    _insert_parties(connection, [row for statement in given for row in party_rows(statement, day=day)])


def _insert_parties(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(parties), rows)


def _keep_wording(connection: Connection, key: str, sha256: str, record: str) -> None:
    same = (earlier_articles.c.article == key) & (earlier_articles.c.sha256 == sha256)
    if connection.execute(select(earlier_articles.c.sha256).where(same)).first() is None:
        connection.execute(insert(earlier_articles).values({"article": key, "sha256": sha256, "record": record}))


def _carry(connection: Connection, article: Article, fresh: Sequence[Statement], *, reread: bool) -> Carried:
    rows = connection.execute(select(statements).where(statements.c.article == article.id)).mappings().all()
    reviewed = reviews_of(connection, (row["id"] for row in rows))
    keep = frozenset(
        row["id"] for row in rows if row["id"] in reviewed or row["origin"] == "import" or not (reread or row["gone"])
    )
    elsewhere = _known(connection, statements.c.id, (statement.id for statement in fresh)) - {row["id"] for row in rows}
    held = [statement_of(row["record"]) for row in rows]
    return carry(held, fresh, article.text, keep=keep, taken=elsewhere)


def _replace(connection: Connection, carried: Carried, date: dt.date | None, origin: Origin) -> None:
    day = date.isoformat() if date else ""
    for statement in carried.kept:
        row = statement_row(statement, day=day, origin=origin, standing=Standing())
        values = {name: row[name] for name in ("day", "place", "record")} | {"gone": None}
        connection.execute(update(statements).where(statements.c.id == statement.id).values(values))
        connection.execute(update(parties).where(parties.c.statement == statement.id).values(day=day))
    for key, reason in carried.gone.items():
        connection.execute(update(statements).where(statements.c.id == key).values(gone=reason))
    _insert(connection, carried.added, date, origin)


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    """Cut *items* into lists short enough for one question to the database."""
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch
