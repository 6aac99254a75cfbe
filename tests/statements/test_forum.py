"""Talks of many: what nobody is said to do is for all who take part."""

import pytest

ASSEMBLY = "Delegates from nearly 170 countries met in Oslo to finish a treaty on the high seas. It needs consensus."


def told(reader, sentence: str, opening: str = ASSEMBLY) -> set[tuple[str, str, str]]:
    """Holder, stance and doer of the positions read from *opening* and *sentence*."""
    found = reader.positions(f"{opening}\n{sentence}")
    return {("+".join(p.holder), p.stance, "+".join(p.doer or ())) for p in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway wants the treaty to set binding limits.", ("NOR", "demand", "countries")),
        ("Russia opposes any mention of mining in the text.", ("RUS", "oppose", "countries")),
        ("Japan called for a fund to monitor the sea.", ("JPN", "demand", "countries")),
        ("Kenya said countries must finish the text this week.", ("KEN", "demand", "countries")),
        ("Peru urged governments to ban trawling.", ("PER", "demand", "countries")),
    ],
)
def test_in_talks_of_many_all_are_asked(reader, sentence: str, expected: tuple[str, str, str]) -> None:
    """Who is to do what a treaty says is nobody in particular, however few parties are named."""
    assert expected in told(reader, sentence)


def test_who_is_named_is_asked(reader) -> None:
    """A named doer stays the doer, among however many."""
    assert ("KEN", "demand", "NOR") in told(reader, "Kenya urged Norway to pay for the patrols.")


def test_a_body_decides_for_its_members(reader) -> None:
    """In talks at the WTO what is asked of nobody in particular is for the WTO to decide."""
    opening = "Ministers of the WTO, which has 166 members, failed to reach consensus on subsidies in Geneva."
    assert ("IND", "demand", "WTO") in told(reader, "India wants subsidies to be banned.", opening)


def test_the_body_that_meets_is_asked(reader) -> None:
    """Of several bodies named, the one named most decides."""
    opening = f"{ASSEMBLY} The UN called the meeting, and the UN will hold the next, said the ILO."
    assert ("PER", "oppose", "UN") in told(reader, "Peru opposes any mention of mining in the text.", opening)


def test_a_body_asks_its_members(reader) -> None:
    """What the head of a body wants of nobody in particular is for its members."""
    opening = "Ministers of the WTO, which has 166 members, failed to reach consensus on subsidies in Geneva."
    assert ("WTO", "demand", "WTO members") in told(reader, "The WTO called for a ban on subsidies.", opening)


def test_two_sides_are_no_assembly(reader) -> None:
    """Without an assembly the other side is asked."""
    opening = "Talks between Kenya and Chad over the border broke off. Kenya blamed Chad, and Chad blamed Kenya."
    assert ("KEN", "demand", "TCD") in told(reader, "Kenya wants the road to be opened.", opening)
