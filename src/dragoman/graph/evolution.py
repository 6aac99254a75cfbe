"""How a conflict evolves when whoever can improve does: where it comes to rest, and with what probability."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, eye_array
from scipy.sparse.csgraph import connected_components
from scipy.sparse.linalg import spsolve

from dragoman.errors import TooManyStates
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.paths import distances, steps_of

__all__ = ["Attractor", "Chance", "attractors", "evolve"]

_MOST_MOVES: Final = 30_000_000

Chance = Literal["each improvement", "each party"]
"""Who moves next: each improvement that anybody has is equally likely; or each party that can improve is equally
likely to move, and then each of its improvements."""


@dataclass(frozen=True, slots=True)
class Attractor:
    """States that improving never leaves, once in: a single one (a Nash equilibrium), or several it goes on among.

    ``probability`` is the chance to end there from where the conflict began, or None where none was asked for.
    """

    states: tuple[State, ...]
    probability: float | None = None


def attractors(model: ConflictModel, state: State | None = None) -> tuple[Attractor, ...]:
    """Find where improving comes to rest: from *state*, or from anywhere.

    Each attractor is a set of states from which no sequence of improvements leads out and within which each state
    leads to each. In order of their least state.

    Raises
    ------
    TooManyStates
        When there are more improvements than can be held.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> chase = ConflictModel(
    ...     ["A", "B"], [Option("a", "A"), Option("b", "B")],
    ...     preferences={"A": Payoffs([0, 1, 1, 0]), "B": Payoffs([1, 0, 0, 1])},
    ... )
    >>> attractors(chase)
    (Attractor(states=(0, 1, 2, 3), probability=None),)
    """
    places, sources, targets, _ = _improvements(model, state)
    return tuple(Attractor(_codes(model, places, group)) for group in _resting(len(places), sources, targets))


def evolve(model: ConflictModel, state: State, *, chance: Chance = "each improvement") -> tuple[Attractor, ...]:
    """Compute the probability that the conflict, improving at random from *state*, ends in each attractor.

    A Markov chain over the improvements: at each step somebody who can improve does, chosen as *chance* says and
    independently of what went before; nobody who can improve waits for ever. The probabilities solve one sparse
    system of linear equations, directly. The most probable first.

    Raises
    ------
    TooManyStates
        When there are more improvements than can be held.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> model = ConflictModel(
    ...     ["A", "B"], [Option("a", "A"), Option("b", "B")],
    ...     preferences={"A": Payoffs([0, 1, 1, 0]), "B": Payoffs([0, 0, 1, 0])},
    ... )
    >>> [(found.states, found.probability) for found in evolve(model, 0)]
    [((1,), 0.5), ((2,), 0.5)]
    """
    places, sources, targets, movers = _improvements(model, state)
    groups = _resting(len(places), sources, targets)
    weights = _weights(len(places), len(model.dms), sources, movers, chance)
    start = int(np.searchsorted(places, model.index(state)))
    chances = _absorbed(len(places), start, groups, (sources, targets, weights))
    found = [
        Attractor(_codes(model, places, group), probability) for group, probability in zip(groups, chances, strict=True)
    ]
    return tuple(sorted(found, key=lambda attractor: (-(attractor.probability or 0.0), attractor.states)))


_Row = NDArray[np.int64]


def _improvements(model: ConflictModel, state: State | None) -> tuple[_Row, _Row, _Row, _Row]:
    """Give the places concerned, and all improvements among them: source, target (by order of place) and mover."""
    if state is None:
        places = np.arange(len(model.states))
    else:
        places = np.flatnonzero(distances(model, state, model.dms, improving=True) >= 0)
    rows: list[tuple[_Row, _Row, _Row]] = []
    count = 0
    for i, dm in enumerate(model.dms):
        for sources, targets in steps_of(model, dm, places, improving=True):
            rows.append((sources, targets, np.full(len(sources), i)))
            count += len(sources)
            if count > _MOST_MOVES:
                raise TooManyStates(
                    f"More than {_MOST_MOVES} improvements cannot be followed; exclude states or fix options."
                )
    sources, targets, movers = (np.concatenate(column) for column in zip(*rows, strict=True))
    return places, np.searchsorted(places, sources), np.searchsorted(places, targets), movers


def _resting(size: int, sources: _Row, targets: _Row) -> list[_Row]:
    """Find the strong components that no improvement leaves, by least member."""
    links = csr_array((np.ones(len(sources), dtype=np.int8), (sources, targets)), shape=(size, size))
    count, component = connected_components(links, directed=True, connection="strong")
    left = np.zeros(count, dtype=np.bool_)
    left[component[sources[component[sources] != component[targets]]]] = True
    order = np.argsort(component, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(component[order])) + 1)
    return sorted((group for group in groups if not left[component[group[0]]]), key=lambda group: int(group[0]))


def _weights(size: int, dms: int, sources: _Row, movers: _Row, chance: Chance) -> NDArray[np.float64]:
    if chance == "each improvement":
        weights: NDArray[np.float64] = 1.0 / np.bincount(sources, minlength=size)[sources]
        return weights
    by_party = np.bincount(sources * dms + movers, minlength=size * dms).reshape(size, dms)
    split: NDArray[np.float64] = 1.0 / (np.count_nonzero(by_party, axis=1)[sources] * by_party[sources, movers])
    return split


def _absorbed(
    size: int, start: int, groups: Sequence[_Row], chain: tuple[_Row, _Row, NDArray[np.float64]]
) -> list[float]:
    """Solve for the expected visits to each state that does not last, then sum what flows into each group."""
    sources, targets, weights = chain
    group_of = np.full(size, -1)
    for number, group in enumerate(groups):
        group_of[group] = number
    if group_of[start] >= 0:
        return [1.0 if number == group_of[start] else 0.0 for number in range(len(groups))]
    passing = np.flatnonzero(group_of < 0)
    place = np.full(size, -1)
    place[passing] = np.arange(len(passing))
    within = (place[sources] >= 0) & (place[targets] >= 0)
    flow = coo_array(
        (weights[within], (place[targets[within]], place[sources[within]])), shape=(len(passing),) * 2
    ).tocsc()
    begin = np.zeros(len(passing))
    begin[place[start]] = 1.0
    visits = np.atleast_1d(spsolve((eye_array(len(passing), format="csc") - flow).tocsc(), begin))
    into = (place[sources] >= 0) & (group_of[targets] >= 0)
    shares = np.bincount(
        group_of[targets[into]], weights=visits[place[sources[into]]] * weights[into], minlength=len(groups)
    )
    return [float(share) for share in shares]


def _codes(model: ConflictModel, places: _Row, group: _Row) -> tuple[State, ...]:
    return tuple(model.states[places[np.sort(group)]].tolist())
