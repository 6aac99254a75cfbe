"""For or against, done or not: words that turn a sentence round, told of states that nobody knows anything of."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru failed to back the resolution.", ("PER", "refuse", "the resolution")),
        ("Peru hardly supports the treaty.", ("PER", "refuse", "the treaty")),
        ("Peru accepted neither the draft nor the timetable.", ("PER", "refuse", "the draft")),
        ("Peru cannot live with the plan.", ("PER", "oppose", "the plan")),
        ("It would be a mistake for Chad to fill the lake, Peru said.", ("PER", "oppose", "fill the lake")),
        ("Peru said it was essential for Chad to lift the ban.", ("PER", "demand", "lift the ban")),
        ("Chad must not be allowed to fill the lake, Peru said.", ("PER", "oppose", "fill the lake")),
        ("Instead of easing the duty, Chad should raise it, Peru said.", ("PER", "demand", "raise it")),
        ("Peru promised not to attack Chad.", ("PER", "promise", "not attack Chad")),
        ("Peru has no objection to a longer truce.", ("PER", "support", "a longer truce")),
        ("Peru no longer opposes the treaty.", ("PER", "support", "the treaty")),
        ("Peru will accept nothing less than a treaty.", ("PER", "demand", "a treaty")),
        ("Peru rejected a refusal by Chad to sign.", ("PER", "demand", "sign")),
        ("Peru welcomed Chad's decision not to build the dam.", ("PER", "oppose", "build the dam")),
    ],
)
def test_what_is_wanted_or_not_is_heard_through_what_turns_it_round(
    reader, text: str, expected: tuple[str, ...]
) -> None:
    """Failing, hardly, neither, instead, no objection, nothing less: each turns its sentence round once."""
    assert expected in reader.stances_told(text)


def test_who_is_judged_is_who_acts(reader) -> None:
    """In "a mistake for Chad to fill it", it is Chad that would."""
    (position,) = reader.positions("It would be a mistake for Chad to fill the lake, Peru said.")
    assert (position.holder, position.doer) == (("PER",), ("TCD",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru agreed not to attack Chad.", ("AGREE", "done")),
        ("Peru vowed to attack Chad.", ("THREATEN", "done")),
        ("Instead of easing the sanctions, Peru tightened them.", ("CONCEDE", "denied")),
    ],
)
def test_what_is_held_back_from_is_neither_done_nor_threatened(reader, text: str, expected: tuple[str, str]) -> None:
    """A promise to hold back is an agreement; what stands behind "instead of" was not done."""
    assert expected in {(act.event, act.status) for act in reader.acts(text)}
    assert ("THREATEN" in expected) == any(act.event == "THREATEN" for act in reader.acts(text))


def test_a_pledge_to_hold_back_threatens_nobody(reader) -> None:
    """ "Pledged not to blockade" is no threat."""
    assert not [act for act in reader.acts("Peru pledged not to blockade Chad.") if act.event == "THREATEN"]


def test_what_one_has_yet_to_accept_one_does_not_offer(reader) -> None:
    """ "Has yet to accept the proposal to share data" offers nothing of one's own."""
    told = reader.stances_told("Peru has yet to accept a proposal by Chad to share data.")
    assert not any(holder == "PER" for holder, *_ in told)
