"""Sets over many yes/no variables as binary decision diagrams: reduced, ordered, shared [1]_.

A set is a number: 0 is the empty set, 1 everything, and any other a node that asks for one variable and goes on to a
set for no and a set for yes. Equal sets have equal numbers, whatever they were made of. No node is ever dropped; so a
manager is for a question or a few, and its size is bounded.

References
----------
.. [1] Bryant (1986), "Graph-based algorithms for Boolean function manipulation", IEEE Transactions on Computers 35.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from heapq import heappop, heappush
from typing import Final

from dragoman.errors import TooManyStates

__all__ = ["Diagrams", "Set"]

Set = int
_MOST_NODES: Final = 3_000_000


class Diagrams:
    """Makes and keeps sets over the variables 0 to *variables* - 1, asked in this order.

    Raises
    ------
    TooManyStates
        By any operation, when there come to be too many nodes.

    Examples
    --------
    >>> sets = Diagrams(3)
    >>> some = sets.union(sets.where(0), sets.where(2))
    >>> sets.count(some, range(3)), list(sets.members(sets.both(some, sets.other(sets.where(0))), [0, 1, 2]))
    (6, [4, 6])
    """

    def __init__(self, variables: int, most: int = _MOST_NODES) -> None:
        self.most = most
        self._node: list[tuple[int, Set, Set]] = [(variables, 0, 0), (variables, 1, 1)]
        self._number: dict[tuple[int, Set, Set], Set] = {}
        self._chosen: dict[tuple[Set, Set, Set], Set] = {}

    def where(self, variable: int) -> Set:
        """Give the set in which *variable* is yes."""
        return self._made(variable, 0, 1)

    def both(self, one: Set, other: Set) -> Set:
        """Intersect two sets."""
        return self.choose(one, other, 0) if one <= other else self.choose(other, one, 0)

    def union(self, one: Set, other: Set) -> Set:
        """Unite two sets."""
        return self.choose(one, 1, other) if one <= other else self.choose(other, 1, one)

    def other(self, one: Set) -> Set:
        """Give everything that is not in a set."""
        return self.choose(one, 0, 1)

    def same(self, one: Set, other: Set) -> Set:
        """Give what is in both sets, or in neither."""
        return self.choose(one, other, self.other(other))

    def choose(self, test: Set, then: Set, otherwise: Set) -> Set:
        """Give *then* inside *test*, and *otherwise* outside it."""
        if test <= 1:
            return then if test else otherwise
        if then == otherwise:
            return then
        if then == 1 and otherwise == 0:
            return test
        key = (test, then, otherwise)
        found = self._chosen.get(key)
        if found is None:
            variable = min(self._node[test][0], self._node[then][0], self._node[otherwise][0])
            no, yes = (self.choose(*(self._branch(part, variable, taken) for part in key)) for taken in (False, True))
            found = self._chosen[key] = self._made(variable, no, yes)
        return found

    def some(self, variables: Collection[int], one: Set) -> Set:
        """Give what can be in a set by setting *variables* in some way."""
        wanted, last = frozenset(variables), max(variables, default=-1)

        def step(variable: int, no: Set, yes: Set) -> Set:
            return self.union(no, yes) if variable in wanted else self._made(variable, no, yes)

        return self._rebuilt(one, step, last)

    def some_of_both(self, variables: Collection[int], one: Set, other: Set) -> Set:
        """Give what can be in both sets by setting *variables* in some way, without intersecting them first."""
        wanted, last = frozenset(variables), max(variables, default=-1)
        known: dict[tuple[Set, Set], Set] = {}

        def of(a: Set, b: Set) -> Set:
            if a == 0 or b == 0:
                return 0
            variable = min(self._node[a][0], self._node[b][0])
            if variable > last:
                return self.both(a, b)
            key = (a, b) if a <= b else (b, a)
            if key not in known:
                no = of(self._branch(a, variable, False), self._branch(b, variable, False))
                if variable in wanted and no == 1:
                    known[key] = 1
                else:
                    yes = of(self._branch(a, variable, True), self._branch(b, variable, True))
                    known[key] = self.union(no, yes) if variable in wanted else self._made(variable, no, yes)
            return known[key]

        return of(one, other)

    def given(self, settings: Mapping[int, bool], one: Set) -> Set:
        """Give what a set becomes where some variables are set."""
        last = max(settings, default=-1)

        def step(variable: int, no: Set, yes: Set) -> Set:
            if variable in settings:
                return yes if settings[variable] else no
            return self._made(variable, no, yes)

        return self._rebuilt(one, step, last)

    def renamed(self, names: Mapping[int, int], one: Set) -> Set:
        """Give a set over other variables; those it depends on must come in the same order after as before."""
        return self._rebuilt(
            one, lambda variable, no, yes: self._made(names.get(variable, variable), no, yes), max(names, default=-1)
        )

    def count(self, one: Set, variables: Collection[int]) -> int:
        """Count the ways to set *variables*, on which alone the set may depend, that are in it."""
        place = {variable: k for k, variable in enumerate(sorted(variables))}
        place[self._node[0][0]] = len(place)
        known: dict[Set, int] = {0: 0, 1: 1}

        def of(node: Set) -> int:
            if node not in known:
                variable, *ends = self._node[node]
                known[node] = sum(of(end) << (place[self._node[end][0]] - place[variable] - 1) for end in ends)
            return known[node]

        return of(one) << place[self._node[one][0]]

    def members(self, one: Set, variables: list[int]) -> Iterator[int]:
        """Yield each way to set *variables* that is in the set, as bits by their place in *variables*.

        In the order of the variables, no before yes.
        """
        bit = {variable: 1 << place for place, variable in enumerate(variables)}
        order = sorted(variables)

        def of(node: Set, depth: int, so_far: int) -> Iterator[int]:
            if node == 0:
                return
            if depth == len(order):
                yield so_far
                return
            variable = order[depth]
            yield from of(self._branch(node, variable, False), depth + 1, so_far)
            yield from of(self._branch(node, variable, True), depth + 1, so_far | bit[variable])

        return of(one, 0, 0)

    def nearest(self, one: Set, variables: list[int], to: int) -> Iterator[int]:
        """Yield the same as `members`, but those first that differ least from *to*.

        Which way to go on is known from how little each node's members must still differ.
        """
        order = sorted((variable, 1 << place) for place, variable in enumerate(variables))
        taken = {variable: bool(to & bit) for variable, bit in order}
        least = self._least_differences(one, taken)
        ways: list[tuple[int, int, int, Set]] = [(least[one], 0, 0, one)] if one else []
        while ways:
            differs, done, so_far, node = heappop(ways)
            depth = -done
            if depth == len(order):
                yield so_far
                continue
            variable, bit = order[depth]
            for yes in (False, True):
                then = self._branch(node, variable, yes)
                if then:
                    more = least[then] - least[node] + (yes != taken[variable])
                    heappush(ways, (differs + more, done - 1, so_far | bit if yes else so_far, then))

    def _least_differences(self, one: Set, taken: Mapping[int, bool]) -> dict[Set, int]:
        """Count for each node below *one* in how few variables some member differs from what is *taken*."""
        known = {0: len(taken) + 1, 1: 0}

        def of(node: Set) -> int:
            if node not in known:
                variable, no, yes = self._node[node]
                known[node] = min(of(no) + taken[variable], of(yes) + (not taken[variable]))
            return known[node]

        of(one)
        return known

    def _branch(self, node: Set, variable: int, taken: bool) -> Set:
        asked, no, yes = self._node[node]
        if asked != variable:
            return node
        return yes if taken else no

    def _rebuilt(self, one: Set, step: Callable[[int, Set, Set], Set], last: int) -> Set:
        """Build a set again from the bottom, node by node; what asks only for variables after *last* stays."""
        known: dict[Set, Set] = {}

        def of(node: Set) -> Set:
            variable, no, yes = self._node[node]
            if variable > last:
                return node
            if node not in known:
                known[node] = step(variable, of(no), of(yes))
            return known[node]

        return of(one)

    def _made(self, variable: int, no: Set, yes: Set) -> Set:
        if no == yes:
            return no
        key = (variable, no, yes)
        found = self._number.get(key)
        if found is None:
            if len(self._node) >= self.most:
                raise TooManyStates(
                    f"The diagrams grow beyond {self.most:,} nodes, as the preferences entangle many options; leave "
                    "out options or lines that nothing hangs on."
                )
            found = self._number[key] = len(self._node)
            self._node.append(key)
        return found
