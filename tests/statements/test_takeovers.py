"""Who took power and from whom: "the generals", "the coup leaders", "the deposed leader"; what is asked for him."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("who", ["generals", "coup leaders", "military rulers", "putschists"])
def test_those_who_took_power_stand_for_the_state_they_rule(reader, who: str) -> None:
    """Not for whichever state was named last."""
    text = (
        f"A coup in Niger was condemned abroad. Mali's envoy met Vladimir Putin of Russia. The {who} refused to talk."
    )
    assert {position.holder for position in reader.positions(text)} == {("NER",)}


def test_power_taken_in_a_state_is_taken_by_those_who_rule_it(reader) -> None:
    """ "The generals seized power in Niger": Niger's."""
    told = {(act.event, act.actor) for act in reader.acts("The generals seized power in Niger.")}
    assert ("COERCE", ("NER",)) in told


def test_the_deposed_leader_is_the_one_said_to_be_ousted(reader) -> None:
    """Not the other side of the article."""
    text = "Niger's junta ousted President Mohamed Bazoum. The junta will prosecute the deposed leader for treason."
    assert ("NER:Mohamed Bazoum",) in {act.target for act in reader.acts(text) if act.event == "ACCUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "Niger's junta ousted Mohamed Bazoum. Chad demanded the release of the ousted president.",
        "Chad asked Mali for the extradition of Mohamed Bazoum.",
    ],
)
def test_whoever_is_to_be_freed_is_not_asked(reader, text: str) -> None:
    """A demand for the release of somebody is put to whoever holds him."""
    assert not [act for act in reader.acts(text) if act.event == "REQUEST" and "Bazoum" in str(act.target)]


def test_what_is_still_argued_over_is_no_stance(reader) -> None:
    """ "Split over whether to accept"."""
    assert not reader.positions("Niger was split over whether to accept the offer.")


def test_a_hope_of_others_is_no_promise(reader) -> None:
    """ "Hoped that Mali would lift": Mali promises nothing."""
    text = "The minister told reporters that Chad wanted peace and hoped that Mali would lift the sanctions."
    assert {(p.holder, p.stance) for p in reader.positions(text)} == {(("TCD",), "demand"), (("TCD",), "support")}


def test_a_verb_behind_an_aside_is_no_noun(reader) -> None:
    """ "Oslo, which has frozen aid, backs Chad": Chad freezes nothing."""
    acts = reader.acts("Paris, which has 1,500 soldiers in Niger and has suspended aid, backs Chad.")
    assert {act.actor for act in acts} == {("FRA",)}


def test_an_adverb_may_stand_before_what_is_proposed(reader) -> None:
    """ "Proposed instead a transition"."""
    text = "Chad rejected the plan. It proposed instead a six-month transition led by a civilian figure."
    assert ("support", "a six-month transition led by a civilian figure") in {
        (position.stance, position.action) for position in reader.positions(text)
    }
