"""What goes out of a ledger and comes in: hand-coded tables, spreadsheets, JSON Lines, events; by the command line."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from ledger_statements import NOON, act, article, both, position

from dragoman.cli import filtering, main
from dragoman.ledger.events import event_table
from dragoman.ledger.sheets import Row, read_sheet
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import decision_in
from dragoman.ledger.verdicts import VERDICTS
from dragoman.statements.file import parse_statements

Run = Callable[..., Result]
CODED = """date,source,actor,concept,agreement,quote
2031-03-01,Gazette,Graustark,pay reparations,yes,Graustark demanded that Ruritania pay.
2031-03-01,Gazette,North Korea,pay reparations,no,"“Never,” said Pyongyang."
2031-03-02,Courier,Elbonia,free the crew,1,Elbonia wants the crew freed.
2031-03-02,Courier,Elbonia,free the crew,perhaps,Elbonia might want it.
2031-03-02,Courier,Fredonia,free the crew,0,
02/03/31,Courier,Fredonia,free the crew,0,Fredonia does not.
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Ann")
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def path(run: Run) -> Path:
    """A ledger of one article and two statements, in the folder that commands run in."""
    assert run("--version").exit_code == 0
    with Ledger.create("p.dragoman") as ledger:
        ledger.put(article(), both(article()), read_with="rules 1")
    return Path("p.dragoman")


def entries(path: Path) -> list:
    with Ledger.open(path) as ledger:
        return list(ledger.entries())


def test_a_hand_coded_table_comes_in(run: Run, path: Path) -> None:
    """Quotes that stand in an article are placed there, others in an article of quotes; faulty rows are told."""
    Path("coded.csv").write_text(CODED, encoding="utf-8")
    result = run("ledger", "import", path, "coded.csv")
    assert result.exit_code == 0
    assert "3 statements new, 3 decisions, 3 rows refused" in result.stdout
    for line, why in ((5, "agreement"), (6, "no quote, no statement"), (7, "date")):
        assert any(f"line {line}" in told and why in told for told in result.stderr.splitlines())
    coded = {e.statement.quote: e for e in entries(path) if e.statement.rule == "coded by hand"}
    placed = coded["Graustark demanded that Ruritania pay."].statement
    assert (placed.article, placed.stance, placed.action) == ("a1", "support", "pay reparations")
    other = coded["“Never,” said Pyongyang."].statement
    assert (other.article, other.holder, other.stance) == ("quotes-Gazette-2031-03-01", ("PRK",), "oppose")
    assert {entry.verdict for entry in coded.values()} == {"accepted"}
    with Ledger.open(path) as ledger:
        assert ledger.check() == ()


def test_a_hand_coded_table_comes_in_once(run: Run, path: Path) -> None:
    """The same table again, or a longer one, adds only what is new."""
    Path("coded.csv").write_text(CODED, encoding="utf-8")
    run("ledger", "import", path, "coded.csv", "-q")
    more = CODED + "2031-03-02,Courier,Fredonia,free the crew,0,Fredonia objects.\n"
    Path("coded.csv").write_text(more, encoding="utf-8")
    assert "1 statements new, 1 decisions" in run("ledger", "import", path, "coded.csv").stdout
    assert all(entry.gone is None for entry in entries(path))


def test_columns_can_be_named(run: Run, path: Path) -> None:
    """An xlsx file with headings and dates of its own, and no source."""
    book = openpyxl.Workbook()
    book.active.append(["When", "Organization", "Category", "Agreement", "Text passage"])
    book.active.append([dt.datetime(2031, 3, 5), "Elbonia", "free the crew", True, "Elbonia wants the crew freed."])
    book.save("coded.xlsx")
    named = ["--column", "date=When", "--column", "quote=Text passage", "--column", "source="]
    assert "1 statements new" in run("ledger", "import", path, "coded.xlsx", *named).stdout
    [coded] = [e for e in entries(path) if e.statement.rule == "coded by hand"]
    assert (coded.day, coded.statement.holder, coded.statement.stance) == ("2031-03-05", ("Elbonia",), "support")


def test_missing_columns_are_told_together(run: Run) -> None:
    """Which are missing, which are there, how to say which is which; and no ledger is left behind."""
    Path("coded.csv").write_text("when,who,quote\n2031-03-01,Elbonia,x\n", encoding="utf-8")
    result = run("ledger", "import", "new.dragoman", "coded.csv")
    assert result.exit_code == 1
    assert "no column for date, source, actor, concept and agreement. Its columns: when, who, quote." in result.stderr
    assert "--column date=quote" in result.stderr or "--column" in result.stderr
    assert not Path("new.dragoman").exists()


def broken_workbook() -> bytes:
    """A zip file whose parts are no XML."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr("[Content_Types].xml", "<oops")
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("x.xlsx", b"not a zip"),
        ("y.xlsx", broken_workbook()),
        ("x.csv", b"\xff\xfe\x00"),
        ("x.jsonl", b"{oops"),
        ("x.doc", b""),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(run: Run, path: Path, name: str, content: bytes) -> None:
    """It is named, and the ledger stays as it was."""
    Path(name).write_bytes(content)
    result = run("ledger", "import", path, name)
    assert result.exit_code == 1
    assert name in result.stderr
    assert "Traceback" not in result.stderr
    assert len(entries(path)) == 2


def test_a_reviewed_spreadsheet_comes_back(run: Run, path: Path) -> None:
    """A verdict and a corrected cell are taken over; cells nobody touched are no edits."""
    assert run("ledger", "export", path, "-o", "t.xlsx").exit_code == 0
    book = openpyxl.load_workbook("t.xlsx")
    rows = list(book.active.iter_rows())
    heading = {cell.value: number for number, cell in enumerate(rows[0])}
    rows[1][heading["verdict"]].value = "rejected"
    rows[2][heading["who"]].value = "ELB; GRK"
    rows[2][heading["condition"]].value = "only_if | ELB | leave the bay"
    book.save("t.xlsx")
    assert "0 statements new, 2 decisions" in run("ledger", "import", path, "t.xlsx", "--by", "Ben").stdout
    assert "0 decisions" in run("ledger", "import", path, "t.xlsx", "--by", "Ben").stdout
    first, second = entries(path)
    assert (first.verdict, second.verdict) == ("rejected", "edited")
    assert second.changes == {
        "holder": ["ELB", "GRK"],
        "condition": {"type": "only_if", "doer": ["ELB"], "action": "leave the bay"},
    }


def test_an_old_table_undoes_no_review(run: Run, path: Path) -> None:
    """Written out while all was proposed, it says nothing about what was decided since."""
    run("ledger", "export", path, "-o", "t.csv")
    with Ledger.open(path) as ledger:
        ledger.review(both(article())[0].id, "rejected", by="Ann", at=NOON)
        ledger.review(both(article())[1].id, "edited", by="Ann", at=NOON, changes={"stance": "offer"})
    assert "0 decisions" in run("ledger", "import", path, "t.csv").stdout
    assert [entry.verdict for entry in entries(path)] == ["rejected", "edited"]


def test_a_table_as_exported_decides_nothing(tmp_path: Path) -> None:
    """Neither text that a spreadsheet would take for a formula, nor white space at its ends, becomes an edit."""
    odd = position(article(), "Graustark demanded that Ruritania pay.", action="=SUM(1) or -5 degrees ", holder="+X")
    with Ledger.create(tmp_path / "p.dragoman") as ledger:
        ledger.put(article(), [odd], read_with="rules 1")
        [entry] = ledger.entries()
        for form in ("csv", "xlsx"):
            out = tmp_path / f"t.{form}"
            assert CliRunner().invoke(main, ["ledger", "export", str(ledger.path), "-o", str(out)]).exit_code == 0
            assert [decision_in(row, entry) for row in read_sheet(out)] == [None]
            assert b"\r\n=SUM" not in out.read_bytes()


def test_an_edited_cell_of_nonsense_is_refused(run: Run, path: Path) -> None:
    """The row is told, and the others come in."""
    run("ledger", "export", path, "-o", "t.csv")
    rows = list(csv.DictReader(io.StringIO(Path("t.csv").read_text(encoding="utf-8-sig"))))
    rows[0]["event"], rows[1]["verdict"] = "DANCE", "accepted"
    with Path("t.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    result = run("ledger", "import", path, "t.csv")
    assert "1 decisions, 1 rows refused" in result.stdout
    assert "line 2" in result.stderr
    assert [entry.verdict for entry in entries(path)] == ["proposed", "accepted"]


def test_statements_go_out_and_into_another_ledger(run: Run, path: Path) -> None:
    """With their verdicts, given the articles; without these each line is refused with the reason."""
    with Ledger.open(path) as ledger:
        ledger.review(both(article())[0].id, "accepted", by="Ann", at=NOON)
    run("ledger", "export", path, "-o", "s.jsonl")
    run("ledger", "export", path, "--what", "articles", "-o", "a.jsonl")
    assert parse_statements(Path("s.jsonl").read_text("utf-8"))[0].id == both(article())[0].id
    bare = run("ledger", "import", "q.dragoman", "s.jsonl")
    assert "2 rows refused" in bare.stdout
    assert "give it with --articles" in bare.stderr
    assert "2 statements new" in run("ledger", "import", "q.dragoman", "s.jsonl", "--articles", "a.jsonl").stdout
    assert [(e.original.id, e.verdict) for e in entries(Path("q.dragoman"))] == [
        (e.original.id, e.verdict) for e in entries(path)
    ]


def test_a_statement_whose_quote_is_not_there_does_not_come_in(run: Run, path: Path) -> None:
    """No evidence, no statement, whoever proposed it."""
    record = both(article())[0].model_dump(mode="json", by_alias=True)
    record |= {"id": "a-made-up", "span": "Ruritania attacked its troops."}
    Path("s.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = run("ledger", "import", path, "s.jsonl", "--as", "accepted")
    assert "its quote does not stand in a1" in result.stderr
    assert len(entries(path)) == 2


def test_an_import_undoes_no_review(run: Run, path: Path) -> None:
    """What somebody rejected stays rejected, though a file says accepted."""
    run("ledger", "export", path, "-o", "s.jsonl")
    with Ledger.open(path) as ledger:
        ledger.review(both(article())[0].id, "rejected", by="Ann", at=NOON)
    run("ledger", "import", path, "s.jsonl", "--as", "accepted")
    assert [entry.verdict for entry in entries(path)] == ["rejected", "accepted"]


def test_events_are_plover_rows() -> None:
    """One event told twice is one row for each pair, and counts its reports; what is only planned is none."""
    one, two = article("a1", "Ruritania met Graustark on Monday."), article("a2", "Ruritania met Graustark.")
    said = {"event": "CONSULT", "target": ["GRK"], "mode": "meet", "date": "2031-02-24"}
    acts = [act(where, where.text, **said) for where in (one, two)]  # type: ignore[arg-type]
    planned = act(article("a3", "Ruritania will attack."), "Ruritania will attack.", event="ASSAULT", status="planned")
    table = event_table([*acts, planned], [one, two])
    [row] = [dict(zip(table.columns, values, strict=True)) for values in table.rows]
    assert (row["date"], row["event"], row["quad"]) == ("2031-02-24", "CONSULT", "verbal cooperation")
    assert (row["actor"], row["recipient"], row["reports"]) == ("RUR", "GRK", 2)


def test_the_options_know_every_verdict() -> None:
    """The words that the command line accepts are those of the ledger."""
    assert filtering.VERDICTS == VERDICTS


def test_rows_keep_their_line_numbers(tmp_path: Path) -> None:
    """Blank rows are passed over and counted; semicolons part columns as commas do."""
    (tmp_path / "t.csv").write_text("A;B\n1;2\n\n;\n3;'=4\n", encoding="utf-8")
    assert list(read_sheet(tmp_path / "t.csv")) == [Row(2, {"a": "1", "b": "2"}), Row(5, {"a": "3", "b": "=4"})]
