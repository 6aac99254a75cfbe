"""Stability without enumerating states, for models of up to 64 options: sets of states as decision diagrams.

A set of states is held as a binary decision diagram over the options, so that all of them are worked on at once,
however many. What is decided is the same as by enumeration: where every party would stay (``nash``), exactly and with
the number of such states; and who would stay at a given state under ``nash``, ``gmr``, ``smr`` or ``seq``.

Of a prioritised list the best that can be reached is found line by line: whether the first can be had, then whether the
second can beside it, and so on down. Sequences of the others' moves are followed backwards, from what deters. How large
diagrams grow depends on how entangled the preferences are, not on the number of states; over a bound the model is
refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from typing import Final, Literal, get_args

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import reverse_cuthill_mckee

from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates
from dragoman.graph.diagrams import Diagrams, Set
from dragoman.graph.logic import Expression
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.preference import Prioritised

__all__ = ["MAX_SYMBOLIC", "SymbolicConcept", "SymbolicEquilibria", "SymbolicModel"]

SymbolicConcept = Literal["nash", "gmr", "smr", "seq"]
MAX_SYMBOLIC: Final = 64
"""Most options of a model held as diagrams."""


@dataclass(frozen=True, slots=True)
class SymbolicEquilibria:
    """How many states are equilibria, and the first of them."""

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
        self.space = _Space(model)
        self.parties = {dm: _Party(self.space, model, dm) for dm in model.dms}

    def equilibria(self, most: int = 1000) -> SymbolicEquilibria:
        """Count the Nash equilibria among all feasible states, and give the first *most* of them, ascending."""
        sets = self.space.sets
        holds = reduce(lambda found, party: sets.both(found, party.rests()), self.parties.values(), self.space.feasible)
        found = islice(sets.members(holds, self.space.now), most)
        return SymbolicEquilibria(sets.count(holds, self.space.now), tuple(sorted(found)))

    def stable(self, state: State, dm: str, concept: SymbolicConcept = "seq") -> bool:
        """Decide whether *dm* would stay at *state*.

        Raises
        ------
        AnalysisError
            On an unknown decision maker or concept.
        InfeasibleModel
            When *state* is infeasible.
        """
        self.model.dm_index(dm)
        if concept not in get_args(SymbolicConcept):
            raise AnalysisError(f'"{concept}" is no concept here. Known: {", ".join(get_args(SymbolicConcept))}.')
        taken = self.space.settings(state)
        if not 0 <= state < 1 << len(taken) or self.space.sets.given(taken, self.space.feasible) != 1:
            raise InfeasibleModel(f"State {state} is infeasible. Correct the state or the infeasible combinations.")
        party = self.parties[dm]
        better = party.better_than(taken)
        free = self.space.sets.both(better, self.space.sets.other(self._answered(party, better, concept)))
        return self.space.sets.both(party.reached(taken), free) == 0

    def equilibrium(self, state: State, concept: SymbolicConcept = "seq") -> bool:
        """Decide whether every party would stay at *state*."""
        return all(self.stable(state, dm, concept) for dm in self.model.dms)

    def _answered(self, party: _Party, better: Set, concept: SymbolicConcept) -> Set:
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


class _Space:
    """The variables: for each option what it is now, and beside it what it is after one party's move."""

    def __init__(self, model: ConflictModel) -> None:
        order = _side_by_side(model)
        self.sets = Diagrams(2 * len(order))
        self.now = [2 * order.index(bit) for bit in range(len(order))]
        self.bit = {name: bit for bit, name in enumerate(model.names)}
        excluded = reduce(self.sets.union, map(self.true, model.infeasible), 0)
        self.feasible = self.sets.other(excluded)
        if self.feasible == 0:
            raise InfeasibleModel("No state is feasible: the infeasible combinations exclude all. Drop one of them.")

    def settings(self, state: State) -> dict[int, bool]:
        """Give how a state sets each variable of what is now."""
        return {variable: bool(state >> bit & 1) for bit, variable in enumerate(self.now)}

    def true(self, expression: Expression) -> Set:
        """Build the set of states in which an expression is true."""
        if expression.operator == "name":
            return self.sets.where(self.now[self.bit[expression.name]])
        first, *rest = map(self.true, expression.parts)
        if expression.operator == "not":
            return self.sets.other(first)
        if expression.operator == "and":
            return reduce(self.sets.both, rest, first)
        if expression.operator == "if":
            return self.sets.union(first, self.sets.other(rest[0]))
        if expression.operator == "iff":
            return self.sets.same(first, rest[0])
        return reduce(self.sets.union, rest, first)


class _Party:
    """One decision maker's moves and list, as diagrams."""

    def __init__(self, space: _Space, model: ConflictModel, dm: str) -> None:
        preference = model.preferences[model.dm_index(dm)]
        if not isinstance(preference, Prioritised):
            raise AnalysisError(f'The preference of "{dm}" is no prioritised list, which diagrams need.')
        self.space, self.sets = space, space.sets
        own = [bit for bit, option in enumerate(model.options) if option.dm == dm]
        self.now = [space.now[bit] for bit in own]
        self.then = [variable + 1 for variable in self.now]
        self.lines = [space.true(model.read(line)) for line in preference.statements]
        self.moves = self._after(space.feasible)
        for bit, now in zip(own, self.now, strict=True):
            option, before, after = model.options[bit], self.sets.where(now), self.sets.where(now + 1)
            if option.one_way:
                self.moves = self.sets.both(self.moves, self.sets.union(self.sets.other(before), after))
            if option.no_return:
                self.moves = self.sets.both(self.moves, self.sets.union(before, self.sets.other(after)))

    def rests(self) -> Set:
        """Give the states that no move improves on."""
        return self.sets.other(self._above(self._best(self.moves), self.lines))

    def reached(self, taken: dict[int, bool]) -> Set:
        """Give the states to which it can move from one, and that one."""
        others = {variable: value for variable, value in taken.items() if variable not in self.now}
        choices = self.sets.given(taken, self.moves)
        found = self.sets.renamed(dict(zip(self.then, self.now, strict=True)), choices)
        for variable, value in others.items():
            there = self.sets.where(variable)
            found = self.sets.both(found, there if value else self.sets.other(there))
        return found

    def before(self, states: Set) -> Set:
        """Give the states from which a move, or none, leads into *states*."""
        return self.sets.both(self.sets.some_of_both(self.then, self.moves, self._after(states)), self.space.feasible)

    def improving_before(self, states: Set) -> Set:
        """Give the states from which an improvement leads into *states*."""
        into = self.sets.both(self.moves, self._after(states))
        better = self.sets.both(self.sets.some(self.then, into), self._above(self._best(into), self.lines))
        return self.sets.both(better, self.space.feasible)

    def better_than(self, taken: dict[int, bool]) -> Set:
        """Give the feasible states that are preferred to one."""
        here = [self.sets.given(taken, line) for line in self.lines]
        return self.sets.both(self._above(self.lines, here), self.space.feasible)

    def _after(self, states: Set) -> Set:
        """Say of its own options after the move what *states* says of them now."""
        return self.sets.renamed(dict(zip(self.now, self.then, strict=True)), states)

    def _best(self, choices: Set) -> list[Set]:
        """For each line, the states from which the best of *choices* makes it true."""
        best = []
        for line in self.lines:
            after = self._after(line)
            held = self.sets.some_of_both(self.then, choices, after)
            choices = self.sets.both(choices, self.sets.same(after, held))
            best.append(held)
        return best

    def _above(self, best: Sequence[Set], lines: Sequence[Set]) -> Set:
        """Give where the first line in which the two differ is true in *best*."""
        above = 0
        for one, other in zip(reversed(best), reversed(lines), strict=True):
            gained = self.sets.both(one, self.sets.other(other))
            above = self.sets.union(gained, self.sets.both(self.sets.same(one, other), above))
        return above


def _side_by_side(model: ConflictModel) -> list[int]:
    """Order the options so that those of one statement stand near one another, as small diagrams need.

    By the algorithm of Cuthill & McKee (1969), "Reducing the bandwidth of sparse symmetric matrices".
    """
    place = {name: bit for bit, name in enumerate(model.names)}
    lines = list(model.infeasible)
    for preference in model.preferences:
        lines += [e for e in getattr(preference, "statements", ()) if isinstance(e, Expression)]
    near = np.eye(len(place), dtype=np.int8)
    for expression in lines:
        mentioned = [place[name] for name in expression.names]
        near[np.ix_(mentioned, mentioned)] = 1
    order: list[int] = reverse_cuthill_mckee(csr_array(near), symmetric_mode=True).tolist()
    return order
