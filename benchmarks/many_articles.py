"""Reading many articles: time, and memory at most, which should not follow their number."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NUMBERS, LARGE = (100, 1_000), (10_000,)
PARTIES = (
    "France Iran Peru Chile Norway Egypt Sudan Kenya Japan Canada Brazil India Turkey Greece Jordan Ghana Nepal Cuba"
).split()
THINGS = "port pipeline canal reactor border dam fishery railway mine airport".split()
VERBS = "reopen close share expand inspect sell suspend rebuild fund leave".split()
SENTENCES = (
    "{a} urged {b} to {verb} the {thing} at {place}.",
    "{a} rejected an offer by {b} to {verb} the {thing} unless {c} pays {number} million dollars.",
    "Officials of {a} and {b} met in {place} for talks about the {thing}.",
    "The foreign minister of {a}, {place} {other}, said that it would not {verb} the {thing} before {b} does.",
    "{c} accused {b} of blocking the {thing}, which {number} workers of the {other} company depend on.",
    "{a} has warned that it will {verb} its {thing} if {c} and {b} do not agree.",
)


def main(options: list[str]) -> None:
    """Print the table; with ``--large`` of 10,000 articles too, which take minutes."""
    print("dragoman read on articles of four sentences with names of their own, each number in a fresh process")
    for number in NUMBERS + (LARGE if "--large" in options else ()):
        with tempfile.TemporaryDirectory() as folder:
            words = write_articles(Path(folder) / "articles", number)
            command = [sys.executable, "-m", "dragoman", "read", f"{folder}/articles", "-q"]
            start = time.perf_counter()
            subprocess.run([*command, "-o", f"{folder}/statements.jsonl"], check=True)
            seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  {number:6} articles{words:9} words{seconds:8.1f} s{memory:8.0f} MB at most")


def write_articles(folder: Path, number: int) -> int:
    """Write *number* articles that differ in their parties, things and names; return how many words they have."""
    folder.mkdir()
    words = 0
    for n in range(number):
        chance = random.Random(n)  # noqa: S311 - repeatable articles, not secrets
        a, b, c = chance.sample(PARTIES, 3)
        filled = {
            "a": a, "b": b, "c": c, "verb": chance.choice(VERBS), "thing": chance.choice(THINGS),
            "place": _name(chance), "other": _name(chance), "number": chance.randint(2, 999),
        }  # fmt: skip
        text = "\n\n".join(sentence.format(**filled) for sentence in chance.sample(SENTENCES, 4))
        (folder / f"{n:05}.txt").write_text(text, encoding="utf-8")
        words += len(text.split())
    return words


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).capitalize()
