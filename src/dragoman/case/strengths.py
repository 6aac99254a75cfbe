"""How strongly outcomes hold: whether what deters would be greatly worse for who is deterred, or only mildly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

import numpy as np

from dragoman.case.analysis import Outcome
from dragoman.case.asked import labelled, refuse_too_many
from dragoman.case.model import lines_counted
from dragoman.case.outcomes import LayerView
from dragoman.case.sightanswers import Strength, Strengths
from dragoman.errors import AnalysisError
from dragoman.graph import Prioritised
from dragoman.graph.strength import GradedConcept, GradedStability, graded_stability

__all__ = ["how_strongly"]

_CONCEPTS: Final[tuple[GradedConcept, ...]] = get_args(GradedConcept)
_MOST_STATES: Final = 1 << 18


def how_strongly(view: LayerView, listed: Mapping[str, Outcome]) -> Strengths:
    """Decide strong and weak stability by the lines that the case calls strong.

    Of two states that the strong lines tell apart, a party prefers one strongly; of others mildly, if at all.

    Raises
    ------
    AnalysisError
        No line is strong.
    TooManyStates
        Over 262,144 states.
    """
    refuse_too_many(view, "strength of preference", _MOST_STATES)
    strong = {
        dm: [line.prefers for line in lines_counted(view.case, dm, view.layer) if line.strong] for dm in view.model.dms
    }
    if not any(strong.values()):
        raise AnalysisError(
            "No preference line of a party that can move is strong, so that all would hold weakly. In the case file "
            "add strong: yes to the first lines of a list, those that matter greatly."
        )
    found = graded_stability(view.model, {dm: Prioritised(lines) for dm, lines in strong.items() if lines})
    return Strengths(
        lines={dm: len(lines) for dm, lines in strong.items()},
        strong={concept: len(found.strong_equilibria(concept)) for concept in _CONCEPTS},
        weak={concept: len(found.weak_equilibria(concept)) for concept in _CONCEPTS},
        verdicts=tuple(_verdict(view, found, label, state) for label, state in labelled(view, listed).items()),
    )


def _verdict(view: LayerView, found: GradedStability, label: str, state: int) -> Strength:
    here = view.model.index(state)
    holds: dict[GradedConcept, Literal["strong", "weak", "none"]] = {}
    weak_for: dict[GradedConcept, tuple[str, ...]] = {}
    for concept in _CONCEPTS:
        weak_for[concept] = tuple(dm for dm in view.model.dms if found.weakly_stable(concept, dm)[here])
        strong = bool(np.all(found.strong[concept][:, here]))
        stable = bool(found.plain.holds(concept)[here])
        holds[concept] = "strong" if strong else "weak" if stable else "none"
    return Strength(outcome=label, on=view.model.taken(state), holds=holds, weak_for=weak_for)
