"""At whom an act is aimed: at each other, at who was accused before, not at those who are to be spared."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "deed", ["shake hands", "sit in the same room", "talk to each other", "sit at the same table", "meet face to face"]
)
def test_two_that_refuse_to_meet_refuse_each_other(reader, deed: str) -> None:
    """ "Kosovo and Serbia refused to shake hands"."""
    acts = [a for a in reader.acts(f"Iran and Israel refused to {deed}.") if a.event == "REJECT"]
    assert {(*a.actor, *a.target) for a in acts} == {("IRN", "ISR", "ISR", "IRN")}


def test_a_charge_that_another_repeats_is_against_the_same(reader) -> None:
    """ "Accused Chile of fraud, a charge also levelled by Bolivia": against Chile."""
    acts = reader.acts("Peru accused Chile of breaking the pact, a charge also levelled by Bolivia.")
    assert ("ACCUSE", ("BOL",), ("CHL",)) in {(a.event, a.actor, a.target) for a in acts}


def test_a_charge_that_is_denied_is_turned_back(reader) -> None:
    """ "A charge rejected by Bolivia": not against Bolivia itself."""
    acts = reader.acts("Peru accused Bolivia of breaking the pact, a charge rejected by Bolivia.")
    assert ("BOL",) not in {a.target for a in acts if a.actor == ("BOL",)}


@pytest.mark.parametrize("spared", ["farmers are spared", "prisoners are freed", "miners are paid"])
def test_who_is_to_be_spared_is_not_threatened(reader, spared: str) -> None:
    """ "Threatened to leave unless prisoners are freed": whoever holds them is."""
    acts = reader.acts(f"Peru has threatened to leave the pact unless {spared}.")
    assert not [p for a in acts if a.event == "THREATEN" for p in a.target if p in spared]


def test_who_is_to_act_is_threatened(reader) -> None:
    """ "Unless Chad frees the crew", "unless the crew is freed by Chad"."""
    for how in ("Chad frees the crew", "the crew is freed by Chad"):
        acts = reader.acts(f"Peru has threatened to leave the pact unless {how}.")
        assert ("TCD",) in {a.target for a in acts if a.event == "THREATEN"}


def test_what_one_wanted_to_join_is_not_whom_one_offers_it(reader) -> None:
    """ "Offered to give up its bid to join NATO": not to NATO."""
    text = "Georgia's talks with Russia went on. Georgia has offered to give up its bid to join NATO."
    assert {a.target for a in reader.acts(text) if a.event == "AGREE"} == {("RUS",)}
