"""Preferences that are known only in part: for each pair of states better, worse, equal or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.openorder import Places, Truths
from dragoman.graph.preference import Preference

__all__ = ["MAX_RELATED", "Relation", "agreed", "partial_order"]

MAX_RELATED: Final = 2048
"""Most states whose pairs are compared one by one."""

Pairs = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Relation:
    """One party's comparison of all pairs of feasible states, in the order of the model's states.

    ``better[s, t]`` says that *t* is known to be preferred to *s*; ``unknown[s, t]`` that it is not known how they
    compare. Neither, nor the other way round: they are equally preferred.
    """

    better: Pairs
    unknown: Pairs

    def __post_init__(self) -> None:
        if self.better.ndim != 2 or self.better.shape != self.better.T.shape or self.better.shape != self.unknown.shape:
            raise AnalysisError("A relation takes two square tables of one size, states by states.")
        if (self.better & self.better.T).any():
            s, t = np.argwhere(self.better & self.better.T)[0]
            raise AnalysisError(f"Two states (the {s + 1}th and {t + 1}th) are each said to be better than the other.")
        if (self.unknown != self.unknown.T).any() or (self.unknown & self.better).any():
            raise AnalysisError("What is unknown of two states is unknown both ways, and then neither is better.")

    def compare(self, sources: Places, targets: Places) -> tuple[Truths, Truths]:
        """Say for each pair whether the target is known to be better than the source, and whether that is unknown."""
        return self.better[sources, targets], self.unknown[sources, targets]


def agreed(model: ConflictModel, candidates: Sequence[Preference]) -> Relation:
    """Take as known what all *candidates* for one party's preference agree on, and the rest as unknown.

    Every partial order can be given so, by the orders it leaves open.

    Raises
    ------
    AnalysisError
        Without a candidate.
    TooManyStates
        Over `MAX_RELATED` states.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")])
    >>> found = agreed(model, [Prioritised(["a", "b"]), Prioritised(["b", "a"])])
    >>> bool(found.better[0, 3]), bool(found.unknown[1, 2])
    (True, True)
    """
    if not candidates:
        raise AnalysisError("Give at least one candidate for the preference.")
    _check_size(model)
    better, worse, equal = (np.ones((len(model.states),) * 2, dtype=np.bool_) for _ in range(3))
    for candidate in candidates:
        scores = candidate.over(model.names).scores(model.states, model.names)
        better &= scores[None, :] > scores[:, None]
        worse &= scores[None, :] < scores[:, None]
        equal &= scores[None, :] == scores[:, None]
    return Relation(better, ~(better | worse | equal))


def partial_order(model: ConflictModel, pairs: Iterable[tuple[State, State]]) -> Relation:
    """Take each of *pairs*, (better, worse), and what follows from them as known, and the rest as unknown.

    Raises
    ------
    AnalysisError
        When the pairs go round in a circle; the message names a state on it.
    InfeasibleModel
        When a state is infeasible.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option
    >>> model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")])
    >>> found = partial_order(model, [(3, 1), (1, 0)])
    >>> bool(found.better[0, 3]), bool(found.unknown[2, 0])
    (True, True)
    """
    _check_size(model)
    better = np.zeros((len(model.states),) * 2, dtype=np.bool_)
    for preferred, other in pairs:
        better[model.index(other), model.index(preferred)] = True
    for between in range(len(better)):
        better |= better[:, between, None] & better[None, between, :]
    circular = np.flatnonzero(better.diagonal())
    if len(circular):
        state = int(model.states[circular[0]])
        raise AnalysisError(
            f"The ranking goes round in a circle: state {state} ({model.letters(state)}) comes out better than itself."
        )
    unknown = ~(better | better.T)
    np.fill_diagonal(unknown, val=False)
    return Relation(better, unknown)


def _check_size(model: ConflictModel) -> None:
    if len(model.states) > MAX_RELATED:
        raise TooManyStates(
            f"{len(model.states)} states have too many pairs to compare one by one; at most {MAX_RELATED} states can "
            "have unknown preferences. Exclude states, or fix options."
        )
