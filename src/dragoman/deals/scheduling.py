"""Scheduling: the order of steps to a deal that needs least, beside the orders that people name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

from dragoman._version import __version__
from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.case.wishing import state_beside
from dragoman.deals.assessing import plan_of
from dragoman.deals.between import go_betweens
from dragoman.deals.bottleneck import MOST_STEPS, steps_between
from dragoman.deals.candidates import PIECES, compared, least
from dragoman.deals.drawing import Drawn, ranges_over
from dragoman.deals.lattice import Lattice
from dragoman.deals.risk import risk_of
from dragoman.deals.saying import sentences
from dragoman.deals.schedule import Between, Schedule
from dragoman.deals.states import changes, in_order
from dragoman.deals.table import Table
from dragoman.deals.values import values
from dragoman.errors import AnalysisError
from dragoman.plain import listed

__all__ = ["deal_named", "schedule"]

_FINEST: Final = (8, 4, 2, 1)
_QUICK: Final = 200_000
"""So many steps are listed at most where the division is left to the program."""
_MOST_COMPARED: Final = 1 << 16
"""A division that the schedule does not need is only compared where it has at most so many half-way states."""
_METHOD: Final = (
    "If a schedule breaks down, each party in turn takes back what it can and gains by, until nobody does; where "
    "the order matters, the worst for each. Exposure: how far that lies below the status quo after one’s own step. "
    "Trust required: the least belief in the deal at which the step is taken. Temptation: how far it lies above the "
    "deal; guarantee: the largest temptation on the way, the deal included. In a step taken together each fears to be "
    "the only one to do its part, and is tempted to be the only one not to. Least demanding: guarantee, then trust, "
    "then exposure, then steps, each by a bottleneck path over the steps that attain those before it. "
    "Dragoman {version}."
)


@dataclass(frozen=True)
class _Task:
    """A deal to be scheduled, and what may be divided or taken back."""

    table: Table
    deal: int
    divisible: tuple[str, ...]
    returns: Mapping[str, bool]
    marked: bool

    def lattice(self, pieces: int) -> Lattice:
        """The lattice in which every divisible option is divided into so many *pieces*."""
        return Lattice(self.table, self.deal, dict.fromkeys(self.divisible, pieces), returns=self.returns)

    def go_betweens(self, pieces: int, *, together: bool) -> Iterator[Between]:
        """What the go-betweens' options of the case do to the least that a schedule needs."""
        steps = dict.fromkeys(self.divisible, pieces)
        return go_betweens(
            self.table, self.deal, steps, self.returns,
            lambda risk, joint: least(risk, together=joint), together=together,
        )  # fmt: skip

    def shape(self, pieces: int) -> dict[str, tuple[int, ...]]:
        """For each party, how many steps each of its options that change is divided into."""
        return {
            party: tuple(
                pieces if option in self.divisible else 1
                for option in self.table.changed(self.deal)
                if self.table.case.options[option].party == party
            )
            for party in self.table.movers(self.deal)
        }

    def places(self, pieces: int) -> int:
        """How many places the lattice would have."""
        return prod(steps + 1 for own in self.shape(pieces).values() for steps in own)


def schedule(
    case: Case,
    deal: str | None = None,
    *,
    steps: int | None = None,
    one_way: Sequence[str] = (),
    reversible: Sequence[str] = (),
    layer: LayerName = "defaults",
    draws: int = 100,
    seed: int = 0,
) -> Schedule:
    """Find the order of steps to *deal* that needs least, and set it beside all at once, one side first and pieces.

    Parameters
    ----------
    case
        Never modified.
    deal
        A deal's number in the list of deals, or options (``a, not b``), all others being as they are now. Left out,
        the first deal in whose changes nothing can be left out.
    steps
        Into how many equal steps each divisible option is divided for the schedule that needs least; left out, 8 or
        as many as leave few enough steps to list quickly. Where the case marks no option of the deal as
        divisible, all are divided.
    one_way, reversible
        Options to be taken as such, whatever the case says.
    layer
        Which preference lines count.
    draws, seed
        How many other weights that fit the lists are tried, and what the draws start from.

    Raises
    ------
    AnalysisError
        There is no deal; the state named is none; a number of steps is below 1.
    TooManyStates
        The lattice has more than 1,048,576 places; the message says which options to make coarser.

    Examples
    --------
    Ships and prisoners go home for good, half of each at a time; nobody can take anything back:

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options:
    ...   ships: {party: RUR, does: hand over the ships, one_way: yes}
    ...   crew: {party: GRA, does: free the crew, one_way: yes}
    ... worths: {RUR: {ships: -3, crew: 5}, GRA: {ships: 5, crew: -3}}
    ... ''')
    >>> found = schedule(case, steps=2)
    >>> halves = next(plan for plan in found.plans if plan.kind == "pieces" and plan.pieces == 2)
    >>> halves.guarantee, halves.exposure, [step.parties for step in halves.steps]
    (1.5, 1.5, [('RUR',), ('GRA',), ('RUR',), ('GRA',)])
    """
    table = Table(case, layer)
    task = _task(table, deal_named(table, deal), one_way, reversible)
    pieces = _finest(task) if steps is None else steps
    lattice = task.lattice(pieces)
    together = steps_between(lattice.divided, together=True) <= MOST_STEPS
    risks = {pieces: risk_of(values(lattice))}
    wanted = [n for n in (1, *PIECES) if n != pieces]
    others = [n for n in wanted if task.places(n) <= _MOST_COMPARED]
    risks |= {n: risk_of(values(task.lattice(n))) for n in others}
    candidates = tuple(compared(risks, pieces, together=together))
    ranges = ranges_over(risks, candidates, draws=draws, seed=seed)
    plans = [
        plan_of(risks[one.pieces], one.legs, kind=one.kind, title=one.title, pieces=one.pieces, ranges=ranges.of[one])
        for one in candidates
    ]
    found = Schedule(
        title=case.title,
        layer=layer,
        on=table.model.taken(task.deal),
        changes=changes(table, task.deal),
        parties=lattice.parties,
        measure=risks[pieces].values.measure,
        divided={axis.option: axis.steps for axis in lattice.axes if axis.steps > 1},
        one_way=tuple(axis.option for axis in lattice.axes if not axis.returns),
        places=lattice.size,
        together=together,
        plans=tuple(plans),
        between=tuple(task.go_betweens(pieces, together=together)),
        draws=ranges.draws,
        seed=seed,
        sentences=(),
        remarks=tuple(_remarks(task, lattice, ranges, [n for n in wanted if n not in others], together=together)),
        method=_METHOD.format(version=__version__),
    )
    return found.model_copy(update={"sentences": tuple(sentences(case, found))})


def deal_named(table: Table, name: str | None) -> int:
    """Give the state of the deal called *name*: its number in the list, or options; the first smallest if None.

    Raises
    ------
    AnalysisError
        There is no such deal.
    """
    if name is not None and not name.strip().isdecimal():
        return state_beside(table.model, table.now, name)
    listed = in_order(table)
    if not listed:
        raise AnalysisError(
            "No state is better than how things stand for all whom it needs, so there is no deal to schedule. "
            "dragoman deals says what stands in the way."
        )
    if name is None:
        joint = [deal for deal in listed if len(table.movers(deal.state)) > 1]
        return next((deal.state for deal in joint if deal.smallest), (joint or listed)[0].state)
    if not 1 <= int(name) <= len(listed):
        raise AnalysisError(f"There is no deal {int(name)}; dragoman deals lists {len(listed)}.")
    return listed[int(name) - 1].state


def _task(table: Table, deal: int, one_way: Sequence[str], reversible: Sequence[str]) -> _Task:
    known = table.model.names
    unknown = next((option for option in (*one_way, *reversible) if option not in known), None)
    if unknown is not None:
        raise AnalysisError(f'"{unknown}" is no option here. Known: {", ".join(known)}.')
    returns = dict.fromkeys(one_way, False) | dict.fromkeys(reversible, True)
    changed = table.changed(deal)
    marked = tuple(option for option in changed if table.case.options[option].divisible)
    return _Task(table, deal, marked or changed, returns, marked=bool(marked))


def _finest(task: _Task) -> int:
    """Choose the finest division whose steps, those taken together included, can be listed one by one."""
    fit = (n for n in _FINEST if steps_between(task.shape(n), together=True) <= _QUICK)
    return next(fit, 1)


def _remarks(task: _Task, lattice: Lattice, ranges: Drawn, left_out: Sequence[int], *, together: bool) -> Iterator[str]:
    case = task.table.case
    if lattice.shape != (2,) * len(lattice.shape) and not task.marked:
        yield "The case marks no option of the deal as divisible, so all of them are divided here."
    if not together:
        yield f"The steps over {lattice.size:,} half-way states are too many to search those taken together as well."
    if left_out:
        rounds = listed([str(n) for n in left_out])
        yield f"In {rounds} rounds there are too many half-way states to compare; --steps {left_out[0]} asks for them."
    listed_parties = [case.parties[p].name for p in lattice.parties if p not in task.table.valued]
    if listed_parties:
        yield (
            f"No worths are given for {listed(listed_parties)}, so each line of a list weighs just more than all later "
            "ones together. Whether anything is lost or gained follows from the lists; how much does not."
        )
    if ranges.wanted and ranges.draws < ranges.wanted:
        yield f"Over so many half-way states only {ranges.draws} other weights were tried."
    mixed = [case.parties[p].name for p in lattice.parties if p in task.table.valued]
    if listed_parties and mixed:
        yield f"Figures are in shares of what the deal brings each party, also for {listed(mixed)}."
