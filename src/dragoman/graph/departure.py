"""Why a decision maker stays or leaves: each improvement with the answer that deters it, if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations, product
from operator import xor

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import improvements, moves
from dragoman.graph.search import Search, Step
from dragoman.graph.stability import Concept

__all__ = ["Departure", "departures"]


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

    search = Search(model, others, improving=concept in ("seq", "sseq"))
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
