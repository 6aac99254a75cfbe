"""Those who fight a state, by what is theirs; what one of them says; what is not yet done before a deadline."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("who", ["Rebel forces", "Rebel fighters", "Rebel commanders"])
def test_rebel_forces_are_the_rebels(reader, who: str) -> None:
    """Where no movement is named, those who fight go by that."""
    acts = reader.acts(f"{who} attacked a convoy in Chad and killed two soldiers.")
    assert {act.actor for act in acts} == {("rebels",)}


def test_he_may_be_a_member_of_a_team(reader) -> None:
    """ "A member of their team said ... They ask us": those on the other side ask."""
    text = (
        "Chad's minister said he had proposed a truce. The rebels did not reject the idea, but a member of their team "
        'said that talks were far off. "They ask us to put down our guns," he said.'
    )
    assert (("TCD",), "demand", ("rebels",)) in {(p.holder, p.stance, p.doer) for p in reader.positions(text)}


def test_what_must_come_before_a_withdrawal_has_not_happened(reader) -> None:
    """ "Will not withdraw before the insurgents lay down their weapons"."""
    text = (
        "Mali's commander said that he will not withdraw a single soldier before the insurgents lay down their weapons."
    )
    assert "RETREAT" not in {act.event for act in reader.acts(text)}
    assert ("demand", ("insurgents",)) in {(p.stance, p.doer) for p in reader.positions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chad was not told of the deal.",
        "Thailand and Chad have met over what both call a plan to end two decades of violence.",
        "Mali stopped searching homes and schools at night.",
    ],
)
def test_no_stance_is_taken(reader, text: str) -> None:
    """Not to be told refuses nothing; what is called something, and the hour of a deed, are no action."""
    assert not list(reader.positions(text))


def test_an_ordinal_names_nobody(reader) -> None:
    """ "The Fourth Army Region" is no party called Fourth."""
    text = "The commander of the Fourth Army Region of Chad said that he will not withdraw."
    assert not [position for position in reader.positions(text) if "Fourth" in str(position.holder)]


def test_a_phrase_goes_on_from_its_like(reader) -> None:
    """ "Over Ramadan, which begins next month, and over the new year": one truce."""
    text = "Chad said it had proposed a truce over Ramadan, which begins next month, and over the new year in April."
    assert not [position for position in reader.positions(text) if position.action.startswith("the new year")]
