"""The ledger by the command line: from articles to the brief, what it tells, and what is refused."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ledger_statements import LATER, NOON, article, both

from dragoman.cli import main
from dragoman.ledger.store import Ledger
from dragoman.ledger.wanted import Wanted

Run = Callable[..., Result]
GAZETTE = """LIMA, March 14, 2024 - Peru urged Chile to leave the bay.

Chile refuses to leave the bay unless Peru lifts its tariffs. Chile offered to free the crew in exchange for a loan by
Peru.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Ann")
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of one article and two statements."""
    place = tmp_path / "p.dragoman"
    with Ledger.create(place) as ledger:
        ledger.put(article(), both(article()), read_with="rules 1")
    return place


def test_from_articles_to_the_brief(run: Run) -> None:
    """Read twice, reject one, draft and brief: the rejected statement is in neither."""
    Path("gazette.txt").write_text(GAZETTE, encoding="utf-8")
    assert "1 read" in run("read", "gazette.txt", "--ledger", "p.dragoman").stdout
    told = json.loads(run("read", "gazette.txt", "--ledger", "p.dragoman", "--json").stdout)
    assert (told["articles"]["known"], told["statements"]["added"]) == (["gazette"], 0)
    with Ledger.open("p.dragoman") as ledger:
        offer = next(e for e in ledger.entries(Wanted(kinds=("position",))) if "offered" in e.statement.quote)
        ledger.review(offer.original.id, "rejected", by="Ann", at=NOON)
    assert run("draft", "p.dragoman", "-o", "case.yaml").exit_code == 0
    assert run("brief", "p.dragoman", "--case", "case.yaml", "-o", "b.json", "--json").exit_code == 0
    document = Path("b.json").read_text(encoding="utf-8")
    assert "refuses to leave the bay" in document
    assert offer.original.id not in document + Path("case.yaml").read_text(encoding="utf-8")


def test_only_accepted_statements_are_used_where_asked(run: Run, path: Path) -> None:
    """Without any it is told; with one the draft rests on that one alone."""
    assert "no statement is accepted" in run("draft", path, "--only-accepted").stderr
    key = both(article())[1].id
    with Ledger.open(path) as ledger:
        ledger.review(key, "accepted", by="Ann", at=NOON)
    drafted = run("draft", path, "--only-accepted").stdout
    assert key in drafted
    assert both(article())[0].id not in drafted


def test_a_kept_case_is_printed_as_it_was(run: Run, path: Path) -> None:
    """Each draft, and what the person had made of the one before; an id that is none is told."""
    run("draft", path, "-o", "case.yaml")
    mine = Path("case.yaml").read_text(encoding="utf-8").replace("A negotiation", "Mine")
    Path("case.yaml").write_text(mine, encoding="utf-8")
    run("draft", path, "-o", "case.yaml")
    drafted, written = json.loads(run("ledger", "cases", path, "--json").stdout)
    assert (drafted["basis"], written["basis"]) == ("drafted", "written")
    assert run("ledger", "cases", path, "--show", written["id"][:6]).stdout == mine
    assert "is the id of 0 cases" in run("ledger", "cases", path, "--show", "zzz").stderr


def test_the_status_says_how_far_it_is(run: Run, path: Path) -> None:
    """Counts, reviewers, and who differs on what."""
    key = both(article())[0].id
    with Ledger.open(path) as ledger:
        ledger.review(key, "accepted", by="Ann", at=NOON, seen=())
        ledger.review(key, "rejected", by="Ben", at=LATER, seen=())
    told = " ".join(run("ledger", "status", path).stdout.split())
    assert "1 articles from 2031-03-01 to 2031-03-01." in told
    assert "2 statements: 2 proposed, 0 accepted" in told
    assert "2 reviews by Ann and Ben." in told
    assert f"{key}: RUR pulls back (Ann: accepted; Ben: rejected)" in told
    assert json.loads(run("ledger", "status", path, "--json").stdout)["disputed"] == 1


def test_the_list_shows_what_is_asked_for(run: Run, path: Path) -> None:
    """Each with its words; how many there are; as JSON too."""
    told = run("ledger", "list", path, "--party", "GRK", "--role", "by").stdout
    assert "“Graustark demanded that Ruritania pay.”" in told
    assert "1 found." in told
    found = json.loads(run("ledger", "list", path, "--limit", "1", "--json").stdout)
    assert (found["found"], len(found["list"])) == (2, 1)


def test_a_merge_is_told(run: Run, path: Path, tmp_path: Path) -> None:
    """What came in, and on what reviewers differ."""
    shutil.copy(path, tmp_path / "ben.dragoman")
    key = both(article())[0].id
    for copy, who, verdict in ((path, "Ann", "accepted"), (tmp_path / "ben.dragoman", "Ben", "rejected")):
        with Ledger.open(copy) as ledger:
            ledger.review(key, verdict, by=who, at=NOON)  # type: ignore[arg-type]
    told = " ".join(run("ledger", "merge", path, "ben.dragoman").stdout.split())
    assert "ben.dragoman: 1 reviews new." in told
    assert f"Reviewers differ on 1: {key}." in told


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (["ledger", "status", "none.dragoman"], 1, "there is no such ledger"),
        (["draft", "none.dragoman"], 1, "there is no such ledger"),
        (["ledger", "merge", "p.dragoman", "none.dragoman"], 1, "none.dragoman"),
        (["read", "x.txt", "--ledger", "p.dragoman", "-o", "s.jsonl"], 2, "not both"),
        (["brief", "p.dragoman", "x.txt"], 2, "name nothing else"),
        (["draft", "s.jsonl", "--only-accepted"], 2, "is for a ledger"),
        (["ledger", "list", "p.dragoman", "--role", "by"], 2, "--role goes with --party"),
        (["ledger", "export", "p.dragoman", "-o", "x.doc"], 2, ".jsonl, .csv or .xlsx"),
        (["ledger", "import", "p.dragoman", "x.csv", "--column", "who"], 2, "NAME=HEADING"),
        (["network", "p.dragoman", "--every", "day"], 2, "number of days"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told(run: Run, path: Path, arguments: list[str], status: int, says: str) -> None:
    """One sentence or the usage, nothing written, the ledger as it was."""
    before = {file.name for file in path.parent.iterdir()}
    result = run(*arguments)
    assert result.exit_code == status
    assert says in result.stderr
    assert {file.name for file in path.parent.iterdir()} == before
