"""Harm that follows on what another might do is threatened, not offered; what has no end in itself is not asked for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "threat", "unwanted"),
    [
        ("Norway would impose sanctions if Chad bought the missiles.", "impose sanctions", "buy the missiles"),
        (
            "Norway would recall its ambassador if Chad closed the consulate.",
            "recall ambassador",
            "close the consulate",
        ),
        ("Norway said it would retaliate if Chad built the base.", "retaliate", "build the base"),
        ("Norway said it would cut off aid if Chad expelled the monitors.", "cut off aid", "expel the monitors"),
        ("Norway will expel the envoys if Chad seizes ships.", "expel the envoys", "seize ships"),
    ],
)
def test_harm_if_another_acts_is_a_threat_against_that_act(reader, text: str, threat: str, unwanted: str) -> None:
    """ "Would recall its ambassador if": promised as harm, and what would bring it about is opposed."""
    told = reader.stances_told(text)
    assert ("NOR", "promise", threat) in told
    assert ("NOR", "oppose", unwanted) in told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Norway will lift the ban if Chad frees the crew.", "free the crew"),
        ("Norway will cut off aid unless Chad frees the crew.", "free the crew"),
    ],
)
def test_what_would_be_answered_with_good_or_avert_harm_is_asked_for(reader, text: str, asked: str) -> None:
    """ "Will lift the ban if", "will cut off aid unless": the crew should be freed."""
    assert ("NOR", "demand", asked) in reader.stances_told(text)


def test_how_long_something_is_promised_asks_for_nothing(reader) -> None:
    """ "Guaranteed until the end of the withdrawal"."""
    text = "Chad guaranteed the protection of Norwegian troops until the end of the withdrawal."
    assert {position.stance for position in reader.positions(text)} == {"promise"}


@pytest.mark.parametrize(
    "text",
    [
        "Chad insisted that the quarrel predates the treaty.",
        "Norway insists that the islands belong to Norway.",
        "Norway's offer falls short of the Peruvian one.",
        "Norway and Chad discussed the weapons deal, which Chad denies having signed.",
    ],
)
def test_claims_and_comparisons_take_no_stance(reader, text: str) -> None:
    """What one insists or denies to be so, and what is less than another thing."""
    assert not reader.positions(text)


def test_who_is_called_to_account_is_not_asked_for(reader) -> None:
    """ "We will call to account": a promise."""
    text = '"We will call to account everyone who shuts out Chad," Chad\'s president said.'
    assert {position.stance for position in reader.positions(text)} <= {"promise"}


def test_support_withdrawn_is_a_threat(reader) -> None:
    """ "Would withdraw its support if"."""
    text = "Norway would withdraw its support if Chad handed over the crew."
    assert ("NOR", "oppose", "hand over the crew") in reader.stances_told(text)
