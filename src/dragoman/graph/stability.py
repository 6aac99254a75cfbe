"""Stability: in which states each decision maker would stay, and which are equilibria.

Conventions, for all concepts here: an improvement is strict; a state that the mover finds equal counts as no
better, so it deters; the others answer in any legal sequence, in any order and of any length, nobody twice in a
row; moves need not be credible in GMR and SMR, and in SEQ each must improve things for whoever makes it.

========  ========================================================================================  ======
concept   a decision maker stays when, for each of its improvements,                                source
========  ========================================================================================  ======
``nash``  (there is none)                                                                           [1]_
``gmr``   the others can move on to a state that is no better for it                                [2]_
``smr``   they can, and all it could then move to itself is no better either                        [2]_
``seq``   they can, by moves that each improve things for the mover                                 [3]_
``sseq``  they can, by such moves, and all it could then move to itself is no better either         [5]_
``sim``   the others, improving at the same time from the same state, would spoil it                [3]_
========  ========================================================================================  ======

With several decision makers the definitions are those of [4]_.

References
----------
.. [1] Nash (1951), "Non-cooperative games", Annals of Mathematics 54.
.. [2] Howard (1971), *Paradoxes of Rationality: Theory of Metagames and Political Behavior*.
.. [3] Fraser & Hipel (1984), *Conflict Analysis: Models and Resolutions*.
.. [4] Fang, Hipel & Kilgour (1993), *Interactive Decision Making: The Graph Model for Conflict Resolution*.
.. [5] Rêgo & Vieira (2017), "Symmetric sequential stability in the graph model for conflict resolution with
       multiple decision makers", Group Decision and Negotiation 26.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.grid import GridReach, bit_order, grid_reaches, grid_stays, rearranged
from dragoman.graph.gridsim import grid_stays_simultaneously
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.reach import Reach, Values, least_reached
from dragoman.graph.simultaneous import stays_simultaneously

__all__ = ["ALL_CONCEPTS", "CONCEPTS", "Concept", "Stability", "Verdicts", "stability"]

Concept = Literal["nash", "gmr", "smr", "seq", "sseq", "sim"]
ALL_CONCEPTS: Final[tuple[Concept, ...]] = get_args(Concept)
CONCEPTS: Final[tuple[Concept, ...]] = ALL_CONCEPTS[:4]
"""The four that are computed unless others are asked for."""
_FEW_PARTIES: Final = 3
_FEW_STATES: Final = 1 << 15
"""For SIM with more parties and more states than these, searching is faster than going through all at once."""


class Verdicts(Mapping[Concept, NDArray[np.bool_]]):
    """For each concept a table of truth values by decision maker and state, held as one bit each.

    Every look-up makes a fresh table.
    """

    def __init__(self, concepts: Sequence[Concept], bits: NDArray[np.uint8]) -> None:
        self._place = {concept: np.uint8(place) for place, concept in enumerate(dict.fromkeys(concepts))}
        self.bits = bits

    def __getitem__(self, concept: Concept) -> NDArray[np.bool_]:
        """Give the table of one concept."""
        return self.of(self.bits, concept)

    def __iter__(self) -> Iterator[Concept]:
        """Go through the concepts."""
        return iter(self._place)

    def __len__(self) -> int:
        """Count the concepts."""
        return len(self._place)

    def of(self, bits: NDArray[np.uint8], concept: Concept) -> NDArray[np.bool_]:
        """Read one concept off some of the bits."""
        truths: NDArray[np.bool_] = bits & (np.uint8(1) << self._place[concept]) != 0
        return truths

    def store(self, concept: Concept, i: int, stays: NDArray[np.bool_]) -> None:
        """Note where the *i*-th decision maker stays."""
        self.bits[i] |= stays.view(np.uint8) << self._place[concept]


@dataclass(frozen=True, eq=False)
class Stability:
    """Which states are stable for whom; ``verdicts[concept][i, s]`` for decision maker *i* and the *s*-th state."""

    model: ConflictModel
    verdicts: Verdicts

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts that were computed."""
        return tuple(self.verdicts)

    def stable(self, concept: Concept, dm: str) -> NDArray[np.bool_]:
        """Say for every state, in the order of ``model.states``, whether *dm* would stay there."""
        self._check(concept)
        return self.verdicts.of(self.verdicts.bits[self.model.dm_index(dm)], concept)

    def equilibria(self, concept: Concept) -> tuple[State, ...]:
        """Give the states in which every decision maker would stay, ascending."""
        return tuple(self.model.states[self.holds(concept)].tolist())

    def holds(self, concept: Concept) -> NDArray[np.bool_]:
        """Say for every state whether it is an equilibrium."""
        self._check(concept)
        return self.verdicts.of(np.bitwise_and.reduce(self.verdicts.bits, axis=0), concept)

    def count(self, concept: Concept) -> int:
        """Count the equilibria."""
        return int(np.count_nonzero(self.holds(concept)))

    def at(self, state: State) -> dict[str, tuple[Concept, ...]]:
        """Give for each decision maker the concepts under which it would stay at *state*."""
        found = self.verdicts
        here = found.bits[:, [self.model.index(state)]]
        return {dm: tuple(c for c in found if found.of(here[i], c)) for i, dm in enumerate(self.model.dms)}

    def equilibrium_at(self, state: State) -> tuple[Concept, ...]:
        """Give the concepts under which *state* is an equilibrium."""
        found = self.verdicts
        here = found.bits[:, self.model.index(state)]
        return tuple(concept for concept in found if found.of(here, concept).all())

    def _check(self, concept: Concept) -> None:
        if concept not in self.verdicts:
            raise AnalysisError(f'"{concept}" was not computed. Computed: {", ".join(self.verdicts)}.')


def stability(model: ConflictModel, concepts: Sequence[Concept] = CONCEPTS) -> Stability:
    """Decide for every feasible state and decision maker whether it would stay there.

    Exact, for all feasible states; the model is not changed. Time is near linear in the number of states,
    doubled for each one-way option of one decision maker; for SIM also in the number of moves of each.

    Raises
    ------
    AnalysisError
        On an unknown concept.

    Examples
    --------
    The prisoner's dilemma: to defect is all that holds without foresight, with any both cooperating does too.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> dilemma = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one_cooperates", "One"), Option("two_cooperates", "Two")],
    ...     preferences={
    ...         "One": Prioritised(["two_cooperates", "not one_cooperates"]),
    ...         "Two": Prioritised(["one_cooperates", "not two_cooperates"]),
    ...     },
    ... )
    >>> found = stability(dilemma)
    >>> found.equilibria("nash"), found.equilibria("seq")
    ((0,), (0, 3))
    >>> found.at(3)["One"]
    ('gmr', 'smr', 'seq')
    """
    unknown = [concept for concept in concepts if concept not in ALL_CONCEPTS]
    if unknown:
        raise AnalysisError(f'"{unknown[0]}" is no concept here. Known: {", ".join(ALL_CONCEPTS)}.')
    verdicts = Verdicts(concepts, np.zeros((len(model.dms), len(model.states)), dtype=np.uint8))
    grid = grid_reaches(model)
    few = len(model.dms) <= _FEW_PARTIES or len(model.states) <= _FEW_STATES
    fast = [] if grid is None else [c for c in concepts if c != "sim" or few]
    if grid is not None:
        _decide_on_grid(model, grid, fast, verdicts)
    general = [concept for concept in concepts if concept not in fast]
    if general:
        _decide(model, general, verdicts)
    verdicts.bits.setflags(write=False)
    return Stability(model, verdicts)


def _decide(model: ConflictModel, concepts: Sequence[Concept], verdicts: Verdicts) -> None:
    """Decide *concepts* the general way."""
    reaches = [Reach(model, dm) for dm in model.dms]
    for i, reach in enumerate(reaches):
        others = reaches[:i] + reaches[i + 1 :]
        for concept in concepts:
            stays = stays_simultaneously(model, reach, others) if concept == "sim" else _stays(reach, others, concept)
            verdicts.store(concept, i, stays)


def _decide_on_grid(
    model: ConflictModel,
    grid: Sequence[GridReach],
    concepts: Sequence[Concept],
    verdicts: Verdicts,
) -> None:
    """Decide the fast way; what needs the groups sorted comes first, to free the memory that takes."""
    back = bit_order(model)
    there = [back.index(bit) for bit in range(len(back))]
    for concept in sorted(concepts, key=lambda concept: concept not in ("seq", "sseq")):
        for reach in grid:
            if concept not in ("seq", "sseq"):
                reach.forget_order()
            elif not reach.blocks:
                reach.sort()
        found = (
            grid_stays_simultaneously(grid)
            if concept == "sim"
            else (grid_stays(grid, i, concept) for i in range(len(grid)))
        )
        for i, stays in enumerate(found):
            verdicts.store(concept, i, rearranged(stays, there))


def _stays(reach: Reach, others: Sequence[Reach], concept: Concept) -> NDArray[np.bool_]:
    """Decide one concept for one decision maker.

    An improvement is worth the worse of what it brings and what the others can hold it to; the decision maker
    leaves when some move is worth more than where it stands. A move that is no improvement is never worth more.
    """
    held_to: Values
    if concept == "nash":
        held_to = reach.scores
    elif concept == "gmr":
        held_to = least_reached(others, reach.scores, improving=False)
    elif concept in ("smr", "sseq"):
        held_to = least_reached(others, reach.most(reach.scores), improving=concept == "sseq")
    else:
        held_to = least_reached(others, reach.scores, improving=True)
    worth = reach.scores.copy() if held_to is reach.scores else np.minimum(reach.scores, held_to, out=held_to)
    stays: NDArray[np.bool_] = reach.most(worth) <= reach.scores
    return stays
