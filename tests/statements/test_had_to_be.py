"""What a thing has to undergo: "the text has to be dropped", "a levy that Chad has demanded be scrapped"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("the base has to close", "close the base"),
        ("the text has to be dropped", "drop the text"),
        ("the ban needs to be lifted at once", "lift the ban at once"),
        ("the talks have to resume", "resume the talks"),
        ("the fees have to come down", "the fees to come down"),
    ],
)
def test_the_thing_is_told(reader, words: str, action: str) -> None:
    """The subject stands before "has", not before the verb."""
    assert ("PER", "demand", action) in reader.stances_told(f"Peru says {words}.")


def test_who_has_to_be_expelled_does_not_do_it(reader) -> None:
    """ "Chad needs to be expelled": by another."""
    told = reader.positions_told("Peru says Chad needs to be expelled.")
    assert ("PER", "demand", "", "expel Chad") in told


@pytest.mark.parametrize("verb", ["demanded", "asked"])
def test_what_that_takes_up_is_asked_for(reader, verb: str) -> None:
    """ "A duty that Oslo has demanded be scrapped"."""
    told = reader.stances_told(
        f"Chad still levies a duty on steel, a duty that Oslo has {verb} be scrapped before May."
    )
    assert "scrap a duty before May" in {action for who, stance, action in told if (who, stance) == ("NOR", "demand")}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Peru saw no reason to be bound by a date.", "be bound by a date"),
        ("Peru saw no need to be rushed into a deal.", "be rushed into a deal"),
        ("Daniel Ortega vowed that a cabinet led by him would not be bound by the accord.", "be bound by the accord"),
    ],
)
def test_what_one_will_not_have_done_to_one(reader, text: str, action: str) -> None:
    """ "No reason to be bound by a date": a passive stays one."""
    assert action in {deed for _, stance, deed in reader.stances_told(text) if stance == "refuse"}


def test_others_should_stop_doing_it(reader) -> None:
    """ "Foreign warships must stop patrolling": they are not stopped, they stop."""
    told = reader.stances_told("Peru said foreign warships must stop patrolling the strait.")
    assert ("PER", "demand", "foreign warships to stop patrolling the strait") in told
