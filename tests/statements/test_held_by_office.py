"""Who only holds an office, who keeps a thing as it is, who stands behind "with", and what a denial is of."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("lead", ["chairs the summits of the bloc", "is chairing the final round"])
def test_to_chair_by_office_is_no_meeting(reader, lead: str) -> None:
    """ "Who chairs the summits": only the journey is an act."""
    acts = reader.acts(f"Ana Ruiz, Peru's envoy, who {lead}, travelled to Chad on Monday for talks.")
    assert [(act.event, act.target) for act in acts if act.actor[0].startswith("PER")] == [("CONSULT", ("TCD",))]


@pytest.mark.parametrize("how", ["closed", "shut", "sealed off"])
def test_what_a_thing_is_kept_as_until_something_is_done(reader, how: str) -> None:
    """ "Would keep the border closed until": the condition is on the keeping."""
    found = reader.positions(f"Peru said it would keep the border {how} until Chad pulls back its troops.")
    kept = next(p for p in found if p.action.startswith("keep the border"))
    assert kept.condition is not None and kept.condition.type == "before"
    assert [(p.holder, p.doer) for p in found if p.stance == "demand"] == [(("PER",), ("TCD",))]


@pytest.mark.parametrize(
    "opening", ["The talks stalled on Monday, with", "The vote was put off,", "Nothing came of it, with"]
)
def test_those_behind_with_do_what_their_gerunds_say(reader, opening: str) -> None:
    """ "With Chad refusing to sign and Mali demanding a vote": each its own."""
    opening = opening if opening.endswith("with") else f"{opening} with"
    told = reader.stances_told(f"{opening} Chad still refusing to sign and Mali demanding a new vote.")
    assert ("TCD", "refuse", "sign") in told
    assert ("MLI", "demand", "a new vote") in told


def test_to_deny_a_link_cuts_none(reader) -> None:
    """ "Denied any link": a rejection, and no sanction."""
    assert not [
        act for act in reader.acts("Peru accused Chad of fraud. Chad denied any link.") if act.event == "SANCTION"
    ]


def test_a_threat_that_is_dismissed_accuses_nobody(reader) -> None:
    """ "Dismissed the threat as empty": turned down."""
    acts = reader.acts("Mali threatened to sue Chad. Chad dismissed the threat as empty.")
    assert ("REJECT", ("TCD",), ("MLI",)) in {(act.event, act.actor, act.target) for act in acts}


@pytest.mark.parametrize("text", ["the Ottawa convention", "the Nairobi accords", "the Dublin rules"])
def test_a_text_named_after_a_town_is_of_no_state(reader, text: str) -> None:
    """ "Rejected the Ottawa convention": not Canada."""
    assert {act.target for act in reader.acts(f"Chad rejected {text}.")} == {()}


def test_parliament_is_the_one_named_in_full(reader) -> None:
    """ "Parliament" after "the European Parliament", though states are named more often."""
    text = (
        "The European Parliament votes on the fund on Monday. France and Germany back it, said Germany's minister. "
        "The EU Commission wrote it. Parliament rejects the text."
    )
    assert {p.holder for p in reader.positions(text) if p.stance in {"oppose", "refuse"}} == {("EU:Parliament",)}


def test_the_presidency_is_that_of_the_state_that_holds_it(reader) -> None:
    """ "The presidency" after "the Swedish presidency"."""
    text = (
        "The Swedish presidency of the Council put forward a text. Germany and Germany's allies object to it. "
        "The presidency said it would not seek unanimity."
    )
    assert ("SWE", "refuse", "seek unanimity") in reader.stances_told(text)
