"""Schedules in plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.case.case import Case
from dragoman.case.explaining import option_in_words
from dragoman.deals.saying import chance, figure, figure_words
from dragoman.deals.schedule import Move, Plan, Range, Schedule, Step
from dragoman.deals.text import changes_in_words, names_of
from dragoman.plain import listed, printable, wrapped

__all__ = ["move_in_words", "schedule_text"]


def schedule_text(case: Case, found: Schedule, *, width: int) -> str:
    """Say the schedules in lines of at most *width* columns: what the figures say, the best step by step, the rest."""
    head = [
        wrapped(f"Schedule: {printable(found.title)}", width),
        wrapped(f"Deal: {changes_in_words(case, found.changes)}.", width),
        wrapped(_setting(case, found), width),
    ]
    blocks = ["\n".join(head), "\n".join(wrapped(line, width, first="- ", rest="  ") for line in found.sentences)]
    blocks.append("\n".join(_steps(case, found, found.best, width)))
    blocks.append("\n".join(_table(found, width)))
    blocks += [wrapped(remark, width) for remark in found.remarks]
    return "\n\n".join(blocks)


def move_in_words(case: Case, move: Move) -> str:
    """Say how far a step carries an option: ``“lift sanctions” from 25% to 50%``, ``“wait” given up``."""
    option = option_in_words(case, move.option)
    if (move.before, move.after) == (0.0, 1.0):
        return option if move.taken else f"{option} given up"
    how = "" if move.taken else "giving up "
    return f"{how}{option} from {chance(move.before)} to {chance(move.after)}"


def _setting(case: Case, found: Schedule) -> str:
    stuck = listed(option_in_words(case, option) for option in found.one_way)
    taken = f"cannot be taken back: {stuck}" if stuck else "every step can be taken back"
    unit = "the unit of the given worths" if found.measure == "worth" else "shares of what the deal brings the party"
    return f"Needed: {names_of(case, found.parties)}; {taken}. Exposure, temptation and guarantee in {unit}."


def _steps(case: Case, found: Schedule, plan: Plan, width: int) -> Iterator[str]:
    yield wrapped(f"{plan.title}, step by step", width)
    for step in plan.steps:
        lead = f"{step.number}. "
        yield wrapped(_step(case, step), width, first=lead, rest=" " * len(lead))
        yield wrapped(figure_words(case, found, step), width, first="   ", rest="   ")


def _step(case: Case, step: Step) -> str:
    moves = [
        f"{case.parties[party].name}: {listed(move_in_words(case, m) for m in step.moves if m.party == party)}"
        for party in step.parties
    ]
    together = "together, " if len(step.parties) > 1 else ""
    return f"{together}{'; '.join(moves)}"


def _table(found: Schedule, width: int) -> Iterator[str]:
    """The compared schedules, one line of figures each under its name."""
    yield wrapped("Compared (guarantee, greatest trust, greatest exposure, steps)", width)
    for plan in found.plans:
        trust = "none enough" if plan.trust is None else chance(plan.trust)
        figures = f"{figure(found, plan.guarantee)}, {trust}, {figure(found, plan.exposure)}, {len(plan.steps)}"
        yield wrapped(f"{plan.title}: {figures}", width, first="- ", rest="  ")
        if plan.ranges is not None:
            ranges = plan.ranges
            told = f"guarantee {_range(ranges.guarantee)}, trust {_range(ranges.trust)}"
            often = f"least demanding in {chance(ranges.least_demanding)}"
            yield wrapped(f"over {found.draws} other weights: {told}, {often}", width, first="  ", rest="  ")


def _range(found: Range) -> str:
    if found.least is None:
        return "never enough"
    high = "more than any" if found.most is None else chance(found.most)
    return high if found.least == found.most else f"{chance(found.least)} to {high}"
