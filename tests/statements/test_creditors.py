"""Governments that lent to a state and holders of its bonds, by the nouns for their committees."""

import pytest

DEBT = "Chad defaulted on its debt, and a restructuring of its bonds is under way. Its creditors are angry. "
OFFICIAL = DEBT + "A committee of governments led by Japan met. "
PRIVATE = DEBT + "A committee of Western funds met. "


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (OFFICIAL + "The committee refused to wait.", "official creditors"),
        (OFFICIAL + "The governments refused to wait.", "official creditors"),
        (PRIVATE + "The committee refused to wait.", "bondholders"),
        (PRIVATE + "Members refused to wait.", "bondholders"),
        (DEBT + "A group of creditor countries refused to wait.", "official creditors"),
        (DEBT + "Holders of its bonds refused to wait.", "bondholders"),
    ],
)
def test_a_committee_of_creditors_is_of_those_it_was_said_to_be_of(reader, text: str, holder: str) -> None:
    """Or of those whom the nouns around it name."""
    assert {p.holder for p in reader.positions(text)} == {(holder,)}


def test_committees_are_no_creditors_where_nothing_is_owed(reader) -> None:
    """ "A committee of governments" lends to nobody by itself."""
    text = "A committee of governments led by Japan met. The committee refused to wait."
    assert not [p for p in reader.positions(text) if "official creditors" in p.holder]
