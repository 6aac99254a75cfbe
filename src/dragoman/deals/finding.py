"""Finding deals: the states that every party needed for them prefers to the status quo, and what each would take."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman._version import __version__
from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.deals.bargaining import bargain
from dragoman.deals.blocking import blocked, broken_by
from dragoman.deals.dates import turns
from dragoman.deals.deal import Deal, Deals, Spoiler, Way
from dragoman.deals.missing import missing
from dragoman.deals.states import Ordered, changes, in_order
from dragoman.deals.table import Table
from dragoman.deals.zone import zone
from dragoman.graph import improvements
from dragoman.graph.search import Search
from dragoman.plain import listed

__all__ = ["deals"]

_METHOD = (
    "A deal is a feasible state that every party needed for it prefers to the status quo: the parties whose options "
    "change, and those with a veto. Undominated: no other deal is better for some party that can act and worse for "
    "none. All feasible states were examined; stability as in the analysis of the case. Dragoman {version}."
)


def deals(case: Case, *, layer: LayerName = "defaults", shown: int = 10, lacking: bool = False) -> Deals:
    """List what could be agreed in *case*: undominated deals first, then the smallest, then the rest.

    Within each, those under which fewest parties lose come first, then those that change least.

    Parameters
    ----------
    case
        Never modified.
    layer
        Which preference lines count. Promises are no tastes; taken as such they hide what there is to be gained by
        breaking them.
    shown
        At most so many deals are listed; the counts are over all.
    lacking
        Whether to look for what the first deal among several parties lacks to hold outright.

    Raises
    ------
    AnalysisError, TooManyStates, InfeasibleModel
        As `Table`.

    Examples
    --------
    Neither would move first, and both gain by the exchange:

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
    ... preferences:
    ...   RUR: [free, not reopen]
    ...   GRA: [reopen, not free]
    ... ''')
    >>> [(deal.on, deal.way, deal.leaves) for deal in deals(case).deals]
    [(('reopen', 'free'), 'together', ('RUR', 'GRA'))]
    """
    table = Table(case, layer)
    ordered = in_order(table)
    told = tuple(_deal(table, deal, number) for number, deal in enumerate(ordered[:shown], start=1))
    first = [deal.state for deal in ordered if len(table.movers(deal.state)) > 1][:1]
    return Deals(
        title=case.title,
        layer=layer,
        parties=tuple(case.parties),
        states=len(table.model.states),
        count=len(ordered),
        undominated=sum(deal.undominated for deal in ordered),
        shown=shown,
        deals=told,
        blocked=blocked(table, [deal.state for deal in ordered if deal.smallest]),
        bargain=bargain(table),
        zone=zone(table),
        missing=missing(case, first[0], layer=layer) if lacking and first else None,
        turns=turns(case, layer),
        remarks=tuple(_remarks(table)),
        method=_METHOD.format(version=__version__),
    )


def _deal(table: Table, deal: Ordered, number: int) -> Deal:
    state = deal.state
    place = table.model.index(state)
    compared = {party: int(row[place]) for party, row in table.gains.items()}
    stable = table.found.at(state)
    return Deal(
        number=number,
        on=table.model.taken(state),
        changes=changes(table, state),
        needs=table.parties_to(state),
        gains=tuple(party for party, gain in compared.items() if gain > 0),
        loses=tuple(party for party, gain in compared.items() if gain < 0),
        equal=tuple(party for party, gain in compared.items() if gain == 0),
        undominated=deal.undominated,
        smallest=deal.smallest,
        way=_way(table, state),
        equilibrium=table.found.equilibrium_at(state),
        leaves=tuple(dm for dm, concepts in stable.items() if "nash" not in concepts),
        spoilers=tuple(_spoilers(table, state)),
        breaks=tuple(broken_by(table, state)),
    )


def _way(table: Table, state: int) -> Way:
    movers = table.movers(state)
    if len(movers) == 1:
        return "alone"
    return "in_turn" if Search(table.model, movers, improving=True).to_state(table.now, state) else "together"


def _spoilers(table: Table, state: int) -> Iterator[Spoiler]:
    """Yield each loser that need not agree, with the improvement of its own that turns most needed parties away."""
    place, needs = table.model.index(state), table.parties_to(state)
    for dm in table.model.dms:
        if dm in needs or table.gains[dm][place] >= 0:
            continue
        found = [(_turned_away(table, to, needs), to) for to in improvements(table.model, state, dm)]
        away, to = max(found, key=lambda one: (len(one[0]), -(one[1] ^ state).bit_count()), default=((), state))
        if away:
            on, off = table.model.taken(to & ~state), table.model.taken(state & ~to)
            yield Spoiler(party=dm, turns_on=on, turns_off=off, turns_away=away)


def _turned_away(table: Table, state: int, needs: tuple[str, ...]) -> tuple[str, ...]:
    place = table.model.index(state)
    return tuple(party for party in needs if table.gains[party][place] <= 0)


def _remarks(table: Table) -> Iterator[str]:
    names = [table.case.parties[party].name for party in table.valued]
    if names:
        yield f"The worths that the case gives take the place of the lists of {listed(names)}."
    silent = [
        table.case.parties[party].name
        for party in table.model.dms
        if party not in table.valued and not table.lines(party)
    ]
    if silent:
        verb = "prefers" if len(silent) == 1 else "prefer"
        yield f"{listed(silent)} {verb} nothing in the case, so no deal can need {listed(silent)}."
