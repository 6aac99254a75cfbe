"""What a coalition partner wants for joining, where it draws the line, and which party is meant by its kind."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Chad's price for joining the pact is a rise in the fee.",
        "Chad's condition for signing the treaty was a rise in the fee.",
        "The price of Chad's support was a rise in the fee.",
    ],
)
def test_a_price_is_what_one_gives_for_what_one_gets(reader, text: str) -> None:
    told = {(p.holder, p.stance) for p in reader.positions(text)}
    assert {(("TCD",), "offer"), (("TCD",), "demand")} <= told
    assert any(p.stance == "demand" and p.action == "a rise in the fee" for p in reader.positions(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru draws the line at sending troops.", ("PER", "refuse")),
        ("Peru has drawn a red line over a ban on whaling.", ("PER", "oppose")),
        ("A ban on whaling remains a red line for Peru.", ("PER", "oppose")),
        ("For Peru, a ban on whaling remains out of the question.", ("PER", "oppose")),
        ("Peru regards a ban on whaling as non-negotiable.", ("PER", "support")),
        ("Peru is set on leaving the pact.", ("PER", "promise")),
        ("Peru has long hankered after a ban on whaling.", ("PER", "demand")),
        ("Peru is queasy about a ban on whaling.", ("PER", "oppose")),
        ("Peru is digging in for a rise in the fee.", ("PER", "demand")),
    ],
)
def test_where_somebody_draws_the_line(reader, text: str, expected: tuple[str, str]) -> None:
    assert expected in {(holder, stance) for holder, stance, _, _ in reader.positions_told(text)}


def test_what_one_hankers_after_is_no_condition(reader) -> None:
    [wish] = reader.positions("Peru has long hankered after a ban on whaling.")
    assert (wish.action, wish.condition) == ("a ban on whaling", None)


def test_provided_opens_a_condition(reader) -> None:
    told = reader.positions("Fine Gael could live with a rotating premiership provided it kept the finance ministry.")
    assert any(p.condition is not None and "ministry" in p.condition.action for p in told)


def test_what_is_to_be_closed_is_named(reader) -> None:
    told = reader.positions("Kenya wants the border closed and has threatened to leave the talks.")
    assert "close the border" in {p.action for p in told}


def test_a_party_is_known_by_its_name_whosever_it_is(reader) -> None:
    told = reader.positions_told("Germany's liberal FDP party rejects a wealth tax. Germany is to vote in May.")
    assert {holder for holder, _, _, _ in told} == {"FDP"}


def test_a_goal_is_told_without_whose_it_is(reader) -> None:
    told = reader.positions("Kenya's goal was to join the pact.")
    assert {p.action for p in told} == {"join the pact"}
