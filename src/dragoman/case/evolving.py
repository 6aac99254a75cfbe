"""Where a conflict ends if whoever can improve does so, at random."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.case.analysis import Outcome
from dragoman.case.answers import End, Evolution
from dragoman.case.asked import labelled, refuse_too_many
from dragoman.case.outcomes import LayerView
from dragoman.case.wishing import wished_state
from dragoman.graph.evolution import evolve

__all__ = ["where_it_ends"]

_SHOWN: Final = 10
_STATES_SHOWN: Final = 5
_DIGITS: Final = 9


def where_it_ends(view: LayerView, listed: Mapping[str, Outcome], begin: str) -> Evolution:
    """Compute the probability of each end of improving at random from *begin*: a letter, options, or "now".

    Under two assumptions of who moves next: each improvement is equally likely, or each party that has one.

    Raises
    ------
    AnalysisError, LogicError, InfeasibleModel
        Where to begin cannot be read, or is infeasible.
    TooManyStates
        Over 65,536 states.
    """
    refuse_too_many(view, "an evolution")
    state = wished_state(view, listed, begin)
    labels = {code: label for label, code in reversed(labelled(view, listed).items())}
    by_party = {end.states: end.probability or 0.0 for end in evolve(view.model, state, chance="each party")}
    found = evolve(view.model, state)
    ends = [
        End(
            outcomes=tuple(labels[code] for code in end.states if code in labels),
            on=tuple(view.model.taken(code) for code in end.states[:_STATES_SHOWN]),
            states=len(end.states),
            each_improvement=round(end.probability or 0.0, _DIGITS),
            each_party=round(by_party[end.states], _DIGITS),
        )
        for end in found[:_SHOWN]
    ]
    return Evolution(begin=view.model.taken(state), count=len(found), ends=tuple(ends))
