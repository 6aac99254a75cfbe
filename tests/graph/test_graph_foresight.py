"""Looking ahead: limited-move and non-myopic stability against a recursion written from the definition."""

from __future__ import annotations

import functools

import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import nash
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Option, Payoffs
from dragoman.graph.foresight import MAX_HORIZON, limited_move_stability, nonmyopic_stability


def ends(c: Conflict):
    """All states at which the game may end, by mover, state and moves left."""

    @functools.cache
    def end(mover: int, state: int, horizon: int) -> frozenset[int]:
        stay = frozenset([state])
        if horizon == 0 or not c.moves(mover, state):
            return stay
        worth = c.scores[mover]
        after = {to: end(1 - mover, to, horizon - 1) for to in c.moves(mover, state)}
        promised = {to: min(worth[e] for e in found) for to, found in after.items()}
        best = max(promised.values())
        if best <= worth[state]:
            return stay
        return frozenset().union(*(after[to] for to, promise in promised.items() if promise == best))

    return end


@examples()
@given(conflicts(min_dms=2, max_dms=2, max_options=4), st.integers(1, 5))
def test_limited_moves_agree_with_the_recursion(conflict: Conflict, horizon: int) -> None:
    """A state is stable when no move promises the mover, choice by choice, an end better than staying."""
    found = limited_move_stability(conflict.model(), horizon).stable
    end = ends(conflict)
    for dm in conflict.dms:
        assert found[dm].tolist() == [not leaves(conflict, end, dm, s, horizon) for s in conflict.feasible]


def leaves(c: Conflict, end, dm: int, state: int, horizon: int) -> bool:
    worth = c.scores[dm]
    return any(min(worth[e] for e in end(1 - dm, to, horizon - 1)) > worth[state] for to in c.moves(dm, state))


@examples(0.5)
@given(conflicts(min_dms=2, max_dms=2, max_options=4))
def test_one_move_is_nash(conflict: Conflict) -> None:
    """With a view of one move everybody takes what is best for it at once."""
    found = limited_move_stability(conflict.model(), 1).stable
    for dm in conflict.dms:
        assert found[dm].tolist() == [nash(conflict, dm, s) for s in conflict.feasible]


@examples(0.2)
@given(conflicts(min_dms=2, max_dms=2, max_options=3))
def test_nonmyopic_means_stable_from_some_horizon_on(conflict: Conflict) -> None:
    """What holds without limit holds at every long horizon, and what does not fails again and again."""
    model = conflict.model()
    lasting = nonmyopic_stability(model).stable
    long = [limited_move_stability(model, h).stable for h in range(24, 36)]
    for dm in conflict.dms:
        for place in range(len(conflict.feasible)):
            assert lasting[dm, place] == all(found[dm, place] for found in long)


def test_foresight_sustains_both_ends_of_the_dilemma() -> None:
    """In the prisoner's dilemma mutual defection and mutual cooperation are non-myopic (Brams & Wittman 1981)."""
    dilemma = ConflictModel(
        ["One", "Two"],
        [Option("one", "One"), Option("two", "Two")],
        preferences={"One": Payoffs([1, 0, 3, 2]), "Two": Payoffs([1, 3, 0, 2])},
    )
    assert nonmyopic_stability(dilemma).equilibria() == (0, 3)


def test_more_than_two_parties_are_refused() -> None:
    """The definitions are for two; others are told so."""
    three = ConflictModel(["A", "B", "C"], [Option(n, n.upper()) for n in "abc"])
    with pytest.raises(AnalysisError, match="for two decision makers; there are 3"):
        nonmyopic_stability(three)


@pytest.mark.parametrize("horizon", [0, -1, MAX_HORIZON + 1])
def test_an_impossible_horizon_is_refused(horizon: int) -> None:
    """A horizon is a positive number of moves, within bounds."""
    model = ConflictModel(["A", "B"], [Option("a", "A"), Option("b", "B")])
    with pytest.raises(AnalysisError, match="give 1 to"):
        limited_move_stability(model, horizon)
