"""Some of a party who go without a noun, names in brackets, and names that only reports say something of."""

import pytest


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Some in Oslo would rather wait.", "Some", "NOR"),
        ("Many in the Kenyan government oppose the draft.", "Many", "KEN"),
        ("In Oslo some would like to see the law changed.", "some", "NOR"),
    ],
)
def test_some_in_a_place_are_of_it(stands_for, text: str, spelling: str, expected: str) -> None:
    """ "Some in Oslo", "in Oslo some": those of Norway."""
    assert stands_for(text, spelling) == (expected,)


def test_some_in_a_place_that_is_no_party_are_nobody(stands_for) -> None:
    """A valley has no stance."""
    assert stands_for("Some in the valley would rather wait.", "Some") == ()


def test_a_name_in_brackets_is_that_before_them(reader) -> None:
    """ "The Grain Growers' League (GGL) is prepared to pay": the league."""
    text = "The Nigeria Employers' Consultative Association (NECA) is prepared to pay for the silos."
    assert {p.holder for p in reader.positions(text)} == {("NECA",)}


def test_what_is_reported_of_a_name_it_does(reader) -> None:
    """ "Vardel is reported to want a truce": a name that no list has, in a passive of saying."""
    assert {p.holder for p in reader.positions("Vardel is reported to want the port reopened.")} == {("Vardel",)}


def test_an_appetite_inside_a_party_is_its_own(reader) -> None:
    """ "Inside the party there is no appetite for": a refusal of the party."""
    text = "Inside the Labour Party there is no appetite for leaving the coalition."
    assert reader.stances_told(text) == {("Labour Party", "refuse", "leave the coalition")}


def test_their_union_is_the_one_that_bargains(stands_for) -> None:
    """ "Drivers stayed at home after their union rejected it": the union of the article."""
    text = (
        "Drivers want higher wages. The Drivers' Union (DRU) and Northrail met. Northrail employs the drivers. The DRU "
        "called a strike. Drivers stayed at home on Friday after their union rejected the wages."
    )
    assert stands_for(text, "union") == ("DRU",)
