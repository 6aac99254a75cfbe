"""Hypergames against the definitions, spelled out state by state."""

from __future__ import annotations

import pytest
from graph_conflicts import CONCEPTS, Conflict, conflicts, examples
from graph_oracle import ORACLE, improvements
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, InfeasibleModel
from dragoman.graph import ConflictModel, Option, Payoffs, Prioritised, stability
from dragoman.graph.misperception import Hypergame, Surprise, hypergame_stability


@st.composite
def seen_otherwise(draw: st.DrawFn, conflict: Conflict) -> Conflict:
    """Draw how somebody may see a conflict: other preferences, and other states held to be possible."""
    feasible = tuple(s for s in range(1 << len(conflict.owners)) if s in conflict.feasible or draw(st.booleans()))
    missing = draw(st.sets(st.sampled_from(feasible), max_size=2))
    kept = tuple(s for s in feasible if s not in missing) or feasible
    scores = tuple({s: draw(st.integers(0, 5)) for s in kept} for _ in conflict.dms)
    return Conflict(conflict.owners, conflict.one_way, conflict.no_return, kept, scores)


@examples(0.5)
@given(conflicts(max_dms=3, max_options=4), st.data())
def test_everybody_judges_by_its_own_view(conflict: Conflict, data: st.DataObject) -> None:
    """What is stable, expected, unforeseen and an equilibrium follows from the views one by one."""
    views = [data.draw(seen_otherwise(conflict)) for _ in conflict.dms]
    game = Hypergame(conflict.model(), {f"dm{dm}": view.model() for dm, view in enumerate(views)})
    found = hypergame_stability(game, CONCEPTS)
    for concept in CONCEPTS:
        stays = [
            [s in view.scores[dm] and ORACLE[concept](view, dm, s) for s in conflict.feasible]
            for dm, view in enumerate(views)
        ]
        for dm, view in enumerate(views):
            assert found.stable(concept, f"dm{dm}").tolist() == stays[dm]
            seen = [s for s in conflict.feasible if s in view.feasible]
            expected = [s for s in seen if all(ORACLE[concept](view, other, s) for other in conflict.dms)]
            assert list(found.expected(concept, f"dm{dm}")) == expected
            assert set(found.unforeseen(f"dm{dm}")) == set(conflict.feasible) - set(seen)
        both = [s for s, row in zip(conflict.feasible, zip(*stays, strict=True), strict=True) if all(row)]
        assert list(found.equilibria(concept)) == both


@examples(0.5)
@given(conflicts(max_dms=3, max_options=4), st.data())
def test_surprises_are_moves_made_and_not_expected(conflict: Conflict, data: st.DataObject) -> None:
    """Under Nash a move is made where the mover sees a gain; it surprises who sees none, or no such state."""
    views = [data.draw(seen_otherwise(conflict)) for _ in conflict.dms]
    game = Hypergame(conflict.model(), {f"dm{dm}": view.model() for dm, view in enumerate(views)})
    found = hypergame_stability(game, ["nash"])
    for state in conflict.feasible[:4]:
        expected = {
            Surprise(f"dm{dm}", f"dm{mover}", to)
            for mover in conflict.dms
            if state in views[mover].feasible
            for to in improvements(views[mover], mover, state)
            if to in conflict.feasible
            for dm in conflict.dms
            if dm != mover and (state not in views[dm].feasible or to not in improvements(views[dm], mover, state))
        }
        assert set(found.surprises(state, "nash")) == expected


@examples(0.5)
@given(conflicts(max_options=5))
def test_without_misperception_there_is_one_conflict(conflict: Conflict) -> None:
    """Where nobody has a view of its own all is as without hypergames, and nothing surprises."""
    model = conflict.model()
    found, plain = hypergame_stability(Hypergame(model, {})), stability(model)
    for concept in plain.concepts:
        assert found.equilibria(concept) == plain.equilibria(concept)
        assert all(found.expected(concept, dm) == plain.equilibria(concept) for dm in model.dms)
    assert all(found.surprises(state) == () for state in conflict.feasible[:3])


def hidden() -> tuple[ConflictModel, ConflictModel]:
    """South could strike, which North does not see; North imagines that South could ask for help."""
    fact = ConflictModel(
        ["North", "South"],
        [Option("march", "North"), Option("strike", "South"), Option("yield", "South")],
        preferences={
            "North": Prioritised(["not strike", "yield", "march"]),
            "South": Prioritised(["strike iff march"]),
        },
    )
    view = ConflictModel(
        ["South", "North"],
        [Option("yield", "South"), Option("help", "South"), Option("march", "North")],
        preferences={"North": Prioritised(["yield", "march"]), "South": Prioritised(["help", "yield iff march"])},
    )
    return fact, view


def test_hidden_and_imagined_options() -> None:
    """What is not seen makes no difference to who does not see it, and what is imagined is never taken."""
    fact, view = hidden()
    found = hypergame_stability(Hypergame(fact, {"North": view}))
    code = fact.code
    assert found.stable("nash", "North").tolist() == [False, True] * 4
    # To strike and yield too is seen as yielding, which North expects.
    assert found.surprises(code(["march"]), "nash") == (Surprise("North", "South", code(["march", "strike"])),)
    assert found.equilibria("nash") == (code(["march", "strike"]), code(["march", "strike", "yield"]))
    assert found.expected("nash", "North") == ()


def test_views_must_be_of_the_same_conflict() -> None:
    """A stranger's view, one without the party itself, and an option of another are refused, and infeasible states."""
    fact, view = hidden()
    with pytest.raises(AnalysisError, match='"East" is no decision maker'):
        Hypergame(fact, {"East": view})
    alone = ConflictModel(["South"], [Option("yield", "South")])
    with pytest.raises(AnalysisError, match='"North" is no decision maker'):
        Hypergame(fact, {"North": alone})
    other = ConflictModel(["North", "South"], [Option("march", "South"), Option("go", "North")])
    with pytest.raises(AnalysisError, match='option "march" belongs to another party'):
        Hypergame(fact, {"North": other})
    narrow = ConflictModel(["A"], [Option("a", "A")], infeasible=["a"], preferences={"A": Payoffs([0])})
    with pytest.raises(InfeasibleModel):
        hypergame_stability(Hypergame(narrow, {})).surprises(1)
