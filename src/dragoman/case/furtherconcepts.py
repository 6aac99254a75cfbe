"""Who would stay at an outcome under SIM and SSEQ, the concepts beyond the four that every analysis has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from dragoman.case.analysis import Outcome
from dragoman.case.answers import FurtherConcept, FurtherStability, Verdict
from dragoman.case.asked import labelled, refuse_too_many
from dragoman.case.outcomes import LayerView
from dragoman.graph import stability

__all__ = ["under_further_concepts"]

_CONCEPTS: Final[tuple[FurtherConcept, ...]] = get_args(FurtherConcept)
_MOST_STATES: Final = 1 << 15


def under_further_concepts(view: LayerView, listed: Mapping[str, Outcome]) -> FurtherStability:
    """Decide simultaneous and symmetric sequential stability; say who would leave the status quo and listed outcomes.

    Raises
    ------
    TooManyStates
        Over 32,768 states: time for SIM grows with the improvements that any two parties have.
    """
    refuse_too_many(view, "further concepts", _MOST_STATES)
    found = stability(view.model, _CONCEPTS)
    verdicts = []
    for label, state in labelled(view, listed).items():
        stays = found.at(state)
        leave = {concept: tuple(dm for dm in view.model.dms if concept not in stays[dm]) for concept in _CONCEPTS}
        verdicts.append(Verdict(outcome=label, on=view.model.taken(state), leave=leave))
    return FurtherStability(counts={concept: found.count(concept) for concept in _CONCEPTS}, verdicts=tuple(verdicts))
