"""Series told with commas: each member is a position of its own."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.statements.reader import read_article
from dragoman.statements.statement import Position

NAMES = Names.load()


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        (
            "Peru wants Chile to open the port, to free the sailors and to pay for the damage.",
            ["open the port", "free the sailors", "pay for the damage"],
        ),
        (
            "Peru promised to raise wages, to respect the law and to bring forward the exit from coal.",
            ["raise wages", "respect the law", "bring forward the exit from coal"],
        ),
        (
            "Peru demanded that Chile open the port, free the sailors and pay for the damage.",
            ["open the port", "free the sailors", "pay for the damage"],
        ),
        (
            "Peru called for the withdrawal of troops, the release of sailors and an end to the blockade by Chile.",
            ["withdraw troops", "the release of sailors", "an end to the blockade by Chile"],
        ),
        (
            "Peru called for a ceasefire, the release of all hostages and unhindered access for aid.",
            ["a ceasefire", "the release of all hostages", "unhindered access for aid"],
        ),
    ],
)
def test_each_member_of_a_series_is_a_position(text: str, actions: list[str]) -> None:
    """Infinitives, bare verbs and nouns for deeds alike."""
    article = Article(id="a", text=text, date=dt.date(2020, 7, 24), source="a.txt")
    read = [s for s in read_article(article, load_pipeline(), NAMES) if isinstance(s, Position)]
    assert [position.action for position in read] == actions
