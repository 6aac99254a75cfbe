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
who moved last; so this is also the general way for preferences of any kind.

References
----------
.. [1] Li, Hipel, Kilgour & Fang (2004), "Preference uncertainty in the graph model for conflict resolution", IEEE
       Transactions on Systems, Man, and Cybernetics A 34(4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.relation import Pairs, Relation, agreed

__all__ = ["EXTENSIONS", "Extension", "UnknownStability", "legally_reached", "stability_with_unknowns"]

Extension = Literal["a", "b", "c", "d"]
EXTENSIONS: Final[tuple[Extension, ...]] = get_args(Extension)
UnknownConcept = Literal["nash", "gmr", "smr", "seq"]
_CONCEPTS: Final[tuple[UnknownConcept, ...]] = get_args(UnknownConcept)


@dataclass(frozen=True, eq=False)
class UnknownStability:
    """Which states are stable for whom, for each concept and extension; ``verdicts[concept, extension][i, s]``."""

    model: ConflictModel
    verdicts: dict[tuple[UnknownConcept, Extension], NDArray[np.bool_]]

    def stable(self, concept: UnknownConcept, extension: Extension, dm: str) -> NDArray[np.bool_]:
        """Say for every state, in the order of ``model.states``, whether *dm* would stay there."""
        verdict: NDArray[np.bool_] = self.verdicts[concept, extension][self.model.dm_index(dm)]
        return verdict

    def equilibria(self, concept: UnknownConcept, extension: Extension) -> tuple[State, ...]:
        """Give the states in which every decision maker would stay, ascending."""
        return tuple(self.model.states[self.verdicts[concept, extension].all(axis=0)].tolist())


def stability_with_unknowns(
    model: ConflictModel,
    relations: Mapping[str, Relation],
    *,
    extensions: Sequence[Extension] = EXTENSIONS,
) -> UnknownStability:
    """Decide Nash, GMR, SMR and SEQ stability where *relations* say what is known of some parties' preferences.

    For whoever has no relation the model's own preference counts, in which nothing is unknown. Time grows with the
    cube of the number of states.

    Raises
    ------
    AnalysisError
        When a relation is of the wrong size, or its party or the extension is unknown.
    TooManyStates
        Over `dragoman.graph.relation.MAX_RELATED` states.

    Examples
    --------
    Whether North prefers relief is not known; where it might, "a" lets it leave and "b" does not.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(["North"], [Option("relief", "North")])
    >>> either = agreed(model, [Prioritised(["relief"]), Prioritised(["not relief"])])
    >>> found = stability_with_unknowns(model, {"North": either})
    >>> found.equilibria("nash", "a"), found.equilibria("nash", "b")
    ((), (0, 1))
    """
    for extension in extensions:
        if extension not in EXTENSIONS:
            raise AnalysisError(f'"{extension}" is no extension. Known: {", ".join(EXTENSIONS)}.')
    for dm, relation in relations.items():
        model.dm_index(dm)
        if len(relation.better) != len(model.states):
            raise AnalysisError(
                f'The relation of "{dm}" compares {len(relation.better)} states, not all feasible ones.'
            )
    known = [
        relations[dm] if dm in relations else agreed(model, [model.preferences[i]]) for i, dm in enumerate(model.dms)
    ]
    moves = [_moves(model, dm) for dm in model.dms]
    verdicts = {
        (c, e): np.empty((len(known), len(model.states)), dtype=np.bool_) for e in extensions for c in _CONCEPTS
    }
    for i, relation in enumerate(known):
        others = [j for j in range(len(known)) if j != i]
        answers = legally_reached([moves[j] for j in others])
        tempting = [moves[j] & (known[j].better | known[j].unknown) for j in others]
        improving = legally_reached(tempting)
        for extension in extensions:
            leaves = moves[i] & (relation.better | relation.unknown if extension in "ac" else relation.better)
            deters = ~(relation.better if extension in "cd" else relation.better | relation.unknown)
            caught = deters & ~_some_step(~deters, moves[i])
            verdicts["nash", extension][i] = ~leaves.any(axis=1)
            verdicts["gmr", extension][i] = ~(leaves & ~_some_step(deters, answers)).any(axis=1)
            verdicts["smr", extension][i] = ~(leaves & ~_some_step(caught, answers)).any(axis=1)
            verdicts["seq", extension][i] = ~(leaves & ~_some_step(deters, improving)).any(axis=1)
    return UnknownStability(model, verdicts)


def legally_reached(moves: Sequence[Pairs]) -> Pairs:
    """Mark for each state what is reached from it by a legal sequence of at least one move, nobody twice in a row.

    ``moves[j][s, t]`` says that the *j*-th mover can go from *s* to *t*; nothing need be transitive.
    """
    if not moves:
        return np.zeros((0, 0), dtype=np.bool_)
    last = [np.zeros_like(moves[0]) for _ in moves]
    fresh = [move.copy() for move in moves]
    while any(found.any() for found in fresh):
        last = [seen | found for seen, found in zip(last, fresh, strict=True)]
        fresh = [
            _product(_union(fresh[:j] + fresh[j + 1 :], moves[0].shape), move) & ~last[j]
            for j, move in enumerate(moves)
        ]
    return _union(last, moves[0].shape)


def _union(pairs: Sequence[Pairs], shape: tuple[int, ...]) -> Pairs:
    return np.logical_or.reduce(pairs) if pairs else np.zeros(shape, dtype=np.bool_)


def _product(first: Pairs, second: Pairs) -> Pairs:
    """Go one step of *first* and then one of *second*; sums of ones up to 2**24 are exact in single precision."""
    if not first.any():
        return np.zeros_like(first)
    return (first.astype(np.float32) @ second.astype(np.float32)) > 0.5


def _some_step(wanted: Pairs, steps: Pairs) -> Pairs:
    """For each *s* (row) and *t*, whether one of *steps* leads from *t* to a state that *wanted* marks for *s*."""
    if not steps.size:
        return np.zeros_like(wanted)
    return _product(wanted, steps.T)


def _moves(model: ConflictModel, dm: str) -> Pairs:
    """Tabulate one decision maker's moves."""
    states = model.states
    settled = model.settled(states, dm)
    others = states & ~np.uint32(model.own(dm))
    possible: Pairs = (others[:, None] == others[None, :]) & (settled[:, None] & ~settled[None, :] == 0)
    np.fill_diagonal(possible, val=False)
    return possible
