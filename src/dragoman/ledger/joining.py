"""Merging copies of a ledger that several people reviewed apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, insert, select

from dragoman.articles.article import Article
from dragoman.articles.identity import settle_ids
from dragoman.ledger.carrying import carry
from dragoman.ledger.keeping import Origin, add_reviews, add_statements, keep_wording, put_article, set_record
from dragoman.ledger.recognising import alike, completed
from dragoman.ledger.rows import article_of, review_of, statement_of, text_hash
from dragoman.ledger.schema import articles, cases, earlier_articles, reviews, statements
from dragoman.ledger.store import KeptCase, Ledger
from dragoman.statements.statement import Statement, statement_id

__all__ = ["Joined", "join"]


@dataclass
class Joined:
    """What a merge brought: counts; articles that share an id only, or differ in words; statements in dispute."""

    articles: int = 0
    statements: int = 0
    reviews: int = 0
    cases: int = 0
    renamed: dict[str, str] = field(default_factory=dict)
    worded_otherwise: list[str] = field(default_factory=list)
    disputed: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class _Theirs:
    """An article of the other ledger with its statements; ``gone`` says why some do not count there."""

    article: Article
    read_with: str | None
    earlier: frozenset[str]
    statements: tuple[Statement, ...]
    origins: Mapping[str, Origin]
    gone: Mapping[str, str]
    reviewed: frozenset[str]


def join(ours: Ledger, other: Ledger) -> Joined:
    """Bring into *ours* what *other* has and it has not: articles, statements, reviews, cases; all or nothing.

    Reviews are added and never overruled: where two people decided differently about a statement without knowing of
    each other it is disputed, and counts as proposed until somebody decides. An article that only *other* read in a
    later wording takes that wording; where each has a wording that the other never saw, ours stays and theirs is kept
    beside it. Two articles that only share an id are both kept, theirs under another id. Merging the same again
    brings nothing.
    """
    told = Joined()
    with other.reading() as source, ours.writing() as target:
        goes_by: dict[str, str] = {}
        reviewed = frozenset(source.execute(select(reviews.c.statement)).scalars())
        for key in source.execute(select(articles.c.id).order_by(articles.c.id)).scalars().all():
            rows = _rows(source, key)
            if rows == _rows(target, key):
                goes_by |= {row.id: row.id for row in rows[1]}
            else:
                goes_by |= _take(target, _theirs(source, key, reviewed), told)
        known = set(target.execute(select(reviews.c.id)).scalars())
        given = [review_of(dict(row)) for row in source.execute(select(reviews)).mappings()]
        new = [(review, goes_by[review.statement]) for review in given if review.id not in known]
        add_reviews(target, new)
        told.reviews = len(new)
        told.cases = _take_cases(source, target, goes_by)
        asked = select(statements.c.id).where(statements.c.disputed).order_by(statements.c.id)
        told.disputed = list(target.execute(asked).scalars())
    return told


def _rows(connection: Connection, article: str) -> tuple[str | None, list[Any]]:
    """What a ledger has on an article, unread: copies of a ledger have most of it in common."""
    record = connection.execute(select(articles.c.record).where(articles.c.id == article)).scalar()
    own = select(statements.c.id, statements.c.record, statements.c.gone).where(statements.c.article == article)
    return record, list(connection.execute(own.order_by(statements.c.id)).all())


def _theirs(source: Connection, key: str, reviewed: frozenset[str]) -> _Theirs:
    row = source.execute(select(articles).where(articles.c.id == key)).mappings().one()
    earlier = source.execute(select(earlier_articles.c.sha256).where(earlier_articles.c.article == key))
    asked = select(statements).where(statements.c.article == key).order_by(statements.c.id)
    own = source.execute(asked).mappings().all()
    return _Theirs(
        article_of(row["record"]),
        row["read_with"],
        frozenset(earlier.scalars()),
        tuple(statement_of(one["record"]) for one in own),
        {one["id"]: one["origin"] for one in own},
        {one["id"]: one["gone"] for one in own if one["gone"]},
        reviewed & {one["id"] for one in own},
    )


def _take(target: Connection, theirs: _Theirs, told: Joined) -> dict[str, str]:
    """Bring in one article with its statements and return the ids that these go by."""
    ours = _counterpart(target, theirs)
    if ours is None:
        taken = target.execute(select(articles.c.id)).scalars().all()
        key = settle_ids([*taken, theirs.article.id])[-1]
        told.articles += 1
        if key != theirs.article.id:
            told.renamed[theirs.article.id] = key
        return _bring(target, theirs.article.model_copy(update={"id": key}), theirs, told)
    if text_hash(ours.text) in theirs.earlier and not _had(target, ours, theirs.article):
        return _bring(target, completed(theirs.article.model_copy(update={"id": ours.id}), ours), theirs, told)
    if ours.text == theirs.article.text:
        joined = completed(ours, theirs.article)
        if joined != ours:
            set_record(target, joined, read_again=False)
    elif not _had(target, ours, theirs.article):
        keep_wording(target, ours, theirs.article.model_copy(update={"id": ours.id}))
        told.worded_otherwise.append(ours.id)
    return _match(target, ours, theirs, told)


def _counterpart(target: Connection, theirs: _Theirs) -> Article | None:
    """Find the article that is theirs: the same text, or the same id and a wording of it."""
    same = select(articles.c.record).where(articles.c.sha256 == text_hash(theirs.article.text)).order_by(articles.c.id)
    record = target.execute(same).scalar()
    if record is not None:
        return article_of(record)
    record = target.execute(select(articles.c.record).where(articles.c.id == theirs.article.id)).scalar()
    if record is None:
        return None
    ours = article_of(record)
    wording = text_hash(ours.text) in theirs.earlier or _had(target, ours, theirs.article)
    return ours if wording or alike(ours.text, theirs.article.text) else None


def _had(target: Connection, ours: Article, theirs: Article) -> bool:
    """Say whether our article once had the wording that theirs has."""
    same = (earlier_articles.c.article == ours.id) & (earlier_articles.c.sha256 == text_hash(theirs.text))
    return target.execute(select(earlier_articles.c.sha256).where(same)).first() is not None


def _bring(target: Connection, article: Article, theirs: _Theirs, told: Joined) -> dict[str, str]:
    """Put their article in the place of ours, or as a new one."""
    said = {statement.id: _at_home(statement, theirs.article.id, article.id) for statement in theirs.statements}
    goes_by: dict[str, str] = {}
    for origin in ("reader", "import"):
        own = [key for key in said if theirs.origins[key] == origin and key not in theirs.gone]
        if own or origin == "reader":
            put = put_article(
                target, article, [said[key] for key in own], read_with=theirs.read_with if origin == "reader" else None,
                origin=origin,
            )  # fmt: skip
            told.statements += put.added
            goes_by |= {key: put.goes_by[said[key].id] for key in own}
    own_ids = set(target.execute(select(statements.c.id).where(statements.c.article == article.id)).scalars())
    goes_by |= {key: said[key].id for key in theirs.gone if said[key].id in own_ids}
    lost = {key: said[key] for key in theirs.gone if key not in goes_by}
    return goes_by | _add(target, article, theirs, lost, theirs.gone, told)


def _match(target: Connection, ours: Article, theirs: _Theirs, told: Joined) -> dict[str, str]:
    """Find their statements among ours; add what only they have, where its words stand or somebody reviewed it."""
    asked = select(statements.c.record).where(statements.c.article == ours.id)
    own = [statement_of(record) for record in target.execute(asked).scalars()]
    same = ours.text == theirs.article.text
    said = {statement.id: _at_home(statement, theirs.article.id, ours.id) for statement in theirs.statements}
    back = {statement.id: key for key, statement in said.items()}
    keep = frozenset(said[key].id for key in said if key in theirs.reviewed or (same and key not in theirs.gone))
    carried = carry(list(said.values()), own, ours.text, keep=keep)
    goes_by = {back[theirs_id]: ours_id for ours_id, theirs_id in carried.goes_by.items() if theirs_id in back}
    standing = {statement.id: statement for statement in carried.kept}
    left = {
        key: standing.get(said[key].id, said[key])
        for key in said
        if key not in goes_by and (said[key].id in standing or key in theirs.reviewed)
    }
    gone = {key: carried.gone.get(said[key].id) or theirs.gone.get(key) for key in left}
    added = _add(target, ours, theirs, left, {key: reason for key, reason in gone.items() if reason}, told)
    return goes_by | added


def _add(
    target: Connection, article: Article, theirs: _Theirs, said: Mapping[str, Statement], gone: Mapping[str, str],
    told: Joined,
) -> dict[str, str]:  # fmt: skip
    goes_by: dict[str, str] = {}
    for origin in ("reader", "import"):
        own = [key for key in said if theirs.origins[key] == origin]
        reasons = {said[key].id: gone[key] for key in own if key in gone}
        ids = add_statements(target, article, [said[key] for key in own], origin=origin, gone=reasons)
        goes_by |= {key: ids[said[key].id] for key in own}
    told.statements += len(goes_by)
    return goes_by


def _at_home(statement: Statement, there: str, here: str) -> Statement:
    """Return *statement* on the article as it is called here; its id follows its article's."""
    if there == here:
        return statement
    places = [
        place.model_copy(update={"article": here}) if place.article == there else place for place in statement.evidence
    ]
    moved = statement.model_copy(update={"evidence": tuple(places)})
    return moved.model_copy(update={"id": statement_id(moved)})


def _take_cases(source: Connection, target: Connection, goes_by: Mapping[str, str]) -> int:
    """Bring in the cases, with the ids of statements as they are here."""
    other = {key: here for key, here in goes_by.items() if key != here}
    pattern = re.compile("|".join(rf"(?<![\w-]){re.escape(key)}(?![\w-])" for key in sorted(other)))
    known = set(target.execute(select(cases.c.id)).scalars())
    added = 0
    for row in source.execute(select(cases).order_by(cases.c.at, cases.c.id)).all():
        text = pattern.sub(lambda found: other[found.group()], row.text) if other else row.text
        case = KeptCase(row.name, row.basis, row.by, row.at, text)
        if case.id not in known:
            values = {name: getattr(case, name) for name in ("id", "name", "basis", "by", "at", "text")}
            target.execute(insert(cases).values(values))
            added += 1
    return added
