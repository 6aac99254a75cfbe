"""Deals and schedules: how long the search takes over growing lattices, against listing every step."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from dragoman.case.case import Case, Option, Party, Worth
from dragoman.deals.bottleneck import least_demanding
from dragoman.deals.lattice import Lattice
from dragoman.deals.risk import Risk, risk_of
from dragoman.deals.sweeping import least_demanding_in_turn
from dragoman.deals.table import Table
from dragoman.deals.values import values

T = TypeVar("T")


def case_with(options: int) -> Case:
    """Two parties that exchange *options* moves, half of each one-way, with uneven costs and benefits."""
    names = [f"o{n}" for n in range(options)]
    owners = ["A" if n % 2 == 0 else "B" for n in range(options)]
    return Case(
        title="Exchange",
        parties={"A": Party(name="A"), "B": Party(name="B")},
        options={
            name: Option(party=owner, does=name, one_way=n % 4 < 2)
            for n, (name, owner) in enumerate(zip(names, owners, strict=True))
        },
        worths={
            party: {
                name: Worth(whole=-(n % 3 + 1) if owner == party else n % 5 + 3)
                for n, (name, owner) in enumerate(zip(names, owners, strict=True))
            }
            for party in "AB"
        },
    )


def risk_with(options: int, steps: int) -> Risk:
    """What every place of the lattice risks, each option divided into *steps*."""
    table = Table(case_with(options))
    deal = (1 << options) - 1
    return risk_of(values(Lattice(table, deal, {f"o{n}": steps for n in range(options)})))


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Wall time of one run in seconds, and what it gave."""
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def main(arguments: Sequence[str]) -> None:
    """Print places, seconds for breakdowns and search, and the ratio to listing steps where that can be done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks deals")
    parser.add_argument("--large", action="store_true", help="also lattices of about a million places")
    large = parser.parse_known_args(arguments)[0].large
    print(f"{'options':>8} {'steps':>6} {'places':>9} {'breakdowns s':>13} {'search s':>9} {'of listing':>11}")
    for options, steps in [(2, 8), (2, 30), (4, 5), (8, 1), *([(2, 1000), (6, 9), (20, 1)] if large else [])]:
        prepared, risk = timed(partial(risk_with, options, steps))
        searched, _ = timed(partial(least_demanding_in_turn, risk))
        places = risk.values.lattice.size
        small = places < 2000
        listing = timed(partial(least_demanding, risk, together=False))[0] if small else float("nan")
        ratio = searched / listing
        print(f"{options:>8} {steps:>6} {places:>9,} {prepared:>13.2f} {searched:>9.2f} {ratio:>11.2f}")
