"""Single states of a case as outcomes: who would stay, who would leave for what, and how they compare with now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.case.analysis import Departure, LayerName, Outcome
from dragoman.case.case import Case
from dragoman.case.explaining import gain_in_words, move_in_words, unanswered_in_words
from dragoman.case.grounds import Hold
from dragoman.case.model import conflict_model, lines_counted, scores_of
from dragoman.errors import InfeasibleModel
from dragoman.graph import CONCEPTS, Stability, departures, moves, stability
from dragoman.graph import Departure as Leaving
from dragoman.plain import listed

__all__ = ["LayerView"]

_DEPARTURES_OF_A_PARTY = 4


class LayerView:
    """A case under one choice of preference lines, with its stability computed once.

    Raises
    ------
    AnalysisError, LogicError, TooManyStates, InfeasibleModel
        As the graph model does; an infeasible status quo is an `InfeasibleModel`.
    """

    def __init__(self, case: Case, layer: LayerName) -> None:
        self.case = case
        self.layer = layer
        self.model = conflict_model(case, layer)
        self.now = self.model.code(case.status_quo)
        if not self.model.is_feasible(self.now):
            self.model.index(self.now)
            raise InfeasibleModel("The status quo is infeasible. Change it or the infeasible lines.")

    @cached_property
    def found(self) -> Stability:
        """The stability of every feasible state."""
        return stability(self.model)

    @cached_property
    def scores(self) -> dict[str, NDArray[np.int32]]:
        """Each party's score of every feasible state."""
        return scores_of(self.case, self.model, self.layer)

    @cached_property
    def gains(self) -> NDArray[np.int8]:
        """For each party and state: 1 better than now, 0 equal, -1 worse."""
        here = self.model.index(self.now)
        rows = [np.sign(row.astype(np.int64) - int(row[here])) for row in self.scores.values()]
        return np.array(rows, dtype=np.int8)

    @cached_property
    def _alone(self) -> dict[str, frozenset[int]]:
        return {dm: frozenset(moves(self.model, self.now, dm)) for dm in self.model.dms}

    def hold(self, state: int) -> Hold:
        """Say how firmly *state* holds: nobody gains by leaving, others' own best replies undo gains, or neither."""
        concepts = self.found.equilibrium_at(state)
        return "nash" if "nash" in concepts else "seq" if "seq" in concepts else "none"

    def outcome(self, state: int, *, explained: bool) -> Outcome:
        """Return *state* as a record; its departures, with their answers, only where it is *explained*."""
        gains = dict(zip(self.case.parties, self.gains[:, self.model.index(state)].tolist(), strict=True))
        stable = self.found.at(state)
        return Outcome(
            on=self.model.taken(state),
            equilibrium=self.found.equilibrium_at(state),
            stable_for={party: stable.get(party, CONCEPTS) for party in self.case.parties},
            better_for=tuple(party for party, gain in gains.items() if gain > 0),
            worse_for=tuple(party for party, gain in gains.items() if gain < 0),
            equal_for=tuple(party for party, gain in gains.items() if gain == 0),
            departures=self.departures(state) if explained else (),
            reachable_alone=tuple(dm for dm in self.model.dms if state in self._alone[dm]),
        )

    def departures(self, state: int) -> tuple[Departure, ...]:
        """Return each party's best improvements from *state*, the smallest change first among equally good ones."""
        told: list[Departure] = []
        for dm in self.model.dms:
            leavings = departures(self.model, state, dm)
            told.extend(self._told(leaving) for leaving in sorted(leavings, key=self._rank)[:_DEPARTURES_OF_A_PARTY])
        return tuple(told)

    def told_best(self, leavings: Iterable[Leaving]) -> Departure:
        """Return the best of one party's *leavings*, the smallest change among equally good ones."""
        return self._told(min(leavings, key=self._rank))

    def _rank(self, leaving: Leaving) -> tuple[int, int, int]:
        worth = int(self.scores[leaving.dm][self.model.index(leaving.to)])
        return -worth, (leaving.start ^ leaving.to).bit_count(), leaving.to

    def _told(self, leaving: Leaving) -> Departure:
        before, after = self.model.taken(leaving.start), self.model.taken(leaving.to)
        answer = self.model.taken(leaving.answer[-1].to) if leaving.answer else None
        return Departure(
            party=leaving.dm,
            turns_on=tuple(option for option in after if option not in before),
            turns_off=tuple(option for option in before if option not in after),
            to=after,
            answered_by=tuple(dict.fromkeys(step.dm for step in leaving.answer)),
            answer=answer,
            reason=self._reason(leaving, before, after, answer),
        )

    def _reason(
        self, leaving: Leaving, before: Sequence[str], after: Sequence[str], answer: Sequence[str] | None
    ) -> str:
        lines = lines_counted(self.case, leaving.dm, self.layer)
        if answer is None:
            return unanswered_in_words(self.case, leaving.dm, lines, before, after)
        could = f"{self.case.parties[leaving.dm].name} could {gain_in_words(self.case, lines, before, after)}"
        others = listed([self.case.parties[dm].name for dm in dict.fromkeys(step.dm for step in leaving.answer)])
        reply = move_in_words(self.case, _new(after, answer), _new(answer, after))
        return f"{could}; but {others} would then {reply}, which leaves it no better off than before."


def _new(before: Sequence[str], after: Sequence[str]) -> list[str]:
    return [option for option in after if option not in before]
