"""Whom somebody means to ask, and to do what: "plans to ask Peru to drop the suit"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "how",
    [
        "plans to ask Peru to drop",
        "intends to urge Peru to drop",
        "promised to press Peru to drop",
        "agreed to ask Peru to drop",
        "has pledged to call on Peru to drop",
        "plans to lobby Peru to drop",
    ],
)
def test_whoever_is_to_be_asked_is_to_act(reader, how: str) -> None:
    """ "Plans to ask Peru to drop the suit": a demand on Peru."""
    assert ("TCD", "demand", "PER", "drop the suit") in reader.positions_told(f"Chad {how} the suit.")


def test_what_two_want_to_ask_a_third(reader) -> None:
    """ "Want to end the curbs, and to ask Paris to reopen the port"."""
    told = reader.positions_told("Chad and Niger want to end the curbs, and to ask Paris to reopen the port.")
    assert {("TCD", "demand", "FRA", "reopen the port"), ("NER", "demand", "FRA", "reopen the port")} <= told


@pytest.mark.parametrize("how", ["refused to ask Peru to drop", "plans to ask Peru about"])
def test_what_is_not_asked_is_no_demand(reader, how: str) -> None:
    """ "Refused to ask", "ask about"."""
    assert ("TCD", "demand", "PER", "drop the suit") not in reader.positions_told(f"Chad {how} the suit.")
