"""Envoys that are summoned: whoever summons them to protest means to protest, and asks for no protest."""

import pytest


@pytest.mark.parametrize("purpose", ["protest against the raid", "hand him a note", "complain about the arrests"])
def test_whoever_summons_means_to_protest(reader, purpose: str) -> None:
    """An accusation, and no demand on the envoy."""
    text = f"Kenya summoned the Ugandan ambassador to {purpose}."
    assert not [p for p in reader.positions(text) if p.doer == ("UGA",)]
    assert ("ACCUSE", ("KEN",), ("UGA",), "done") in reader.acts_told(text)


def test_an_envoy_may_be_summoned_to_explain(reader) -> None:
    """What he is to do himself is asked of him."""
    found = reader.positions("Kenya summoned the Ugandan ambassador to explain the remarks.")
    assert [(p.stance, p.doer) for p in found] == [("demand", ("UGA",))]
