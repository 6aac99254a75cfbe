"""Who acts behind a series of things that opens the sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("After a year of delays, threats of lawsuits and one hot summer, Kenya, Uganda and Tanzania agreed to share "
         "the lake.", {"KEN", "UGA", "TZA"}),
        ("After 17 years, four rulings and a mountain of paper that one lawyer measures in pallets, the European Union "
         "and Chile agreed to drop the tariffs.", {"EU", "CHL"}),
        ("After talks between Kenya and Uganda, Tanzania and Rwanda agreed to drop the tariffs.", {"TZA", "RWA"}),
    ],
)  # fmt: skip
def test_names_behind_a_series(reader, text: str, holders: set[str]) -> None:
    """A series that has had its "and" is over: the names behind the comma act."""
    promised = [position for position in reader.positions(text) if position.stance == "promise"]
    assert {party for position in promised for party in position.holder} == holders
