"""Models and results as tidy pandas tables: one row for each observation, one column for each variable.

Each table is over all feasible states, or over those named, in their order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from dragoman.graph.model import ConflictModel, State
from dragoman.graph.openorder import Places
from dragoman.graph.paths import steps_of
from dragoman.graph.stability import Stability

__all__ = ["equilibria_table", "moves_table", "stability_table", "states_table"]


def states_table(model: ConflictModel, states: Sequence[State] | None = None) -> pd.DataFrame:
    """List the feasible states, each with its letters, a truth value for each option and everybody's rank.

    Rank 1 is best; states that are equally preferred share a rank, and no rank is left out.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> states_table(ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])}))
       state letters      a  rank A
    0      0       N  False       2
    1      1       Y   True       1
    """
    places = _places(model, states)
    codes = model.states[places]
    columns: dict[str, object] = {
        "state": codes.astype(np.int64),
        "letters": [model.letters(code) for code in codes.tolist()],
    }
    for bit, option in enumerate(model.names):
        columns[option] = (codes >> np.uint32(bit) & 1).astype(np.bool_)
    for dm in model.dms:
        ranks = np.unique(-model.scores(dm).astype(np.int64), return_inverse=True)[1] + 1
        columns[f"rank {dm}"] = ranks[places]
    return pd.DataFrame(columns)


def moves_table(model: ConflictModel, states: Sequence[State] | None = None) -> pd.DataFrame:
    """List every unilateral move: who, from which state, to which, and whether it is an improvement.

    Where states are named, the moves among these.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> moves_table(ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])}))
      dm  state  to  improvement
    0  A      0   1         True
    1  A      1   0        False
    """
    parts = []
    places = _places(model, states)
    within = np.zeros(len(model.states), dtype=np.bool_)
    within[places] = True
    for dm in model.dms:
        for sources, targets in steps_of(model, dm, places, improving=False):
            kept = within[targets]
            better = model.scores(dm)[targets[kept]] > model.scores(dm)[sources[kept]]
            start, to = (model.states[ends[kept]].astype(np.int64) for ends in (sources, targets))
            parts.append(pd.DataFrame({"dm": dm, "state": start, "to": to, "improvement": better}))
    table = pd.concat(parts, ignore_index=True)
    order = {dm: place for place, dm in enumerate(model.dms)}
    return table.sort_values(
        ["dm", "state", "to"], key=lambda c: c.map(order) if c.name == "dm" else c, ignore_index=True
    )


def stability_table(found: Stability, states: Sequence[State] | None = None) -> pd.DataFrame:
    """List for each state, decision maker and concept whether it is stable.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised, stability
    >>> model = ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])})
    >>> stability_table(stability(model, ["nash"]))
       state dm concept  stable
    0      0  A    nash   False
    1      1  A    nash    True
    """
    places = _places(found.model, states)
    codes = found.model.states[places].astype(np.int64)
    parts = [
        pd.DataFrame({"state": codes, "dm": dm, "concept": concept, "stable": verdict[i, places]})
        for concept, verdict in found.verdicts.items()
        for i, dm in enumerate(found.model.dms)
    ]
    return pd.concat(parts, ignore_index=True)


def equilibria_table(found: Stability, states: Sequence[State] | None = None) -> pd.DataFrame:
    """List the states that are equilibria under some concept, with a column for each concept.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised, stability
    >>> model = ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])})
    >>> equilibria_table(stability(model, ["nash", "seq"]))
       state letters  nash   seq
    0      1       Y  True  True
    """
    places = _places(found.model, states)
    verdicts = {concept: found.holds(concept)[places] for concept in found.concepts}
    some = np.logical_or.reduce(list(verdicts.values()))
    codes = found.model.states[places[some]]
    columns: dict[str, object] = {
        "state": codes.astype(np.int64),
        "letters": [found.model.letters(code) for code in codes.tolist()],
    }
    for concept, verdict in verdicts.items():
        columns[concept] = verdict[some]
    return pd.DataFrame(columns)


def _places(model: ConflictModel, states: Sequence[State] | None) -> Places:
    if states is None:
        return np.arange(len(model.states), dtype=np.int64)
    return np.array([model.index(state) for state in states], dtype=np.int64)
