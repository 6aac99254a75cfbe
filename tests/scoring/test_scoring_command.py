"""``dragoman score`` as a person would type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main

LINE = {"id": "g1", "article": "a", "kind": "tie", "char_start": 0, "char_end": 20, "from": ["CHN"], "to": ["PRK"],
        "relation": "ally", "sentence": "China is Kim's ally."}  # fmt: skip


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """One marked tie."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(LINE) + "\n", encoding="utf-8")
    return path


def run(*arguments: str | Path) -> tuple[int, str]:
    """Exit status and all that is printed."""
    result = CliRunner().invoke(main, ["score", *map(str, arguments)])
    return result.exit_code, result.output


def test_readers_stand_side_by_side(gold: Path, tmp_path: Path) -> None:
    """Each reader has its row under the name given, else under that of its file."""
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({**LINE, "to": ["RUS"]}), encoding="utf-8")
    status, text = run(gold, "--read", f"best={gold}", "--read", other)
    rows = [line.split()[:5] for line in text.splitlines() if line.startswith(("best", "other"))]
    assert (status, rows[:2]) == (0, [["best", "1", "1", "1.00", "1.00"], ["other", "1", "0", "0.00", "0.00"]])


def test_misses_are_shown_in_their_sentence(gold: Path, tmp_path: Path) -> None:
    """The telling words stand in brackets."""
    (tmp_path / "none.jsonl").write_text("", encoding="utf-8")
    _, text = run(gold, "--read", tmp_path / "none.jsonl", "--misses", "1")
    assert "[China is Kim's ally.]" in text


def test_json_has_scores_and_findings(gold: Path) -> None:
    """A machine finds the tables by reader and kind."""
    _, text = run(gold, "--read", gold, "--json", "--misses", "1")
    told = json.loads(text)
    assert told["readers"][0]["tables"][-1]["measures"]["f1"]["value"] == 1.0
    assert told["findings"] == []


def test_aliases_beside_the_gold_are_taken(gold: Path, tmp_path: Path) -> None:
    """Names that the file has as one party are one."""
    (tmp_path / "aliases.json").write_text('{"PRK": ["Pyongyang"]}', encoding="utf-8")
    read = tmp_path / "read.jsonl"
    read.write_text(json.dumps({**LINE, "to": ["Pyongyang"]}), encoding="utf-8")
    _, text = run(gold, "--read", read, "--json")
    assert json.loads(text)["readers"][0]["tables"][-1]["right"] == 1


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["--read", "missing.jsonl"], 1, "missing.jsonl: cannot be read (no such file"),
        (["--read", "x", "--kinds", "wishes"], 2, '"wishes" is no kind'),
        (["--read", "x", "--aliases", "GOLD"], 1, "must map each party to a list of its names"),
    ],
)
def test_a_slip_is_told_in_a_sentence(gold: Path, arguments: list[str], status: int, told: str) -> None:
    """What is wrong and what would be accepted."""
    found, text = run(gold, *(str(gold) if one == "GOLD" else one for one in arguments))
    assert found == status
    assert told in text
