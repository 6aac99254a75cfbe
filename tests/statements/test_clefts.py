"""Clefts, adverbials between helper and verb, and those wanted in a room or out of it."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What Ghana will not do, it told the company in a letter, is to sign.", ("GHA", "refuse", "sign")),
        ("What Oman cannot accept is that the port be closed.", ("OMN", "refuse", "close the port")),
        ("The one thing Iran will never accept is zero enrichment.", ("IRN", "refuse", "zero enrichment")),
        (
            "The only thing Qatar insists on is that the talks be held in Doha.",
            ("QAT", "demand", "hold the talks in Doha"),
        ),
        ("All Kenya asks for is an apology.", ("KEN", "demand", "an apology")),
    ],
)
def test_what_stands_across_the_is_is_meant(reader, text: str, expected: tuple[str, ...]) -> None:
    """A cleft tells its matter behind "is", over an aside as well."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize("aside", ["so far", "at first", "in effect", "once again"])
def test_an_adverbial_behind_its_helper_changes_nothing(reader, aside: str) -> None:
    """ "Has in effect refused" is a refusal."""
    assert reader.stances_told(f"Chad has {aside} refused to sign.") == {("TCD", "refuse", "sign")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guatemala wants Honduras in the room.", ("GTM", "demand", "join the room")),
        ("Guatemala does not want Honduras at the table.", ("GTM", "oppose", "join the table")),
        ("Guatemala wants Honduras out of the talks.", ("GTM", "demand", "leave the talks")),
    ],
)
def test_who_is_wanted_in_or_out(reader, text: str, expected: tuple[str, ...]) -> None:
    """Where somebody is wanted is what he is asked to join or leave."""
    assert expected in reader.stances_told(text)


def test_before_it_will_agree_is_no_promise(reader) -> None:
    """What must come first is asked for, and what would follow is not yet promised."""
    found = reader.stances_told("South Korea wants Japan to apologise before it will agree to share data.")
    assert ("KOR", "demand", "apologise") in found
    assert "promise" not in {stance for _, stance, _ in found}
