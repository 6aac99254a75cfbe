"""The fast way where all combinations of options are feasible and none is settled: groups of equal size.

With each decision maker's options side by side, its groups are the columns of a table with a row for each of its
choices. Three things make it fast, and change no result:

- Without restrictions the others can bring about anything of theirs, so GMR and SMR come down to two numbers for each
  decision maker: the worst of its best choice (maximin) and its best against the worst of theirs (minimax).
- Each column is sorted once, from best to worst; then what improvements reach is a running minimum down the
  sorted columns, for thousands of groups at once and within the processor's cache.
- Once few states still change, only their groups are looked at again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.model import ConflictModel
from dragoman.graph.preference import Scores

__all__ = [
    "GridReach",
    "bit_order",
    "grid_reaches",
    "grid_stays",
    "lower_to_improvements",
    "rearranged",
    "sorted_columns",
]

_BLOCK: Final = 1 << 16
_MOST_CHOICES: Final = 256
_THREADED: Final = 1 << 22
_INDEXED: Final = 1 << 16
_FEW: Final = 64
_Index = NDArray[np.intp]
_Values = TypeVar("_Values", bound=NDArray[np.generic])


@dataclass(slots=True)
class _Block:
    """A part of the table: which rows of it, and for each entry its place in the sorted column, best first.

    ``order`` lists the entries of each column from best to worst, ``better`` counts for each how many are strictly
    better; as places in the flattened block, or, in large models, as plain numbers of rows.
    """

    high: slice
    low: slice
    order: NDArray[np.integer]
    better: NDArray[np.integer]


class GridReach:
    """One decision maker's moves where everything is feasible and nothing is settled.

    ``low`` counts the options before its own, ``own`` its own; *scores* are in that order of options.
    """

    def __init__(self, scores: Scores, low: int, own: int) -> None:
        self.scores = scores
        self.low, self.own = low, own
        self.shape = (len(scores) >> (low + own), 1 << own, 1 << low)
        self.blocks: list[_Block] = []

    @property
    def table(self) -> Scores:
        """The scores by the options above its own, its own choice, and the options below."""
        return self.scores.reshape(self.shape)

    def most(self, values: Scores) -> Scores:
        """For each group, the largest of *values* in it, to be compared with tables."""
        most: Scores = values.reshape(self.shape).max(axis=1, keepdims=True)
        return most

    def sort(self) -> None:
        """Sort each group from best to worst, as `lower` needs it."""
        indexed = len(self.scores) <= _INDEXED

        def work(place: int) -> bool:
            high, low = parts[place]
            order, better = sorted_columns(_columns(self.table, high, low))
            if indexed:
                width = order.shape[1]
                self.blocks[place] = _Block(high, low, _flat(order, width), _flat(better, width))
            else:
                self.blocks[place] = _Block(high, low, order, better)
            return True

        parts = list(self._parts())
        empty = np.empty(0, dtype=np.uint8)
        self.blocks = [_Block(high, low, empty, empty) for high, low in parts]
        _each(work, len(parts), len(self.scores))

    def forget_order(self) -> None:
        """Free what `sort` keeps."""
        self.blocks = []

    def _parts(self) -> Iterator[tuple[slice, slice]]:
        high, own, low = self.shape
        columns = max(1, _BLOCK // own)
        across = min(low, columns)
        down = max(1, columns // low)
        for start in range(0, high, down):
            for at in range(0, low, across):
                yield slice(start, min(start + down, high)), slice(at, min(at + across, low))

    def lower(self, values: Scores, changed: NDArray[np.bool_] | None = None) -> int:
        """Lower *values*, in place, to the least that an improvement reaches; count what changed, and mark it."""
        table = values.reshape(self.shape)
        marks = None if changed is None else changed.reshape(self.shape)
        return sum(_each(lambda place: self._lower(table, self.blocks[place], marks), len(self.blocks), len(values)))

    def _lower(self, table: Scores, block: _Block, marks: NDArray[np.bool_] | None) -> int:
        values = _columns(table, block.high, block.low)
        width = values.shape[1]
        reached = _running_least(values, _flat(block.order, width), _flat(block.better, width))
        lower = reached < values
        count = int(np.count_nonzero(lower))
        if count:
            np.minimum(values, reached, out=values)
            _store(table, block.high, block.low, values)
            if marks is not None:
                _store(marks, block.high, block.low, lower)
        return count

    def lower_some(self, values: Scores, states: _Index) -> _Index:
        """Lower *values*, in place, in the groups of *states* only; give the states that changed."""
        below = (1 << self.low) - 1
        groups = np.unique((states & below) | (states >> (self.low + self.own) << self.low))
        base = (groups >> self.low << (self.low + self.own)) | (groups & below)
        where = base[None, :] + (np.arange(1 << self.own) << self.low)[:, None]
        order, better = sorted_columns(self.scores[where])
        here = values[where]
        reached = _running_least(here, _flat(order, len(groups)), _flat(better, len(groups)))
        lower = reached < here
        fresh: _Index = where[lower]
        values[fresh] = reached[lower]
        return fresh


def grid_stays(reaches: Sequence[GridReach], i: int, concept: str) -> NDArray[np.bool_]:
    """Decide where the *i*-th decision maker would stay, in the grid's order of states.

    For ``seq`` and ``sseq`` the others must be sorted.
    """
    reach = reaches[i]
    best = reach.most(reach.scores)
    if concept == "nash":
        held = best
    elif concept == "gmr":
        held = np.minimum(best, reach.table.min(axis=(0, 2)).max())
    elif concept == "smr":
        held = np.minimum(best, best.min())
    else:
        values = reach.scores.copy()
        if concept == "sseq":
            values.reshape(reach.shape)[...] = best
        lower_to_improvements([*reaches[:i], *reaches[i + 1 :]], values)
        held = reach.most(np.minimum(reach.scores, values, out=values))
    stays: NDArray[np.bool_] = np.less_equal(held, reach.table).reshape(-1)
    return stays


def lower_to_improvements(reaches: Sequence[GridReach], values: Scores) -> None:
    """Lower *values*, in place, to the least at the end of any legal sequence of improvements by *reaches*."""
    if not reaches:
        return
    turn = unchanged = 0
    counts = [len(values)] * len(reaches)
    while unchanged < len(reaches):
        if turn >= len(reaches) and sum(counts) < len(values) // _FEW:
            _finish(reaches, values, turn)
            return
        counts[turn % len(reaches)] = count = reaches[turn % len(reaches)].lower(values)
        unchanged = 1 if count else unchanged + 1
        turn += 1


def _finish(reaches: Sequence[GridReach], values: Scores, turn: int) -> None:
    """Go on with the groups of what changed, after one more full round that marks it."""
    pending: list[list[_Index]] = [[] for _ in reaches]

    def tell(mover: int, fresh: _Index) -> None:
        for other in range(len(reaches)):
            if other != mover and len(fresh):
                pending[other].append(fresh)

    for mover in ((turn + k) % len(reaches) for k in range(len(reaches))):
        changed = np.zeros(len(values), dtype=np.bool_)
        if reaches[mover].lower(values, changed):
            tell(mover, np.flatnonzero(changed))
    while any(pending):
        for mover, reach in enumerate(reaches):
            if pending[mover]:
                states = np.concatenate(pending[mover])
                pending[mover] = []
                tell(mover, reach.lower_some(values, states))


def grid_reaches(model: ConflictModel) -> list[GridReach] | None:
    """Give everybody's moves for the fast way, or None where it does not apply.

    The scores are rearranged so that everybody's options are side by side, as `bit_order` says.
    """
    counts = [model.own(dm).bit_count() for dm in model.dms]
    if len(model.states) != 1 << len(model.options) or 1 << max(counts) > _MOST_CHOICES:
        return None
    if any(option.one_way or option.no_return for option in model.options):
        return None
    order = bit_order(model)
    low = [sum(counts[:i]) for i in range(len(counts))]
    return [GridReach(rearranged(model.scores(dm), order), low[i], counts[i]) for i, dm in enumerate(model.dms)]


def bit_order(model: ConflictModel) -> list[int]:
    """List the options so that each decision maker's stand together."""
    return [bit for dm in model.dms for bit, option in enumerate(model.options) if option.dm == dm]


def rearranged(values: _Values, order: Sequence[int]) -> _Values:
    """Reorder *values* over all states so that option ``order[k]`` comes to be bit *k*.

    >>> rearranged(np.array([0, 1, 2, 3], dtype=np.int32), [1, 0]).tolist()
    [0, 2, 1, 3]
    """
    if list(order) == list(range(len(order))):
        return values
    axes = [len(order) - 1 - bit for bit in reversed(order)]
    return cast(_Values, np.ascontiguousarray(values.reshape((2,) * len(order)).transpose(axes)).reshape(-1))


def _columns(table: Scores, high: slice, low: slice) -> Scores:
    """Copy a block as a table with a row for each choice and a column for each group."""
    part = table[high, :, low].transpose(1, 0, 2)
    return part.reshape(part.shape[0], -1).copy() if part.flags.c_contiguous else part.reshape(part.shape[0], -1)


def _store(table: NDArray[np.generic], high: slice, low: slice, columns: NDArray[np.generic]) -> None:
    part = table[high, :, low]
    part[...] = columns.reshape(part.shape[1], part.shape[0], part.shape[2]).transpose(1, 0, 2)


def _running_least(values: Scores, order: _Index, better: _Index) -> Scores:
    """For each entry, the least of the values of those strictly better in its column; the largest number if none."""
    own, width = values.shape
    running = np.empty((own + 1, width), dtype=values.dtype)
    running[0] = np.iinfo(values.dtype).max
    np.take(values.reshape(-1), order, out=running[1:], mode="clip")
    for row in range(2, own + 1):
        np.minimum(running[row - 1], running[row], out=running[row])
    return np.take(running.reshape(-1), better, mode="clip")


def _flat(rows: NDArray[np.integer], width: int) -> _Index:
    """Turn numbers of rows into places in the flattened table, unless they are that already."""
    if rows.dtype == np.intp:
        return cast(_Index, rows)
    places: _Index = rows.astype(np.intp)
    places *= width
    places += np.arange(width)
    return places


def sorted_columns(scores: NDArray[np.signedinteger]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Order each column from best to worst; give it, and for each entry how many are strictly better.

    >>> order, better = sorted_columns(np.array([[1], [3], [3], [0]]))
    >>> sorted(order[:2, 0].tolist()), order[2:, 0].tolist(), better[:, 0].tolist()
    ([1, 2], [0, 3], [2, 0, 0, 3])
    """
    falling = np.negative(scores.T, order="C")
    by_column = np.argsort(falling, axis=1)
    places = by_column + np.arange(0, falling.size, len(scores))[:, None]
    falling = falling.reshape(-1).take(places)
    tier = np.broadcast_to(np.arange(len(scores), dtype=np.uint8), falling.shape)
    tied = falling[:, 1:] == falling[:, :-1]
    if tied.any():
        tier = np.where(np.pad(tied, ((0, 0), (1, 0))), 0, tier)
        np.maximum.accumulate(tier, axis=1, out=tier)
    better = np.empty(falling.shape, dtype=np.uint8)
    better.reshape(-1)[places] = tier
    return by_column.T.astype(np.uint8, order="C"), better.T.copy(order="C")


def _each(work: Callable[[int], int], count: int, size: int) -> list[int]:
    """Do *work* for each number below *count*, on all cores where there is much to do."""
    if size < _THREADED or count < 2:
        return [work(place) for place in range(count)]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(work, range(count)))
