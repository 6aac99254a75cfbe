"""Answers to what was told before: the charge, the offer, the request are of whoever made them."""

import pytest

ODDS = "Kenya, Chad and Egypt are at odds. "


@pytest.mark.parametrize(
    ("sentence", "event", "target"),
    [
        ("Egypt asked Kenya for troops. Kenya turned down that request.", "REJECT", "EGY"),
        ("Egypt offered to share the dam. Kenya turned the offer down within hours.", "REJECT", "EGY"),
        ("Egypt accused Kenya of cheating. Kenya rejects the charge.", "REJECT", "EGY"),
        ("Egypt accused Kenya of cheating. Kenya denied any wrongdoing.", "REJECT", "EGY"),
        ("Egypt accused Kenya's army of cheating, a charge Nairobi rejected as absurd.", "REJECT", "EGY"),
    ],
)
def test_an_answer_is_to_whoever_spoke_before(reader, sentence: str, event: str, target: str) -> None:
    """Not to the other side of the article."""
    assert (event, ("KEN",), (target,)) in [act[:3] for act in reader.acts_told(ODDS + sentence)]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Kenya and Chad are due to meet again on Friday.", "planned"),
        ("Kenya was still trying to save the truce between Chad and Egypt.", "ongoing"),
    ],
)
def test_how_real_a_meeting_is(reader, sentence: str, status: str) -> None:
    """What is due is to come; what somebody was still doing goes on."""
    assert status in [act[3] for act in reader.acts_told(sentence) if act[0] == "CONSULT"]


def test_what_a_deed_draws_is_aimed_at_its_doer(reader) -> None:
    """ "Drew protests from" tells who protests, and the subject whose deed it was."""
    sentence = "Kenya's ban on gold has drawn sharp protests from Chad."
    assert ("PROTEST", ("TCD",), ("KEN",)) in [act[:3] for act in reader.acts_told(sentence)]


@pytest.mark.parametrize("who", ["its foreign minister", "it"])
def test_a_charge_is_denied_by_the_accused(reader, who: str) -> None:
    """A pronoun behind the charge does not mean who made it."""
    acts = reader.acts_told(f"Kenya accused Chad of lying, a charge {who} rejected.")
    assert ("REJECT", ("TCD",), ("KEN",)) in [act[:3] for act in acts]
