"""What is said to hang on something is offered for it."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's signature hinges on Uganda lifting the export ban.",
        "Kenya's consent depends on whether Uganda lifts the export ban.",
        "Kenya's support is conditional on Uganda lifting the export ban.",
        "Any deal depends on Uganda lifting the export ban, Kenya said.",
    ],
)
def test_what_consent_hangs_on_is_asked_for(reader, sentence: str) -> None:
    """Whose consent it is, or who says so, asks for it."""
    assert ("KEN", "demand", ("UGA",)) in [(p.holder[0], p.stance, p.doer) for p in reader.positions(sentence)]


@pytest.mark.parametrize(
    "sentence", ["Kenya's economy depends on gas.", "The outcome depends on the weather, Kenya said."]
)
def test_what_nobody_grants_hangs_on_nothing_asked(reader, sentence: str) -> None:
    """An economy or an outcome is nobody's to give for something."""
    assert reader.positions(sentence) == []
