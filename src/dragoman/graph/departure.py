"""Why a decision maker stays or leaves: each improvement with the answer that deters it, if there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, product
from operator import xor

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import improvements, moves, submasks
from dragoman.graph.stability import Concept

__all__ = ["Departure", "Step", "departures"]

_WIDEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Step:
    """One move: who makes it, and the state it leads to."""

    dm: str
    to: State


@dataclass(frozen=True, slots=True)
class Departure:
    """An improvement of *dm* from *start*, and a shortest legal sequence of the others' moves that deters it.

    ``answer`` is empty where nobody can answer, and *dm* would leave. Otherwise its last state is no better for
    *dm* than *start*. Under ``smr`` and ``sseq`` nothing that *dm* could then move to is better either; under
    ``seq`` and ``sseq`` each step improves things for whoever makes it. Under ``sim`` each step sets out from *start*,
    and what is no better is *to* with all these changes made to it at once. All of this can be checked by hand.
    """

    dm: str
    start: State
    to: State
    answer: tuple[Step, ...]

    @property
    def deterred(self) -> bool:
        """Whether the others can answer it."""
        return bool(self.answer)


def departures(
    model: ConflictModel, state: State, dm: str | None = None, *, concept: Concept = "seq"
) -> tuple[Departure, ...]:
    """List every improvement of *dm* (or of everybody, in the model's order) from *state*, with its answer.

    *dm* is stable at *state* under *concept* exactly when each of its departures is deterred. Under ``nash``
    nobody answers. Answers are the shortest there are; among these the one whose movers come first.

    Raises
    ------
    InfeasibleModel
        When *state* is infeasible.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> dilemma = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one_cooperates", "One"), Option("two_cooperates", "Two")],
    ...     preferences={
    ...         "One": Prioritised(["two_cooperates", "not one_cooperates"]),
    ...         "Two": Prioritised(["one_cooperates", "not two_cooperates"]),
    ...     },
    ... )
    >>> departures(dilemma, 3, "One")
    (Departure(dm='One', start=3, to=2, answer=(Step(dm='Two', to=0),)),)
    """
    return tuple(
        Departure(mover, state, to, _answer(model, state, to, mover, concept))
        for mover in (model.dms if dm is None else (dm,))
        for to in improvements(model, state, mover)
    )


def _answer(model: ConflictModel, start: State, to: State, dm: str, concept: Concept) -> tuple[Step, ...]:
    if concept == "nash":
        return ()
    scores = model.scores(dm)
    limit = int(scores[model.index(start)])
    others = [other for other in model.dms if other != dm]
    if concept == "sim":
        return _at_once(model, start, to, dm, others)

    def promising(places: NDArray[np.int64]) -> NDArray[np.bool_]:
        return scores[places] <= limit

    def deters(state: State) -> bool:
        if concept not in ("smr", "sseq"):
            return True
        return all(scores[model.index(after)] <= limit for after in moves(model, state, dm))

    search = _Search(model, others, improving=concept in ("seq", "sseq"))
    return search.to(to, promising, deters)


def _at_once(model: ConflictModel, start: State, to: State, dm: str, others: Sequence[str]) -> tuple[Step, ...]:
    """Find as few as possible of the others whose improvements from *start* together spoil the move to *to*."""
    scores = model.scores(dm)
    limit = int(scores[model.index(start)])
    able = [(other, improvements(model, start, other)) for other in others]
    for size in range(1, len(others) + 1):
        for movers in combinations(able, size):
            for ends in product(*(targets for _, targets in movers)):
                together = reduce(xor, (start ^ end for end in ends), to)
                if model.is_feasible(together) and scores[model.index(together)] <= limit:
                    return tuple(Step(other, end) for (other, _), end in zip(movers, ends, strict=True))
    return ()


class _Search:
    """Breadth first over legal sequences of some decision makers' moves.

    A shortest sequence never has one of them move twice in a row, as the two moves would be one.
    """

    def __init__(self, model: ConflictModel, dms: Sequence[str], *, improving: bool) -> None:
        self.model = model
        self.improving = improving
        self.moves = [(dm, submasks(model.own(dm))) for dm in dms]

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
