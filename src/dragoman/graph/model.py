"""The conflict model in option form: decision makers, options, what cannot be, and what each prefers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError, InfeasibleModel, LogicError, TooManyStates
from dragoman.graph.logic import Expression, checked
from dragoman.graph.preference import Preference, Prioritised, Scores, tiers
from dragoman.graph.states import MAX_OPTIONS, Codes, feasible_codes

__all__ = ["ConflictModel", "Option", "State"]

State = int
"""A state's code: bit *k* is set where the model's option *k* is taken."""

_MAX_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class Option:
    """A yes/no move that one decision maker controls.

    A *one_way* option cannot be given up once taken; one with *no_return* cannot be taken up again once given up.
    """

    name: str
    dm: str
    one_way: bool = False
    no_return: bool = False


@dataclass(frozen=True, slots=True)
class _Bits:
    """The bits of one decision maker's options: all, those it cannot give up, and those it cannot take up again."""

    own: int
    one_way: np.uint32
    no_return: np.uint32

    @classmethod
    def of(cls, dm: str, options: Iterable[Option]) -> _Bits:
        mine = [(1 << bit, option) for bit, option in enumerate(options) if option.dm == dm]
        return cls(
            own=sum(bit for bit, _ in mine),
            one_way=np.uint32(sum(bit for bit, option in mine if option.one_way)),
            no_return=np.uint32(sum(bit for bit, option in mine if option.no_return)),
        )


@dataclass(frozen=True, init=False)
class ConflictModel:
    """A conflict in option form (Fang, Hipel & Kilgour 1993, *Interactive Decision Making*).

    A state says of every option whether it is taken. A decision maker can move from one feasible state to
    any other that differs only in options of its own, in one go, except that it cannot give up a one-way
    option, or take up again one without return. Whoever has no preference given is indifferent throughout.

    Parameters
    ----------
    dms
        The decision makers, in the order that results keep.
    options
        Their options; the first is bit 0 of a state's code.
    infeasible
        Combinations that cannot be: a state in which any of these is true is left out.
    preferences
        For each decision maker a `Prioritised` list, `Weights`, a `Ranking` or `Payoffs`.

    Raises
    ------
    AnalysisError
        A name is used twice, an option belongs to nobody, a decision maker has no option.
    LogicError
        An expression cannot be read, or names an unknown option.

    Examples
    --------
    >>> model = ConflictModel(
    ...     ["North", "South"],
    ...     [Option("relief", "North"), Option("disarms", "South")],
    ...     preferences={"North": Prioritised(["disarms"]), "South": Prioritised(["relief", "not disarms"])},
    ... )
    >>> model.states.tolist(), model.taken(3), model.code(["disarms"]), model.letters(1)
    ([0, 1, 2, 3], ('relief', 'disarms'), 2, 'YN')
    """

    dms: tuple[str, ...]
    options: tuple[Option, ...]
    infeasible: tuple[Expression, ...]
    preferences: tuple[Preference, ...]

    def __init__(
        self,
        dms: Iterable[str],
        options: Iterable[Option],
        *,
        infeasible: Iterable[Expression | str] = (),
        preferences: Mapping[str, Preference] | None = None,
    ) -> None:
        object.__setattr__(self, "dms", tuple(dms))
        object.__setattr__(self, "options", tuple(options))
        self._check_names()
        read = tuple(self.read(e) for e in infeasible)
        object.__setattr__(self, "infeasible", read)
        given = dict(preferences or {})
        unknown = [dm for dm in given if dm not in self.dms]
        if unknown:
            raise AnalysisError(
                f'A preference is given for "{unknown[0]}", which is no decision maker. Known: {", ".join(self.dms)}.'
            )
        ordered = tuple(self._preference(dm, given.get(dm, Prioritised())) for dm in self.dms)
        object.__setattr__(self, "preferences", ordered)

    def _check_names(self) -> None:
        for kind, names in (("decision maker", list(self.dms)), ("option", [o.name for o in self.options])):
            if not names:
                raise AnalysisError(f"The model has no {kind}; give at least one.")
            for name in names:
                if not name.strip() or len(name) > _MAX_NAME or '"' in name or not name.isprintable():
                    raise AnalysisError(
                        f"{name[:40]!r} cannot name {kind}: use 1 to {_MAX_NAME} printable characters, "
                        "none of them a quotation mark."
                    )
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice is not None:
                raise AnalysisError(f'Two of the model\'s {kind}s are called "{twice}"; rename one.')
        for option in self.options:
            if option.dm not in self.dms:
                raise AnalysisError(
                    f'Option "{option.name}" belongs to "{option.dm}", which is no decision maker. '
                    f"Known: {', '.join(self.dms)}."
                )
            if option.one_way and option.no_return:
                raise AnalysisError(
                    f'Option "{option.name}" can neither be given up nor taken up, so it is no move; leave it out.'
                )
        owners = {option.dm for option in self.options}
        idle = next((dm for dm in self.dms if dm not in owners), None)
        if idle is not None:
            raise AnalysisError(f'Decision maker "{idle}" controls no option; give it one or leave it out.')

    def _preference(self, dm: str, preference: Preference) -> Preference:
        try:
            return preference.over(self.names)
        except LogicError as error:
            raise LogicError(
                f'Preferences of "{dm}": {error}', expression=error.expression, position=error.position
            ) from error

    def read(self, expression: Expression | str) -> Expression:
        """Read logic over this model's options; an expression that is already read is checked."""
        return checked(expression, self.names)

    def with_preference(self, dm: str, preference: Preference) -> ConflictModel:
        """Give the same model with another preference for *dm*; states and the others' scores are shared."""
        place = self.dm_index(dm)
        other = object.__new__(ConflictModel)
        for field in ("dms", "options", "infeasible"):
            object.__setattr__(other, field, getattr(self, field))
        read = self._preference(dm, preference)
        object.__setattr__(other, "preferences", (*self.preferences[:place], read, *self.preferences[place + 1 :]))
        other.__dict__["states"] = self.states
        other.__dict__["_bits"] = self._bits
        other.__dict__["_scores"] = {known: scores for known, scores in self._scores.items() if known != dm}
        return other

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The options' names, in order."""
        return tuple(option.name for option in self.options)

    @cached_property
    def states(self) -> Codes:
        """All feasible states' codes, ascending (read-only)."""
        if len(self.options) > MAX_OPTIONS:
            raise TooManyStates(self._too_many())
        codes = feasible_codes(self.names, self.infeasible)
        codes.setflags(write=False)
        return codes

    def _too_many(self) -> str:
        """Say how far beyond the limit the model is, and which options could be fixed or merged."""
        spoken_of = frozenset[str]().union(
            *(p.mentions() for p in self.preferences), *(e.names for e in self.infeasible)
        )
        idle = [name for name in self.names if name not in spoken_of]
        most = max(self.dms, key=lambda dm: self.own(dm).bit_count())
        beyond = len(self.options) - MAX_OPTIONS
        them = "it" if len(idle) == 1 else "them"
        hint = f" Nothing depends on {', '.join(idle[:10])}; leave {them} out." if idle else ""
        return (
            f"{len(self.options)} options give 2**{len(self.options)} combinations; at most {MAX_OPTIONS} options can "
            f'be enumerated. Fix, merge or leave out {beyond} of them; "{most}" has most, '
            f"{self.own(most).bit_count()}.{hint}"
        )

    @cached_property
    def _scores(self) -> dict[str, Scores]:
        return {}

    def scores(self, dm: str) -> Scores:
        """Give *dm*'s score of every state, in the order of `states`: more is better, equal is equal.

        Nothing but the order means anything. Computed once and kept (read-only).
        """
        known = self._scores
        if dm not in known:
            found = self.preferences[self.dm_index(dm)].scores(self.states, self.names)
            found.setflags(write=False)
            known[dm] = found
        return known[dm]

    def tiers(self, dm: str) -> list[list[State]]:
        """List the feasible states from *dm*'s best to its worst, equals together."""
        return tiers(self.scores(dm), self.states)

    def dm_index(self, dm: str) -> int:
        """Give the place of *dm* among the decision makers."""
        try:
            return self.dms.index(dm)
        except ValueError:
            raise AnalysisError(f'"{dm}" is no decision maker here. Known: {", ".join(self.dms)}.') from None

    def own(self, dm: str) -> int:
        """Give the bits of the options that *dm* controls."""
        self.dm_index(dm)
        return self._bits[dm].own

    def settled(self, states: Codes, dm: str) -> Codes:
        """Mark in each of *states* those options of *dm* that it cannot change back.

        A move of *dm* is possible when what is settled before it is settled after it.
        """
        self.dm_index(dm)
        bits = self._bits[dm]
        return (states & bits.one_way) | (~states & bits.no_return)

    @cached_property
    def _bits(self) -> dict[str, _Bits]:
        return {dm: _Bits.of(dm, self.options) for dm in self.dms}

    def code(self, taken: Collection[str]) -> State:
        """Give the code of the state in which exactly the options in *taken* are taken; it may be infeasible."""
        bit = {name: 1 << k for k, name in enumerate(self.names)}
        unknown = [name for name in taken if name not in bit]
        if unknown:
            raise AnalysisError(f'"{unknown[0]}" is no option here. Known: {", ".join(self.names)}.')
        return sum(bit[name] for name in set(taken))

    def taken(self, state: State) -> tuple[str, ...]:
        """Name the options taken in *state*, in the model's order."""
        return tuple(name for bit, name in enumerate(self.names) if state >> bit & 1)

    def letters(self, state: State) -> str:
        """Write *state* as one letter for each option, Y or N."""
        return "".join("Y" if state >> bit & 1 else "N" for bit in range(len(self.options)))

    def is_feasible(self, state: State) -> bool:
        """Say whether *state* is feasible."""
        return self._place(state) >= 0

    def _place(self, state: State) -> int:
        """Give the place of *state* among the feasible states, -1 where it is none of them."""
        if not 0 <= state < 1 << len(self.options):
            return -1
        return int(self.indices(np.array([state], dtype=np.uint32))[0])

    def index(self, state: State) -> int:
        """Give the place of *state* among the feasible states.

        Raises
        ------
        InfeasibleModel
            When it is none of them; the message names the combination that excludes it.
        """
        place = self._place(state)
        if place >= 0:
            return place
        if not 0 <= state < 1 << len(self.options):
            raise InfeasibleModel(f"{state} is no state: codes run from 0 to {(1 << len(self.options)) - 1}.")
        taken = self.taken(state)
        why = next(e for e in self.infeasible if e.holds(taken))
        raise InfeasibleModel(
            f'The state with {", ".join(taken) or "nothing"} taken is infeasible: "{why}" is excluded. '
            "Correct the state or the infeasible combinations."
        )

    def indices(self, codes: Codes) -> NDArray[np.int64]:
        """Give the place of each of *codes* among the feasible states, -1 where it is none of them."""
        states = self.states
        if len(states) == 1 << len(self.options):
            return codes.astype(np.int64)
        places = np.searchsorted(states, codes)
        places[places == len(states)] = 0
        return np.where(states[places] == codes, places, -1)
