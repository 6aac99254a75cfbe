"""The graph model that a case stands for, under one choice of which preference lines count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case, Preference
from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Option, Prioritised

__all__ = ["LAYERS", "conflict_model", "counted", "idle_parties", "lines_counted", "scores_of"]

LAYERS: Final[dict[LayerName, frozenset[str]]] = {
    "words": frozenset({"words"}),
    "defaults": frozenset({"words", "default", "judgement"}),
    "promises": frozenset({"words", "default", "judgement", "promise"}),
}
"""Which bases count in each layer."""


def lines_counted(case: Case, party: str, layer: LayerName) -> tuple[Preference, ...]:
    """Return the preference lines of *party* that count in *layer* on the day of the case, most important first."""
    return counted(case.preferences.get(party, ()), case, layer)


def counted(lines: Iterable[Preference], case: Case, layer: LayerName) -> tuple[Preference, ...]:
    """Return those of some *lines* that count in *layer* on the day of the case."""
    return tuple(line for line in lines if line.basis in LAYERS[layer] and _in_force(line, case.as_of))


def _in_force(line: Preference, day: dt.date | None) -> bool:
    """Whether *line* holds on *day*; on an unknown day everything holds that is not yet to begin."""
    if day is None:
        return line.since is None
    return (line.since is None or line.since <= day) and (line.until is None or day <= line.until)


def idle_parties(case: Case) -> tuple[str, ...]:
    """Name the parties that control no option: they can prefer, but not move, and would stay anywhere."""
    movers = {option.party for option in case.options.values()}
    return tuple(party for party in case.parties if party not in movers)


def conflict_model(case: Case, layer: LayerName = "promises") -> ConflictModel:
    """Return the conflict model of *case*, with the preference lines that count in *layer*.

    Decision makers are the parties that control an option, in the case's order; option *k* of the case is
    option *k* of the model.

    Raises
    ------
    AnalysisError
        The case has no option.
    LogicError
        A line cannot be read, or names an unknown option.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
    ... preferences: {RUR: [free, {prefers: reopen if free, basis: promise}]}
    ... ''')
    >>> [len(conflict_model(case, layer).preferences[0].statements) for layer in LAYERS]
    [0, 1, 2]
    """
    if not case.options:
        raise AnalysisError("The case has no options, so nothing can be analysed. Add what each party could do.")
    idle = idle_parties(case)
    movers = [party for party in case.parties if party not in idle]
    return ConflictModel(
        movers,
        [Option(name, option.party, one_way=option.one_way) for name, option in case.options.items()],
        infeasible=[line.when for line in case.infeasible],
        preferences={party: Prioritised(_logic(case, party, layer)) for party in movers},
    )


def scores_of(case: Case, model: ConflictModel, layer: LayerName) -> dict[str, NDArray[np.int32]]:
    """Return each party's score of every feasible state, idle parties too: more is better, only order counts."""
    idle = idle_parties(case)
    return {
        party: Prioritised(_logic(case, party, layer)).over(model.names).scores(model.states, model.names)
        if party in idle
        else model.scores(party)
        for party in case.parties
    }


def _logic(case: Case, party: str, layer: LayerName) -> Iterator[str]:
    return (line.prefers for line in lines_counted(case, party, layer))
