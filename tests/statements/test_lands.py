"""Lands inside states taken up by a noun, and the people of a party told by what they are."""

import pytest

from dragoman.statements.who import Who


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Jersey waits. The island refused to sign.", "island", "Jersey"),
        ("Kerala waits. The state refused to sign.", "state", "Kerala"),
        ("Cuba waits. The island refused to sign.", "island", "CUB"),
        ("Bougainville waits. The national government refused.", "government", "PNG"),
        ("Quebec waits. The federal government refused.", "government", "CAN"),
        ("The Basque nationalists of the PNV refused.", "nationalists", "PNV"),
    ],
)
def test_nouns_take_up_lands_and_those_over_them(stands_for, text: str, spelling: str, expected: str) -> None:
    """ "The province" is the one named last, "the national government" that of the state it lies in."""
    assert stands_for(text, spelling) == (expected,)


def test_the_minister_of_an_island_is_not_that_of_the_state_named_beside_it(reader) -> None:
    """ "The island's minister" serves the land."""
    text = "French trawlers left Jersey. Jersey waits. The island's trade minister, Ian Gorst, refused to sign."
    assert {p.holder for p in reader.positions(text)} == {("Jersey:Ian Gorst",)}


def test_a_king_of_nobody_named_is_the_state_itself(stands_for) -> None:
    """Not whichever of its ministers was named last."""
    assert stands_for("Spain's minister Felix Bolanos refused. Vox called on the king to act.", "king") == ("ESP",)


def test_a_vice_president_is_not_the_president(stands_for) -> None:
    """ "The president" takes up whom the article calls so, deputies aside."""
    text = "President Salva Kiir met the vice-president, Riek Machar. The president left."
    assert stands_for(text, "president") == ("SSD:Salva Kiir",)


def test_hosts_are_those_of_the_place_where_they_meet(stands_for) -> None:
    """Or who is said to host."""
    assert stands_for("Talks were to resume in Oslo. The hosts asked Chad to sign.", "hosts") == ("NOR",)
    assert stands_for("Talks go on. Kenya, which hosts them, waits. The hosts asked Chad.", "hosts") == ("KEN",)


def test_movements_fight_another_state_than_their_land(stands_for, reader) -> None:
    """ "The army" is the one they fight."""
    text = "Israel and Hamas talk. Israel waits. Israel hopes. The Palestinian group left. Hamas said so. Hamas left. "
    assert stands_for(text + "The army refused to leave.", "army") == ("ISR",)
    assert set(Who(reader.understood(text)).cast.sides()) == {"ISR", "Hamas"}


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Mediators from Qatar refused to sign.", "QAT"),
        ("The Norwegian team, led by Ann Westberg, met. Westberg refused to sign.", "NOR:Ann Westberg"),
    ],
)
def test_who_speaks_where_a_plural_opens_or_a_leader_is_named(reader, text: str, holder: str) -> None:
    """A capital at the head of a sentence makes no name; a leader is of whom he leads."""
    assert {holder} == {party for p in reader.positions(text) for party in p.holder}
