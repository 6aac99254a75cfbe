"""What stands before a name or behind it: "Acting U.S. Secretary X", "rejected U.S. demands", "Chad recalls envoys"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Acting Chadian Defence Minister Idriss Moru urged Norway to cancel the purchase.",
        "Chad's acting defence minister, Idriss Moru, urged Norway to cancel the purchase.",
        "Then-Chadian Prime Minister Idriss Moru urged Norway to cancel the purchase.",
    ],
)
def test_a_title_held_for_a_time_is_a_title(reader, text: str) -> None:
    """ "Acting", "then-": no verb and no name."""
    (position,) = reader.positions(text)
    assert (position.holder, position.stance, position.doer) == (("TCD:Idriss Moru",), "demand", ("NOR",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad has rejected US demands that it leave the base.", ("USA", "demand", "leave the base")),
        ("Chad has rejected EU calls for a truce.", ("EU", "demand", "a truce")),
        ("He spoke of US demands that Chad leave the base.", ("USA", "demand", "leave the base")),
    ],
)
def test_what_is_rejected_of_somebody_is_a_noun(reader, text: str, expected: tuple[str, ...]) -> None:
    """ "Rejected US demands that": the demands of the United States, not what it demands."""
    assert expected in reader.stances_told(text)


def test_a_verb_in_the_present_behind_a_name(reader) -> None:
    """ "If Chad imposes sanctions", taken for a noun with two others."""
    assert ("PER", "oppose", "impose sanctions") in reader.stances_told(
        "Peru will retaliate if Chad imposes sanctions."
    )


def test_a_past_behind_a_modal_goes_on_from_the_main_verb(reader) -> None:
    """ "Insisted that none should stay and called on Chad to leave": who insisted called."""
    text = "Peru insisted that no soldier should remain and called on Chad to expel the Norwegian contingent."
    assert ("PER", "demand", "expel the Norwegian contingent") in reader.stances_told(text)
