"""What one party's ranking must satisfy for it to stay at a state, everybody else's being as it is.

These are the conditions of inverse analysis [1]_: for each of the party's moves from the state, the state must be at
least as good as where the move leads, or as one of the outcomes that the others can hold it to.

References
----------
.. [1] Wang, Hipel, Fang & Dang (2018), "Matrix representations of the inverse problem in the graph model for
       conflict resolution", European Journal of Operational Research 270.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.errors import AnalysisError
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import moves
from dragoman.graph.paths import reached

__all__ = ["Condition", "InverseConcept", "ranking_conditions"]

InverseConcept = Literal["nash", "gmr", "smr", "seq"]


@dataclass(frozen=True, slots=True)
class Condition:
    """The state must be at least as good as all states in one of ``any_of``, lest the party move to ``to``."""

    to: State
    any_of: tuple[tuple[State, ...], ...]

    def holds(self, state: State, worth: Mapping[State, float]) -> bool:
        """Say whether it is met where the party gives the states this *worth*."""
        return any(all(worth[other] <= worth[state] for other in group) for group in self.any_of)


def ranking_conditions(
    model: ConflictModel, state: State, dm: str, concept: InverseConcept = "nash"
) -> tuple[Condition, ...]:
    """List what *dm*'s ranking must satisfy to make *state* stable for it; all of it is needed, and enough.

    *dm*'s own preference in the model is not looked at. One condition for each of its moves. Under ``nash`` the move
    itself must be no better; under ``gmr`` and ``seq`` it, or one outcome of the others' moves or improvements after
    it; under ``smr`` one such outcome with all that *dm* could go on to from there.

    Raises
    ------
    AnalysisError
        On another concept.
    InfeasibleModel
        When *state* is infeasible.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> model = ConflictModel(
    ...     ["One", "Two"], [Option("one", "One"), Option("two", "Two")], preferences={"Two": Payoffs([1, 3, 0, 2])}
    ... )
    >>> ranking_conditions(model, 3, "One")
    (Condition(to=2, any_of=((2,),)),)
    >>> ranking_conditions(model, 3, "One", "seq")
    (Condition(to=2, any_of=((2,), (0,))),)
    """
    if concept not in ("nash", "gmr", "smr", "seq"):
        raise AnalysisError(f'"{concept}" has no ranking conditions here. Known: nash, gmr, smr, seq.')
    model.index(state)
    others = [other for other in model.dms if other != dm]
    conditions = []
    for to in moves(model, state, dm):
        groups: list[tuple[State, ...]] = [(to,)]
        if concept != "nash":
            outcomes = [u for u in reached(model, to, dms=others, improving=concept == "seq") if u != to]
            groups += [(u, *(moves(model, u, dm) if concept == "smr" else ())) for u in outcomes]
        conditions.append(Condition(to, tuple(groups)))
    return tuple(conditions)
