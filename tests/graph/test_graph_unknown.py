"""Unknown preferences against the definitions of Li, Hipel, Kilgour and Fang (2004), spelled out."""

from __future__ import annotations

from itertools import combinations, permutations, product

import numpy as np
import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import ORACLE
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph import ConflictModel, Option, Payoffs, Prioritised, stability
from dragoman.graph.openorder import OpenOrder
from dragoman.graph.relation import Relation, agreed, partial_order
from dragoman.graph.uncertainty import Doubt, OpenList
from dragoman.graph.unknown import EXTENSIONS, stability_with_unknowns

CONCEPTS = ("nash", "gmr", "smr", "seq")


class Plain:
    """The definitions, for one conflict and the pairs each party knows."""

    def __init__(self, conflict: Conflict, compare: list[dict[tuple[int, int], str]]) -> None:
        self.c, self.compare = conflict, compare

    def tempting(self, dm: int, state: int, unknown: bool) -> list[int]:
        wanted = ("better", "unknown") if unknown else ("better",)
        return [t for t in self.c.moves(dm, state) if self.compare[dm][state, t] in wanted]

    def reached(self, dms: list[int], start: int, improving: bool) -> set[int]:
        found: set[tuple[int, int]] = set()
        ends = [(start, -1)]
        while ends:
            state, last = ends.pop()
            for dm in dms:
                targets = self.tempting(dm, state, unknown=True) if improving else self.c.moves(dm, state)
                new = {(t, dm) for t in targets if dm != last} - found
                found |= new
                ends.extend(new)
        return {state for state, _ in found}

    def stable(self, concept: str, extension: str, dm: int, state: int) -> bool:
        deterring = ("worse", "equal", "unknown") if extension in "cd" else ("worse", "equal")
        others = [other for other in self.c.dms if other != dm]

        def deters(after: int) -> bool:
            return self.compare[dm][state, after] in deterring

        def answered(to: int) -> bool:
            return any(
                deters(after) and (concept != "smr" or all(map(deters, self.c.moves(dm, after))))
                for after in self.reached(others, to, improving=concept == "seq")
            )

        leaving = self.tempting(dm, state, unknown=extension in "ac")
        return not leaving if concept == "nash" else all(map(answered, leaving))


def relation(conflict: Conflict, compare: dict[tuple[int, int], str]) -> Relation:
    table = np.array([[compare[s, t] for t in conflict.feasible] for s in conflict.feasible])
    return Relation(table == "better", table == "unknown")


@st.composite
def comparisons(draw: st.DrawFn, conflict: Conflict) -> list[dict[tuple[int, int], str]]:
    """Draw any comparison of pairs, transitive or not."""
    back = {"better": "worse", "worse": "better", "equal": "equal", "unknown": "unknown"}
    result = []
    for _ in conflict.dms:
        compare = {(s, s): "equal" for s in conflict.feasible}
        for s in conflict.feasible:
            for t in conflict.feasible:
                if s < t:
                    compare[s, t] = draw(st.sampled_from(["better", "worse", "equal", "unknown", "better", "worse"]))
                    compare[t, s] = back[compare[s, t]]
        result.append(compare)
    return result


@examples()
@given(conflicts(max_dms=3, max_options=3), st.data())
def test_extensions_agree_with_the_definitions(conflict: Conflict, data: st.DataObject) -> None:
    """Every concept and extension is decided as the definition says, even where preferences are not transitive."""
    compare = data.draw(comparisons(conflict))
    plain = Plain(conflict, compare)
    found = stability_with_unknowns(
        conflict.model(), {f"dm{dm}": relation(conflict, compare[dm]) for dm in conflict.dms}
    )
    for concept in CONCEPTS:
        for extension in EXTENSIONS:
            for dm in conflict.dms:
                expected = [plain.stable(concept, extension, dm, s) for s in conflict.feasible]
                assert found.stable(concept, extension, f"dm{dm}").tolist() == expected, (concept, extension)


@examples(0.5)
@given(conflicts(max_options=5))
def test_with_nothing_unknown_all_extensions_are_the_plain_concepts(conflict: Conflict) -> None:
    """This general way and the fast way through groups agree."""
    found = stability_with_unknowns(conflict.model(), {})
    for concept in CONCEPTS:
        for dm in conflict.dms:
            expected = [ORACLE[concept](conflict, dm, s) for s in conflict.feasible]
            for extension in EXTENSIONS:
                assert found.stable(concept, extension, f"dm{dm}").tolist() == expected


@examples(0.5)
@given(conflicts(max_dms=3, max_options=4), st.data())
def test_extensions_include_one_another(conflict: Conflict, data: st.DataObject) -> None:
    """What holds under "a" holds under "b" and "c", and what holds under either holds under "d"."""
    compare = data.draw(comparisons(conflict))
    found = stability_with_unknowns(
        conflict.model(), {f"dm{dm}": relation(conflict, compare[dm]) for dm in conflict.dms}
    ).verdicts
    for concept in CONCEPTS:
        for narrow, wide in ("ab", "ac", "bd", "cd"):
            assert not np.any(found[concept, narrow] & ~found[concept, wide]), (concept, narrow, wide)


def model() -> ConflictModel:
    return ConflictModel(["A", "B"], [Option("a", "A"), Option("b", "B")])


def test_what_candidates_agree_on_is_known() -> None:
    """States that all candidates order alike are ordered, or equal; the others are unknown."""
    found = agreed(model(), [Payoffs([0, 1, 1, 5]), Payoffs([0, 2, 2, 1])])
    assert found.better.tolist()[0] == [False, True, True, True]
    assert not found.better[1, 2] and not found.unknown[1, 2]
    assert found.unknown[1, 3]
    with pytest.raises(AnalysisError, match="at least one candidate"):
        agreed(model(), [])


def test_a_circle_in_a_ranking_is_shown() -> None:
    """Pairs that lead back to where they began are refused with a state on the circle."""
    with pytest.raises(AnalysisError, match=r"circle: state 0 \(NN\)"):
        partial_order(model(), [(0, 1), (1, 2), (2, 0)])


def test_a_relation_must_be_consistent() -> None:
    """Two states cannot each be better, and unknown goes both ways."""
    one, none = np.array([[False, True], [False, False]]), np.zeros((2, 2), dtype=bool)
    with pytest.raises(AnalysisError, match="each said to be better"):
        Relation(one | one.T, none)
    with pytest.raises(AnalysisError, match="unknown both ways"):
        Relation(none, one)
    with pytest.raises(AnalysisError, match="square"):
        Relation(one, np.zeros((3, 3), dtype=bool))
    with pytest.raises(AnalysisError, match="compares 2 states"):
        stability_with_unknowns(model(), {"A": Relation(one, none)})


def test_too_many_states_for_pairs_are_refused() -> None:
    """Over the bound the error says what to do."""
    large = ConflictModel(["A"], [Option(f"o{k}", "A") for k in range(12)])
    with pytest.raises(TooManyStates, match="at most 2048 states"):
        agreed(large, [Prioritised(["o1"])])


STATEMENTS = ["a", "not b", "b if a", "a or c", "not c", "b iff c", "a"]


@examples(0.5)
@given(st.lists(st.lists(st.tuples(st.sampled_from(STATEMENTS), st.booleans()), max_size=3), max_size=3))
def test_an_open_order_is_what_all_lists_agree_on(blocks: list[list[tuple[str, bool]]]) -> None:
    """Compared block by block, states come out as under all lists written out."""
    made = ConflictModel(["A"], [Option(name, "A") for name in "abc"])
    some = [
        [
            held
            for kept in subsets([s for s, sure in block if not sure])
            for held in permutations([*sures(block), *kept])
        ]
        for block in blocks
    ]
    lists = [Prioritised([s for part in parts for s in part]) for parts in product(*some)]
    order = OpenOrder(
        made, OpenList([[Doubt(s, chance=1.0 if sure else 0.5) for s, sure in block] for block in blocks])
    )
    places = np.arange(8)
    better, unknown = order.compare(places[:, None], places[None, :])
    expected = agreed(made, lists)
    assert better.tolist() == expected.better.tolist()
    assert unknown.tolist() == expected.unknown.tolist()


def sures(block: list[tuple[str, bool]]) -> list[str]:
    return [s for s, sure in block if sure]


def subsets(statements: list[str]) -> list[tuple[str, ...]]:
    return [some for size in range(len(statements) + 1) for some in combinations(statements, size)]


@examples(0.5)
@given(conflicts(max_dms=3, max_options=4), st.data())
def test_some_states_alone_are_decided_as_among_all(conflict: Conflict, data: st.DataObject) -> None:
    """Asked of a few states, in any order, the verdicts are those of the whole table."""
    compare = data.draw(comparisons(conflict))
    orders = {f"dm{dm}": relation(conflict, compare[dm]) for dm in conflict.dms}
    some = data.draw(st.lists(st.sampled_from(conflict.feasible), max_size=5))
    whole = stability_with_unknowns(conflict.model(), orders).verdicts
    part = stability_with_unknowns(conflict.model(), orders, states=some).verdicts
    places = [conflict.feasible.index(state) for state in some]
    for key, verdict in part.items():
        assert verdict.tolist() == whole[key][:, places].tolist()


def test_more_states_than_bits_of_a_word() -> None:
    """Where states are taken 64 at a time, none is lost."""
    random = np.random.default_rng(3)
    worth = {dm: Payoffs(random.integers(0, 40, 256)) for dm in "AB"}
    made = ConflictModel(["A", "B"], [Option(f"o{k}", "AB"[k % 2]) for k in range(8)], preferences=worth)
    found = stability_with_unknowns(made, {})
    plain = stability(made, CONCEPTS)
    assert all(found.equilibria(concept, "c") == plain.equilibria(concept) for concept in CONCEPTS)


def test_an_infeasible_state_cannot_be_asked_about() -> None:
    """It is named, with what excludes it."""
    made = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")], infeasible=["a and b"])
    with pytest.raises(InfeasibleModel, match='"a and b" is excluded'):
        stability_with_unknowns(made, {}, states=[0, 3])
