"""Descriptions that stand for whoever was named before, and persons of whom nothing more is said."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Moldova met Gazprom in May. The Russian gas giant refused to lower the price.", "Gazprom"),
        ("Talks with the state company Vardel failed. The company refused to lower the price.", "Vardel"),
        ("Moldova met Gazprom. The former Soviet republic refused to pay its debt.", "MDA"),
        ("Tonga spoke last. The island nation refused to sign the treaty.", "TON"),
        ("Ada Wambui, the go-between, refused to sign the treaty.", "Ada Wambui"),
        ("Ada Wambui urged Peru to sign. She refused to leave the room.", "Ada Wambui"),
    ],
)
def test_a_description_stands_for_whom_it_takes_up(reader, text: str, holder: str) -> None:
    """A company by what companies are called, a state by what states are called, a stranger by the name."""
    assert [p.holder for p in reader.positions(text) if p.stance == "refuse"] == [(holder,)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru met Gazprom. The state oil company refused to lower the price.",
        "Tonga spoke last. Another island nation refused to sign the treaty.",
    ],
)
def test_another_than_the_one_named_is_not_taken_up(reader, text: str) -> None:
    """What tells it apart from the one named before is heeded."""
    assert not {party for p in reader.positions(text) for party in p.holder} & {"Gazprom", "TON"}
