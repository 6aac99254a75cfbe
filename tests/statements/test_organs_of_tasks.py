"""Parts of a government told by what they are for, behind "of", and organs beside a word of time."""

import pytest

_BEFORE = "Malta's hunters have protested for a week. "


@pytest.mark.parametrize(
    ("organ", "expected"),
    [
        ("The Ministry of Health", "MLT"),
        ("The Ministry of Rural Affairs", "MLT"),
        ("The Department of Natural Resources", "MLT"),
        ("The Court of Appeal", "MLT:Court of Appeal"),
    ],
)
def test_what_an_organ_is_for_may_stand_behind_it(reader, organ: str, expected: str) -> None:
    """ "The Ministry of Health": of the state spoken of, as "the health ministry" is."""
    found = reader.positions(f"{_BEFORE}{organ} refuses to lift the ban.")
    assert [(p.holder, p.stance) for p in found] == [((expected,), "refuse")]


@pytest.mark.parametrize("organ", ["The Ministry of Sound", "The Department of Heavy Weather"])
def test_other_names_are_no_organs_of_it(reader, organ: str) -> None:
    """Only what a government does."""
    assert not reader.positions(f"{_BEFORE}{organ} refuses to lift the ban.")


def test_a_word_of_time_before_parliament_tells_no_other(reader) -> None:
    """ "Six days later parliament refused": the parliament of the state spoken of."""
    text = "Peru signed the accord in Lima on Monday. Six days later parliament refused to ratify it."
    assert reader.positions(text)[-1].holder == ("PER:Parliament",)
