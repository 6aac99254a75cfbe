"""From a case to its analysis: which outcomes hold, whether the present one does, what would be better for all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import ValidationError

from dragoman._version import __version__
from dragoman.case.analysis import Analysis, Layer, LayerName, Outcome
from dragoman.case.case import Case
from dragoman.case.deciding import what_decides
from dragoman.case.grounds import Hold
from dragoman.case.model import LAYERS, lines_counted
from dragoman.case.outcomes import LayerView
from dragoman.case.remarks import remarks
from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import CONCEPTS, Concept
from dragoman.output import write_atomically

__all__ = ["analyse", "load_analysis", "refuse_too_large", "save_analysis"]

_EXPLAINED = 8
_MOST_OPTIONS = 24
_MOST_STATES = 1 << 21
_WEAKEST_FIRST: tuple[Concept, ...] = ("gmr", "smr", "seq", "nash")
_METHOD = (
    "Graph Model for Conflict Resolution in option form (Fang, Hipel and Kilgour 1993); preferences by option "
    "prioritisation (Hipel et al. 1997; Peng 1999). Nash (R): no party has a unilateral improvement. GMR, SMR, SEQ: "
    "every improvement is answered by legal sequences of the others’ moves, nobody twice in a row; in SEQ each mover "
    "gains at its own step; in SMR the party cannot escape afterwards. A party may change all its options in one "
    "move; equal rank counts as no better. All feasible states were examined. Dragoman {version}."
)


def analyse(case: Case, *, shown: int = 50) -> Analysis:
    """Analyse *case* under its words alone, with defaults and judgements, and with promises too.

    Parameters
    ----------
    case
        Never modified.
    shown
        At most so many outcomes stand in each list; the counts are over all.

    Raises
    ------
    AnalysisError
        The case has no option, or a line cannot be read.
    TooManyStates
        More than 24 options, or more than 2,097,152 feasible states.
    InfeasibleModel
        No state is feasible, or the status quo is not.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
    ... preferences:
    ...   RUR: [free, not reopen]
    ...   GRA: [reopen, not free]
    ... ''')
    >>> layer = analyse(case).layers["defaults"]
    >>> layer.status_quo.equilibrium, [outcome.on for outcome in layer.better_for_all]
    (('nash', 'gmr', 'smr', 'seq'), [('reopen', 'free')])
    """
    refuse_too_large(len(case.options))
    views = {name: LayerView(case, name) for name in LAYERS}
    model = views["promises"].model
    refuse_too_large(len(case.options), len(model.states))
    return Analysis(
        title=case.title,
        parties=tuple(case.parties),
        options=model.names,
        combinations=1 << len(model.names),
        states=len(model.states),
        shown=shown,
        layers={name: _layer(view, shown, views) for name, view in views.items()},
        what_decides=what_decides(views),
        method=_METHOD.format(version=__version__),
        warnings=remarks(views["promises"]),
    )


def refuse_too_large(options: int, states: int | None = None) -> None:
    """Refuse more options, or more feasible *states* of them where these are known, than are analysed.

    Raises
    ------
    TooManyStates
    """
    if options > _MOST_OPTIONS or (states is not None and states > _MOST_STATES):
        states = 1 << options if states is None else states
        raise TooManyStates(
            f"{options} options leave {states:,} states; at most {_MOST_OPTIONS} options and {_MOST_STATES:,} feasible "
            "states are looked at one by one. Take out or merge options, or say which combinations cannot be."
        )


def _layer(view: LayerView, shown: int, views: Mapping[LayerName, LayerView]) -> Layer:
    name: LayerName = view.layer
    status_quo = view.outcome(view.now, explained=True).model_copy(update={"under": _under(views, view.now)})
    return Layer(
        name=name,
        lines={party: len(lines_counted(view.case, party, name)) for party in view.case.parties},
        counts={concept: view.found.count(concept) for concept in CONCEPTS},
        status_quo=status_quo,
        outcomes=_outcomes(view, _equilibria(view)[:shown], views),
        better_for_all=_outcomes(view, _better_for_all(view)[:shown], views),
    )


def _outcomes(view: LayerView, states: Sequence[int], views: Mapping[LayerName, LayerView]) -> tuple[Outcome, ...]:
    found = [view.outcome(state, explained=place < _EXPLAINED) for place, state in enumerate(states)]
    first = [
        outcome.model_copy(update={"under": _under(views, state)})
        for outcome, state in zip(found[:_EXPLAINED], states, strict=False)
    ]
    return (*first, *found[_EXPLAINED:])


def _under(views: Mapping[LayerName, LayerView], state: int) -> dict[LayerName, Hold]:
    return {name: view.hold(state) for name, view in views.items()}


def _equilibria(view: LayerView) -> list[int]:
    """List the equilibria: Nash first, then SEQ, SMR and GMR; the least changed from now first."""
    codes = view.model.states
    holds: dict[Concept, NDArray[np.bool_]] = {
        concept: np.logical_and.reduce(view.found.verdicts[concept], axis=0) for concept in CONCEPTS
    }
    places = np.flatnonzero(np.logical_or.reduce(list(holds.values())))
    changed = np.array([(int(code) ^ view.now).bit_count() for code in codes[places]], dtype=np.int64)
    weaker: list[NDArray[np.bool_]] = [np.logical_not(holds[concept][places]) for concept in _WEAKEST_FIRST]
    return [int(code) for code in codes[places[np.lexsort([codes[places].astype(np.int64), changed, *weaker])]]]


def _better_for_all(view: LayerView) -> list[int]:
    """List the states that no party likes less than now and some like more: undominated first, then least changed."""
    better = np.flatnonzero((view.gains >= 0).all(axis=0) & (view.gains > 0).any(axis=0))
    if not len(better):
        return []
    ranks = np.stack([np.unique(row[better], return_inverse=True)[1] for row in view.scores.values()], axis=1)
    points, which = np.unique(ranks, axis=0, return_inverse=True)
    leading: NDArray[np.bool_] = _front(points)[which.ravel()]
    codes = view.model.states[better]
    changed = np.array([(int(code) ^ view.now).bit_count() for code in codes], dtype=np.int64)
    return [int(code) for code in codes[np.lexsort((codes, changed, np.logical_not(leading)))]]


def _front(points: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Mark the rows of *points* that no other row equals or exceeds everywhere; by falling sum, so in one pass."""
    front = np.zeros(len(points), dtype=np.bool_)
    kept = np.empty_like(points)
    size = 0
    for place in np.argsort(-points.sum(axis=1), kind="stable"):
        if not np.any(np.all(kept[:size] >= points[place], axis=1)):
            kept[size] = points[place]
            size += 1
            front[place] = True
    return front


def save_analysis(analysis: Analysis, path: str | Path) -> None:
    """Write *analysis* as JSON, the whole file or nothing; the same analysis gives the same bytes.

    Raises
    ------
    OutputError
        The place cannot be written.
    """
    write_atomically(path, analysis.model_dump_json(indent=2) + "\n")


def load_analysis(path: str | Path) -> Analysis:
    """Read an analysis that `save_analysis` wrote.

    Raises
    ------
    AnalysisError
        The file cannot be opened, or is not an analysis.
    """
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise AnalysisError(f"{path}: cannot be opened: {reason}. Name the output of dragoman analyse.") from error
    try:
        return Analysis.model_validate_json(data)
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"])) or "the file"
        raise AnalysisError(
            f"{path}: not an analysis: {where}: {str(problem['msg']).lower()}. Write it with dragoman analyse."
        ) from None
