"""Actions told whole: what texts bind one to do, what is brought to an end, the year of a target."""

import pytest


@pytest.mark.parametrize(
    ("text", "action"),
    [
        (
            "Kenya objects to a clause that would oblige drug makers to share their patents.",
            "share patents",
        ),
        ("Kenya criticised a paragraph that would allow mills to keep burning coal.", "keep burning coal"),
        ("Kenya asked the meeting to permit a one-off sale.", "permit a one-off sale"),
        ("Kenya demanded an end to export subsidies by 2013.", "an end to export subsidies by 2013"),
        ("Kenya sought a halt to weapons transfers to the rebels.", "a halt to weapons transfers to the rebels"),
        ("Kenya is willing to accept a 2045 target.", "accept a 2045 target"),
    ],
)
def test_the_action_is_told_whole(reader, text: str, action: str) -> None:
    """What one is bound to do, what is brought to an end, the year of a target."""
    assert action in {said for _, _, _, said in reader.positions_told(text)}
