"""Verbs that look like nouns, adjectives or participles."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.statements.plain_verbs import past_of_subject, plain_verbs
from dragoman.statements.reader import read_article


@pytest.mark.parametrize(
    "text",
    [
        "Chile offered to free prisoners.",
        "Chile promised to share data on river flows.",
        "Chile threatened to cap exports.",
        "Chile pledged not to tax copper.",
        "Chile was unwilling to supply troops.",
        "Chile late on Thursday promised to swap prisoners.",
        "Chile has offered to halt strikes.",
        "Chile called on Peru to supply Bolivia with water.",
        "The talks stalled because the rebels called for a pause in construction of the dam.",
        "Diplomats said that a group of creditors opposed plans for a joint court.",
        "The announcement came as Chilean negotiators insisted on a ban on mining.",
        "Chile's foreign minister, backed by Brazil, pushed for a ban on mining.",
    ],
)
def test_what_somebody_wants_is_read_though_the_verb_looks_like_no_verb(text: str) -> None:
    """A position is read where the verb could be a noun, an adjective or a participle."""
    article = Article(id="a", text=text, source="x", date=date(2024, 5, 6))
    assert any(s.kind == "position" for s in read_article(article, load_pipeline(), Names.load()))


@pytest.mark.parametrize(
    "text",
    [
        "Chile objected to free trade.",
        "The pact led to lower prices.",
        "Chile agreed to water cuts.",
        "Land promised to settlers was sold.",
        "The aid was promised to help.",
    ],
)
def test_a_noun_behind_a_preposition_is_left(text: str) -> None:
    """What stands behind "to" where that is a preposition keeps its word."""
    assert not list(plain_verbs(text))


@pytest.mark.parametrize("text", ["Rebels wanted for murder fled.", "Rebels opposed by Chad fled.", "Rebels lost."])
def test_a_participle_behind_a_noun_is_left(text: str) -> None:
    """What is done to somebody is no past of stance."""
    assert past_of_subject(text, len("Rebels")) is None
