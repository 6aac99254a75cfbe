"""What could be agreed: deals with who gains and who could spoil, what blocks others, and an order of steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from pydantic import Field

from dragoman.brief.naming import Names
from dragoman.brief.outcomes import Change
from dragoman.brief.record import Ids, Record, Sentence
from dragoman.case.case import Case
from dragoman.deals.deal import Bargain, Blocked, Broken, Deal, Deals, Point
from dragoman.deals.deal import Change as Changed
from dragoman.deals.finding import deals
from dragoman.deals.plantext import move_in_words
from dragoman.deals.saying import amount, chance, figure_words, needs
from dragoman.deals.schedule import Plan, Schedule, Step
from dragoman.deals.scheduling import schedule
from dragoman.deals.text import blocked_in_words, changes_in_words, deal_sentences
from dragoman.errors import AnalysisError
from dragoman.statements.statement import Statement

__all__ = [
    "Agreements", "BargainLine", "BlockedLine", "DealLine", "PlanLine", "PointLine", "ScheduleLine", "StepLine",
    "agreements",
]  # fmt: skip

_LISTED: Final = 12
_SHOWN: Final = 4
_BLOCKED_SHOWN: Final = 3
_MOST_STATES: Final = 1 << 17
_DRAWS: Final = 40
_EVIDENCE_SHOWN: Final = 4


class DealLine(Record):
    """A state that all whom it needs prefer to how things stand."""

    number: int = Field(description="its place in the list of deals, from 1")
    on: Ids = Field(description="options taken in it")
    changes: tuple[Change, ...] = Field(description="what differs from now")
    needs: Ids = Field(description="parties whose options change or that have a veto")
    gains: Ids = Field(description="parties that prefer it to how things stand")
    loses: Ids = Field(description="parties that prefer how things stand")
    equal: Ids = Field(description="parties that are indifferent")
    spoilers: Ids = Field(description="parties that lose, need not agree and could turn a needed party away")
    says: tuple[Sentence, ...] = Field(description="how it comes about, whether it holds, and what it breaks")
    undominated: bool = Field(description="no other deal is better for some party that can act and worse for none")
    smallest: bool = Field(description="no part of its changes is a deal by itself")


class BlockedLine(Record):
    """A state that would be a deal, were it not for one stated line of one party."""

    party: str = Field(description="whose line it is")
    changes: tuple[Change, ...] = Field(description="what differs from now")
    gains: Ids = Field(description="parties that would gain, the line left aside")
    loses: Ids = Field(description="parties that would lose")
    line: Sentence = Field(description="the line in words, with the statements it rests on")


class StepLine(Record):
    """A step of the schedule, and what it risks."""

    number: int = Field(description="its place, from 1")
    parties: Ids = Field(description="who takes it")
    moves: dict[str, str] = Field(description="party to what it does, and how far")
    done: dict[str, float] = Field(description="party to how much of its part is done after it, 0 to 1")
    exposure: dict[str, float] = Field(description="party that steps to how far a breakdown would throw it back")
    risks: str = Field(description="trust required, exposure and temptation, in words")


class PlanLine(Record):
    """A schedule among those compared."""

    title: str = Field(description="what it is called")
    guarantee: str = Field(description="guarantee needed, in words")
    trust: str = Field(description="greatest trust required, in words")
    exposure: str = Field(description="greatest exposure, in words")
    steps: int = Field(description="how many steps it takes")


class ScheduleLine(Record):
    """The order of steps that needs least for a deal, beside others."""

    changes: tuple[Change, ...] = Field(description="what the deal changes")
    measure: str = Field(description="what exposure and guarantee are measured in")
    steps: tuple[StepLine, ...] = Field(description="the steps in order")
    sentences: tuple[Sentence, ...] = Field(description="guarantee, trust and exposure, in three sentences")
    compared: tuple[PlanLine, ...] = Field(description="the schedule and those it is compared with")
    remarks: tuple[Sentence, ...] = Field(description="what to know before relying on it")


class PointLine(Record):
    """A deal and what it brings the players."""

    name: str = Field(description="the solution that chooses it, or frontier")
    changes: tuple[Change, ...] = Field(description="what differs from now")
    gains: dict[str, float] = Field(description="party to its gain over how things stand, in the unit of its worths")


class BargainLine(Record):
    """Bargaining among the parties with given worths."""

    players: Ids = Field(description="parties with given worths")
    points: tuple[PointLine, ...] = Field(description="what Nash, Kalai-Smorodinsky and egalitarian solutions choose")
    frontier: tuple[PointLine, ...] = Field(description="deals that cannot be bettered for one of them")


class Agreements(Record):
    """What could be agreed, and in which order."""

    states: int = Field(description="feasible states, all examined")
    count: int = Field(description="how many of them are deals")
    undominated: int = Field(description="how many deals no other deal dominates")
    in_short: tuple[Sentence, ...] = Field(description="the deal, what blocks another, and the order, in sentences")
    deals: tuple[DealLine, ...] = Field(description="the first that cannot be bettered, and the smallest")
    blocked: tuple[BlockedLine, ...] = Field(description="what single stated lines stand in the way of")
    dates: tuple[Sentence, ...] = Field(description="what dates change on which preferences end or begin")
    bargain: BargainLine | None = Field(description="bargaining solutions; None: fewer than two parties have worths")
    schedule: ScheduleLine | None = Field(description="an order of steps; None: there is no deal among several")
    remarks: tuple[Sentence, ...] = Field(description="what to know before relying on it")
    method: str = Field(description="definitions and version used")


def agreements(case: Case, states: int, names: Names, known: Mapping[str, Statement]) -> Agreements | None:
    """Work out what could be agreed in *case*, which has so many *states*; None where they are too many for a brief.

    *known* are the statements that may be cited.
    """
    if states > _MOST_STATES:
        return None
    found = deals(case, shown=_LISTED)
    order = _order(case, found)
    return Agreements(
        states=found.states,
        count=found.count,
        undominated=found.undominated,
        in_short=tuple(_in_short(case, found, order, names, known)),
        deals=tuple(_deal(case, deal, known) for deal in _chosen(found.deals)),
        blocked=tuple(_blocked(hit, known) for hit in found.blocked[:_BLOCKED_SHOWN]),
        dates=tuple(Sentence(text=text) for turn in found.turns for text in turn.sentences),
        bargain=_bargain(found.bargain) if found.bargain else None,
        schedule=_schedule(case, order) if order else None,
        remarks=tuple(Sentence(text=remark) for remark in found.remarks),
        method=f"{found.method} {order.method}" if order else found.method,
    )


def _order(case: Case, found: Deals) -> Schedule | None:
    """Schedule the first smallest deal that takes several parties, if there is one."""
    joint = [deal for deal in found.deals if deal.way != "alone"]
    if not joint:
        return None
    try:
        return schedule(case, draws=_DRAWS)
    except AnalysisError:  # too large to be searched, or too fine to be weighed: the deals are shown without it
        return None


def _chosen(found: Sequence[Deal]) -> tuple[Deal, ...]:
    """The smallest deals, which can be read at a glance, and those that cannot be bettered."""
    first = [deal for deal in found if deal.smallest]
    best = [deal for deal in found if deal.undominated and not deal.smallest]
    half = _SHOWN - min(len(best), _SHOWN // 2)
    return tuple([*first[:half], *best][:_SHOWN])


def _ids(evidence: Iterable[str], known: Mapping[str, Statement]) -> Ids:
    return tuple(found for found in evidence if found in known)


def _changes(found: Iterable[Changed]) -> tuple[Change, ...]:
    return tuple(Change(party=change.party, option=change.option, taken=change.taken) for change in found)


def _deal(case: Case, deal: Deal, known: Mapping[str, Statement]) -> DealLine:
    return DealLine(
        number=deal.number,
        on=deal.on,
        changes=_changes(deal.changes),
        needs=deal.needs,
        gains=deal.gains,
        loses=deal.loses,
        equal=deal.equal,
        spoilers=tuple(spoiler.party for spoiler in deal.spoilers),
        says=(
            *(Sentence(text=text) for text in deal_sentences(case, deal)),
            *(_breaks(case, line, known) for line in deal.breaks),
        ),
        undominated=deal.undominated,
        smallest=deal.smallest,
    )


def _bargain(found: Bargain) -> BargainLine:
    def told(points: Iterable[Point]) -> tuple[PointLine, ...]:
        return tuple(PointLine(name=one.name, changes=_changes(one.changes), gains=one.gains) for one in points)

    return BargainLine(players=found.players, points=told(found.points), frontier=told(found.frontier))


def _breaks(case: Case, line: Broken, known: Mapping[str, Statement]) -> Sentence:
    text = f"Breaks what {case.parties[line.party].name} states: {line.text}."
    return Sentence(text=text, statements=_ids(line.evidence, known))


def _blocked(hit: Blocked, known: Mapping[str, Statement]) -> BlockedLine:
    return BlockedLine(
        party=hit.line.party,
        changes=_changes(hit.changes),
        gains=hit.gains,
        loses=hit.loses,
        line=Sentence(text=hit.line.text, statements=_ids(hit.line.evidence, known)),
    )


def _in_short(
    case: Case, found: Deals, order: Schedule | None, names: Names, known: Mapping[str, Statement]
) -> Iterator[Sentence]:
    """Say in three sentences what could be agreed, what blocks another agreement, and what order needs least."""
    best = next((deal for deal in found.deals if deal.smallest and deal.way != "alone"), None)
    if best is None:
        yield Sentence(text="No state that takes more than one party is better than now for all whom it needs.")
    else:
        everybody = len(best.gains) == len(case.parties)
        who = "all parties" if everybody else names.all(best.gains)
        how = {
            "together": "and they can get there only together",
            "in_turn": "and they can get there one after the other, each gaining by its own move",
            "alone": "",
        }[best.way]
        yield Sentence(
            text=f"Better than now for {who}, {how} – {changes_in_words(case, best.changes)}.",
            statements=_behind(case, best.changes, known),
        )
    for hit in _smaller(found.blocked, best):
        yield Sentence(text=blocked_in_words(case, hit), statements=_ids(hit.line.evidence, known)[:_EVIDENCE_SHOWN])
    if order is not None:
        yield Sentence(text=_least(case, order))


def _smaller(blocked: Sequence[Blocked], best: Deal | None) -> Sequence[Blocked]:
    """The blocked state that has least in common with the best deal, if there are any."""
    wanted = {change.option for change in best.changes} if best else set()
    return sorted(blocked, key=lambda hit: len(wanted & {change.option for change in hit.changes}))[:1]


def _behind(case: Case, changes: Iterable[Changed], known: Mapping[str, Statement]) -> Ids:
    ids = (found for change in changes for found in _ids(case.options[change.option].evidence, known)[:2])
    return tuple(dict.fromkeys(ids))[:_EVIDENCE_SHOWN]


def _least(case: Case, order: Schedule) -> str:
    best = order.best
    trust = "no belief is enough at some step" if best.trust is None else f"trust of {chance(best.trust)} at most"
    guarantee = (
        f"a guarantee of {amount(order, best.guarantee)} against {case.parties[best.guarantee_against].name}"
        if best.guarantee_against
        else "no guarantee"
    )
    steps = "one step" if len(best.steps) == 1 else f"{len(best.steps)} steps"
    return f"The order of steps to it that needs least takes {steps}, {guarantee} and {trust}."


def _schedule(case: Case, order: Schedule) -> ScheduleLine:
    best = order.best
    return ScheduleLine(
        changes=_changes(order.changes),
        measure="the unit of the given worths"
        if order.measure == "worth"
        else "shares of what the deal brings the party",
        steps=tuple(_step(case, order, step, before) for step, before in _so_far(order, best)),
        sentences=tuple(Sentence(text=text) for text in needs(case, order, best)),
        compared=tuple(_plan(order, plan) for plan in order.plans),
        remarks=tuple(Sentence(text=text) for text in order.remarks),
    )


def _so_far(order: Schedule, plan: Plan) -> Iterator[tuple[Step, dict[str, float]]]:
    """Each step with how much of each option is done after it."""
    done = {change.option: 0.0 for change in order.changes}
    for step in plan.steps:
        done = done | {move.option: move.after for move in step.moves}
        yield step, done


def _step(case: Case, order: Schedule, step: Step, done: Mapping[str, float]) -> StepLine:
    own: dict[str, list[float]] = {}
    for change in order.changes:
        own.setdefault(change.party, []).append(done[change.option])
    moves: dict[str, list[str]] = {}
    for move in step.moves:
        moves.setdefault(move.party, []).append(move_in_words(case, move))
    return StepLine(
        number=step.number,
        parties=step.parties,
        moves={party: "; ".join(told) for party, told in moves.items()},
        done={party: sum(shares) / len(shares) for party, shares in own.items()},
        exposure=step.exposure,
        risks=figure_words(case, order, step),
    )


def _plan(order: Schedule, plan: Plan) -> PlanLine:
    def told(much: float) -> str:
        return f"{much:.3g}" if order.measure == "worth" else chance(much)

    return PlanLine(
        title=plan.title,
        guarantee=told(plan.guarantee) if plan.guarantee else "none",
        trust="none enough" if plan.trust is None else chance(plan.trust),
        exposure=told(plan.exposure) if plan.exposure else "none",
        steps=len(plan.steps),
    )
