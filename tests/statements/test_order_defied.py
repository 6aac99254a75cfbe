"""What is refused where an order is: "an order with which Oslo refused to comply"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "answer",
    [
        "a demand with which Oslo has refused to comply",
        "an order with which Oslo refused to comply",
        "a request to which Oslo declined to bow",
        "an instruction that Oslo refused to heed",
        "an order which Oslo has defied",
    ],
)
def test_what_was_ordered_is_refused(reader, answer: str) -> None:
    """Not "comply": what was to be done."""
    told = reader.positions_told(f"Bolivia told Norway to shut the mine at once, {answer}.")
    assert ("NOR", "refuse", "NOR", "shut the mine at once") in told


@pytest.mark.parametrize("answer", ["a request that it turned down", "an appeal it has ignored"])
def test_it_that_answers_is_who_was_asked(reader, answer: str) -> None:
    """ "Asked Sweden to sign, a request that it turned down": Sweden did."""
    told = reader.positions_told(f"Norway asked Sweden to close the border, {answer}.")
    assert ("SWE", "refuse", "SWE", "close the border") in told


def test_two_that_refuse_behind_a_preposition(reader) -> None:
    """ "An order with which Sweden and the semi-autonomous region of Lapland refused to comply"."""
    text = (
        "Norway told two consulates to close, an order with which Sweden and the semi-autonomous region of "
        "Zanzibar refused to comply."
    )
    assert "SWE" in {who for who, stance, _ in reader.stances_told(text) if stance == "refuse"}
