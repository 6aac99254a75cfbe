"""Simultaneous stability the fast way, where all combinations of options are feasible and none is settled.

For each improvement of a decision maker one asks for the worst that it can come to if each of the others makes one
of its improvements, or none, at the same time. One after the other the others are minimised out. For the first the
improvements from all states of a group are the upper parts of one sorted order, so one running minimum serves them all.
That nobody else moves is among what is looked at, but never deters, as the improvement then stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.grid import GridReach, sorted_columns

__all__ = ["grid_stays_simultaneously"]

_Ranks = NDArray[np.signedinteger]
_SHORT: Final = 1 << 15
_AT_ONCE: Final = 1 << 16


def grid_stays_simultaneously(reaches: Sequence[GridReach], i: int) -> NDArray[np.bool_]:
    """Decide where the *i*-th decision maker would stay, in the grid's order of states.

    Takes time in proportion to the square of the number of states, over the choices of one of the others.
    """
    if len(reaches) == 1:
        nash: NDArray[np.bool_] = np.less_equal(reaches[0].most(reaches[0].scores), reaches[0].table).reshape(-1)
        return nash
    first = max((j for j in range(len(reaches)) if j != i), key=lambda j: reaches[j].own)
    rest = [*(j for j in reversed(range(len(reaches))) if j not in (first, i)), i]
    sizes = [1 << reaches[j].own for j in rest]
    axes = [len(reaches) - 1 - j for j in (*rest, first)]
    tables = [_table(reaches, j, axes) for j in range(len(reaches))]
    flat = [table.reshape(-1, table.shape[-1]) for table in tables]
    order, better = sorted_columns(flat[first].T)
    choices = {j: _choices(tables[j], axis) for axis, j in enumerate(rest)}
    current = dict(zip(rest, np.unravel_index(np.arange(len(order.T)), sizes), strict=True))
    across = np.ascontiguousarray(flat[i].T)
    stays = np.empty(flat[i].shape, dtype=np.bool_)
    at_once = max(1, _AT_ONCE // flat[i].size)
    for start in range(0, len(stays), at_once):
        part = slice(start, start + at_once)
        worst = _running(across, order[:, part].T, better[:, part].T)
        worst = worst.reshape(*worst.shape[:2], *sizes)
        for axis, j in reversed(list(enumerate(rest, start=2))):
            if j != i:
                open_ = choices[j][part] > flat[j][part, :, None]
                open_[np.arange(len(open_)), :, current[j][part]] = True
                worst = _least(worst, open_, axis)
        here = flat[i][part, :, None]
        stays[part] = ~((choices[i][part] > here) & (worst > here)).any(axis=-1)
    return _back(stays, reaches, axes)


def _table(reaches: Sequence[GridReach], j: int, axes: Sequence[int]) -> _Ranks:
    """Give the *j*-th scores with an axis for each decision maker; *axes* counts from the last of them."""
    scores: _Ranks = reaches[j].scores
    if len(scores) < _SHORT:
        scores = np.unique(scores, return_inverse=True)[1].astype(np.int16)
    shape = [1 << reach.own for reach in reversed(reaches)]
    return np.ascontiguousarray(scores.reshape(shape).transpose(axes))


def _choices(table: _Ranks, axis: int) -> _Ranks:
    """For each group (rows), each of its states and each choice on *axis*: the score with that choice instead."""
    last = np.moveaxis(table, axis, -1)
    repeated = np.broadcast_to(last[..., None, :], (*last.shape, last.shape[-1]))
    spread = np.moveaxis(repeated, -2, axis)
    return np.ascontiguousarray(spread).reshape(-1, table.shape[-1], last.shape[-1])


def _running(own: _Ranks, order: NDArray[np.uint8], better: NDArray[np.uint8]) -> _Ranks:
    """For each group, each of its states and each group: the worst there after an improvement or none by the first."""
    count, size = order.shape
    running = np.empty((count, size + 1, own.shape[1]), dtype=own.dtype)
    running[:, 0] = np.iinfo(own.dtype).max
    running[:, 1:] = np.take(own, order.astype(np.intp), axis=0, mode="clip")
    for row in range(2, size + 1):
        np.minimum(running[:, row - 1], running[:, row], out=running[:, row])
    reached: _Ranks = running[np.arange(count)[:, None], better]
    return np.minimum(reached, own[None], out=reached)


def _least(worst: _Ranks, open_: NDArray[np.bool_], axis: int) -> _Ranks:
    """Minimise one axis of choices out, over those that are open in each state (the first two axes)."""
    shape = [*open_.shape[:2], *(1 for _ in worst.shape[2:])]
    shape[axis] = open_.shape[2]
    closed = np.where(open_, 0, np.iinfo(worst.dtype).max).astype(worst.dtype)
    least: _Ranks = np.maximum(worst, closed.reshape(shape), out=worst)
    before = (slice(None),) * axis
    while least.shape[axis] > 1:
        # Halving is much faster than a minimum along a short axis; the number of choices is a power of two.
        half = least.shape[axis] // 2
        least = np.minimum(least[(*before, slice(half))], least[(*before, slice(half, None))])
    return least.squeeze(axis)


def _back(stays: NDArray[np.bool_], reaches: Sequence[GridReach], axes: Sequence[int]) -> NDArray[np.bool_]:
    """Put the verdicts back into the grid's order of states."""
    shape = [1 << reaches[len(reaches) - 1 - axis].own for axis in axes]
    return np.ascontiguousarray(stays.reshape(shape).transpose(np.argsort(axes))).reshape(-1)
