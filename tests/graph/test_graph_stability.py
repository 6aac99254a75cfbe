"""The engine against the oracle, and what must hold whatever the conflict."""

from __future__ import annotations

import numpy as np
import pytest
from graph_conflicts import CONCEPTS, Conflict, conflicts, examples
from graph_oracle import ORACLE
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Option, Payoffs, grid, gridsim, reach, stability


@examples()
@given(conflicts())
def test_engine_agrees_with_the_oracle(conflict: Conflict) -> None:
    """Every verdict of every concept is the one that the definitions give."""
    found = stability(conflict.model(), CONCEPTS)
    for concept in CONCEPTS:
        for dm in conflict.dms:
            expected = [ORACLE[concept](conflict, dm, state) for state in conflict.feasible]
            assert found.stable(concept, f"dm{dm}").tolist() == expected, (concept, dm)


@examples()
@given(conflicts(min_dms=1, plain=True))
def test_engine_agrees_with_the_oracle_where_nothing_is_excluded(conflict: Conflict) -> None:
    """The fast way through a full grid gives the verdicts of the definitions too."""
    found = stability(conflict.model(), CONCEPTS)
    for concept in CONCEPTS:
        for dm in conflict.dms:
            expected = [ORACLE[concept](conflict, dm, state) for state in conflict.feasible]
            assert found.stable(concept, f"dm{dm}").tolist() == expected, (concept, dm)


def pair(dms: int, options: int, worths: int, seed: int) -> tuple[ConflictModel, ConflictModel]:
    """Make a large random model, and the same with one more option that nothing depends on and never can be taken."""
    random = np.random.default_rng(seed)
    owners = random.permutation([*range(dms), *random.integers(0, dms, options - dms)])
    names = [f"dm{dm}" for dm in range(dms)]
    made = [Option(f"o{k}", f"dm{owner}") for k, owner in enumerate(owners)]
    worth = {dm: Payoffs(random.integers(0, worths, 1 << options)) for dm in names}
    full = ConflictModel(names, made, preferences=worth)
    return full, ConflictModel(names, [*made, Option("never", names[0])], infeasible=["never"], preferences=worth)


@pytest.mark.parametrize("dms", [2, 3, 5])
@pytest.mark.parametrize("worths", [3, 1 << 30])
@pytest.mark.parametrize("seed", [1, 2])
def test_both_ways_agree_on_large_models(dms: int, worths: int, seed: int) -> None:
    """The fast way and the general way, which share no code, decide thousands of states alike."""
    fast, general = pair(dms, 11, worths, seed)
    one, other = stability(fast, CONCEPTS).verdicts, stability(general, CONCEPTS).verdicts
    for concept in CONCEPTS:
        assert np.array_equal(one[concept], other[concept]), concept


@pytest.mark.parametrize("dms", [2, 4])
def test_working_in_small_parts_changes_nothing(dms: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut into the smallest parts there are, both ways come to the same verdicts as in one piece."""
    fast, general = pair(dms, 8, 20, 5)
    whole = stability(fast, CONCEPTS).verdicts
    monkeypatch.setattr(reach, "_BLOCK", 1)
    monkeypatch.setattr(gridsim, "_AT_ONCE", 1)
    one, other = stability(fast, CONCEPTS).verdicts, stability(general, CONCEPTS).verdicts
    for concept in CONCEPTS:
        assert np.array_equal(one[concept], whole[concept]), concept
        assert np.array_equal(other[concept], whole[concept]), concept


@pytest.mark.parametrize("seed", range(8))
def test_looking_again_only_where_something_changed_misses_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last part of the fast way, forced to begin at once, comes to the same verdicts."""
    monkeypatch.setattr(grid, "_FEW", 1)
    fast, general = pair(2 + seed % 4, 9, 40, seed)
    one, other = stability(fast, ["seq", "sseq"]).verdicts, stability(general, ["seq", "sseq"]).verdicts
    assert np.array_equal(one["seq"], other["seq"])
    assert np.array_equal(one["sseq"], other["sseq"])


@examples(0.5)
@given(conflicts())
def test_concepts_include_one_another(conflict: Conflict) -> None:
    """Nash lies within SEQ within GMR, within SMR within GMR, within SSEQ within both, for each decision maker."""
    verdicts = stability(conflict.model(), CONCEPTS).verdicts
    for narrow, wide in (
        ("nash", "seq"),
        ("seq", "gmr"),
        ("nash", "smr"),
        ("smr", "gmr"),
        ("nash", "sseq"),
        ("sseq", "seq"),
        ("sseq", "smr"),
        ("nash", "sim"),
    ):
        assert not np.any(verdicts[narrow] & ~verdicts[wide]), (narrow, wide)


@examples(0.5)
@given(conflicts())
def test_a_best_state_is_nash(conflict: Conflict) -> None:
    """Nobody leaves a state that it likes best of all."""
    model = conflict.model()
    found = stability(model, ["nash"])
    for dm in model.dms:
        scores = model.scores(dm)
        assert found.stable("nash", dm)[scores == scores.max()].all()


@examples(0.5)
@given(conflicts(), st.integers(1, 9), st.integers(0, 9))
def test_rescaling_changes_nothing(conflict: Conflict, factor: int, shift: int) -> None:
    """Only the order of payoffs counts, not their size."""
    scaled = Conflict(
        conflict.owners,
        conflict.one_way,
        conflict.no_return,
        conflict.feasible,
        tuple({s: factor * v**3 + shift for s, v in scores.items()} for scores in conflict.scores),
    )
    before, after = stability(conflict.model(), CONCEPTS).verdicts, stability(scaled.model(), CONCEPTS).verdicts
    assert all(np.array_equal(before[c], after[c]) for c in CONCEPTS)


@examples(0.5)
@given(conflicts(), st.data())
def test_reordering_changes_only_labels(conflict: Conflict, data: st.DataObject) -> None:
    """Options in another order and decision makers in another order give the same equilibria."""
    turn = data.draw(st.permutations(range(len(conflict.owners))))
    place = data.draw(st.permutations(conflict.dms))

    def moved(state: int) -> int:
        return sum((state >> old & 1) << new for new, old in enumerate(turn))

    other = Conflict(
        tuple(place[conflict.owners[old]] for old in turn),
        tuple(conflict.one_way[old] for old in turn),
        tuple(conflict.no_return[old] for old in turn),
        tuple(sorted(moved(s) for s in conflict.feasible)),
        tuple({moved(s): v for s, v in conflict.scores[place.index(new)].items()} for new in conflict.dms),
    )
    before, after = stability(conflict.model(), CONCEPTS), stability(other.model(), CONCEPTS)
    for concept in CONCEPTS:
        assert sorted(map(moved, before.equilibria(concept))) == list(after.equilibria(concept))


def test_a_lone_decision_maker_cannot_be_deterred() -> None:
    """With nobody to answer, all concepts come down to Nash."""
    model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")], preferences={"A": Payoffs([0, 2, 1, 2])})
    found = stability(model, CONCEPTS)
    assert [found.equilibria(c) for c in CONCEPTS] == [(1, 3)] * 6


def test_results_speak_of_one_state() -> None:
    """The verdicts at one state are those of the whole table."""
    model = ConflictModel(
        ["A", "B"],
        [Option("a", "A"), Option("b", "B")],
        preferences={"A": Payoffs([1, 0, 3, 2]), "B": Payoffs([1, 3, 0, 2])},
    )
    found = stability(model)
    assert found.at(3) == {"A": ("gmr", "smr", "seq"), "B": ("gmr", "smr", "seq")}
    assert found.equilibrium_at(3) == ("gmr", "smr", "seq")
    assert found.count("gmr") == 2


def test_unknown_concept_is_refused_by_name() -> None:
    """A concept that does not exist is an error that lists those that do."""
    model = ConflictModel(["A"], [Option("a", "A")])
    with pytest.raises(AnalysisError, match=r'"nsah" is no concept here. Known: nash, gmr, smr, seq, sseq, sim'):
        stability(model, ["nsah"])
    with pytest.raises(AnalysisError, match=r'"smr" was not computed. Computed: nash'):
        stability(model, ["nash"]).equilibria("smr")
