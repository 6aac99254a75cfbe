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
    """For each state (columns), what is open: a bit for each choice, *used* bits apart, in as many words as needed."""
    inside = min(len(open_), _WORD // used)
    narrow = np.dtype(f"u{max(1, inside * used // 8)}")
    packed = np.empty((len(open_) // inside, open_.shape[1]), dtype=np.uint64)
    for row, choices in zip(packed, open_.reshape(len(packed), inside, -1), strict=True):
        word = choices[0].astype(narrow)
        for place in range(1, inside):
            word |= choices[place].astype(narrow) << narrow.type(place * used)
        row[...] = word
    return packed


def _stays(reach: GridReach, improving: _Truths, together: _Words) -> _Truths:
    """Go through the states from the worst to the best, for some of the own choices at once."""
    order = np.argsort(reach.scores)
    together = together.take(order, axis=1)
    place, bit, lasting = _deterring(reach, order)
    leaves = np.zeros(len(order), dtype=np.bool_)
    step = max(1, _AT_ONCE // len(order))
    for start in range(0, len(improving), step):
        some = slice(start, start + step)
        answered = _answered(place[some], bit[some], lasting[some].reshape(-1), together)
        leaves |= (improving[some].take(order, axis=1) > answered).any(axis=0)
    stays = np.empty_like(leaves)
    stays[order] = ~leaves
    return stays


def _deterring(reach: GridReach, order: NDArray[np.intp]) -> tuple[NDArray[np.intp], _Words, NDArray[np.intp]]:
    """For each own choice, the others' combinations from what is worst with it to what is best: word and bit.

    And for how many of the states in *order*, from worst to best, none of them, the first, the first two and so on are
    no better than the state, so that they deter.
    """
    ranked = reach.scores[order]
    tier = np.searchsorted(ranked, ranked)
    by_choice = np.argsort((order >> reach.low & ((1 << reach.own) - 1)).astype(np.uint8), kind="stable")
    states = order[by_choice].reshape(1 << reach.own, -1)
    theirs = (states >> (reach.low + reach.own) << reach.low) | (states & ((1 << reach.low) - 1))
    lasting = np.empty((len(theirs), theirs.shape[1] + 1), dtype=np.intp)
    first = tier[by_choice].reshape(theirs.shape)
    lasting[:, 0], lasting[:, -1] = first[:, 0], len(order) - first[:, -1]
    np.subtract(first[:, 1:], first[:, :-1], out=lasting[:, 1:-1])
    return theirs // _WORD, np.left_shift(np.uint64(1), (theirs % _WORD).astype(np.uint64)), lasting


def _answered(place: NDArray[np.intp], bit: _Words, lasting: NDArray[np.intp], together: _Words) -> _Truths:
    """For each of some choices and each state, from worst to best, whether the others can answer a change to it."""
    shared = np.zeros((len(place), together.shape[1]), dtype=np.uint64)
    union = np.zeros((len(place), place.shape[1] + 1), dtype=np.uint64)
    for word, possible in enumerate(together):
        np.bitwise_or.accumulate(bit * (place == word), axis=1, out=union[:, 1:])
        deterring = np.repeat(union.reshape(-1), lasting).reshape(shared.shape)
        deterring &= possible
        shared |= deterring
    answered: _Truths = shared != 0
    return answered
