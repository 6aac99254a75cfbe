"""Accords and meetings that nouns tell, done, to come, or not held; what a third party does between two sides."""

import pytest

QUARREL = "Kenya and Chad have argued over the river for years, and talks between Kenya and Chad have stalled. "


def _found(reader, sentence: str) -> set[tuple[str, tuple[str, ...], str]]:
    return {(act.event, tuple(sorted(act.actor)), act.status) for act in reader.acts(QUARREL + sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Under a 2014 accord, the river is shared.",
        "The 1992 treaty that closed a long war is void.",
        "Since the ceasefire came into force last month, few shots have been fired.",
        "The truce, which took effect on March 2, was broken at once.",
        "The annex on fishing, signed last month, is not to be reopened.",
    ],
)
def test_an_accord_of_the_past_was_made_by_both_sides(reader, sentence: str) -> None:
    """A year before it, its coming into force, or its signing tells that it was made."""
    assert ("AGREE", ("KEN", "TCD"), "done") in _found(reader, sentence)


def test_an_accord_to_be_signed_is_planned(reader) -> None:
    """The infinitive that describes it says so."""
    sentence = "The agreement to share the river, to be signed in the mountains, would end the row."
    assert ("AGREE", ("KEN", "TCD"), "planned") in _found(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A treaty would end the row.",
        "If there is no agreement by Friday, Kenya will close the port.",
        "Under the Paris Agreement of the world's nations, emissions must fall.",
        "Both want an accord by 2030.",
    ],
)
def test_an_accord_without_a_past_was_made_by_nobody(reader, sentence: str) -> None:
    """Neither one that is only wished for, nor one that bears the name of others."""
    assert not [one for one in _found(reader, sentence) if one[0] == "AGREE"]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Consultations on the fishery continue this week.", "ongoing"),
        ("Thursday's meeting in Geneva lasted six hours.", "done"),
        ("No direct meeting has taken place.", "denied"),
        ("There have been no talks since May.", "denied"),
    ],
)
def test_talks_of_nobody_named_are_of_the_two_sides(reader, sentence: str, status: str) -> None:
    """How real they are goes by the verb of happening."""
    assert ("CONSULT", ("KEN", "TCD"), status) in _found(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Ghana is still trying to revive the truce.", "Ghana, which is mediating, is losing patience."],
)
def test_a_third_party_talks_to_both(reader, sentence: str) -> None:
    """To try to bring them together is the deed."""
    assert ("CONSULT", ("GHA",), "ongoing") in _found(reader, sentence)


def test_one_of_the_two_sides_brokers_nothing(reader) -> None:
    """It would only be acting for itself."""
    sentence = "Kenya is still trying to revive the truce."
    assert ("CONSULT", ("KEN",), "ongoing") not in _found(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Under the draft, Chad would withdraw its troops from Kenya.",
        "They discussed a plan under which Chad would lift its sanctions on Kenya.",
        "Chad does not recognise Kenya's border.",
        "Neither side may suspend the pact on its own.",
        "Chad demanded that he fly to Nairobi in person.",
        "It rejects what Chad calls a compromise.",
    ],
)
def test_what_a_plan_or_a_stance_tells_is_no_act(reader, sentence: str) -> None:
    """What a text would have them do, what they never do, and what things are called happens at no time."""
    assert [one for one in reader.acts(QUARREL + sentence) if one.event not in {"REJECT", "REQUEST"}] == []
