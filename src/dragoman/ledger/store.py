"""The ledger: one file that holds a project's articles, statements, reviews and cases."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from sqlalchemy import Connection, func, insert, select

from dragoman.articles.article import Article
from dragoman.errors import LedgerError
from dragoman.ledger.connection import connect, problems, told
from dragoman.ledger.keeping import Origin, Put, add_reviews, put_article, reviews_of, set_record
from dragoman.ledger.rows import article_of, entry_of, places_of, statement_of
from dragoman.ledger.schema import articles, cases, statements
from dragoman.ledger.verdicts import Changes, Entry, Review, Verdict, edited, heads
from dragoman.ledger.wanted import Wanted, query
from dragoman.statements.statement import Statement

__all__ = ["Held", "KeptCase", "Ledger"]


@dataclass(frozen=True)
class Held:
    """What a ledger knows of an article without opening it: the hash of its text, and with what it was read."""

    sha256: str
    read_with: str | None


@dataclass(frozen=True)
class KeptCase:
    """A case file as it was at some time; ``basis`` says whether the program drafted it or a person wrote it."""

    name: str
    basis: Literal["drafted", "written"]
    by: str
    at: str
    text: str

    @property
    def id(self) -> str:
        """Ten hex digits, from the content."""
        content = "\n".join((self.name, self.basis, self.by, self.at, self.text))
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:10]


class Ledger:
    """A project in one file; every method reads or writes at once, each write whole or not at all.

    Several processes may have it open: readers never wait, and a writer waits for another. Times are given by the
    caller, as ISO times in UTC.

    >>> import tempfile
    >>> from dragoman.articles.article import Article
    >>> from dragoman.statements.statement import statement_adapter
    >>> words = "Ruritania withdrew."
    >>> statement = statement_adapter.validate_python({
    ...     "id": "a-1", "kind": "act", "actor": ["RUR"], "event": "RETREAT", "article": "a1", "sentence": words,
    ...     "char_start": 0, "char_end": 19, "span": words, "span_start": 0, "span_end": 19})
    >>> with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "p.dragoman") as ledger:
    ...     _ = ledger.put(Article(id="a1", text=words, source="a1.txt"), [statement], read_with="rules 1")
    ...     _ = ledger.review("a-1", "accepted", by="Ann", at="2031-03-02T10:00:00Z")
    ...     [entry] = ledger.entries(Wanted(party="RUR"))
    ...     entry.verdict, entry.statement.quote
    ('accepted', 'Ruritania withdrew.')
    """

    def __init__(self, path: Path, *, create: bool = False, read_only: bool = False) -> None:
        self.path = path
        self._engine = connect(path, create=create, read_only=read_only)
        self._writing = self._engine.execution_options(writes=True)

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Self:
        """Open the ledger at *path*.

        Raises
        ------
        LedgerError
            There is none, or it is damaged, newer than this program, or cannot be read.
        """
        return cls(Path(path), read_only=read_only)

    @classmethod
    def create(cls, path: str | Path) -> Self:
        """Open the ledger at *path*, or make it."""
        return cls(Path(path), create=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Look at one moment of the ledger, whatever others write meanwhile."""
        with told(self.path), self._engine.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Write all that is done within, or nothing."""
        with told(self.path), self._writing.begin() as connection:
            yield connection

    def check(self) -> tuple[str, ...]:
        """Return what is wrong with the file: damage, rows that refer to nothing, quotes that are not in place."""
        with told(self.path):
            found = problems(self._engine)
        if found:
            return found
        texts = {article.id: article.text for article in self.articles()}
        with self.reading() as connection:
            rows = connection.execute(select(statements.c.id, statements.c.record).where(statements.c.gone.is_(None)))
            return tuple(
                f"{row.id}: its words do not stand in {place.article} where it says"
                for row in rows
                for place in places_of(row.record)
                if place.article in texts and not place.stands_in(texts[place.article])
            )

    def held(self, *keys: str) -> dict[str, Held]:
        """Return what is known of the articles *keys*, or of all, by id, without their texts."""
        asked = select(articles.c.id, articles.c.sha256, articles.c.read_with)
        with self.reading() as connection:
            rows = connection.execute(asked.where(articles.c.id.in_(keys)) if keys else asked).all()
        return {row.id: Held(row.sha256, row.read_with) for row in rows}

    def articles(self) -> tuple[Article, ...]:
        """Return the articles as they now are, earliest first, undated last."""
        asked = select(articles.c.record).order_by(articles.c.day.is_(None), articles.c.day, articles.c.id)
        with self.reading() as connection:
            return tuple(article_of(record) for record in connection.execute(asked).scalars())

    def article(self, key: str) -> Article | None:
        """Return the article whose id is *key*."""
        with self.reading() as connection:
            record = connection.execute(select(articles.c.record).where(articles.c.id == key)).scalar_one_or_none()
        return article_of(record) if record else None

    def put(
        self, article: Article, fresh: Sequence[Statement], *, read_with: str | None, origin: Origin = "reader"
    ) -> Put:
        """Put *article* with the statements read from it; see :func:`dragoman.ledger.keeping.put_article`."""
        with self.writing() as connection:
            return put_article(connection, article, fresh, read_with=read_with, origin=origin)

    def note(self, article: Article, *, read_again: bool = False) -> None:
        """Write down what is now known about an article whose text is the same, or that it is to be read again."""
        with self.writing() as connection:
            set_record(connection, article, read_again=read_again)

    def entries(self, wanted: Wanted | None = None) -> tuple[Entry, ...]:
        """Return the statements asked for with their verdicts, by day, article and place."""
        with self.reading() as connection:
            return tuple(entry_of(dict(row)) for row in connection.execute(query(wanted or Wanted())).mappings())

    def keys(self, wanted: Wanted) -> list[str]:
        """Return the ids of the statements asked for, by day, article and place."""
        with self.reading() as connection:
            return [row.id for row in connection.execute(query(wanted))]

    def entry(self, key: str) -> Entry | None:
        """Return the statement *key* with its verdict."""
        with self.reading() as connection:
            row = connection.execute(query(Wanted()).where(statements.c.id == key)).mappings().one_or_none()
        return entry_of(dict(row)) if row else None

    def statements(self, *, only_accepted: bool = False) -> tuple[Statement, ...]:
        """Return the statements that count: accepted and edited ones first, then proposed ones; rejected ones never.

        What a person accepted or edited is sure (confidence 1). With *only_accepted* nothing else is returned.
        """
        reviewed = self.entries(Wanted(verdicts=("accepted", "edited"), in_use=True))
        sure = [entry.statement.model_copy(update={"confidence": 1.0}) for entry in reviewed]
        proposed = () if only_accepted else self.entries(Wanted(verdicts=("proposed",), in_use=True))
        return (*sure, *(entry.statement for entry in proposed))

    def count(self, wanted: Wanted | None = None) -> int:
        """Return how many statements are asked for."""
        with self.reading() as connection:
            asked = query(wanted or Wanted()).order_by(None).subquery()
            return connection.execute(select(func.count()).select_from(asked)).scalar_one()

    def reviews(self, *ids: str) -> dict[str, list[Review]]:
        """Return the reviews of the statements *ids*, earliest first, by statement."""
        with self.reading() as connection:
            return reviews_of(connection, ids)

    def review(
        self, statement: str, verdict: Verdict, *, by: str, at: str, changes: Changes | None = None,
        note: str | None = None, seen: Sequence[str] | None = None,
    ) -> Entry:  # fmt: skip
        """Write down a decision and return how the statement then stands.

        *changes* are the fields that an edit sets. *seen* are the ids of the last reviews that the person knew of;
        those that it does not name are not overruled, so that two people who decide at once are both heard. It
        defaults to all there are.

        Raises
        ------
        LedgerError
            There is no such statement, or it cannot be changed so.
        """
        with self.writing() as connection:
            record = connection.execute(
                select(statements.c.record).where(statements.c.id == statement)
            ).scalar_one_or_none()
            if record is None:
                raise LedgerError(
                    f'{self.path}: there is no statement "{statement}". `dragoman ledger list` shows them.'
                )
            if (verdict == "edited") != bool(changes):
                raise LedgerError(f"{statement}: an edit, and only an edit, changes something. Nothing was written.")
            edited(statement_of(record), changes)
            last = [review.id for review in heads(reviews_of(connection, [statement]).get(statement, ()))]
            follows = tuple(key for key in last if seen is None or key in seen)
            decision = Review(statement, verdict, by, at, changes, note, follows)
            add_reviews(connection, [(decision, statement)])
            asked = query(Wanted()).where(statements.c.id == statement)
            return entry_of(dict(connection.execute(asked).mappings().one()))

    def keep_case(self, case: KeptCase) -> bool:
        """Keep a case file; return False where the last one of its name and basis has the same text."""
        with self.writing() as connection:
            same = (cases.c.name == case.name) & (cases.c.basis == case.basis)
            last = connection.execute(select(cases.c.text).where(same).order_by(cases.c.at.desc(), cases.c.id)).scalar()
            if last == case.text:
                return False
            values = {name: getattr(case, name) for name in ("id", "name", "basis", "by", "at", "text")}
            connection.execute(insert(cases).values(values))
            return True

    def cases(self) -> tuple[KeptCase, ...]:
        """Return the case files that were kept, earliest first."""
        with self.reading() as connection:
            rows = connection.execute(select(cases).order_by(cases.c.at, cases.c.basis, cases.c.id)).all()
        return tuple(KeptCase(row.name, row.basis, row.by, row.at, row.text) for row in rows)
