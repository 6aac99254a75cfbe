"""Random small conflicts as plain data, and the models they stand for."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass

from hypothesis import settings
from hypothesis import strategies as st

from dragoman.graph import ConflictModel, Option, Payoffs

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq", "sim")


def examples(share: float = 1.0) -> settings:
    """Few examples by default; set DRAGOMAN_EXAMPLES=5000 to search for longer."""
    return settings(max_examples=max(1, int(int(os.environ.get("DRAGOMAN_EXAMPLES", "60")) * share)), deadline=None)


@dataclass(frozen=True, eq=False)
class Conflict:
    """Everything a conflict is, without a line of the engine: option *k* belongs to ``owners[k]``."""

    owners: tuple[int, ...]
    one_way: tuple[bool, ...]
    no_return: tuple[bool, ...]
    feasible: tuple[int, ...]
    scores: tuple[dict[int, int], ...]

    @property
    def dms(self) -> range:
        return range(len(self.scores))

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - bounded, and conflicts are small
    def moves(self, dm: int, state: int) -> list[int]:
        """List where *dm* can move from *state*, option by option."""
        return [
            t
            for t in self.feasible
            if t != state and all(self._allows(dm, k, state, t) for k in range(len(self.owners)))
        ]

    def _allows(self, dm: int, option: int, state: int, target: int) -> bool:
        before, after = state >> option & 1, target >> option & 1
        if before == after:
            return True
        if self.owners[option] != dm:
            return False
        return not (self.one_way[option] if before else self.no_return[option])

    def model(self) -> ConflictModel:
        """Build the model the engine works on."""
        options = [
            Option(f"o{k}", f"dm{owner}", one_way=self.one_way[k], no_return=self.no_return[k])
            for k, owner in enumerate(self.owners)
        ]
        excluded = sorted(set(range(1 << len(options))) - set(self.feasible))
        return ConflictModel(
            [f"dm{dm}" for dm in self.dms],
            options,
            infeasible=[_only(code, len(options)) for code in excluded],
            preferences={f"dm{dm}": Payoffs([self.scores[dm][s] for s in self.feasible]) for dm in self.dms},
        )


def _only(code: int, options: int) -> str:
    return " and ".join(("" if code >> k & 1 else "not ") + f"o{k}" for k in range(options))


@st.composite
def conflicts(
    draw: st.DrawFn, max_dms: int = 5, max_options: int = 6, min_dms: int = 2, plain: bool = False
) -> Conflict:
    """Draw a conflict: ties, infeasible states and one-way options unless *plain*."""
    dms = draw(st.integers(min_dms, max_dms))
    extra = draw(st.lists(st.integers(0, dms - 1), max_size=max(0, max_options - dms)))
    owners = tuple(draw(st.permutations([*range(dms), *extra])))
    count = len(owners)
    kinds = st.just("free") if plain else st.sampled_from(["free", "free", "one_way", "no_return"])
    kind = draw(st.lists(kinds, min_size=count, max_size=count))
    states = range(1 << count)
    feasible = tuple(states) if plain else tuple(sorted(draw(st.sets(st.sampled_from(states), min_size=1)) or {0}))
    if not plain and draw(st.booleans()):
        feasible = tuple(s for s in states if s not in feasible) or feasible
    worth = st.lists(
        st.integers(0, draw(st.sampled_from([1, 3, 9, 99]))), min_size=len(feasible), max_size=len(feasible)
    )
    scores = tuple(dict(zip(feasible, draw(worth), strict=True)) for _ in range(dms))
    return Conflict(
        owners, tuple(k == "one_way" for k in kind), tuple(k == "no_return" for k in kind), feasible, scores
    )
