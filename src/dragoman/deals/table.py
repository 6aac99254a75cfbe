"""The table: who would have to agree to what, and how each party compares the states that could be agreed on."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case, Worth
from dragoman.case.model import conflict_model, lines_counted, scores_of
from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph import ConflictModel, Stability, Weights, stability

__all__ = ["MOST_STATES", "Table"]

MOST_STATES = 1 << 21
"""Most feasible states among which deals are looked for."""
_MOST_OPTIONS = 24

Mask = NDArray[np.bool_]


class Table:
    """A case seen as a bargaining table, under one choice of which preference lines count.

    A party to which the case gives worths compares states by them; any other by its list. ``valued`` names the
    former.

    Raises
    ------
    AnalysisError
        The case has no option; a party has worths, though not of every option.
    TooManyStates
        There are more than 24 options, or more than 2,097,152 feasible states.
    InfeasibleModel
        The status quo cannot be.
    """

    def __init__(self, case: Case, layer: LayerName = "defaults") -> None:
        self.case, self.layer = case, layer
        self.valued = tuple(party for party in case.parties if case.worths.get(party))
        if len(case.options) > _MOST_OPTIONS:
            raise TooManyStates(
                f"{len(case.options)} options are too many to look for deals; at most {_MOST_OPTIONS}. "
                "Take out or merge options."
            )
        model = conflict_model(case, layer)
        for party in self.valued:
            _refuse_missing(case, party)
            if party in model.dms:
                model = model.with_preference(party, self._weights(party))
        self.model: ConflictModel = model
        if len(model.states) > MOST_STATES:
            raise TooManyStates(
                f"{len(model.states):,} states are too many to look for deals; at most {MOST_STATES:,}. "
                "Take out or merge options, or say which combinations cannot be."
            )
        self.now = model.code(case.status_quo)
        if not model.is_feasible(self.now):
            raise InfeasibleModel("The status quo is infeasible. Change it or the infeasible lines.")

    def _weights(self, party: str) -> Weights:
        return Weights({option: Fraction(repr(worth.whole)) for option, worth in self.worths(party).items()})

    def worths(self, party: str) -> Mapping[str, Worth]:
        """Give what the case says each option is worth to *party*; empty where it says nothing."""
        return self.case.worths.get(party, {})

    @cached_property
    def scores(self) -> dict[str, NDArray[np.int32]]:
        """Each party's score of every feasible state: more is better, only the order counts."""
        scores = scores_of(self.case, self.model, self.layer)
        for party in self.valued:
            if party not in self.model.dms:
                scores[party] = self._weights(party).scores(self.model.states, self.model.names)
        return scores

    @cached_property
    def found(self) -> Stability:
        """The stability of every feasible state."""
        return stability(self.model)

    @cached_property
    def gains(self) -> dict[str, NDArray[np.int8]]:
        """For each party and state: 1 better than the status quo, 0 equal, -1 worse."""
        here = self.model.index(self.now)
        return {
            party: np.sign(row.astype(np.int64) - int(row[here])).astype(np.int8) for party, row in self.scores.items()
        }

    @cached_property
    def needed(self) -> dict[str, Mask]:
        """For each party and state, whether a deal on it needs the party: its options change, or it has a veto."""
        changed = self.model.states ^ np.uint32(self.now)
        always = np.ones(len(self.model.states), dtype=np.bool_)
        movers = self.model.dms
        return {
            party: always
            if party in self.case.vetoes
            else (changed & np.uint32(self.model.own(party)) != 0)
            if party in movers
            else ~always
            for party in self.case.parties
        }

    @cached_property
    def reachable(self) -> Mask:
        """The states to which no party would have to take back what it cannot."""
        reachable = np.ones(len(self.model.states), dtype=np.bool_)
        now = np.array([self.now], dtype=np.uint32)
        for dm in self.model.dms:
            fixed = self.model.settled(now, dm)[0]
            reachable &= (self.model.settled(self.model.states, dm) & fixed) == fixed
        return reachable

    def movers(self, state: int) -> tuple[str, ...]:
        """Name the parties whose options *state* changes, in the case's order."""
        return tuple(dm for dm in self.model.dms if (state ^ self.now) & self.model.own(dm))

    def parties_to(self, state: int) -> tuple[str, ...]:
        """Name the parties that a deal on *state* needs, in the case's order."""
        movers = self.movers(state)
        return tuple(party for party in self.case.parties if party in movers or party in self.case.vetoes)

    def changed(self, state: int) -> tuple[str, ...]:
        """Name the options that are otherwise in *state* than now, in the case's order."""
        return self.model.taken(state ^ self.now)

    def lines(self, party: str) -> tuple[str, ...]:
        """Give the statements of *party*'s list that count, most important first."""
        return tuple(line.prefers for line in lines_counted(self.case, party, self.layer))


def _refuse_missing(case: Case, party: str) -> None:
    missing = [option for option in case.options if option not in case.worths[party]]
    if missing:
        raise AnalysisError(
            f'"{party}" has worths, but none of {", ".join(missing[:8])}{" and more" if len(missing) > 8 else ""}. '
            "Give each option a number under worths, 0 where it does not matter to the party."
        )
