"""Strong and weak stability against the definitions of Hamouda, Kilgour and Hipel (2006), spelled out."""

from __future__ import annotations

import numpy as np
import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import improvements, others, reached
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Option, Payoffs, Prioritised, stability
from dragoman.graph.strength import graded_stability

CONCEPTS = ("gmr", "smr", "seq")


def strongly(c: Conflict, dm: int, state: int, concept: str, cuts: list[int]) -> bool:
    """Read off the definition; a preference is strong where a cut lies between the two worths."""
    worth = c.scores[dm]

    def far_below(other: int) -> bool:
        return any(worth[other] < cut <= worth[state] for cut in cuts)

    return all(
        any(
            far_below(after) and (concept != "smr" or all(map(far_below, c.moves(dm, after))))
            for after in reached(c, others(c, dm), to, improving=concept == "seq")
        )
        for to in improvements(c, dm, state)
    )


def graded(c: Conflict, cuts: dict[int, list[int]]) -> dict[str, Payoffs]:
    return {
        f"dm{dm}": Payoffs([sum(cut <= c.scores[dm][s] for cut in some) for s in c.feasible])
        for dm, some in cuts.items()
    }


@examples()
@given(conflicts(max_dms=4, max_options=5), st.data())
def test_strong_stability_agrees_with_the_definition(conflict: Conflict, data: st.DataObject) -> None:
    """Every cell is decided as the definition says, wherever the strong preferences are."""
    drawn = st.lists(st.integers(0, 12), max_size=3)
    cuts = {dm: data.draw(drawn) for dm in conflict.dms if data.draw(st.booleans())}
    found = graded_stability(conflict.model(), graded(conflict, cuts))
    for concept in CONCEPTS:
        for dm in conflict.dms:
            expected = [strongly(conflict, dm, s, concept, cuts.get(dm, [])) for s in conflict.feasible]
            assert found.strongly_stable(concept, f"dm{dm}").tolist() == expected, concept


@examples(0.5)
@given(conflicts(max_options=5))
def test_strong_and_weak_make_up_stability(conflict: Conflict) -> None:
    """What is strongly stable is stable, Nash stable states are strongly stable, and weak is the rest."""
    cuts = {dm: [2, 5] for dm in conflict.dms}
    model = conflict.model()
    found, nash = graded_stability(model, graded(conflict, cuts)), stability(model, ["nash"])
    for concept in CONCEPTS:
        both = sorted((*found.strong_equilibria(concept), *found.weak_equilibria(concept)))
        assert both == list(found.plain.equilibria(concept))
        for dm in model.dms:
            strong = found.strongly_stable(concept, dm)
            assert not (nash.stable("nash", dm) & ~strong).any()
            assert (found.weakly_stable(concept, dm) == (found.plain.stable(concept, dm) & ~strong)).all()


@examples(0.5)
@given(conflicts(max_options=5))
def test_where_every_preference_is_strong_all_is_strong(conflict: Conflict) -> None:
    """If no two states are mildly preferred or equal, every stability is strong."""
    random = np.random.default_rng(1)
    count = len(conflict.feasible)
    ranks = tuple(dict(zip(conflict.feasible, random.permutation(count).tolist(), strict=True)) for _ in conflict.dms)
    strict = Conflict(conflict.owners, conflict.one_way, conflict.no_return, conflict.feasible, ranks)
    model = strict.model()
    found = graded_stability(model, dict(zip(model.dms, model.preferences, strict=True)))
    assert all(found.weak_equilibria(concept) == () for concept in CONCEPTS)


def test_the_first_lines_of_a_list_may_be_the_grave_ones() -> None:
    """A list cut after some lines gives the grades; what is cut elsewhere contradicts it."""
    lines = ["two", "not one"]
    model = ConflictModel(
        ["One", "Two"],
        [Option("one", "One"), Option("two", "Two")],
        preferences={"One": Prioritised(lines), "Two": Prioritised(["one", "not two"])},
    )
    found = graded_stability(model, {"One": Prioritised(lines[:1]), "Two": Prioritised(["one"])})
    assert found.strong_equilibria("gmr") == (0, 3)
    with pytest.raises(AnalysisError, match=r'grades of "One" contradict its preference at state'):
        graded_stability(model, {"One": Prioritised(lines[1:])})
    with pytest.raises(AnalysisError, match='"Three" is no decision maker'):
        graded_stability(model, {"Three": Prioritised()})
    with pytest.raises(AnalysisError, match='"nash" has no strong and weak form'):
        graded_stability(model, {}, ["nash"])  # type: ignore[list-item]


def test_equal_states_cannot_be_of_different_grades() -> None:
    """Of two states that are liked equally none is strongly preferred."""
    model = ConflictModel(["A"], [Option("a", "A")])
    with pytest.raises(AnalysisError, match="contradict"):
        graded_stability(model, {"A": Payoffs([0, 1])})
