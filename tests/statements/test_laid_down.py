"""Deadlines, prices and checks: what somebody has laid down for others, and how long it stays."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman missed the deadline the EU gave it to reopen the port.", ("EU", "demand", "OMN", "reopen the port")),
        (
            "Mali set a deadline of Friday for France to withdraw its troops.",
            ("MLI", "demand", "FRA", "withdraw troops"),
        ),
        (
            "Chad has pledged to free the men, the price Niger set for reopening the border.",
            ("NER", "demand", "TCD", "free the men"),
        ),
        (
            "Chad has pledged to free the men, the price Niger set for reopening the border.",
            ("NER", "offer", "NER", "reopen the border"),
        ),
        ("Kenya set three conditions for reopening the border.", ("KEN", "offer", "KEN", "reopen the border")),
        ("It is for Chad to take the first step, Niger said.", ("NER", "demand", "TCD", "take the first step")),
        (
            "Kenyan officials say the checks will stay until Somalia clamps down on smugglers.",
            ("KEN", "demand", "SOM", "clamp down on smugglers"),
        ),
        (
            "Kenyan officials say the checks will stay until Somalia clamps down on smugglers.",
            ("KEN", "refuse", "KEN", "lift the checks"),
        ),
    ],
)
def test_what_is_laid_down_is_asked_of_those_who_are_to_do_it(reader, text: str, expected) -> None:
    """A deadline asks; a price asks for one thing and offers another; a check that stays is not lifted."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru swears it will never vote for the treaty.", ("PER", "refuse", "PER", "vote for the treaty")),
        (
            "Somalia rejected an appeal by the African Union for Kenya to leave.",
            ("AU", "demand", "KEN", "leave"),
        ),
        ("Peru warned Chile against drilling there.", ("PER", "oppose", "CHL", "drill there")),
        ("Chile says it is prepared to open the port.", ("CHL", "offer", "CHL", "open the port")),
        (
            "Peru and Chile are at odds. Peru's commerce ministry urged its counterpart to open the port.",
            ("PER", "demand", "CHL", "open the port"),
        ),
    ],
)
def test_whose_deed_it_is_goes_by_the_words_beside_it(reader, text: str, expected) -> None:
    """Vows not to, calls for others to, warnings against, "it is prepared", "its counterpart"."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Qatar got them to agree to a truce with Chad.",
        "The World Bank would mediate if Chad asked.",
        "Peru will leave before the term of Chile's president ends.",
    ],
)
def test_what_was_brought_about_or_merely_comes_is_no_demand(reader, text: str) -> None:
    """What somebody was got to do, a wish to be asked, and the end of a term are asked of nobody."""
    assert "demand" not in {stance for _, stance, _, _ in reader.positions_told(text)}
