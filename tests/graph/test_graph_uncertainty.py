"""Uncertain priorities: shares against all lists written out, and draws against shares."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest
from graph_conflicts import examples
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, LogicError
from dragoman.graph import ConflictModel, Option, Prioritised, stability
from dragoman.graph.uncertainty import Doubt, OpenList, likelihood

STATEMENTS = ["a", "not b", "b if a", "a or c", "not c", "b iff c"]
block = st.lists(st.sampled_from(STATEMENTS), unique=True, min_size=1, max_size=3)


def model(**lists: list[str]) -> ConflictModel:
    options = [Option("a", "A"), Option("b", "B"), Option("c", "B")]
    return ConflictModel(["A", "B"], options, preferences={dm: Prioritised(lines) for dm, lines in lists.items()})


@examples(0.5)
@given(block, st.lists(st.sampled_from([0.0, 0.3, 1.0]), min_size=3, max_size=3), block)
def test_shares_are_those_over_all_lists(doubtful: list[str], chances: list[float], known: list[str]) -> None:
    """Written out set by set and order by order, the probabilities of the lists under which a state holds add up."""
    expected = np.zeros(8)
    chance_of = dict(zip(doubtful, chances, strict=False))
    for bits in range(1 << len(doubtful)):
        held = [s for k, s in enumerate(doubtful) if bits >> k & 1]
        chance = math.prod(chance_of[s] if s in held else 1 - chance_of[s] for s in doubtful)
        for order in permutations(held):
            where = stability(model(A=list(order), B=known), ["seq"]).verdicts["seq"].all(axis=0)
            expected += chance / math.factorial(len(held)) * where
    found = likelihood(model(B=known), {"A": OpenList([[Doubt(s, chance=c) for s, c in chance_of.items()]])})
    assert found.exact
    assert found.shares["seq"] == pytest.approx(expected)
    assert list(found.necessarily("seq")) == np.flatnonzero(expected > 1 - 1e-9).tolist()
    assert list(found.possibly("seq")) == np.flatnonzero(expected > 1e-9).tolist()


def doubtful() -> dict[str, OpenList]:
    return {
        "A": OpenList([["a or c"], [Doubt("not a", weight=3), Doubt("b if a"), Doubt("c", chance=0.4)]]),
        "B": OpenList([[Doubt("b iff a", weight=2), "not b", "c"]]),
    }


def test_equal_seeds_give_equal_bytes() -> None:
    """Where there are too many lists they are drawn, and drawn again the same way."""
    made, lists = model(), doubtful()
    one, other = (likelihood(made, lists, concepts=["nash"], most=40, seed=5) for _ in range(2))
    assert not one.exact
    assert one.examined == 40
    assert one.shares["nash"].tobytes() == other.shares["nash"].tobytes()


def test_weights_do_not_change_how_likely_a_statement_is_held() -> None:
    """A weight decides between statements that are held, not whether they are."""
    lists = {"A": OpenList([[Doubt("a", chance=0.25, weight=9), Doubt("not a", weight=1)]])}
    found = likelihood(model(B=["not b", "not c"]), lists, concepts=["nash"])
    assert found.shares["nash"][1] == pytest.approx(0.25 * 9 / 10)
    assert found.shares["nash"][0] == pytest.approx(0.75 + 0.25 / 10)


def test_many_draws_approach_the_exact_shares() -> None:
    """Sampling and enumeration tell the same."""
    made = model()
    lists = doubtful()
    count = math.prod(o.orders for o in lists.values())
    exact = likelihood(made, lists, concepts=["nash"], most=count)
    drawn = [likelihood(made, lists, concepts=["nash"], most=count - 1, seed=s).shares["nash"] for s in range(30)]
    assert np.abs(np.mean(drawn, axis=0) - exact.shares["nash"]).max() < 0.03


def test_what_matters_most_comes_first() -> None:
    """The order that decides is named, with the state it decides and by how much; the rest has no effect."""
    made = model(B=["b"])
    found = likelihood(
        made, {"A": OpenList([["not a", "a if b"], ["c", Doubt("not c", chance=0.5)]])}, concepts=["nash"]
    )
    first, *rest = found.unknowns["nash"]
    assert (first.dm, first.question, abs(first.effect)) == ("A", '"not a" before "a if b"', 1.0)
    assert made.letters(first.state)[1] == "Y"
    assert [u.effect for u in rest] == [0.0, 0.0]
    assert [u.question for u in rest] == ['"not c" is held', '"c" before "not c"']


def test_a_certain_list_is_the_plain_model() -> None:
    """With one statement to a block nothing is open, and shares are zero or one."""
    lines = ["not a unless b", "c", "b"]
    found = likelihood(model(B=["a"]), {"A": OpenList([[line] for line in lines])}, concepts=["gmr"])
    assert found.examined == 1
    where = stability(model(A=lines, B=["a"])).verdicts["gmr"].all(axis=0)
    assert found.shares["gmr"].tolist() == where.astype(float).tolist()


def test_long_blocks_are_counted_without_listing_them() -> None:
    """What is left open may be far more than could be written out."""
    long = OpenList([[Doubt(" or ".join(["a"] + ["b"] * k), chance=0.5) for k in range(40)]])
    assert long.orders == sum(math.comb(40, k) * math.factorial(k) for k in range(41))
    assert not likelihood(model(), {"A": long}, concepts=["nash"], most=3).exact


@pytest.mark.parametrize("doubt", [{"chance": 1.5}, {"chance": -0.1}, {"chance": float("nan")}, {"weight": 0}])
def test_impossible_doubts_are_refused(doubt: dict[str, float]) -> None:
    """A chance lies between 0 and 1, a weight above 0."""
    with pytest.raises(AnalysisError, match="give "):
        Doubt("a", **doubt)


def test_lists_are_checked() -> None:
    """Unknown options, unknown parties and repeated statements are named."""
    with pytest.raises(LogicError, match='"z" is not an option'):
        likelihood(model(), {"A": OpenList([["z"]])})
    with pytest.raises(AnalysisError, match='"C" is no decision maker'):
        likelihood(model(), {"C": OpenList([["a"]])})
    with pytest.raises(AnalysisError, match='has "a" twice'):
        likelihood(model(), {"A": OpenList([["a"], ["a"]])})


def test_effects_are_left_out_where_not_asked_for() -> None:
    """The shares are the same without them."""
    model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")])
    lists = {"A": OpenList([["a", Doubt("b iff a", chance=0.5)]])}
    whole, bare = likelihood(model, lists), likelihood(model, lists, effects=False)
    assert whole.unknowns["nash"]
    assert bare.unknowns == {}
    assert whole.shares["nash"].tolist() == bare.shares["nash"].tolist()
