"""Deeds in a series, how long somebody is pressed, and words that look like others."""

from __future__ import annotations


def test_each_verb_of_a_series_is_a_deed(reader) -> None:
    """ "Closed its airspace, deported thousands and ruled out talks"; and what is closed to somebody is no tie."""
    text = "Chad has closed its airspace to Niger, deported thousands of Nigeriens and ruled out talks."
    assert [act.target for act in reader.acts(text) if act.event == "COERCE"] == [("NER",), ("NER",)]
    assert not list(reader.ties(text))
    assert {(p.stance, p.action) for p in reader.positions(text)} == {("refuse", "talks")}


def test_somebody_pressed_for_weeks_is_asked_to_do_it(reader) -> None:
    """The weeks do nothing."""
    (position,) = reader.positions("Chad has urged Mali for months to sign the accord.")
    assert (position.doer, position.action) == (("MLI",), "sign the accord")


def test_a_force_is_not_what_is_forced(reader) -> None:
    """ "Forced the closure of the port ... would back the force"."""
    text = "Gangs forced the closure of the main port. Mali said it would back the force with money."
    assert {position.action for position in reader.positions(text)} == {"the force with money"}


def test_forces_are_flown_in(reader) -> None:
    """A show of force, as much as those sent in."""
    text = "The Chadian military flew in additional forces over the weekend."
    assert {act.event for act in reader.acts(text)} == {"MOBILIZE"}
