"""Inverse analysis: what it proposes does what it says, and nothing smaller does."""

from __future__ import annotations

import itertools

import pytest
from graph_conflicts import Conflict, conflicts, examples
from graph_oracle import ORACLE
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import ConflictModel, Option, Payoffs, Prioritised, stability
from dragoman.graph.conditions import ranking_conditions
from dragoman.graph.inverse import edited, smallest_changes
from dragoman.graph.logic import parse

NAMES = ["a", "b", "c"]
lines = st.lists(st.sampled_from(["a", "not a", "b", "not b", "c", "not c", "a or b", "b if c", "a iff c"]), max_size=3)


def model(first: list[str], second: list[str]) -> ConflictModel:
    options = [Option("a", "A"), Option("b", "B"), Option("c", "B")]
    return ConflictModel(["A", "B"], options, preferences={"A": Prioritised(first), "B": Prioritised(second)})


@examples()
@given(lines, lines, st.integers(0, 7), st.sampled_from(["nash", "gmr", "smr", "seq", "sim"]), st.booleans())
def test_changes_do_what_they_say_and_none_is_missed(first, second, state: int, concept: str, holds: bool) -> None:
    """Every proposal is confirmed forward; a one-edit list that works is proposed unless none is needed."""
    made = model(first, second)
    already = (state in stability(made, [concept]).equilibria(concept)) == holds
    found = smallest_changes(made, state, "A", concept=concept, holds=holds)
    for change in found:
        after = model([str(s) for s in change.result.statements], second)
        assert (state in stability(after, [concept]).equilibria(concept)) == holds
        assert len(change.edits) == (0 if already else 1)
    literals = [parse(t) for n in NAMES for t in (n, f"not {n}")]
    works = any(
        (state in stability(model([str(s) for s in after], second), [concept]).equilibria(concept)) == holds
        for _, after in edited(made.preferences[0].statements, literals)
    )
    assert bool(found) == (already or works)


def test_edits_are_applied_as_they_read() -> None:
    """Each edit, read aloud, gives the list that comes with it."""
    begin = tuple(map(parse, "abc"))
    found = {str(edit): [str(s) for s in after] for edit, after in edited(begin, [parse("d")])}
    assert found['drop "b" (line 2)'] == ["a", "c"]
    assert found['negate "b" (line 2)'] == ["a", "not b", "c"]
    assert found['move "c" from line 3 to line 1'] == ["c", "a", "b"]
    assert found['move "a" from line 1 to line 3'] == ["b", "c", "a"]
    assert found['add "d" as line 4'] == ["a", "b", "c", "d"]
    assert len(found) == 3 + 6 + 3 + 4


def test_two_edits_are_tried_when_one_is_not_enough() -> None:
    """More edits are allowed only where asked for, and then no more than needed."""
    made = model(["a"], ["not b", "not c"])
    assert smallest_changes(made, 7, "B", concept="nash", additions=[]) == ()
    found = smallest_changes(made, 7, "B", concept="nash", additions=[], most_edits=3)
    assert found
    assert all(len(change.edits) == 2 for change in found)


def test_the_search_is_bounded_and_says_so() -> None:
    """A search that would not end in reasonable time is refused before it starts."""
    options = [Option(f"o{k}", "A" if k else "B") for k in range(9)]
    made = ConflictModel(["A", "B"], options, preferences={"A": Prioritised([f"not o{k}" for k in range(1, 9)])})
    with pytest.raises(TooManyStates, match="allow fewer edits"):
        smallest_changes(made, 511, "A", concept="nash", most_edits=3)


def test_only_a_list_can_be_edited() -> None:
    """A ranking has no lines."""
    made = ConflictModel(["A"], [Option("a", "A")], preferences={"A": Payoffs([0, 1])})
    with pytest.raises(AnalysisError, match="no prioritised list"):
        smallest_changes(made, 0, "A")


@examples()
@given(conflicts(max_options=4), st.sampled_from(["nash", "gmr", "smr", "seq"]))
def test_ranking_conditions_are_needed_and_enough(conflict: Conflict, concept: str) -> None:
    """A decision maker is stable exactly where its ranking meets them all."""
    made = conflict.model()
    for dm, state in itertools.product(conflict.dms, conflict.feasible[:5]):
        conditions = ranking_conditions(made, state, f"dm{dm}", concept)
        met = all(condition.holds(state, conflict.scores[dm]) for condition in conditions)
        assert met == ORACLE[concept](conflict, dm, state)


def test_conditions_do_not_depend_on_ones_own_preference() -> None:
    """What one must prefer is asked of the others' preferences only."""
    one, other = model(["a"], ["b"]), model(["not a", "c"], ["b"])
    assert ranking_conditions(one, 5, "A", "seq") == ranking_conditions(other, 5, "A", "seq")
    with pytest.raises(AnalysisError, match='"sim" has no ranking conditions'):
        ranking_conditions(one, 5, "A", "sim")
