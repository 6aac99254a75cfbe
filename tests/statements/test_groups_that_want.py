"""Groups of every kind are parties where they want, urge or refuse something."""

import pytest


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("Farm lobbies", "farm lobbies"),
        ("Sugar mills", "sugar mills"),
        ("Farmers' leaders", "farmers' leaders"),
        ("Residents of the border towns", "residents"),
        ("Polish hauliers", "Polish hauliers"),
        ("Ethnic minorities", "ethnic minorities"),
        ("Smaller co-operatives", "smaller co-operatives"),
    ],
)
def test_whoever_refuses_something_is_a_group(reader, subject: str, expected: str) -> None:
    """By a noun of the lists, or any plural of which people alone can be the meaning."""
    found = reader.positions(f"Kenya and Uganda met last week. {subject} oppose any cut in the quota.")
    assert [(p.holder, p.stance) for p in found] == [((expected,), "oppose")]


@pytest.mark.parametrize("subject", ["Newspapers", "Analysts", "The terms", "Prices", "The rules"])
def test_things_and_onlookers_are_none(reader, subject: str) -> None:
    """Papers, rules and those who only look on hold no position of their own."""
    assert not reader.positions(f"Kenya and Uganda met last week. {subject} welcomed the truce.")


def test_followers_are_of_whom_they_follow(reader) -> None:
    """Followers and supporters of somebody named stand for his party."""
    text = "Peru and Chile met last week. Followers of Gabriel Boric rejected the truce."
    assert reader.positions(text)[0].holder == ("CHL",)


def test_a_body_that_stands_for_workers_is_the_union(stands_for) -> None:
    """Whatever it is called, the body that represents those who strike is "the union"."""
    text = (
        "The Peruvian Medical Association, which represents 9,000 doctors, called a strike over pay. "
        "The strike began on Monday. The union rejected the pay offer."
    )
    assert stands_for(text, "union") == ("Peruvian Medical Association",)


def test_rebels_are_the_movement_that_has_a_name(reader) -> None:
    """Though the article describes them by their faith as well."""
    text = (
        "The Philippines and the Moro Islamic Liberation Front met. Muslim rebels have fought for long. "
        "The rebels reject any timetable."
    )
    assert reader.positions(text)[-1].holder == ("MILF",)
