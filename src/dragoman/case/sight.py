"""The conflict as a party sees it: without what it does not see, with what it imagines, and by its own ideas of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case, Misperception
from dragoman.case.model import counted, lines_counted
from dragoman.errors import InfeasibleModel
from dragoman.graph import ConflictModel, Expression, Option, Prioritised, parse
from dragoman.graph.settling import given

__all__ = ["as_seen"]


def as_seen(case: Case, party: str, layer: LayerName) -> ConflictModel:
    """Return the conflict model that *party* has in mind, with the preference lines that count in *layer*.

    Of a line that names what it does not see, there remains what it says where that is not done. Who controls nothing
    that it sees is no decision maker in it.

    Raises
    ------
    InfeasibleModel
        It sees no state that could be.
    TooManyStates
        It sees more than can be enumerated.
    """
    seen = case.misperceptions[party]
    hidden = dict.fromkeys(seen.unseen, False)
    options = [*_options(case, hidden), *(Option(o, i.party, one_way=i.one_way) for o, i in seen.imagined.items())]
    dms = [dm for dm in case.parties if any(option.dm == dm for option in options)]
    rules = (line.when for line in (*case.infeasible, *seen.infeasible))
    return ConflictModel(
        dms,
        options,
        infeasible=_possible(rules, hidden, party),
        preferences={dm: Prioritised(_told(_list(case, seen, dm, layer), hidden)) for dm in dms},
    )


def _options(case: Case, hidden: Mapping[str, bool]) -> Iterator[Option]:
    for option, line in case.options.items():
        if option not in hidden:
            yield Option(option, line.party, one_way=line.one_way)


def _list(case: Case, seen: Misperception, dm: str, layer: LayerName) -> Iterator[str]:
    lines = counted(seen.preferences[dm], case, layer) if dm in seen.preferences else lines_counted(case, dm, layer)
    return (line.prefers for line in lines)


def _told(lines: Iterable[str], hidden: Mapping[str, bool]) -> Iterator[Expression]:
    for line in lines:
        left = given(parse(line), hidden)
        if not isinstance(left, bool):
            yield left


def _possible(rules: Iterable[str], hidden: Mapping[str, bool], party: str) -> Iterator[Expression]:
    for rule in rules:
        left = given(parse(rule), hidden)
        if left is True:
            raise InfeasibleModel(
                f'By what {party} sees nothing can be: "{rule}" is true where nothing unseen is done. Correct what it '
                "does not see."
            )
        if isinstance(left, Expression):
            yield left
