"""How an action is put into words: who or what acts, sums of money, what is to be done in a time that is used."""

import pytest


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Peru demanded that the ships leave.", "the ships to leave"),
        ("Peru wants the ships to leave.", "the ships to leave"),
        ("Peru demanded that the talks resume in May.", "resume the talks in May"),
        ("Peru demanded that the talks go on next month.", "the talks to go on"),
        ("Peru demanded that prices fall.", "prices to fall"),
        ("Peru urged Togo to be ready to compromise.", "be ready to compromise"),
        ("Peru wants Togo to let the talks be moved to Geneva.", "let the talks be moved to Geneva"),
        ("Peru urged Togo to refrain from building the dam.", "refrain from building the dam"),
        ("Peru wants the clause gone.", "the clause gone"),
        ("Peru demanded a six-month truce.", "a six-month truce"),
        ("Peru asked Togo to pull its troops from the island, which it seized in May.", "pull troops from the island"),
        (
            "Peru asked Togo to leave the Andean Trade Bloc (ATB), the club of its neighbours.",
            "leave the Andean Trade Bloc",
        ),
        ("Peru asked Togo to triple what it pays into the fund.", "triple what it pays into the fund"),
        (
            "Peru wants a share of all earnings from the medicines made of plants found in forests beyond the river.",
            "a share of all earnings from the medicines made of plants found in forests",
        ),
        ("Peru insists that a neutral force protect the pilgrims.", "a neutral force to protect the pilgrims"),
        ("Peru demands that the new rules take effect in May.", "the new rules to take effect in May"),
        ("Peru asked for its ships to be released.", "release ships"),
        ("Peru called for the name Zarma to be given legal recognition.", "recognise the name Zarma"),
        ("Peru urged Togo to abide by the ruling.", "abide by the ruling"),
        ("Peru urged the lenders to use the weekend to read the text.", "read the text"),
        ("Peru asked Vietnam to see to it that the debt is paid in full.", "pay the debt in full"),
        ("Peru asked for a vote on the border, and for Ghana to keep the taxes.", "a vote on the border"),
        ("Peru demanded that Togo open the city's schools.", "open the city's schools"),
    ],
)
def test_a_demand_is_put_as_what_is_to_be_done(reader, text: str, words: str) -> None:
    """A thing that acts stands before its verb, one that is acted upon behind it."""
    assert ("PER", "demand", words) in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana refused permission for the march.", ("GHA", "refuse", "permit the march")),
        ("Ghana's finance minister ruled out any intervention by the state.", ("GHA", "refuse", "intervene")),
        ("Ghana asked Togo for permission.", ("GHA", "demand", "permission")),
        ("Ghana pledged $2 billion.", ("GHA", "promise", "$2 billion")),
        ("Ghana offered C$350m.", ("GHA", "offer", "C$350m")),
    ],
)
def test_nouns_of_what_is_given_are_deeds_where_they_are_refused(reader, text: str, expected: tuple[str, ...]) -> None:
    """Permission that is refused is to permit; permission that is asked for is a thing."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize("holder", ["GHA", "TGO"])
def test_a_compromise_is_about_what_it_would_do(reader, holder: str) -> None:
    """ "A compromise under which the matter would be left to a court": to leave it."""
    text = "A compromise under which the matter would be left to a court has satisfied neither Ghana nor Togo."
    assert (holder, "oppose", "leave the matter to a court") in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru demands that there be no new tariffs.", ("PER", "oppose", "new tariffs")),
        ("Peru said there should be no preconditions.", ("PER", "oppose", "preconditions")),
        ("Peru said there must be a vote on the accord.", ("PER", "demand", "a vote on the accord")),
        ("Peru insists that there be a guarantee of access.", ("PER", "demand", "a guarantee of access")),
        ("Peru ruled out a deal that does not restore pay.", ("PER", "refuse", "a deal that does not restore pay")),
        ("Peru opposes any text that targets coal.", ("PER", "oppose", "any text that targets coal")),
        ("Peru wants to bank what has been achieved.", ("PER", "demand", "bank what has been achieved")),
        ("Peru refused to discuss who owns the island.", ("PER", "refuse", "discuss who owns the island")),
    ],
)
def test_what_there_is_to_be_is_told_by_its_noun(reader, text: str, expected: tuple[str, ...]) -> None:
    """ "There be" says nothing of the thing but whether it is wanted; a free relative keeps its own subject."""
    assert expected in reader.stances_told(text)
