"""What holds though preferences are known in part: stability under the four attitudes to what is unknown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

import numpy as np

from dragoman.case.analysis import Outcome
from dragoman.case.answers import Attitudes, UnknownPreferences
from dragoman.case.asked import labelled
from dragoman.case.outcomes import LayerView
from dragoman.case.plausible import plausible_lists
from dragoman.graph.openorder import OpenOrder, Order
from dragoman.graph.unknown import EXTENSIONS, UnknownConcept, stability_with_unknowns

__all__ = ["what_holds_though_unknown"]

_CONCEPTS: Final[tuple[UnknownConcept, ...]] = get_args(UnknownConcept)
_ASSUMPTION: Final = (
    "Lines of one kind that stand together (said in the articles, judgements, defaults) may come in any order, and a "
    "default may not be held; which of two outcomes a party prefers is known where all lists so left open agree."
)


def what_holds_though_unknown(view: LayerView, listed: Mapping[str, Outcome]) -> UnknownPreferences:
    """Say under which attitudes to the unknown the status quo and the listed outcomes are equilibria.

    Raises
    ------
    TooManyStates
        When there are more moves than can be followed one by one.
    """
    orders: dict[str, Order] = {dm: OpenOrder(view.model, known) for dm, known in plausible_lists(view).items()}
    asked = labelled(view, listed)
    codes = list(asked.values())
    found = stability_with_unknowns(view.model, orders, states=codes)
    holding = {key: np.logical_and.reduce(verdict, axis=0) for key, verdict in found.verdicts.items()}
    outcomes = tuple(
        Attitudes(
            outcome=label,
            on=view.model.taken(state),
            holds={c: tuple(e for e in EXTENSIONS if holding[c, e][place]) for c in _CONCEPTS},
        )
        for place, (label, state) in enumerate(asked.items())
    )
    return UnknownPreferences(
        assumption=_ASSUMPTION,
        unknown={dm: _unknown_share(view, order, codes) for dm, order in orders.items()},
        outcomes=outcomes,
    )


def _unknown_share(view: LayerView, order: Order, codes: list[int]) -> float:
    places = np.array([view.model.index(code) for code in codes], dtype=np.int64)
    first, second = np.triu_indices(len(places), k=1)
    _, unknown = order.compare(places[first], places[second])
    return round(float(unknown.mean()), 6) if len(unknown) else 0.0
