"""Tables and graphs for other programs: what is written is read back, and says what the model says."""

from __future__ import annotations

import csv
import functools
import io

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from graph_conflicts import CONCEPTS, Conflict, conflicts, examples
from graph_oracle import improvements, nash
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import ConflictModel, Option, Payoffs, stability
from dragoman.graph.export import graphml, graphviz, integrated_graph
from dragoman.graph.optionform import from_option_form, option_form, rankings, reachability
from dragoman.graph.tables import equilibria_table, moves_table, stability_table, states_table


@examples(0.5)
@given(conflicts(max_options=5))
def test_option_form_is_read_back(conflict: Conflict) -> None:
    """Two CSV tables carry the whole model: same states, same order for everybody, same stability."""
    model = conflict.model()
    again = from_option_form(option_form(model), rankings(model))
    assert again.options == model.options
    assert again.states.tolist() == model.states.tolist()
    assert set(again.dms) == set(model.dms)
    assert all(again.tiers(dm) == model.tiers(dm) for dm in model.dms)
    before, after = stability(model, CONCEPTS), stability(again, CONCEPTS)
    assert all(before.equilibria(c) == after.equilibria(c) for c in CONCEPTS)


@examples(0.3)
@given(conflicts(max_options=4), st.data())
def test_a_part_of_a_model_is_told_by_itself(conflict: Conflict, data: st.DataObject) -> None:
    """Named states alone are tabled, in their order, and compare and connect as in the whole model."""
    model = conflict.model()
    some = data.draw(st.lists(st.sampled_from(conflict.feasible), min_size=1, unique=True))
    again = from_option_form(option_form(model, some), rankings(model, some))
    assert set(again.states.tolist()) == set(some)
    assert all(again.tiers(dm) == [t for t in kept(model.tiers(dm), some) if t] for dm in model.dms)
    rows = list(csv.reader(io.StringIO(reachability(model, some))))[1:]
    number = {str(state): k for k, state in enumerate(some, start=1)}
    for state, row in zip(some, rows, strict=True):
        expected = [
            " ".join(str(number[str(t)]) for t in found(dm, state) if t in some)
            for dm in conflict.dms
            for found in (conflict.moves, functools.partial(improvements, conflict))
        ]
        assert row == [str(number[str(state)]), *expected]
    assert set(moves_table(model, some)["to"]) <= set(some)
    assert states_table(model, some)["state"].tolist() == some
    table = stability_table(stability(model), some).query("dm == 'dm0' and concept == 'nash'")
    assert table["stable"].tolist() == [nash(conflict, 0, state) for state in some]


def kept(tiers: list[list[int]], some: list[int]) -> list[list[int]]:
    return [[state for state in tier if state in some] for tier in tiers]


HEAD = "decision maker,option,kind,1,2\n"


@pytest.mark.parametrize(
    ("options", "ranked", "says"),
    [
        ("", None, "at least one row"),
        ("a,b\n", None, "at least one row"),
        ("dm,o,k,1\nA,a,,Y\n", None, "first columns are"),
        (HEAD + "A,a,,Y\n", None, "row 2: 4 cells where 5"),
        (HEAD + "A,a,back,Y,N\n", None, 'row 2: "back" is no kind'),
        (HEAD + "A,a,,Y,X\n", None, 'row 2: "X" is neither'),
        (HEAD + "A,a,,Y,Y\n", None, "states 1 and 2 are the same"),
        (HEAD + "A,a,,Y,N\n", "dm,ranking\nA,1 > 3\n", 'row 2: "3" is no state'),
        (HEAD + "A,a,,Y,N\n", "dm,ranking\nB,1 > 2\n", '"B", which is no decision maker'),
        (HEAD + "A,a,,Y,N\n", "dm,ranking\nA\n", "row 2: a single cell"),
        (HEAD + 'A,"a,,Y,N\n', None, "no CSV table"),
    ],
)
def test_malformed_tables_are_refused_with_their_row(options: str, ranked: str | None, says: str) -> None:
    """What is wrong is said with the table, the row and what is accepted."""
    with pytest.raises(AnalysisError, match=says):
        from_option_form(options, ranked)


def test_names_cannot_become_formulas() -> None:
    """A name that a spreadsheet would run is kept as text, and read back as it was."""
    model = ConflictModel(["=cmd()"], [Option("+a", "=cmd()"), Option("'b", "=cmd()")])
    text = option_form(model)
    assert not any(cell.startswith(("=", "+")) for line in text.splitlines() for cell in line.split(","))
    assert from_option_form(text).options == model.options


def example() -> ConflictModel:
    return ConflictModel(
        ["North", "South"],
        [Option("relief", "North"), Option("freeze", "South")],
        preferences={"North": Payoffs([1, 0, 3, 2]), "South": Payoffs([1, 3, 0, 2])},
    )


@examples(0.3)
@given(conflicts(max_options=4))
def test_moves_table_lists_every_move_once(conflict: Conflict) -> None:
    """Who can go where, and whether it gains by it."""
    table = moves_table(conflict.model())
    expected = [
        (f"dm{dm}", s, t, t in improvements(conflict, dm, s))
        for dm in conflict.dms
        for s in conflict.feasible
        for t in conflict.moves(dm, s)
    ]
    assert list(table.itertuples(index=False, name=None)) == expected


def test_states_and_stability_as_tables() -> None:
    """Tables are tidy and survive CSV."""
    model = example()
    found = stability(model)
    states = states_table(model)
    assert states["rank North"].tolist() == [3, 4, 1, 2]
    assert pd.read_csv(io.StringIO(states.to_csv(index=False))).equals(states)
    tidy = stability_table(found)
    assert len(tidy) == 4 * 2 * 4
    assert tidy.query("dm == 'North' and concept == 'nash' and stable")["state"].tolist() == [0, 2]
    assert equilibria_table(found)["state"].tolist() == [0, 3]


def test_graphml_is_read_back_by_networkx() -> None:
    """Nodes carry letters and verdicts, edges their party and whether they improve."""
    model = example()
    graph = nx.parse_graphml(graphml(model, stability(model)), node_type=int, force_multigraph=True)
    assert graph.nodes[3]["letters"] == "YY"
    assert [graph.nodes[s]["nash"] for s in range(4)] == [True, False, False, False]
    moves = {(s, t, d["dm"], d["improvement"]) for s, t, d in graph.edges(data=True)}
    assert moves == {
        (0, 1, "North", False), (1, 0, "North", True), (2, 3, "North", False), (3, 2, "North", True),
        (0, 2, "South", False), (2, 0, "South", True), (1, 3, "South", False), (3, 1, "South", True),
    }  # fmt: skip


def test_hostile_names_stay_text() -> None:
    """Names cannot break out of GraphML or Graphviz."""
    name = "<script>\\&]]>"
    model = ConflictModel([name], [Option("a", name)])
    assert "<script>" not in graphml(model)
    assert nx.parse_graphml(graphml(model), node_type=int).edges[0, 1]["dm"] == name
    assert 'label="<script>\\\\&]]>"' in graphviz(model)


def test_a_part_of_a_large_model_can_be_exported() -> None:
    """Too many states are refused, and chosen ones come with the moves among them."""
    model = ConflictModel(["A", "B"], [Option(f"o{k}", "AB"[k % 2]) for k in range(15)])
    with pytest.raises(TooManyStates, match="at most 20000"):
        integrated_graph(model)
    assert sorted(integrated_graph(model, states=[0, 1, 2, 3]).edges()) == sorted(
        [(0, 1), (1, 0), (2, 3), (3, 2), (0, 2), (2, 0), (1, 3), (3, 1)]
    )
    assert np.all(np.diff(list(integrated_graph(model, states=[5, 1]).nodes)) > 0)
