"""Conditions told by conjunctions of several words, by word order, or by a speaker of whom nothing else is told."""

import pytest

from dragoman.statements.connectives import connectives

TALKS = "Norway and Iceland met in Geneva on Monday for a third round of talks. "


def stances(reader, sentence):
    """Who takes which side on whose deed, as read in *sentence*."""
    return [
        (p.holder[0], p.stance, p.doer[0])
        for p in reader.positions(TALKS + sentence)
        if p.holder and p.doer and p.evidence[0].char_start
    ]


@pytest.mark.parametrize(
    "condition",
    [
        "as soon as Iceland lifts the export ban",
        "the moment Iceland lifts the export ban",
        "on condition that Iceland lifts the export ban",
        "on the understanding that Iceland lifts the export ban",
        "provided Iceland lifts the export ban",
        "as long as Iceland lifts the export ban",
        "once Iceland exempts the trawlers",
    ],
)
def test_a_conjunction_of_several_words_opens_a_condition(reader, condition) -> None:
    """What is offered on a condition is an offer, and the condition a demand, however it is joined."""
    assert stances(reader, f"Norway has offered to reopen the port {condition}.") == [
        ("NOR", "offer", "NOR"),
        ("NOR", "demand", "ISL"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Were Iceland to lift the export ban, Norway would reopen the port.",
        "Should Iceland lift the export ban, Norway would reopen the port, its foreign minister said.",
    ],
)
def test_a_condition_by_word_order_asks_for_what_it_hopes(reader, sentence) -> None:
    """A condition told by word order asks for it."""
    assert ("NOR", "demand", "ISL") in stances(reader, sentence)


def test_what_a_speaker_makes_a_thing_hang_on_is_asked_for(reader) -> None:
    """The terms of a speaker are demands, though what hangs on them is nothing that he would do."""
    told = stances(reader, "A visit was conceivable, Norway said, provided that Iceland dropped its threats.")
    assert told == [("NOR", "demand", "ISL")]


def test_terms_of_an_expert_are_no_demands(reader) -> None:
    """An expert who says what must come first asks for nothing."""
    assert (
        stances(reader, "Nothing can change unless Iceland drops its threats, said Maria Lunde of a think tank.") == []
    )


def test_what_a_party_may_keep_is_asked_of_the_others(reader) -> None:
    """A condition that the holder may do something asks the others to let it."""
    told = stances(reader, "Norway would sign, provided that it can keep its levy.")
    assert told == [("NOR", "offer", "NOR"), ("NOR", "demand", "ISL")]


def test_a_forecast_with_if_is_no_offer(reader) -> None:
    """The author's own "will if" foresees."""
    assert stances(reader, "Norway will lose its market if Iceland lifts the export ban.") == []


def test_times_are_no_conditions() -> None:
    """What only tells when, or stands before no clause, is no conjunction."""
    assert connectives("They met on the day of the vote, and the moment for talks passed as soon as possible.") == []
