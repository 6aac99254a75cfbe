"""How firm an outcome is: in what share of the plausible preference orders it is an equilibrium."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np

from dragoman.case.analysis import Outcome
from dragoman.case.answers import Likelihood, Share
from dragoman.case.asked import labelled
from dragoman.case.model import lines_counted
from dragoman.case.outcomes import LayerView
from dragoman.errors import TooManyStates
from dragoman.graph import ConflictModel, departures, improvements
from dragoman.graph.uncertainty import Doubt, OpenList, likelihood, plausible_models

__all__ = ["how_likely", "plausible_lists"]

_MOST_WORK: Final = 4_000_000
_DEFAULT_HELD: Final = 0.75
_SEED: Final = 0
_STATES_FOR_ONE: Final = 600
"""Examining one state by itself takes about as long as examining so many states all at once."""
_HALVINGS: Final = 60
_ASSUMPTION: Final = (
    "Lines of one kind that stand together (said in the articles, judgements, defaults) may come in any order, each "
    "weighing twice as much as the next, so that the order written down is the likeliest; what is said or judged is "
    "held for certain, a default with a chance of three in four; parties are independent of one another."
)


def plausible_lists(view: LayerView) -> dict[str, OpenList]:
    """Say for each party which lists its lines leave open: blocks of one basis, in no known order within each.

    A line weighs twice as much as the next one of its block, so that the order written down is the likeliest.
    """
    return {dm: OpenList(_blocks(view, dm)) for dm in view.model.dms}


def _blocks(view: LayerView, dm: str) -> Iterator[list[Doubt]]:
    told: set[str] = set()
    for basis, lines in groupby(lines_counted(view.case, dm, view.layer), key=lambda line: line.basis):
        logic = dict.fromkeys(str(view.model.read(line.prefers)) for line in lines)
        fresh = [text for text in logic if text not in told]
        told.update(fresh)
        chance = _DEFAULT_HELD if basis == "default" else 1.0
        yield [Doubt(text, chance, 0.5 ** min(place, _HALVINGS)) for place, text in enumerate(fresh)]


def how_likely(view: LayerView, listed: Mapping[str, Outcome], orders: int) -> Likelihood:
    """Examine up to *orders* combinations of plausible lists, all where there are no more, and else seeded draws.

    Raises
    ------
    TooManyStates
        When *orders* times the number of states is above 4,000,000.
    """
    states = len(view.model.states)
    if orders * states > _MOST_WORK:
        raise TooManyStates(
            f"{orders:,} preference orders over {states:,} states are too many to examine; ask for a likelihood from "
            f"{_MOST_WORK // states:,} orders or fewer."
        )
    asked = labelled(view, listed)
    few = len(asked) * _STATES_FOR_ONE < states
    found = (_one_by_one if few else _all_at_once)(view, list(asked.values()), orders)
    shares = tuple(
        Share(outcome=label, on=view.model.taken(state), nash=round(nash, 6), seq=round(seq, 6))
        for (label, state), (nash, seq) in zip(asked.items(), found.shares, strict=True)
    )
    return Likelihood(assumption=_ASSUMPTION, examined=found.examined, exact=found.exact, seed=_SEED, shares=shares)


@dataclass(frozen=True)
class _Found:
    shares: list[tuple[float, float]]
    examined: int
    exact: bool


def _all_at_once(view: LayerView, states: Sequence[int], orders: int) -> _Found:
    found = likelihood(view.model, plausible_lists(view), most=orders, seed=_SEED, effects=False)
    places = [view.model.index(state) for state in states]
    shares = [(float(found.shares["nash"][place]), float(found.shares["seq"][place])) for place in places]
    return _Found(shares, found.examined, found.exact)


def _one_by_one(view: LayerView, states: Sequence[int], orders: int) -> _Found:
    """Examine only *states*, which is faster where they are few among many."""
    exact, combinations = plausible_models(view.model, plausible_lists(view), most=orders, seed=_SEED)
    chances: list[float] = []
    held: list[list[tuple[bool, bool]]] = []
    for chance, _, model in combinations:
        chances.append(chance)
        held.append([_holds(model, state) for state in states])
    weights = np.array(chances) / math.fsum(chances)
    summed = np.tensordot(weights, np.array(held, dtype=np.float64), axes=1)
    return _Found([(float(nash), float(seq)) for nash, seq in np.minimum(summed, 1.0)], len(chances), exact)


def _holds(model: ConflictModel, state: int) -> tuple[bool, bool]:
    """Say whether nobody gains by leaving *state*, and whether all that do are answered by others' own best replies."""
    gaining = [dm for dm in model.dms if improvements(model, state, dm)]
    return not gaining, all(d.deterred for dm in gaining for d in departures(model, state, dm))
