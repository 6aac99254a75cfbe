"""Whom "he" and "she" may mean, by given names and titles."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        (
            "British Prime Minister Theresa May telephoned Irish Prime Minister Leo Varadkar. He urged France to pay.",
            "IRL:Leo Varadkar",
        ),
        (
            "British Prime Minister Theresa May telephoned Irish Prime Minister Leo Varadkar. She urged France to pay.",
            "GBR:Theresa May",
        ),
    ],
)
def test_the_given_name_tells(reader, text: str, holder: str) -> None:
    """The one whose name is a woman's is no "he"."""
    assert {p.holder for p in reader.positions(text)} == {(holder,)}


def test_a_title_tells(reader) -> None:
    """ "Ms" before a name that nobody knows."""
    text = "Mr Starmer met Ms Ruiz, the Spanish minister, in Rabat. She asked Chad to cut its quota."
    assert {p.holder[0].partition(":")[0] for p in reader.positions(text)} == {"ESP"}


def test_a_surname_behind_a_comma_is_another(reader) -> None:
    """ "Asked about the prime minister, Baerbock said": the minister is not called Baerbock there."""
    text = (
        "German Foreign Minister Annalena Baerbock met Poland's prime minister in Berlin. "
        "Asked about the prime minister, Baerbock said Poland should open the border."
    )
    assert {p.holder for p in reader.positions(text)} == {("DEU:Annalena Baerbock",)}
