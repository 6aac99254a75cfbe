"""Departures: the reasons given can be checked by hand."""

from __future__ import annotations

import pytest
from graph_conflicts import CONCEPTS, Conflict, conflicts, examples
from graph_oracle import improvements as plain_improvements
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InfeasibleModel
from dragoman.graph import ConflictModel, Option, departures, improvements, moves, stability


@examples()
@given(conflicts())
def test_moves_and_improvements_are_those_of_the_definition(conflict: Conflict) -> None:
    """What can be reached, and what is better, is found for every state and decision maker."""
    model = conflict.model()
    for dm in conflict.dms:
        for state in conflict.feasible:
            assert list(moves(model, state, f"dm{dm}")) == conflict.moves(dm, state)
            assert list(improvements(model, state, f"dm{dm}")) == plain_improvements(conflict, dm, state)


@examples(0.5)
@given(conflicts(max_options=5), st.sampled_from(CONCEPTS))
def test_a_state_is_stable_when_every_departure_is_deterred(conflict: Conflict, concept: str) -> None:
    """The search for answers, which shares nothing with the engine's arrays, comes to the same verdicts."""
    model = conflict.model()
    found = stability(model, [concept])
    for dm in model.dms:
        stays = [all(d.deterred for d in departures(model, s, dm, concept=concept)) for s in conflict.feasible]
        assert stays == found.stable(concept, dm).tolist()


@examples()
@given(conflicts(), st.sampled_from(CONCEPTS[1:]))
def test_an_answer_checks_move_by_move(conflict: Conflict, concept: str) -> None:
    """Each step is a legal move of the one named, nobody moves twice in a row, and the last state deters."""
    model = conflict.model()
    for state in conflict.feasible[:8]:
        for departure in departures(model, state, concept=concept):
            at, last, mover = departure.to, "", int(departure.dm[2:])
            for step in departure.answer:
                dm = int(step.dm[2:])
                assert step.dm not in (last, departure.dm)
                improving = concept in ("seq", "sseq", "sim")
                source = state if concept == "sim" else at
                assert step.to in (
                    plain_improvements(conflict, dm, source) if improving else conflict.moves(dm, source)
                )
                at, last = at ^ state ^ step.to if concept == "sim" else step.to, step.dm
            if departure.deterred:
                worth = conflict.scores[mover]
                assert worth[at] <= worth[state]
                assert concept not in ("smr", "sseq") or all(
                    worth[t] <= worth[state] for t in conflict.moves(mover, at)
                )


def test_an_infeasible_state_is_named_with_the_reason() -> None:
    """A state that cannot be is refused with the combination that excludes it."""
    model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")], infeasible=["a and b"])
    with pytest.raises(InfeasibleModel, match=r'a, b taken is infeasible: "a and b" is excluded'):
        departures(model, 3)
    with pytest.raises(InfeasibleModel, match="codes run from 0 to 3"):
        moves(model, 4, "A")
