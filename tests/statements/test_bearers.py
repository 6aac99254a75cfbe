"""Stances told by what somebody is called, by what went unheard, and by what is denied of a thing."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru is a staunch opponent of the ban on whaling.", ("PER", "oppose", "", "the ban on whaling")),
        ("Norway, the quota's chief champion, met Iceland's envoys.", ("NOR", "support", "", "the quota")),
        ("Chile did not exclude a fresh offer on rent.", ("CHL", "offer", "CHL", "a fresh offer")),
        ("Germany would rather see Tunisian judges reinstated.", ("DEU", "demand", "TUN", "reinstate judges")),
    ],
)
def test_a_stance_shows_in_what_one_is_called_or_would_rather_see(reader, text: str, expected) -> None:
    """Champions and opponents, what is not excluded, what somebody would rather see."""
    found = reader.positions_told(text)
    assert expected[:2] in {(holder, stance) for holder, stance, _, _ in found}
    assert expected[3].split()[-1] in " ".join(action for _, _, _, action in found)


@pytest.mark.parametrize("text", ["A former champion of the quota, Norway left.", "Peru is no opponent of the ban."])
def test_who_is_one_no_more_takes_no_side(reader, text: str) -> None:
    """Former champions and those who are no opponents."""
    assert not reader.positions_told(text)


def test_pleas_that_nobody_heard_were_refused(reader) -> None:
    """ "Fell on deaf ears": whoever was asked did not grant it."""
    text = (
        "Talks between Peru and Chile broke down. Peru wants a rise. Chile refused. "
        "Peru's pleas to raise the rent fell on deaf ears."
    )
    assert ("CHL", "refuse") in {(holder, stance) for holder, stance, _, _ in reader.positions_told(text)}


def test_a_sum_is_promised_and_describes_nobody(reader) -> None:
    """ "Promised the nation $2 billion": the sum."""
    assert ("RUS", "promise", "RUS", "$2 billion") in reader.positions_told(
        "Russia promised the poor nation $2 billion in loans."
    )


def test_not_a_euro_is_a_promise_not_to_pay(reader) -> None:
    """What is denied of the thing to be paid is promised not to be done, and refused where nothing is promised."""
    [promised] = reader.positions("The EU's envoy promised lawmakers that not a euro would be paid.")
    [refused] = reader.positions("Not a euro would be paid, the EU's envoy said.")
    assert (promised.stance, promised.action.split()[0], refused.stance) == ("promise", "not", "refuse")


def test_who_is_hit_for_a_criticism_made_it_of_whoever_hits(reader) -> None:
    """ "Expelled the French after they criticised the vote": they criticised whoever expelled them."""
    acts = reader.acts("Chad expelled the Americans in 2005 after they criticised the vote. Niger and Mali looked on.")
    assert ("ACCUSE", ("USA",), ("TCD",)) in {(a.event, a.actor, a.target) for a in acts}


def test_lawmakers_without_a_name_are_of_the_capital_a_story_is_filed_from(reader) -> None:
    """ "Opposition lawmakers" in a story from Bishkek are Kyrgyz, though others were named last."""
    text = (
        "BISHKEK, Kyrgyzstan (AP) — Kyrgyzstan told the United States to leave. The United States offered money. "
        "Opposition lawmakers rejected the offer."
    )
    assert any(p.holder[0].startswith("KGZ") for p in reader.positions(text) if p.stance in {"oppose", "refuse"})
