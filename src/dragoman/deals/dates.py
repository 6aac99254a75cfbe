"""What a date changes: deals and stability before and after preferences that begin or end on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case, Preference
from dragoman.case.explaining import in_words, move_in_words
from dragoman.case.model import LAYERS
from dragoman.deals.deal import Turn
from dragoman.deals.states import in_order
from dragoman.deals.table import Table
from dragoman.plain import listed

__all__ = ["turns"]

_LISTED = 20
_SAID = 2


def turns(case: Case, layer: LayerName = "defaults") -> tuple[Turn, ...]:
    """Compare the case as it is with what it is from each date on which a preference ends or begins.

    Only dates after the day of the case count; each is compared with the day before it. The status quo stays as it is:
    what changes is what the parties want.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... as_of: 2019-04-01
    ... parties: {RUR: Ruritania}
    ... options: {close: "RUR: close the strait"}
    ... preferences: {RUR: [{prefers: not close, until: 2019-12-31}, close]}
    ... ''')
    >>> [(turn.date.isoformat(), turn.before, turn.after) for turn in turns(case)]
    [('2020-01-01', ('nash', 'gmr', 'smr', 'seq'), ())]
    """
    days = sorted({day for lines in case.preferences.values() for line in lines for day in _days(line, layer)})
    later = [day for day in days if case.as_of is None or day > case.as_of]
    return tuple(_turn(case, layer, day) for day in later)


def _days(line: Preference, layer: LayerName) -> Iterator[dt.date]:
    """The first days on which things are otherwise."""
    if line.basis in LAYERS[layer]:
        if line.since is not None:
            yield line.since
        if line.until is not None and line.until < dt.date.max:
            yield line.until + dt.timedelta(days=1)


def _turn(case: Case, layer: LayerName, day: dt.date) -> Turn:
    eve = day - dt.timedelta(days=1)
    then = case.model_copy(update={"as_of": eve if case.as_of is None or eve > case.as_of else case.as_of})
    before, after = Table(then, layer), Table(case.model_copy(update={"as_of": day}), layer)
    held, holding = ({*table.found.equilibria("nash")} for table in (before, after))
    ends, begins = _lines(case, layer, day)
    agreed, agreeing = ({deal.state for deal in in_order(table)} for table in (before, after))
    turn = Turn(
        date=day,
        ends=ends,
        begins=begins,
        before=before.found.equilibrium_at(before.now),
        after=after.found.equilibrium_at(after.now),
        leaves=tuple(dm for dm, concepts in after.found.at(after.now).items() if "nash" not in concepts),
        falls=tuple(before.model.taken(state) for state in sorted(held - holding)[:_LISTED]),
        rises=tuple(before.model.taken(state) for state in sorted(holding - held)[:_LISTED]),
        held=len(held),
        holding=len(holding),
        deals_before=len(agreed),
        deals_after=len(agreeing),
        deals_kept=len(agreed & agreeing),
        sentences=(),
    )
    return turn.model_copy(update={"sentences": tuple(_said(case, turn))})


def _lines(case: Case, layer: LayerName, day: dt.date) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """For each party, the lines that end before *day* and those that begin on it, in words."""
    ends: dict[str, tuple[str, ...]] = {}
    begins: dict[str, tuple[str, ...]] = {}
    for party, lines in case.preferences.items():
        counted = [line for line in lines if line.basis in LAYERS[layer]]
        over = [in_words(case, ln.prefers) for ln in counted if ln.until == day - dt.timedelta(days=1)]
        fresh = [in_words(case, line.prefers) for line in counted if line.since == day]
        ends |= {party: tuple(over)} if over else {}
        begins |= {party: tuple(fresh)} if fresh else {}
    return ends, begins


def _said(case: Case, turn: Turn) -> Iterator[str]:
    """Say what the date changes, from the figures."""
    for party, lines in turn.ends.items():
        yield f"From {turn.date.isoformat()} {case.parties[party].name} no longer prefers: {'; '.join(lines)}."
    for party, lines in turn.begins.items():
        yield f"From {turn.date.isoformat()} {case.parties[party].name} prefers: {'; '.join(lines)}."
    if turn.before and not turn.after:
        yield "How things stand held before; then it no longer does."
    elif turn.after and not turn.before:
        yield "How things stand did not hold before; then it does."
    elif turn.before != turn.after:
        yield (
            f"How things stand held by {listed(turn.before).upper()} before, and by {listed(turn.after).upper()} then."
        )
    else:
        yield f"How things stand {'holds as before' if turn.after else 'does not hold, as before'}."
    if turn.leaves:
        yield f"Then {listed(case.parties[p].name for p in turn.leaves)} would gain by leaving it alone."
    for state in turn.rises[:_SAID]:
        on = [option for option in state if option not in case.status_quo]
        off = [option for option in case.status_quo if option not in state]
        yield f"Then this also holds outright, beside what is now: {move_in_words(case, on, off)}."
    yield (
        f"States that hold outright: {turn.held:,} before, {turn.holding:,} then; deals: {turn.deals_before:,} before, "
        f"{turn.deals_after:,} then, {turn.deals_kept:,} of them the same."
    )
