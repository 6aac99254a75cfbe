"""What the figures of schedules say, in sentences made from the figures alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.case.case import Case
from dragoman.deals.schedule import Plan, Schedule, Step
from dragoman.plain import listed

__all__ = ["amount", "chance", "figure", "figure_words", "needs", "sentences"]

_SAME = 1e-9


def sentences(case: Case, found: Schedule) -> Iterator[str]:
    """Say what the least demanding schedule needs, and how it compares with the others."""
    best = found.best
    searched = "" if found.together else " by one party at a time"
    yield (
        f"Of all orders of steps{searched} over {found.places:,} half-way states, the one that needs least takes "
        f"{_steps(len(best.steps))} and begins with {_names(case, best.steps[0].parties)}."
    )
    yield from needs(case, found, best)
    yield from _finer(found)
    yield from _beside(found)
    yield from _trend(found)
    yield from _who_carries(case, found)
    yield from (between.text for between in found.between)


def needs(case: Case, found: Schedule, plan: Plan) -> Iterator[str]:
    """Say in three sentences what guarantee, trust and exposure *plan* comes to."""
    yield _guarantee(case, found, plan)
    yield _trust(case, found, plan)
    yield _exposure(case, found, plan)


def amount(found: Schedule, much: float) -> str:
    """Write an exposure, temptation or guarantee in its measure: ``1.5``, or ``30% of what the deal brings it``."""
    return f"{much:.3g}" if found.measure == "worth" else f"{chance(much)} of what the deal brings it"


def chance(much: float) -> str:
    """Write a share in per cent, never as nothing where it is something.

    >>> chance(0.6), chance(0.0004), chance(0.0)
    ('60%', 'under 1%', '0%')
    """
    return "under 1%" if 0 < much < 0.005 else f"{much:.0%}"


def figure(found: Schedule, much: float) -> str:
    """Write an exposure, temptation or guarantee as a bare figure: in units of worth, or in per cent."""
    return f"{much:.3g}" if found.measure == "worth" else chance(much)


def figure_words(case: Case, found: Schedule, step: Step) -> str:
    """Write what a step risks: ``North: trust 40%, exposure 1.5; South tempted by 2``."""
    parts = []
    for party in step.parties:
        trust = step.trust[party]
        belief = "no belief enough" if trust is None else f"trust {chance(trust)}"
        exposed = f", exposure {figure(found, step.exposure[party])}" if step.exposure[party] else ""
        parts.append(f"{case.parties[party].name}: {belief}{exposed}")
    tempted = {**step.temptation, **step.holding_back}
    parts += [f"{case.parties[party].name} tempted by {figure(found, much)}" for party, much in tempted.items()]
    return "; ".join(parts) + ("; depends on who retreats first" if step.order_matters else "")


def _steps(count: int) -> str:
    return "one step" if count == 1 else f"{count} steps"


def _names(case: Case, parties: tuple[str, ...]) -> str:
    return listed(case.parties[party].name for party in parties) + (" together" if len(parties) > 1 else "")


def _guarantee(case: Case, found: Schedule, plan: Plan) -> str:
    if plan.guarantee_against is None or plan.guarantee_after is None:
        return "It needs no guarantee: nobody whom it needs is ever better off breaking it off than with the deal."
    step = plan.steps[plan.guarantee_after - 1]
    party = plan.guarantee_against
    held = step.holding_back.get(party, 0.0) > step.temptation.get(party, 0.0)
    last = plan.guarantee_after == len(plan.steps)
    when = (
        f"in step {step.number}, by leaving its own part undone"
        if held
        else "once all is done, by undoing its own part"
        if last
        else f"after step {step.number}, by breaking off"
    )
    least = " No order of steps that was searched needs less." if plan.kind == "best" else ""
    return (
        f"It needs a guarantee of {amount(found, plan.guarantee)} against {case.parties[party].name}, which would gain "
        f"as much {when}.{least}"
    )


def _trust(case: Case, found: Schedule, plan: Plan) -> str:
    if plan.trust is None:
        step = next(step for step in plan.steps if None in step.trust.values())
        party = next(party for party, much in step.trust.items() if much is None)
        return (
            f"No belief in the deal makes {case.parties[party].name} take step {step.number}: breaking off before it "
            f"is worth {amount(found, step.missing[party])} more to it than the deal."
        )
    if plan.trust_of is None:
        return "No step takes any trust: each leaves whoever takes it no worse off if all then breaks down."
    step = next(step for step in plan.steps if step.trust.get(plan.trust_of) == plan.trust)
    return (
        f"The most trust is required of {case.parties[plan.trust_of].name} at step {step.number}: it takes the step if "
        f"it believes that the deal is completed with a chance of {chance(plan.trust)} or more."
    )


def _exposure(case: Case, found: Schedule, plan: Plan) -> str:
    if plan.exposure_of is None:
        return "Nobody who takes a step ends up below how things stand now if all breaks down after it."
    step = next(step for step in plan.steps if step.exposure.get(plan.exposure_of) == plan.exposure)
    return (
        f"{case.parties[plan.exposure_of].name} is exposed most: a breakdown after its part of step {step.number} "
        f"would leave it {amount(found, plan.exposure)} below how things stand now."
    )


def _finer(found: Schedule) -> Iterator[str]:
    """Where finer pieces than were searched need less, say so."""
    finer = [plan for plan in found.plans if plan.pieces > found.best.pieces and _rank(plan) < _rank(found.best)]
    if finer:
        least = min(finer, key=_rank)
        yield (
            f"This is with options in {found.best.pieces} pieces at most. Finer pieces need less: in {least.pieces}, "
            f"the greatest trust required is {_told(found, least.trust, 'greatest trust required')}, the guarantee "
            f"{_told(found, least.guarantee, 'guarantee')}."
        )


def _rank(plan: Plan) -> tuple[float, float, float]:
    return plan.guarantee, _number(plan.trust), plan.exposure


def _beside(found: Schedule) -> Iterator[str]:
    """Set the best beside doing all at once, where that needs more of something."""
    once = next((plan for plan in found.plans if plan.kind == "at_once"), None)
    if once is None or len(found.best.steps) == 1:
        return
    more = [
        f"{word} {_told(found, _figure(once), word)} instead of {_told(found, _figure(found.best), word)}"
        for word, _figure in _FIGURES
        if _number(_figure(once)) > _number(_figure(found.best)) + _SAME
    ]
    if more:
        yield f"All at once it takes {listed(more)}."


def _trend(found: Schedule) -> Iterator[str]:
    """Say what smaller pieces do to each figure, between the coarsest and the finest division compared."""
    pieces = [plan for plan in found.plans if plan.kind == "pieces"]
    if len(pieces) < 2 or not any(_number(figure(plan)) for plan in pieces for _, figure in _FIGURES):
        return
    first, last = pieces[0], pieces[-1]
    told = [_change(found, word, figure(first), figure(last)) for word, figure in _FIGURES]
    yield f"Piece by piece, in {last.pieces} pieces rather than {first.pieces}: {'; '.join(told)}."


def _change(found: Schedule, word: str, before: float | None, after: float | None) -> str:
    was, now = _number(before), _number(after)
    if was == now or abs(was - now) <= _SAME:
        return f"the {word} stays at {_told(found, before, word)}"
    verb = "falls" if now < was else "rises"
    return f"the {word} {verb} from {_told(found, before, word)} to {_told(found, after, word)}"


def _told(found: Schedule, much: float | None, word: str) -> str:
    if much is None:
        return "more than any belief"
    return chance(much) if word == "greatest trust required" or found.measure == "gain" else f"{much:.3g}"


def _number(much: float | None) -> float:
    return float("inf") if much is None else much


_FIGURES: tuple[tuple[str, Callable[[Plan], float | None]], ...] = (
    ("guarantee", lambda plan: plan.guarantee),
    ("greatest trust required", lambda plan: plan.trust),
    ("greatest exposure", lambda plan: plan.exposure),
)


def _who_carries(case: Case, found: Schedule) -> Iterator[str]:
    """Where one side can take all of its own back and the other nothing, say who is exposed, if the figures do."""
    pieces = next((plan for plan in reversed(found.plans) if plan.kind == "pieces"), None)
    owners = {change.option: change.party for change in found.changes}
    stuck = {owners[option] for option in found.one_way}
    free = [party for party in dict.fromkeys(owners.values()) if party not in stuck]
    if pieces is None or not stuck or not free:
        return
    most = {
        party: max((step.exposure[party] for step in pieces.steps if party in step.exposure), default=0.0)
        for party in dict.fromkeys(owners.values())
    }
    exposed = [party for party in stuck if most[party] > 0]
    if exposed and all(most[party] == 0 for party in free):
        yield (
            f"Piece by piece the risk is with {_who(case, exposed)}, which cannot take its steps back; "
            f"{_who(case, free)}, which can, is never below how things stand now."
        )


def _who(case: Case, parties: list[str]) -> str:
    return listed(name for party, line in case.parties.items() if party in parties for name in [line.name])
