"""Acts of war and truce, told as reports of them do."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        (
            "Mali said two of its soldiers had been killed when Nigerien forces opened up with mortars on a post.",
            "ASSAULT",
            "NER",
            "MLI",
        ),
        ("At least nine people were killed in an Israeli strike on a block in Tyre.", "ASSAULT", "ISR", "LBN"),
        ("Six Americans jailed in Mali were freed on Friday.", "CONCEDE", "MLI", "USA"),
        ("Rwandan soldiers fight alongside the M23.", "AID", "RWA", "M23"),
        ("A Chinese coastguard vessel rammed a Philippine patrol boat off the shoal.", "ASSAULT", "CHN", "PHL"),
        ("North Korea lobbed two missiles into the sea, South Korea's military said.", "MOBILIZE", "PRK", "KOR"),
        ("Azerbaijan guaranteed safe passage to Armenians on the road.", "CONCEDE", "AZE", "ARM"),
    ],
)
def test_deeds_of_war_and_of_truce(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """Who did it and to whom, where the words of war are not those of other reports."""
    assert (event, (actor,), (target,)) in {told[:3] for told in reader.acts_told(sentence)}


def test_cannon_turned_on_somebody_are_no_concession(reader) -> None:
    """ "Turned water cannon on": no tap was opened."""
    text = "China's coastguard turned water cannon on two Philippine boats near the shoal."
    assert "CONCEDE" not in {told[0] for told in reader.acts_told(text)}


def test_a_swap_that_took_place_was_made(reader) -> None:
    """ "Took place" tells of the past what "held" leaves open."""
    text = "A swap of prisoners between Chad and Niger took place at dawn."
    assert {told[3] for told in reader.acts_told(text)} == {"done"}
