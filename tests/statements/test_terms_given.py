"""Until when somebody is given to do a thing, and what one is keen not to have to do."""

from __future__ import annotations


def test_a_date_given_to_somebody_is_a_demand(reader) -> None:
    """ "Gave Chad until Friday to pull out"."""
    (position,) = reader.positions("Mali gave Chad until Friday to pull out its troops.")
    assert (position.holder, position.stance, position.doer) == (("MLI",), "demand", ("TCD",))
    assert not list(reader.positions("Mali gave Chad a book until Friday."))


def test_what_one_is_keen_not_to_have_to_do_one_is_not_for(reader) -> None:
    """The "not" stands before "have to"."""
    (position,) = reader.positions("Mali is keen not to have to fight on two fronts.")
    assert position.stance == "refuse"
