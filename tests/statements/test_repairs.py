"""Repairs of trees: what is moved where, and that a repaired tree is still a tree."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.pipeline import load_pipeline
from dragoman.language.tree import Token, Tree
from dragoman.statements.repairs import repair

WORDS = (
    "France Iran Kim the its of by to for that which not said urged offered offer decision rejecting easing stop "
    "sanctions last week will has been and , — on support with as"
).split()


@pytest.fixture(scope="module")
def repaired(pipeline) -> Callable[[str], Tree]:
    """A text's tree after the repairs."""

    def parse(text: str) -> Tree:
        doc = pipeline.tree(text)
        repair(doc)
        return doc

    return parse


def token(doc: Tree, spelling: str) -> Token:
    return next(t for t in doc if t.text == spelling)


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Iran rejected an offer by France to lift sanctions.", "lift", "offer"),
        ("Peru repeated its refusal in Lima to sign.", "sign", "refusal"),
        ("He defended his decision in Vienna to reject the terms.", "reject", "decision"),
    ],
)
def test_an_infinitive_belongs_to_the_noun_that_calls_for_it(
    repaired: Callable[[str], Tree], text: str, verb: str, noun: str
) -> None:
    """What an offer, a refusal or a decision is to do hangs from it."""
    assert token(repaired(text), verb).head.text == noun


def test_the_agent_belongs_to_the_noun_before_it(repaired: Callable[[str], Tree]) -> None:
    """ "an offer by France" is France's offer."""
    doc = repaired("Iran rejected an offer by France to lift sanctions.")
    assert token(doc, "France").head.text == "offer"


@pytest.mark.parametrize("text", ["France said last week that Iran must stop.", "France said that Iran must stop."])
def test_what_is_said_belongs_to_the_verb_of_saying(repaired: Callable[[str], Tree], text: str) -> None:
    """A time between the verb and its clause changes nothing."""
    stop = token(repaired(text), "stop")
    assert (stop.head.text, stop.dep_) == ("said", "ccomp")


def test_a_sound_tree_is_left_alone(pipeline) -> None:
    """A plain sentence keeps its tree."""
    doc = pipeline.tree("Norway met Sweden in Oslo.")
    before = [(t.head.i, t.dep_) for t in doc]
    repair(doc)
    assert [(t.head.i, t.dep_) for t in doc] == before


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join))
def test_a_repaired_tree_is_a_tree(text: str) -> None:
    """No circle arises, no head stands in another sentence, no word changes, whatever the words."""
    doc = load_pipeline().tree(text)
    repair(doc)
    assert all(text[word.idx : word.idx + len(word)] == word.text for word in doc)
    for word in doc:
        steps, seen = word, 0
        while steps.head != steps:
            assert steps.head.sent == word.sent
            steps, seen = steps.head, seen + 1
            assert seen <= len(doc)


def test_it_before_a_verb_that_somebody_does_stands_for_somebody(reader) -> None:
    """ "It has also asked that they leave": of the army named before, and not of nobody."""
    found = reader.positions("Peru's army wants the rebels to leave. It has also asked that Chile open the port.")
    assert [(p.holder, p.stance) for p in found][-1] == (("PER",), "demand")


def test_a_noun_behind_a_and_a_noun_is_no_verb(reader) -> None:
    """ "A government offer to pay": what was rejected is the offer, made by nobody who rejects it."""
    found = reader.positions("Doctors rejected a government offer to pay interns.")
    assert {(p.holder, p.stance) for p in found} == {(("doctors",), "oppose")}


@pytest.mark.parametrize(
    ("text", "participle", "verb"),
    [
        ("Ireland rejected a request by Spain to lift it, demanding that Spain pay first.", "demanding", "rejected"),
        ("The ship will stay, the ministry said, calling on Peru to leave.", "calling", "said"),
    ],
)
def test_a_trailing_participle_goes_with_the_verb_of_its_clause(
    repaired: Callable[[str], Tree], text: str, participle: str, verb: str
) -> None:
    """Who rejects a request demands something in turn, not who would grant it; and what is said is not that."""
    found = token(repaired(text), participle)
    assert (found.head.text, found.dep_) == (verb, "advcl")
