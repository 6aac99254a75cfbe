"""Numbers and "others" stand for whoever was so many before, or for all but those just named."""

import pytest


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Fifteen Pacific nations want a pact. India stayed out. The 15 want to sign it.", "15", ("Pacific nations",)),
        (
            "The European Union wants to send the aid. Hungary has blocked it. The European Union is angry. "
            "The 26 are ready to pay.",
            "26",
            ("EU",),
        ),
        (
            "The European Union wants to send the aid. The European Union is angry. "
            "Hungary stayed away while the others agreed to pay.",
            "others",
            ("EU",),
        ),
    ],
)
def test_a_number_stands_for_whoever_was_so_many(
    stands_for, text: str, spelling: str, expected: tuple[str, ...]
) -> None:
    """By the noun that had the number before, or the bloc that has about so many members."""
    assert stands_for(text, spelling) == expected


def test_a_number_of_things_is_nobody(reader) -> None:
    """Nor is a number that nobody in the article has."""
    assert not reader.positions("Chad and Mali met on Monday. The 40 were ready to be shipped.")
