"""Simultaneous stability (SIM): the others answer not to a move but at the same time as it is made.

A decision maker stays when, for each of its improvements, some of the others could at the same moment each make an
improvement of its own from the same state, so that all these changes together are feasible and no better for it.
At least one of the others must move, and each makes at most one improvement [1]_.

References
----------
.. [1] Fraser & Hipel (1984), *Conflict Analysis: Models and Resolutions*, North-Holland.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel
from dragoman.graph.moves import submasks
from dragoman.graph.reach import Reach

__all__ = ["improving_changes", "stays_simultaneously"]

_KEPT = 1 << 24


def improving_changes(model: ConflictModel, reach: Reach) -> Iterator[tuple[np.uint32, NDArray[np.bool_]]]:
    """Yield each change of a decision maker's own options, with the states in which it is an improvement."""
    settled = model.settled(model.states, reach.dm)
    for change in submasks(model.own(reach.dm)):
        targets = model.states ^ change
        places = model.indices(targets)
        possible = (places >= 0) & (settled & ~model.settled(targets, reach.dm) == 0)
        yield change, possible & (reach.scores[places] > reach.scores)


def stays_simultaneously(model: ConflictModel, reach: Reach, others: Sequence[Reach]) -> NDArray[np.bool_]:
    """Decide for every state whether the decision maker of *reach* would stay there."""
    improves = [(change, np.flatnonzero(where)) for change, where in improving_changes(model, reach)]
    where = np.concatenate([places for _, places in improves])
    to = np.concatenate([model.states[places] ^ change for change, places in improves])
    stays = np.ones(len(model.states), dtype=np.bool_)
    stays[where[~_Answers(model, reach, others, where, to).found()]] = False
    return stays


class _Answers:
    """The search for an answer to each of many improvements, from the states *where* to the codes *to*.

    It goes through what each of the others may do in turn, keeping only improvements that are still unanswered
    and for which that is an improvement of the other one too.
    """

    def __init__(
        self,
        model: ConflictModel,
        reach: Reach,
        others: Sequence[Reach],
        where: NDArray[np.intp],
        to: NDArray[np.uint32],
    ) -> None:
        self.model, self.reach, self.others = model, reach, others
        self.where, self.to = where, to
        self.answered = np.zeros(len(where), dtype=np.bool_)
        wide = sum(1 << bin(model.own(other.dm)).count("1") for other in others) * len(model.states) > _KEPT
        self.changes = self._changes if wide else lru_cache(maxsize=None)(self._listed)

    def _changes(self, place: int) -> Iterator[tuple[np.uint32, NDArray[np.bool_]]]:
        return improving_changes(self.model, self.others[place])

    def _listed(self, place: int) -> list[tuple[np.uint32, NDArray[np.bool_]]]:
        return list(self._changes(place))

    def found(self) -> NDArray[np.bool_]:
        """Say for each improvement whether it can be answered."""
        self._go(0, np.arange(len(self.where)), np.uint32(0))
        return self.answered

    def _go(self, place: int, asked: NDArray[np.intp], changed: np.uint32) -> None:
        if place == len(self.others):
            if changed:
                self._settle(asked, changed)
            return
        self._go(place + 1, asked, changed)
        for change, improves in self.changes(place):
            asked = asked[~self.answered[asked]]
            able = asked[improves[self.where[asked]]]
            if len(able):
                self._go(place + 1, able, changed ^ change)

    def _settle(self, asked: NDArray[np.intp], changed: np.uint32) -> None:
        places = self.model.indices(self.to[asked] ^ changed)
        deterred = (places >= 0) & (self.reach.scores[places] <= self.reach.scores[self.where[asked]])
        self.answered[asked[deterred]] = True
