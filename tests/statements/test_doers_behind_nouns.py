"""Who does what a noun names: "the raid carried out by Chad", "a role for Chad"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "thing",
    [
        "the raid carried out by Chad",
        "the exercise staged by Chad",
        "the step taken by Chad",
        "the road built by Chad",
        "the ban imposed by Chad",
        "any role for Chad in the talks",
    ],
)
def test_who_is_named_behind_the_noun_does_it(reader, thing: str) -> None:
    """The participle says who, and "for" who would play the part."""
    assert "TCD" in {doer for who, stance, doer, _ in reader.positions_told(f"Peru opposes {thing}.") if who == "PER"}


@pytest.mark.parametrize("thing", ["the deal proposed by Chad", "a loan for Chad"])
def test_who_proposed_it_is_not_who_would_do_it(reader, thing: str) -> None:
    """ "The deal proposed by Chad", "a loan for Chad"."""
    told = reader.positions_told(f"Peru opposes {thing}.")
    assert "TCD" not in {doer for who, _, doer, _ in told if who == "PER"}
