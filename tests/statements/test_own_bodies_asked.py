"""A body of one's own that is asked to act: "the UN's envoy asked the Security Council"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN's envoy for Chad has asked the Security Council to send monitors.", ("UN", "UN", "send monitors")),
        ("The EU's foreign policy chief urged the European Commission to stop the aid.", ("EU", "EU", "stop the aid")),
        ("The White House told the State Department to recall the envoy.", ("USA", "USA", "recall the envoy")),
        ("The European Parliament pressed the European Commission to act.", ("EU:Parliament", "EU", "act")),
    ],
)
def test_a_body_named_by_another_name_is_asked(reader, text: str, expected: tuple[str, str, str]) -> None:
    """It is the same party and yet another body: it is asked, and nobody else."""
    assert expected in {(who, doer, deed) for who, stance, doer, deed in reader.positions_told(text)}
