"""Relative clauses without a pronoun, and participles behind a comma, hang from the thing they are about."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "thing", "verb"),
    [
        ("The tariffs Kenya imposed on Chad in 2018 remain.", "tariffs", "imposed"),
        ("They want to end the blockade Kenya imposed in June.", "blockade", "imposed"),
        ("Under a treaty the two countries signed in 1984, Kenya must wait.", "treaty", "signed"),
        ("Under the deal Kenya and Chad struck in May, the port will open.", "deal", "struck"),
        ("He hailed the deal Kenya and Chad signed.", "deal", "signed"),
        ("It said the deal Kenya signed was void.", "deal", "signed"),
        ("The offer Kenyan negotiators made on Monday was rejected.", "offer", "made"),
        ("Ministers will vote on a deal, brokered by Kenya, that would free the crew.", "deal", "brokered"),
    ],
)
def test_a_clause_without_a_pronoun_is_of_the_thing_before_it(reader, word, sentence: str, thing: str, verb) -> None:
    """The thing before the subject is what the verb is about, and keeps its own place in the sentence."""
    doc = reader.understood(sentence).doc
    clause = word(doc, verb)
    assert (clause.head.text, clause.dep_.partition(":")[0]) == (thing, "acl")


@pytest.mark.parametrize(
    "sentence",
    [
        "In the talks Kenya rejected the plan.",
        "After the attack Kenya vowed revenge.",
        "During the talks Kenya refused to give way.",
    ],
)
def test_what_stands_before_the_subject_of_the_main_verb_is_no_relative(reader, sentence: str) -> None:
    """A verb with an object or content of its own is about that."""
    doc = reader.understood(sentence).doc
    assert [token.text for token in doc if token.dep_ == "acl:relcl"] == []


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Fresh clashes between the army and the rebels killed nine.", "killed"),
        ("Border skirmishes between Kenya and Chad in May left nine dead.", "left"),
        ("Fierce fighting between Kenyan troops and Chadian rebels erupted on Monday.", "erupted"),
    ],
)
def test_what_lies_between_two_is_a_noun(reader, sentence: str, verb: str) -> None:
    """A plural before "between" that opens a sentence is the subject of the verb behind it."""
    doc = reader.understood(sentence).doc
    assert doc[0].sent.root.text == verb
