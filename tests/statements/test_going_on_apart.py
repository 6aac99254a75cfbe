"""What goes on from another clause than the tree has it, bare verbs of headlines, and views that are shared."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru is willing to take the loan, its minister said, provided that interest is paid in full.",
            ("PER", "offer", "take the loan"),
        ),
        (
            "China Development Bank is adamant that Peru be left out.",
            ("China Development Bank", "demand", "leave Peru out"),
        ),
        ("Bondholders balk at linking coupons to growth", ("bondholders", "refuse", "link coupons to growth")),
        ("Niger is against handing anybody over.", ("NER", "oppose", "handing anybody over")),
        (
            "Norway demands a third of the catch, on the ground that the fish moved.",
            ("NOR", "demand", "a third of the catch"),
        ),
        (
            "Peru could live with the return of Chile to the force.",
            ("PER", "support", "the return of Chile to the force"),
        ),
        ("Australia would rather the matter were put off.", ("AUS", "support", "put the matter off")),
        ("Peru would not stand in the way of a bill on water.", ("PER", "support", "a bill on water")),
        (
            "Ali Bongo warned that his party would leave the government if it paid.",
            ("GAB", "promise", "leave the government"),
        ),
    ],
)
def test_what_a_stance_is_about_in_spite_of_the_tree(reader, text: str, expected: tuple[str, ...]) -> None:
    """Shapes that a small parser takes for others are read as they are meant."""
    assert expected in reader.stances_told(text)


def test_who_is_of_the_same_mind_holds_the_same(reader) -> None:
    """ "Of the same mind" takes up the stance told last."""
    text = "Mali opposes the ban on fishing. Niger is of the same mind."
    assert {holder for holder, stance, _ in reader.stances_told(text) if stance == "oppose"} == {"MLI", "NER"}


def test_a_reduced_relative_judges_what_was_told(reader) -> None:
    """ "A course the ministry rejected" needs no "that"."""
    text = "The miners had asked Thailand to pay first, a course the Cambodian labour ministry rejected as illegal."
    assert ("KHM", "oppose", "pay first") in reader.stances_told(text)


def test_the_same_is_the_stance_told_last(reader) -> None:
    """Who says the same is of the same side."""
    text = "Kenya urged Chad not to sign. Uganda said the same in stronger words."
    assert {holder for holder, stance, _ in reader.stances_told(text) if stance == "oppose"} == {"KEN", "UGA"}


def test_a_conditional_of_wishing_asks_for_nothing(reader) -> None:
    """ "Should they want it" leaves it to them."""
    found = reader.stances_told("Mexico is ready to mediate should Belize want it to.")
    assert {stance for _, stance, _ in found} == {"offer"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Egypt is open to the idea of arbitration; Sudan is not, and accuses it of bluffing.", "SDN"),
        ("Colombia is sympathetic to a ban. Brazil is not, arguing that it would cost jobs.", "BRA"),
    ],
)
def test_who_is_not_is_of_the_other_side(reader, text: str, expected: str) -> None:
    """ "Is not" denies the stance just told."""
    assert expected in {holder for holder, stance, _ in reader.stances_told(text) if stance == "oppose"}


def test_an_aside_before_so_changes_nothing(reader) -> None:
    """ "And so, at least in public, does India" takes up the stance."""
    text = "South Africa opposes another extension, and so, at least in public, does India."
    assert {holder for holder, _, _ in reader.stances_told(text)} == {"ZAF", "IND"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bolivia to withhold lithium permits unless Chile reopens port", ("BOL", "demand", "reopen port")),
        ("Peru, Chile agree to share copper smelter", ("PER", "promise", "share copper smelter")),
        ("No talks until troops leave, Sudan's army chief says", ("SDN", "refuse", "talks")),
    ],
)
def test_headlines_leave_words_out(reader, text: str, expected: tuple[str, ...]) -> None:
    """What a headline says in few words is read as the whole sentence would be."""
    assert expected in reader.stances_told(text)
