"""What follows a denial: who denies goes on to accuse; a curb that remains in force is ongoing."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya denied having sent troops across the border and accused Uganda of spreading lies.", "ACCUSE"),
        ("Kenya denied having cut off the gas and blamed Uganda for the shortage.", "ACCUSE"),
        ("Kenya denied that it had stopped pumping gas and accused Uganda of siphoning it off.", "ACCUSE"),
        ("The Kenyan ministry denied having blocked the loan and urged Uganda to keep its word.", "REQUEST"),
    ],
)
def test_whoever_denies_goes_on_to_speak(reader, sentence: str, event: str) -> None:
    """The accusation behind "and" is made, and not denied."""
    assert (event, ("KEN",), ("UGA",), "done") in reader.acts_told(sentence)


def test_what_remains_in_force_is_ongoing(reader) -> None:
    """ "Remains in force": the curb is not over."""
    assert ("SANCTION", ("KEN",), ("UGA",), "ongoing") in reader.acts_told(
        "Kenya's ban on Ugandan ships remains in force."
    )


def test_whoever_moves_to_act_asks_nobody(reader) -> None:
    """ "Moved to ban exports": a plan, and no request."""
    found = reader.acts_told("Kenya has moved to ban exports of maize to Uganda.")
    assert [(event, status) for event, _, _, status in found] == [("SANCTION", "planned")]
