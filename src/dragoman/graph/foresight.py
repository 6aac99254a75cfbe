"""Limited-move and non-myopic stability: two parties who look ahead a fixed number of moves, or as far as it takes.

The parties move in turn, each may stop, and a stop ends it. With horizon *h* a decision maker foresees *h* moves: it
compares staying with the end that each of its moves would lead to if both chose so, and moves only where that end
is better than staying [1]_ [2]_. It is non-myopically stable where it would stay at every horizon from some point on
[3]_. The definitions are for strict preferences; where several moves promise the mover equally much, it may make any of
them, and whoever foresees this counts on the worst for itself.

References
----------
.. [1] Zagare (1984), "Limited-move equilibria in 2 x 2 games", Theory and Decision 16.
.. [2] Fang, Hipel & Kilgour (1993), *Interactive Decision Making: The Graph Model for Conflict Resolution*.
.. [3] Brams & Wittman (1981), "Nonmyopic equilibria in 2 x 2 games", Conflict Management and Peace Science 6; Kilgour
       (1984), "Equilibria for far-sighted players", Theory and Decision 16.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import submasks

__all__ = ["MAX_HORIZON", "Foresight", "limited_move_stability", "nonmyopic_stability"]

MAX_HORIZON: Final = 10_000
"""Most moves that are foreseen."""

_Ends = NDArray[np.int64]
"""Row *p*: the worst that party *p* may come to, by state, for one and the same mover and horizon."""


@dataclass(frozen=True, eq=False)
class Foresight:
    """Where two far-sighted parties would stay; ``stable[i, s]`` for decision maker *i* and the *s*-th state.

    ``horizon`` is the number of moves foreseen, None for as many as it takes.
    """

    model: ConflictModel
    horizon: int | None
    stable: NDArray[np.bool_]

    def equilibria(self) -> tuple[State, ...]:
        """Give the states in which both would stay, ascending."""
        return tuple(self.model.states[self.stable.all(axis=0)].tolist())


def limited_move_stability(model: ConflictModel, horizon: int) -> Foresight:
    """Decide where each of two decision makers would stay, foreseeing *horizon* moves.

    With one move this is Nash stability.

    Raises
    ------
    AnalysisError
        When there are not exactly two decision makers, or the horizon is not between 1 and `MAX_HORIZON`.

    Examples
    --------
    In chicken, whoever has yielded while the other has not sees with a view of two moves that it can turn this round.

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> chicken = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one_yields", "One"), Option("two_yields", "Two")],
    ...     preferences={"One": Payoffs([0, 1, 3, 2]), "Two": Payoffs([0, 3, 1, 2])},
    ... )
    >>> limited_move_stability(chicken, 1).equilibria(), limited_move_stability(chicken, 2).equilibria()
    ((1, 2), ())
    """
    if not 1 <= horizon <= MAX_HORIZON:
        raise AnalysisError(f"A horizon of {horizon} moves cannot be computed; give 1 to {MAX_HORIZON}.")
    for step, (stays, _) in enumerate(_horizons(model), start=1):
        if step == horizon:
            return Foresight(model, horizon, stays)
    raise AssertionError("the horizons are endless")


def nonmyopic_stability(model: ConflictModel) -> Foresight:
    """Decide where each of two decision makers would stay however far it looks beyond some point.

    What is foreseen repeats from some horizon on, once or in a cycle; a state counts as stable when the
    decision maker would stay there throughout.

    Raises
    ------
    AnalysisError
        When there are not exactly two decision makers, or nothing repeats within `MAX_HORIZON` moves.

    Examples
    --------
    In chicken, foresight makes compromise hold [3]_:

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> chicken = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one_yields", "One"), Option("two_yields", "Two")],
    ...     preferences={"One": Payoffs([0, 1, 3, 2]), "Two": Payoffs([0, 3, 1, 2])},
    ... )
    >>> nonmyopic_stability(chicken).equilibria()
    (3,)
    """
    seen: dict[bytes, int] = {}
    history: list[NDArray[np.bool_]] = []
    for stays, ends in _horizons(model):
        digest = hashlib.sha256(b"".join(end.tobytes() for end in ends)).digest()
        if digest in seen:
            return Foresight(model, None, np.logical_and.reduce([*history[seen[digest] + 1 :], stays]))
        seen[digest] = len(history)
        history.append(stays)
        if len(history) == MAX_HORIZON:
            break
    raise AnalysisError(f"What is foreseen does not settle within {MAX_HORIZON} moves; use a limited horizon.")


def _horizons(model: ConflictModel) -> Iterator[tuple[NDArray[np.bool_], tuple[_Ends, _Ends]]]:
    """Yield for each horizon from 1 who stays where, and what each mover's game comes to."""
    if len(model.dms) != 2:
        raise AnalysisError(
            f"Limited-move and non-myopic stability are defined for two decision makers; there are {len(model.dms)}."
        )
    worth = np.stack([model.scores(dm).astype(np.int64) for dm in model.dms])
    ends = (worth, worth)
    while True:
        first, second = (_turn(model, mover, worth, ends[1 - mover]) for mover in (0, 1))
        ends = (first[1], second[1])
        yield np.stack([first[0], second[0]]), ends


def _turn(model: ConflictModel, mover: int, worth: NDArray[np.int64], after: _Ends) -> tuple[NDArray[np.bool_], _Ends]:
    """Decide for every state whether *mover* stops there, given what each state comes to when the other goes on."""
    states, dm = model.states, model.dms[mover]
    settled = model.settled(states, dm)
    best = np.full(len(states), -1, dtype=np.int64)
    other = np.zeros(len(states), dtype=np.int64)
    for change in submasks(model.own(dm)):
        targets = states ^ change
        places = model.indices(targets)
        possible = (places >= 0) & (settled & ~model.settled(targets, dm) == 0)
        mine = np.where(possible, after[mover, places], -1)
        theirs = after[1 - mover, places]
        other = np.where(mine > best, theirs, np.where(mine == best, np.minimum(other, theirs), other))
        best = np.maximum(best, mine)
    stays = best <= worth[mover]
    moved = np.stack([best, other] if mover == 0 else [other, best])
    return stays, np.where(stays, worth, moved)
