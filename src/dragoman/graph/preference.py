"""A party's order over states, given by a prioritised list, by weights, by a ranking or by payoffs.

Whatever the form, what counts in the end is one whole number for each feasible state: more is better, equal is
equally preferred, and the distances mean nothing.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.logic import Expression, Truth, checked
from dragoman.graph.states import BlockTruth, Codes, blocks

__all__ = ["Payoffs", "Preference", "Prioritised", "Ranking", "Scores", "Weights", "tiers"]

Scores = NDArray[np.int32]
_WIDE: Final = 62
_STEP: Final = 30
_LARGEST: Final = (1 << 31) - 2


class Preference(Protocol):
    """Anything that orders the feasible states of one party."""

    def over(self, names: Sequence[str]) -> Preference:
        """Give it again with its logic read and checked against the model's options."""
        ...

    def scores(self, states: Codes, names: Sequence[str]) -> Scores:
        """Score each of the ascending *states*: more is better, equal is equal."""
        ...

    def mentions(self) -> frozenset[str]:
        """Name the options that it speaks of."""
        ...


@dataclass(frozen=True)
class Prioritised:
    """A list of statements from most to least important (option prioritisation).

    A state that makes the first statement true is preferred to any that does not, whatever the later ones
    say, and so on down; states that agree on all statements are equally preferred. An empty list is
    indifferent. Any number of statements counts exactly [1]_ [2]_.

    References
    ----------
    .. [1] Hipel, Kilgour, Fang & Peng (1997), "The decision support system GMCR in environmental conflict
           management", Applied Mathematics and Computation 83.
    .. [2] Peng (1999), *A Decision Support System for Conflict Resolution*, thesis, University of Waterloo.

    Examples
    --------
    >>> wants = Prioritised(["not relief unless disarms", "disarms"])
    >>> wants.over(["relief", "disarms"]).scores(np.arange(4, dtype=np.uint32), ["relief", "disarms"]).tolist()
    [2, 0, 3, 3]
    """

    statements: tuple[Expression | str, ...] = ()

    def __init__(self, statements: Iterable[Expression | str] = ()) -> None:
        object.__setattr__(self, "statements", tuple(statements))

    def over(self, names: Sequence[str]) -> Prioritised:
        """Give it again with its logic read and checked against the model's options."""
        return Prioritised(checked(statement, names) for statement in self.statements)

    def scores(self, states: Codes, names: Sequence[str]) -> Scores:
        """Score each of the ascending *states*."""
        expressions = [checked(statement, names) for statement in self.statements]
        if len(expressions) <= _STEP:
            return _bits(states, names, expressions).astype(np.int32)
        ranks = _dense(_bits(states, names, expressions[:_WIDE]))
        for start in range(_WIDE, len(expressions), _STEP):
            lines = expressions[start : start + _STEP]
            ranks = _dense((ranks.astype(np.int64) << len(lines)) | _bits(states, names, lines))
        return ranks

    def mentions(self) -> frozenset[str]:
        """Name the options that it speaks of."""
        return frozenset(option for e in self.statements if isinstance(e, Expression) for option in e.names)


@dataclass(frozen=True)
class Weights:
    """Statements or options with weights; a state's worth is the sum of the weights of what is true in it.

    Weights are decimal numbers, added exactly: 0.1 and 0.2 together equal 0.3 (option weighting,
    Hipel et al. 1997).

    >>> Weights({"a": 0.1, "b": 0.2, "not a and c": -3}).scores(np.arange(4, dtype=np.uint32), ["a", "b", "c"]).tolist()
    [0, 1, 2, 3]
    """

    weights: tuple[tuple[Expression | str, Fraction], ...]

    def __init__(
        self, weights: Mapping[str, float | Fraction] | Iterable[tuple[Expression | str, float | Fraction]]
    ) -> None:
        pairs: Iterable[tuple[Expression | str, float | Fraction]] = (
            weights.items() if isinstance(weights, Mapping) else weights
        )
        object.__setattr__(self, "weights", tuple((statement, _exact(statement, w)) for statement, w in pairs))

    def over(self, names: Sequence[str]) -> Weights:
        """Give it again with its logic read and checked against the model's options."""
        return Weights((checked(statement, names), weight) for statement, weight in self.weights)

    def scores(self, states: Codes, names: Sequence[str]) -> Scores:
        """Score each of the ascending *states*."""
        scale = math.lcm(*(weight.denominator for _, weight in self.weights)) if self.weights else 1
        whole = [(checked(statement, names), int(weight * scale)) for statement, weight in self.weights]
        if sum(abs(weight) for _, weight in whole) >= 1 << _WIDE:
            raise AnalysisError("The weights differ too much in size to be added exactly; use a prioritised list.")
        sums = np.zeros(len(states), dtype=np.int64)
        for place, codes in blocks(states):
            value = BlockTruth(codes, names)
            for expression, weight in whole:
                _add(sums[place], expression.truth(value), weight)
        return _dense(sums)

    def mentions(self) -> frozenset[str]:
        """Name the options that it speaks of."""
        return frozenset(option for e, _ in self.weights if isinstance(e, Expression) for option in e.names)


@dataclass(frozen=True)
class Ranking:
    """Every feasible state, placed by hand: tiers from best to worst, the states of one tier equally preferred.

    A state is written as its code or as the options taken in it.

    >>> Ranking([[3], [{"a"}, {"b"}], [0]]).scores(np.arange(4, dtype=np.uint32), ["a", "b"]).tolist()
    [0, 1, 1, 2]
    """

    tiers: tuple[tuple[int | frozenset[str], ...], ...]

    def __init__(self, tiers: Iterable[Iterable[int | Collection[str]]]) -> None:
        placed = (tuple(s if isinstance(s, int) else frozenset(s) for s in tier) for tier in tiers)
        object.__setattr__(self, "tiers", tuple(placed))

    def over(self, names: Sequence[str]) -> Ranking:
        """Give it again with each state as its code."""
        bit = {name: 1 << k for k, name in enumerate(names)}
        for state in (s for tier in self.tiers for s in tier if isinstance(s, frozenset)):
            unknown = sorted(state - bit.keys())
            if unknown:
                raise AnalysisError(f'The ranking names "{unknown[0]}", which is no option. Known: {", ".join(names)}.')
        return Ranking([s if isinstance(s, int) else sum(bit[name] for name in s) for s in tier] for tier in self.tiers)

    def scores(self, states: Codes, names: Sequence[str]) -> Scores:
        """Score each of the ascending *states*; each must be ranked, once."""
        read = self.over(names)
        place: dict[int, int] = {}
        for worth, tier in enumerate(reversed(read.tiers)):
            for state in tier:
                if not isinstance(state, int) or state in place:
                    raise AnalysisError(f"The ranking places state {state} twice; each state has one place.")
                place[state] = worth
        missing = next((int(code) for code in states if int(code) not in place), None)
        if missing is not None:
            raise AnalysisError(f"The ranking leaves out feasible state {missing}; place every feasible state once.")
        return np.array([place[int(code)] for code in states], dtype=np.int32)

    def mentions(self) -> frozenset[str]:
        """Name the options that it speaks of: none, as it ranks whole states."""
        return frozenset()


@dataclass(frozen=True, eq=False)
class Payoffs:
    """One number for each feasible state, in the order of the model's states; only their order counts.

    >>> Payoffs([3, 1, 4, 1]).scores(np.arange(4, dtype=np.uint32), ["a", "b"]).tolist()
    [1, 0, 2, 0]
    """

    values: NDArray[np.generic]

    def __init__(self, values: Sequence[float] | NDArray[np.generic]) -> None:
        array = np.array(values)
        if array.ndim != 1 or array.dtype.kind not in "iuf":
            raise AnalysisError("Payoffs are one row of numbers, one for each feasible state.")
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise AnalysisError(f"Payoff {int(np.argmin(np.isfinite(array)))} is not a finite number; give a number.")
        array.setflags(write=False)
        object.__setattr__(self, "values", array)

    def over(self, names: Sequence[str]) -> Payoffs:  # noqa: ARG002 - payoffs name no options
        """Give itself: there is no logic to read."""
        return self

    def scores(self, states: Codes, names: Sequence[str]) -> Scores:  # noqa: ARG002 - as above
        """Score each of the ascending *states*."""
        if len(self.values) != len(states):
            raise AnalysisError(
                f"{len(self.values)} payoffs were given for {len(states)} feasible states; give one each."
            )
        if self.values.dtype == np.int32 and self.values.min() >= 0 and self.values.max() < _LARGEST:
            return self.values.astype(np.int32, copy=False)
        return _dense(self.values)

    def mentions(self) -> frozenset[str]:
        """Name the options that it speaks of: none, as it ranks whole states."""
        return frozenset()


def tiers(scores: Scores, states: Codes) -> list[list[int]]:
    """List *states* by falling score, equals together.

    >>> tiers(np.array([0, 2, 2], dtype=np.int32), np.array([0, 1, 3], dtype=np.uint32))
    [[1, 3], [0]]
    """
    order = np.argsort(-scores.astype(np.int64), kind="stable")
    cuts = np.flatnonzero(np.diff(scores[order])) + 1
    return [[int(code) for code in states[part]] for part in np.split(order, cuts)]


def _bits(states: Codes, names: Sequence[str], expressions: Sequence[Expression]) -> NDArray[np.int64]:
    """Pack the truth of up to 62 statements, the first the most significant."""
    scores = np.zeros(len(states), dtype=np.int64)
    for place, codes in blocks(states):
        value = BlockTruth(codes, names)
        for significance, expression in enumerate(reversed(expressions)):
            _add(scores[place], expression.truth(value), 1 << significance)
    return scores


def _add(sums: NDArray[np.int64], truth: Truth, weight: int) -> None:
    if truth is True:
        sums += weight
    elif truth is not False:
        sums += truth * np.int64(weight)


def _dense(values: NDArray[np.generic]) -> Scores:
    ranks: Scores = np.unique(values, return_inverse=True)[1].astype(np.int32)
    return ranks


def _exact(statement: Expression | str, weight: float | Fraction) -> Fraction:
    if isinstance(weight, float) and not math.isfinite(weight):
        raise AnalysisError(f'The weight of "{statement}" is {weight}; give a finite number.')
    return Fraction(repr(weight)) if isinstance(weight, float) else Fraction(weight)
