"""The action a stance is about: its words, its doer, and who could act where nobody is named."""

from collections.abc import Callable

import pytest

from dragoman.statements.actions import Action, Actions
from dragoman.statements.who import Who

Finder = Callable[[str, str], Action | None]


@pytest.fixture(scope="module")
def action_of(reader, word) -> Finder:
    """The action headed by the first word of a text that is spelled so."""

    def find(text: str, head: str) -> Action | None:
        understood = reader.understood(text)
        return Actions(understood, Who(understood)).of(word(understood.doc, head))

    return find


@pytest.mark.parametrize(
    ("text", "head", "words", "doer"),
    [
        ("Kenya demanded that Sudan open the border.", "open", "open the border", ("SDN",)),
        ("Kenya demanded the withdrawal of troops by Sudan.", "withdrawal", "withdraw troops", ("SDN",)),
        ("Kenya welcomed Sudan's withdrawal from Abyei.", "withdrawal", "withdraw from Abyei", ("SDN",)),
    ],
)
def test_an_action_has_words_and_a_doer(
    action_of: Finder, text: str, head: str, words: str, doer: tuple[str, ...]
) -> None:
    """The verb phrase without its subject; a noun for a deed stands as its verb, without its owner."""
    found = action_of(text, head)
    assert found is not None
    assert found.words.removeprefix("the ") == words
    assert found.doer == doer
    assert not found.inferred


def test_the_range_of_an_action_covers_its_words(action_of: Finder) -> None:
    """Start and end are places in the article's text."""
    text = "Kenya demanded that Sudan open the border."
    found = action_of(text, "open")
    assert found is not None
    assert text[found.start : found.end].endswith("open the border")


def test_a_doer_that_nobody_names_is_inferred(reader, word) -> None:
    """The default stands in, and the action says so."""
    understood = reader.understood("Kenya demanded inspections.")
    found = Actions(understood, Who(understood)).of(word(understood.doc, "inspections"), default=("SDN",))
    assert found is not None
    assert (found.doer, found.inferred) == (("SDN",), True)


def test_relief_is_for_those_to_give_who_imposed_the_burden(reader) -> None:
    """Who would lift sanctions is who the article says imposed them."""
    text = "Iran demanded the lifting of the sanctions. French sanctions have hit its ports. Chile and Chad looked on."
    [found] = reader.positions(text)
    assert found.doer == ("FRA",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya refused to pay for the dam, according to one of its ministers.",
        "Kenya refused to pay for the dam on the ground that it was not asked.",
        "Kenya refused to pay for the dam despite an appeal from Uganda.",
    ],
)
def test_who_says_so_and_why_are_no_part_of_an_action(action_of: Finder, sentence: str) -> None:
    """Sources, reasons and circumstances stay out of the words."""
    found = action_of(sentence, "pay")
    assert found is not None
    assert found.words == "pay for the dam"
