"""Uncertain priorities: how often each state holds, over all orders that what is known leaves open.

A party's list may be known only in part: which statements matter more than which others, but not the order within
a block; and a statement may be held only with some chance. Every list so left open has a probability. Where there are
few enough, all are examined and the shares are exact; otherwise lists are drawn by a seeded generator.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import AnalysisError
from dragoman.graph.logic import Expression
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.preference import Prioritised
from dragoman.graph.stability import Concept, stability

__all__ = ["Doubt", "Likelihood", "OpenList", "Unknown", "likelihood", "plausible_models"]

_ROUNDING: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Doubt:
    """A statement that a party may hold: with what *chance*, and how much it *weighs* against others in its block.

    Within a block, the most important of those held is each with a probability in proportion to its weight, then the
    next among the rest, and so on (the model of Plackett [1]_ and Luce); equal weights make all orders equally likely.

    References
    ----------
    .. [1] Plackett (1975), "The analysis of permutations", Applied Statistics 24.
    """

    statement: Expression | str
    chance: float = 1.0
    weight: float = 1.0

    def __post_init__(self) -> None:
        if not 0.0 <= self.chance <= 1.0:
            raise AnalysisError(f'"{self.statement}" is held with a chance of {self.chance}; give one from 0 to 1.')
        if not (math.isfinite(self.weight) and self.weight > 0):
            raise AnalysisError(f'"{self.statement}" weighs {self.weight}; give a number above 0.')


@dataclass(frozen=True)
class OpenList:
    """A party's priorities as far as known: blocks from most to least important, in no known order within each.

    >>> OpenList([["a"], ["b", Doubt("not c", chance=0.5)]]).orders
    3
    """

    blocks: tuple[tuple[Doubt, ...], ...]

    def __init__(self, blocks: Iterable[Iterable[Doubt | Expression | str]]) -> None:
        read = (tuple(d if isinstance(d, Doubt) else Doubt(d) for d in block) for block in blocks)
        object.__setattr__(self, "blocks", tuple(read))

    @property
    def orders(self) -> int:
        """How many different lists it leaves open."""
        return math.prod(_orders(block) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that is not known of a party's list, and how much hangs on it.

    ``effect`` is the largest difference it makes to any state's share, at ``state``: from where it is so to where it
    is not.
    """

    dm: str
    question: str
    state: State
    effect: float


@dataclass(frozen=True, eq=False)
class Likelihood:
    """For each concept, the share of the open lists under which each state is an equilibrium.

    ``shares[concept][s]`` is for the *s*-th state. ``exact`` says whether all lists were examined (each by its
    probability) or ``examined`` drawn ones.
    """

    model: ConflictModel
    shares: dict[Concept, NDArray[np.float64]]
    unknowns: dict[Concept, tuple[Unknown, ...]]
    exact: bool
    examined: int

    def necessarily(self, concept: Concept) -> tuple[State, ...]:
        """Give the states that are equilibria whatever is found out (of the lists drawn, where not exact)."""
        return tuple(self.model.states[self.shares[concept] > 1 - _ROUNDING].tolist())

    def possibly(self, concept: Concept) -> tuple[State, ...]:
        """Give the states that are equilibria under some list (of those drawn, where not exact)."""
        return tuple(self.model.states[self.shares[concept] > _ROUNDING].tolist())


def likelihood(
    model: ConflictModel,
    lists: Mapping[str, OpenList],
    *,
    concepts: Sequence[Concept] = ("nash", "seq"),
    most: int = 2000,
    seed: int = 0,
    effects: bool = True,
) -> Likelihood:
    """Compute how likely each state is an equilibrium, where *lists* say what is known of some parties' priorities.

    Parties are independent of one another. Up to *most* combinations of lists are examined in full; of more, *most*
    are drawn, equally for equal *seed*. Unknowns are listed by falling effect, unless *effects* are not asked for.

    Raises
    ------
    LogicError, AnalysisError
        When a statement cannot be read, or a party is unknown.

    Examples
    --------
    Does North care more for an end of tests or for keeping its sanctions? That relief holds hangs on it.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> model = ConflictModel(
    ...     ["North", "South"],
    ...     [Option("relief", "North"), Option("tests", "South")],
    ...     preferences={"South": Prioritised(["relief", "tests iff not relief"])},
    ... )
    >>> found = likelihood(model, {"North": OpenList([["not relief", Doubt("relief unless tests", weight=3)]])})
    >>> found.exact, found.shares["nash"].round(2).tolist()
    (True, [0.0, 0.75, 1.0, 0.0])
    """
    exact, combinations = plausible_models(model, lists, most=most, seed=seed)
    tally = _Tally(model, {dm: _read(model, dm, lists[dm]) for dm in model.dms if dm in lists}, concepts)
    for chance, chosen, examined in combinations:
        tally.add(chance, chosen, examined)
    unknowns = tally.unknowns() if effects else {}
    return Likelihood(model, tally.shares(), unknowns, exact, len(tally.chances))


_List = tuple[Expression | str, ...]


def plausible_models(
    model: ConflictModel, lists: Mapping[str, OpenList], *, most: int = 2000, seed: int = 0
) -> tuple[bool, Iterator[tuple[float, dict[str, _List], ConflictModel]]]:
    """Give the combinations of lists that `likelihood` examines: whether these are all, then each with its chance.

    Raises
    ------
    LogicError, AnalysisError
        When a statement cannot be read, or a party is unknown.
    """
    for dm in lists:
        model.dm_index(dm)
    read = {dm: _read(model, dm, lists[dm]) for dm in model.dms if dm in lists}
    exact = math.prod(open_list.orders for open_list in read.values()) <= most
    draws = _all_lists(read) if exact else _drawn_lists(read, most, np.random.default_rng(seed))
    return exact, ((chance, chosen, _with_lists(model, chosen)) for chance, chosen in draws)


def _with_lists(model: ConflictModel, chosen: Mapping[str, _List]) -> ConflictModel:
    for dm, lines in chosen.items():
        model = model.with_preference(dm, Prioritised(lines))
    return model


class _Tally:
    """Keeps every combination examined: its probability, the answers to all questions, and its equilibria."""

    def __init__(self, model: ConflictModel, lists: Mapping[str, OpenList], concepts: Sequence[Concept]) -> None:
        self.model, self.concepts = model, concepts
        self.questions = [(dm, *question) for dm, open_list in lists.items() for question in _questions(open_list)]
        self.chances: list[float] = []
        self.answers: list[list[int]] = []
        self.result: list[int] = []
        self.results: dict[Concept, list[NDArray[np.uint8]]] = {concept: [] for concept in concepts}
        self.seen: dict[tuple[bytes, ...], int] = {}

    def add(self, chance: float, chosen: Mapping[str, _List], model: ConflictModel) -> None:
        """Examine one combination of lists; orders of the states that came up before are not solved again."""
        self.chances.append(chance)
        self.answers.append([_answer(chosen[dm], first, second) for dm, first, second in self.questions])
        key = tuple(np.unique(model.scores(dm), return_inverse=True)[1].tobytes() for dm in chosen)
        if key not in self.seen:
            self.seen[key] = len(self.seen)
            found = stability(model, self.concepts)
            for concept in self.concepts:
                self.results[concept].append(np.packbits(found.holds(concept)))
        self.result.append(self.seen[key])

    def summed(self, concept: Concept, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each of *rows* of weights on the combinations and each state, the weight of those where it holds."""
        by_result = np.zeros((len(rows), len(self.seen)))
        for row, weights in enumerate(rows):
            by_result[row] = np.bincount(self.result, weights=weights, minlength=len(self.seen))
        total = np.zeros((len(rows), len(self.model.states)))
        for number, packed in enumerate(self.results[concept]):
            where = np.unpackbits(packed, count=len(self.model.states)).astype(np.bool_)
            total[:, where] += by_result[:, number, None]
        return total

    def shares(self) -> dict[Concept, NDArray[np.float64]]:
        """Give the share of each state under each concept."""
        weights = np.array([self.chances]) / math.fsum(self.chances)
        return {concept: np.minimum(self.summed(concept, weights)[0], 1.0) for concept in self.concepts}

    def unknowns(self) -> dict[Concept, tuple[Unknown, ...]]:
        """List what makes a difference, most first; a question with only one answer in sight makes none."""
        answers = np.array(self.answers, dtype=np.int8).reshape(len(self.answers), len(self.questions))
        chances = np.array(self.chances)
        open_ = [q for q in range(len(self.questions)) if {0, 1} <= set(answers[:, q].tolist())]
        found: dict[Concept, list[Unknown]] = {concept: [] for concept in self.concepts}
        for q in open_:
            rows = np.stack([chances * (answers[:, q] == 1), chances * (answers[:, q] == 0)])
            for concept in self.concepts:
                found[concept].append(self._unknown(q, self.summed(concept, rows / rows.sum(axis=1, keepdims=True))))
        return {c: tuple(sorted(some, key=lambda unknown: -abs(unknown.effect))) for c, some in found.items()}

    def _unknown(self, q: int, by_answer: NDArray[np.float64]) -> Unknown:
        dm, first, second = self.questions[q]
        effects = np.round(by_answer[0] - by_answer[1], 12)
        at = int(np.argmax(np.abs(effects)))
        text = f'"{first}" is held' if second is None else f'"{first}" before "{second}"'
        return Unknown(dm, text, int(self.model.states[at]), float(effects[at]))


def _read(model: ConflictModel, dm: str, open_list: OpenList) -> OpenList:
    read = [[Doubt(model.read(d.statement), d.chance, d.weight) for d in block] for block in open_list.blocks]
    statements = [doubt.statement for block in read for doubt in block]
    twice = next((s for s in statements if statements.count(s) > 1), None)
    if twice is not None:
        raise AnalysisError(f'The list of "{dm}" has "{twice}" twice; keep one of them.')
    return OpenList(read)


def _questions(open_list: OpenList) -> Iterator[tuple[Expression | str, Expression | str | None]]:
    for block in open_list.blocks:
        for doubt in block:
            if 0.0 < doubt.chance < 1.0:
                yield doubt.statement, None
        for first, second in combinations(block, 2):
            yield first.statement, second.statement


def _answer(lines: _List, first: Expression | str, second: Expression | str | None) -> int:
    """Answer whether the first is held, or comes before the second: 1, 0, or -1 where one of the two is not held."""
    if second is None:
        return int(first in lines)
    if first not in lines or second not in lines:
        return -1
    return int(lines.index(first) < lines.index(second))


def _orders(block: Sequence[Doubt]) -> int:
    certain = sum(doubt.chance == 1.0 for doubt in block)
    doubtful = sum(0.0 < doubt.chance < 1.0 for doubt in block)
    return sum(math.comb(doubtful, held) * math.factorial(certain + held) for held in range(doubtful + 1))


def _held(block: Sequence[Doubt]) -> Iterator[tuple[tuple[Doubt, ...], float]]:
    """Yield every set of statements of a block that may be held, with its probability."""
    for kept in product(*((True, False) if 0.0 < d.chance < 1.0 else (d.chance == 1.0,) for d in block)):
        chance = math.prod(d.chance if held else 1.0 - d.chance for d, held in zip(block, kept, strict=True))
        yield tuple(d for d, held in zip(block, kept, strict=True) if held), chance


def _block_lists(block: Sequence[Doubt]) -> list[tuple[float, _List]]:
    """List every order of every set held, with its probability."""
    found = []
    for held, chance in _held(block):
        for order in permutations(held):
            left = [sum(d.weight for d in order[k:]) for k in range(len(order))]
            likely = math.prod(d.weight / rest for d, rest in zip(order, left, strict=True))
            found.append((chance * likely, tuple(d.statement for d in order)))
    return found


def _all_lists(lists: Mapping[str, OpenList]) -> Iterator[tuple[float, dict[str, _List]]]:
    blocks = [(dm, _block_lists(block)) for dm, open_list in lists.items() for block in open_list.blocks]
    for choice in product(*(found for _, found in blocks)):
        chosen: dict[str, _List] = dict.fromkeys(lists, ())
        for (dm, _), (_, lines) in zip(blocks, choice, strict=True):
            chosen[dm] += lines
        yield math.prod(chance for chance, _ in choice), chosen


def _drawn_lists(
    lists: Mapping[str, OpenList], count: int, generator: np.random.Generator
) -> Iterator[tuple[float, dict[str, _List]]]:
    for _ in range(count):
        yield (
            1.0,
            {
                dm: tuple(line for block in open_list.blocks for line in _drawn(block, generator))
                for dm, open_list in lists.items()
            },
        )


def _drawn(block: Sequence[Doubt], generator: np.random.Generator) -> _List:
    """Draw a set and an order: each waits for a time whose rate is its weight, and who waits least comes first."""
    held = [doubt for doubt in block if generator.random() < doubt.chance]
    waits = generator.exponential([1.0 / doubt.weight for doubt in held]) if held else np.empty(0)
    return tuple(held[k].statement for k in np.argsort(waits, kind="stable"))
