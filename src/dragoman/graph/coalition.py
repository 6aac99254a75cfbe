"""Coalitions: what several decision makers can reach together that none of them would, or could, reach alone.

A *coalition improvement* is a state that a coalition can reach by a legal sequence of its members' moves, in any
order, and that every member prefers [1]_. A state is stable for a coalition when each of its improvements is
deterred: the others can go on to a state that is no better for at least one member. As with single decision makers
they may go on by any moves (``gmr``), so that whatever the coalition then does somebody in it is still no better off
(``smr``), or by moves that each improve things for whoever makes it (``seq``) [2]_; ``nash`` asks that there be no
improvement. An equilibrium is stable for every coalition, each member by itself included, so that everybody keeps
the right to defect.

Under ``seq`` the others answer each by its own improvements (``answers="alone"``, as in [1]_), or also by coalition
improvements of theirs, by any of their coalitions in any order (``answers="together"``, as in [2]_).

References
----------
.. [1] Kilgour, Hipel, Fang & Peng (2001), "Coalition analysis in group decision support", Group Decision and
       Negotiation 10.
.. [2] Inohara & Hipel (2008), "Coalition analysis in the graph model for conflict resolution", Systems Engineering 11.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Final, Literal, TypeVar

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.reach import Reach, Values, least_reached
from dragoman.graph.search import Search, Step
from dragoman.graph.states import Codes

__all__ = [
    "Answers",
    "CoalitionConcept",
    "JointImprovement",
    "coalition_equilibria",
    "coalition_stable",
    "joint_improvements",
]

CoalitionConcept = Literal["nash", "gmr", "smr", "seq"]
Answers = Literal["alone", "together"]
_MOST_TOGETHER: Final = 2048
_AT_ONCE: Final = 1 << 21
_Member = TypeVar("_Member")


@dataclass(frozen=True, slots=True)
class JointImprovement:
    """A state that everybody who must move for it prefers, and a shortest legal sequence of their moves to it."""

    coalition: tuple[str, ...]
    to: State
    path: tuple[Step, ...]


def joint_improvements(model: ConflictModel, state: State, *, most: int | None = None) -> tuple[JointImprovement, ...]:
    """List what two or more decision makers would gain by from *state*, though none could bring it about alone.

    The coalition is exactly those whose options change; each of them prefers the new state. What others think of
    it does not count. Fewest movers first, then fewest options changed, then by code; at most *most* of them, if given.

    Raises
    ------
    InfeasibleModel
        When *state* is infeasible.

    Examples
    --------
    In the prisoner's dilemma neither would cooperate first, but both gain by doing so together:

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> dilemma = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one", "One"), Option("two", "Two")],
    ...     preferences={"One": Payoffs([1, 0, 3, 2]), "Two": Payoffs([1, 3, 0, 2])},
    ... )
    >>> [(found.coalition, found.to) for found in joint_improvements(dilemma, 0)]
    [(('One', 'Two'), 3)]
    """
    place = model.index(state)
    agreed = np.ones(len(model.states), dtype=np.bool_)
    movers = np.zeros(len(model.states), dtype=np.int64)
    for dm in model.dms:
        moves = (model.states ^ np.uint32(state)) & np.uint32(model.own(dm)) != 0
        agreed &= ~moves | (model.scores(dm) > model.scores(dm)[place])
        movers += moves
    chosen = np.flatnonzero(agreed & (movers > 1))
    codes = model.states[chosen]
    changed = np.sum([(codes ^ np.uint32(state)) >> np.uint32(bit) & 1 for bit in range(len(model.options))], axis=0)
    ordered = codes[np.lexsort((changed, movers[chosen]))]
    return tuple(islice(_reachable(model, state, ordered), most))


def _reachable(model: ConflictModel, state: State, targets: Codes) -> Iterator[JointImprovement]:
    for to in targets.tolist():
        coalition = tuple(dm for dm in model.dms if (to ^ state) & model.own(dm))
        path = _path(model, state, to, coalition)
        if path:
            yield JointImprovement(coalition, to, path)


def _path(model: ConflictModel, state: State, to: State, coalition: Sequence[str]) -> tuple[Step, ...]:
    """Find a shortest sequence; where nothing stands in the way, each moves once in the model's order."""
    steps, at = [], state
    for dm in coalition:
        own = model.own(dm)
        after = (at & ~own) | (to & own)
        codes = np.array([at, after], dtype=np.uint32)
        settled = model.settled(codes, dm)
        if not model.is_feasible(after) or int(settled[0]) & ~int(settled[1]):
            return Search(model, coalition, improving=False).to_state(state, to)
        steps.append(Step(dm, after))
        at = after
    return tuple(steps)


def coalition_stable(
    model: ConflictModel, coalition: Collection[str], concept: CoalitionConcept, *, answers: Answers = "alone"
) -> NDArray[np.bool_]:
    """Decide for every feasible state whether *coalition* would stay there.

    A coalition of one is the decision maker itself. Time grows with the square of the number of states.

    Raises
    ------
    AnalysisError
        On an empty coalition, an unknown decision maker, concept or kind of answers.
    TooManyStates
        Where the others answer together, over 2,048 states.
    """
    if concept not in ("nash", "gmr", "smr", "seq"):
        raise AnalysisError(f'"{concept}" is no concept for coalitions. Known: nash, gmr, smr, seq.')
    if answers not in ("alone", "together"):
        raise AnalysisError(f'"{answers}" is no way to answer. Known: alone, together.')
    if not coalition:
        raise AnalysisError("A coalition has at least one member.")
    for dm in coalition:
        model.dm_index(dm)
    if answers == "together" and len(model.states) > _MOST_TOGETHER:
        raise TooManyStates(
            f"{len(model.states)} states are too many where the others answer together; at most {_MOST_TOGETHER}."
        )
    return _Coalition(model, coalition, concept, answers).stays()


def coalition_equilibria(
    model: ConflictModel,
    concept: CoalitionConcept,
    coalitions: Iterable[Collection[str]] | None = None,
    *,
    answers: Answers = "alone",
) -> tuple[State, ...]:
    """Give the states that are stable for all *coalitions* (every one there can be, if not given), ascending.

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> dilemma = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one", "One"), Option("two", "Two")],
    ...     preferences={"One": Payoffs([1, 0, 3, 2]), "Two": Payoffs([1, 3, 0, 2])},
    ... )
    >>> coalition_equilibria(dilemma, "nash"), coalition_equilibria(dilemma, "seq")
    ((), (3,))
    """
    if coalitions is None:
        coalitions = _coalitions(model.dms)
    stable = np.ones(len(model.states), dtype=np.bool_)
    for coalition in coalitions:
        stable &= coalition_stable(model, coalition, concept, answers=answers)
    return tuple(model.states[stable].tolist())


def _coalitions(members: Sequence[_Member]) -> list[tuple[_Member, ...]]:
    return [group for size in range(1, len(members) + 1) for group in combinations(members, size)]


class _Coalition:
    """One coalition against the others under one concept."""

    def __init__(
        self, model: ConflictModel, coalition: Collection[str], concept: CoalitionConcept, answers: Answers
    ) -> None:
        self.concept, self.answers = concept, answers
        self.members = [Reach(model, dm) for dm in model.dms if dm in coalition]
        self.others = [Reach(model, dm) for dm in model.dms if dm not in coalition]
        self.states = len(model.states)
        self.worth = np.stack([member.scores for member in self.members])
        self.held_to = self._held_to()

    def _held_to(self) -> Values:
        """For each member and state, the worst of it and of what the others can go on to, whoever suffers.

        That the others deter somebody in the coalition is one question for each member.
        """
        if self.concept in ("nash", "smr"):
            return self.worth
        improving = self.concept == "seq"
        if improving and self.answers == "together":
            return self._held_together()
        return np.stack([least_reached(self.others, worth, improving=improving) for worth in self.worth])

    def _held_together(self) -> Values:
        """Lower what each member may be held to, by improvements of the others' coalitions, until nothing changes."""
        held = self.worth.copy()
        steps = [_improvements(group) for group in _coalitions(self.others)]
        lowered = bool(steps)
        while lowered:
            before = held.copy()
            for step in steps:
                for row in held:
                    np.minimum(row, np.where(step, row, np.iinfo(row.dtype).max).min(axis=1), out=row)
            lowered = not np.array_equal(held, before)
        return held

    def stays(self) -> NDArray[np.bool_]:
        """Decide for every state, some of them at a time."""
        at_once = max(1, _AT_ONCE // self.states)
        parts = [self._stays(np.arange(k, min(k + at_once, self.states))) for k in range(0, self.states, at_once)]
        return np.concatenate(parts)

    def _stays(self, places: NDArray[np.intp]) -> NDArray[np.bool_]:
        tempting = self._better_than(self.held_to, places)
        if self.concept == "smr":
            tempting &= ~self._inescapable(places)
        reached = least_reached(self.members, -tempting.astype(np.int8), improving=False)
        stays: NDArray[np.bool_] = reached[np.arange(len(places)), places] == 0
        return stays

    def _better_than(self, values: Values, places: NDArray[np.intp]) -> NDArray[np.bool_]:
        """For each of *places* (rows) and all states, whether *values* are better for every member."""
        better: NDArray[np.bool_] = np.logical_and.reduce(values[:, None, :] > self.worth[:, places, None], axis=0)
        return better

    def _inescapable(self, places: NDArray[np.intp]) -> NDArray[np.bool_]:
        """For each of *places* and all states, whether the others can go on to where the coalition stays no better."""
        better = self._better_than(self.worth, places).astype(np.int8)
        escapes = -least_reached(self.members, -better, improving=False)
        caught: NDArray[np.bool_] = np.equal(least_reached(self.others, escapes, improving=False), 0)
        return caught


def _improvements(group: Sequence[Reach]) -> NDArray[np.bool_]:
    """Mark for each state (rows) the improvements of one coalition."""
    one = -np.eye(len(group[0].scores), dtype=np.int8)
    reached = least_reached(group, one, improving=False).T < 0
    gains = [r.scores[None, :] > r.scores[:, None] for r in group]
    marked: NDArray[np.bool_] = np.logical_and.reduce([reached, *gains])
    return marked
