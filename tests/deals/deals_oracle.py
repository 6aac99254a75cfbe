"""A slow, plain reading of the definitions of schedules: fractions, recursion, every path; nothing from the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, wraps
from itertools import combinations, product
from typing import Any

from dragoman.graph import parse

Place = tuple[int, ...]
Criteria = tuple[float | Fraction, float | Fraction, float | Fraction, int]
INFINITE = float("inf")


def remembered(method: Callable[..., Any]) -> Callable[..., Any]:
    """Ask each question once of each oracle."""

    @wraps(method)
    def ask(self: Oracle, *question: Any) -> Any:
        key = (method.__name__, *question)
        if key not in self.known:
            self.known[key] = method(self, *question)
        return self.known[key]

    return ask


@dataclass(frozen=True)
class Oracle:
    """A deal in which all options are taken, from a status quo in which none is.

    ``owners`` says whose each option is; ``wholes`` gives each party's worth of each option, or ``lists`` its lines;
    ``rules`` are combinations that cannot be.
    """

    options: tuple[str, ...]
    owners: tuple[str, ...]
    steps: tuple[int, ...]
    returns: tuple[bool, ...]
    wholes: dict[str, dict[str, int]]
    lists: dict[str, tuple[str, ...]]
    rules: tuple[str, ...] = ()
    known: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.owners))

    @cached_property
    def top(self) -> Place:
        return self.steps

    def corners(self, place: Place) -> Iterator[tuple[Fraction, frozenset[str]]]:
        shares = [Fraction(done, steps) for done, steps in zip(place, self.steps, strict=True)]
        for bits in product([0, 1], repeat=len(shares)):
            chance = Fraction(1)
            for bit, share in zip(bits, shares, strict=True):
                chance *= share if bit else 1 - share
            if chance:
                yield chance, frozenset(o for o, bit in zip(self.options, bits, strict=True) if bit)

    @remembered
    def feasible(self, place: Place) -> bool:
        return not any(parse(rule).holds(on) for _, on in self.corners(place) for rule in self.rules)

    @remembered
    def worth(self, party: str, place: Place) -> Fraction:
        if party in self.wholes:
            shares = zip(self.options, place, self.steps, strict=True)
            return sum((Fraction(done, n) * self.wholes[party][o] for o, done, n in shares), Fraction(0))
        return self.listed(party, place) / abs(self.listed(party, self.top) or 1)

    @remembered
    def listed(self, party: str, place: Place) -> Fraction:
        lines = [parse(line) for line in self.lists[party]]
        weight = {line: 2 ** (len(lines) - 1 - n) for n, line in enumerate(lines)}

        def total(on: frozenset[str]) -> int:
            return sum(weight[line] for line in lines if line.holds(on))

        return sum((chance * total(on) for chance, on in self.corners(place)), Fraction(0)) - total(frozenset())

    @remembered
    def retreats(self, place: Place, party: str) -> list[Place]:
        ranges = [
            range(done + 1) if owner == party and back else [done]
            for done, owner, back in zip(place, self.owners, self.returns, strict=True)
        ]
        below = [other for other in product(*ranges) if self.feasible(other)]
        best = max(self.worth(party, other) for other in below)
        if best <= self.worth(party, place):
            return []
        return [other for other in below if self.worth(party, other) == best]

    @remembered
    def ends(self, place: Place) -> set[Place]:
        further = [other for party in self.parties for other in self.retreats(place, party)]
        return set().union(*(self.ends(other) for other in further)) if further else {place}

    @remembered
    def left(self, party: str, place: Place) -> Fraction:
        return min(self.worth(party, end) for end in self.ends(place))

    def trust(self, party: str, before: Place, after: Place) -> float | Fraction:
        held, kept, deal = self.left(party, before), self.left(party, after), self.worth(party, self.top)
        if kept >= held:
            return Fraction(0)
        return INFINITE if held > deal else (held - kept) / (deal - kept)

    def temptation(self, party: str, place: Place) -> Fraction:
        return max(Fraction(0), self.left(party, place) - self.worth(party, self.top))

    def mixed(self, place: Place, other: Place, party: str) -> Place:
        return tuple(
            there if owner == party else here for here, there, owner in zip(place, other, self.owners, strict=True)
        )

    def step(self, group: Sequence[str], start: Place, end: Place) -> tuple[float | Fraction, ...]:
        tempted = [self.temptation(party, end) for party in self.parties]
        trust, exposure = [], []
        for party in group:
            alone = self.mixed(start, end, party)
            alone = alone if self.feasible(alone) else start
            trust.append(self.trust(party, start, alone))
            exposure.append(max(Fraction(0), -self.left(party, alone)))
            without = self.mixed(end, start, party)
            if len(group) > 1 and self.feasible(without):
                tempted.append(self.temptation(party, without))
        return max(tempted), max(trust), max(exposure)

    def path(self, legs: Sequence[tuple[Sequence[str], Place]]) -> Criteria:
        places = [(0,) * len(self.top), *(end for _, end in legs)]
        found = [self.step(group, start, end) for (group, end), start in zip(legs, places, strict=False)]
        guarantee, trust, exposure = (max(row) for row in zip(*found, strict=True))
        return guarantee, trust, exposure, len(legs)

    def onward(self, place: Place, *, together: bool) -> Iterator[tuple[tuple[str, ...], Place]]:
        sizes = range(1, len(self.parties) + 1 if together else 2)
        for group in (g for size in sizes for g in combinations(self.parties, size)):
            ranges = [
                range(done, n + 1) if owner in group else [done]
                for done, n, owner in zip(place, self.top, self.owners, strict=True)
            ]
            for end in product(*ranges):
                moved = {o for o, here, there in zip(self.owners, place, end, strict=True) if here != there}
                if moved == set(group) and self.feasible(end):
                    yield group, end

    def best(self, *, together: bool) -> Criteria | None:
        """The least any schedule needs, by walking every one of them."""
        known: dict[tuple[Place, Place, tuple[str, ...]], tuple[float | Fraction, ...]] = {}

        def rest(place: Place) -> set[tuple[float | Fraction, ...]]:
            if place == self.top:
                return {(Fraction(0), Fraction(0), Fraction(0), 0)}
            found = set()
            for group, end in self.onward(place, together=together):
                key = (place, end, group)
                if key not in known:
                    known[key] = self.step(group, place, end)
                here = known[key]
                for later in ways(end):
                    found.add((*(max(a, b) for a, b in zip(here, later[:3], strict=True)), later[3] + 1))
            return {one for one in found if not any(dominates(other, one) for other in found)}

        memory: dict[Place, set[tuple[float | Fraction, ...]]] = {}

        def ways(place: Place) -> set[tuple[float | Fraction, ...]]:
            if place not in memory:
                memory[place] = rest(place)
            return memory[place]

        return min(ways((0,) * len(self.top)), default=None)  # type: ignore[return-value]


def dominates(one: tuple[float | Fraction, ...], other: tuple[float | Fraction, ...]) -> bool:
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
