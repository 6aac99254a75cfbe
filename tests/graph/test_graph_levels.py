"""Options with levels."""

from __future__ import annotations

import pytest

from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Prioritised, moves, stability
from dragoman.graph.levels import levels


def model(*, one_way: bool) -> ConflictModel:
    options, infeasible = levels("North", ["some relief", "more relief", "all relief"], one_way=one_way)
    wish = Prioritised(['"some relief"', 'not "all relief"', '"more relief"'])
    return ConflictModel(["North"], options, infeasible=infeasible, preferences={"North": wish})


def test_levels_are_ordered_and_each_is_one_state() -> None:
    """Four levels make four states, and any is one move from any other."""
    made = model(one_way=False)
    assert made.states.tolist() == [0, 1, 3, 7]
    assert moves(made, 3, "North") == (0, 1, 7)
    assert stability(made, ["nash"]).equilibria("nash") == (3,)


def test_one_way_levels_only_rise() -> None:
    """What has been given cannot be taken back, so the highest level holds once reached."""
    made = model(one_way=True)
    assert moves(made, 3, "North") == (7,)
    assert stability(made, ["nash"]).equilibria("nash") == (3, 7)


def test_an_option_has_at_least_one_level() -> None:
    """Nothing above none is no option."""
    with pytest.raises(AnalysisError, match="at least one level"):
        levels("North", [])
