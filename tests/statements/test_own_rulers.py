"""Whom an opposition means by "the government", "the prime minister", "ministers" and "the administration"."""

from __future__ import annotations

import pytest

OPENING = "Prime Minister Alexis Tsipras of Greece met Zoran Zaev, the prime minister of North Macedonia, on Monday. "


@pytest.mark.parametrize(
    "called", ["the government", "the prime minister", "ministers", "the prime minister of betrayal"]
)
def test_an_opposition_accuses_its_own_rulers(reader, called: str) -> None:
    """A party of one state does not mean the rulers of the other, though they were named last."""
    acts = reader.acts(f"{OPENING}New Democracy accused {called}.")
    assert ("ACCUSE", ["GRC"]) in [(act.event, [p.split(":")[0] for p in act.target]) for act in acts]


@pytest.mark.parametrize(
    "sentence",
    [
        "Senator Tom Cotton accused the new administration of weakness.",
        "House Republicans complained that the administration was being unreasonable.",
    ],
)
def test_only_one_country_calls_its_government_the_administration(reader, sentence: str) -> None:
    """Americans who accuse "the administration" accuse their own."""
    acts = reader.acts("Russia and Chad signed a treaty on Monday. " + sentence)
    assert ("ACCUSE", ["USA"]) in [(act.event, [p.split(":")[0] for p in act.target]) for act in acts]
