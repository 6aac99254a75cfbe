"""How sure a model's statements are follows from marked articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.cli import main
from dragoman.statements.file import dump_statements, parse_statements
from dragoman.statements.llm.confidence import Confidence


def _tie(number: int, *, to: str = "PRK", rule: str = "llm:small", **more: object) -> str:
    start = 20 * number
    row = {"id": f"t-{number}", "article": "a", "kind": "tie", "sentence": "China and Korea ally", "char_start": start,
           "char_end": start + 20, "span": "China and Korea", "span_start": start, "span_end": start + 15,
           "from": ["CHN"], "to": [to], "relation": "ally", "rule": rule, "located": "exact"} | more  # fmt: skip
    return json.dumps(row)


@pytest.fixture
def calibrate(tmp_path: Path):
    """Runs ``dragoman score --calibrate`` on lines of gold and of what was read."""

    def run(gold: list[str], read: list[str]):
        for name, lines in (("gold", gold), ("read", read)):
            statements = parse_statements("\n".join(lines))
            (tmp_path / f"{name}.jsonl").write_text(dump_statements(statements), encoding="utf-8")
        arguments = ["score", str(tmp_path / "gold.jsonl"), "--read", f"model={tmp_path / 'read.jsonl'}"]
        result = CliRunner().invoke(main, [*arguments, "--calibrate", str(tmp_path / "table.json")])
        return result, tmp_path / "table.json"

    return run


def test_what_was_right_makes_its_kind_surer(calibrate):
    """Statements that gold has raise the figure of their kind; the table can be given to a reading."""
    lines = [_tie(number) for number in range(20)]
    result, path = calibrate(lines, lines)
    assert result.exit_code == 0
    assert Confidence.load(path).kind["tie"] > 0.9
    assert Confidence.load(path).kind["act"] == Confidence.shipped().kind["act"]


def test_what_was_wrong_makes_its_kind_less_sure(calibrate):
    """Statements that gold has not lower it."""
    _, path = calibrate([_tie(number) for number in range(20)], [_tie(number, to="USA") for number in range(20)])
    assert Confidence.load(path).kind["tie"] < 0.2


def test_weakly_located_quotes_are_judged_apart(calibrate):
    """How quotes were located and what goes against the words lower their own factors, not the kind's."""
    gold = [_tie(number) for number in range(30)]
    fuzzy = [_tie(number, to="USA", located="fuzzy") for number in range(10, 20)]
    noted = [_tie(number, to="USA", note="its words are negated and it is not") for number in range(20, 30)]
    _, path = calibrate(gold, [*gold[:10], *fuzzy, *noted])
    table, before = Confidence.load(path), Confidence.shipped()
    assert table.kind["tie"] > before.kind["tie"]
    assert table.located["fuzzy"] < before.located["fuzzy"]
    assert table.contradiction < before.contradiction


def test_other_readers_tell_nothing(calibrate):
    """Without a statement of a language model there is no table, and that is said."""
    result, path = calibrate([_tie(1)], [_tie(1, rule="tie:ally", located=None)])
    assert result.exit_code == 1
    assert "no statement of a language model" in result.stderr
    assert not path.exists()
