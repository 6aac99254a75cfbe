"""What is wanted of a thing of which something else is told first: "wants the duties imposed by Chad lifted"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("the duties imposed by Chad lifted", "lift the duties imposed by Chad"),
        ("the missiles deployed by Chad removed", "remove the missiles deployed by Chad"),
        ("the law passed in May repealed", "repeal the law passed in May"),
        ("the dams built by Chad opened", "open the dams built by Chad"),
    ],
)
def test_the_last_participle_is_what_is_wanted(reader, words: str, action: str) -> None:
    """The first tells only which thing is meant: nobody wants Chad to impose duties."""
    told = reader.positions_told(f"Peru wants {words}.")
    assert {(who, stance, deed) for who, stance, _, deed in told} == {("PER", "demand", action)}


def test_two_participles_that_are_joined_are_both_wanted(reader) -> None:
    """ "Wants the border reopened and guarded"."""
    told = reader.positions_told("Peru wants the border reopened and guarded.")
    assert {"reopen the border", "guard"} <= {deed for _, _, _, deed in told}
