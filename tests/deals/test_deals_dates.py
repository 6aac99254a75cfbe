"""Dates: what changes when a party's preferences end or begin."""

import datetime as dt
from pathlib import Path

from dragoman.case.case import Case
from dragoman.case.file import load_case, parse_case
from dragoman.case.model import conflict_model
from dragoman.deals.dates import turns
from dragoman.deals.finding import deals

KOREA = Path(__file__).parents[2] / "examples" / "korea-2019" / "case.yaml"
WAIT = """
title: The strait
as_of: 2019-04-01
parties: {RUR: Ruritania, GRA: Graustark}
options: {close: "RUR: close the strait", free: "GRA: free the crew"}
preferences:
  RUR:
    - {prefers: not close, until: 2019-12-31}
    - {prefers: close unless free, since: 2020-01-01}
  GRA: [not close, not free]
"""


def test_a_line_that_ends_takes_the_status_quo_with_it() -> None:
    """Ruritania waits until the year ends; then it would close the strait, and only an exchange would hold it back."""
    [turn] = turns(parse_case(WAIT))
    assert turn.date == dt.date(2020, 1, 1)
    assert ("nash" in turn.before, "nash" in turn.after, turn.leaves) == (True, False, ("RUR",))
    assert turn.ends == {"RUR": ("not “close the strait”",)}
    assert turn.begins == {"RUR": ("“close the strait” unless “free the crew”",)}
    assert (turn.deals_before, turn.deals_after) == (0, 1)
    assert "How things stand held before; then it no longer does." in turn.sentences


def test_only_lines_in_force_count() -> None:
    """On each day the model has exactly the lines that hold on it, the last day included."""

    def lines(day: str) -> int:
        case = parse_case(WAIT).model_copy(update={"as_of": dt.date.fromisoformat(day)})
        return len(conflict_model(case).preferences[0].statements)

    assert [lines(day) for day in ("2019-12-31", "2020-01-01")] == [1, 1]
    undated = parse_case(WAIT).model_copy(update={"as_of": None})
    assert conflict_model(undated).preferences[0].statements[0].operator == "not"


def test_past_dates_change_nothing_more() -> None:
    """Seen from 2021 the change of 2020 lies behind."""
    case: Case = parse_case(WAIT).model_copy(update={"as_of": dt.date(2021, 1, 1)})
    assert turns(case) == ()


def test_the_year_end_lets_pyongyang_leave_the_talks() -> None:
    """After 2019 how things stand still holds, and beside it a state in which North Korea has left the talks."""
    case = load_case(KOREA)
    [turn] = deals(case).turns
    assert turn.before == turn.after
    [new] = turn.rises
    assert set(case.status_quo) - set(new) == {"nk_talks"}
