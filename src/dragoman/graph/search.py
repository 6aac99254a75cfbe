"""Shortest legal sequences of moves from one state."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import submasks

__all__ = ["Search", "Step"]

_WIDEST: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who makes it, and the state it leads to."""

    dm: str
    to: State


class Search:
    """Breadth first over legal sequences of some decision makers' moves.

    A shortest sequence never has one of them move twice in a row, as the two moves would be one.
    """

    def __init__(self, model: ConflictModel, dms: Sequence[str], *, improving: bool) -> None:
        self.model = model
        self.improving = improving
        self.moves = [(dm, submasks(model.own(dm))) for dm in dms]

    def to_state(self, start: State, end: State) -> tuple[Step, ...]:
        """Find a shortest sequence to one state; empty where there is none."""
        place = self.model.index(end)
        return self.to(start, lambda places: places == place, lambda _: True)

    def to(
        self,
        start: State,
        promising: Callable[[NDArray[np.int64]], NDArray[np.bool_]],
        accepts: Callable[[State], bool],
    ) -> tuple[Step, ...]:
        """Find a shortest sequence to a state that is *promising* (asked of many) and *accepts* (asked of one)."""
        came: dict[State, tuple[State, str]] = {}
        seen = np.zeros(len(self.model.states), dtype=np.bool_)
        seen[self.model.index(start)] = True
        frontier = np.array([start], dtype=np.uint32)
        while len(frontier):
            fresh: list[NDArray[np.uint32]] = []
            for dm, sources, targets, places in self._moves_from(frontier):
                new = ~seen[places]
                _, first = np.unique(places[new], return_index=True)
                chosen = np.flatnonzero(new)[np.sort(first)]
                seen[places[chosen]] = True
                fresh.append(targets[chosen])
                for source, target in zip(sources[chosen].tolist(), targets[chosen].tolist(), strict=True):
                    came[target] = (source, dm)
                for target in targets[chosen][promising(places[chosen])].tolist():
                    if accepts(target):
                        return self._steps(came, start, target)
            frontier = np.concatenate(fresh) if fresh else frontier[:0]
        return ()

    def _moves_from(
        self, frontier: NDArray[np.uint32]
    ) -> Iterator[tuple[str, NDArray[np.uint32], NDArray[np.uint32], NDArray[np.int64]]]:
        for dm, changes in self.moves:
            scores = self.model.scores(dm)
            many = max(1, _WIDEST // len(changes))
            for at in range(0, len(frontier), many):
                some = frontier[at : at + many]
                sources = np.repeat(some, len(changes))
                targets = (some[:, None] ^ changes[None, :]).ravel()
                places = self.model.indices(targets)
                lost = self.model.settled(sources, dm) & ~self.model.settled(targets, dm)
                kept = (places >= 0) & (lost == 0)
                if self.improving:
                    kept &= scores[places] > scores[self.model.indices(sources)]
                yield dm, sources[kept], targets[kept], places[kept]

    @staticmethod
    def _steps(came: dict[State, tuple[State, str]], start: State, end: State) -> tuple[Step, ...]:
        steps: list[Step] = []
        while end != start:
            source, dm = came[end]
            steps.append(Step(dm, end))
            end = source
        return tuple(reversed(steps))
