"""Stability where some preferences are unknown, under the four attitudes to what is unknown.

A move whose worth is unknown may tempt a decision maker or not, and an outcome whose worth is unknown may deter it
or not. That makes four extensions of each concept [1]_:

=========  =========================================  ==========================================
extension  it would leave for                         it is deterred by what is
=========  =========================================  ==========================================
``a``      improvements and unknown moves             surely no better
``b``      improvements only                          surely no better
``c``      improvements and unknown moves             no better, or unknown
``d``      improvements only                          no better, or unknown
=========  =========================================  ==========================================

In all of them the others' answers under ``seq`` may be improvements or unknown moves. With nothing unknown the four
are the same. As "better or unknown" is not transitive, legal sequences are followed move by move here, remembering
who moved last; so this is also the general way for preferences of any kind. The question is asked of 64 states at a
time, a bit of a word for each.

References
----------
.. [1] Li, Hipel, Kilgour & Fang (2004), "Preference uncertainty in the graph model for conflict resolution", IEEE
       Transactions on Systems, Man, and Cybernetics A 34(4).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.openorder import Order, Places, Truths, WholeOrder
from dragoman.graph.paths import steps_of
from dragoman.graph.relation import Relation

__all__ = ["EXTENSIONS", "Extension", "UnknownConcept", "UnknownStability", "stability_with_unknowns"]

Extension = Literal["a", "b", "c", "d"]
EXTENSIONS: Final[tuple[Extension, ...]] = get_args(Extension)
UnknownConcept = Literal["nash", "gmr", "smr", "seq"]
_CONCEPTS: Final[tuple[UnknownConcept, ...]] = get_args(UnknownConcept)
_MOST_MOVES: Final = 30_000_000
_AT_ONCE: Final = 64

_Words = NDArray[np.uint64]
"""For each feasible state a word; its bits are the states asked about."""
_Steps = list[tuple[Places, Places]]
"""Moves, source and target, in parts within which each source is named once."""


@dataclass(frozen=True, eq=False)
class UnknownStability:
    """Which of *states* are stable for whom; ``verdicts[concept, extension][i, k]`` for the *k*-th of them."""

    model: ConflictModel
    states: tuple[State, ...]
    verdicts: dict[tuple[UnknownConcept, Extension], Truths]

    def stable(self, concept: UnknownConcept, extension: Extension, dm: str) -> Truths:
        """Say for each of the states asked about whether *dm* would stay there."""
        verdict: Truths = self.verdicts[concept, extension][self.model.dm_index(dm)]
        return verdict

    def equilibria(self, concept: UnknownConcept, extension: Extension) -> tuple[State, ...]:
        """Give those in which every decision maker would stay, in their order."""
        holds = np.logical_and.reduce(self.verdicts[concept, extension], axis=0)
        return tuple(self.states[k] for k in np.flatnonzero(holds))


def stability_with_unknowns(
    model: ConflictModel,
    orders: Mapping[str, Order],
    *,
    states: Sequence[State] | None = None,
    extensions: Sequence[Extension] = EXTENSIONS,
) -> UnknownStability:
    """Decide Nash, GMR, SMR and SEQ stability where *orders* say what is known of some parties' preferences.

    For whoever has no order the model's own preference counts, in which nothing is unknown. All *states* are decided,
    if none are named. Time grows with the states asked about and with all moves there are.

    Raises
    ------
    AnalysisError
        When a relation is of the wrong size, or its party or the extension is unknown.
    InfeasibleModel
        When a state asked about is infeasible.
    TooManyStates
        When there are more moves than can be held.

    Examples
    --------
    Whether North prefers relief is not known; where it might, "a" lets it leave and "b" does not.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> from dragoman.graph.relation import agreed
    >>> model = ConflictModel(["North"], [Option("relief", "North")])
    >>> either = agreed(model, [Prioritised(["relief"]), Prioritised(["not relief"])])
    >>> found = stability_with_unknowns(model, {"North": either})
    >>> found.equilibria("nash", "a"), found.equilibria("nash", "b")
    ((), (0, 1))
    """
    _check(model, orders, extensions)
    asked = model.states.tolist() if states is None else [int(state) for state in states]
    places = np.array([model.index(state) for state in asked], dtype=np.int64)
    movers = [_Mover(model, dm, orders.get(dm)) for dm in model.dms]
    verdicts = {(c, e): np.ones((len(movers), len(asked)), dtype=np.bool_) for e in extensions for c in _CONCEPTS}
    for i, mover in enumerate(movers):
        others = movers[:i] + movers[i + 1 :]
        for start in range(0, len(asked), _AT_ONCE):
            some = _Asked(mover, others, places[start : start + _AT_ONCE])
            for (concept, extension), stays in some.verdicts(extensions):
                verdicts[concept, extension][i, start : start + _AT_ONCE] = stays
    return UnknownStability(model, tuple(asked), verdicts)


def _check(model: ConflictModel, orders: Mapping[str, Order], extensions: Sequence[Extension]) -> None:
    for extension in extensions:
        if extension not in EXTENSIONS:
            raise AnalysisError(f'"{extension}" is no extension. Known: {", ".join(EXTENSIONS)}.')
    for dm, order in orders.items():
        model.dm_index(dm)
        if isinstance(order, Relation) and len(order.better) != len(model.states):
            raise AnalysisError(f'The relation of "{dm}" compares {len(order.better)} states, not all feasible ones.')
    moves = len(model.states) * sum(1 << model.own(dm).bit_count() for dm in model.dms)
    if moves > _MOST_MOVES:
        raise TooManyStates(
            f"{len(model.states):,} states have too many moves to be followed one by one, as unknown preferences need; "
            f"at most {_MOST_MOVES:,} moves. Exclude states or fix options."
        )


class _Mover:
    """One decision maker's moves, all of them and those that are improvements or unknown."""

    def __init__(self, model: ConflictModel, dm: str, order: Order | None) -> None:
        self.order: Order = WholeOrder(model.scores(dm)) if order is None else order
        self.everywhere = np.arange(len(model.states), dtype=np.int64)
        self.moves: _Steps = steps_of(model, dm, self.everywhere, improving=False)
        self.tempting: _Steps = []
        for sources, targets in self.moves:
            better, unknown = self.order.compare(sources, targets)
            kept = better | unknown
            self.tempting.append((sources[kept], targets[kept]))


class _Asked:
    """Up to 64 states that one decision maker may leave, against the others."""

    def __init__(self, mover: _Mover, others: Sequence[_Mover], places: Places) -> None:
        self.mover, self.others, self.places = mover, others, places

    def verdicts(self, extensions: Sequence[Extension]) -> Iterator[tuple[tuple[UnknownConcept, Extension], Truths]]:
        """Yield for each concept and extension where the decision maker stays."""
        column, targets = self._departures()
        better, unknown = self.mover.order.compare(self.places[column], targets)
        gains, open_ = self.mover.order.compare(self.places[None, :], self.mover.everywhere[:, None])
        for attitude in ("ab", "cd"):
            wanted = [extension for extension in extensions if extension in attitude]
            deters = _packed(~gains if attitude == "cd" else ~(gains | open_))
            for concept in _CONCEPTS if wanted else ():
                answered = self._answered(concept, deters)[targets] >> column.astype(np.uint64) & np.uint64(1) != 0
                for extension in wanted:
                    leaves = better | unknown if extension in "ac" else better
                    stays = np.ones(len(self.places), dtype=np.bool_)
                    stays[column[leaves & ~answered]] = False
                    yield (concept, extension), stays

    def _departures(self) -> tuple[Places, Places]:
        """List the moves from the states asked about: which of these, by number, and where to."""
        found: _Steps = []
        for sources, targets in self.mover.moves:
            at = np.searchsorted(sources, self.places).clip(max=len(sources) - 1)
            able = np.flatnonzero(sources[at] == self.places) if len(sources) else at[:0]
            found.append((able, targets[at[able]]))
        column, to = (np.concatenate(ends) for ends in zip(*found, strict=True))
        return column, to

    def _answered(self, concept: UnknownConcept, deters: _Words) -> _Words:
        """Mark for each state the questions to which the others can answer from it."""
        if concept == "nash":
            return np.zeros_like(deters)
        if concept == "smr":
            deters = deters & ~_before(self.mover.moves, ~deters)
        return _legally_before([o.tempting if concept == "seq" else o.moves for o in self.others], deters)


def _packed(truths: Truths) -> _Words:
    """Pack each row of up to 64 truths into a word."""
    words = np.zeros(len(truths), dtype=np.uint64)
    for bit in range(truths.shape[1]):
        words |= truths[:, bit].astype(np.uint64) << np.uint64(bit)
    return words


def _before(moves: _Steps, wanted: _Words) -> _Words:
    """Mark for each state what is wanted of any state that one of *moves* leads to from it."""
    found = np.zeros_like(wanted)
    for sources, targets in moves:
        found[sources] |= wanted[targets]
    return found


def _legally_before(movers: Sequence[_Steps], wanted: _Words) -> _Words:
    """Mark for each state what is wanted at the end of some legal sequence of at least one move from it.

    For each mover apart: of sequences that it begins, and somebody else goes on with.
    """
    begun = [np.zeros_like(wanted) for _ in movers]
    unchanged = turn = 0
    while unchanged < len(movers):
        j = turn % len(movers)
        goal = wanted.copy()
        for k, words in enumerate(begun):
            if k != j:
                goal |= words
        found = _before(movers[j], goal)
        unchanged = unchanged + 1 if np.array_equal(found, begun[j]) else 1
        begun[j] = found
        turn += 1
    reached = np.zeros_like(wanted)
    for words in begun:
        reached |= words
    return reached
