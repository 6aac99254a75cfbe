"""What is accepted by neither, what somebody is accused of being, and verbs written with a hyphen."""

from __future__ import annotations

import pytest


def test_what_neither_accepts_is_not_agreed(reader) -> None:
    """ "Was accepted by neither Mali nor Niger": both turn it down; and nobody means to accept his own plan."""
    text = "Chad's plan for a truce was accepted by neither Mali nor Niger."
    assert {act.status for act in reader.acts(text)} == {"denied"}
    assert {position.stance for position in reader.positions(text)} <= {"refuse", "oppose"}


def test_what_became_of_a_proposal_is_not_what_it_says(reader) -> None:
    """ "The proposal of Chad was rejected": Chad proposes no rejection."""
    assert not list(reader.positions("The proposal of Chad was rejected by nobody."))


@pytest.mark.parametrize("what", ["unwilling to talk", "interested only in winning time"])
def test_what_others_are_accused_of_being_is_no_stance(reader, what: str) -> None:
    """Neither of who accuses, nor surely of the accused."""
    assert not list(reader.positions(f"Chad accused Mali of being {what}."))


@pytest.mark.parametrize(
    ("verb", "action"),
    [
        ("re-open the border", "reopen the border"),
        ("co-operate with Mali", "cooperate with Mali"),
        ("pre-empt the vote", "preempt the vote"),
        ("de-escalate the conflict", "de-escalate the conflict"),
    ],
)
def test_a_verb_with_a_hyphen_is_one_word(reader, verb: str, action: str) -> None:
    """Papers write both."""
    (position,) = reader.positions(f"Niger urged Chad to {verb}.")
    assert (position.doer, position.action) == (("TCD",), action)


def test_its_chairman_is_of_nobody_inside_what_he_says(reader) -> None:
    """ "Nor those of Hamas", its chairman said: who speaks is named before the quotation."""
    text = (
        "The Oromo Federalist Congress regretted the collapse. "
        '"Neither the bullets of Chad nor those of Hamas will bring peace to us," its chairman, Merera Gudina, said.'
    )
    assert not [view for view in reader.views(text) if "Hamas" in str(view.holder)]


def test_hopes_that_are_raised_are_of_nobody_in_particular(reader) -> None:
    """Whoever joins the talks does not demand that they succeed."""
    assert not list(reader.positions("Chad's minister joined the talks, raising hopes that a deal was close."))


def test_what_others_are_accused_of_having_asked_is_no_demand_of_theirs(reader) -> None:
    """ "Accused Mali of having pressed the rebels to withdraw": Chad asks for no withdrawal."""
    assert not list(reader.positions("Chad accused Mali of having pressed the rebels to withdraw."))
