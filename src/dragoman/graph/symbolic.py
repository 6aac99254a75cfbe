"""Stability without enumerating states, for models of up to 64 options: sets of states as decision diagrams.

A set of states is held as a binary decision diagram over the options, so that all of them are worked on at once,
however many. What is decided is the same as by enumeration: where every party would stay (``nash``), exactly and with
the number of such states; who would stay at a given state under ``nash``, ``gmr``, ``smr`` or ``seq``, and for what
else it would leave; and which states are better for all than a given one.

Of a prioritised list the best that can be reached is found line by line: whether the first can be had, then whether the
second can beside it, and so on down. Sequences of the others' moves are followed backwards, from what deters. How large
diagrams grow depends on how entangled the preferences are, not on the number of states; over a bound the model is
refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import islice
from typing import Final, Literal, get_args

from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph.diagrams import Set
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.preference import Prioritised
from dragoman.graph.symbolicmoves import List, Party, Space

__all__ = ["MAX_SYMBOLIC", "SymbolicConcept", "SymbolicModel", "SymbolicStates"]

SymbolicConcept = Literal["nash", "gmr", "smr", "seq"]
MAX_SYMBOLIC: Final = 64
"""Most options of a model held as diagrams."""


@dataclass(frozen=True, slots=True)
class SymbolicStates:
    """How many states there are of a kind, and some of them."""

    count: int
    states: tuple[State, ...]


class SymbolicModel:
    """A model whose sets of states are diagrams; preferences are prioritised lists.

    Raises
    ------
    AnalysisError
        A preference is no prioritised list.
    InfeasibleModel
        When no state is feasible.
    TooManyStates
        Over `MAX_SYMBOLIC` options, or when the diagrams grow too large.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> options = [Option(f"o{k}", "AB"[k % 2]) for k in range(40)]
    >>> model = ConflictModel(
    ...     ["A", "B"], options,
    ...     preferences={"A": Prioritised(["o1 or o0", "not o0"]), "B": Prioritised(["o1", "not o3"])},
    ... )
    >>> symbolic = SymbolicModel(model)
    >>> found = symbolic.equilibria(most=1)
    >>> found.count == 2**37, found.states, symbolic.stable(0, "A", "nash")
    (True, (2,), False)
    """

    def __init__(self, model: ConflictModel) -> None:
        if len(model.options) > MAX_SYMBOLIC:
            raise TooManyStates(
                f"{len(model.options)} options are too many to be held as diagrams; at most {MAX_SYMBOLIC}. Fix, merge "
                f"or leave out {len(model.options) - MAX_SYMBOLIC} of them."
            )
        self.model = model
        self.space = Space(model)
        self.parties = {dm: Party(self.space, model, dm) for dm in model.dms}

    @cached_property
    def _nash(self) -> Set:
        """The Nash equilibria among all feasible states."""
        sets = self.space.sets
        return reduce(lambda found, party: sets.both(found, party.rests()), self.parties.values(), self.space.feasible)

    def feasible(self) -> int:
        """Count the feasible states."""
        return self.space.sets.count(self.space.feasible, self.space.now)

    def equilibria(self, most: int = 1000, *, near: State | None = None) -> SymbolicStates:
        """Count the Nash equilibria among all feasible states, and give *most* of them.

        Those that differ least from *near* come first; without it, the first of them, ascending.
        """
        if near is not None:
            return self._nearest(self._nash, near, most)
        found = islice(self.space.sets.members(self._nash, self.space.now), most)
        return SymbolicStates(self.space.sets.count(self._nash, self.space.now), tuple(sorted(found)))

    def better_for_all(self, state: State, most: int = 1000, *, also: Sequence[Prioritised] = ()) -> SymbolicStates:
        """Count the states that nobody likes less than *state* and somebody likes more; the nearest *most* of them.

        *also* gives the lists of those who control no option, but are counted among all.

        >>> from dragoman.graph import ConflictModel, Option, Prioritised
        >>> lists = {"A": Prioritised(["b", "not a"]), "B": Prioritised(["a", "not b"])}
        >>> dilemma = ConflictModel(["A", "B"], [Option("a", "A"), Option("b", "B")], preferences=lists)
        >>> SymbolicModel(dilemma).better_for_all(0)
        SymbolicStates(count=1, states=(3,))
        """
        sets, taken = self.space.sets, self._taken(state)
        lists = [party.list for party in self.parties.values()]
        lists += [List(self.space, self.model, preference) for preference in also]
        found, better = self.space.feasible, 0
        for one in lists:
            found = sets.both(found, sets.other(one.worse_than(taken)))
            better = sets.union(better, one.better_than(taken))
        return self._nearest(sets.both(found, better), state, most)

    def _nearest(self, states: Set, near: State, most: int) -> SymbolicStates:
        sets, now = self.space.sets, self.space.now
        return SymbolicStates(sets.count(states, now), tuple(islice(sets.nearest(states, now, near), most)))

    def departure(self, state: State, dm: str, concept: SymbolicConcept = "seq") -> State | None:
        """Give an improvement of *dm* from *state* that nobody can answer, of least change; None where it would stay.

        Raises
        ------
        AnalysisError
            On an unknown decision maker or concept.
        InfeasibleModel
            When *state* is infeasible.
        """
        free = self._free(state, dm, concept)
        return next(self.space.sets.nearest(free, self.space.now, state), None)

    def stable(self, state: State, dm: str, concept: SymbolicConcept = "seq") -> bool:
        """Decide whether *dm* would stay at *state*.

        Raises
        ------
        AnalysisError
            On an unknown decision maker or concept.
        InfeasibleModel
            When *state* is infeasible.
        """
        return self._free(state, dm, concept) == 0

    def equilibrium(self, state: State, concept: SymbolicConcept = "seq") -> bool:
        """Decide whether every party would stay at *state*."""
        return all(self.stable(state, dm, concept) for dm in self.model.dms)

    def _taken(self, state: State) -> dict[int, bool]:
        taken = self.space.settings(state)
        if not 0 <= state < 1 << len(taken) or self.space.sets.given(taken, self.space.feasible) != 1:
            raise InfeasibleModel(f"State {state} is infeasible. Correct the state or the infeasible combinations.")
        return taken

    def _free(self, state: State, dm: str, concept: SymbolicConcept) -> Set:
        """Give the improvements from *state* that nobody can answer."""
        self.model.dm_index(dm)
        if concept not in get_args(SymbolicConcept):
            raise AnalysisError(f'"{concept}" is no concept here. Known: {", ".join(get_args(SymbolicConcept))}.')
        taken, party = self._taken(state), self.parties[dm]
        better = self.space.sets.both(party.list.better_than(taken), self.space.feasible)
        free = self.space.sets.both(better, self.space.sets.other(self._answered(party, better, concept)))
        return self.space.sets.both(party.reached(taken), free)

    def _answered(self, party: Party, better: Set, concept: SymbolicConcept) -> Set:
        """Give the states that are not *better* for *party*, and those from which the others can bring one about."""
        sets = self.space.sets
        if concept == "nash":
            return 0
        found = sets.both(self.space.feasible, sets.other(better))
        if concept == "smr":
            found = sets.both(found, sets.other(party.before(better)))
        others = [other for other in self.parties.values() if other is not party]
        unchanged = turn = 0
        while unchanged < len(others):
            other = others[turn % len(others)]
            into = other.improving_before(found) if concept == "seq" else other.before(found)
            reached = sets.union(found, into)
            unchanged = unchanged + 1 if reached == found else 1
            found = reached
            turn += 1
        return found
