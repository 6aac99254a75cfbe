"""Acts told by what somebody is in, on or at, by what was stopped or due, and by what is left unsaid."""

import pytest

OPENING = "Kenya and Chad have argued over the river for years. "


def told(reader, sentence: str) -> list[tuple[str, str, str]]:
    """Actor, event and status of the acts of *sentence*, which stands behind one that says nothing."""
    acts = reader.acts(OPENING + sentence)
    return [("+".join(p.split(":")[0] for p in act.actor), act.event, act.status) for act in acts]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenya is in talks with Chad over the dam.", ("KEN", "CONSULT", "ongoing")),
        ("Kenya said it was in constant touch with Chad.", ("KEN", "CONSULT", "ongoing")),
        ("Kenya is not in talks with Chad.", ("KEN", "CONSULT", "denied")),
        ("Kenyan workers are on strike.", ("KEN", "PROTEST", "ongoing")),
        ("Kenya and Chad have been at war since 2019.", ("KEN+TCD", "ASSAULT", "ongoing")),
    ],
)
def test_what_a_party_is_in_or_on_goes_on(reader, sentence: str, act: tuple[str, str, str]) -> None:
    """ "Is in talks", "are on strike", "at war": no verb tells it, and it goes on."""
    assert act in told(reader, sentence)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenya stopped attending the talks.", ("KEN", "REJECT", "done")),
        ("Kenya stopped buying gas from Chad.", ("KEN", "SANCTION", "done")),
        ("Kenya stopped shelling Chad on Monday.", ("KEN", "RETREAT", "done")),
    ],
)
def test_what_is_stopped_is_an_act_by_what_it_was(reader, sentence: str, act: tuple[str, str, str]) -> None:
    """Talks are broken off, trade and aid withheld, attacks given up."""
    assert act in told(reader, sentence)


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenya and Chad are due to sign a treaty next week.", ("KEN+TCD", "AGREE", "planned")),
        ("Kenya did sign the treaty with Chad.", ("KEN+TCD", "AGREE", "done")),
        ("Kenya is understood to have dropped its objection to the Chadian bid.", ("KEN", "CONCEDE", "done")),
        ("Ghana joined Kenya in condemning Chad.", ("GHA", "ACCUSE", "done")),
        ("Ghana blamed Kenya for shelling Chad.", ("KEN", "ASSAULT", "done")),
    ],
)
def test_helpers_and_gerunds_tell_how_real_an_act_is(reader, sentence: str, act: tuple[str, str, str]) -> None:
    """What is due is planned; what "did" stands with, or what somebody is blamed for, was done."""
    assert act in told(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya may be in talks with Chad.",
        "If Kenya is in talks with Chad, nobody knows.",
        "Kenya wants Chad to stop shelling its villages.",
        "If Kenya stops buying gas from Chad, prices will fall.",
        "Kenya hopes to return to the table in May.",
        "When Kenya and Chad meet, they quarrel.",
        "Kenya is on track for a deal with Chad.",
        "Kenya warned that prices would rise.",
    ],
)
def test_what_is_possible_or_wished_is_no_act_done(reader, sentence: str) -> None:
    """A modal, a condition, a wish or a habit makes no act of the same words."""
    assert [act for act in told(reader, sentence) if act[2] in {"done", "ongoing", "planned"}] == []


def test_threats_to_nobody_by_name_face_the_other_side(reader) -> None:
    """Between two sides it is said to the other."""
    acts = reader.acts(OPENING + "Kenya warned that it would close its ports.")
    assert [(act.event, act.target) for act in acts] == [("THREATEN", ("TCD",))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya is ready to resume talks.",
        "Kenya is prepared to lift the tariffs if the ports are opened.",
        "Kenya is willing to sit down with Chad.",
    ],
)
def test_readiness_is_told_by_its_position(reader, sentence: str) -> None:
    """To be ready for something is a stance, and no act between the two."""
    assert reader.acts(OPENING + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya demanded that the trials be suspended.",
        "Kenya asked for the tariffs to be lifted.",
        "Kenya proposed that the talks be held in Mali.",
    ],
)
def test_what_was_asked_once_of_nobody_is_aimed_at_nobody(reader, sentence: str) -> None:
    """A demand that names nobody is an act, and the other side does not become its target."""
    assert [(act.event, act.target) for act in reader.acts(OPENING + sentence)] == [("REQUEST", ())]


def test_who_is_to_do_it_is_asked(reader) -> None:
    """The subject of what is demanded hears the demand."""
    acts = reader.acts(OPENING + "Kenya demanded that Mali release the sailors.")
    assert [(act.event, act.target) for act in acts] == [("REQUEST", ("MLI",))]


def test_a_frame_that_tells_no_act_leaves_room_for_the_next(reader) -> None:
    """Troops that are sent to a border are no help: they are a show of force."""
    assert ("KEN", "MOBILIZE", "done") in told(reader, "Kenya sent troops to the border with Chad.")


def test_who_is_under_pressure_is_asked_by_whom_it_is_from(reader) -> None:
    """The subject is pressed, and those behind "from" press it."""
    found = reader.acts_told("Chad is under pressure from Niger to reopen the bridge.")
    assert ("REQUEST", ("NER",), ("TCD",), "ongoing") in found
