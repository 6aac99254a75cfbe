"""What one party's list would have to say for a wished outcome to hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from dragoman.case.analysis import Outcome
from dragoman.case.answers import ListChange, Wish
from dragoman.case.outcomes import LayerView
from dragoman.case.worded import spoken
from dragoman.errors import AnalysisError, TooManyStates
from dragoman.graph import ConflictModel, Prioritised, parse
from dragoman.graph.inverse import MAX_TRIED, smallest_changes
from dragoman.graph.logic import Expression, name, negation

__all__ = ["options_beside", "state_beside", "what_would_hold", "wished_state"]

_MOST_WORK: Final = 20_000_000
_SHOWN_OF_A_PARTY: Final = 6


def wished_state(view: LayerView, listed: Mapping[str, Outcome], wish: str) -> int:
    """Read a wish: the letter of a listed outcome, or options (``a, not b``), all others being as they are now.

    Raises
    ------
    AnalysisError
        It names an unknown option, or is no such list.
    """
    letter = wish.strip()
    if letter in listed and letter not in view.model.names:
        return view.model.code(listed[letter].on)
    return state_beside(view.model, view.now, wish)


def state_beside(model: ConflictModel, now: int, wish: str) -> int:
    """Read options with commas (``a, not b``): the state in which these are so and all others as they are *now*.

    Raises
    ------
    AnalysisError
        It names an unknown option, or is no such list.
    InfeasibleModel
        The state cannot be.
    """
    state = options_beside(model, now, wish)
    model.index(state)
    return state


def options_beside(model: ConflictModel, now: int, wish: str) -> int:
    """Read the same, or "now" alone, whether or not the state can be; no state is enumerated.

    Raises
    ------
    AnalysisError
        It names an unknown option, or is no such list.
    """
    state = now
    for part in () if wish.strip().lower() == "now" and "now" not in model.names else wish.split(","):
        literal = parse(part, model.names)
        taken = literal.operator == "name"
        if not taken and (literal.operator != "not" or literal.parts[0].operator != "name"):
            raise AnalysisError(
                f'"{part.strip()[:60]}" is no wish. Write the letter of a listed outcome, or options with commas: '
                "full_relief, not drills."
            )
        bit = model.code(literal.names)
        state = state | bit if taken else state & ~bit
    return state


def what_would_hold(view: LayerView, worded: ConflictModel, listed: Mapping[str, Outcome], wish: str) -> Wish:
    """Find the single edits of one party's list that make the wished outcome an equilibrium (SEQ).

    Tried are dropping, moving and contradicting a line, and adding one that takes an option, or its contrary, as it is
    in the wished outcome.

    Raises
    ------
    AnalysisError, LogicError, InfeasibleModel
        The wish cannot be read, or is infeasible.
    TooManyStates
        There are too many lists to try over so many states.
    """
    state = wished_state(view, listed, wish)
    additions = [name(o) if state >> bit & 1 else negation(name(o)) for bit, o in enumerate(worded.names)]
    holds = "seq" in view.found.equilibrium_at(state)
    _refuse_too_much(view, worded, additions)
    changes: list[ListChange] = []
    for dm, called in zip(view.model.dms, worded.dms, strict=True):
        if not holds:
            found = smallest_changes(worded, state, called, additions=additions)
            changes += [
                ListChange(party=dm, edit=spoken("; ".join(map(str, one.edits)))) for one in found[:_SHOWN_OF_A_PARTY]
            ]
    return Wish(
        on=view.model.taken(state),
        holds=holds,
        unstable_for=tuple(dm for dm, concepts in view.found.at(state).items() if "seq" not in concepts),
        changes=tuple(changes),
    )


def _refuse_too_much(view: LayerView, worded: ConflictModel, additions: list[Expression]) -> None:
    """Refuse before time is spent: each list that is tried takes time with the number of states."""
    lines = [len(p.statements) for p in worded.preferences if isinstance(p, Prioritised)]
    tried = [count * (count + 1) + len(additions) * (count + 1) for count in lines]
    states = len(view.model.states)
    if sum(tried) * states > _MOST_WORK or max(tried) >= MAX_TRIED:
        raise TooManyStates(
            f"{sum(tried):,} edited lists over {states:,} states are too many to try for a wish; at most "
            f"{_MOST_WORK:,} of both multiplied. Take out options or lines that nothing hangs on."
        )
