"""Persons of a state are persons of the party that an article says they are of."""

import datetime as dt

import pytest

from dragoman.language.parties import Names


@pytest.fixture(scope="module")
def names() -> Names:
    """The shipped names."""
    return Names.load()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bhumjaithai's Anutin Charnvirakul said no.", "Bhumjaithai"),
        ("Bhumjaithai's leader, Anutin Charnvirakul, said no.", "Bhumjaithai"),
        ("Anutin Charnvirakul, who leads the opposition Bhumjaithai, said no.", "Bhumjaithai"),
        ("Anutin Charnvirakul, leader of Bhumjaithai, said no.", "Bhumjaithai"),
        ("Thailand waited for Bhumjaithai. Anutin Charnvirakul said no.", "THA"),
        ("Bhumjaithai's leader, Interior Minister Anutin Charnvirakul, said no.", "THA"),
    ],
)
def test_a_leader_is_of_his_party(names: Names, text: str, expected: str) -> None:
    """Where the article says so beside his name, unless it gives him an office of the state."""
    people = [m for m in names.find(text, dt.date(2023, 7, 24)) if m.sort == "person"]
    assert [m.party for m in people] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malaysia's transport minister, Anthony Loke, said no.", "MYS"),
        ("Malaysian Transport Minister Anthony Loke said no.", "MYS"),
        ("Malaysia heard that Anthony Loke said no.", "DAP"),
        ("Thailand's transport minister, Anthony Loke, said no.", "DAP"),
    ],
)
def test_a_minister_is_of_the_state_whose_minister_he_is(names: Names, text: str, expected: str) -> None:
    """Where the list has him as the leader of a party of that state."""
    people = [m for m in names.find(text, dt.date(2024, 7, 24)) if m.sort == "person"]
    assert [m.party for m in people] == [expected]


def test_a_shadow_minister_is_of_the_party_beside_him(names: Names) -> None:
    """Of those in the article, the one named nearest."""
    text = "The Labour Party will vote against it. Shadow transport secretary Louise Haigh accused Britain of delay."
    people = [m for m in names.find(text, dt.date(2022, 12, 14)) if m.sort == "person"]
    assert [m.party for m in people] == ["Labour"]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ('"No," said Peter Otieno, the head of its delegation, who left.', "Mountain Front"),
        ("John Kamau, the leader of the radical Liberty Fighters (LF), said no.", "LF"),
        ("Mary Achieng, a prominent Mountain Front activist, said she would quit.", "Mountain Front"),
        ("Mary Achieng, an expert on the Mountain Front, said no.", "Mary Achieng"),
    ],
)
def test_somebody_is_of_what_he_heads_or_belongs_to(names: Names, told: str, expected: str) -> None:
    """By a noun for those who lead or belong, before or behind the party's name."""
    text = f"Kenya and the Mountain Front met in Geneva. The Mountain Front has refused to disarm. {told}"
    assert [m.party for m in names.find(text, dt.date(2023, 7, 24)) if m.sort == "person"] == [expected]
