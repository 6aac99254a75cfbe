"""Diagrams against enumeration wherever both run, and models that enumeration could not hold."""

from __future__ import annotations

import functools

import pytest
from graph_conflicts import examples
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph import ConflictModel, Option, Prioritised, Weights, departures, stability, symbolicmoves
from dragoman.graph.diagrams import Diagrams
from dragoman.graph.symbolic import SymbolicModel

CONCEPTS = ("nash", "gmr", "smr", "seq")
NAMES = [f"o{k}" for k in range(6)]
literals = st.sampled_from([*NAMES, *(f"not {name}" for name in NAMES)])
statements = st.one_of(
    literals,
    st.builds("({}) {} ({})".format, literals, st.sampled_from(["and", "or", "if", "iff", "unless"]), literals),
)


@st.composite
def models(draw: st.DrawFn) -> ConflictModel:
    """Draw a model of lists, with infeasible states and one-way options."""
    dms = [f"dm{k}" for k in range(draw(st.integers(1, 4)))]
    owners = draw(
        st.permutations([*dms, *draw(st.lists(st.sampled_from(dms), min_size=6 - len(dms), max_size=6 - len(dms)))])
    )
    kinds = draw(st.lists(st.sampled_from(["free", "free", "one_way", "no_return"]), min_size=6, max_size=6))
    options = [
        Option(name, owner, one_way=kind == "one_way", no_return=kind == "no_return")
        for name, owner, kind in zip(NAMES, owners, kinds, strict=True)
    ]
    lists = {dm: Prioritised(draw(st.lists(statements, max_size=6))) for dm in dms}
    infeasible = draw(st.lists(st.builds("({}) and ({})".format, literals, literals), max_size=3))
    return ConflictModel(dms, options, infeasible=infeasible, preferences=lists)


def enumerable(model: ConflictModel) -> bool:
    try:
        return len(model.states) > 0
    except InfeasibleModel:
        return False


@examples(0.5)
@given(models(), st.data())
def test_diagrams_agree_with_enumeration(model: ConflictModel, data: st.DataObject) -> None:
    """The same equilibria, and the same parties stay at given states under every concept."""
    if not enumerable(model):
        with pytest.raises(InfeasibleModel, match="No state is feasible"):
            SymbolicModel(model)
        return
    found, plain = SymbolicModel(model), stability(model, CONCEPTS)
    nash = found.equilibria()
    assert (nash.count, sorted(nash.states)) == (plain.count("nash"), list(plain.equilibria("nash")))
    for state in data.draw(st.lists(st.sampled_from(model.states.tolist()), max_size=3, unique=True)):
        for concept in CONCEPTS:
            for dm in model.dms:
                assert found.stable(state, dm, concept) == (concept in plain.at(state)[dm]), (state, dm, concept)
            assert found.equilibrium(state, concept) == (concept in plain.equilibrium_at(state))


def large(options: int) -> ConflictModel:
    """A ring of pairs: each party gives what its neighbour wants, if it gets what it wants itself."""
    dms = [f"dm{k}" for k in range(5)]
    made = [Option(f"o{k}", dms[k % 5], one_way=k % 7 == 0) for k in range(options)]
    lists = {
        dm: Prioritised(
            [f"o{k} iff o{(k + 1) % options}" for k in range(i, options, 5)]
            + [f"o{(k + 1) % options} or not o{k}" for k in range(i, options, 5)]
        )
        for i, dm in enumerate(dms)
    }
    return ConflictModel(
        dms, made, infeasible=[f"o{k} and o{k + 9}" for k in range(0, options - 9, 11)], preferences=lists
    )


def test_large_diagrams_agree_with_enumeration() -> None:
    """Of thousands of states the equilibria are the same, and a few states are judged alike under every concept."""
    model = large(15)
    found, plain = SymbolicModel(model), stability(model, CONCEPTS)
    assert list(found.equilibria(most=1 << 15).states) == list(plain.equilibria("nash"))
    for state in model.states[:: len(model.states) // 3].tolist():
        for concept in CONCEPTS:
            judged = {dm: found.stable(state, dm, concept) for dm in model.dms}
            assert judged == {dm: concept in stays for dm, stays in plain.at(state).items()}


def test_sixty_options_are_solved() -> None:
    """Every equilibrium listed is one when its own moves are looked at one by one; counts are exact."""
    model = large(60)
    found = SymbolicModel(model).equilibria(most=20)
    assert found.count >= len(found.states) > 0
    assert len(set(found.states)) == len(found.states)
    for state in found.states[:5]:
        taken = set(model.taken(state))
        assert not any(e.holds(taken) for e in model.infeasible)
        for bit, option in enumerate(model.options):
            other = set(model.taken(state ^ 1 << bit))
            locked = option.one_way and option.name in taken
            if not locked and not any(e.holds(other) for e in model.infeasible):
                lines = model.preferences[model.dm_index(option.dm)].statements
                assert [e.holds(other) for e in lines] <= [e.holds(taken) for e in lines]


def test_what_nobody_can_hold_is_refused() -> None:
    """Too many options, other preferences, infeasible states and diagrams that grow too large are named."""
    with pytest.raises(TooManyStates, match="65 options are too many"):
        SymbolicModel(ConflictModel(["A"], [Option(f"o{k}", "A") for k in range(65)]))
    weighted = ConflictModel(["A"], [Option("a", "A")], preferences={"A": Weights({"a": 1})})
    with pytest.raises(AnalysisError, match='"A" is no prioritised list'):
        SymbolicModel(weighted)
    model = SymbolicModel(ConflictModel(["A"], [Option("a", "A"), Option("b", "A")], infeasible=["a and b"]))
    for state in (3, 4, -1):
        with pytest.raises(InfeasibleModel, match="is infeasible"):
            model.stable(state, "A")
    with pytest.raises(AnalysisError, match='"sim" is no concept'):
        model.stable(0, "A", "sim")  # type: ignore[arg-type]


def test_diagrams_that_grow_too_large_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the advice to leave something out."""
    monkeypatch.setattr(symbolicmoves, "Diagrams", functools.partial(Diagrams, most=50))
    with pytest.raises(TooManyStates, match="grow beyond 50 nodes"):
        SymbolicModel(large(20)).equilibria()


@examples(0.5)
@given(models(), st.data())
def test_what_is_near_and_better_agrees_with_enumeration(model: ConflictModel, data: st.DataObject) -> None:
    """Equilibria and what is better for all come nearest first, none left out; nobody answers a departure."""
    if not enumerable(model):
        return
    found, states = SymbolicModel(model), model.states.tolist()
    now = data.draw(st.sampled_from(states))
    idle = Prioritised(data.draw(st.lists(statements, max_size=3)))
    scores = [model.scores(dm) for dm in model.dms] + [idle.over(model.names).scores(model.states, model.names)]
    gains = [[int(row[k]) - int(row[model.index(now)]) for row in scores] for k in range(len(states))]
    better = [s for s, gain in zip(states, gains, strict=True) if min(gain) >= 0 and max(gain) > 0]
    nash = stability(model, ["nash"]).equilibria("nash")
    for told, plain in ((found.better_for_all(now, also=[idle]), better), (found.equilibria(near=now), nash)):
        differ = [(state ^ now).bit_count() for state in told.states]
        assert (told.count, sorted(told.states), differ) == (len(plain), list(plain), sorted(differ))
    assert found.feasible() == len(states)
    for dm in model.dms:
        for concept in CONCEPTS:
            free = [leaving.to for leaving in departures(model, now, dm, concept=concept) if not leaving.deterred]
            least = min(((to ^ now).bit_count() for to in free), default=None)
            to = found.departure(now, dm, concept)
            assert (to is None) if least is None else (to in free and (to ^ now).bit_count() == least)


def test_of_very_many_the_nearest_are_given_at_once() -> None:
    """Of 2**59 equilibria the first few are those with the fewest changes."""
    model = ConflictModel(["A"], [Option(f"o{k}", "A") for k in range(60)], preferences={"A": Prioritised(["o7"])})
    found = SymbolicModel(model).equilibria(3, near=0)
    assert found.count == 1 << 59
    assert found.states[0] == 1 << 7
    assert [state.bit_count() for state in found.states] == [1, 2, 2]
