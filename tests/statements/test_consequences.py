"""Positions told by consequence, contrast and favour: warnings, "but not", the only way left, who is pleased."""

import pytest


def told(reader, text: str) -> list[tuple[str, str, str, str]]:
    """Holder, stance, doer and action of each position of *text*."""
    return [(p.holder[0], p.stance, ";".join(p.doer), p.action) for p in reader.positions(text)]


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Chile warned of grave consequences if Peru raises the fee.", ("CHL", "oppose", "PER", "raise the fee")),
        ("Mali spoke of reprisals if Niger closes the road.", ("MLI", "oppose", "NER", "close the road")),
        ("Norway warned of a boycott unless Iceland cuts its quota.", ("NOR", "demand", "ISL", "cut quota")),
        ("Kenya spoke of chaos at the border should Uganda leave.", ("KEN", "oppose", "UGA", "leave")),
        ("Oman has warned of a backlash if Yemen does not pay.", ("OMN", "demand", "YEM", "pay")),
    ],
)
def test_who_warns_of_what_would_follow_is_against_its_cause(reader, text: str, position: tuple[str, ...]) -> None:
    """What would bring trouble about is opposed, what would avert it demanded."""
    assert position in told(reader, text)


@pytest.mark.parametrize("text", ["Chile warned of a new war.", "Chile warned of floods if the rain goes on."])
def test_a_warning_of_what_nobody_does_is_no_stance(reader, text: str) -> None:
    """Trouble alone, and the weather, ask nothing of anybody."""
    assert told(reader, text) == []


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Norway said it could live with a quota, but not with a ban.", "a ban"),
        ("Norway backs a tax on fuel but not a ban on flights.", "a ban on flights"),
    ],
)
def test_but_not_turns_the_stance_before_it(reader, text: str, action: str) -> None:
    """What stands behind "but not" is what the holder does not want."""
    assert [one[3] for one in told(reader, text) if one[1] in {"oppose", "refuse"}] == [action]


def test_but_not_before_a_verb_is_no_stance(reader) -> None:
    """ "But not because", "but not before": no other thing is named."""
    assert len(told(reader, "Norway backs a tax on fuel, but not because it likes taxes.")) == 1


@pytest.mark.parametrize(
    ("text", "holder", "action"),
    [
        ("Kenya sees no alternative to a truce.", "KEN", "a truce"),
        ("Peru said there was no solution other than talks.", "PER", "talks"),
        ("Ghana has no choice but to devalue its currency.", "GHA", "devalue currency"),
    ],
)
def test_the_only_way_left_is_supported(reader, text: str, holder: str, action: str) -> None:
    """Who sees no other way is for the one that is named."""
    assert (holder, "support", action) in [(found[0], found[1], found[3]) for found in told(reader, text)]


def test_a_way_out_of_which_there_are_several_is_no_stance(reader) -> None:
    """An alternative that somebody has says nothing of what it wants."""
    assert told(reader, "Kenya has an alternative to the port.") == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Chad tabled a draft. The proposal did not satisfy Niger.", "oppose"),
        ("Chad tabled a draft. The proposal angered Niger.", "oppose"),
    ],
)
def test_who_is_not_pleased_by_a_proposal_is_against_it(reader, text: str, stance: str) -> None:
    """A proposal that satisfies, or does not, tells the stance of whom it is put to."""
    assert ("NER", stance) in [found[:2] for found in told(reader, text)]


@pytest.mark.parametrize(
    ("text", "offer", "demand"),
    [
        ("The EU said Serbia could join if it recognised Kosovo.", ("EU", "offer"), ("EU", "demand", "SRB")),
        ("France said Niger could have the aid back if it freed him.", ("FRA", "offer"), ("FRA", "demand", "NER")),
    ],
)
def test_what_a_speaker_would_let_another_have_is_an_offer(
    reader, text: str, offer: tuple[str, str], demand: tuple[str, str, str]
) -> None:
    """Its condition is a demand on whoever would have it, whom the pronoun stands for."""
    found = told(reader, text)
    assert offer in [one[:2] for one in found]
    assert demand in [one[:3] for one in found]


def test_experts_grant_nothing(reader) -> None:
    """What analysts say a state could get is no offer."""
    assert told(reader, "Analysts said Serbia could get loans if it recognised Kosovo.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Oman has made clear that Yemen must leave the port.",
        "Oman made it plain that Yemen must leave the port.",
        "Oman left no doubt that Yemen must leave the port.",
        "Oman's minister was adamant that Yemen must leave the port.",
    ],
)
def test_set_phrases_of_saying_have_a_speaker(reader, text: str) -> None:
    """What is made clear is said by whoever makes it clear."""
    assert any(found[:3] == ("OMN", "demand", "YEM") for found in told(reader, text))


def test_a_condition_behind_the_report_belongs_to_what_is_reported(reader) -> None:
    """Each clause of what is provided is demanded of who would do it."""
    found = told(reader, "Mali said it was ready to sign, provided that Chad withdrew and that Niger paid a fine.")
    assert [one[2] for one in found if one[1] == "demand"] == ["TCD", "NER"]


@pytest.mark.parametrize(
    ("text", "actions"),
    [
        ("Chile's team arrived with two demands: that Peru lift the ban and that it free the crew.", ["lift the ban"]),
        ("The IMF has one condition: that Ghana devalue its currency.", ["devalue currency"]),
    ],
)
def test_demands_are_listed_behind_a_colon(reader, text: str, actions: list[str]) -> None:
    """Each thing behind the colon is demanded by whoever brings, sets out or owns the demands."""
    found = [one[3] for one in told(reader, text) if one[1] == "demand"]
    assert all(action in found for action in actions)


def test_what_is_no_demand_is_not_listed(reader) -> None:
    """A colon behind another noun tells no stance."""
    assert told(reader, "Peru answered its two critics: Chile and Bolivia.") == []


def test_the_first_of_two_subjects_is_no_object_of_the_saying(reader) -> None:
    """ "Said Mexico and Chile should go on": both should."""
    text = "Smith complained about Peru and said Mexico and the United States should go ahead by themselves."
    assert all(found[2] in {"MEX;USA", "USA;MEX"} for found in told(reader, f"{text}"))


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Oman offered to extend the truce by a month.", ("OMN", "offer", "OMN", "extend the truce by a month")),
        (
            "A senior Peruvian official denied it. Smith of Chile left. “We will sign,” the official said.",
            ("PER", "promise", "PER", "sign"),
        ),
    ],
)
def test_how_much_and_who_said_so_are_kept(reader, text: str, position: tuple[str, ...]) -> None:
    """A measure is part of the action; "the official" is the one spoken of before."""
    assert position in told(reader, text)


def test_what_nobody_is_able_to_do_is_no_refusal(reader) -> None:
    """ "Nobody there can sign" says nothing of what the speaker wants."""
    assert told(reader, "“Nobody in that room can sign for Oman,” said Ali Haddad of the Delta Institute.") == []
