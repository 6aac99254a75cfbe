"""``dragoman read --reader llm`` and ``both``, with and without a ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli import main
from dragoman.statements.file import load_statements


@pytest.fixture(autouse=True)
def folder(tools, tmp_path, monkeypatch) -> Path:
    """A folder with the tests' article."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_MODEL_KEY", raising=False)
    (tmp_path / "gazette.txt").write_text(tools.text, encoding="utf-8")
    return tmp_path


def _read(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["read", "gazette.txt", "--cache", "kept", "--retries", "0", *arguments])


def _llm(server, *arguments: str) -> Result:
    return _read("--reader", "llm", "--model", "small", "--endpoint", server.endpoint, *arguments)


def test_model_reads_into_a_file(server, tools, folder):
    """Statements go where the rules' go, and the report tells calls, tokens and what was refused."""
    server.usual = tools.says({"i": [tools.refusal, tools.made_up]})
    result = _llm(server, "-o", "s.jsonl", "--report", "report.json")
    assert result.exit_code == 0
    assert [s.rule for s in load_statements(folder / "s.jsonl")] == ["llm:small"]
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert (report["calls"], report["tokens_asked"], report["tokens_answered"], report["proposed"]) == (1, 900, 70, 2)
    assert report["refused"][0]["quote"] == tools.made_up["q"]
    assert "sending 1 request of about " in result.stderr
    assert "small: 1 request, 1 call, 900 tokens asked and 70 answered." in result.stderr
    assert "1 of 2 items was refused: 1 by its quote." in result.stderr


def test_requests_go_out_as_a_file_and_answers_come_in_as_one(tools, folder):
    """--ask writes and stops; --answers goes on from there; then --offline needs neither."""
    asked = _read("--reader", "llm", "--model", "small", "--ask", "ask.jsonl")
    assert (asked.exit_code, asked.stdout) == (0, "")
    assert "ask.jsonl: 1 request, about " in asked.stderr
    row = json.loads((folder / "ask.jsonl").read_text(encoding="utf-8"))
    answer = {"custom_id": row["custom_id"], "answer": {"i": [tools.meeting]}}
    (folder / "answers.jsonl").write_text(json.dumps(answer), encoding="utf-8")
    first = _read("--reader", "llm", "--model", "small", "--answers", "answers.jsonl")
    again = _read("--reader", "llm", "--model", "small", "--offline")
    assert first.stdout == again.stdout != ""
    assert "0 requests (1 more have kept answers)" in _read("--reader", "llm", "--model", "small", "--ask", "b").stderr


def test_both_reads_with_rules_and_model(server, tools):
    """With both, the rules' statements are there and the model's beside them."""
    server.usual = tools.says({"i": [{**tools.meeting, "e": "AGREE"}]})
    result = _read("--reader", "both", "--model", "small", "--endpoint", server.endpoint, "-q")
    rules = {json.loads(line)["rule"].partition(":")[0] for line in result.stdout.splitlines()}
    assert "llm" in rules
    assert len(rules) > 1


def test_ledger_holds_what_the_model_read(server, tools):
    """A ledger takes the model's statements; what it holds is not asked about again."""
    server.usual = tools.says({"i": [tools.refusal, tools.meeting]})
    first = _llm(server, "--ledger", "project.dragoman")
    assert "1 read; statements: 2 new" in " ".join(first.stdout.split())
    second = _llm(server, "--ledger", "project.dragoman", "--cache", "other")
    assert "1 known already; statements: 0 new" in " ".join(second.stdout.split())
    assert len(server.bodies) == 1


def test_ledger_asks_again_about_what_was_read_in_part(server, tools):
    """An article of which a window had no answer goes in with the rest, and is finished by the next run."""
    server.script = [tools.says({"i": [tools.refusal]}), tools.fails(500)]
    server.usual = tools.says({"i": [tools.meeting]})
    arguments = ("--ledger", "project.dragoman", "--window", "200", "--in-flight", "1")
    assert "statements: 1 new" in " ".join(_llm(server, *arguments).stdout.split())
    again = " ".join(_llm(server, *arguments).stdout.split())
    assert "1 read again with other settings; statements: 1 new" in again
    assert len(server.bodies) == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--reader", "llm"], "needs --model"),
        (["--reader", "llm", "--model", "small"], "needs --endpoint"),
        (["--model", "small"], "--model needs --reader llm"),
        (["--offline"], "--offline needs --reader llm"),
        (["--reader", "llm", "--model", "s", "--endpoint", "x"], "is no address of a server"),
        (["--reader", "llm", "--model", "s", "--offline"], "Not one of 1 request to s has an answer"),
        (["--reader", "llm", "--model", "s", "--offline", "--confidence", "gazette.txt"], "is no table of confidence"),
    ],
)
def test_misuse_is_one_sentence(arguments, message):
    """What does not go together, or cannot be, is told without a traceback."""
    result = _read(*arguments)
    assert result.exit_code in {1, 2}
    assert message in " ".join(result.stderr.split())
    assert "Traceback" not in result.output


def test_own_table_of_confidence_counts(server, tools, folder):
    """Confidence follows the table that is given."""
    server.usual = tools.says({"i": [tools.refusal]})
    table = {"kind": {"position": 0.25}, "located": {"exact": 1.0}, "contradiction": 0.5}
    (folder / "table.json").write_text(json.dumps(table), encoding="utf-8")
    [line] = _llm(server, "--confidence", "table.json").stdout.splitlines()
    assert json.loads(line)["confidence"] == 0.25


def test_brief_does_not_vouch_for_a_model_with_the_rules_figures(server, tools, folder):
    """A brief from a model's statements says that its reader has not been measured."""
    server.usual = tools.says({"i": [tools.refusal, tools.meeting]})
    _llm(server, "-o", "s.jsonl")
    made = CliRunner().invoke(
        main, ["brief", "gazette.txt", "--statements", "s.jsonl", "--json", "-o", "brief.json", "-q"]
    )
    assert made.exit_code == 0
    assert json.loads((folder / "brief.json").read_text(encoding="utf-8"))["trust"]["basis"] == "unmeasured"
