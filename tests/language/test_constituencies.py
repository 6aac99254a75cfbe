"""Names of legislators, and of the places they sit for."""

from __future__ import annotations

import pytest

from dragoman.language.parties import Names

NAMES = Names.load()
US = "WASHINGTON - The U.S. budget failed. The United States has no other. America waits, and so do Americans."


def _found(text: str) -> set[tuple[str, str]]:
    return {(text[m.start : m.end], m.id) for m in NAMES.find(text)}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            f"{US} Rep. Ana Lopez of Georgia said no.",
            "USA:Ana Lopez",
        ),
        (
            f"{US} Sens. Ana Lopez and Tim Bray said no.",
            "USA:Tim Bray",
        ),
        ("Republican senators led by Kevin Cramer of North Dakota said no.", "USA:Kevin Cramer"),
    ],
)
def test_a_legislator_is_of_the_state_whose_parliament_it_is(text: str, person: str) -> None:
    found = {party for _, party in _found(text)}
    assert person in found
    assert found.isdisjoint({"GEO", "North Dakota"})


def test_a_governor_is_of_his_region() -> None:
    assert ("Tina Kotek", "Oregon:Tina Kotek") in _found("Governor Tina Kotek of Oregon said no.")


def test_a_place_behind_of_is_nobody_who_speaks() -> None:
    assert not any(found == "Old Forge" for found, _ in _found("Anna Ruiz of Old Forge said that it was late."))


def test_a_given_name_may_go_on_in_small_letters() -> None:
    text = "The talks failed, said Kim Sung-ju, who heads the Fruit Growers Council. Kim saw no hope."
    assert [party for found, party in sorted(_found(text)) if found.startswith("Kim")] == [
        "Fruit Growers Council:Kim Sung-ju",
        "Fruit Growers Council:Kim Sung-ju",
    ]


def test_a_text_may_end_on_a_verb_of_speaking_behind_a_comma() -> None:
    assert _found("Kofi Mensah, urged") == set()


def test_where_somebody_is_from_is_no_party() -> None:
    text = f"{US} Chuck Schumer of Forgeton said no. Forgeton said that it would pay. In May Forgeton refused."
    assert not any(found == "Forgeton" for found, _ in _found(text))
