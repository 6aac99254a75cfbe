"""Strength of preference: whether what deters a decision maker would be greatly, or only mildly, worse for it.

A decision maker prefers states mildly or strongly. A state is *strongly stable* when each improvement from it is
answered by a sanction that is strongly less preferred than the state itself, and *weakly stable* when it is stable,
but not strongly so [1]_ [2]_:

=======  ====================================================================================================
concept  strongly stable when, for each of its improvements, mild or strong,
=======  ====================================================================================================
``gmr``  the others can move on to a state that is strongly less preferred than the present one
``smr``  they can, and so is all it could then move to itself
``seq``  they can, by moves that each improve things, mildly or strongly, for the mover
=======  ====================================================================================================

Under Nash stability nothing deters, so there is no such difference; a Nash stable state is strongly stable under each
of these. An equilibrium is strong when it is strongly stable for everybody, and weak otherwise.

Strength is given by *grades*, a coarser order: of two states in different grades the better is strongly preferred, of
two in one grade mildly, if at all. So the first lines of a prioritised list may be taken as grave, or a ranking be
cut: ``s1 > s4 >> s3 > s7`` has the grades ``{s1, s4}`` and ``{s3, s7}``.

References
----------
.. [1] Hamouda, Kilgour & Hipel (2004), "Strength of preference in the graph model for conflict resolution", Group
       Decision and Negotiation 13.
.. [2] Hamouda, Kilgour & Hipel (2006), "Strength of preference in graph models for multiple-decision-maker conflicts",
       Applied Mathematics and Computation 179.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.paths import steps_of
from dragoman.graph.preference import Preference, Scores
from dragoman.graph.reach import Reach, Values, least_reached
from dragoman.graph.stability import Stability, stability

__all__ = ["GradedConcept", "GradedStability", "graded_stability"]

GradedConcept = Literal["gmr", "smr", "seq"]
_CONCEPTS: Final[tuple[GradedConcept, ...]] = get_args(GradedConcept)
_Truths = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class GradedStability:
    """Which states are strongly stable for whom; ``strong[concept][i, s]``, beside what is ``plain`` stability."""

    model: ConflictModel
    plain: Stability
    strong: dict[GradedConcept, _Truths]

    def strongly_stable(self, concept: GradedConcept, dm: str) -> _Truths:
        """Say for every state, in the order of ``model.states``, whether it is strongly stable for *dm*."""
        found: _Truths = self.strong[concept][self.model.dm_index(dm)]
        return found

    def weakly_stable(self, concept: GradedConcept, dm: str) -> _Truths:
        """Say for every state whether it is stable for *dm*, but not strongly."""
        return self.plain.stable(concept, dm) & ~self.strongly_stable(concept, dm)

    def strong_equilibria(self, concept: GradedConcept) -> tuple[State, ...]:
        """Give the states that are strongly stable for every decision maker, ascending."""
        return tuple(self.model.states[np.logical_and.reduce(self.strong[concept], axis=0)].tolist())

    def weak_equilibria(self, concept: GradedConcept) -> tuple[State, ...]:
        """Give the equilibria that are not strong, ascending."""
        strong = set(self.strong_equilibria(concept))
        return tuple(state for state in self.plain.equilibria(concept) if state not in strong)


def graded_stability(
    model: ConflictModel, grades: Mapping[str, Preference], concepts: Sequence[GradedConcept] = _CONCEPTS
) -> GradedStability:
    """Decide strong and weak stability, where *grades* say for some parties which preferences are strong.

    A grade is a preference of any form that is coarser than the party's own. Who has none prefers everything mildly,
    so that nothing deters it strongly.

    Raises
    ------
    AnalysisError
        On an unknown concept or party, or where a grade contradicts the party's preference.

    Examples
    --------
    In the prisoner's dilemma cooperation holds by the fear of mutual defection; strongly where that is felt as grave.

    >>> from dragoman.graph import Option, Payoffs
    >>> dilemma = ConflictModel(
    ...     ["One", "Two"],
    ...     [Option("one", "One"), Option("two", "Two")],
    ...     preferences={"One": Payoffs([1, 0, 3, 2]), "Two": Payoffs([1, 3, 0, 2])},
    ... )
    >>> grave = {"One": Payoffs([0, 0, 1, 1]), "Two": Payoffs([0, 1, 0, 1])}
    >>> graded_stability(dilemma, grave).strong_equilibria("seq")
    (0, 3)
    >>> graded_stability(dilemma, {"One": grave["One"]}).weak_equilibria("seq")
    (3,)
    """
    unknown = next((concept for concept in concepts if concept not in _CONCEPTS), None)
    if unknown is not None:
        raise AnalysisError(f'"{unknown}" has no strong and weak form here. Known: {", ".join(_CONCEPTS)}.')
    for dm in grades:
        model.dm_index(dm)
    graded = {dm: _grades(model, dm, grades.get(dm)) for dm in model.dms}
    reaches = [Reach(model, dm) for dm in model.dms]
    strong: dict[GradedConcept, _Truths] = {}
    for concept in concepts:
        rows = [
            _strongly(model, reach, [o for o in reaches if o is not reach], graded[reach.dm], concept)
            for reach in reaches
        ]
        strong[concept] = np.stack(rows)
    return GradedStability(model, stability(model, list(concepts)), strong)


def _grades(model: ConflictModel, dm: str, given: Preference | None) -> Scores:
    """Score the grades, and check that they only coarsen the preference."""
    if given is None:
        return np.zeros(len(model.states), dtype=np.int32)
    scores = model.scores(dm)
    grades = given.over(model.names).scores(model.states, model.names)
    order = np.lexsort((grades, scores))
    falls = np.flatnonzero(np.diff(grades[order]) < 0)
    rises_within = (np.diff(scores[order]) == 0) & (np.diff(grades[order]) != 0)
    if len(falls) or rises_within.any():
        place = int(order[falls[0] + 1] if len(falls) else order[np.flatnonzero(rises_within)[0] + 1])
        state = int(model.states[place])
        raise AnalysisError(
            f'The grades of "{dm}" contradict its preference at state {state} ({model.letters(state)}): a better grade '
            "needs a better state. Give grades that only put together neighbouring ranks."
        )
    return grades


def _strongly(
    model: ConflictModel, reach: Reach, others: Sequence[Reach], grades: Scores, concept: GradedConcept
) -> _Truths:
    """Decide for every state whether each improvement is answered by something of a worse grade than the state."""
    values: Values = reach.most(grades) if concept == "smr" else grades
    held_to = least_reached(others, values, improving=concept == "seq")
    stays = np.ones(len(model.states), dtype=np.bool_)
    everywhere = np.arange(len(model.states), dtype=np.int64)
    for sources, targets in steps_of(model, reach.dm, everywhere, improving=True):
        stays[sources[held_to[targets] >= grades[sources]]] = False
    return stays
