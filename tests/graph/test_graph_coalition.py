"""Coalitions against their definitions, spelled out."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import ORACLE, reached
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import ConflictModel, Option, Payoffs, Prioritised, Ranking, stability
from dragoman.graph.coalition import coalition_equilibria, coalition_stable, joint_improvements

CONCEPTS = ("nash", "gmr", "smr", "seq")


def stable(c: Conflict, coalition: tuple[int, ...], state: int, concept: str) -> bool:
    """Read off the definition of Kilgour et al. (2001) and Inohara & Hipel (2008)."""
    outside = tuple(dm for dm in c.dms if dm not in coalition)

    def better(to: int, than: int) -> bool:
        return all(c.scores[dm][to] > c.scores[dm][than] for dm in coalition)

    def deterred(to: int) -> bool:
        for after in reached(c, outside, to, improving=concept == "seq"):
            if better(after, state):
                continue
            if concept != "smr" or not any(
                better(back, state) for back in reached(c, coalition, after, improving=False)
            ):
                return True
        return False

    improvements = [to for to in reached(c, coalition, state, improving=False) if better(to, state)]
    return not improvements if concept == "nash" else all(map(deterred, improvements))


def groups(members: tuple[int, ...]) -> list[tuple[int, ...]]:
    return [group for size in range(1, len(members) + 1) for group in combinations(members, size)]


def answers_together(c: Conflict, outside: tuple[int, ...], start: int) -> set[int]:
    """All ends of sequences of coalition improvements by the others' coalitions, none twice in a row."""
    found: set[tuple[int, tuple[int, ...]]] = set()
    ends: list[tuple[int, tuple[int, ...]]] = [(start, ())]
    while ends:
        state, last = ends.pop()
        for group in groups(outside):
            better = {
                t
                for t in reached(c, group, state, improving=False)
                if all(c.scores[dm][t] > c.scores[dm][state] for dm in group)
            }
            new = {(t, group) for t in better if group != last} - found
            found |= new
            ends.extend(new)
    return {state for state, _ in found}


@examples(0.5)
@given(conflicts(max_dms=4, max_options=4), st.data())
def test_answers_together_agree_with_the_definition(conflict: Conflict, data: st.DataObject) -> None:
    """Where the others may form coalitions in turn, what deters is what their sequences reach."""
    coalition = tuple(sorted(data.draw(st.sets(st.sampled_from(list(conflict.dms)), min_size=1))))
    outside = tuple(dm for dm in conflict.dms if dm not in coalition)
    worth = conflict.scores

    def stays(state: int) -> bool:
        improvements = [
            to
            for to in reached(conflict, coalition, state, improving=False)
            if all(worth[dm][to] > worth[dm][state] for dm in coalition)
        ]
        return all(
            any(
                worth[dm][end] <= worth[dm][state]
                for end in answers_together(conflict, outside, to)
                for dm in coalition
            )
            for to in improvements
        )

    members = [f"dm{dm}" for dm in coalition]
    found = coalition_stable(conflict.model(), members, "seq", answers="together")
    assert found.tolist() == [stays(s) for s in conflict.feasible]
    alone = coalition_stable(conflict.model(), members, "seq")
    assert not (alone & ~found).any()


@examples()
@given(conflicts(max_dms=4, max_options=5), st.sampled_from(CONCEPTS), st.data())
def test_coalitions_agree_with_the_definition(conflict: Conflict, concept: str, data: st.DataObject) -> None:
    """Every state is decided as the definition says, for any coalition."""
    coalition = tuple(sorted(data.draw(st.sets(st.sampled_from(list(conflict.dms)), min_size=1))))
    found = coalition_stable(conflict.model(), [f"dm{dm}" for dm in coalition], concept)
    assert found.tolist() == [stable(conflict, coalition, s, concept) for s in conflict.feasible]


@examples(0.5)
@given(conflicts(max_options=5), st.sampled_from(CONCEPTS))
def test_a_coalition_of_one_is_the_decision_maker(conflict: Conflict, concept: str) -> None:
    """By itself a member has exactly the stability it has without coalitions."""
    model = conflict.model()
    for dm in conflict.dms:
        expected = [ORACLE[concept](conflict, dm, s) for s in conflict.feasible]
        assert coalition_stable(model, [f"dm{dm}"], concept).tolist() == expected


@examples(0.5)
@given(conflicts(max_dms=4, max_options=5))
def test_joint_improvements_are_agreed_and_reached(conflict: Conflict) -> None:
    """All who must move gain, there are several of them, and the path is legal; none that qualifies is missed."""
    model = conflict.model()
    for state in conflict.feasible[:6]:
        found = {found.to: found for found in joint_improvements(model, state)}
        for to in conflict.feasible:
            movers = tuple({owner for k, owner in enumerate(conflict.owners) if (to ^ state) >> k & 1})
            agreed = all(conflict.scores[dm][to] > conflict.scores[dm][state] for dm in movers)
            possible = to in reached(conflict, tuple(sorted(movers)), state, improving=False)
            assert (to in found) == (len(movers) > 1 and agreed and possible)
        for to, improvement in found.items():
            at = state
            for step in improvement.path:
                assert step.dm in improvement.coalition
                assert step.to in conflict.moves(int(step.dm[2:]), at)
                at = step.to
            assert at == to


def elmira() -> tuple[ConflictModel, dict[str, int]]:
    case = json.loads((Path(__file__).parents[1] / "reference" / "elmira.json").read_text("utf-8"))
    code = {s: sum(1 << k for k, letter in enumerate(s) if letter == "Y") for s in case["states"]}
    ranking = {dm: Ranking([[code[s] for s in tier] for tier in tiers]) for dm, tiers in case["ranking"].items()}
    options = [Option(**option) for option in case["options"]]
    return ConflictModel(case["dms"], options, infeasible=case["infeasible"], preferences=ranking), code


def test_elmira_is_settled_by_a_coalition() -> None:
    """Ministry and Uniroyal together leave the equilibrium of delay for a modified order, accepted: what happened.

    Kilgour, Hipel, Fang & Peng (2001) explain the history of the conflict by this coalition.
    """
    model, code = elmira()
    found = joint_improvements(model, code["NYNNY"])
    assert [(f.coalition, f.to) for f in found] == [(("Ministry", "Uniroyal"), code["YNYNY"])]
    assert code["NYNNY"] not in coalition_equilibria(model, "seq")
    assert code["YNYNY"] in coalition_equilibria(model, "seq")


def test_what_is_no_coalition_is_refused() -> None:
    """An empty coalition, a stranger and an unknown concept are named."""
    model = ConflictModel(["A", "B"], [Option("a", "A"), Option("b", "B")], preferences={"A": Payoffs([0, 1, 2, 3])})
    with pytest.raises(AnalysisError, match="at least one member"):
        coalition_stable(model, [], "nash")
    with pytest.raises(AnalysisError, match='"C" is no decision maker'):
        coalition_stable(model, ["C"], "nash")
    with pytest.raises(AnalysisError, match='"sim" is no concept for coalitions'):
        coalition_stable(model, ["A"], "sim")
    with pytest.raises(AnalysisError, match='"loudly" is no way to answer'):
        coalition_stable(model, ["A"], "seq", answers="loudly")
    large = ConflictModel(["A"], [Option(f"o{k}", "A") for k in range(12)])
    with pytest.raises(TooManyStates, match="at most 2048"):
        coalition_stable(large, ["A"], "seq", answers="together")


@examples(0.3)
@given(conflicts(), st.integers(0, 3))
def test_joint_improvements_come_in_order_and_may_be_cut(conflict: Conflict, most: int) -> None:
    """Fewest movers first, then fewest options changed; the first few are the first of all."""
    model = conflict.model()
    state = conflict.feasible[0]
    found = joint_improvements(model, state)
    keys = [(len(joint.coalition), (joint.to ^ state).bit_count(), joint.to) for joint in found]
    assert keys == sorted(keys)
    assert joint_improvements(model, state, most=most) == found[:most]


def test_an_agreement_is_an_option_of_each_who_signs() -> None:
    """Nobody signs first, as the other could wait; both gain by signing together, and then nobody leaves."""
    model = ConflictModel(
        ["North", "South"],
        [Option("north_signs", "North"), Option("south_signs", "South")],
        preferences={
            "North": Prioritised(["north_signs and south_signs", "not north_signs"]),
            "South": Prioritised(["north_signs and south_signs", "not south_signs"]),
        },
    )
    assert stability(model, ["nash"]).equilibria("nash") == (0, 3)
    assert [(found.coalition, found.to) for found in joint_improvements(model, 0)] == [(("North", "South"), 3)]
    assert coalition_equilibria(model, "nash") == (3,)
