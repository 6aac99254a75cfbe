"""What is left of logic once some options are known, against the truth of the whole."""

from __future__ import annotations

import itertools

from graph_conflicts import examples
from hypothesis import given as drawn
from hypothesis import strategies as st

from dragoman.graph.logic import Expression, name, negation
from dragoman.graph.settling import given, settled

NAMES = ("a", "b", "c", "d")
expressions = st.recursive(
    st.sampled_from([name(option) for option in NAMES]),
    lambda inner: st.one_of(
        st.builds(negation, inner),
        st.builds(
            lambda operator, parts: Expression(operator, tuple(parts)),
            st.sampled_from(["and", "or"]),
            st.lists(inner, min_size=2, max_size=3),
        ),
        st.builds(
            lambda operator, one, other: Expression(operator, (one, other)),
            st.sampled_from(["if", "iff", "unless"]),
            inner,
            inner,
        ),
    ),
    max_leaves=8,
)


def states(names: tuple[str, ...]) -> list[set[str]]:
    return [set(some) for size in range(len(names) + 1) for some in itertools.combinations(names, size)]


@examples()
@drawn(expressions, st.dictionaries(st.sampled_from(NAMES), st.booleans()))
def test_what_is_left_says_the_same(expression: Expression, known: dict[str, bool]) -> None:
    """Wherever the known options are as known, the rest is true exactly where the whole is, and names none of them."""
    left = given(expression, known)
    free = tuple(option for option in NAMES if option not in known)
    assert isinstance(left, bool) or not set(left.names) & known.keys()
    for taken in states(free):
        whole = expression.holds(taken | {option for option, yes in known.items() if yes})
        assert whole == (left if isinstance(left, bool) else left.holds(taken))


@examples()
@drawn(expressions)
def test_settled_is_what_every_state_agrees_on(expression: Expression) -> None:
    """True or false where it is so in every state, and None where states differ."""
    found = {expression.holds(taken) for taken in states(NAMES)}
    assert settled(expression) == (found.pop() if len(found) == 1 else None)
