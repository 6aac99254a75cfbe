"""Where two parties that look ahead would stay, the others holding still."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.case.answers import Foresight
from dragoman.case.asked import refuse_too_many
from dragoman.case.outcomes import LayerView
from dragoman.errors import AnalysisError
from dragoman.graph import ConflictModel, Option, Payoffs
from dragoman.graph.foresight import limited_move_stability, nonmyopic_stability
from dragoman.graph.logic import Expression, name, negation

__all__ = ["looking_ahead"]

_SHOWN: Final = 10


def looking_ahead(view: LayerView, between: Sequence[str], horizon: int) -> Foresight:
    """Decide where two parties would stay that foresee *horizon* moves, or, with 0, as many as it takes.

    The definitions are for two parties. In a conflict of more the two are to be named; all others are taken to keep
    to what they do now.

    Raises
    ------
    AnalysisError
        The parties are not two that control options, or what is foreseen does not settle.
    TooManyStates
        Over 65,536 states.
    """
    refuse_too_many(view, "foresight")
    two = _pair(view, between)
    model = _with_others_still(view, two)
    found = limited_move_stability(model, horizon) if horizon else nonmyopic_stability(model)
    holding = sorted(found.equilibria(), key=lambda state: ((state ^ view.now).bit_count(), state))
    here = model.index(view.now)
    return Foresight(
        parties=two,
        horizon=horizon or None,
        still=tuple(dm for dm in view.model.dms if dm not in two),
        stay=tuple(dm for dm, stays in zip(two, found.stable, strict=True) if stays[here]),
        holding=tuple(view.model.taken(state) for state in holding[:_SHOWN]),
        count=len(holding),
    )


def _pair(view: LayerView, between: Sequence[str]) -> tuple[str, str]:
    known = view.model.dms
    chosen = tuple(between) or known
    unknown = next((party for party in chosen if party not in known), None)
    if unknown is not None:
        raise AnalysisError(f'"{unknown}" is no party that controls an option. Name two of: {", ".join(known)}.')
    if len(chosen) != 2 or chosen[0] == chosen[1]:
        raise AnalysisError(
            f"Looking ahead is defined for two parties, not for {len(set(chosen))}. Name two of: "
            f"{', '.join(known)}; the others are then taken to keep to what they do now."
        )
    return chosen[0], chosen[1]


def _with_others_still(view: LayerView, two: tuple[str, str]) -> ConflictModel:
    """Give the model of two parties over the same options, those of others fixed as they are now."""
    model = view.model
    fixed = [
        _other_than(o.name, taken=bool(view.now >> bit & 1)) for bit, o in enumerate(model.options) if o.dm not in two
    ]
    options = [
        o if o.dm in two else Option(o.name, two[0], one_way=o.one_way, no_return=o.no_return) for o in model.options
    ]
    infeasible = (*model.infeasible, *fixed)
    part = ConflictModel(two, options, infeasible=infeasible)
    places = model.indices(part.states)
    return ConflictModel(
        two, options, infeasible=infeasible, preferences={dm: Payoffs(model.scores(dm)[places]) for dm in two}
    )


def _other_than(option: str, *, taken: bool) -> Expression:
    return negation(name(option)) if taken else name(option)
