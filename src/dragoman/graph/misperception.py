"""Misperception: each party may see another conflict than there is, and acts on what it sees.

A *hypergame* [1]_ is a conflict as it is, and beside it the conflict as each party sees it, with other preferences,
without options that are there, or with options that are not. Everybody judges by its own view [2]_ [3]_. A state is
stable for a party when it is stable for it in its own view; an *equilibrium of the hypergame* is stable for everybody
so. It may be one that no party expects, and one that a party expects may be left by another: a *surprise*.

What a party does not see of a state makes no difference to it; options that only it sees are not taken in any state
there is. A state that a party holds to be impossible is unforeseen, and stable for it under no concept.

References
----------
.. [1] Bennett (1980), "Hypergames: developing a model of conflict", Futures 12.
.. [2] Wang, Hipel & Fraser (1989), "Solution concepts in hypergames", Applied Mathematics and Computation 34.
.. [3] Aljefri, Bashar, Fang & Hipel (2018), "First-level hypergame for investigating misperception in conflicts", IEEE
       Transactions on Systems, Man, and Cybernetics: Systems 48.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.departure import departures
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.stability import CONCEPTS, Concept, Stability, stability
from dragoman.graph.states import Codes

__all__ = ["Hypergame", "HypergameStability", "Surprise", "hypergame_stability"]

_Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Surprise:
    """A move to the state *to* that *mover* would make by its own view, and *dm*, by its view, does not expect."""

    dm: str
    mover: str
    to: State


class Hypergame:
    """A conflict and how some parties see it; whoever has no view sees it as it is.

    Raises
    ------
    AnalysisError
        A view is of nobody here, leaves out the party itself, or gives an option to another party or of another kind.
    """

    def __init__(self, fact: ConflictModel, views: Mapping[str, ConflictModel]) -> None:
        self.fact = fact
        for dm, view in views.items():
            fact.dm_index(dm)
            view.dm_index(dm)
            known = {option.name: option for option in fact.options}
            wrong = next((o for o in view.options if known.get(o.name, o) != o), None)
            if wrong is not None:
                raise AnalysisError(
                    f'In the view of "{dm}" option "{wrong.name}" belongs to another party, or is of another kind, '
                    "than in fact; give it another name where another option is meant."
                )
        self.views = {dm: views.get(dm, fact) for dm in fact.dms}

    def seen(self, dm: str, states: Codes) -> Codes:
        """Give each of *states* as *dm* sees it: without what it does not see, and nothing taken that is not there."""
        return _carried(states, self.fact, self.views[dm])

    def places(self, dm: str) -> NDArray[np.int64]:
        """For each state there is, its place among those *dm* holds to be possible; -1 for what it did not foresee."""
        return self.views[dm].indices(self.seen(dm, self.fact.states))


@dataclass(frozen=True, eq=False)
class HypergameStability:
    """Stability by each party's own view, over the states there are: ``game.fact.states``."""

    game: Hypergame
    by_view: dict[str, Stability]

    def stable(self, concept: Concept, dm: str) -> _Truths:
        """Say for every state whether *dm* would stay there, by its own view."""
        return self._carried(dm, self.by_view[dm].stable(concept, dm))

    def equilibria(self, concept: Concept) -> tuple[State, ...]:
        """Give the equilibria of the hypergame: where everybody would stay by its own view."""
        stays = [self.stable(concept, dm) for dm in self.game.fact.dms]
        return tuple(self.game.fact.states[np.logical_and.reduce(stays)].tolist())

    def expected(self, concept: Concept, dm: str) -> tuple[State, ...]:
        """Give the states that *dm* takes for equilibria."""
        return tuple(self.game.fact.states[self._carried(dm, self.by_view[dm].holds(concept))].tolist())

    def unforeseen(self, dm: str) -> tuple[State, ...]:
        """Give the states that *dm* holds to be impossible."""
        return tuple(self.game.fact.states[self.game.places(dm) < 0].tolist())

    def surprises(self, state: State, concept: Concept = "seq") -> tuple[Surprise, ...]:
        """List the moves from *state* that somebody would make by its view, and somebody else does not expect.

        Somebody expects a move that it sees, to a state it holds to be possible, where by its view the mover is better
        off and nobody can deter it.

        Raises
        ------
        InfeasibleModel
            When *state* is infeasible.
        """
        self.game.fact.index(state)
        return tuple(
            Surprise(dm, mover, to)
            for mover in self.game.fact.dms
            for to in self._made(state, mover, concept)
            for dm in self.game.fact.dms
            if dm != mover and not self._expects(dm, mover, (state, to), concept)
        )

    def _made(self, state: State, mover: str, concept: Concept) -> Iterator[State]:
        """Yield where *mover* would move by its own view, as far as that is possible."""
        fact, view = self.game.fact, self.game.views[mover]
        seen = _one(self.game.seen(mover, np.array([state], dtype=np.uint32)))
        hidden = state & ~_one(_carried(np.array([seen], dtype=np.uint32), view, fact))
        for leaving in departures(view, seen, mover, concept=concept) if view.is_feasible(seen) else ():
            to = hidden | _one(_carried(np.array([leaving.to], dtype=np.uint32), view, fact))
            if not leaving.deterred and to != state and fact.is_feasible(to):
                yield to

    def _expects(self, dm: str, mover: str, move: tuple[State, State], concept: Concept) -> bool:
        view = self.game.views[dm]
        before, after = self.game.seen(dm, np.array(move, dtype=np.uint32)).tolist()
        if mover not in view.dms or not view.is_feasible(before):
            return False
        free = [leaving.to for leaving in departures(view, before, mover, concept=concept) if not leaving.deterred]
        return after in free

    def _carried(self, dm: str, truths: _Truths) -> _Truths:
        places = self.game.places(dm)
        return np.where(places >= 0, truths[places], False)


def hypergame_stability(game: Hypergame, concepts: Sequence[Concept] = CONCEPTS) -> HypergameStability:
    """Decide for every state there is whether each party would stay there, by its own view.

    Examples
    --------
    South can arm, which North does not see. North takes refusal of talks for an equilibrium, and is surprised.

    >>> from dragoman.graph import Option, Prioritised
    >>> talks, arms = Option("talks", "North"), Option("arms", "South")
    >>> south = Option("protest", "South")
    >>> fact = ConflictModel(
    ...     ["North", "South"], [talks, south, arms],
    ...     preferences={"North": Prioritised(["not arms", "not talks"]), "South": Prioritised(["talks", "arms"])},
    ... )
    >>> view = ConflictModel(
    ...     ["North", "South"], [talks, south],
    ...     preferences={"North": Prioritised(["not talks"]), "South": Prioritised(["talks", "not protest"])},
    ... )
    >>> found = hypergame_stability(Hypergame(fact, {"North": view}))
    >>> [fact.taken(state) for state in found.expected("nash", "North")]
    [(), ('arms',)]
    >>> found.surprises(0, "nash")[0]
    Surprise(dm='North', mover='South', to=4)
    """
    by_view: dict[str, Stability] = {}
    for dm, view in game.views.items():
        same = next((found for other, found in by_view.items() if game.views[other] is view), None)
        by_view[dm] = same if same is not None else stability(view, concepts)
    return HypergameStability(game, by_view)


def _carried(states: Codes, there: ConflictModel, here: ConflictModel) -> Codes:
    """Write states of one model in the bits of another; options that one of them lacks are left out."""
    place = {name: bit for bit, name in enumerate(there.names)}
    found = np.zeros_like(states)
    for bit, name in enumerate(here.names):
        if name in place:
            found |= (states >> np.uint32(place[name]) & np.uint32(1)) << np.uint32(bit)
    return found


def _one(states: Codes) -> State:
    return int(states[0])
