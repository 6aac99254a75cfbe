"""Armed movements that no list has, and the state that they fight."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.language.parties import Names

NAMES = Names.load()


def movements(text: str) -> set[str]:
    """The unlisted movements that *text* names."""
    found = NAMES.find(text, date=dt.date(2020, 1, 1))
    return {m.party for m in found if m.sort == "movement" and m.basis == "article"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad met the Tibesti Liberation Army. The TLA refused.", "TLA"),
        ("Peru shelled the Huallaga Resistance Brigades.", "Huallaga Resistance Brigades"),
        ("Niger talked to the Kaouar Alliance, a rebel group from the north.", "Kaouar Alliance"),
        ("Fighting between Niger and Kaouar Alliance fighters went on.", "Kaouar Alliance"),
    ],
)
def test_a_name_for_armed_men_is_a_movement(text: str, expected: str) -> None:
    """By a cause in its name, by fighters behind it, or by what the article calls it."""
    assert expected in movements(text)


@pytest.mark.parametrize("text", ["The Royal Norwegian Army left.", "The Kaouar Alliance, a trade body, left."])
def test_armies_of_states_and_bodies_in_peace_are_no_movements(text: str) -> None:
    """Neither a state's army nor a lobby fights anybody."""
    assert movements(text) == set()


def test_the_rebels_are_the_one_movement_named() -> None:
    """ "The rebels" after a movement that no list has stands for it."""
    text = "Chad met the Tibesti Liberation Army. The rebels want a truce."
    role = next(m for m in NAMES.find(text) if m.sort == "role" and text[m.start : m.end] == "rebels")
    assert role.party == "Tibesti Liberation Army"


def test_a_listed_movement_keeps_its_state_under_a_short_name() -> None:
    """ "The Platform", which the article alone calls so, fights no other state than the lists say."""
    text = (
        "The United States eased sanctions, the United States said. Venezuela's Unitary Platform signed. "
        "The Platform and the government met. The Platform agreed."
    )
    found = NAMES.find(text, date=dt.date(2023, 10, 19))
    assert [m.party for m in found if text[m.start : m.end] == "government"] == ["VEN"]
