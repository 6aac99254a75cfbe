"""Simultaneous stability the fast way, where all combinations of options are feasible and none is settled.

What the others can do at the same moment is a product: each makes one of its improvements from the present state, or
none. So one row of bits says it, a bit for each combination of their choices. Another row, for each choice of the
decision maker itself, says which combinations of theirs leave it no better off than it is now. An improvement is
answered where the two rows share a bit; 64 combinations are looked at in one step. Going through the states from the
decision maker's worst to its best, the second kind of row only gains bits, so that a running union gives them all.
That nobody else moves is among the combinations, but never deters, as the improvement then stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.grid import GridReach

__all__ = ["grid_stays_simultaneously"]

_Words = NDArray[np.uint64]
_Truths = NDArray[np.bool_]
_Index = NDArray[np.intp]
_WORD: Final = 64
_AT_ONCE: Final = 1 << 14


def grid_stays_simultaneously(reaches: Sequence[GridReach]) -> Iterator[_Truths]:
    """Decide for each decision maker where it would stay, in the grid's order of states.

    Takes time in proportion to the square of the number of states, over 64.
    """
    improving = [_improving(reach) for reach in reaches]
    if len(reaches) == 1:
        yield np.logical_not(improving[0].any(axis=0))
        return
    opening = [_opening(reach, better) for reach, better in zip(reaches, improving, strict=True)]
    packed = lru_cache(lambda j, used: _packed(opening[j], used))
    for i, reach in enumerate(reaches):
        words, used = np.ones((1, len(reach.scores)), dtype=np.uint64), 1
        for j in range(len(reaches)):
            if j != i:
                # The copies that multiplying puts side by side do not overlap.
                words = (packed(j, used)[:, None] * words).reshape(-1, len(reach.scores))
                used = min(_WORD, used << reaches[j].own)
        yield _stays(reach, improving[i], words)


def _improving(reach: GridReach) -> _Truths:
    """For each choice of its own (rows) and each state, whether to change to that is better."""
    table = reach.table
    better: _Truths = table.transpose(1, 0, 2)[:, :, None, :] > table[None]
    return better.reshape(1 << reach.own, -1)


def _opening(reach: GridReach, better: _Truths) -> _Truths:
    """For each choice of its own and each state, whether it is better or the present one."""
    open_ = better.reshape(1 << reach.own, *reach.shape).copy()
    every = np.arange(1 << reach.own)
    open_[every, :, every] = True
    return open_.reshape(1 << reach.own, -1)


def _packed(open_: _Truths, used: int) -> _Words:
    """For each state (columns), what is open: a bit for each choice, *used* bits apart, in as many words as needed.

    Words of neighbours are put together two by two.
    """
    words: NDArray[np.unsignedinteger] = open_.view(np.uint8)
    apart, inside = used, min(len(open_), _WORD // used)
    while inside > 1:
        wide = np.dtype(f"u{max(1, apart // 4)}")
        second = words[1::2].astype(wide)
        second <<= wide.type(apart)
        second |= words[0::2]
        words, apart, inside = second, 2 * apart, inside // 2
    return words.astype(np.uint64)


def _stays(reach: GridReach, improving: _Truths, together: _Words) -> _Truths:
    """Look for improvements that nobody can answer: states from the worst to the best, and some choices at once."""
    order = np.argsort(reach.scores)
    together = together.take(order, axis=1)
    theirs, lasting = _deterring(reach, order)
    leaves = np.zeros(len(order), dtype=np.bool_)
    step = max(1, _AT_ONCE // len(order))
    for start in range(0, len(improving), step):
        some = slice(start, start + step)
        leaves[_unanswered(improving[some].take(order, axis=1), theirs[some], lasting[some], together)] = True
    stays = np.empty_like(leaves)
    stays[order] = ~leaves
    return stays


def _deterring(reach: GridReach, order: _Index) -> tuple[_Index, _Index]:
    """For each own choice, the others' combinations from what is worst with it to what is best.

    And for how many of the states in *order*, from worst to best, none of them, the first, the first two and so on are
    no better than the state, so that they deter.
    """
    ranked = reach.scores.take(order)
    tier = np.arange(len(order))
    tier[1:][ranked[1:] == ranked[:-1]] = 0
    np.maximum.accumulate(tier, out=tier)
    by_choice = np.argsort((order >> reach.low & ((1 << reach.own) - 1)).astype(np.uint8), kind="stable")
    states = order.take(by_choice).reshape(1 << reach.own, -1)
    theirs = (states >> (reach.low + reach.own) << reach.low) | (states & ((1 << reach.low) - 1))
    first = tier.take(by_choice).reshape(theirs.shape)
    return theirs, np.diff(first, axis=1, prepend=0, append=len(order))


def _unanswered(improving: _Truths, theirs: _Index, lasting: _Index, together: _Words) -> _Index:
    """Give the places of the states from which an improvement to some choice cannot be answered.

    Most improvements are answered within the first word; the others are looked at one by one.
    """
    unions = _unions(theirs, len(together))
    shared = np.repeat(unions[0], lasting.reshape(-1)).reshape(improving.shape)
    shared &= together[0]
    free = np.flatnonzero(improving & (shared == 0))
    state: _Index = free & (together.shape[1] - 1)
    deterring = np.repeat(np.arange(lasting.size), lasting.reshape(-1)).take(free) if len(together) > 1 else free
    for deters, possible in zip(unions[1:], together[1:], strict=True):
        left = deters.take(deterring, mode="clip") & possible.take(state, mode="clip")
        free = np.flatnonzero(left == 0)
        deterring, state = deterring.take(free), state.take(free)
    return state


def _unions(theirs: _Index, words: int) -> _Words:
    """For each choice, the bits of none of the combinations, of the first, of the first two and so on, by words."""
    choices, combinations = theirs.shape
    union = np.zeros((words, choices, combinations + 1), dtype=np.uint64)
    bit = np.left_shift(np.uint64(1), (theirs & (_WORD - 1)).astype(np.uint64))
    union[theirs // _WORD, np.arange(choices)[:, None], np.arange(1, combinations + 1)] = bit
    np.bitwise_or.accumulate(union, axis=2, out=union)
    return union.reshape(words, -1)
