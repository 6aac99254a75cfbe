"""What statements say, in short lines."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.brief.calendar import read_date
from dragoman.brief.naming import Names, shortened
from dragoman.brief.saying import EVENT_WORDS, RELATION_WORDS, says
from dragoman.statements.statement import Act, Event, Relation, Statement, statement_adapter


def _statement(**fields: Any) -> Statement:
    place = {
        "article": "a",
        "sentence": "x",
        "char_start": 0,
        "char_end": 1,
        "span": "x",
        "span_start": 0,
        "span_end": 1,
    }
    return statement_adapter.validate_python({"id": "s", **place, **fields})


@pytest.fixture
def names(strait: Any) -> Names:
    return Names(strait.case)


def test_mutual_act_is_said_once(names: Names) -> None:
    """Two that do the same to each other share one plural verb."""
    act = _statement(kind="act", actor=["RUR", "GRK"], event="ACCUSE", target=["GRK", "RUR"])
    assert says(act, names)[0] == "Ruritania and Graustark accuse each other"


def test_own_move_needs_no_doer(names: Names) -> None:
    """Where a person offers what the person's own party would do, the party is not repeated."""
    offer = _statement(kind="position", holder=["RUR:Anna Vell"], stance="offer", doer=["RUR"], action="reopen it")
    assert says(offer, names)[0] == "Anna Vell (Ruritania) offers: reopen it"


def test_demand_names_its_doer_and_condition(names: Names) -> None:
    """A demand says of whom, and what it hangs on."""
    demand = _statement(
        kind="position", holder=["GRK"], stance="demand", doer=["RUR"], action="withdraw",
        condition={"type": "before", "doer": ["GRK"], "action": "free the crew"},
    )  # fmt: skip
    assert says(demand, names)[0] == "Graustark demands of Ruritania: withdraw, before Graustark: free the crew"


def test_what_did_not_happen_is_not_told_as_done(names: Names) -> None:
    """A denied act carries its status."""
    denied = _statement(kind="act", actor=["RUR"], event="ASSAULT", target=["GRK"], status="denied")
    assert says(denied, names)[0] == "Ruritania attacks Graustark (denied)"


def test_every_event_and_relation_has_words() -> None:
    """No type of act and no relation is without words."""
    assert set(EVENT_WORDS) == set(Event.__args__)
    assert set(RELATION_WORDS) == set(Relation.__args__)
    assert Act.model_fields["event"].annotation == Event


@pytest.mark.parametrize("date", ["2031-02-30", "2031-13", "0000-00", "20310101", "2031-05/2031-01", "soon"])
def test_impossible_dates_stay_words(date: str) -> None:
    """What is no date is shown as it came, and sorted last."""
    found = read_date(date)
    assert (found.precision, found.words, found.first) == ("words", date, None)


def test_last_month_of_time_is_a_month() -> None:
    """The end of the calendar does not overflow."""
    assert read_date("9999-12").precision in {"month", "words"}


@pytest.mark.parametrize("words", ["one two three", "onetwothree" * 9, "", "a" * 20 + " b"])
def test_shortened_keeps_to_its_limit(words: str) -> None:
    """However long or spaceless, the cut words fit."""
    assert len(shortened(words, 10)) <= 10
