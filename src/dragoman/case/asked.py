"""Which states a question is asked of, and how many a question can be asked over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.case.analysis import Outcome
from dragoman.case.outcomes import LayerView
from dragoman.errors import TooManyStates

__all__ = ["MOST_ASKED", "MOST_STATES", "labelled", "refuse_too_many"]

MOST_ASKED: Final = 20
"""Most listed outcomes that are asked about one by one."""
MOST_STATES: Final = 1 << 16
"""Most feasible states over which moves are followed for a question."""


def labelled(view: LayerView, listed: Mapping[str, Outcome]) -> dict[str, int]:
    """Give the status quo, called "Now", and the first listed outcomes by their letters."""
    codes = {letter: view.model.code(outcome.on) for letter, outcome in list(listed.items())[:MOST_ASKED]}
    return {"Now": view.now, **codes}


def refuse_too_many(view: LayerView, question: str, most: int = MOST_STATES) -> None:
    """Refuse a question before time is spent on it.

    Raises
    ------
    TooManyStates
        Over *most* states.
    """
    states = len(view.model.states)
    if states > most:
        raise TooManyStates(
            f"{states:,} states are too many to ask for {question}; at most {most:,}. Take out options, or say "
            "which combinations cannot be."
        )
