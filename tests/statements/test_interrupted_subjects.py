"""A subject is the subject of its verb whatever stands between the two."""

import pytest

BETWEEN = (
    "through whose territory runs the only road into the valley",
    "in a telephone call with the mediators a day earlier",
    "while taking no position on wages",
    "nervous about what its neighbours might ask for next",
    "until recently the closest ally of the United States",
    "which lost two ships in the spring, three of them off the coast",
    "desperate to save the harvest",
    "despite its promises",
    "with some 40 per cent of the votes",
)


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("verb", ["has urged Uganda to lift the ban", "called on Uganda to lift the ban"])
def test_a_state_wants_something_across_what_is_told_of_it(reader, between: str, verb: str) -> None:
    """Who asks is found before a phrase, a clause or a participle between commas."""
    text = f"Kenya and Uganda met in Geneva last week. Kenya, {between}, {verb}."
    assert [(p.holder, p.stance, p.doer) for p in reader.positions(text) if "lift" in p.action] == [
        (("KEN",), "demand", ("UGA",))
    ]


@pytest.mark.parametrize(
    "subject",
    [
        "Farmers, nervous about the frost,",
        "The hauliers, who have lost their permits,",
        "Bondholders, many of them American funds,",
        "The nurses, having waited a year for a reply,",
        "The truckers, in a letter to the ministry,",
    ],
)
def test_a_group_wants_something_across_what_is_told_of_it(reader, subject: str) -> None:
    """A group that no list has is asked for as well as a state."""
    text = f"Kenya and Uganda met in Geneva last week. {subject} called on Kenya to lift the ban."
    assert [(p.stance, p.doer) for p in reader.positions(text) if "lift" in p.action] == [("demand", ("KEN",))]


def test_predicates_side_by_side_are_no_interruption(reader) -> None:
    """What somebody does and then does next is not what stands between a subject and its verb."""
    text = "The envoy left Kenya, met officials in Uganda, and urged Ghana to lift the ban."
    assert not [p for p in reader.positions(text) if p.holder == ("KEN",)]
