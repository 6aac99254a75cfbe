"""The score agrees with the tool beside the repository, wherever that and its gold are present."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import load_aliases, load_marked
from dragoman.scoring.matching import ALL_KINDS
from dragoman.scoring.score import score

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
TOOL = SHARED / "tools" / "score_reading.py"
OPEN = [SHARED / "gold" / f"{name}.jsonl" for name in ("seed0", "seed1", "iran_2015", "brexit_2019", "colombia_2016")]

pytestmark = pytest.mark.skipif(not TOOL.is_file(), reason="the scorer is not beside the repository")


def spoilt(lines: list[str]) -> list[str]:
    """Gold as a poor reader would have it: statements left out, and slots taken from the statement before."""
    found: list[dict[str, object]] = []
    for n, line in enumerate(lines):
        statement = json.loads(line)
        if n % 5 == 0:
            continue
        slots = ("holder", "doer", "actor", "target", "action", "stance", "event", "status", "relation", "date")
        for slot in slots[n % 7 :: 7] if found else ():
            if slot in statement and slot in found[-1]:
                statement[slot] = found[-1][slot]
        statement["span_start"] += n % 4
        found.append(statement)
    return [json.dumps(statement) for statement in found]


@pytest.mark.parametrize(
    "gold", [*OPEN, *sorted((ROOT / "tests" / "reading" / "gold").glob("*.jsonl"))], ids=lambda p: p.stem
)
def test_the_tool_counts_the_same(gold: Path, tmp_path: Path) -> None:
    """Counts, shares and dates are the same for a reader that gets much wrong, but for how a half is rounded."""
    read = tmp_path / "read.jsonl"
    read.write_text("\n".join(spoilt(gold.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    command = [sys.executable, str(TOOL), str(gold), "--read", str(read), "--json", "--kinds", ",".join(ALL_KINDS)]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
    fold = Folding(load_aliases(SHARED / "gold" / "aliases.json"))
    result, _ = score(load_marked([gold]), {"poor": load_marked([read])}, kinds=ALL_KINDS, fold=fold)
    for table in result.readers[0].tables:
        shares = {name: table.measures[name].value for name in ("precision", "recall", "f1", "full_recall")}
        ours = {"gold": table.gold, "read": table.read, "core": table.right, **shares}
        if "dates_right" in told[table.kind]:
            ours["dates_right"] = table.measures["dates_right"].value
        assert ours == pytest.approx(told[table.kind], abs=0.0011)
