"""What to expect: forecasts beside status quo and plain mean, standing with the acts it rests on."""

from __future__ import annotations

from typing import Any

from dragoman.brief.expected import expected
from dragoman.brief.issues import issues
from dragoman.brief.naming import Names
from dragoman.case.case import Case
from dragoman.case.file import parse_case
from dragoman.statements.statement import Statement, statement_adapter

CASE = """title: The strait
parties: {RUR: Ruritania, GRA: Graustark, LEA: the League}
options: {}
vetoes: [RUR]
issues:
  tolls_on_ships: {scale: {0: none, 10: full}, status_quo: 10, places: {RUR: 8, GRA: 2, LEA: 0}}
  flags: {scale: {0: none, 1: all}, places: {RUR: 1}}
"""


def act(number: int, event: str, **more: Any) -> Statement:
    """An act of Ruritania toward Graustark."""
    return statement_adapter.validate_python(
        {
            "id": f"a-{number}", "kind": "act", "actor": ["RUR"], "event": event, "target": ["GRA"], "article": "a",
            "sentence": "It did.", "char_start": 0, "char_end": 7, "span": "did", "span_start": 3, "span_end": 6,
            "date": "2031-03-01", **more,
        }
    )  # fmt: skip


def section(text: str, *statements: Statement) -> Any:
    """The section of the case written in *text*."""
    case: Case = parse_case(text)
    return expected(case, None, statements, (), issues(case, {}), Names(case))


def test_a_forecast_stands_beside_status_quo_and_plain_mean() -> None:
    """With the line of its issue, its interval, and what a veto means for it."""
    [line] = section(CASE).forecasts
    assert (line.issue, line.name) == ("issue-1", "tolls on ships")
    assert (line.status_quo, line.value) == (10, line.plain_mean)
    assert line.low <= line.value <= line.high
    assert "Ruritania can withhold the outcome alone" in line.says[0]


def test_an_issue_that_cannot_be_forecast_is_told() -> None:
    """It is left out with the reason, and the others stay."""
    [reason] = section(CASE).not_forecast
    assert reason.startswith("flags: only one actor has a place")


def test_what_holds_for_all_issues_is_said_once() -> None:
    """With two issues under one veto the sentence stands beside neither."""
    found = section(CASE.replace("places: {RUR: 1}", "places: {RUR: 1, GRA: 0, LEA: 0}"))
    assert len(found.forecasts) == 2
    assert "Ruritania can withhold the outcome alone" in found.of_all[0]
    assert not any("withhold" in text for line in found.forecasts for text in line.says)


def test_standing_names_its_acts() -> None:
    """Two acts of one event count once, both as evidence; other parties' pairs are none of the case's."""
    found = section(CASE, act(1, "AID", event_id="e"), act(2, "AID", event_id="e"), act(3, "AID", target=["XXX"]))
    [pair] = found.standing
    assert (pair.of, pair.toward, pair.counted, pair.statements) == ("RUR", "GRA", "kept: aided (1)", ("a-1", "a-2"))
    assert "no judgement of character" in found.not_this


def test_a_case_without_issues_or_acts_has_no_such_section() -> None:
    """Nothing is shown where there is nothing to expect from."""
    assert section(CASE.split("issues:", maxsplit=1)[0]) is None
