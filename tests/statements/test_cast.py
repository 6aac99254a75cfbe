"""The cast of an article: its two sides, and who mediates between them."""

import pytest

from dragoman.statements.cast import Cast


@pytest.mark.parametrize(
    "told",
    [
        "Qatar, which is mediating, met both.",
        "The Qatari-brokered truce is over.",
        "Talks mediated by Qatar broke down.",
        "Qatari mediators met both.",
        "The mediators, Egypt and Qatar, met both.",
        "Qatar has been trying to mediate.",
    ],
)
def test_a_mediator_is_no_side(reader, told: str) -> None:
    """Whoever mediates or brokers is none of the two sides, however often it is named."""
    text = f"Chad and Niger shelled each other. {told} Qatar hopes for peace. Qatar sent aid. Chad and Niger wait."
    cast = Cast(reader.understood(text))
    assert "QAT" in cast.mediators
    assert set(cast.sides()) == {"TCD", "NER"}


def test_the_sides_are_those_between_whom_it_lies(reader) -> None:
    """Words that set two parties against each other outweigh how often others are named."""
    text = "Talks between Chad and Niger went on. France said so. France and Mali agreed. Chad and Niger wait."
    assert set(Cast(reader.understood(text)).sides()) == {"TCD", "NER"}


def test_two_parties_alone_are_the_sides_whoever_mediates(reader) -> None:
    """Where nobody else is left, a mediator counts as a side."""
    text = "Kenya brokered a deal. Kenya and Sudan signed it."
    assert set(Cast(reader.understood(text)).sides()) == {"KEN", "SDN"}


def test_those_often_named_together_are_not_the_sides_of_a_war_between_two_others(reader) -> None:
    """Sponsors stand beside each other; the sides are those between whom the talks are."""
    text = (
        "Peru and Chile suspended truce talks between Kenya and Uganda. Peru and Chile were angry. "
        "Peru and Chile left. "
        "On May 11 the rivals signed a pledge to free all prisoners."
    )
    promises = [p for p in reader.positions(text) if "free" in p.action]
    assert {party for p in promises for party in p.holder} == {"KEN", "UGA"}


@pytest.mark.parametrize(
    "text",
    [
        "Oman brought together envoys of Chad and of Mali. Oman hopes. Oman waits. France hopes. France waits.",
        "The quarrel pits Chad against Mali. France hopes. France and Oman wait. Oman hopes. France left.",
    ],
)
def test_those_brought_together_or_set_against_each_other_are_the_sides(reader, text: str) -> None:
    """However often hosts and friends are named."""
    assert set(Cast(reader.understood(text)).sides()) == {"TCD", "MLI"}


def test_those_in_arms_and_their_government_are_the_sides(reader) -> None:
    """A movement that the article keeps naming stands against its own state."""
    text = (
        "The FARC shot at soldiers. The FARC left Cuba. Colombia and Cuba wait. Cuba hopes. The FARC and Colombia wait."
    )
    assert set(Cast(reader.understood(text)).sides()) == {"COL", "FARC"}
