"""Verbs whose past is their base form."""

import pytest


@pytest.mark.parametrize(
    ("text", "event", "actor", "target"),
    [
        (
            "The swap repeats the mistake of 2011, when Israel let out 900 Palestinian prisoners.",
            "CONCEDE",
            "ISR",
            "PSE",
        ),
        ("The quarrel began when Norway put tariffs on Swedish steel.", "SANCTION", "NOR", "SWE"),
    ],
)
def test_what_one_did(reader, text: str, event: str, actor: str, target: str) -> None:
    """ "When Israel let them out": a form of one without an "s" is a past, and no habit."""
    assert (event, (actor,), (target,), "done") in reader.acts_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mali demanded that Niger put its troops on alert.",
        "The border stays open unless Niger shut it.",
        "Prices rise whenever they put tariffs on Swedish steel.",
    ],
)
def test_what_is_asked_or_supposed(reader, text: str) -> None:
    """ "That Niger put": a bare form is only asked for."""
    assert {act.event for act in reader.acts(text)} <= {"REQUEST"}


def test_a_stock_exchange_is_no_exchange(reader) -> None:
    """Where shares are traded nobody meets."""
    text = (
        "The dispute between Chad and Niger is about shares. Chad's recognition of Niger's stock exchange ended in May."
    )
    assert "CONSULT" not in {act.event for act in reader.acts(text)}
