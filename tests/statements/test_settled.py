"""Words of stance that take no stance as they stand."""

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Peru agreed in 1990 to divide the river by percentages.",
        "The programme that Peru and Chad agreed in 2009 runs out in June.",
        "A new cabinet requires Chad's consent to a session.",
        "Chad had him killed in order to thwart the swap.",
        "Chad chose to walk away.",
        "A senior official of Chad requested anonymity to speak candidly.",
        "A senior official of Chad asked for anonymity.",
        "Mali invited Chad to a meeting in Oslo.",
        "Chad considers mandatory caps out of reach.",
    ],
)
def test_no_stance_is_taken(reader, text: str) -> None:
    """What is long settled, said in passing or only an aim is nobody's position on the matter."""
    assert reader.positions(text) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Peru has agreed to divide the river by percentages.", "promise"),
        ("Mali invited Chad to join the pact.", "demand"),
        ("Chad would consider a cut of its own.", "offer"),
        ("Chad vowed to thwart the treaty.", "oppose"),
    ],
)
def test_a_stance_is_taken(reader, text: str, stance: str) -> None:
    """The same words of a matter still open tell a stance."""
    assert stance in {p.stance for p in reader.positions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Were the vote to fail, Peru would slide into arrears.",
        "Should the court strike it down, Peru would have to start again.",
        "Its chairman said it would cost Peru billions.",
        "Without the exchange there would be no money for Peru, its president said.",
        "Chad complained that Mali had accepted the plan only to go back on it.",
        "Kenya and Chad are willing to scrap their levies, but not before the new rules take effect.",
        "Ten of twenty chapters have been closed, Chad said.",
        "Chad said countries from outside the region must stop meddling.",
    ],
)
def test_what_would_come_over_somebody_is_neither_offered_nor_refused(reader, text: str) -> None:
    """Forecasts, grievances and things done are no refusals or oppositions."""
    assert not {p.stance for p in reader.positions(text)} & {"refuse", "oppose"}
    assert not [p for p in reader.positions(text) if p.stance == "offer" and p.doer == ("PER",)]


def test_what_went_before_is_no_condition(reader) -> None:
    """A promise made after something had happened hangs on nothing."""
    [promise] = reader.positions("After miners had threatened to strike, Peru promised to raise the levy.")[-1:]
    assert promise.condition is None


def test_who_would_fulfil_a_condition_is_told_with_it(reader) -> None:
    """A condition that names nobody asks the other side."""
    text = "Kenya and Chad met on Monday. Kenya said it would not reopen the port unless the blockade was lifted."
    told = [p.condition for p in reader.positions(text) if p.stance == "refuse"]
    assert [c.doer for c in told if c] == [("TCD",)]


def test_the_condition_of_an_offer_is_not_that_of_its_refusal(reader) -> None:
    """Who turns an offer down does so on no condition."""
    text = "Chad offered to leave the islands if Mali paid, an offer that Mali rejected."
    assert [p.condition for p in reader.positions(text) if p.holder == ("MLI",)] == [None]


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Chad wants the tariffs lifted altogether.", "full"),
        ("Chad wants the tariffs lifted for good.", "full"),
        ("Chad offered to let more rice in.", "partial"),
    ],
)
def test_the_degree_of_an_action_is_told(reader, text: str, degree: str) -> None:
    """How far it should go stands beside the action."""
    assert reader.positions(text)[-1].degree == degree
