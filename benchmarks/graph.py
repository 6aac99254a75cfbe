"""How fast the graph model is, against the goals set for it, and how much memory it takes.

Each case runs in a process of its own, several times, on random strict preferences; the best time counts, without
the time to make up the preferences. ``--large`` adds the case with 2**25 states, ``--largest`` the one with 2**28.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

import numpy as np

from dragoman.graph import ConflictModel, Option, Payoffs, stability
from dragoman.graph.stability import Concept

FOUR: tuple[Concept, ...] = ("nash", "gmr", "smr", "seq")


@dataclass(frozen=True)
class Case:
    """A random model, what is computed of it, and the goal in seconds."""

    parties: int
    options: int
    goal: float
    concepts: tuple[Concept, ...] = FOUR
    infeasible: tuple[str, ...] = ()
    one_way: int = 0
    repeats: int = 3
    note: str = ""


CASES = {
    "3x12": Case(3, 12, 0.010, (*FOUR, "sim"), repeats=20, note="GMCR+ needs 59 s and 0.8 GB for such a model"),
    "5x20": Case(5, 20, 1.5),
    "5x16, a third infeasible, 4 one-way": Case(5, 16, 1.0, infeasible=("o1 and o6", "o2 and o9 and o12"), one_way=4),
}
LARGE = {"5x25": Case(5, 25, 60.0, repeats=1)}
LARGEST = {"6x28": Case(6, 28, 600.0, repeats=1, note="the goal is to finish within 20 GB")}


def model(case: Case) -> ConflictModel:
    """Make up the model, the same each time."""
    random = np.random.default_rng(7)
    dms = [f"p{i}" for i in range(case.parties)]
    owners = [dms[k * case.parties // case.options] for k in range(case.options)]
    options = [Option(f"o{k}", owner, one_way=k % 4 == 0 and k < 4 * case.one_way) for k, owner in enumerate(owners)]
    bare = ConflictModel(dms, options, infeasible=case.infeasible)
    count = len(bare.states)
    given = {}
    for dm in dms:
        worth = np.arange(count, dtype=np.int32)
        random.shuffle(worth)
        given[dm] = Payoffs(worth)
    return ConflictModel(dms, options, infeasible=case.infeasible, preferences=given)


def measure(case: Case) -> dict[str, float]:
    """Run one case in this process."""
    made = model(case)
    states = len(made.states)
    for dm in made.dms:
        made.scores(dm)
    wall, cpu = [], []
    for _ in range(case.repeats + (case.repeats > 1)):
        begin, begin_cpu = time.perf_counter(), time.process_time()
        stability(made, case.concepts)
        wall.append(time.perf_counter() - begin)
        cpu.append(time.process_time() - begin_cpu)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return {"states": states, "wall": min(wall), "cpu": min(cpu), "peak": peak}


def startup() -> tuple[float, float]:
    """Measure, in a fresh process, the import and the first analysis of a small model, in milliseconds."""
    code = (
        "import time; a = time.perf_counter(); import numpy; b = time.perf_counter();"
        "from dragoman.graph import ConflictModel, Option, Prioritised, stability; c = time.perf_counter();"
        "m = ConflictModel(['A', 'B'], [Option(f'o{k}', 'AB'[k % 2]) for k in range(10)],"
        " preferences={'A': Prioritised(['o1', 'not o0']), 'B': Prioritised(['o0', 'not o1'])}); stability(m);"
        "d = time.perf_counter(); print(c - b, d - c)"
    )
    runs = [subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True) for _ in range(3)]
    times = [tuple(map(float, run.stdout.split())) for run in runs]
    return min(t[0] for t in times) * 1000, min(t[1] for t in times) * 1000


def main(arguments: list[str]) -> None:
    """Print the table."""
    cases = {
        **CASES,
        **(LARGE if "--large" in arguments else {}),
        **(LARGEST if "--largest" in arguments else {}),
    }
    print("Graph model: parties x options, random strict preferences; ratio is time over goal (below 1 is better)\n")
    print(
        f"| {'case':<36} | {'states':>9} | {'time':>9} | {'processor':>9} | {'goal':>7} | {'ratio':>5} | {'peak':>7} |"
    )
    print(f"|{'-' * 38}|{'-' * 10}:|{'-' * 10}:|{'-' * 10}:|{'-' * 8}:|{'-' * 6}:|{'-' * 8}:|")
    for name, case in cases.items():
        run = subprocess.run(
            [sys.executable, "-m", "benchmarks.graph", name], capture_output=True, text=True, check=True
        )
        found = json.loads(run.stdout)
        print(
            f"| {name:<36} | {found['states']:>9,} | {_time(found['wall']):>9} | {_time(found['cpu']):>9} | "
            f"{_time(case.goal):>7} | {found['wall'] / case.goal:>5.2f} | {found['peak'] / 2**20:>4.0f} MB |"
        )
    imported, first = startup()
    print(f"\nStart-up: import {imported:.0f} ms beyond numpy; first analysis of 1,024 states {first:.1f} ms.")
    for name, case in cases.items():
        if case.note:
            print(f"{name}: {case.note}.")


def _time(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    print(json.dumps(measure({**CASES, **LARGE, **LARGEST}[sys.argv[1]])))
