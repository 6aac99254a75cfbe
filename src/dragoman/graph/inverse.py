"""Inverse analysis: which smallest edits to one party's priorities make a state hold, or fall."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

import numpy as np

from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph.departure import departures
from dragoman.graph.logic import Expression, name, negation
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.preference import Prioritised
from dragoman.graph.stability import Concept, stability

__all__ = ["MAX_TRIED", "Edit", "PriorityChange", "edited", "smallest_changes"]

MAX_TRIED: Final = 20_000
"""Most edited lists that are tried in one search."""

Statements = tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit to a prioritised list; places count from 0, most important first.

    ``move`` takes the statement at ``place`` to ``to``; ``drop`` and ``negate`` act on the one at ``place``; ``add``
    puts ``statement`` before the one now at ``place``.
    """

    kind: Literal["move", "drop", "negate", "add"]
    place: int
    statement: Expression
    to: int | None = None

    def __str__(self) -> str:
        """Say it in words, counting lines from 1."""
        if self.kind == "move":
            return f'move "{self.statement}" from line {self.place + 1} to line {(self.to or 0) + 1}'
        if self.kind == "add":
            return f'add "{self.statement}" as line {self.place + 1}'
        return f'{self.kind} "{self.statement}" (line {self.place + 1})'


@dataclass(frozen=True, slots=True)
class PriorityChange:
    """Edits to *dm*'s list, one after the other, and the list they lead to."""

    dm: str
    edits: tuple[Edit, ...]
    result: Prioritised

    def __str__(self) -> str:
        """Say it in words."""
        return f"{self.dm}: {'; then '.join(map(str, self.edits))}"


def smallest_changes(
    model: ConflictModel,
    state: State,
    dm: str,
    *,
    concept: Concept = "seq",
    holds: bool = True,
    most_edits: int = 1,
    additions: Sequence[Expression | str] | None = None,
) -> tuple[PriorityChange, ...]:
    """Find the fewest edits to *dm*'s prioritised list that make *state* an equilibrium (or, not *holds*, none).

    All changes of the least number of edits that do it, each leading to another order of the states, in the order
    drop, move, negate, add, by place. A single empty change says that nothing need be edited; no change at all that
    up to *most_edits* edits do not do it. Every one is confirmed by `stability` on the edited model.

    Parameters
    ----------
    additions
        Statements that may be added; every option and its contrary, if not given.

    Raises
    ------
    AnalysisError
        When *dm*'s preference is not a prioritised list.
    TooManyStates
        When more than `MAX_TRIED` lists would have to be tried; the message says what to do.

    Examples
    --------
    North will not give relief; which line of its list stands in the way of the exchange?

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(
    ...     ["North", "South"],
    ...     [Option("relief", "North"), Option("disarms", "South")],
    ...     preferences={
    ...         "North": Prioritised(["disarms", "not relief"]),
    ...         "South": Prioritised(["relief", "disarms iff relief"]),
    ...     },
    ... )
    >>> for found in smallest_changes(model, 3, "North", concept="nash"):
    ...     print(found)
    North: drop "not relief" (line 2)
    North: negate "not relief" (line 2)
    North: add "relief" as line 1
    """
    preference = model.preferences[model.dm_index(dm)]
    if not isinstance(preference, Prioritised):
        raise AnalysisError(f'The preference of "{dm}" is no prioritised list, so it has no lines to edit.')
    model.index(state)
    begin = tuple(model.read(statement) for statement in preference.statements)
    pool = [model.read(e) for e in additions] if additions is not None else _literals(model)
    search = _Changes(model, state, dm, concept, holds=holds)
    layer: list[tuple[tuple[Edit, ...], Statements]] = [((), begin)]
    for number in range(most_edits + 1):
        found = search.that_do(layer)
        if found or number == most_edits:
            return found
        further = (((*edits, edit), after) for edits, lines in layer for edit, after in edited(lines, pool))
        layer = list(islice(further, MAX_TRIED + 1))
    return ()


def edited(lines: Statements, additions: Sequence[Expression]) -> Iterator[tuple[Edit, Statements]]:
    """Yield every list that is one edit away, with the edit."""
    for place, line in enumerate(lines):
        yield Edit("drop", place, line), lines[:place] + lines[place + 1 :]
    for place, line in enumerate(lines):
        rest = lines[:place] + lines[place + 1 :]
        for to in range(len(lines)):
            if to != place:
                yield Edit("move", place, line, to), (*rest[:to], line, *rest[to:])
    for place, line in enumerate(lines):
        yield Edit("negate", place, line), (*lines[:place], negation(line), *lines[place + 1 :])
    for statement in additions:
        for place in range(len(lines) + 1):
            yield Edit("add", place, statement), (*lines[:place], statement, *lines[place:])


def _literals(model: ConflictModel) -> list[Expression]:
    return [literal for option in model.names for literal in (name(option), negation(name(option)))]


class _Changes:
    """Tries edited lists, each order of the states once."""

    def __init__(self, model: ConflictModel, state: State, dm: str, concept: Concept, *, holds: bool) -> None:
        self.model, self.state, self.dm = model, state, dm
        self.concept, self.holds = concept, holds
        self.seen: set[bytes] = set()
        self.tried = 0

    def that_do(self, layer: Sequence[tuple[tuple[Edit, ...], Statements]]) -> tuple[PriorityChange, ...]:
        self.tried += len(layer)
        if self.tried > MAX_TRIED:
            raise TooManyStates(
                f"More than {MAX_TRIED} edited lists would have to be tried; allow fewer edits or name fewer additions."
            )
        return tuple(PriorityChange(self.dm, edits, Prioritised(lines)) for edits, lines in layer if self._does(lines))

    def _does(self, lines: Statements) -> bool:
        preference = Prioritised(lines)
        scores = preference.scores(self.model.states, self.model.names)
        key = np.unique(scores, return_inverse=True)[1].tobytes()
        if key in self.seen:
            return False
        self.seen.add(key)
        model = self.model.with_preference(self.dm, preference)
        if self._left(model) == self.holds:
            return False
        return bool(stability(model, [self.concept]).equilibrium_at(self.state)) == self.holds

    def _left(self, model: ConflictModel) -> bool:
        """Say whether somebody leaves the state: much quicker than to decide all states."""
        return any(
            not departure.deterred
            for dm in model.dms
            for departure in departures(model, self.state, dm, concept=self.concept)
        )
