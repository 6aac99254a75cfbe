"""Deeds told by nouns are put as verbs."""

import pytest


@pytest.mark.parametrize(
    ("thing", "action"),
    [
        ("an immediate withdrawal of all foreign troops", "withdraw all foreign troops immediately"),
        ("another extension", "extend again"),
        ("bigger purchases of grain", "buy more grain"),
        ("a reduction in tariffs", "reduce tariffs"),
        ("arms deliveries", "deliver arms"),
        ("a 90-day extension of the truce", "extend the truce by 90 days"),
        ("the inclusion of France", "include France"),
    ],
)
def test_a_noun_for_a_deed_is_put_as_its_verb(reader, thing: str, action: str) -> None:
    """Its "of" leads what is done, its adjectives say how."""
    assert {p.action for p in reader.positions(f"Kenya rejected {thing}.")} == {action}


@pytest.mark.parametrize(
    ("thing", "action"),
    [
        ("compensation", "compensation"),
        ("a Chinese-built extension of the port", "a Chinese-built extension of the port"),
        ("the commission's plan", "the commission's plan"),
    ],
)
def test_what_a_verb_would_not_tell_stays_a_noun(reader, thing: str, action: str) -> None:
    """What is given, what is described by more than how, and things that are no deeds."""
    assert {p.action for p in reader.positions(f"Kenya rejected {thing}.")} == {action}


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Kenya is refusing to give its consent to the treaty.", "consent to the treaty"),
        ("Kenya promised to make an assessment of the damage.", "assess the damage"),
    ],
)
def test_a_light_verb_gives_way_to_its_noun(reader, sentence: str, action: str) -> None:
    """ "Make an assessment" is to assess."""
    assert action in {p.action for p in reader.positions(sentence)}
