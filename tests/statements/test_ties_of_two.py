"""Ties of two who stand before a phrase, and of few."""

import pytest


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The talks went on, with France and Germany still at odds over the size of the budget.", {"FRA", "DEU"}),
        ("With Kenya and Uganda at odds over the lake, the meeting was put off.", {"KEN", "UGA"}),
        ("The summit ended without a text, with Chile and Peru at loggerheads over fish.", {"CHL", "PER"}),
        (
            "Delegates worked on, with rich and poor nations still at odds over who should pay.",
            {"developed countries", "developing countries"},
        ),
    ],
)
def test_two_before_a_phrase(reader, text: str, pair: set[str]) -> None:
    """ "With France and Germany still at odds": with each other."""
    assert [{*tie.from_, *tie.to} for tie in reader.ties(text)] == [pair]


@pytest.mark.parametrize("text", ["Few Kenyans trust Uganda any more.", "Few in Kenya trust Uganda."])
def test_few_trust(reader, text: str) -> None:
    """Where few trust somebody, most do not."""
    assert [(tie.from_, tie.relation, tie.to) for tie in reader.ties(text)] == [(("KEN",), "mistrusts", ("UGA",))]


def test_a_few_are_some(reader) -> None:
    """ "A few" depend on it, and "few" would not."""
    assert [tie.relation for tie in reader.ties("A few Kenyan farmers depend on Uganda.")] == ["depends_on"]
    assert not reader.ties("Few Kenyan farmers depend on Uganda.")
