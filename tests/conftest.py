"""The pipeline and the lists of names, loaded once, and a reader of plain sentences built on them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings
from spacy.tokens import Doc, Token

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.statements.reader import read_article
from dragoman.statements.statement import Act, Position, Statement, Tie, View
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

PUBLISHED = dt.date(2024, 3, 14)

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")  # a busy machine fails no test


class PlainReader:
    """Reads texts of tests as articles of 14 March 2024, a Thursday."""

    def __init__(self, pipeline: Pipeline, names: Names) -> None:
        self._pipeline = pipeline
        self._names = names

    def article(self, text: str, *, id: str = "a1") -> Article:  # noqa: A002 - the article's own word
        """*text* as an article."""
        return Article(id=id, text=text, source=f"{id}.txt", date=PUBLISHED)

    def statements(self, text: str, *, id: str = "a1") -> list[Statement]:  # noqa: A002
        """All that is read from *text*."""
        return read_article(self.article(text, id=id), self._pipeline, self._names)

    def positions(self, text: str) -> list[Position]:
        """The positions read from *text*."""
        return [s for s in self.statements(text) if isinstance(s, Position)]

    def acts(self, text: str) -> list[Act]:
        """The acts read from *text*."""
        return [s for s in self.statements(text) if isinstance(s, Act)]

    def acts_told(self, text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...] | None, str]]:
        """Type, actor, target and status of each act."""
        return [(act.event, act.actor, act.target, act.status) for act in self.acts(text)]

    def positions_told(self, text: str) -> set[tuple[str, str, str, str]]:
        """Holder, stance, doer and action of each position."""
        return {("+".join(p.holder), p.stance, "+".join(p.doer), p.action) for p in self.positions(text)}

    def stances_told(self, text: str) -> set[tuple[str, str, str]]:
        """The party of the holder, the stance and the action of each position."""
        return {("+".join(one.split(":")[0] for one in p.holder), p.stance, p.action) for p in self.positions(text)}

    def ties(self, text: str) -> list[Tie]:
        """The ties read from *text*."""
        return [s for s in self.statements(text) if isinstance(s, Tie)]

    def views(self, text: str) -> list[View]:
        """The views read from *text*."""
        return [s for s in self.statements(text) if isinstance(s, View)]

    def understood(self, text: str) -> ReadText:
        """*text* with its tree, its sentences and its names: what the rules work on."""
        return ReadText.of(self.article(text), self._pipeline, self._names)


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The pipeline that ships with the package."""
    return load_pipeline()


@pytest.fixture(scope="session")
def names() -> Names:
    """The lists of names that ship with the package."""
    return Names.load()


@pytest.fixture(scope="session")
def reader(pipeline: Pipeline, names: Names) -> PlainReader:
    """A reader of plain sentences."""
    return PlainReader(pipeline, names)


@pytest.fixture(scope="session")
def word() -> Callable[[Doc, str], Token]:
    """Finds the first token of a tree that is spelled so."""

    def find(doc: Doc, spelling: str) -> Token:
        return next(token for token in doc if token.text == spelling)

    return find


@pytest.fixture(scope="session")
def stands_for(reader: PlainReader) -> Callable[[str, str], tuple[str, ...]]:
    """Who the last word of a text that is spelled so stands for."""

    def find(text: str, spelling: str) -> tuple[str, ...]:
        understood = reader.understood(text)
        return Who(understood).parties([t for t in understood.doc if t.text == spelling][-1])

    return find
