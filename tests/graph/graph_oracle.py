"""A slow, plain oracle, written from the definitions (Fang, Hipel & Kilgour 1993) and sharing nothing with the engine.

It walks legal sequences move by move, remembering who moved last, and relies on nothing being transitive.
"""

from __future__ import annotations

import functools
import itertools

from graph_conflicts import Conflict


@functools.lru_cache(maxsize=4096)
def improvements(c: Conflict, dm: int, state: int) -> list[int]:
    return [t for t in c.moves(dm, state) if c.scores[dm][t] > c.scores[dm][state]]


@functools.lru_cache(maxsize=4096)
def reached(c: Conflict, dms: tuple[int, ...], start: int, *, improving: bool) -> set[int]:
    """All states at the end of a legal sequence of at least one move by *dms*, nobody twice in a row."""
    found: set[tuple[int, int]] = set()
    open_ends = [(start, -1)]
    while open_ends:
        state, last = open_ends.pop()
        for dm in dms:
            if dm == last:
                continue
            for target in improvements(c, dm, state) if improving else c.moves(dm, state):
                if (target, dm) not in found:
                    found.add((target, dm))
                    open_ends.append((target, dm))
    return {state for state, _ in found}


def others(c: Conflict, dm: int) -> tuple[int, ...]:
    return tuple(other for other in c.dms if other != dm)


def nash(c: Conflict, dm: int, state: int) -> bool:
    return not improvements(c, dm, state)


def gmr(c: Conflict, dm: int, state: int) -> bool:
    worth = c.scores[dm]
    return all(
        any(worth[after] <= worth[state] for after in reached(c, others(c, dm), to, improving=False))
        for to in improvements(c, dm, state)
    )


def smr(c: Conflict, dm: int, state: int) -> bool:
    worth = c.scores[dm]
    return all(
        any(
            worth[after] <= worth[state] and all(worth[back] <= worth[state] for back in c.moves(dm, after))
            for after in reached(c, others(c, dm), to, improving=False)
        )
        for to in improvements(c, dm, state)
    )


def seq(c: Conflict, dm: int, state: int) -> bool:
    worth = c.scores[dm]
    return all(
        any(worth[after] <= worth[state] for after in reached(c, others(c, dm), to, improving=True))
        for to in improvements(c, dm, state)
    )


def sseq(c: Conflict, dm: int, state: int) -> bool:
    worth = c.scores[dm]
    return all(
        any(
            worth[after] <= worth[state] and all(worth[back] <= worth[state] for back in c.moves(dm, after))
            for after in reached(c, others(c, dm), to, improving=True)
        )
        for to in improvements(c, dm, state)
    )


def sim(c: Conflict, dm: int, state: int) -> bool:
    worth = c.scores[dm]

    def together(to: int, choice: tuple[int, ...]) -> int:
        """Each option as the one who controls it has set it."""
        settings = {dm: to, **dict(zip(others(c, dm), choice, strict=True))}
        return sum(settings[owner] & 1 << k for k, owner in enumerate(c.owners))

    answers = list(itertools.product(*([state, *improvements(c, other, state)] for other in others(c, dm))))
    return all(
        any(
            together(to, choice) in worth and worth[together(to, choice)] <= worth[state]
            for choice in answers
            if any(set_to != state for set_to in choice)
        )
        for to in improvements(c, dm, state)
    )


ORACLE = {"nash": nash, "gmr": gmr, "smr": smr, "seq": seq, "sseq": sseq, "sim": sim}
