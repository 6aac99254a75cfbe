"""Go-betweens: what carrying offers, holding things in escrow or verifying does to the figures of a schedule.

They are options of the case. One that *carries* offers between parties lets these take steps together; where the case
has such an option, steps are taken in turn without it. What one *holds* in escrow goes back to its owner if things
break down before the deal is done. What one *verifies* can be taken back, as a breach is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dragoman.case.case import Case, Option
from dragoman.case.explaining import option_in_words
from dragoman.deals.assessing import Figures, figures_of
from dragoman.deals.bottleneck import Leg
from dragoman.deals.lattice import Lattice
from dragoman.deals.risk import Risk, risk_of
from dragoman.deals.saying import chance
from dragoman.deals.schedule import Between, Need
from dragoman.deals.table import Table
from dragoman.deals.values import values
from dragoman.plain import listed

__all__ = ["go_betweens"]

Search = Callable[[Risk, bool], tuple[Leg, ...]]
"""Finds the least demanding schedule, with or without steps taken together."""


def go_betweens(
    table: Table,
    deal: int,
    steps: Mapping[str, int],
    returns: Mapping[str, bool],
    search: Search,
    *,
    together: bool,
) -> Iterator[Between]:
    """Yield what each go-between's option of the case does to the least that a schedule to *deal* needs."""
    case = table.case
    carried = any(option.carries for option in case.options.values())
    base = Lattice(table, deal, steps, returns=returns)
    measured = values(base)
    without = _figures(risk_of(measured), search, together=together and not carried)
    for name, option in case.options.items():
        if without is None or not (option.carries or option.holds or option.verifies):
            continue
        joint = together and (not carried or set(base.movers) <= set(option.carries))
        back = {**returns, **dict.fromkeys(option.verifies, True)}
        lattice = Lattice(table, deal, steps, returns=back)
        beside = _figures(risk_of(values(lattice), held=option.holds), search, together=joint)
        if beside is not None:
            willing = _willing(table, deal, name)
            unwilling = " By its own list it would rather not." if willing is False else ""
            yield Between(
                option=name,
                party=option.party,
                willing=willing,
                without=_need(without),
                beside=_need(beside),
                text=_said(case, name, option, without, beside, worth=measured.measure == "worth") + unwilling,
            )


def _figures(risk: Risk, search: Search, *, together: bool) -> Figures | None:
    legs = search(risk, together)
    return figures_of(risk, legs) if legs else None


def _need(figures: Figures) -> Need:
    trust = figures.trust.much
    return Need(
        guarantee=figures.guarantee.much,
        trust=None if trust == float("inf") else trust,
        exposure=figures.exposure.much,
        steps=figures.steps,
    )


def _willing(table: Table, deal: int, option: str) -> bool | None:
    """Whether the party whose option it is likes the deal no less with it than without."""
    beside = deal | table.model.code([option])
    without = beside & ~table.model.code([option])
    if not (table.model.is_feasible(beside) and table.model.is_feasible(without)):
        return None
    scores = table.scores[table.case.options[option].party]
    return bool(scores[table.model.index(beside)] >= scores[table.model.index(without)])


def _said(case: Case, name: str, option: Option, without: Figures, beside: Figures, *, worth: bool) -> str:
    """Say which figures change, from what to what."""

    def told(much: float, *, share: bool) -> str:
        if much == float("inf"):
            return "more than any belief"
        return chance(much) if share else f"{much:.3g}"

    rows = [
        ("guarantee", without.guarantee.much, beside.guarantee.much, not worth),
        ("greatest trust required", without.trust.much, beside.trust.much, True),
        ("greatest exposure", without.exposure.much, beside.exposure.much, not worth),
    ]
    changed = [
        f"the {word} goes from {told(was, share=share)} to {told(now, share=share)}"
        for word, was, now, share in rows
        if was != now
    ]
    lead = f"If {case.parties[option.party].name} takes up {option_in_words(case, name)}, "
    return lead + (f"{listed(changed)}." if changed else "the figures would stay the same.")
