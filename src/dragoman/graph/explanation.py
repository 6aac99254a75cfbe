"""Why a decision maker stays or leaves, in one sentence of plain words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.graph.departure import Departure, departures
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.stability import Concept

__all__ = ["change", "explain"]

_SHOWN: Final = 3
_UNANSWERED: Final[dict[Concept, str]] = {
    "nash": "and replies are not reckoned with",
    "gmr": "and nothing that the others could then do would leave it no better off than now",
    "smr": "and nothing that the others could then do would keep it from being better off than now",
    "seq": "and no replies by which the others gain would leave it no better off than now",
    "sseq": "and no replies by which the others gain would keep it from being better off than now",
    "sim": "and nothing by which the others gain at the same time would leave it no better off than now",
}
_ANSWERED: Final[dict[Concept, str]] = {
    "gmr": "could",
    "smr": "could",
    "seq": "would gain as it",
    "sseq": "would gain as it",
    "sim": "would gain as at the same time it",
}


def change(model: ConflictModel, before: State, after: State, *, infinitive: bool = False) -> str:
    """Say which options are taken and given up between two states.

    >>> from dragoman.graph import ConflictModel, Option
    >>> model = ConflictModel(["A"], [Option("relief", "A"), Option("drills", "A"), Option("talks", "A")])
    >>> change(model, 2, 5), change(model, 1, 1)
    ('takes relief and talks and gives up drills', 'changes nothing')
    """
    taken = [name for name in model.taken(after) if name not in model.taken(before)]
    dropped = [name for name in model.taken(before) if name not in model.taken(after)]
    take, give, stay = ("take", "give up", "change nothing") if infinitive else ("takes", "gives up", "changes nothing")
    parts = [f"{verb} {_list(names)}" for verb, names in ((take, taken), (give, dropped)) if names]
    return " and ".join(parts) or stay


def explain(model: ConflictModel, state: State, dm: str, concept: Concept = "seq") -> str:
    """Say in one sentence whether *dm* stays at *state* under *concept*, and why.

    The sentence gives the same improvements and answers as `departures`, at most three of them.

    Raises
    ------
    InfeasibleModel
        When *state* is infeasible.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> dilemma = ConflictModel(
    ...     ["North", "South"],
    ...     [Option("relief", "North"), Option("freeze", "South")],
    ...     preferences={"North": Payoffs([1, 0, 3, 2]), "South": Payoffs([1, 3, 0, 2])},
    ... )
    >>> explain(dilemma, 0, "North")
    'North stays: no move of its own leads to a state it prefers.'
    >>> explain(dilemma, 3, "North", "gmr")
    'North stays: if it gives up relief, South could give up freeze, which leaves North no better off than now.'
    >>> explain(dilemma, 1, "North", "gmr")
    'North leaves: it gains as it gives up relief, and nothing that the others could then do would leave it no better \
off than now.'
    """
    found = departures(model, state, dm, concept=concept)
    if not found:
        return f"{dm} stays: no move of its own leads to a state it prefers."
    free = [departure for departure in found if not departure.deterred]
    if free:
        more = f" (or {len(free) - 1} other such moves)" if len(free) > 2 else " (or another)" if len(free) == 2 else ""
        return f"{dm} leaves: it gains as it {change(model, state, free[0].to)}{more}, {_UNANSWERED[concept]}."
    clauses = [_answered(model, departure, concept) for departure in found[:_SHOWN]]
    rest = f"; and so for {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{dm} stays: {'; '.join(clauses)}{rest}."


def _answered(model: ConflictModel, departure: Departure, concept: Concept) -> str:
    replies, at = [], departure.start if concept == "sim" else departure.to
    for step in departure.answer:
        text = change(model, at, step.to, infinitive=concept in ("gmr", "smr"))
        replies.append(f"{step.dm} {_ANSWERED[concept]} {text}")
        at = at if concept == "sim" else step.to
    temptation = change(model, departure.start, departure.to)
    return f"if it {temptation}, {_list(replies)}, which leaves {departure.dm} no better off than now"


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
