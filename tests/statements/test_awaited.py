"""What must come first: "only after", "once", and who is told of it in the midst of the sentence."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway will lift the ban only when Russia stops dumping, Oslo said.",
            ("NOR", "demand", "RUS", "stop dumping"),
        ),
        ("Peru will reopen its embassy once Chile has apologised, Lima said.", ("PER", "demand", "CHL", "apologise")),
        ("Mali is ready to sign only after Niger leaves the post.", ("MLI", "demand", "NER", "leave the post")),
    ],
)
def test_what_must_come_first_is_asked_of_whoever_can_do_it(reader, text: str, expected) -> None:
    """What an offer waits for is a demand."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Egypt said it would host the talks after Ramadan ends.",
        "Chad agreed to sign only after Niger had left the post.",
        "Peru said it would return once there was a deal with Chile.",
    ],
)
def test_what_merely_comes_before_is_asked_of_nobody(reader, text: str) -> None:
    """A time, the past, or a deal that both would make, is no demand."""
    assert "demand" not in {stance for _, stance, _, _ in reader.positions_told(text)}


def test_a_saying_with_its_hearer_between_commas_leaves_the_clause_its_subject(reader) -> None:
    """ "Chile, its minister told the Senate, will not sign": Chile will not."""
    found = reader.positions_told(
        "Chile, its foreign minister told the Senate, will not sign unless Peru drops its claim."
    )
    assert ("CHL", "refuse", "CHL", "sign") in found
