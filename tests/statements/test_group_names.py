"""Groups that act though no name stands for them, and the two sides of bargaining over work."""

import pytest

from dragoman.statements.cast import Cast

STRIKE = (
    "The Harbour Workers Union rejected the pay offer. The Wharf Council, which bargains for the terminals, called the "
    "strike illegal. "
)


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Bondholders rejected the terms. Peru wants the bondholders to wait.", "bondholders", "bondholders"),
        ("Bondholders rejected the terms. The lenders refused to wait.", "lenders", "bondholders"),
        ("Striking nurses refused to go back.", "nurses", "nurses"),
        ("Asian carriers want more. The carriers threatened to sue.", "carriers", "Asian carriers"),
        ("Private creditors want more. Official creditors refused.", "creditors", "official creditors"),
        ("Bondholders rejected the terms. The group wants more.", "group", "bondholders"),
    ],
)
def test_a_group_that_acts_goes_by_its_noun(stands_for, text: str, spelling: str, expected: str) -> None:
    """Under what tells it from others of its kind, and under the same name when taken up again."""
    assert stands_for(text, spelling) == (expected,)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Peru grows food for its farmers. The farmers are old.", "farmers"),
        ("Peru criticised its employers.", "employers"),
    ],
)
def test_a_group_that_does_nothing_is_no_party(reader, text: str, spelling: str) -> None:
    """Nor is one that belongs to somebody named."""
    assert not any(m.sort == "group" and text[m.start : m.end] == spelling for m in reader.understood(text).mentions)


@pytest.mark.parametrize(
    ("rest", "spelling", "expected"),
    [
        ("Management refused to talk.", "Management", "Wharf Council"),
        ("The employers refused to talk.", "employers", "Wharf Council"),
        ("The terminals refused to talk.", "terminals", "Wharf Council"),
        ("The strikers refused to talk.", "strikers", "Harbour Workers Union"),
        ("The union refused to talk.", "union", "Harbour Workers Union"),
    ],
)
def test_workers_and_management_are_the_two_that_bargain(stands_for, rest: str, spelling: str, expected: str) -> None:
    """Nouns for those who work and those who employ stand for the bodies that speak for them."""
    assert stands_for(STRIKE + rest, spelling) == (expected,)


def test_union_and_employer_are_the_sides(reader) -> None:
    """Whatever state is named more often."""
    text = STRIKE + "Peru urged calm. Peru offered help. Peru wants an end to it."
    assert set(Cast(reader.understood(text)).sides()) == {"Harbour Workers Union", "Wharf Council"}


def test_a_union_among_many_voices_makes_no_labour_dispute(reader) -> None:
    """Where nobody strikes and no wages are spoken of, a union is one party among others."""
    text = "Peru and Chile signed. The Fruit Growers Union objected. The Lima Chamber of Commerce was glad."
    assert Cast(reader.understood(text)).bargaining.union is None


@pytest.mark.parametrize(
    ("rest", "spelling"),
    [
        ("Port workers refused to talk.", "workers"),
        ("Junior pilots refused to talk.", "pilots"),
        ("Miners refused to talk.", "Miners"),
        ("Negotiators for the workers refused to talk.", "Negotiators"),
        ("The union leadership refused to talk.", "leadership"),
    ],
)
def test_workers_however_described_are_those_of_the_dispute(stands_for, rest: str, spelling: str) -> None:
    """And so are those who lead them or speak for them."""
    assert stands_for(STRIKE + rest, spelling) == ("Harbour Workers Union",)


@pytest.mark.parametrize("others", ["Foreign", "Replacement", "Retired"])
def test_other_workers_are_no_members(stands_for, others: str) -> None:
    """Those brought in from elsewhere are not the union's."""
    assert stands_for(STRIKE + f"{others} workers refused to talk.", "workers") != ("Harbour Workers Union",)
