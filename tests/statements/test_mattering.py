"""What is said to matter, to come first or to be in the way, by whom it is said."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("What matters now, Norway said, is to open the border.", "demand"),
        ("For Norway what matters is an independent inquiry.", "demand"),
        ("Norway said that the most important thing was to open the border.", "demand"),
        ("The purpose was an independent inquiry, Norway said.", "demand"),
        ("Norway says the fate of the accord hangs on a ceasefire.", "demand"),
        ("The sticking point for Norway is an independent inquiry.", "oppose"),
        ("Norway's main objection is to an independent inquiry.", "oppose"),
    ],
)
def test_what_matters_is_wanted_and_what_is_in_the_way_is_not(reader, sentence: str, side: str) -> None:
    """Whoever says so, or for whom it is so, wants the one and not the other."""
    assert ("NOR", side) in [(p.holder[0], p.stance) for p in reader.positions(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The outcome depends on the weather, Norway said.",
        "The aim was on life support, Norway said.",
        "What matters to voters is unclear.",
        "A key point of the report is its length.",
    ],
)
def test_what_nobody_could_do_is_not_wanted(reader, sentence: str) -> None:
    """The weather, a state of things and what nobody says are no position."""
    assert reader.positions(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    ["Norway denied agreeing to open the border.", "Norway denied that it had ever promised to open the border."],
)
def test_who_denies_having_agreed_refuses(reader, sentence: str) -> None:
    """What one denies having promised one will not do."""
    assert ("NOR", "refuse", ("NOR",)) in [(p.holder[0], p.stance, p.doer) for p in reader.positions(sentence)]


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("A new levy is anathema in Ankara.", "TUR"),
        ("There is little enthusiasm in Oslo for a new levy.", "NOR"),
        ("Norway left the talks in protest at a new levy.", "NOR"),
        ("Norway regards a new levy as a gift to its enemies.", "NOR"),
        ("Norway likened a new levy to a death sentence.", "NOR"),
    ],
)
def test_who_stands_against_a_thing_by_idiom(reader, sentence: str, holder: str) -> None:
    """In whose capital a thing is anathema, who left in protest, who calls it by a bad name: all are against it."""
    assert (holder, True) in [(p.holder[0], p.stance in {"oppose", "refuse"}) for p in reader.positions(sentence)]


def test_a_title_cut_short_is_nobody(reader) -> None:
    """Sen. before a name is a title and not the family name of a listed leader."""
    [found] = reader.positions("Sen. Paloma Valencia rejected a new levy.")
    assert "KHM" not in found.holder[0]
