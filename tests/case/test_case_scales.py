"""Issues on a scale: what is asked for in part and wholly, with each party's place."""

from __future__ import annotations

import pytest
from case_gold import gold_statements, gold_yaml
from case_statements import position

from dragoman.case.draft import draft
from dragoman.case.file import dump_case, parse_case

GOLD = {
    "lift sanctions on North Korea": "relief_before_denuclearization",
    "give up nuclear weapons": "scope_of_disarmament",
}
"""The drafted issue and the expert's on the same matter."""


def test_part_whole_and_nothing_are_places_on_one_scale() -> None:
    """Who wants a part stands in the middle, who wants all at one end, who refuses at the other; each with evidence."""
    case = draft([position(1, "CHN", "support", "USA", "gradually ease sanctions"),
                  position(2, "PRK", "demand", "USA", "lift all sanctions"),
                  position(3, "USA", "refuse", "USA", "lift sanctions"),
                  position(4, "USA", "demand", "PRK", "close the test site"),
                  position(5, "CHN", "refuse", "CHN", "send troops")])  # fmt: skip
    [issue] = case.issues.values()
    assert set(issue.scale) == {0.0, 50.0, 100.0}
    assert {party: place.position for party, place in issue.places.items()} == {"PRK": 100.0, "USA": 0.0, "CHN": 50.0}
    assert issue.places["CHN"].evidence == ("p-001",)
    assert parse_case(dump_case(case)) == case


def test_without_levels_there_is_no_scale() -> None:
    """A plain yes or no is an option and no issue."""
    case = draft([position(1, "CHN", "support", "USA", "lift sanctions"),
                  position(2, "PRK", "demand", "USA", "lift sanctions"),
                  position(3, "USA", "refuse", "USA", "lift sanctions")])  # fmt: skip
    assert case.issues == {}


@pytest.mark.parametrize("drafted", sorted(GOLD))
def test_places_are_near_the_expert_s(drafted: str) -> None:
    """From the statements of the two Korea articles each party stands within 20 points of where the expert puts it."""
    expected = gold_yaml()["issues"][GOLD[drafted]]["actors"]
    places = draft(gold_statements("seed0", "seed1")).issues[drafted].places
    assert len(places) >= 5
    assert {party: place.position for party, place in places.items()} == {
        party: pytest.approx(expected[party]["position"], abs=20) for party in places
    }
