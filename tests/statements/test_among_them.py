"""Demands named among others, forces loyal to somebody, and what is denied, left open or only told of."""

import pytest


def test_conditions_named_among_others_are_demands(reader) -> None:
    """ "Seven conditions, among them X, Y and Z": each is asked for."""
    text = (
        "The TPLF has named seven conditions for a truce with Ethiopia, among them the withdrawal of soldiers, "
        "the restoration of telephone services and an inquiry."
    )
    found = {action for _, stance, _, action in reader.positions_told(text) if stance == "demand"}
    assert {"withdraw soldiers", "restore telephone services", "an inquiry"} <= found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ethiopia will hear nothing of a truce.", ("ETH", "oppose", "a truce")),
        (
            "Boko Haram threatened to kill the family unless Nigeria and Cameroon free jailed Islamists.",
            ("Boko Haram", "demand", "free jailed Islamists"),
        ),
    ],
)
def test_words_that_a_parser_takes_for_others_are_read(reader, text: str, expected) -> None:
    """ "Nothing of", and "free" as a verb."""
    assert expected in {(holder, stance, action) for holder, stance, _, action in reader.positions_told(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Papua New Guinea's prime minister declined to say how he would vote.",
        "China's embassy denied a report that it had offered Nauru a loan.",
        "Ethiopia declared a unilateral ceasefire.",
    ],
)
def test_what_is_left_open_or_denied_is_no_position(reader, text: str) -> None:
    """An embedded question, a report denied, and a ceasefire declared, which nobody calls anything."""
    assert not reader.positions_told(text)


def test_forces_loyal_to_a_party_are_its_own(reader) -> None:
    """ "Forces loyal to X launched an offensive": X did."""
    acts = reader.acts("Forces loyal to the TPLF launched an offensive on Ethiopia's army.")
    assert ("TPLF",) in {a.actor for a in acts}
