"""Whom somebody tries to bring to act, what never came to be, and what there are no plans for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "how",
    [
        "is trying to persuade Peru to drop",
        "hopes to get Peru to drop",
        "sought to talk Peru into dropping",
        "wants to force Peru to drop",
        "tried to convince Peru to drop",
    ],
)
def test_whoever_is_to_be_persuaded_is_asked(reader, how: str) -> None:
    """ "Is trying to persuade Peru to drop the suit": Peru is to drop it."""
    assert ("TCD", "demand", "PER", "drop the suit") in reader.positions_told(f"Chad {how} the suit.")


@pytest.mark.parametrize("opening", ["If Chad had signed", "Had Chad signed"])
def test_what_would_have_been_is_no_stance(reader, opening: str) -> None:
    """ "If Chad had signed, it would have had to close the base": nobody asks for it."""
    assert not reader.stances_told(f"{opening}, it would have had to close the base, Peru said.")


@pytest.mark.parametrize("lack", ["no plans to change", "no intention of changing", "no desire to change"])
def test_what_there_are_no_plans_for_is_refused(reader, lack: str) -> None:
    """ "There were no plans to change the law", said a minister: and no accord came to nothing."""
    text = f"Peru's minister said there were {lack} the law. Chad was angry."
    assert ("PER", "refuse", "change the law") in reader.stances_told(text)
    assert not [act for act in reader.acts(text) if act.event == "AGREE"]


def test_not_to_be_bound_is_to_refuse(reader) -> None:
    """ "Will not be bound by the ruling": a passive."""
    assert ("PER", "refuse", "be bound by the ruling") in reader.stances_told(
        "Peru will not be bound by the ruling, its minister said."
    )


@pytest.mark.parametrize("helper", ["shall not", "shall never"])
def test_i_shall_is_i_will(reader, helper: str) -> None:
    """ "We shall not yield": who says so refuses, and asks nobody."""
    assert {(p.holder, p.stance) for p in reader.positions(f'"We {helper} sign it," Peru said.')} == {
        (("PER",), "refuse")
    }


@pytest.mark.parametrize("noun", ["partners", "creditors", "donors"])
def test_who_deals_with_somebody_is_another(reader, noun: str) -> None:
    """ "Its partners refused to pay": not Chad."""
    text = f"Chad told its {noun} it would leave the pact. Its {noun} refused to pay."
    assert "refuse" not in {p.stance for p in reader.positions(text) if p.holder == ("TCD",)}


@pytest.mark.parametrize("title", ["ambassador", "foreign minister"])
def test_its_ambassador_is_that_of_who_began_the_sentence_before(reader, title: str) -> None:
    """ "China, ..., met six African countries. Its ambassador, X, said": China's."""
    text = (
        "China, accused of hiding data, wants to build plants in six African countries. "
        f"Its {title}, Ana Lunde, accused Peru of lying."
    )
    assert ("ACCUSE", ("CHN:Ana Lunde",)) in {(act.event, act.actor) for act in reader.acts(text)}


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Peru wants the sanctions on Chad to be lifted.", "lift the sanctions on Chad"),
        ("Peru wants Chad to be expelled.", "expel Chad"),
        ("Peru called for the charges against Chad to be dropped.", "drop the charges against Chad"),
    ],
)
def test_who_undergoes_it_does_not_do_it(reader, text: str, action: str) -> None:
    """ "Wants the sanctions on Chad to be lifted": not by Chad."""
    assert [(p.holder, p.doer, p.action) for p in reader.positions(text)] == [(("PER",), (), action)]


def test_a_text_that_is_not_signed_condemns_nobody(reader) -> None:
    """ "Refused to sign a declaration condemning Chad"."""
    acts = reader.acts("Peru refused to sign a declaration condemning Chad.")
    assert "ACCUSE" not in {act.event for act in acts}


def test_what_is_proposed_is_not_done(reader) -> None:
    """ "Had proposed that the ministers meet": nobody has met."""
    acts = reader.acts("Kuwait had proposed that the foreign ministers of Peru and Chad meet in Cairo.")
    assert "CONSULT" not in {act.event for act in acts}


def test_to_be_open_to_talks_is_not_to_talk(reader) -> None:
    """ "Remained open to talks": an offer alone."""
    assert not reader.acts("Peru said it remained open to talks with Chad.")


@pytest.mark.parametrize("verb", ["fined", "forgave"])
def test_for_what_somebody_is_fined_he_did(reader, verb: str) -> None:
    """ "Fined Chad for blocking the port": Chad blocked it, and is not asked to."""
    acts = reader.acts(f"Peru {verb} Chad for blocking the port.")
    assert ("COERCE", ("TCD",)) in {(act.event, act.actor) for act in acts}


def test_to_sue_for_a_deed_is_not_to_ask_for_it(reader) -> None:
    """ "Sued Chad for closing the river"."""
    assert not reader.positions("Peru sued Chad for closing the river.")


@pytest.mark.parametrize(
    "who", ["An adviser to Donald Trump", "An aide to Donald Trump", "A spokesman for Donald Trump"]
)
def test_the_name_behind_an_aide_and_whose_he_is_is_the_aides(reader, who: str) -> None:
    """ "An adviser to X, Y, urged": only Y did."""
    acts = reader.acts(f"{who}, Steve Witkoff, urged Peru to sign.")
    assert {act.actor for act in acts} == {("USA:Steve Witkoff",)}


@pytest.mark.parametrize("how", ["who asked not to be named", "who declined to be identified"])
def test_whoever_asks_not_to_be_named_tells_reporters(reader, how: str) -> None:
    """ "An official who asked not to be named told AFP that"."""
    text = f"A Peruvian official {how} told Reuters that Peru would lift the ban if Chad paid."
    assert ("PER", "offer", "lift the ban") in reader.stances_told(text)


@pytest.mark.parametrize("noun", ["guarantee", "assurance", "pledge"])
def test_what_another_is_to_guarantee_he_has_not_refused(reader, noun: str) -> None:
    """ "Wants a guarantee that Chad will not close the river": Chad has said nothing."""
    assert {p.holder for p in reader.positions(f"Peru wants a {noun} that Chad will not close the river.")} == {
        ("PER",)
    }


def test_what_he_promises_of_his_state_is_told_once(reader) -> None:
    """ "Orban assured Skopje that Hungary will insist": one promise."""
    found = reader.positions("Viktor Orban assured Skopje that Hungary will insist on the approach.")
    assert [(p.holder, p.stance) for p in found] == [(("HUN:Viktor Orban",), "promise")]


@pytest.mark.parametrize("how", ["called on", "called upon"])
def test_who_rejected_a_charge_goes_on_to_ask(reader, how: str) -> None:
    """ "Rejected the charge that crews are being held and called on Chad": not the crews."""
    text = f"Peru's minister rejected the charge that Chad's crews are being held and {how} Chad to free the ship."
    assert ("PER", "demand", "TCD", "free the ship") in reader.positions_told(text)


def test_before_an_election_asks_for_none(reader) -> None:
    """ "Will not sign before the elections in Chad": a time."""
    found = reader.positions("Peru will not sign the pact before the elections in Chad, its minister said.")
    assert "demand" not in {p.stance for p in found}


def test_a_family_name_is_no_party_of_those_letters(reader) -> None:
    """ "Khusela Diko": not the Cypriot party."""
    text = "The chairwoman of the committee, Khusela Diko, also of the union, urged Chad to pay."
    assert "DIKO" not in {party for p in reader.positions(text) for party in p.holder}


@pytest.mark.parametrize("lead", ["a demand by Chad", "an appeal by Chad", "a call from Chad"])
def test_what_a_demand_by_somebody_is_may_stand_behind_him(reader, lead: str) -> None:
    """ "Rejected a demand by Chad that it leave the pact"."""
    told = reader.positions_told(f"Peru rejected {lead} that it leave the pact.")
    assert ("PER", "refuse", "PER", "leave the pact") in told
    assert ("TCD", "demand", "PER", "leave the pact") in told


def test_it_in_a_promise_is_who_promises(reader) -> None:
    """ "A promise by Chad that it would leave the pact"."""
    told = reader.positions_told("Peru welcomed a promise by Chad that it would leave the pact.")
    assert ("TCD", "promise", "TCD", "leave the pact") in told


@pytest.mark.parametrize("verb", ["agree to", "consent to"])
def test_to_agree_to_none_is_to_refuse(reader, verb: str) -> None:
    """ "Would agree to no enlargement until the bloc had changed"."""
    told = reader.stances_told(f"Peru said it would {verb} no extension until Chad paid.")
    assert ("PER", "refuse") in {(who, stance) for who, stance, _ in told}
    assert ("PER", "offer") not in {(who, stance) for who, stance, _ in told}
