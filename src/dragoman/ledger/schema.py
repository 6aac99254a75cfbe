"""The tables of a ledger: articles and their earlier wordings, statements, who they are about, reviews, cases.

Records are kept as the JSON that the package writes everywhere; what is searched by stands beside it in columns of
its own. Nothing here is peculiar to one database.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text

__all__ = [
    "SCHEMA_VERSION", "about", "articles", "cases", "earlier_articles", "metadata", "parties", "reviews", "statements",
]  # fmt: skip

SCHEMA_VERSION: Final = 1
"""Raised whenever a table changes, so that an older program leaves a newer ledger alone."""

metadata = MetaData()

about = Table(
    "about",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False, index=True),  # of the text, not of the file
    Column("day", Text),  # ISO date of publication
    Column("read_with", Text),  # settings of the reader; null where nothing has read it yet
    Column("record", Text, nullable=False),
)

earlier_articles = Table(
    "earlier_articles",
    metadata,
    Column("article", ForeignKey("articles.id"), primary_key=True),
    Column("sha256", Text, primary_key=True),
    Column("record", Text, nullable=False),
)

statements = Table(
    "statements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article", ForeignKey("articles.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("stance", Text, nullable=False),  # empty where it is no position
    Column("day", Text, nullable=False),  # of the article; empty where unknown
    Column("place", Integer, nullable=False),  # where its sentence begins
    Column("origin", Text, nullable=False),  # reader or import
    Column("verdict", Text, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("gone", Text),  # why it is out of use though nobody rejected it
    Column("record", Text, nullable=False),  # as it was read
    Column("changes", Text),  # what an edit changed, as a JSON object
    Index("statements_by_day", "day", "stance"),
    Index("statements_by_verdict", "verdict", "day", "article", "place", "id"),
)

parties = Table(
    "parties",
    metadata,
    Column("party", Text, primary_key=True),
    Column("role", Text, primary_key=True),  # by: who holds or acts; on: who is to act, or is acted upon
    Column("statement", ForeignKey("statements.id"), primary_key=True),
    Column("stance", Text, nullable=False),
    Column("day", Text, nullable=False),
    Index("parties_by_stance_and_day", "party", "stance", "day"),
    Index("parties_by_statement", "statement"),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    metadata,
    Column("id", Text, primary_key=True),
    Column("statement", ForeignKey("statements.id"), nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),  # ISO, UTC, seconds
    Column("changes", Text),
    Column("note", Text),
    Column("follows", Text, nullable=False),  # ids of the reviews that it takes the place of, parted by spaces
)

cases = Table(
    "cases",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("basis", Text, nullable=False),  # drafted or kept
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("text", Text, nullable=False),
)
