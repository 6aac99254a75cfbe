"""What a given schedule risks, step by step and in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf, isinf
from typing import NamedTuple

import numpy as np

from dragoman.deals.bottleneck import Leg
from dragoman.deals.breakdown import ends_of
from dragoman.deals.lattice import Lattice
from dragoman.deals.risk import Risk, trust_required
from dragoman.deals.schedule import Kind, Move, Plan, Ranges, Step

__all__ = ["Figures", "Most", "figures_of", "plan_of", "usable"]


class Most(NamedTuple):
    """The largest of a figure: how much, for whom, and at which step (from 1)."""

    much: float = 0.0
    party: str | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a schedule needs, in the order in which schedules are compared."""

    guarantee: Most
    trust: Most
    exposure: Most
    steps: int

    @property
    def rank(self) -> tuple[float, float, float, int]:
        """Less is less demanding."""
        return self.guarantee.much, self.trust.much, self.exposure.much, self.steps


@dataclass(frozen=True)
class _Step:
    """One step in figures."""

    exposure: dict[str, float]
    trust: dict[str, float]
    missing: dict[str, float]
    temptation: dict[str, float]
    holding_back: dict[str, float]


def usable(lattice: Lattice, legs: Sequence[Leg]) -> bool:
    """Say whether a schedule passes only through places that can be."""
    return bool(lattice.feasible[[leg.to for leg in legs]].all())


def figures_of(risk: Risk, legs: Sequence[Leg]) -> Figures:
    """Work out what the schedule of these *legs* needs."""
    steps = list(_steps(risk, legs))

    def most(rows: Iterator[tuple[int, Mapping[str, float]]]) -> Most:
        found = [Most(much, party, number) for number, row in rows for party, much in row.items() if much > 0]
        return max(found, key=lambda one: one.much, default=Most())

    numbered = list(enumerate(steps, start=1))
    return Figures(
        most((n, row) for n, step in numbered for row in (step.temptation, step.holding_back)),
        most((n, step.trust) for n, step in numbered),
        most((n, step.exposure) for n, step in numbered),
        len(steps),
    )


def plan_of(
    risk: Risk, legs: Sequence[Leg], *, kind: Kind, title: str, pieces: int, ranges: Ranges | None = None
) -> Plan:
    """Write the schedule of these *legs* down, with all that each step risks."""
    figures = figures_of(risk, legs)
    places = [0, *(leg.to for leg in legs)]
    told = tuple(
        _told(risk, leg, start, number, step)
        for number, (leg, start, step) in enumerate(zip(legs, places, _steps(risk, legs), strict=False), start=1)
    )
    return Plan(
        kind=kind,
        title=title,
        pieces=pieces,
        steps=told,
        guarantee=figures.guarantee.much,
        guarantee_against=figures.guarantee.party,
        guarantee_after=figures.guarantee.step,
        trust=None if isinf(figures.trust.much) else figures.trust.much,
        trust_of=figures.trust.party,
        exposure=figures.exposure.much,
        exposure_of=figures.exposure.party,
        ranges=ranges,
    )


def _steps(risk: Risk, legs: Sequence[Leg]) -> Iterator[_Step]:
    places = [0, *(leg.to for leg in legs)]
    for leg, (start, end) in zip(legs, pairwise(places), strict=True):
        yield _step(risk, leg, start, end)


def _step(risk: Risk, leg: Leg, start: int, end: int) -> _Step:
    lattice, left = risk.values.lattice, risk.left
    exposure, trust, missing, holding_back = {}, {}, {}, {}
    for party in leg.parties:
        row = lattice.parties.index(party)
        alone = lattice.mixed(start, end, party)
        alone = alone if lattice.feasible[alone] else start
        deal = float(risk.values.deal[row])
        before, after = left[row, [start]], left[row, [alone]]
        exposure[party] = float(risk.exposure[row, alone])
        trust[party] = float(trust_required(before, after, deal)[0])
        if trust[party] == inf:
            missing[party] = float(before[0] - deal) / float(risk.values.units[row])
        without = lattice.mixed(end, start, party)
        if len(leg.parties) > 1 and lattice.feasible[without] and risk.temptation[row, without] > 0:
            holding_back[party] = float(risk.temptation[row, without])
    tempted = risk.temptation[:, end]
    temptation = {p: float(much) for p, much in zip(lattice.parties, tempted, strict=True) if much > 0}
    return _Step(exposure, trust, missing, temptation, holding_back)


def _told(risk: Risk, leg: Leg, start: int, number: int, step: _Step) -> Step:
    lattice = risk.values.lattice
    ends = sorted(ends_of(risk.values, leg.to))
    shown = ends[0]
    return Step(
        number=number,
        parties=leg.parties,
        moves=tuple(_moves(lattice, start, leg.to)),
        exposure=step.exposure,
        trust={party: None if isinf(much) else much for party, much in step.trust.items()},
        missing=step.missing,
        temptation=step.temptation,
        holding_back=step.holding_back,
        breaks_to={
            axis.option: done / axis.steps for axis, done in zip(lattice.axes, lattice.at(shown), strict=True) if done
        },
        order_matters=len(np.unique(risk.values.rows[:, ends], axis=1).T) > 1,
    )


def _moves(lattice: Lattice, start: int, end: int) -> Iterator[Move]:
    for axis, before, after in zip(lattice.axes, lattice.at(start), lattice.at(end), strict=True):
        if before != after:
            yield Move(
                party=axis.party,
                option=axis.option,
                taken=axis.taken,
                before=before / axis.steps,
                after=after / axis.steps,
            )
