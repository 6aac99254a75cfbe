"""What bare words of an action stand for, and what a bare verb leaves to be understood."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway sold forty patrol boats to Ghana. Togo condemned the sale.",
            ("TGO", "oppose", "NOR", "the sale (sell forty patrol boats to Ghana)"),
        ),
        (
            "Bolivia refused a visa to the Peruvian minister. Chile has defended the refusal.",
            ("CHL", "support", "BOL", "the refusal (refuse a visa to the Peruvian minister)"),
        ),
        (
            "Kenya's president, William Ruto, said that he would withdraw the troops from Goma. "
            "Uganda welcomed Mr Ruto's step.",
            ("UGA", "support", "KEN:William Ruto", "step (withdraw the troops from Goma)"),
        ),
        (
            "Kenya wants the US to go ahead with a $20bn sale of 40 jets. Joe Biden has backed the sale.",
            ("USA:Joe Biden", "support", "", "the $20bn sale of 40 jets"),
        ),
        (
            "Oman asked Qatar to reopen the strait and to free the crew. Qatar rejects the first.",
            ("QAT", "refuse", "QAT", "reopen the strait"),
        ),
    ],
)
def test_a_bare_noun_is_told_by_what_it_stands_for(reader, text: str, expected: tuple[str, ...]) -> None:
    """A noun for a deed takes its words from the clause that told it, and who did it."""
    assert expected in reader.positions_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile's parliament outlawed the Workers' Party in May. Peru has welcomed the ban.",
            ("PER", "support", "the ban (outlaw the Workers Party in May)"),
        ),
        (
            "On Tuesday the Norwegian government published its Coastal Fisheries Bill. Iceland has condemned the "
            "legislation.",
            ("ISL", "oppose", "the legislation (Coastal Fisheries Bill)"),
        ),
        (
            "The Lake Chad Water Convention, or LCWC, was drafted in Abuja. Niger rejects the pact.",
            ("NER", "oppose", "the pact (LCWC)"),
        ),
        (
            "Ghana and Togo agreed to free all the sailors they hold. Benin welcomed the deal.",
            ("BEN", "support", "the deal (free all the sailors)"),
        ),
        (
            "Chad and Niger signed a two-year ceasefire in Abuja. Mali welcomed the truce.",
            ("MLI", "support", "the truce (two-year ceasefire in Abuja)"),
        ),
        (
            "Bolivia urged Peru to open the border. Chile welcomed Bolivia's call.",
            ("CHL", "support", "call (open the border)"),
        ),
        (
            "Laos is pushing for stricter duties to watch the river. Myanmar has declined to take on such obligations.",
            ("MMR", "refuse", "take on such obligations (stricter duties to watch the river)"),
        ),
    ],
)
def test_names_and_agreements_are_told_behind_the_noun(reader, text: str, expected: tuple[str, ...]) -> None:
    """A paper is known by its name, an agreement by what was agreed, a call by what its owner wants."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mali has a law on dams. Niger rejects the law.", "the law on dams"),
        ("Mali wants a loan. Niger rejects the loan.", "the loan"),
        ("Niger rejects the treaty.", "the treaty"),
    ],
)
def test_a_noun_with_nothing_to_point_to_stays_as_it_is(reader, text: str, words: str) -> None:
    """Nothing is put behind a noun of which nothing was told; a longer name takes its place."""
    assert ("NER", "oppose", words) in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ghana has asked Togo to reopen the border. Togo has refused to comply.",
            ("TGO", "refuse", "comply (reopen the border)"),
        ),
        ("Ghana demanded that Togo pay $2bn. Togo will not pay.", ("TGO", "refuse", "pay $2bn")),
        (
            "Under the draft treaty, Laos would return the ships. Vietnam refused to sign.",
            ("VNM", "refuse", "sign (the draft treaty)"),
        ),
        (
            "Peru and Chile drew up a ceasefire in Lima. Bolivia refused to sign it.",
            ("BOL", "refuse", "sign it (a ceasefire in Lima)"),
        ),
        ("Mali offered to cut its tariffs, and Niger is ready to follow.", ("NER", "offer", "follow (cut tariffs)")),
        (
            "Benin urged Togo to close the port. Togo is not ready to go so far.",
            ("TGO", "refuse", "go so far (close the port)"),
        ),
        ("Togo has refused to comply.", ("TGO", "refuse", "comply")),
    ],
)
def test_what_a_bare_verb_leaves_out_is_told(reader, text: str, expected: tuple[str, ...]) -> None:
    """One complies with what was asked, signs the paper told last, follows whoever offered."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile's Senate passed the mining bill on Tuesday. The Socialists voted against.",
            ("PS Chile", "oppose", "pass the mining bill"),
        ),
        (
            "Ghana's parliament ratified the treaty on Monday, and the NDC voted in favour.",
            ("NDC", "support", "ratify the treaty"),
        ),
        (
            "The Security Council adopted a resolution on Haiti. China abstained, and Russia voted against.",
            ("RUS", "oppose", "adopt a resolution on Haiti"),
        ),
    ],
)
def test_a_vote_is_on_what_was_passed(reader, text: str, expected: tuple[str, ...]) -> None:
    """Who voted in favour, or against, did so on what was just told to have been passed."""
    assert expected in reader.stances_told(text)
