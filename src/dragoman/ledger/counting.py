"""How much a ledger holds, and how far its review is."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from dragoman.ledger.schema import articles, cases, earlier_articles, reviews, statements
from dragoman.ledger.store import Ledger
from dragoman.plain import listed

__all__ = ["Counts", "count"]


@dataclass(frozen=True)
class Counts:
    """Numbers of what a ledger holds; the four verdicts, and *disputed*, count statements that are not gone."""

    articles: int
    changed: int
    since: str | None
    until: str | None
    statements: int
    proposed: int
    accepted: int
    edited: int
    rejected: int
    disputed: int
    gone: int
    reviews: int
    reviewers: tuple[str, ...]
    cases: int

    def told(self) -> list[str]:
        """The numbers in sentences."""
        days = f" from {self.since} to {self.until}" if self.since else ""
        changed = f", {self.changed} changed since first read" if self.changed else ""
        decided = self.accepted + self.edited + self.rejected
        lines = [
            f"{self.articles} articles{days}{changed}.",
            f"{self.statements} statements: {self.proposed} proposed, {self.accepted} accepted, {self.edited} edited, "
            f"{self.rejected} rejected; {decided} of {self.statements} reviewed.",
        ]
        if self.gone:
            lines.append(f"{self.gone} more are gone from their articles, or no longer read in them.")
        if self.reviews:
            lines.append(f"{self.reviews} reviews by {listed(self.reviewers)}.")
        if self.cases:
            lines.append(f"Versions of cases kept: {self.cases}.")
        if self.disputed:
            lines.append(f"Reviewers differ on {self.disputed}; `dragoman review` shows these first:")
        return lines


def count(ledger: Ledger) -> Counts:
    """Count what *ledger* holds.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, Ledger.create(Path(folder) / "p.dragoman") as ledger:
    ...     count(ledger).told()[0]
    '0 articles.'
    """
    here = statements.c.gone.is_(None)
    with ledger.reading() as connection:
        number = connection.execute(select(func.count(), func.min(articles.c.day), func.max(articles.c.day))).one()
        changed = select(func.count(func.distinct(earlier_articles.c.article)))
        by_verdict = select(statements.c.verdict, func.count()).where(here).group_by(statements.c.verdict)
        verdicts = {row[0]: row[1] for row in connection.execute(by_verdict)}
        disputed = select(func.count()).where(here, statements.c.disputed)
        by = select(reviews.c.by).distinct().order_by(reviews.c.by)
        return Counts(
            articles=number[0],
            changed=connection.execute(changed).scalar_one(),
            since=number[1],
            until=number[2],
            statements=sum(verdicts.values()),
            **{name: verdicts.get(name, 0) for name in ("proposed", "accepted", "edited", "rejected")},
            disputed=connection.execute(disputed).scalar_one(),
            gone=connection.execute(select(func.count()).where(statements.c.gone.is_not(None))).scalar_one(),
            reviews=connection.execute(select(func.count()).select_from(reviews)).scalar_one(),
            reviewers=tuple(connection.execute(by).scalars()),
            cases=connection.execute(select(func.count()).select_from(cases)).scalar_one(),
        )
