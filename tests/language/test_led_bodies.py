"""Lands inside states, towns and bodies that an article names by whose office somebody holds."""

import datetime as dt

import pytest

from dragoman.language.parties import Names

JUNE_2021 = dt.date(2021, 6, 1)


@pytest.fixture(scope="module")
def names():
    return Names.load()


def ids(names, text):
    return [mention.id for mention in names.find(text, JUNE_2021)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Juan Rey, the mayor of La Roca, begged them to wait. Rey said so.", "La Roca:Juan Rey"),
        ("Ana Sol, the conservative president of Andalusia, complained.", "Andalusia:Ana Sol"),
        ("Jon Dahl, whose union, the Harvest Workers, speaks for pickers, refused.", "Harvest Workers:Jon Dahl"),
        ("Jon Dahl, who leads the Harvest Workers, refused.", "Harvest Workers:Jon Dahl"),
        ("Jon Dahl, the general secretary of Solidar, refused.", "Solidar:Jon Dahl"),
        ("Chief Minister Ravi Mehta of Kerala announced a job.", "Kerala:Ravi Mehta"),
        ("Bart De Wever, whose Flemish nationalist N-VA is the largest party, left.", "N-VA:Bart De Wever"),
    ],
)
def test_whom_an_office_is_of_speaks_through_its_holder(names, text: str, expected: str) -> None:
    """A mayor speaks for the town, a leader for the body, listed or not."""
    assert expected in ids(names, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Sol, the director of the Harbour Institute, doubted it.",
        "Ana Sol, the chairwoman of the School of Government, doubted it.",
        "Ana Sol, whose talks with Hamas began in May, doubted it.",
    ],
)
def test_houses_of_learning_and_those_dealt_with_are_no_masters(names, text: str) -> None:
    """An expert speaks for himself, and a negotiator not for whom he meets."""
    assert not {party for party in ids(names, text) if party.endswith(":Ana Sol") and "Institute" not in party}


def test_the_company_and_the_union_each_have_their_officers(names) -> None:
    """ "The company's chief executive" is not the union's, nor a mediator's, whoever was named last."""
    text = (
        "Harland Freight and the Harbour Pilots Union met at Acas. Harland Freight's board waited. The Conciliation "
        "Service wrote. Tom Reed, the company's chief executive, blamed the union. "
        "Ann Lee, the union's president, left."
    )
    assert {"Harland Freight:Tom Reed", "Harbour Pilots Union:Ann Lee"} <= set(ids(names, text))


@pytest.mark.parametrize("day", ["On Monday", "On Tuesday", "Last March", "In July"])
def test_a_day_before_a_name_is_no_part_of_it(names, day: str) -> None:
    """ "On Monday Lachaert resigned", "In July Berlin agreed": days and months are no given names."""
    assert ids(names, f"Germany waited. {day} Berlin agreed.")[-1] == "DEU"
    assert ids(names, f"Olaf Scholz waited. {day} Scholz agreed.")[-1] == "DEU:Olaf Scholz"


def test_rebels_of_a_land_are_the_movement(names) -> None:
    """ "Kachin rebels" are the KIA where the article names no other."""
    assert "KIA" in ids(names, "Kachin rebels refused. The KIA said so. The KIA waited.")[:2]


def test_talks_between_two_bodies_name_two(names) -> None:
    """ "Between the Union of Miners and Karskugol" joins two names, "the Union of Dockers and Pilots" is one."""
    text = "Talks between the Union of Miners and Karskugol, the coal company owned by a Swede, failed."
    assert ids(names, text)[:2] == ["Union of Miners", "Karskugol"]
    assert ids(names, "The Union of Dockers and Pilots refused.") == ["Union of Dockers and Pilots"]


def test_a_minister_serves_no_bloc(names) -> None:
    """ "Its finance minister" is the state's, even where the bloc was named last."""
    text = "Finland, which chairs the EU, went further, its finance minister, Mika Lind, calling for a ban."
    assert "FIN:Mika Lind" in ids(names, text)


def test_a_family_name_that_speaks_is_whom_the_article_named_in_full(names) -> None:
    """Even where the full name did nothing and nobody says who he is."""
    found = ids(names, "The mine is owned by billionaire Rustam Petrov. Petrov accused the miners.")
    assert found == ["Rustam Petrov", "Rustam Petrov"]
    assert not ids(names, "The Evening Star waits. The Star refused to print it.")
