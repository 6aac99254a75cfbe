"""Which statements of a ledger are asked for: by party, date, stance, kind, verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Select, and_, select, true

from dragoman.ledger.schema import parties, statements
from dragoman.ledger.verdicts import Verdict

__all__ = ["Wanted", "query"]


@dataclass(frozen=True)
class Wanted:
    """A filter; what is left out does not narrow it.

    ``party`` is an id such as ``PRK``, which takes in its persons, or ``PRK:Kim Jong Un``; ``role`` *by* keeps those
    statements in which the party holds or acts, *on* those in which it is asked or acted upon. ``since`` and ``until``
    are ISO days, both included, of the article. *in_use* leaves out what was rejected or is gone.
    """

    party: str | None = None
    role: Literal["by", "on"] | None = None
    kinds: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    article: str | None = None
    verdicts: tuple[Verdict, ...] = ()
    disputed: bool | None = None
    in_use: bool = False
    limit: int | None = None


def query(wanted: Wanted) -> Select[tuple[str, str, str, bool, str | None, str, str | None]]:
    """Return the query for *wanted*: in order of day, article and place; undated articles first.

    >>> print(query(Wanted(limit=3)))  # doctest: +ELLIPSIS
    SELECT statements.id, statements.day, statements.verdict, ...
     LIMIT :param_1
    """
    found = select(
        statements.c.id, statements.c.day, statements.c.verdict, statements.c.disputed, statements.c.gone,
        statements.c.record, statements.c.changes,
    )  # fmt: skip
    found = found.where(and_(true(), *_about_statement(wanted)))
    if wanted.party is not None:
        found = found.where(statements.c.id.in_(select(parties.c.statement).where(*_about_party(wanted))))
    return found.order_by(statements.c.day, statements.c.article, statements.c.place, statements.c.id).limit(
        wanted.limit
    )


def _about_statement(wanted: Wanted) -> list[ColumnElement[bool]]:
    column = statements.c
    parts: list[ColumnElement[bool]] = []
    if wanted.kinds:
        parts.append(column.kind.in_(wanted.kinds))
    if wanted.article is not None:
        parts.append(column.article == wanted.article)
    if wanted.verdicts:
        parts.append(column.verdict.in_(wanted.verdicts))
    if wanted.disputed is not None:
        parts.append(column.disputed == wanted.disputed)
    if wanted.in_use:
        parts.append(and_(column.verdict != "rejected", column.gone.is_(None)))
    if wanted.party is None:
        parts += _said(column.stance, column.day, wanted)
    return parts


def _about_party(wanted: Wanted) -> list[ColumnElement[bool]]:
    column = parties.c
    parts = [column.party == wanted.party, *_said(column.stance, column.day, wanted)]
    return [*parts, column.role == wanted.role] if wanted.role else parts


def _said(stance: ColumnElement[str], day: ColumnElement[str], wanted: Wanted) -> list[ColumnElement[bool]]:
    """How and when; these stand beside the party, so that one index finds all three."""
    parts: list[ColumnElement[bool]] = []
    if wanted.stances:
        parts.append(stance.in_(wanted.stances))
    if wanted.since is not None:
        parts.append(day >= wanted.since)
    if wanted.until is not None:
        parts.append(day <= wanted.until)
    return parts
