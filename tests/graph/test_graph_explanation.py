"""Explanations say what the verdicts say."""

from __future__ import annotations

import re

import pytest
from graph_conflicts import CONCEPTS, Conflict, conflicts, examples
from hypothesis import given
from hypothesis import strategies as st

from dragoman.graph import ConflictModel, Option, Payoffs, stability
from dragoman.graph.explanation import explain


@examples(0.5)
@given(conflicts(max_options=5), st.sampled_from(CONCEPTS))
def test_the_sentence_agrees_with_the_verdict(conflict: Conflict, concept: str) -> None:
    """Who is stable stays, who is not leaves, and it is one sentence."""
    model = conflict.model()
    found = stability(model, [concept])
    for dm in model.dms:
        for place, state in enumerate(conflict.feasible[:6]):
            text = explain(model, state, dm, concept)
            assert text.startswith(f"{dm} stays: " if found.stable(concept, dm)[place] else f"{dm} leaves: ")
            assert text.endswith(".") and text.count(".") == 1 and "  " not in text


@pytest.fixture
def three() -> ConflictModel:
    """North may be drawn to relief; South can answer with tests, and East with trade after that."""
    scores = {
        "North": {0: 2, 1: 3, 3: 3, 7: 1},
        "South": {1: 1, 3: 2},
        "East": {3: 1, 7: 2},
    }
    table = {dm: Payoffs([worth.get(s, 0) for s in range(8)]) for dm, worth in scores.items()}
    options = [Option("relief", "North"), Option("tests", "South"), Option("trade", "East")]
    return ConflictModel(["North", "South", "East"], options, preferences=table)


def test_a_chain_of_replies_is_told_in_order(three: ConflictModel) -> None:
    """Each reply names who makes it and what it changes, in the order of the sequence."""
    assert explain(three, 0, "North") == (
        "North stays: if it takes relief, South would gain as it takes tests and East would gain as it takes trade, "
        "which leaves North no better off than now."
    )


def test_a_departure_names_the_move(three: ConflictModel) -> None:
    """Leaving is told with the move that pays."""
    assert re.match(
        r"North leaves: it gains as it takes relief, and replies are not", explain(three, 0, "North", "nash")
    )


def test_many_improvements_are_summed_up() -> None:
    """No more than three answers are told, and the rest are counted."""
    options = [Option(n, "A") for n in "abc"] + [Option("d", "B")]
    worth = [1 if s == 0 else 2 if s < 8 else 0 for s in range(16)]
    model = ConflictModel(
        ["A", "B"], options, preferences={"A": Payoffs(worth), "B": Payoffs([s >> 3 for s in range(16)])}
    )
    assert explain(model, 0, "A").endswith("; and so for 4 more.")
    other = ConflictModel(["A", "B"], options, preferences={"A": Payoffs(worth)})
    assert "(or 6 other such moves)" in explain(other, 0, "A")
