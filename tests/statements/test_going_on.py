"""What a sentence goes on to say: second verbs, headlines without articles, claims that are no demands."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway is not opposed to a levy.", ("NOR", "support", "", "a levy")),
        ("Peru demands nothing less than an apology from Chile.", ("PER", "demand", "CHL", "an apology from Chile")),
        ("Chad spurns offer to reopen border.", ("TCD", "oppose", "", "reopen border")),
        (
            "Oslo wants its boats back in the waters they fished and has asked Russia to open the port.",
            ("NOR", "demand", "RUS", "open the port"),
        ),
        (
            "Sweden insists that every clause has been honoured and has ruled out changing the law.",
            ("SWE", "refuse", "SWE", "change the law"),
        ),
        ("Serbia said the plates would go and that Kosovo should apologise.", ("SRB", "demand", "XKX", "apologise")),
    ],
)
def test_the_shape_of_a_clause_says_whose_stance_it_goes_on_to_tell(reader, text: str, expected) -> None:
    """Agreement, nouns of headlines and double negation lead to the holder and the side."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sweden insists that every clause has been honoured.",
        "Oslo insisted that the quota was legal.",
        "Generals who command its armies met.",
        "Chad agreed: it was late and the delegates were tired.",
    ],
)
def test_a_claim_is_no_demand_and_a_colon_opens_no_content(reader, text: str) -> None:
    """ "Insists" with the indicative claims, and what stands behind a colon is not what is agreed."""
    assert not reader.positions_told(text)


def test_half_of_a_given_name_is_nobody_else(reader) -> None:
    """ "Pierre-Yves Maillard" is not a Pierre whom a list has."""
    found = reader.positions_told(
        "Pierre-Yves Maillard, who heads a Swiss union federation, urged the government to pay."
    )
    assert not any("Philip" in holder for holder, *_ in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No one in Oslo wants a war.", ("NOR", "oppose", "", "a war")),
        ("Nobody here intends to sign, the Swiss envoy said.", ("CHE", "refuse", "CHE", "sign")),
        ("“Enough is enough,” Niger said in a statement urging Mali to leave.", ("NER", "demand", "MLI", "leave")),
    ],
)
def test_what_nobody_wants_and_a_text_urges_is_somebodys(reader, text: str, expected) -> None:
    """Nobody of a place does, and a statement urges for its writer."""
    assert expected in reader.positions_told(text)


def test_what_nobody_at_all_wants_is_opposed_by_nobody(reader) -> None:
    """Without a place or a speaker there is no holder."""
    assert not reader.positions_told("Nobody wants a war.")
