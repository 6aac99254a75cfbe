"""Verbs that look like acts of another kind: strikes over pay, naming, reports with a bare weekday."""

from __future__ import annotations

import pytest


def events(reader, text: str) -> list[str]:
    """The types of the acts in *text*."""
    return [act.event for act in reader.acts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Chad's union launched a strike against Niger over pay.",
        "Chad called the plan of Niger a beginning.",
        "Chad called on Niger's envoy for calm.",
    ],
)
def test_neither_attacks_nor_telephone_calls(reader, text: str) -> None:
    """A dispute over work strikes nobody, and to name a thing is to ring nobody up."""
    assert {"ASSAULT", "CONSULT"}.isdisjoint(events(reader, text))


def test_a_strike_in_a_war_is_an_attack(reader) -> None:
    """Without a word of work a strike is fire."""
    assert events(reader, "Chad launched a strike against Niger.") == ["ASSAULT"]


@pytest.mark.parametrize("when", ["Friday", "on Friday", "late Friday"])
def test_a_report_with_a_bare_weekday_is_a_report(reader, when: str) -> None:
    """American papers say "officials said Friday"."""
    text = f"Two envoys of Niger were detained in the capital by the army of Chad, officials of the UN said {when}."
    assert [(act.event, act.actor, act.target) for act in reader.acts(text)] == [("COERCE", ("TCD",), ("NER",))]


def test_what_is_believed_of_an_offer_is_not_its_content(reader) -> None:
    """A relative clause about what was offered leaves it the object."""
    text = "Chad offered concessions that the envoy believed could end its war with Niger."
    assert events(reader, text)[:1] in (["AGREE"], ["CONCEDE"])


@pytest.mark.parametrize(
    "text",
    [
        "Chad hosts three million migrants from Niger.",
        "Chad received $250 million from Niger.",
        "What Chad received from Niger instead is a committee.",
        "Chad let it be known that Niger should wait.",
        "Chad has let the claim against Niger drop.",
        "Chad's minister shot back that Niger was lying.",
        "The drought, which has ravaged the north, has driven herders from Niger into Chad.",
    ],
)
def test_things_idioms_and_retorts_are_no_talks_concessions_or_attacks(reader, text: str) -> None:
    """What is received or let be and words that are fired are none of the acts that their verbs tell of people."""
    assert {"CONSULT", "CONCEDE", "ASSAULT"}.isdisjoint(events(reader, text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Chad's navy held live-fire drills off the islands of Niger.", "MOBILIZE"),
        ("Chad put four patrol ships on standby.", "MOBILIZE"),
        ("Chad and Niger undertook not to settle the islets.", "AGREE"),
        ("Chad's envoy read the text to Niger's president on Monday.", "CONSULT"),
    ],
)
def test_words_behind_the_verb_tell_what_kind_of_act_it_is(reader, text: str, event: str) -> None:
    """Drills off a coast hold nothing off, and to bind oneself not to do a thing is to agree."""
    assert events(reader, text) == [event]


@pytest.mark.parametrize(
    "text",
    [
        "Chad warned that the risks for Niger are high.",
        "Chad warned that a long drought could lead to war with Niger.",
        "Chad and Niger are supposed to agree on a date by May.",
        "Chad, which regards the plan of Niger as illegal, has no army.",
    ],
)
def test_forebodings_obligations_and_views_are_no_acts(reader, text: str) -> None:
    """What might come by itself, what somebody ought to do and what he thinks of a thing did not happen."""
    assert {"THREATEN", "AGREE", "ACCUSE"}.isdisjoint(events(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad warned Niger that the talks were failing.",
        "Chad warned that it would close the border with Niger.",
        "Chad warned that any raid by Niger would be met with force.",
    ],
)
def test_warnings_that_somebody_will_act_on_are_threats(reader, text: str) -> None:
    """Who is warned by name, and what one will do or answer with, make a threat."""
    assert "THREATEN" in events(reader, text)


def test_what_a_truce_is_called_calls_no_truce(reader) -> None:
    """To name a thing is not to announce it."""
    assert "RETREAT" not in events(reader, "Chad's senator called the truce with Niger a gift to criminals.")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Chad argue about fish. A new round will be needed should the talks collapse.",
        "Kenya and Chad argue about fish. Both have stored grain in case the talks collapse.",
        "Kenya's envoy walked into the first session with Chad an hour late.",
    ],
)
def test_talks_that_may_collapse_have_not(reader, text: str) -> None:
    """A verb of a condition is no deed, though the tree takes it for a noun; to walk in is not to walk out."""
    assert "REJECT" not in events(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya made a pledge of aid to Chad a condition of any pact.",
        "Kenya made no mention of the pact with Chad.",
        "Kenya made no secret of the deal with Chad.",
    ],
)
def test_what_is_made_of_a_thing_is_no_pledge(reader, text: str) -> None:
    """To make something a condition, or no mention of it, makes no accord and breaks none."""
    assert "AGREE" not in events(reader, text)


def test_a_round_of_talks_that_both_leave_has_been_held(reader) -> None:
    """What had its length is over, and nobody has broken it off."""
    assert events(reader, "Kenya and Chad left two days of talks on Friday.") == ["CONSULT"]


def test_to_stand_by_is_to_support_somebody(reader) -> None:
    """One stands by a party; by an offer of one's own, or idly, one supports nobody."""
    assert events(reader, "Kenya stood by Chad.") == ["SUPPORT"]
    assert "SUPPORT" not in events(reader, "Kenya and Chad met in Oslo. Kenya stood by its offer.")
    assert "SUPPORT" not in events(reader, "Kenya and Chad met in Oslo. Kenya's peacekeepers stood by in May.")


@pytest.mark.parametrize(
    "text", ["Kenya said it would lift its sanctions on Chad.", "Kenya said it would not lift its sanctions on Chad."]
)
def test_to_say_what_one_will_do_is_less_surely_an_act(reader, text: str) -> None:
    """It is a position first; as an act it has a rule of its own, which is less sure."""
    [act] = reader.acts(text)
    assert act.rule == "announced:lift"
    assert act.confidence < reader.acts("Kenya promised Chad to lift its sanctions.")[0].confidence


def test_who_destroys_what_is_his_own_attacks_nobody(reader) -> None:
    """It is given up; what another has is attacked."""
    assert "ASSAULT" not in events(reader, "Kenya destroyed its base near Chad.")
    assert events(reader, "Kenya destroyed a Chadian base.") == ["ASSAULT"]


def test_a_judgement_in_the_present_is_an_act_and_a_plain_no_is_none(reader) -> None:
    """ "Rejects it as interference" is said once; "rejects it" is a standing position."""
    assert events(reader, "Kenya rejects Chad's proposal as interference.") == ["REJECT"]
    assert events(reader, "Kenya rejects Chad's proposal.") == []
    assert events(reader, "Kenya rejects Chad's proposal, as does Mali.") == []
