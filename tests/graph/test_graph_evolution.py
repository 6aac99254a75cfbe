"""Paths, attractors and the chances of ending in each."""

from __future__ import annotations

import numpy as np
import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import improvements, nash
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InfeasibleModel
from dragoman.graph import ConflictModel, Option, Payoffs
from dragoman.graph.evolution import attractors, evolve
from dragoman.graph.paths import path, reached


def neighbours(c: Conflict, state: int, improving: bool) -> set[int]:
    return {t for dm in c.dms for t in (improvements(c, dm, state) if improving else c.moves(dm, state))}


def plain_distances(c: Conflict, start: int, improving: bool) -> dict[int, int]:
    found, layer = {start: 0}, [start]
    while layer:
        layer = sorted({t for s in layer for t in neighbours(c, s, improving)} - found.keys())
        found.update({t: max(found.values()) + 1 for t in layer} if layer else {})
    return found


@examples()
@given(conflicts(max_options=5), st.booleans())
def test_distances_and_paths_are_shortest_and_legal(conflict: Conflict, improving: bool) -> None:
    """Every state within reach is found, at the least number of moves, with a path that checks move by move."""
    model = conflict.model()
    start = conflict.feasible[0]
    expected = plain_distances(conflict, start, improving)
    assert reached(model, start, improving=improving) == dict(sorted(expected.items()))
    for to in conflict.feasible:
        steps = path(model, start, to, improving=improving)
        assert (steps is None) == (to not in expected)
        at = start
        for step in steps or ():
            dm = int(step.dm[2:])
            assert step.to in (improvements(conflict, dm, at) if improving else conflict.moves(dm, at))
            at = step.to
        assert steps is None or (at == to and len(steps) == expected[to])


@examples()
@given(conflicts(max_options=5))
def test_attractors_are_closed_and_connected(conflict: Conflict) -> None:
    """Nothing leads out of an attractor, each of its states leads to each, and every state leads to some attractor."""
    groups = [set(a.states) for a in attractors(conflict.model())]
    reach = {s: set(plain_distances(conflict, s, improving=True)) for s in conflict.feasible}
    assert all(reach[s] == group for group in groups for s in group)
    assert all(any(group <= reach[s] for group in groups) for s in conflict.feasible)
    alone = {s for group in groups if len(group) == 1 for s in group}
    assert alone == {s for s in conflict.feasible if all(nash(conflict, dm, s) for dm in conflict.dms)}


def plain_chances(c: Conflict, start: int, chance: str, groups: list[tuple[int, ...]]) -> list[float]:
    """Let the chain run for very long."""
    place = {s: k for k, s in enumerate(c.feasible)}
    step = np.eye(len(place))
    for s in c.feasible:
        options = [improvements(c, dm, s) for dm in c.dms]
        able = [o for o in options if o]
        if able:
            step[place[s]] = 0
        for o in able:
            for t in o:
                step[place[s], place[t]] += (
                    1 / sum(map(len, able)) if chance == "each improvement" else 1 / len(able) / len(o)
                )
    for _ in range(40):
        step = step @ step
        step /= step.sum(axis=1, keepdims=True)
    return [sum(step[place[start], place[s]] for s in group) for group in groups]


@examples()
@given(conflicts(max_options=4), st.sampled_from(["each improvement", "each party"]))
def test_chances_are_those_of_the_chain(conflict: Conflict, chance: str) -> None:
    """The exact solution agrees with the chain run to its end, and the chances sum to one."""
    start = conflict.feasible[-1]
    found = evolve(conflict.model(), start, chance=chance)
    assert sum(a.probability for a in found) == pytest.approx(1.0, abs=1e-12)
    expected = plain_chances(conflict, start, chance, [a.states for a in found])
    assert [a.probability for a in found] == pytest.approx(expected, abs=1e-6)


def test_the_two_assumptions_differ_where_one_party_has_more_improvements() -> None:
    """With two improvements against one, chances are 2:1 by improvement and 1:1 by party."""
    model = ConflictModel(
        ["A", "B"],
        [Option("a", "A"), Option("b", "B"), Option("c", "B")],
        infeasible=["a and (b or c)", "b and c"],
        preferences={"A": Payoffs([0, 1, 0, 0]), "B": Payoffs([0, 0, 1, 1])},
    )
    assert [a.probability for a in evolve(model, 0)] == pytest.approx([1 / 3] * 3)
    by_party = {a.states[0]: a.probability for a in evolve(model, 0, chance="each party")}
    assert by_party == pytest.approx({1: 0.5, 2: 0.25, 4: 0.25})


def test_an_infeasible_start_is_refused() -> None:
    """Nothing evolves from a state that cannot be."""
    model = ConflictModel(["A"], [Option("a", "A")], infeasible=["a"])
    with pytest.raises(InfeasibleModel, match='"a" is excluded'):
        evolve(model, 1)
    with pytest.raises(InfeasibleModel, match='"a" is excluded'):
        path(model, 0, 1)
