"""The commands forecast and standing as a stranger uses them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.cli.forecasting import forecast
from dragoman.cli.standing import standing

Run = Callable[..., Result]
TABLE = "actor,position,salience,influence\nde,0,80,\nfr,50,40,\nuk,100,20,\n"
ACT = {
    "id": "a-1", "article": "a", "kind": "act", "sentence": "R aided G.", "char_start": 0, "char_end": 10,
    "span": "aided G", "span_start": 2, "span_end": 9, "actor": ["RUR"], "event": "AID", "target": ["GRA"],
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own, with a table in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tolls.csv").write_text(TABLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs the command forecast within this process."""
    return lambda *arguments: CliRunner().invoke(forecast, [str(a) for a in arguments])


def test_a_table_is_forecast(run: Run) -> None:
    """Forecast, interval, status quo and plain mean, with how such forecasts did before."""
    result = run("tolls.csv", "--scale", "0:100", "--doubt", "10")
    assert result.exit_code == 0
    for words in ("tolls, from 0 to 100, 3 actors", "80% interval", "if the inputs are off", "plain mean", "50",
                  "On 207 legislative decisions"):  # fmt: skip
        assert words in result.stdout


def test_json_is_json_and_nothing_else(run: Run) -> None:
    """The same numbers, with what was assumed."""
    result = run("tolls.csv", "--scale", "0:100", "--json")
    [found] = json.loads(result.stdout)["forecasts"]
    assert found["plain_mean"] == 50
    assert found["assumed"] == ["No influence is given: every actor counts alike in it."]


def test_influence_comes_from_the_council(run: Run) -> None:
    """With the Council's votes nothing is assumed of influence, and a stranger to it is named."""
    found = json.loads(run("tolls.csv", "--scale", "0:100", "--council", "1999-01-01", "--json").stdout)
    assert found["forecasts"][0]["assumed"] == []
    Path("tolls.csv").write_text(TABLE.replace("de", "us"), encoding="utf-8")
    result = run("tolls.csv", "--scale", "0:100", "--council", "1999-01-01")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "us had no weight in the Council" in result.stderr


def test_a_forecast_is_kept_and_scored(run: Run) -> None:
    """Keep, say what happened, score: the error of each and the Brier score of the chance."""
    kept = ("--keep", "kept.jsonl")
    first = run("tolls.csv", "--scale", "0:100", *kept, "--date", "2031-03-01", "--option", "reopen=0.3")
    assert "2 lines kept" in first.stderr
    again = run("tolls.csv", "--scale", "0:100", *kept, "--date", "2031-03-01")
    assert "0 lines kept; 1 stood there already" in again.stderr
    told = run(*kept, "--outcome", "tolls=40", "--outcome", "reopen=no", "--date", "2031-06-01")
    assert (told.exit_code, told.stdout) == (0, "")
    score = json.loads(run(*kept, "--score", "--json").stdout)
    assert score["brier"] == pytest.approx(0.09)
    assert score["issues"][0]["outcome"] == 40
    assert "1 forecast scored" in run(*kept, "--score").stdout


@pytest.mark.parametrize(
    "arguments",
    [
        [], ["tolls.csv", "--score"], ["--score"], ["--keep", "k"], ["tolls.csv", "--keep", "k"], ["--option", "a=1"],
        ["--keep", "k", "--outcome", "a=1"], ["--keep", "k", "--score", "--outcome", "a=1", "--date", "2031-01-01"],
        ["tolls.csv", "--scale", "100"], ["tolls.csv", "--option", "a", "--keep", "k", "--date", "2031-01-01"],
        ["tolls.csv", "--method", "guess"], ["tolls.csv", "--doubt", "60"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_misuse_is_told_with_the_usage(run: Run, arguments: list[str]) -> None:
    """Exit 2, how the command is used, nothing written."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.output
    assert [path.name for path in Path().iterdir()] == ["tolls.csv"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.csv"], "nowhere.csv: cannot be read"),
        (["nowhere.yaml"], "nowhere.yaml: cannot be read"),
        (["tolls.csv", "--issue", "flags"], 'no issue "flags" can be forecast. Those that can: tolls'),
        (["tolls.csv", "--scale", "0:50"], "uk stands at 100, off the scale"),
        (["--keep", "none.jsonl", "--score"], "none.jsonl: does not exist"),
        (["--keep", "none.jsonl", "--outcome", "a=1", "--date", "2031-01-01"], 'no forecast of "a" is kept'),
        (["tolls.csv", "--keep", "k", "--date", "2031-01-01", "--option", "a=2"], 'the chance of "a" is "2"'),
        (["tolls.csv", "-o", "tolls.csv/out.json"], "cannot be written"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_problem_is_one_sentence(run: Run, arguments: list[str], says: str) -> None:
    """Exit 1, one line on standard error, nothing written."""
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert says in result.stderr.splitlines()[-1]
    assert [path.name for path in Path().iterdir()] == ["tolls.csv"]


def test_standing_is_told_with_its_words(folder: Path) -> None:
    """A line for the pair, the words it rests on, and what standing is not."""
    (folder / "s.jsonl").write_text(json.dumps(ACT) + "\n", encoding="utf-8")
    result = CliRunner().invoke(standing, ["s.jsonl", "--acts"])
    assert result.exit_code == 0
    assert "kept: aided (1)" in result.stdout
    assert "a-1: aided G" in result.stdout
    assert "no judgement of character" in " ".join(result.stdout.split())


def test_standing_of_one_party_is_misuse(folder: Path) -> None:
    """A pair takes two."""
    (folder / "s.jsonl").write_text("", encoding="utf-8")
    assert CliRunner().invoke(standing, ["s.jsonl", "--party", "RUR"]).exit_code == 2
    assert "No act of one party" in CliRunner().invoke(standing, ["s.jsonl"]).stdout
