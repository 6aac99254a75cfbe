"""Meetings whose sides are told by the clause around the noun, and how real that clause makes them."""

from __future__ import annotations

import pytest


def _met(reader, text: str) -> list[tuple[str, frozenset[str], str]]:
    told = [act for act in reader.acts_told(text) if act[0] in {"CONSULT", "AGREE", "REJECT"}]
    return [(event, frozenset(party.partition(":")[0] for party in actor), status) for event, actor, _, status in told]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya's foreign minister was in Ndjamena on Monday for talks with Chadian officials.", "done"),
        ("The Kenyan negotiator was back in Ndjamena for a fifth meeting with Chad's premier.", "done"),
        ("Kenya's president will be in Ndjamena on Friday for talks with Chad's government.", "planned"),
        ("The Kenyan president flew home after three days of meetings with Chadian officials.", "done"),
    ],
)
def test_who_was_somewhere_for_talks_met(reader, text: str, status: str) -> None:
    """The place is no verb, and its subject meets all the same."""
    assert ("CONSULT", frozenset({"KEN", "TCD"}), status) in _met(reader, text)


def test_a_journey_to_come_brings_talks_to_come(reader) -> None:
    text = "Kenya's foreign minister is to fly to Ndjamena next week for talks with Chadian Foreign Minister Ali Issa."
    assert {status for _, _, status in _met(reader, text)} == {"planned"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Talks resumed in Oslo on Thursday between envoys from Kenya and Chad.", ("CONSULT", "done")),
        ("Negotiations are under way in Oslo between Kenya's government and Chad.", ("CONSULT", "ongoing")),
        ("Talks broke down on Friday between Kenya and Chad.", ("REJECT", "done")),
        ("A memorandum was signed in Oslo on Wednesday between Kenya and Chad.", ("AGREE", "done")),
        ("Kenya denied that any talks were under way between Kenya and Chad.", ("CONSULT", "denied")),
    ],
)
def test_between_whom_may_be_told_behind_the_verb(reader, text: str, told: tuple[str, str]) -> None:
    assert (told[0], frozenset({"KEN", "TCD"}), told[1]) in _met(reader, text)


def test_a_third_round_is_to_come_and_the_third_has_been(reader) -> None:
    """With "the" it is one of those that were held."""
    text = "The third round of negotiations between Kenya and Chad opened in Oslo on Monday."
    assert {status for _, _, status in _met(reader, text)} == {"done"}
