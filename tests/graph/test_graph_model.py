"""The model: states, preferences, and what is refused."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from graph_conflicts import examples
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AnalysisError, InfeasibleModel, LogicError, TooManyStates
from dragoman.graph import (
    ConflictModel,
    Option,
    Payoffs,
    Prioritised,
    Ranking,
    Weights,
    better_for_all,
    comparison,
    undominated,
)

NAMES = ["a", "b", "c"]


def model(preference: object = None, **more: object) -> ConflictModel:
    given_preferences = {} if preference is None else {"A": preference}
    return ConflictModel(["A"], [Option(n, "A") for n in NAMES], preferences=given_preferences, **more)


logic = st.recursive(
    st.sampled_from(NAMES),
    lambda inner: st.one_of(
        inner.map(lambda x: f"not ({x})"),
        st.tuples(inner, st.sampled_from(["and", "or", "if", "iff", "unless"]), inner).map(
            lambda t: f"({t[0]}) {t[1]} ({t[2]})"
        ),
    ),
    max_leaves=5,
)


@examples()
@given(st.lists(logic, max_size=6))
def test_feasible_states_are_those_that_no_expression_excludes(infeasible: list[str]) -> None:
    """Enumeration agrees with asking every state by itself."""
    made = model(infeasible=infeasible)
    expected = [s for s in range(8) if not any(e.holds(made.taken(s)) for e in made.infeasible)]
    if expected:
        assert made.states.tolist() == expected
        assert [made.index(s) for s in expected] == list(range(len(expected)))
    else:
        with pytest.raises(InfeasibleModel, match="No state is feasible"):
            _ = made.states


@examples()
@given(st.lists(logic, max_size=80))
def test_a_prioritised_list_orders_lexicographically(statements: list[str]) -> None:
    """The first statement on which two states differ decides, however long the list is."""
    made = model(Prioritised(statements))
    profile = [[e.holds(made.taken(s)) for e in made.preferences[0].statements] for s in range(8)]
    scores = made.scores("A")
    for s in range(8):
        for t in range(8):
            assert (scores[s] > scores[t]) == (profile[s] > profile[t])
            assert (scores[s] == scores[t]) == (profile[s] == profile[t])


def test_statements_beyond_the_sixty_second_still_decide() -> None:
    """What comes after many statements on which all states agree orders them as if it came first."""
    idle = ["a or not a"] * 61
    for deciding in (["b", "c if a", "a"], ["b", *idle, "c if a", *idle, "a"]):
        assert model(Prioritised([*idle, *deciding])).tiers("A") == model(Prioritised(["b", "c if a", "a"])).tiers("A")


def test_many_blocks_of_states_agree_with_asking_one_by_one() -> None:
    """Models over more states than one block are enumerated and scored as small ones are."""
    names = [f"o{k}" for k in range(18)]
    made = ConflictModel(
        ["A"],
        [Option(n, "A") for n in names],
        infeasible=["o17 and o3 and not o0", "o16 iff o17"],
        preferences={"A": Prioritised(["o17 or o2", "not o16 if o5", "o1"])},
    )
    states = made.states.tolist()
    assert len(states) == 2**17 - 2**14
    for place in range(0, len(states), 997):
        taken = made.taken(states[place])
        assert not any(e.holds(taken) for e in made.infeasible)
        bits = [e.holds(taken) for e in made.preferences[0].statements]
        assert int(made.scores("A")[place]) == bits[0] * 4 + bits[1] * 2 + bits[2]


def test_silence_is_indifference() -> None:
    """Who has no preferences finds all states equal."""
    assert len(set(model().scores("A").tolist())) == 1


def test_weights_add_exactly() -> None:
    """0.1 and 0.2 tie with 0.3, as on paper."""
    scores = model(Weights({"a": 0.1, "b": 0.2, "c": 0.3})).scores("A")
    assert scores[3] == scores[4]
    assert model(Weights({"a": Fraction(1, 3), "not a": Fraction(1, 3)})).scores("A").tolist() == [0] * 8


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_a_weight_must_be_a_number(weight: float) -> None:
    """Not-a-number and infinity are refused with the statement they belong to."""
    with pytest.raises(AnalysisError, match='weight of "a"'):
        Weights({"a": weight})


def test_weights_too_far_apart_are_refused() -> None:
    """Weights that cannot be added exactly are an error, not a rounding."""
    with pytest.raises(AnalysisError, match="differ too much"):
        model(Weights({"a": 1e300, "b": 1e-300})).scores("A")


@pytest.mark.parametrize(
    ("ranking", "says"),
    [
        ([[0, 1], [1]], "state 1 twice"),
        ([[0, 1, 2, 3, 4, 5, 6]], "leaves out feasible state 7"),
    ],
)
def test_a_ranking_places_every_state_once(ranking: list[list[int]], says: str) -> None:
    """A cyclic or incomplete ranking is refused with the state that shows it."""
    with pytest.raises(AnalysisError, match=says):
        model(Ranking(ranking)).scores("A")


def test_tiers_give_back_the_ranking() -> None:
    """What was ranked by hand is listed again, best first."""
    ranking = [[3], [0, 7], [1, 2, 4], [5, 6]]
    assert model(Ranking(ranking)).tiers("A") == ranking


@pytest.mark.parametrize("values", [[1, 2], [[1]], ["x"], [float("nan")] * 8])
def test_payoffs_are_one_number_for_each_state(values: list[object]) -> None:
    """Too few payoffs, or payoffs that are no numbers, are refused."""
    with pytest.raises(AnalysisError):
        model(Payoffs(values)).scores("A")


@pytest.mark.parametrize(
    ("dms", "options", "says"),
    [
        ([], [], "no decision maker"),
        (["A"], [], "no option"),
        (["A", "A"], [Option("a", "A")], 'called "A"'),
        (["A"], [Option("a", "A"), Option("a", "A")], 'called "a"'),
        (["A"], [Option("a", "B")], 'belongs to "B"'),
        (["A", "B"], [Option("a", "A")], '"B" controls no option'),
        (["A"], [Option('x"', "A")], "cannot name option"),
        (["A"], [Option("\n", "A")], "cannot name option"),
        (["A"], [Option("a", "A", one_way=True, no_return=True)], "no move"),
    ],
)
def test_a_malformed_model_is_refused(dms: list[str], options: list[Option], says: str) -> None:
    """Each mistake is one sentence that names it."""
    with pytest.raises(AnalysisError, match=says):
        ConflictModel(dms, options)


def test_logic_in_preferences_is_checked_at_once() -> None:
    """A preference on an unknown option is found when the model is made, with whose it is."""
    with pytest.raises(LogicError, match=r'Preferences of "A": .*"d" is not an option'):
        model(Prioritised(["d"]))
    with pytest.raises(AnalysisError, match='"B", which is no decision maker'):
        ConflictModel(["A"], [Option("a", "A")], preferences={"B": Prioritised()})


def test_too_many_options_are_counted_and_what_could_go_is_named() -> None:
    """More than can be enumerated is an error that says what to fix, merge or leave out."""
    names = [f"o{k}" for k in range(31)]
    made = ConflictModel(
        ["A", "B"],
        [Option(n, "A" if k % 4 else "B") for k, n in enumerate(names)],
        infeasible=[" and ".join(names[:10])],
        preferences={"A": Prioritised(names[10:29])},
    )
    with pytest.raises(
        TooManyStates, match=r'leave out 3 of them; "A" has most, 23. Nothing depends on o29, o30; leave them'
    ):
        _ = made.states


def test_contradictory_infeasibility_is_explained() -> None:
    """An expression that is always true is pointed at."""
    with pytest.raises(InfeasibleModel, match='"a or not a" is true whatever'):
        _ = model(infeasible=["b", "a or not a"]).states


def test_states_and_names_go_both_ways() -> None:
    """A code and the options taken in it say the same."""
    made = model()
    for state in range(8):
        assert made.code(made.taken(state)) == state
    assert made.letters(5) == "YNY"
    with pytest.raises(AnalysisError, match='"z" is no option'):
        made.code(["z"])


def test_options_may_have_names_of_several_words() -> None:
    """Names in quotation marks may be anything printable."""
    made = ConflictModel(
        ["A"], [Option("third summit", "A"), Option("or", "A")], infeasible=['"third summit" and "or"']
    )
    assert made.states.tolist() == [0, 1, 2]


def dilemma() -> ConflictModel:
    return ConflictModel(
        ["A", "B"],
        [Option("a", "A"), Option("b", "B")],
        preferences={"A": Prioritised(["b", "not a"]), "B": Prioritised(["a", "not b"])},
    )


def test_better_for_all_counts_only_those_named() -> None:
    """What is better for all depends on who must agree."""
    made = dilemma()
    assert better_for_all(made, 0) == (3,)
    assert better_for_all(made, 0, dms=["A"]) == (2, 3)
    assert better_for_all(made, 3) == ()
    assert better_for_all(made, 0, strictly=True) == (3,)


def test_better_for_all_lets_some_be_indifferent() -> None:
    """Nobody worse and somebody better is enough, unless all must gain."""
    options = [Option("a", "A"), Option("b", "B")]
    made = ConflictModel(["A", "B"], options, preferences={"A": Payoffs([0, 0, 1, 1]), "B": Payoffs([0, 0, 0, 1])})
    assert better_for_all(made, 0) == (2, 3)
    assert better_for_all(made, 0, strictly=True) == (3,)


def test_comparison_takes_each_view() -> None:
    """One state can be better for one and worse for another."""
    assert comparison(dilemma(), 1, 3) == {"A": "worse", "B": "better"}


def test_only_feasible_states_are_compared() -> None:
    """A state that cannot be is refused, not ignored."""
    made = model(infeasible=["a and b"])
    with pytest.raises(InfeasibleModel, match='"a and b" is excluded'):
        undominated(made, [0, 3])
    for beyond in (8, -1, 1 << 40):
        with pytest.raises(InfeasibleModel, match="codes run from 0 to 7"):
            undominated(model(), [0, beyond])


@examples()
@given(st.lists(st.lists(st.integers(0, 3), min_size=8, max_size=8), min_size=3, max_size=3))
def test_undominated_states_are_those_nothing_dominates(values: list[list[int]]) -> None:
    """The front is what a comparison of all pairs leaves."""
    made = ConflictModel(
        ["A", "B", "C"],
        [Option(n, n.upper()) for n in NAMES],
        preferences=dict(zip("ABC", map(Payoffs, values), strict=True)),
    )
    points = np.array(values).T
    expected = [
        s
        for s in range(8)
        if not any(np.all(points[t] >= points[s]) and np.any(points[t] > points[s]) for t in range(8))
    ]
    assert list(undominated(made, made.states)) == expected
