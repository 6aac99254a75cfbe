"""Organisations that no list has: found by how an article names them, and by what they go by afterwards."""

from __future__ import annotations

import pytest

from dragoman.language.parties import Names

NAMES = Names.load()


def organisations(text: str) -> list[tuple[str, str]]:
    """Party and words of each organisation known from the text alone."""
    return [
        (m.party, text[m.start : m.end])
        for m in NAMES.find(text)
        if m.sort == "organisation" and m.basis == "article"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks with the Ruritanian Hauliers' Association failed.", ["Ruritanian Hauliers' Association"]),
        ("The National Dairy Federation left.", ["National Dairy Federation"]),
        ("The Fruit Growers Union (FGU) left. The FGU may return.", ["FGU", "FGU", "FGU"]),
        ("The Harbour Employers Alliance, or HEA, left. HEA may return.", ["HEA", "HEA", "HEA"]),
        ("The Strassburg Chamber of Commerce wants a truce.", ["Strassburg Chamber of Commerce"]),
    ],
)
def test_a_name_with_a_word_for_an_organisation_is_a_party(text: str, expected: list[str]) -> None:
    """Under its letters where it has some, else under its name; wherever it stands."""
    assert [party for party, _ in organisations(text)] == expected


@pytest.mark.parametrize(
    "text", ["The European Union left.", "Talks at Union Square failed.", "A coalition left.", "On Monday Group A won."]
)  # fmt: skip
def test_listed_names_places_and_plain_nouns_are_no_new_organisations(text: str) -> None:
    """What a list has keeps its id; small letters and single words name nobody new."""
    assert [party for party, _ in organisations(text) if party != "EU"] == []


def test_an_organisation_takes_the_name_within_it() -> None:
    """ "United States" in the name of an association is no mention of the state."""
    found = NAMES.find("The United States Bakers Association left.")
    assert [m.party for m in found] == ["United States Bakers Association"]


@pytest.mark.parametrize(
    ("text", "party", "word"),
    [
        ("Peru owes the International Monetary Fund. It asked the Fund for time.", "IMF", "Fund"),
        ("The Ruritanian Dairy League left. Then the League came back.", "Ruritanian Dairy League", "League"),
    ],
)  # fmt: skip
def test_the_last_word_of_a_name_stands_for_it(text: str, party: str, word: str) -> None:
    """ "The Fund", with a capital, after the full name."""
    assert (party, word) in organisations(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("The Dairy Farmers Union left. Ada Holm, its chair, said no. Holm is angry.", "Dairy Farmers Union:Ada Holm"),
        ("Norway left, and Norwegian ships left Oslo. Norway waits. Finance Minister Ada Holm left.", "NOR:Ada Holm"),
        ("Norway spoke up. Ada Holm, a foreign ministry spokeswoman, said no.", "NOR:Ada Holm"),
        ("Time is short, said Ada Holm of Norway.", "NOR:Ada Holm"),
        ("Talks fail. Ada Holm, who leads the Norwegian delegation, left.", "NOR:Ada Holm"),
        ("Norway left. Ada Holm, who heads a department of the Foreign Ministry, left.", "NOR:Ada Holm"),
    ],
)  # fmt: skip
def test_whom_the_article_places_belongs_to_its_party(text: str, person: str) -> None:
    """By "its", by an office in the country the article is about, by a ministry, by "of"."""
    assert person in {m.id for m in NAMES.find(text)}


@pytest.mark.parametrize("text", ["The Central Bank of Norway left.", "The Supreme Court of Norway left."])
def test_a_body_of_a_state_is_no_person(text: str) -> None:
    """Only persons are "of" a state by a bare name."""
    assert not [m for m in NAMES.find(text) if m.sort == "person"]


def test_without_one_country_in_the_middle_a_minister_stays_unplaced() -> None:
    """Two countries named as often leave it open whose minister it is."""
    text = "Peru and Chile met. Chile and Peru parted. Chile spoke, Peru spoke, Peru left, Chile left, Chile won. " * 2
    assert not [m for m in NAMES.find("Talks failed. Finance Minister Ada Holm said no.") if m.party == "PER"]
    assert "ECU:Ada Holm" not in {m.id for m in NAMES.find(text + "Finance Minister Ada Holm said no.")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks with the state company Vardel failed. Vardel left.", ["Vardel", "Vardel"]),
        ("Vardel's chief executive left. A letter to Vardel followed.", ["Vardel", "Vardel"]),
        ("Vardel, the state power utility, raised its price. They rely on Vardel.", ["Vardel", "Vardel"]),
        ("The union Strom Nord wants a rise. A talk with Strom Nord failed.", ["Strom Nord", "Strom Nord"]),
        ("Gazprom cut supplies.", ["Gazprom"]),
    ],
)
def test_what_stands_beside_a_name_shows_it_to_be_a_party(text: str, expected: list[str]) -> None:
    """An office that only such a party has, a noun for what it is before it or after a comma; or a list."""
    found = [m for m in NAMES.find(text) if m.sort in {"organisation", "company"}]
    assert [m.party for m in found] == expected


@pytest.mark.parametrize("text", ["Marlen Vardel's lawyers left.", "Glasgow officials left.", "Vardel left."])
def test_persons_and_places_are_no_companies(text: str) -> None:
    """Persons have lawyers and towns have officials; a bare name shows nothing."""
    assert [m for m in NAMES.find(text) if m.sort in {"organisation", "company"}] == []


def test_letters_in_brackets_shorten_a_long_name_with_commas() -> None:
    """Every capital of the letters has its word, in order."""
    text = "The Lutha Medical Practitioners, Pharmacists and Dentists Union (LMPDU) met. The LMPDU struck."
    assert [party for party, _ in organisations(text)] == ["LMPDU"] * 3
