"""A small gate of our own: what must be found in short passages, and what must never be said of them."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline
from dragoman.statements.reader import read_article
from dragoman.statements.statement import Act, Position, Statement, Tie

HERE = Path(__file__).parent
PASSAGES: list[dict[str, Any]] = tomllib.loads((HERE / "gate.toml").read_text(encoding="utf-8"))["passage"]
FOUND, CLEAN = 0.92, 1.0
"""Floors, at what was reached: the share of what must be found that is, and of what must never be said that is not."""

_LINE = re.compile(
    r"(?P<one>.+?) (?:(?P<stance>[a-z/]+) (?P<doer>[^:]+): (?P<words>.+)"
    r"|(?P<event>[A-Z]+) (?P<target>.+) (?P<status>[a-z*]+)|(?P<relation>[a-z_]+) (?P<other>.+))"
)


@dataclass(frozen=True)
class Line:
    """One line of the gate, as documented at the head of its file."""

    text: str
    parts: dict[str, str]

    @classmethod
    def of(cls, text: str) -> "Line":
        match = _LINE.fullmatch(text)
        assert match, f"gate.toml: cannot be read: {text}"
        return cls(text, {key: value for key, value in match.groupdict().items() if value is not None})

    def fits(self, statement: Statement) -> bool:
        """True where *statement* says what the line says."""
        parts = self.parts
        if isinstance(statement, Position) and "stance" in parts:
            return (
                _same(parts["one"], statement.holder)
                and statement.stance in parts["stance"].split("/")
                and _same(parts["doer"], statement.doer)
                and (parts["words"] == "*" or parts["words"] in statement.action)
            )
        if isinstance(statement, Act) and "event" in parts:
            return (
                _same(parts["one"], statement.actor)
                and statement.event == parts["event"]
                and _same(parts["target"], statement.touched)
                and parts["status"] in {"*", statement.status}
            )
        if isinstance(statement, Tie) and "relation" in parts:
            return (
                _same(parts["one"], statement.from_)
                and statement.relation == parts["relation"]
                and _same(parts["other"], statement.to)
            )
        return False


def _same(wanted: str, ids: tuple[str, ...]) -> bool:
    return wanted == "*" or set(wanted.split("+")) == {one.split(":")[0] for one in ids}


@pytest.fixture(scope="module")
def readings(reader, pipeline: Pipeline) -> list[tuple[dict[str, Any], list[Statement]]]:
    """Each passage with what is read from it."""
    names = Names.load(HERE / "coalition.csv")
    articles: list[Article] = [reader.article(passage["text"]) for passage in PASSAGES]
    return [(p, read_article(a, pipeline, names)) for p, a in zip(PASSAGES, articles, strict=True)]


def test_what_must_be_found_is_found(readings: list[tuple[dict[str, Any], list[Statement]]]) -> None:
    """The share found does not fall below its floor."""
    asked = [(line, told) for passage, told in readings for line in map(Line.of, passage["find"])]
    missed = [line.text for line, told in asked if not any(map(line.fits, told))]
    assert 1 - len(missed) / len(asked) >= FOUND, f"missed: {missed}"


def test_what_must_never_be_said_is_not_said(readings: list[tuple[dict[str, Any], list[Statement]]]) -> None:
    """The share of forbidden statements that are not made does not fall below its floor."""
    barred = [(line, told) for passage, told in readings for line in map(Line.of, passage["never"])]
    said = [line.text for line, told in barred if any(map(line.fits, told))]
    assert 1 - len(said) / len(barred) >= CLEAN, f"said: {said}"


def test_the_gate_covers_five_negotiations() -> None:
    """Trade, water, ceasefire, climate and coalition each have passages of both sorts."""
    topics = {"trade", "water", "ceasefire", "climate", "coalition"}
    assert {p["about"] for p in PASSAGES} == topics
    assert {p["about"] for p in PASSAGES if p["find"] and p["never"]} == topics
