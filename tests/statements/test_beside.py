"""People and organs that an article names by whom they serve, stand beside or belong to."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ('An aide to the Norwegian finance minister said: "We will not pay."', "NOR"),
        ('A source close to Gazprom said: "We will not pay."', "Gazprom"),
        ("MPs of Viktor Orbán's Fidesz refused to vote.", "Fidesz"),
        ("Amhara politicians refused to sign.", "Amhara:politicians"),
        ("India waited. The Supreme Court refused to stop the march.", "IND:Supreme Court"),
        ("India waited. Parliament refused to vote.", "IND:Parliament"),
        ("India waited. The business department opposes the merger.", "IND"),
        ("Downstream states refused to sign.", "downstream states"),
    ],
)
def test_who_takes_a_stance_through_others(reader, text: str, holder: str) -> None:
    """Those who serve somebody speak for him, organs for the state spoken of."""
    assert holder in {party for position in reader.positions(text) for party in position.holder}


@pytest.mark.parametrize(
    "text",
    [
        "India waited. A court refused to stop the march.",
        "India waited. Bergen's assembly refused to vote.",
        "India waited. The arbitration court refused to vote.",
        "A source familiar with the text refused to vote for Norway.",
    ],
)
def test_other_courts_and_sources_are_not_the_states(reader, text: str) -> None:
    """What is said to be another's, or any, is no organ of the state spoken of."""
    assert not [p for p in reader.positions(text) if {"IND", "IND:Court", "IND:Assembly", "NOR"} & set(p.holder)]


def test_who_leads_the_talks_for_a_state_speaks_for_it(reader) -> None:
    """Whatever else he is said to be before."""
    text = "Bo Lund, the deputy speaker of parliament who leads the talks for Norway, refused to sign."
    assert {p.holder for p in reader.positions(text)} == {("NOR:Bo Lund",)}


def test_a_parliament_is_that_of_the_minister_who_speaks_of_it(stands_for) -> None:
    """Not that of the state most spoken of."""
    text = "Chad and Chad met. Chad waits. Norway's trade minister, Bo Lund, demanded a vote in parliament."
    assert stands_for(text, "parliament") == ("NOR:Parliament",)
