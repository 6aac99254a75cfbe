"""Veto games: an issue whose outcome one party alone can withhold, and what is left of a forecast then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.analysis import Analysis, Layer
from dragoman.case.case import Case
from dragoman.forecast.issue import ScaledIssue
from dragoman.plain import listed

__all__ = ["Veto", "option_model_says", "veto_on", "withholders"]


class Veto(BaseModel):
    """Who can withhold the outcome alone, and what each of them would take rather than the status quo."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    actors: tuple[str, ...] = Field(description="actors that can each withhold the outcome")
    low: float | None = Field(description="lowest outcome that none of them likes less than the status quo")
    high: float | None = Field(description="highest such outcome; None: the status quo on the scale is not known")
    option_model: str = Field(default="", description="what the option model says of it; empty where there is none")


def veto_on(issue: ScaledIssue, *, others: Iterable[str] = (), option_model: str = "") -> Veto | None:
    """Say whether *issue* is a veto game, and between which ends an outcome would have to lie; None where it is none.

    An actor has a veto if the issue says so, if it is among *others*, or if it is one of only two. With outcomes
    that an actor likes less the farther they are from its place, it takes those no farther from it than the status
    quo is (Tsebelis 2002).

    >>> from dragoman.forecast.issue import Stand
    >>> veto = veto_on(ScaledIssue("relief", (Stand("USA", 5), Stand("PRK", 65)), 0, 100, status_quo=0))
    >>> veto.actors, veto.low, veto.high
    (('USA', 'PRK'), 0.0, 10.0)
    """
    named = set(others)
    holders = [stand for stand in issue.stands if stand.veto or stand.actor in named or len(issue.stands) == 2]
    if not holders:
        return None
    low: float | None = None
    high: float | None = None
    if issue.status_quo is not None:
        mirrored = [(issue.status_quo, 2 * stand.position - issue.status_quo) for stand in holders]
        low = max(issue.low, *(min(ends) for ends in mirrored))
        high = min(issue.high, *(max(ends) for ends in mirrored))
    return Veto(actors=tuple(stand.actor for stand in holders), low=low, high=high, option_model=option_model)


def withholders(case: Case, analysis: Analysis) -> tuple[str, ...]:
    """The parties that the case says have a veto, and those without whose own moves nothing better for all comes about.

    The latter have some option changed in every state that is better for all (defaults and judgements counted).
    """
    better = _layer(analysis).better_for_all
    movers = {option.party for option in case.options.values()} if better else set()
    now = set(case.status_quo)
    for state in better:
        movers &= {case.options[name].party for name in now ^ set(state.on)}
    return tuple(party for party in case.parties if party in movers or party in case.vetoes)


def option_model_says(case: Case, analysis: Analysis, names: Mapping[str, str] | None = None) -> str:
    """Say in plain words whether the present state holds, and what is better for all and who can withhold it."""
    layer = _layer(analysis)
    called = names or {party: line.name for party, line in case.parties.items()}
    holds = "nash" in layer.status_quo.equilibrium
    foreseen = "seq" in layer.status_quo.equilibrium
    state = "holds" if holds else "holds if replies are foreseen" if foreseen else "does not hold"
    said = f"The option model says: the present state {state}; "
    if not layer.better_for_all:
        return said + "no outcome is better for all than it."
    count = len(layer.better_for_all)
    more = "at least " if count == analysis.shown else ""
    better, them = ("1 outcome is", "it") if count == 1 else (f"{more}{count} outcomes are", "all of them")
    parties = [called.get(party, party) for party in withholders(case, analysis)]
    if not parties:
        return f"{said}{better} better for all, and no party alone can withhold {them}."
    each = "each " if len(parties) > 1 else ""
    return f"{said}{better} better for all, and {listed(parties)} can {each}withhold {them}."


def _layer(analysis: Analysis) -> Layer:
    return analysis.layers.get("defaults") or next(iter(analysis.layers.values()))
