"""Who is to act where "it" is asked to: "insists that it close the harbour"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Oman let Yemen keep the pier in May but now insists that it close the harbour altogether.",
            ("OMN", "demand", "YEM", "close the harbour altogether"),
        ),
        (
            "Togo accused Benin of hiding the gunmen, whom Ghana had freed, and demanded that it hand them over.",
            ("TGO", "demand", "BEN", "hand them over"),
        ),
        (
            "Nepal says it will stay in the pact. India insists that it leave the valley.",
            ("IND", "demand", "NPL", "leave the valley"),
        ),
    ],
)
def test_it_that_is_to_act_is_another(reader, text: str, expected: tuple[str, ...]) -> None:
    """ "Insists that it close the harbour": not whoever insists."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize("verb", ["must keep", "should keep"])
def test_it_that_must_may_be_who_insists(reader, verb: str) -> None:
    """ "Chad insists that it must keep the bases": its own."""
    assert ("TCD", "demand", "TCD", "keep the bases") in reader.positions_told(
        f"Niger spoke first. Chad insists that it {verb} the bases."
    )


def test_who_demands_to_get_something_gets_it(reader) -> None:
    """ "Demanded that it get a seat": nobody else is to."""
    told = reader.positions_told("Fiji met Tonga in May, and Samoa has demanded that it get a seat.")
    assert not {doer for who, _, doer, _ in told if who == "WSM"} & {"FJI", "TON"}
