"""Whose a request or an objection is, behind "of": groups, names that no list has, and who is told between commas."""

import pytest


@pytest.mark.parametrize("holder", ["farmers", "truckers", "Vardel Mining", "teachers' unions"])
def test_who_objects_stands_behind_of(reader, holder: str) -> None:
    """ "Over the objections of farmers": theirs, though they do nothing else in the article."""
    found = reader.positions(f"Chad signed the pact over the objections of {holder}.")
    assert [(p.holder, p.stance, p.doer) for p in found] == [((holder,), "oppose", ("TCD",))]


def test_a_call_of_some_is_theirs(reader) -> None:
    """ "The call of the bishops for a truce": what they want."""
    assert reader.stances_told("The call of the bishops for a truce failed.") == {("bishops", "demand", "a truce")}


def test_what_is_demanded_stands_behind_an_apposition(reader) -> None:
    """ "The demand of the foreign minister, X, for a patrol": what stands behind the commas is demanded."""
    text = "Peru rejected the demand of the Chilean foreign minister, Alberto van Klaveren, for a joint patrol."
    assert ("CHL", "demand", "a joint patrol") in reader.stances_told(text)


def test_what_is_the_aim_of_a_wish_is_its_own(reader) -> None:
    """ "No secret of his wish for the port": the wish brings "for", and not the secret."""
    text = "Ahmed Attaf, the Algerian foreign minister, makes no secret of his wish for a truce."
    assert reader.stances_told(text) == {("DZA", "demand", "a truce")}
