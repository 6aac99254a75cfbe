"""Series of things demanded or refused: each is told, whatever the parser made of the commas."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Mali demanded a truce, the withdrawal of foreign troops and a prisoner exchange.",
            {"a truce", "withdraw foreign troops", "a prisoner exchange"},
        ),
        (
            "Mali rejected the truce, the prisoner swap and the withdrawal of troops.",
            {"the truce", "the prisoner swap", "withdraw troops"},
        ),
        (
            "Mali is calling for an amnesty, the release of prisoners of war and a new army.",
            {"an amnesty", "the release of prisoners of war", "a new army"},
        ),
    ],
)
def test_each_member_of_a_series_is_told(reader, text: str, things: set[str]) -> None:
    """The last may hang from a word inside the one before it."""
    assert {position.action for position in reader.positions(text)} == things


def test_what_explains_a_thing_is_no_further_thing(reader) -> None:
    """ "A package, a mix of loans and grants"."""
    actions = {p.action for p in reader.positions("Chad demanded a package, a mix of loans and grants.")}
    assert actions == {"a package"}


def test_those_willing_to_disarm_are_not_what_is_promised(reader) -> None:
    """ "Promised amnesty to all rebels willing to lay down their arms"."""
    positions = reader.positions("Chad promised amnesty to all rebels willing to lay down their arms.")
    assert any(p.holder == p.doer == ("TCD",) and p.action.startswith("amnesty") for p in positions)
