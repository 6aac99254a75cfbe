"""Subjects that stand behind "and", or behind a name of an office, and are of the verb that follows."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway suspended talks with Moscow on Sunday and Sweden expelled two Russian diplomats.", "SWE"),
        ("Talks broke up in Lima and Chile recalled its ambassador to Peru.", "CHL"),
        ("Kenya closed its border with Uganda in March and Tanzania imposed sanctions on both.", "TZA"),
    ],
)
def test_who_stands_behind_and_acts(reader, text: str, told: str) -> None:
    """ "In Lima and Chile recalled": Chile is no second place."""
    assert {act.actor for act in reader.acts(text) if act.event == "SANCTION"} == {(told,)}


def test_what_somebody_does_is_done_to_what_stands_before_and(reader) -> None:
    """ "Killed ten people in Kampala and Kenya demanded": the people demand nothing."""
    text = "The bomb killed ten people in Kampala and Kenya demanded that Uganda hand over the men."
    assert ("KEN", "demand", "UGA", "hand over the men") in reader.positions_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Delegates from Chad and Mali accused Niger of bad faith.",
        "An envoy said Chad and Mali accused Niger of bad faith.",
    ],
)
def test_two_names_before_a_verb_belong_together(reader, text: str) -> None:
    """Two who act together, and what a clause says of both."""
    assert {frozenset(act.actor) for act in reader.acts(text) if act.event == "ACCUSE"} == {frozenset({"TCD", "MLI"})}


def test_what_farmers_of_two_lands_want_is_wanted_by_none_alone(reader) -> None:
    """ "Thinks farmers in Kenya and Uganda want": a clause of its own without "that"."""
    positions = reader.positions("The minister believes farmers in Kenya and Uganda want a deal with Rwanda.")
    assert ("UGA",) not in {position.holder for position in positions}


@pytest.mark.parametrize("part", ["hand over the men", "call off the strike", "pull back its tanks"])
def test_verbs_with_particles_are_asked_for(reader, part: str) -> None:
    """ "Demanded that Uganda hand over": a bare verb, whatever its particle is taken for."""
    told = reader.positions_told(f"Kenya demanded that Uganda {part}.")
    assert {(holder, stance, doer) for holder, stance, doer, _ in told} == {("KEN", "demand", "UGA")}


def test_a_name_behind_an_office_with_its_place(reader) -> None:
    """ "Its head of mission, Ana Lund, urged": who urged, and nobody who was urged."""
    text = "Norway rejected the draft, and its head of mission, Ana Lund, accused Chad of arrogance."
    assert {(act.actor, act.target) for act in reader.acts(text) if act.event == "ACCUSE"} == {(("NOR",), ("TCD",))}
