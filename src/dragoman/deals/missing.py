"""What is missing for a deal to hold: the smallest changes that would make it stable, each confirmed forward."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from typing import Final

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.case.explaining import in_words, move_in_words, option_in_words
from dragoman.deals.deal import Missing, Remedy
from dragoman.deals.table import Table
from dragoman.errors import TooManyStates
from dragoman.graph import ConflictModel, Payoffs, Prioritised, improvements, stability
from dragoman.graph.inverse import Edit, PriorityChange, smallest_changes
from dragoman.graph.logic import name, negation
from dragoman.plain import listed

__all__ = ["missing"]

_SHOWN_OF_A_PARTY: Final = 2
_MOST_WORK: Final = 20_000_000


def missing(case: Case, state: int, *, layer: LayerName = "defaults") -> Missing:
    """Find what would make the deal at *state* hold outright (Nash): nobody gains by leaving it alone.

    Tried are one edit of one party's list, an option of the deal made one-way or reversible, a third party's option
    changed along with it, and, where all worths are given, payments to those who would leave. Each answer is confirmed
    by the stability of the model so changed.

    Raises
    ------
    AnalysisError, TooManyStates, InfeasibleModel
        As `Table`.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: {party: GRA, does: free the crew, one_way: yes}}
    ... preferences:
    ...   RUR: [free, not reopen]
    ...   GRA: [reopen, not free]
    ... ''')
    >>> [remedy.text for remedy in missing(case, 3).remedies if remedy.kind == "one_way"]
    ['If “reopen the strait” could not be taken back, it would hold.']
    """
    table = Table(case, layer)
    leaves = _leaving(table.model, state)
    remedies: list[Remedy] = []
    if leaves:
        remedies += _reversals(table, state)
        remedies += _third_parties(table, state)
        remedies += _payments(table, state, leaves)
        remedies += _edits(table, state, leaves)
    return Missing(
        on=table.model.taken(state),
        leaves=leaves,
        remedies=tuple(remedies),
        tried_edits=bool(leaves) and _work(table, leaves) <= _MOST_WORK,
    )


def _leaving(model: ConflictModel, state: int) -> tuple[str, ...]:
    return tuple(dm for dm in model.dms if improvements(model, state, dm))


def _holds(model: ConflictModel, state: int) -> bool:
    """Confirm forward: decide the stability of the whole model and look the state up."""
    return "nash" in stability(model, ["nash"]).equilibrium_at(state)


def _rebuilt(model: ConflictModel, turned: Collection[str]) -> ConflictModel:
    """Give the model again with some options made one-way, or reversible where they were one-way."""
    options = [
        replace(option, one_way=not option.one_way) if option.name in turned else option for option in model.options
    ]
    return ConflictModel(
        model.dms, options, infeasible=model.infeasible,
        preferences=dict(zip(model.dms, model.preferences, strict=True)),
    )  # fmt: skip


def _reversals(table: Table, state: int) -> Iterator[Remedy]:
    """Options of the deal, one or two of them, whose being one-way, or not, makes it hold."""
    changed = table.changed(state)
    alone = [option for option in changed if _holds(_rebuilt(table.model, [option]), state)]
    pairs = [pair for pair in combinations(changed, 2) if not set(pair) & set(alone)]
    for turned in [*((option,) for option in alone), *(p for p in pairs if _holds(_rebuilt(table.model, p), state))]:
        one_way = [option for option in turned if table.case.options[option].one_way]
        told = [
            f"{option_in_words(table.case, option)} {'could' if option in one_way else 'could not'} be taken back"
            for option in turned
        ]
        yield Remedy(
            kind="reversible" if len(one_way) == len(turned) else "one_way",
            party=table.case.options[turned[0]].party,
            text=f"If {listed(told)}, it would hold.",
        )


def _third_parties(table: Table, state: int) -> Iterator[Remedy]:
    """Options of parties outside the deal that make it hold if changed along with it, at no loss to whose they are."""
    movers = table.movers(state)
    for bit, option in enumerate(table.model.options):
        other = state ^ 1 << bit
        if option.dm in movers or not table.model.is_feasible(other):
            continue
        place, before = table.model.index(other), table.model.index(state)
        content = table.scores[option.dm][place] >= table.scores[option.dm][before]
        agreed = all(table.gains[party][place] > 0 for party in table.parties_to(state))
        if content and agreed and _holds(table.model, other):
            on, off = ((option.name,), ()) if other >> bit & 1 else ((), (option.name,))
            does = move_in_words(table.case, on, off)
            party = table.case.parties[option.dm].name
            yield Remedy(kind="third_party", party=option.dm, text=f"If {party} would {does} as well, it would hold.")


def _payments(table: Table, state: int, leaves: tuple[str, ...]) -> Iterator[Remedy]:
    """Payments to those who would leave, as long as the deal stands, by those who gain more than they would pay."""
    needs = table.parties_to(state)
    if not all(party in table.valued for party in needs) or not set(leaves) <= set(needs):
        return
    gains = {party: _worth(table, party, state) for party in needs}
    asked = {party: max(_worth(table, party, to) for to in improvements(table.model, state, party)) - gains[party]
             for party in leaves}  # fmt: skip
    spare = {party: gains[party] for party in needs if party not in leaves}
    total = sum(asked.values(), Fraction(0))
    if sum(spare.values(), Fraction(0)) <= total:
        return
    paid = {party: total * much / sum(spare.values(), Fraction(0)) for party, much in spare.items()}
    model = table.model
    for party in needs:
        change = asked.get(party, Fraction(0)) - paid.get(party, Fraction(0))
        model = model.with_preference(party, _paid(table, party, state, change))
    if _holds(model, state):
        told = listed(f"{float(much):.3g} to {table.case.parties[party].name}" for party, much in asked.items())
        by = listed(f"{table.case.parties[party].name} ({float(much):.3g})" for party, much in paid.items() if much)
        yield Remedy(
            kind="payment", party=leaves[0],
            text=f"A payment of {told} as long as it stands, by {by}, would make it hold, and all would still gain.",
        )  # fmt: skip


def _worth(table: Table, party: str, state: int) -> Fraction:
    """What *state* is worth to *party* over the status quo."""
    taken = table.model.taken(state)
    worths = table.worths(party)
    signed = (Fraction(repr(worths[o].whole)) * (1 if o in taken else -1) for o in table.changed(state))
    return sum(signed, Fraction(0))


def _paid(table: Table, party: str, state: int, change: Fraction) -> Payoffs:
    """The party's worth of every state, with what it is paid, or pays, at *state*."""
    values = [_worth(table, party, int(code)) for code in table.model.states]
    values[table.model.index(state)] += change
    ranks = {value: rank for rank, value in enumerate(sorted(set(values)))}
    return Payoffs([ranks[value] for value in values])


def _work(table: Table, leaves: tuple[str, ...]) -> int:
    lines = [len(table.lines(party)) for party in leaves]
    return sum(n * (n + 1) + len(table.model.names) * (n + 1) for n in lines) * len(table.model.states)


def _edits(table: Table, state: int, leaves: tuple[str, ...]) -> Iterator[Remedy]:
    """Single edits of the lists of those who would leave, one for each of them, all confirmed together."""
    if set(leaves) & set(table.valued) or _work(table, leaves) > _MOST_WORK:
        return
    try:
        found = {party: _keeping(table, state, party, leaves) for party in leaves}
    except TooManyStates:  # more lists than the search tries: nothing is said of edits
        return
    if not all(found.values()):
        return
    first = {party: changes[0] for party, changes in found.items()}
    varied = [first | {party: change} for party, changes in found.items() for change in changes[1:_SHOWN_OF_A_PARTY]]
    for chosen in (first, *varied):
        if _confirmed(table, state, chosen):
            told = [f"{table.case.parties[p].name} {_edit(table.case, c.edits[0])}" for p, c in chosen.items()]
            yield Remedy(kind="priority", party=leaves[0], text=f"If {'; and '.join(told)}; it would hold.")


def _keeping(table: Table, state: int, party: str, leaves: tuple[str, ...]) -> tuple[PriorityChange, ...]:
    """The edits of *party*'s list that keep it there, whatever the others who would leave do about theirs."""
    model = table.model
    for other in leaves:
        model = model if other == party else model.with_preference(other, Prioritised())
    wanted = [name(o) if state >> bit & 1 else negation(name(o)) for bit, o in enumerate(model.names)]
    return smallest_changes(model, state, party, concept="nash", additions=wanted)


def _confirmed(table: Table, state: int, chosen: Mapping[str, PriorityChange]) -> bool:
    """Whether the deal then holds, and still is one for those whose lists are changed."""
    model = table.model
    for party, change in chosen.items():
        model = model.with_preference(party, change.result)
    place, now = model.index(state), model.index(table.now)
    needs = table.parties_to(state)
    return _holds(model, state) and all(
        model.scores(party)[place] > model.scores(party)[now] for party in chosen if party in needs
    )


def _edit(case: Case, edit: Edit) -> str:
    line = in_words(case, str(edit.statement))
    if edit.kind == "move":
        return f"put “{line}” in place {(edit.to or 0) + 1} of its list rather than {edit.place + 1}"
    if edit.kind == "add":
        return f"preferred, in place {edit.place + 1} of its list: {line}"
    verb = "gave up preferring" if edit.kind == "drop" else "preferred the contrary of"
    return f"{verb}: {line}"
