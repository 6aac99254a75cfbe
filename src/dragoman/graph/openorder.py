"""What is known of a preference whose list is open in part: any two states compared under all the lists left open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from dragoman.graph.logic import Expression
from dragoman.graph.model import ConflictModel
from dragoman.graph.preference import Scores
from dragoman.graph.states import BlockTruth, Codes, blocks
from dragoman.graph.uncertainty import OpenList

__all__ = ["OpenOrder", "Order", "Places", "Truths", "WholeOrder"]

Places = NDArray[np.int64]
"""Feasible states by their places in the model's order."""
Truths = NDArray[np.bool_]
_Words = NDArray[np.uint64]
_WORD: Final = 64


class Order(Protocol):
    """Anything that can compare pairs of states for one party."""

    def compare(self, sources: Places, targets: Places) -> tuple[Truths, Truths]:
        """Say for each pair whether the target is known to be better than the source, and whether that is unknown.

        The two rows of places may be of any shapes that NumPy broadcasts to one.
        """
        ...


class WholeOrder:
    """An order of which nothing is unknown, by scores: more is better."""

    def __init__(self, scores: Scores) -> None:
        self.scores = scores

    def compare(self, sources: Places, targets: Places) -> tuple[Truths, Truths]:
        """Say for each pair whether the target is better than the source; nothing is unknown."""
        better: Truths = self.scores[targets] > self.scores[sources]
        return better, np.zeros(better.shape, dtype=np.bool_)


class OpenOrder:
    """The order that all lists left open by an `OpenList` agree on, without going through the lists.

    Blocks are compared from the most important down. Where two states differ in a block, each statement that tells them
    apart may come first; so if all of these favour one state it is better, and if they do not, how the states compare
    is unknown. Statements that may not be held decide nothing by themselves: the next blocks must then agree.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option
    >>> model = ConflictModel(["A"], [Option("a", "A"), Option("b", "A")])
    >>> order = OpenOrder(model, OpenList([["a", "b"]]))
    >>> better, unknown = order.compare(np.array([0, 1]), np.array([3, 2]))
    >>> better.tolist(), unknown.tolist()
    ([True, False], [False, True])
    """

    def __init__(self, model: ConflictModel, known: OpenList) -> None:
        self.blocks: list[tuple[list[_Words], list[_Words]]] = []
        for block in known.blocks:
            certain = [model.read(d.statement) for d in block if d.chance == 1.0]
            doubtful = [model.read(d.statement) for d in block if 0.0 < d.chance < 1.0]
            self.blocks.append((_truths(model, certain), _truths(model, doubtful)))

    def compare(self, sources: Places, targets: Places) -> tuple[Truths, Truths]:
        """Say for each pair whether the target is known to be better than the source, and whether that is unknown."""
        shape = np.broadcast_shapes(sources.shape, targets.shape)
        may_gain, may_lose = np.zeros(shape, dtype=np.bool_), np.zeros(shape, dtype=np.bool_)
        open_ = np.ones(shape, dtype=np.bool_)
        for certain, doubtful in self.blocks:
            differs = np.zeros(shape, dtype=np.bool_)
            for words in (*certain, *doubtful):
                before, after = words[sources], words[targets]
                may_gain |= open_ & (after & ~before != 0)
                may_lose |= open_ & (before & ~after != 0)
            for words in certain:
                differs |= words[sources] != words[targets]
            open_ &= ~differs
        better = may_gain & ~may_lose & ~open_
        return better, (may_gain | may_lose) & ~better & ~(may_lose & ~may_gain & ~open_)


def _truths(model: ConflictModel, statements: Sequence[Expression]) -> list[_Words]:
    """Pack which statements each state makes true, 64 to a word."""
    return [_word(model.states, model.names, statements[k : k + _WORD]) for k in range(0, len(statements), _WORD)]


def _word(states: Codes, names: Sequence[str], statements: Sequence[Expression]) -> _Words:
    word = np.zeros(len(states), dtype=np.uint64)
    for place, codes in blocks(states):
        value = BlockTruth(codes, names)
        for bit, statement in enumerate(statements):
            word[place] |= np.asarray(statement.truth(value), dtype=np.uint64) << np.uint64(bit)
    return word
