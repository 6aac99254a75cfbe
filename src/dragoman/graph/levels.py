"""Options with ordered levels, such as no relief, partial relief, full relief."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.errors import AnalysisError
from dragoman.graph.logic import Expression, name, negation
from dragoman.graph.model import Option

__all__ = ["levels"]


def levels(dm: str, names: Sequence[str], *, one_way: bool = False) -> tuple[list[Option], list[Expression]]:
    """Make one option of *dm* with several levels, from the lowest above none to the highest.

    Each level is an option that is taken together with all below it; so logic that names a level means "at least
    this". Give the options and the infeasible combinations to the model. Any level can be reached from any other in
    one move; with *one_way*, only a higher one.

    Raises
    ------
    AnalysisError
        Without a level.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel
    >>> options, infeasible = levels("North", ["partial_relief", "full_relief"])
    >>> model = ConflictModel(["North"], options, infeasible=infeasible)
    >>> [model.taken(state) for state in model.states.tolist()]
    [(), ('partial_relief',), ('partial_relief', 'full_relief')]
    """
    if not names:
        raise AnalysisError(f'An option of "{dm}" with levels needs at least one level above none.')
    options = [Option(level, dm, one_way=one_way) for level in names]
    skipped = [Expression("and", (name(higher), negation(name(lower)))) for lower, higher in pairwise(names)]
    return options, skipped
