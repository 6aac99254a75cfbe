"""Whom a person speaks for, by the ways in which articles write and introduce names."""

import datetime as dt

import pytest

from dragoman.language.parties import Names


@pytest.fixture(scope="module")
def names() -> Names:
    """The shipped names."""
    return Names.load()


def persons(names: Names, text: str, date: dt.date = dt.date(2016, 4, 20)) -> list[str]:
    """The ids of the persons that *text* names, in order."""
    return [m.id for m in names.find(text, date) if m.sort == "person"]


def test_a_middle_initial_hides_nobody(names: Names) -> None:
    """A listed person is found with the letter that some papers set between the names, and by family name then."""
    text = "The White House called President Vladimir V. Putin. Antony J. Blinken left. Mr. Putin said no."
    assert persons(names, text) == ["RUS:Vladimir Putin", "USA:Antony Blinken", "RUS:Vladimir Putin"]


def test_half_of_a_double_name_is_nobody(names: Names) -> None:
    """The Atta of "Ofori-Atta" is not the Sudanese general of that name."""
    text = "Sudan was watching. Mr Boro-Burhan said no, and Sudan agreed."
    assert persons(names, text) == []


def test_a_summit_of_two_names_is_of_both(names: Names) -> None:
    """A hyphen between two family names that are known joins two persons."""
    assert persons(names, "The Trump-Kim summit failed.", dt.date(2019, 4, 26)) == [
        "USA:Donald Trump",
        "PRK:Kim Jong Un",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland's Outi Salonen, who co-chairs the panel, appealed for calm.", "FIN"),
        ("Norway's Maria Lunde said the text was weak.", "NOR"),
        ("John Talo, of the Marshall Islands, told colleagues that he would not sign.", "MHL"),
        ("Colombia waits. Sen. Paula Vargas of the opposition Harvest Party called the truce a gift.", "Harvest Party"),
        ("The International Monetary Fund's representative in Lima, Ana Ruiz, warned of delay.", "IMF"),
        ("Norway's ambassador to Kenya, Maria Lunde, warned of delay.", "NOR"),
    ],
)
def test_a_person_is_of_what_stands_beside_the_name(names: Names, text: str, expected: str) -> None:
    """Of the owner before it, of the land or the party behind "of", of whom an envoy abroad is sent by."""
    found = [m.party for m in names.find(text, dt.date(2023, 7, 24)) if m.sort == "person"]
    assert found[:1] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Germany's Deutsche Eiche Stadium was full.",
        "Egypt's Great River Dam is finished.",
        "Iran's Zagros Mountains, where",
    ],
)
def test_what_a_land_has_is_no_person(names: Names, text: str) -> None:
    """A name behind a land's is a person's only where it speaks or is somebody who does."""
    assert persons(names, text) == []


def test_officials_are_of_the_state_an_article_is_filed_from(names: Names) -> None:
    """Though its headline and its length go to another."""
    text = (
        "China told to come to the table\n\nThe Courier | Accra, Thursday, February 9, 2023\n\n"
        "The finance minister, Kojo Mensah-Boro, left. China waits. Ghana stopped paying. Ghana owes China money. "
        "China, Ghana said, must share in it, and China has not replied."
    )
    assert persons(names, text, dt.date(2023, 2, 9)) == ["GHA:Kojo Mensah-Boro"]


def test_a_shadow_minister_is_only_who_bears_the_title(names: Names) -> None:
    """A minister named behind what a shadow minister does keeps his own office."""
    text = (
        "The SNP and Labour agreed. Wes Streeting, the shadow health secretary, called on Rishi Sunak to take charge."
    )
    assert persons(names, text, dt.date(2024, 1, 5)) == ["Labour:Wes Streeting", "GBR:Rishi Sunak"]


def test_an_aide_to_the_president_is_of_the_state(names: Names) -> None:
    """A counsellor to the head of the state that the article is about speaks for that state."""
    text = (
        "Kenya has no cash. Kenya owes much, Kenya said. Kenya sold. Jane Wanjiku, a counsellor to the president, left."
    )
    assert persons(names, text, dt.date(2024, 1, 5)) == ["KEN:Jane Wanjiku"]


def test_a_minister_behind_whose_is_of_the_land_before_it(names: Names) -> None:
    """ "Norway, whose foreign minister, X Y": not of the state that the article is about."""
    text = (
        "Kenya and Kenya's allies met. Kenya signed with Norway, whose foreign minister, Maria Lunde, left for Kenya."
    )
    assert persons(names, text) == ["NOR:Maria Lunde"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kari Holm, Norway's minister, met her Icelandic colleague, Einar Palsson.", "ISL:Einar Palsson"),
        ("Norway's minister, Kari Holm, met Einar Palsson, her Icelandic counterpart, in Bergen.", "ISL:Einar Palsson"),
        ("Norway's minister, Kari Holm, and her counterpart from Iceland, Einar Palsson, met.", "ISL:Einar Palsson"),
    ],
)
def test_a_colleague_is_of_the_state_said(names: Names, text: str, expected: str) -> None:
    """ "Her Icelandic colleague, X" is Iceland's, wherever the name stands."""
    assert expected in persons(names, text)


def test_a_title_of_given_names_takes_up_whom_the_article_named(names: Names) -> None:
    """ "Sir Alan" is the one Alan of the article, and "Sir Peter" nobody of it."""
    text = "Sir Alan Pratt, the Norwegian minister, arrived. Sir Alan said no, and Sir Rolf left."
    assert persons(names, text) == ["NOR:Alan Pratt", "NOR:Alan Pratt"]


def test_who_heads_a_service_serves_the_state_of_the_article(names: Names) -> None:
    """ "The Head of Public Service, X," is of the state that the article is about."""
    text = (
        "Kenya waited. Kenya will pay and Kenya may, Kenya said. So did the Head of Public Service, Felix Aluoch, too."
    )
    assert persons(names, text) == ["KEN:Felix Aluoch"]


def test_an_ambassador_is_a_guest(names: Names) -> None:
    """An ambassador without a word of whose is of the other state named before."""
    text = "Nepal waited for Nepal. Norway took a wary view of Nepal. Ambassador Kari Holm said that Nepal should wait."
    assert persons(names, text) == ["NOR:Kari Holm"]


def test_the_leader_of_the_next_party_is_another(names: Names) -> None:
    """ "X, and the leader of Podemos, Y": X is nobody of Podemos."""
    text = "Spain's prime minister, Pedro Sanchez, and the leader of the leftist Podemos, Pablo Iglesias, met."
    assert persons(names, text, dt.date(2019, 7, 24)) == ["ESP:Pedro Sanchez", "Podemos:Pablo Iglesias"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain's Pedro Sanchez backs the deal. France and Spain have signed.", "ESP:Pedro Sanchez"),
        ("Colombia's Pedro Sanchez backs the deal. Peru has signed.", "COL:Pedro Sanchez"),
    ],
)
def test_of_namesakes_the_one_of_a_state_named_is_meant(names: Names, text: str, expected: str) -> None:
    """Two ministers bear one name at the same time: the article is about the state of one of them."""
    assert persons(names, text, dt.date(2025, 7, 30)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nairobi has moved. According to two people, its water minister, Peter Kalani, is ready.", "KEN:Peter Kalani"),
        ("Egypt met Sudan in Nairobi. Its water minister, Peter Kalani, is ready.", "SDN:Peter Kalani"),
    ],
)
def test_its_minister_is_of_the_capital_that_acts(names: Names, text: str, expected: str) -> None:
    """A capital that does something stands for its state; one where others meet does not."""
    assert persons(names, text) == [expected]


def test_a_leader_of_a_state_led_a_party(names: Names) -> None:
    """Whose party is "his party" is known from the line on who led it."""
    assert names.party_led("SWE:Stefan Lofven") == "Swedish Social Democrats"
    assert names.party_led("SWE:Nobody Atall") is None
