"""Feasible states, lists and moves of a model as binary decision diagrams, for `dragoman.graph.symbolic`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import reverse_cuthill_mckee

from dragoman.errors import AnalysisError, InfeasibleModel
from dragoman.graph.diagrams import Diagrams, Set
from dragoman.graph.logic import Expression
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.preference import Prioritised

__all__ = ["List", "Party", "Space"]


class Space:
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


class List:
    """A prioritised list, as diagrams."""

    def __init__(self, space: Space, model: ConflictModel, preference: Prioritised) -> None:
        self.sets = space.sets
        self.lines = [space.true(model.read(line)) for line in preference.statements]

    def better_than(self, taken: dict[int, bool]) -> Set:
        """Give the states that are preferred to one."""
        return self.above(self.lines, [self.sets.given(taken, line) for line in self.lines])

    def worse_than(self, taken: dict[int, bool]) -> Set:
        """Give the states to which one is preferred."""
        return self.above([self.sets.given(taken, line) for line in self.lines], self.lines)

    def above(self, best: Sequence[Set], lines: Sequence[Set]) -> Set:
        """Give where the first line in which the two differ is true in *best*."""
        above = 0
        for one, other in zip(reversed(best), reversed(lines), strict=True):
            gained = self.sets.both(one, self.sets.other(other))
            above = self.sets.union(gained, self.sets.both(self.sets.same(one, other), above))
        return above


class Party:
    """One decision maker's moves and list, as diagrams."""

    def __init__(self, space: Space, model: ConflictModel, dm: str) -> None:
        preference = model.preferences[model.dm_index(dm)]
        if not isinstance(preference, Prioritised):
            raise AnalysisError(f'The preference of "{dm}" is no prioritised list, which diagrams need.')
        self.space, self.sets = space, space.sets
        own = [bit for bit, option in enumerate(model.options) if option.dm == dm]
        self.now = [space.now[bit] for bit in own]
        self.then = [variable + 1 for variable in self.now]
        self.list = List(space, model, preference)
        self.moves = self._after(space.feasible)
        for bit, now in zip(own, self.now, strict=True):
            option, before, after = model.options[bit], self.sets.where(now), self.sets.where(now + 1)
            if option.one_way:
                self.moves = self.sets.both(self.moves, self.sets.union(self.sets.other(before), after))
            if option.no_return:
                self.moves = self.sets.both(self.moves, self.sets.union(before, self.sets.other(after)))

    def rests(self) -> Set:
        """Give the states that no move improves on."""
        return self.sets.other(self.list.above(self._best(self.moves), self.list.lines))

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
        better = self.sets.both(self.sets.some(self.then, into), self.list.above(self._best(into), self.list.lines))
        return self.sets.both(better, self.space.feasible)

    def _after(self, states: Set) -> Set:
        """Say of its own options after the move what *states* says of them now."""
        return self.sets.renamed(dict(zip(self.now, self.then, strict=True)), states)

    def _best(self, choices: Set) -> list[Set]:
        """For each line, the states from which the best of *choices* makes it true."""
        best = []
        for line in self.list.lines:
            after = self._after(line)
            held = self.sets.some_of_both(self.then, choices, after)
            choices = self.sets.both(choices, self.sets.same(after, held))
            best.append(held)
        return best


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
