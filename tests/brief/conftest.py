"""A small fictional dispute: four articles, their statements, a case and its analysis."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles.article import Article, Copy, Debris
from dragoman.brief.compose import compose
from dragoman.brief.document import Brief, Disagreement, Saying, Skipped
from dragoman.brief.trust import ReaderMeasures
from dragoman.case.analysis import Analysis
from dragoman.case.case import Case
from dragoman.statements.statement import Statement, statement_adapter

_HERE = Path(__file__).parent / "strait"


def _text(name: str) -> str:
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8")


def _debris(text: str, *lines: str) -> tuple[Debris, ...]:
    return tuple(
        Debris(start=text.index(line), end=text.index(line) + len(line), why=why)
        for line, why in zip(lines[::2], lines[1::2], strict=True)
    )


def _articles() -> tuple[Article, ...]:
    repost = _text("repost")
    return (
        Article(
            id="gazette",
            text=_text("gazette"),
            title="Ruritania keeps Varda Strait shut",
            outlet="Strait Gazette",
            date=dt.date(2031, 3, 3),
            date_basis="dateline",
            url="https://gazette.example/varda",
            source="gazette.txt",
            copies=(Copy(id="gazette-2", outlet="Evening Lamp", source="lamp.txt", likeness=0.97),),
        ),
        Article(
            id="tribune",
            text=_text("tribune"),
            title="The strait that nobody dares to open",
            outlet="Tribune",
            author="Mira Olsson",
            date=dt.date(2031, 3, 24),
            date_basis="metadata.csv",
            source="tribune.txt",
        ),
        Article(
            id="repost",
            text=repost,
            title="Brandt: boats first, then sailors",
            outlet="News Aggregate",
            source="repost.txt",
            debris=_debris(
                repost,
                "Share this story 214 shares",
                "share counter",
                "Advertisement - continue reading below",
                "advert",
                "Read also: Ten harbours to see before you die",
                "related link",
            ),
        ),
        Article(id="courier", text=_text("courier"), outlet="Courier", date=dt.date(2031, 3, 12), source="courier.txt"),
    )


@dataclass(frozen=True)
class Strait:
    """All that a brief of the strait dispute is made from."""

    case: Case
    analysis: Analysis
    statements: tuple[Statement, ...]
    articles: tuple[Article, ...]

    def brief(self, **changes: Any) -> Brief:
        parts: dict[str, Any] = {
            "case": self.case, "analysis": self.analysis, "statements": self.statements, "articles": self.articles,
            "reader": ReaderMeasures(
                articles=4, note="articles it was not tuned to",
                precision={"position": 0.61, "act": 0.68, "tie": 0.8}, recall={"position": 0.42, "act": 0.47},
            ),
            "skipped": (Skipped(source="scan.pdf", why="The PDF has no text layer."),),
            "settings": {"pipeline": "built in", "near duplicates": "0.8 of word sequences"},
            "disagreements": (
                Disagreement(
                    about="When Ruritania closed the strait", kind="date",
                    sides=(
                        Saying(says="on 21 January", statements=("a-close",)),
                        Saying(says="on 23 January", statements=("a-close-2",)),
                    ),
                ),
            ),
        }  # fmt: skip
        parts.update(changes)
        return compose(**parts)


def load_strait() -> Strait:
    """All parts of the strait dispute, from their files."""
    statements = (_HERE / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    return Strait(
        case=Case.model_validate_json((_HERE / "case.json").read_bytes()),
        analysis=Analysis.model_validate_json((_HERE / "analysis.json").read_bytes()),
        statements=tuple(statement_adapter.validate_json(line) for line in statements),
        articles=_articles(),
    )


@pytest.fixture(scope="session")
def strait() -> Strait:
    return load_strait()


@pytest.fixture(scope="session")
def brief(strait: Strait) -> Brief:
    return strait.brief()
