"""Merging: the same event once, the same position once, and nothing else joined."""

from __future__ import annotations

import datetime as dt
import random

from case_gold import gold_statements
from case_statements import act, position

from dragoman.articles.article import Article
from dragoman.ledger.merge import merge
from dragoman.statements.statement import Act, Position, Statement


def events(statements: tuple[Statement, ...]) -> dict[str, str | None]:
    return {statement.id: statement.event_id for statement in statements if isinstance(statement, Act)}


def test_one_event_in_two_articles_has_one_id() -> None:
    """A meeting told by two articles, one by month only, is one event."""
    one = act(1, "PRK:Kim", "CONSULT", "Kim met Putin", target="RUS", date="2019-04-25")
    two = act(2, "RUS", "CONSULT", "Putin met Kim", target="PRK", date="2019-04", article="b")
    found = events(merge([one, two]))
    assert found["a-001"] == found["a-002"] != None  # noqa: E711 - compared with None on purpose, in one breath


def test_other_days_and_other_parties_are_other_events() -> None:
    """A visit on another day, or of somebody else, stays apart."""
    acts = [
        act(1, "PRK", "CONSULT", "Kim met Putin", target="RUS", date="2019-04-25"),
        act(2, "PRK", "CONSULT", "Kim met Putin", target="RUS", date="2019-09-25"),
        act(3, "PRK", "CONSULT", "Kim met Xi", target="CHN", date="2019-04-25"),
    ]
    assert set(events(merge(acts)).values()) == {None}


def test_what_was_denied_is_not_what_was_done() -> None:
    """A denied strike is no report of the strike."""
    acts = [
        act(1, "RUR", "ASSAULT", "shelled the port", target="GRA", date="2020-01-02"),
        act(2, "RUR", "ASSAULT", "shelled the port", target="GRA", date="2020-01-02", status="denied"),
    ]
    assert set(events(merge(acts)).values()) == {None}


def test_an_id_that_is_known_is_kept() -> None:
    """An event that somebody named keeps its name, and takes in new reports of it."""
    acts = [
        act(1, "PRK", "CONSULT", "Kim met Putin", target="RUS", date="2019-04-25", event_id="E_VLADIVOSTOK"),
        act(2, "PRK", "CONSULT", "Kim and Putin met", target="RUS", date="2019-04-25"),
    ]
    assert set(events(merge(acts)).values()) == {"E_VLADIVOSTOK"}


def test_a_position_restated_is_one_with_all_its_places() -> None:
    """The same demand in two articles is one position, the earlier one's, with both places as evidence."""
    articles = [
        Article(id="late", text="x", source="x", date=dt.date(2020, 2, 1)),
        Article(id="soon", text="x", source="x", date=dt.date(2020, 1, 1)),
    ]
    late = position(1, "PRK", "demand", "USA", "lift sanctions", article="late")
    soon = position(2, "PRK:Kim", "demand", "USA", "sanctions relief", article="soon")
    [one] = merge([late, soon], articles)
    assert isinstance(one, Position)
    assert one.id == "p-002"
    assert [place.article for place in one.evidence] == ["soon", "late"]


def test_positions_of_one_sentence_stay_apart() -> None:
    """Two demands in one sentence are two, however alike."""
    said = [
        position(n, "PRK", "demand", "USA", action, at=5)
        for n, action in ((1, "lift sanctions"), (2, "ease sanctions"))
    ]
    assert len(merge(said)) == 2


def test_more_is_not_the_same_as_some() -> None:
    """A demand for all and one for a part are not one position restated."""
    said = [
        position(1, "PRK", "demand", "USA", "lift all sanctions", article="a"),
        position(2, "PRK", "demand", "USA", "partially lift sanctions", article="b"),
        position(3, "PRK", "refuse", "USA", "lift all sanctions", article="b"),
    ]
    assert len(merge(said)) == 3


def test_terms_that_differ_are_another_position() -> None:
    """An offer on terms is not the offer without."""
    terms = {"type": "only_if", "doer": ["USA"], "action": "stop the exercises"}
    said = [
        position(1, "PRK", "offer", "PRK", "stop the tests", article="a"),
        position(2, "PRK", "offer", "PRK", "stop the tests", article="b", condition=terms),
    ]
    assert len(merge(said)) == 2


def test_merging_again_changes_nothing() -> None:
    """Merged statements merged again are the same."""
    once = merge(gold_statements("seed0", "seed1"))
    assert merge(once) == once


def test_the_order_does_not_matter() -> None:
    """Shuffled statements merge the same."""
    said = [
        s.model_copy(update={"event_id": None}) if isinstance(s, Act) else s for s in gold_statements("seed0", "seed1")
    ]
    expected = merge(said)
    random.Random(5).shuffle(said)  # noqa: S311 - a fixed shuffle, nothing secret
    assert merge(said) == expected


def test_few_events_of_real_articles_are_joined_wrongly() -> None:
    """Of the pairs of gold acts joined without their ids, at least four in five are one event."""
    right = wrong = 0
    for names in (("seed0", "seed1"), ("iran_2015",), ("brexit_2019",), ("colombia_2016",), ("climate_finance_2022",)):
        said = gold_statements(*names)
        gold = {s.id: s.event_id for s in said if isinstance(s, Act)}
        mine = events(merge([s.model_copy(update={"event_id": None}) if isinstance(s, Act) else s for s in said]))
        ids = sorted(gold)
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                if mine[one] is not None and mine[one] == mine[other]:
                    same = gold[one] is not None and gold[one] == gold[other]
                    right, wrong = right + same, wrong + (not same)
    assert right >= 12
    assert right >= 4 * wrong
