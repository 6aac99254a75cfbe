"""Matters that have, or lack, somebody's blessing."""

import pytest


def told(reader, text: str) -> set[tuple[str, str, str]]:
    """Holder, stance and action of the positions in *text*."""
    return {("+".join(p.split(":")[0] for p in one.holder), one.stance, one.action) for one in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plan has the blessing of Egypt.", {("EGY", "support", "The plan")}),
        ("The treaty lacks the support of Sudan.", {("SDN", "oppose", "The treaty")}),
        ("The government has the support of Iran.", set()),
    ],
)
def test_whose_blessing_a_matter_has(reader, text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who gives a plan his blessing supports it; backing for a government is no stance on an action."""
    assert told(reader, text) == expected


def test_a_fund_is_asked_to_do_nothing(reader) -> None:
    """A push for a fund to pay is for the fund."""
    assert ("POL", "demand", "a fund to pay for border fences") in told(
        reader, "A push by Poland for a fund to pay for border fences has run into resistance."
    )
