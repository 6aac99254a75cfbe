"""Positions that are only implied: fears, complaints, what a thing is said to do or to be."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder", "doer", "words"),
    [
        ("Kenya fears that Sudan will close the port.", "KEN", ("SDN",), "close the port"),
        ("Kenya complained that Sudanese officials were blocking the trucks.", "KEN", ("SDN",), "block the trucks"),
        ("Peru argues that lifting the sanctions would reward smugglers.", "PER", (), "lift the sanctions"),
        ("Peru said the plan would amount to surrender.", "PER", (), "the plan"),
    ],
)
def test_what_is_feared_or_does_harm_is_opposed(
    reader, text: str, holder: str, doer: tuple[str, ...], words: str
) -> None:
    """Who fears, complains of or warns of the harm of a thing is against it."""
    found = reader.positions(text)[0]
    assert (found.holder, found.stance, found.doer, found.action) == ((holder,), "oppose", doer, words)


@pytest.mark.parametrize(
    "text", ["Egypt regards the treaty as essential.", "Egypt argues that the treaty would strengthen the region."]
)
def test_what_is_seen_as_good_is_supported(reader, text: str) -> None:
    """Who holds a thing for vital, or says that it would do good, is for it."""
    assert [(found.holder, found.stance) for found in reader.positions(text)] == [(("EGY",), "support")]


@pytest.mark.parametrize(
    "text",
    [
        "Peru fears that a drought will hurt farmers.",
        "Peru complained that Chile had done too little.",
        "Analysts said the deal would hurt Chad.",
        "Peru said the storm would destroy its ports.",
        "Peru denied that the plan would harm Chile.",
    ],
)
def test_harm_that_nobody_does_or_nobody_known_tells_is_no_stance(reader, text: str) -> None:
    """Weather, what is not done enough, what experts say and what is denied imply no position."""
    assert reader.positions(text) == []
