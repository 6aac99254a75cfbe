"""The Graph Model for Conflict Resolution: options, logic, states, preferences, stability.

A library of the method on its own; it knows nothing of articles or cases.
"""

from __future__ import annotations

from dragoman.graph.comparison import better_for_all, comparison, undominated
from dragoman.graph.departure import Departure, departures
from dragoman.graph.logic import Expression, negation, parse
from dragoman.graph.model import ConflictModel, Option, State
from dragoman.graph.moves import improvements, moves
from dragoman.graph.preference import Payoffs, Preference, Prioritised, Ranking, Weights
from dragoman.graph.search import Step
from dragoman.graph.stability import ALL_CONCEPTS, CONCEPTS, Concept, Stability, stability

__all__ = [
    "ALL_CONCEPTS",
    "CONCEPTS",
    "Concept",
    "ConflictModel",
    "Departure",
    "Expression",
    "Option",
    "Payoffs",
    "Preference",
    "Prioritised",
    "Ranking",
    "Stability",
    "State",
    "Step",
    "Weights",
    "better_for_all",
    "comparison",
    "departures",
    "improvements",
    "moves",
    "negation",
    "parse",
    "stability",
    "undominated",
]
