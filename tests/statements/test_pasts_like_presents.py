"""Pasts that look like a present: "when Chad let out its prisoners"."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Kenya was alarmed when Chad quit the pact in 2019.", "REJECT", "TCD", "KEN"),
        ("It would repeat the mistake of 2011, when Chad let out 90 Kenyan prisoners.", "CONCEDE", "TCD", "KEN"),
        ("Kenya recalled 2019, when the European Commission cut its aid to Kenya.", "SANCTION", "EU", "KEN"),
    ],
)
def test_of_one_a_form_without_an_ending_is_a_past(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """One would have an ending in the present."""
    assert (event, (actor,), (target,), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "When Kenya and Chad cut tariffs, prices fall.",
        "Kenya insists that Chad quit the pact.",
        "Kenya was angry when the European Commission let the recognition of Chad's exchange lapse.",
    ],
)
def test_what_is_wont_or_wanted_or_let_go_is_not(reader, sentence: str) -> None:
    """Several have no ending, nor has what is demanded; and to let a thing lapse is no concession."""
    assert not [told for told in reader.acts_told(sentence) if told[0] in {"REJECT", "CONCEDE", "RETREAT", "SANCTION"}]
