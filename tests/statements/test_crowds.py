"""Crowds without a name that protest: they are protesters of the state where they do."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "actor", "target"),
    [
        ("Several thousand people marched through central Nairobi on Friday.", ("KEN:protesters",), ("KEN",)),
        ("Hundreds of thousands marched in Warsaw and Lublin against the reform.", ("POL:protesters",), ("POL",)),
        ("Tens of thousands nevertheless protested in Athens on Sunday.", ("GRC:protesters",), ("GRC",)),
        ("Hundreds of people took to the streets of Dakar on Monday.", ("SEN:protesters",), ("SEN",)),
        ("The ministers met as thousands marched outside the hall.", ("protesters",), ()),
    ],
)
def test_a_crowd_is_of_the_state_where_it_marches(reader, sentence: str, actor, target) -> None:
    """Where no place is named, nobody knows of which."""
    assert ("PROTEST", actor, target, "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hundreds of people fled to Chad on Friday.",
        "Two men walked out of the room.",
        "Thousands of its members marched in Seoul.",
        "A woman protested in Lima.",
    ],
)
def test_no_crowd_is_made_of_others(reader, sentence: str) -> None:
    """Nor of who is counted by whose they are, nor of those who do something else."""
    assert not [told for told in reader.acts_told(sentence) if told[1] and told[1][0].endswith("protesters")]


def test_a_crowd_told_apart_keeps_what_it_is(reader) -> None:
    """Students of a state are its students."""
    assert ("PROTEST", ("TCD",), ("TCD",), "done") in reader.acts_told("Thousands of Chadian students marched.")
