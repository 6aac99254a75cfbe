"""Logic that can be read aloud: what it means, how it is written, what is refused."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from graph_conflicts import examples
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LogicError
from dragoman.graph.logic import MAX_DEPTH, MAX_LENGTH, Expression, name, negation, parse

TRUTHS = list(itertools.product([False, True], repeat=2))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("not a", lambda a, _: not a),
        ("-a", lambda a, _: not a),
        ("a and b", lambda a, b: a and b),
        ("a & b", lambda a, b: a and b),
        ("a or b", lambda a, b: a or b),
        ("a|b", lambda a, b: a or b),
        ("a if b", lambda a, b: a or not b),
        ("a iff b", lambda a, b: a == b),
        ("a unless b", lambda a, b: a or b),
        ("not a unless b", lambda a, b: (not a) or b),
        ("not a and b", lambda a, b: (not a) and b),
        ("not (a and b)", lambda a, b: not (a and b)),
        ("b or a and not b", lambda a, b: b or (a and not b)),
        ("not a iff not b", lambda a, b: (not a) == (not b)),
        ("a and b if a or b", lambda a, b: (a and b) or not (a or b)),
        ("A AND NOT b", None),
    ],
)
def test_each_word_means_what_it_says(text: str, meaning: object) -> None:
    """Every connective has the truth table of its definition, and binds as the manual says."""
    if meaning is None:
        assert str(parse(text)) == "A and not b"
        return
    for a, b in TRUTHS:
        taken = [n for n, v in (("a", a), ("b", b)) if v]
        assert parse(text).holds(taken) == meaning(a, b)


leaves = st.sampled_from(["a", "b", "c", "two words", "and"]).map(name)
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(negation),
        st.builds(
            lambda op, x, y: Expression(op, (x, y)), st.sampled_from(["and", "or", "if", "iff", "unless"]), inner, inner
        ),
    ),
    max_leaves=12,
)


@examples()
@given(expressions)
def test_text_is_read_back_with_the_same_meaning(expression: Expression) -> None:
    """Writing and reading again keeps the meaning, and the text is a fixed point."""
    again = parse(str(expression))
    assert str(parse(str(again))) == str(again)
    for taken in itertools.chain.from_iterable(itertools.combinations(expression.names, k) for k in range(5)):
        assert again.holds(taken) == expression.holds(taken)


@examples()
@given(expressions)
def test_many_states_at_once_agree_with_one_by_one(expression: Expression) -> None:
    """Arrays of truth values, and arrays mixed with constants, give the same as single states."""
    names = ["a", "b", "c", "two words", "and"]
    codes = np.arange(32)
    expected = [expression.holds([n for k, n in enumerate(names) if code >> k & 1]) for code in range(32)]
    found = expression.truth(lambda n: (codes >> names.index(n) & 1).astype(bool))
    assert np.broadcast_to(found, 32).tolist() == expected
    mixed = expression.truth(lambda n: True if n == "a" else (codes >> names.index(n) & 1).astype(bool))
    assert [bool(v) for v in np.broadcast_to(mixed, 32)[1::2]] == expected[1::2]


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("", 0, "is empty"),
        ("   ", 3, "is empty"),
        ("a and", 5, "breaks off"),
        ("a b", 2, '"b" comes where and, or'),
        ("(a or b", 0, "not closed"),
        ("a or b)", 6, '")" comes where'),
        ("a and and b", 6, '"and" comes where an option'),
        ("a % b", 2, '"%" cannot stand here'),
        ("a if b unless c", 7, "two ways; put parentheses"),
        ("a and c", 6, '"c" is not an option here. Known: a, b'),
        ('a and "b', 6, "cannot stand here"),
        ("((a)", 0, "not closed"),
    ],
)
def test_what_cannot_be_read_is_shown_with_its_place(text: str, position: int, says: str) -> None:
    """The error has the position, what stands there, and what would be accepted."""
    with pytest.raises(LogicError) as caught:
        parse(text, ["a", "b"])
    assert caught.value.position == position
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["(" * 100_000, "(" * 4000 + "a", "not " * 2400 + "(", "a " * 6000, "-" * 9000, "(a or " * 1500, "\x00", "a\n\nif"],
)
def test_hostile_text_is_refused_quickly(text: str) -> None:
    """Too long, too deep or broken text is an error of the input, never a crash."""
    with pytest.raises(LogicError):
        parse(text)


def test_long_chains_and_many_nots_are_no_nesting() -> None:
    """A long list of alternatives is as flat as it reads, and pairs of nots cancel."""
    assert parse(" or ".join(["a"] * 1500)).depth == 2
    assert str(parse("not " * 1001 + "a")) == "not a"


def test_nesting_is_bounded_however_it_is_built() -> None:
    """An expression built in code is held to the same depth."""
    deep = name("a")
    with pytest.raises(LogicError, match=f"more than {MAX_DEPTH} deep"):
        for _ in range(MAX_DEPTH + 1):
            deep = Expression("not", (deep,))


def test_length_is_bounded() -> None:
    """A text over the limit is refused before it is read."""
    with pytest.raises(LogicError, match="too long"):
        parse("a" * (MAX_LENGTH + 1))


def test_a_misspelt_name_gets_a_suggestion() -> None:
    """The nearest known option is offered."""
    with pytest.raises(LogicError, match='did you mean "disarms"'):
        parse("disarm", ["relief", "disarms"])
