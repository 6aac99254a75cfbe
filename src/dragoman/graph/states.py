"""The feasible states, enumerated and packed: one integer per state, bit *k* set where option *k* is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import InfeasibleModel, TooManyStates
from dragoman.graph.logic import Expression, Truth

__all__ = ["MAX_OPTIONS", "BlockTruth", "Codes", "blocks", "feasible_codes"]

Codes = NDArray[np.uint32]
MAX_OPTIONS: Final = 28
"""Most options whose combinations are enumerated: 2**28 = 268,435,456."""
_BLOCK: Final = 1 << 16


def blocks(codes: Codes) -> Iterator[tuple[slice, Codes]]:
    """Yield ascending *codes* in pieces small enough for the processor's cache, each with its place."""
    for start in range(0, len(codes), _BLOCK):
        place = slice(start, min(start + _BLOCK, len(codes)))
        yield place, codes[place]


class BlockTruth:
    """The truth of options over one ascending block of codes; a bit that is constant there is a plain bool."""

    def __init__(self, codes: Codes, names: Sequence[str]) -> None:
        self.codes = codes
        self.bit = {name: bit for bit, name in enumerate(names)}
        self.seen: dict[str, Truth] = {}

    def __call__(self, name: str) -> Truth:
        """Give the truth of one option."""
        if name not in self.seen:
            self.seen[name] = self._truth(self.bit[name])
        return self.seen[name]

    def _truth(self, bit: int) -> Truth:
        first, last = int(self.codes[0]) >> bit, int(self.codes[-1]) >> bit
        if first == last:
            return bool(first & 1)
        return (self.codes & np.uint32(1 << bit)).astype(np.bool_)


def feasible_codes(names: Sequence[str], infeasible: Sequence[Expression]) -> Codes:
    """Enumerate the states in which none of *infeasible* is true, ascending.

    Takes time in proportion to ``2**len(names)``, at most `MAX_OPTIONS` options, and no loop over states.

    Raises
    ------
    TooManyStates
        When there are more options than that.
    InfeasibleModel
        When nothing is left; the message names an expression that is always true, if one is.

    Examples
    --------
    >>> from dragoman.graph.logic import parse
    >>> feasible_codes(["a", "b"], [parse("a and b")]).tolist()
    [0, 1, 2]
    """
    if len(names) > MAX_OPTIONS:
        raise TooManyStates(
            f"{len(names)} options give 2**{len(names)} combinations; at most {MAX_OPTIONS} options can be enumerated. "
            f"Fix or leave out {len(names) - MAX_OPTIONS} of them, or merge options of one party that go together."
        )
    total = 1 << len(names)
    if not infeasible:
        return np.arange(total, dtype=np.uint32)
    kept: list[Codes] = []
    for start in range(0, total, _BLOCK):
        codes = np.arange(start, min(start + _BLOCK, total), dtype=np.uint32)
        kept.append(codes[_allowed(codes, names, infeasible)])
    states = np.concatenate(kept)
    if not len(states):
        raise InfeasibleModel(_nothing_left(names, infeasible))
    return states


def _allowed(codes: Codes, names: Sequence[str], infeasible: Sequence[Expression]) -> NDArray[np.bool_]:
    value = BlockTruth(codes, names)
    allowed = np.ones(len(codes), dtype=np.bool_)
    for expression in infeasible:
        excluded = expression.truth(value)
        if excluded is True:
            return np.zeros(len(codes), dtype=np.bool_)
        if excluded is not False:
            allowed &= ~excluded
    return allowed


def _nothing_left(names: Sequence[str], infeasible: Sequence[Expression]) -> str:
    for expression in infeasible:
        own = expression.names
        if len(own) > 16:
            continue
        codes = np.arange(1 << len(own), dtype=np.uint32)
        if np.all(expression.truth(BlockTruth(codes, own))):
            return f'No state is feasible: "{expression}" is true whatever is done, so it excludes all. Correct it.'
    return (
        f"No state is feasible: together the {len(infeasible)} infeasible combinations exclude all "
        f"{1 << len(names)} combinations of options. Drop or narrow one of them."
    )
