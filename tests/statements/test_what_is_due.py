"""What is due in somebody's view: "for Ankara, the militia must leave", "there has to be a vote"."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "holder", "stance", "action"),
    [
        ("There has to be an inquiry, Chile's foreign minister said.", "CHL", "demand", "an inquiry"),
        ("Chad's president said there had to be an end to the blockade.", "TCD", "demand", "an end to the blockade"),
        ("There needs to be a vote on the dam, Peru said.", "PER", "demand", "a vote on the dam"),
        ("There has to be no delay, Peru said.", "PER", "oppose", "delay"),
    ],
)
def test_what_there_has_to_be(reader, sentence: str, holder: str, stance: str, action: str) -> None:
    """ "There has to be" tells what is wanted as "there must be" does."""
    assert (holder, stance, action) in reader.stances_told(sentence)


def test_what_there_need_not_be(reader) -> None:
    """What does not have to be may be left undone."""
    assert not reader.positions("There does not need to be a treaty, Peru said.")


@pytest.mark.parametrize(
    ("sentence", "holder", "action"),
    [
        ("In the eyes of Paris, London has broken its word and should pay.", "FRA", "pay"),
        ("As Kenya sees it, Somalia should drop the case.", "KEN", "drop the case"),
        ("For Ankara, the militia must leave the town before any truce.", "TUR", "the militia to leave the town"),
        ("To Pakistan, India should first restore the autonomy of Kashmir.", "PAK", "restore the autonomy of Kashmir"),
        ("For Beijing, the tariffs have to be lifted first.", "CHN", "lift the tariffs first"),
    ],
)
def test_in_whose_view(reader, sentence: str, holder: str, action: str) -> None:
    """In whose eyes, and for whom, something is due wants it."""
    told = {(p.holder[0], p.stance) for p in reader.positions(sentence) if p.action.startswith(action)}
    assert told == {(holder, "demand")}


def test_what_others_say_is_due_for_one(reader) -> None:
    """A speaker has the word, and what is due for whoever is to do it is not his wish."""
    text = "For Peru, the loan must be repaid by July, the World Bank said."
    assert {p.holder[0] for p in reader.positions(text)} == {"World Bank"}
    assert not reader.positions("For Norway, Norway must first find the money.")


@pytest.mark.parametrize(
    ("sentence", "holder", "action"),
    [
        ("The quota, which Norway says should be halved, was kept.", "NOR", "halve The quota"),
        ("A fee, which Uganda says must be dropped, will come in May.", "UGA", "drop A fee"),
    ],
)
def test_what_one_says_of_a_thing_told_of(reader, sentence: str, holder: str, action: str) -> None:
    """A verb of saying between "which" and what is due is no auxiliary."""
    assert (holder, "demand", action) in reader.stances_told(sentence)


@pytest.mark.parametrize(
    ("sentence", "holder", "stance", "action"),
    [
        ("The position of Norway is that the pipeline should be closed.", "NOR", "demand", "close the pipeline"),
        ("Chile's line has been that no fisherman should be fined.", "CHL", "oppose", "fine fisherman"),
        ("Egypt's demand is that no dam be filled.", "EGY", "oppose", "fill dam"),
        ("The aim of the Saudis is that the militia is disarmed.", "SAU", "demand", "disarm the militia"),
        ("Poland's plan is not to close the mines before 2049.", "POL", "support", "not close the mines before 2049"),
    ],
)
def test_what_one_has_for_a_position(reader, sentence: str, holder: str, stance: str, action: str) -> None:
    """What is told by the whole of a clause is told without what it is."""
    assert (holder, stance, action) in reader.stances_told(sentence)


def test_each_clause_of_a_list_of_demands(reader) -> None:
    """ "Are that ... and that ...": each is one of them."""
    text = "Greece's demands are that the pension cuts be dropped and that the creditors write off half of the debt."
    assert len(reader.positions(text)) == 2


def test_what_became_of_a_demand_is_not_what_it_says(reader) -> None:
    """ "Was met" tells nothing of what was demanded."""
    assert not reader.positions("Iran's demand was met in part.")
