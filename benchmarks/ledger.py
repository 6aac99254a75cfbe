"""The ledger: 100,000 statements put, found by party, date and stance, checked and merged; reading into it."""

from __future__ import annotations

import datetime as dt
import random
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

STATEMENTS, PER_ARTICLE, PARTIES = 100_000, 50, 40
STANCES = ("support", "oppose", "demand", "offer", "refuse", "promise")


def main(_: list[str]) -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.dragoman"
        fill(path)
        find(path)
        whole(path)


def fill(path: Path) -> None:
    """Put articles of 50 statements each, one transaction an article, as reading does."""
    from dragoman.ledger.store import Ledger

    print(f"A ledger of {STATEMENTS} statements in {STATEMENTS // PER_ARTICLE} articles")
    draws = random.Random(1)  # noqa: S311 - seeded
    made = [_article(number, draws) for number in range(STATEMENTS // PER_ARTICLE)]
    with Ledger.create(path) as ledger:
        seconds = _seconds(lambda: [ledger.put(*one, read_with="bench") for one in made])
        print(f"  {'put':34}{seconds:9.2f} s   {STATEMENTS / seconds:.0f} statements a second")
        keys = [statement.id for _, statements in made[:20] for statement in statements]
        at = "2031-01-01T00:00:00Z"
        seconds = _seconds(lambda: [ledger.review(key, "accepted", by="Ann", at=at) for key in keys])
        print(f"  {'review':34}{1000 * seconds / len(keys):9.2f} ms each")
    print(f"  {'file':34}{path.stat().st_size / 2**20:9.0f} MB")


def find(path: Path) -> None:
    """Find statements, the whole records; beside it the plainest baseline, reading the rows of the table one by one."""
    from sqlalchemy import select

    from dragoman.ledger.schema import statements
    from dragoman.ledger.store import Ledger
    from dragoman.ledger.wanted import Wanted

    asked = {
        "a party, a stance, a month": Wanted(party="P01", stances=("demand",), since="2031-03-01", until="2031-03-31"),
        "a party, three stances, a year": Wanted(
            party="P01", stances=("demand", "offer", "refuse"), since="2031-01-01", until="2031-12-31", role="by"
        ),
        "a party, a month": Wanted(party="P02", since="2031-06-01", until="2031-06-30"),
        "a stance, a week": Wanted(stances=("refuse",), since="2032-03-01", until="2032-03-07"),
        "accepted": Wanted(verdicts=("accepted",)),
        "next 50 proposed": Wanted(verdicts=("proposed",), in_use=True, limit=50),
    }
    print("\nFinding (best of 5)")
    with Ledger.open(path) as ledger:

        def scan() -> int:
            with ledger.reading() as connection:
                return len(connection.execute(select(statements.c.id, statements.c.record)).all())

        plain = _best(scan)
        print(f"  {'baseline: every row of the table':34}{1000 * plain:9.1f} ms")
        for name, wanted in asked.items():
            found = len(ledger.entries(wanted))
            seconds = _best(lambda wanted=wanted: ledger.entries(wanted))
            counted = _best(lambda wanted=wanted: ledger.count(wanted))
            print(f"  {name:34}{1000 * seconds:9.1f} ms   {found} found; counted alone {1000 * counted:.1f} ms")


def whole(path: Path) -> None:
    """What goes over all of it."""
    from dragoman.ledger.joining import join
    from dragoman.ledger.store import Ledger

    other = path.with_name("copy.dragoman")
    shutil.copy(path, other)
    print("\nThe whole ledger")
    print(f"  {'open':34}{_seconds(lambda: Ledger.open(path).close()):9.2f} s")
    with Ledger.open(path) as ledger, Ledger.open(other) as copy:
        print(f"  {'check':34}{_seconds(ledger.check):9.2f} s")
        print(f"  {'every statement that counts':34}{_seconds(ledger.statements):9.2f} s")
        print(f"  {'merge with a copy':34}{_seconds(lambda: join(ledger, copy)):9.2f} s")


def _article(number: int, draws: random.Random):
    from dragoman.articles.article import Article
    from dragoman.statements.statement import Position, statement_id

    sentences = [f"Sentence {number} {k} says what was wanted on that day." for k in range(PER_ARTICLE)]
    text = " ".join(sentences)
    day = dt.date(2031, 1, 1) + dt.timedelta(days=number % 730)
    article = Article(id=f"a{number:05}", text=text, source=f"a{number:05}.txt", date=day)
    statements, start = [], 0
    for sentence in sentences:
        end = start + len(sentence)
        holder, doer = (f"P{draws.randrange(PARTIES):02}" for _ in range(2))
        place = {"char_start": start, "char_end": end, "span_start": start, "span_end": end}
        said = {"holder": [holder], "doer": [doer], "stance": draws.choice(STANCES), "action": f"do {number} {start}"}
        record = {"id": "x", "article": article.id, "sentence": sentence, "span": sentence, **place, **said}
        statement = Position.model_validate(record)
        statements.append(statement.model_copy(update={"id": statement_id(statement)}))
        start = end + 1
    return article, statements


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _best(work: Callable[[], object]) -> float:
    return min(_seconds(work) for _ in range(5))
