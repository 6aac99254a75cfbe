"""The command line: help that teaches, one sentence for each problem, whole results or none, the same bytes again."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import subprocess
import sys
import termios
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

import dragoman.__main__ as start
from dragoman.articles.article import Article
from dragoman.cli import main
from dragoman.stages import read as read_all
from dragoman.statements import reader
from dragoman.statements.file import parse_statements
from dragoman.statements.statement import Statement

Run = Callable[..., Result]
COMMANDS = sorted(main.commands)
LEAVES = {
    " ".join((name, *inner)): command.commands[inner[0]] if isinstance(command, click.Group) else command
    for name, command in sorted(main.commands.items())
    for inner in ([(one,) for one in sorted(command.commands)] if isinstance(command, click.Group) else [()])
}
GAZETTE = """LIMA, March 14, 2024 - Peru urged Chile to leave the bay.

Chile refuses to leave the bay unless Peru lifts its tariffs. Chile offered to free the crew in exchange for a loan by
Peru.
"""
COURIER = """<html><head><title>Talks <script>alert(1)</script> fail</title></head><body>
<script>alert("two")</script><article>
<p>Peru rejected a loan to Chile on Monday, and its foreign minister said that Chile must free the crew.</p>
<p onclick="alert(3)">Chile pledged to free the crew by 30 June, and both sides will meet in Lima again
<img src=x onerror=alert(4)>, where boats lie in the bay and wait for the answer of the two governments.</p>
</article></body></html>
"""
STRAIT = """title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options:
  rur_reopen: "RUR: reopen the strait"
  gra_free: "GRA: free the crew"
preferences:
  RUR: [gra_free, not rur_reopen unless gra_free]
  GRA: [rur_reopen]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test works in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Runs the command line within this process."""
    return lambda *arguments: CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def articles(folder: Path) -> Path:
    """Two small articles."""
    place = folder / "articles"
    place.mkdir()
    (place / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    (place / "courier.html").write_text(COURIER, encoding="utf-8")
    return place


def one_sentence(result: Result) -> str:
    """The problem that was told: one line on standard error, nothing on standard output, no traceback."""
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("dragoman: ")
    return line


class Markup(HTMLParser):
    """The tags of a page with their counts, and its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes[name] = self.attributes.get(name, "") + (value or "")


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("command", LEAVES)
def test_the_help_of_each_command_teaches_with_an_example(run: Run, command: str) -> None:
    """One line at least that can be typed as it stands."""
    result = run(*command.split(), "--help")
    assert result.exit_code == 0
    assert re.search(rf"^ +dragoman {command} \S+", result.output, re.MULTILINE)


def test_the_help_of_all_names_each_command_and_shows_the_whole_way(run: Run) -> None:
    """The first help that a user sees shows all stages."""
    result = run("--help")
    assert result.exit_code == 0
    for command in COMMANDS:
        assert re.search(rf"^ +dragoman {command} ", result.output, re.MULTILINE)
        assert re.search(rf"^  {command} ", result.output, re.MULTILINE)


@pytest.mark.parametrize("command", LEAVES)
def test_every_option_says_what_it_is_for(command: str) -> None:
    """No option without its words of help."""
    options = [p for p in LEAVES[command].params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["read"],
        ["draft"],
        ["analyse"],
        ["brief"],
        ["nonsense"],
        ["read", "x.txt", "--nonsense"],
        ["read", "x.txt", "--date", "tomorrow"],
        ["analyse", "case.yaml", "--shown", "0"],
    ],
    ids=" ".join,
)
def test_misuse_is_told_with_the_usage(run: Run, arguments: list[str]) -> None:
    """Exit 2, how the command is used, and nothing written."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.output
    assert left_in(Path()) == set()


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t", "an article needs"),
        ("binary.txt", b"\x00\x01\x02\xff\xfe\x00\x03" * 50, "binary"),
        ("broken.jsonl", b'{"id": "a1", "text": "Peru left."\n', "line 1 is not JSON"),
        ("table.xlsx", b"PK\x03\x04", "table.xlsx"),
        ("scan.txt", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256)) * 9, "is a PDF"),
    ],
)
def test_a_bad_article_is_one_sentence(run: Run, folder: Path, name: str, content: bytes, says: str) -> None:
    """What, where, what is accepted; exit 1."""
    (folder / name).write_bytes(content)
    line = one_sentence(run("read", name, "-o", "statements.jsonl"))
    assert name in line
    assert says in line
    assert left_in(folder) == {name}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["read", "nowhere.txt"], "nowhere.txt does not exist"),
        (["draft", "nowhere.jsonl"], "nowhere.jsonl"),
        (["analyse", "nowhere.yaml"], "nowhere.yaml"),
        (["brief", "nowhere/"], "nowhere"),
        (["brief", "--case", "nowhere.yaml"], "nowhere.yaml"),
        (["brief", "--statements", "nowhere.jsonl"], "nowhere.jsonl"),
        (["read", "gazette.txt", "--names", "nowhere.csv"], "nowhere.csv"),
        (["read", "gazette.txt", "--pipeline", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_missing_file_is_one_sentence(run: Run, folder: Path, arguments: list[str], says: str) -> None:
    """The file is named; exit 1; nothing is written."""
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    assert says in one_sentence(run(*arguments))
    assert left_in(folder) == {"gazette.txt"}


def test_an_empty_folder_is_one_sentence(run: Run, folder: Path) -> None:
    """It says which files would be read."""
    (folder / "none").mkdir()
    assert re.search(r"none is a folder without an article; .*\.txt.* are read", one_sentence(run("read", "none")))


def test_an_unknown_option_in_a_case_is_one_sentence(run: Run, folder: Path) -> None:
    """Line, column, and the options there are."""
    (folder / "case.yaml").write_text(STRAIT.replace("[rur_reopen]", "[rur_close]"), encoding="utf-8")
    line = one_sentence(run("analyse", "case.yaml"))
    assert re.search(r'case\.yaml, line 8.*"rur_close" is not an option.*rur_reopen', line)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[gra_free, not", "[gra_free and (, not"), "line 7"),
        (("preferences:", "infeasible: [rur_reopen, not rur_reopen]\npreferences:"), "infeasible"),
        (("title: The strait", "title: [oops"), "YAML"),
        (("  gra_free:", "".join(f'  o{n}: "GRA: do {n}"\n' for n in range(70)) + "  gra_free:"), "at most"),
    ],
    ids=["logic", "no feasible state", "not YAML", "too many options"],
)
def test_a_case_that_cannot_be_analysed_is_one_sentence(
    run: Run, folder: Path, change: tuple[str, str], says: str
) -> None:
    """Broken logic, nothing feasible, no YAML, more than can be held: each told at once, nothing written."""
    (folder / "case.yaml").write_text(STRAIT.replace(*change), encoding="utf-8")
    assert says in one_sentence(run("analyse", "case.yaml", "-o", "analysis.json"))
    assert left_in(folder) == {"case.yaml"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["analyse", "news"], "dragoman brief news"),
        (["analyse", "s.jsonl"], "dragoman draft s.jsonl -o case.yaml"),
        (["deals", "brief.html"], "a case is asked for, not articles"),
        (["draft", "news"], "dragoman read news -o statements.jsonl"),
        (["standing", "case.yaml"], "statements are asked for, not a case"),
        (["network", "news/a.txt"], "dragoman read news/a.txt -o statements.jsonl"),
        (["brief", "case.yaml"], "a case is named with --case"),
        (["brief", "s.jsonl"], "holds statements, not articles"),
    ],
    ids=" ".join,
)
def test_the_file_of_another_stage_is_told_apart(run: Run, folder: Path, arguments: list[str], says: str) -> None:
    """Whoever names the wrong file hears what it is and how to get the right one."""
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("Peru left.", encoding="utf-8")
    (folder / "brief.html").write_text("<html></html>", encoding="utf-8")
    (folder / "s.jsonl").write_text('{"id": "a-1", "article": "a", "kind": "act"}\n', encoding="utf-8")
    (folder / "case.yaml").write_text(STRAIT, encoding="utf-8")
    assert says in one_sentence(run(*arguments))


def test_an_output_that_cannot_be_is_told_before_reading(run: Run, folder: Path) -> None:
    """Nothing is read, not even to find that there is nothing, where the page could not be written."""
    assert "it is a folder" in one_sentence(run("brief", "nowhere", "-o", folder))


def test_what_was_said_last_counts_with_the_articles_named(run: Run, folder: Path, articles: Path) -> None:
    """The case that is drafted from statements beside their articles is the one of all stages at once."""
    for number, name in enumerate(sorted(articles.iterdir()), start=1):
        name.write_text(f"2019-04-0{number}\n\n{name.read_text(encoding='utf-8')}", encoding="utf-8")
    run("brief", articles, "-o", "brief.html", "--fast", "--date", "2019-04-02")
    run("read", articles, "-o", "s.jsonl", "--date", "2019-04-02")
    assert "--articles" in run("draft", "s.jsonl", "-o", "undated.yaml").stdout
    assert "--articles" not in run("draft", "s.jsonl", "--articles", articles, "-o", "dated.yaml").stdout
    assert "as_of:" in (folder / "brief.case.yaml").read_text(encoding="utf-8")
    assert (folder / "dated.yaml").read_bytes() == (folder / "brief.case.yaml").read_bytes()


def test_a_standing_is_taken_from_a_ledger_too(run: Run, articles: Path) -> None:
    """A ledger serves wherever a file of statements does."""
    run("read", articles, "--ledger", "p.dragoman")
    assert run("standing", "p.dragoman").exit_code == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_encoding_is_found_out(run: Run, folder: Path, encoding: str) -> None:
    """The words of the statements are the article's, whatever its encoding."""
    (folder / "a.txt").write_bytes("Peru’s navy urged Chile to leave the café.".encode(encoding))
    quotes = {statement.quote for statement in parse_statements(run("read", "a.txt").stdout)}
    assert "urged Chile to leave the café" in quotes


@pytest.mark.parametrize("line", ["{oops", "[]", '{"kind": "act"}'])
def test_a_bad_line_of_statements_is_one_sentence(run: Run, folder: Path, line: str) -> None:
    """File and line are named, and no case is written."""
    (folder / "s.jsonl").write_text(line + "\n", encoding="utf-8")
    assert "s.jsonl, line 1" in one_sentence(run("draft", "s.jsonl", "-o", "case.yaml"))
    assert left_in(folder) == {"s.jsonl"}


@pytest.mark.parametrize("command", ["read", "draft", "analyse", "brief"])
def test_a_place_that_cannot_be_written_is_one_sentence(run: Run, folder: Path, articles: Path, command: str) -> None:
    """A file in the way of the output's folder is named; what was there stays as it was."""
    (folder / "case.yaml").write_text(STRAIT, encoding="utf-8")
    (folder / "s.jsonl").write_text("", encoding="utf-8")
    before = left_in(folder)
    source = {"read": articles, "draft": "s.jsonl", "analyse": "case.yaml", "brief": "--case=case.yaml"}[command]
    assert "cannot be written" in one_sentence(run(command, source, "-q", "-o", "case.yaml/out"))
    assert left_in(folder) == before
    assert (folder / "case.yaml").read_text(encoding="utf-8") == STRAIT


def test_one_bad_article_does_not_stop_the_others(run: Run, articles: Path) -> None:
    """It is told on standard error, counted in the result, and the rest is read."""
    (articles / "empty.txt").write_bytes(b"")
    result = run("read", articles, "--json")
    report = json.loads(result.stdout)
    assert result.exit_code == 0
    assert report["articles"] == 2
    assert [skipped["source"].rpartition("/")[2] for skipped in report["skipped"]] == ["empty.txt"]
    assert "empty.txt is empty" in result.stderr


def test_quiet_tells_problems_only(run: Run, articles: Path) -> None:
    """With --quiet a run that went well says nothing."""
    for arguments in (
        ["read", articles, "-o", "s.jsonl"],
        ["draft", "s.jsonl", "-o", "case.yaml"],
        ["analyse", "case.yaml", "-o", "analysis.json"],
        ["brief", articles, "--case", "case.yaml", "--statements", "s.jsonl", "-o", "brief.html"],
    ):
        result = run(*arguments, "--quiet")
        assert (result.exit_code, result.output) == (0, "")
    assert one_sentence(run("read", "nowhere.txt", "--quiet"))


def test_each_stage_reads_what_the_one_before_wrote(run: Run, folder: Path, articles: Path) -> None:
    """From two articles to the page, with the parties and the words of the articles in it."""
    assert "Next: dragoman draft s.jsonl" in run("read", articles, "-o", "s.jsonl").stdout
    assert "dragoman analyse case.yaml" in run("draft", "s.jsonl", "-o", "case.yaml").stdout
    assert run("analyse", "case.yaml", "-o", "analysis.json").exit_code == 0
    result = run("brief", articles, "--case", "case.yaml", "--statements", "s.jsonl", "-o", "brief.html")
    assert result.exit_code == 0
    assert "Written: brief.html" in result.stdout
    page = (folder / "brief.html").read_text(encoding="utf-8")
    for words in ("Peru", "Chile", "refuses to leave the bay", "Chile must free the crew"):
        assert words in page
    assert json.loads((folder / "analysis.json").read_text(encoding="utf-8"))["parties"] == ["CHL", "PER"]


def test_the_brief_of_articles_alone_is_that_of_the_stages(run: Run, folder: Path, articles: Path) -> None:
    """All stages at once draft the same case from the same statements."""
    run("read", articles, "-o", "s.jsonl")
    assert run("brief", articles, "-o", "all.json", "--json").exit_code == 0
    document = json.loads((folder / "all.json").read_text(encoding="utf-8"))
    ids = {statement.id for statement in parse_statements((folder / "s.jsonl").read_text(encoding="utf-8"))}
    assert ids <= set(re.findall(r"[pat]-[0-9a-f]{10}|v-[0-9a-f]{10}", json.dumps(document)))


def test_a_second_run_gives_the_same_bytes(run: Run, folder: Path, articles: Path) -> None:
    """Statements, case, analysis and page, from the same input."""
    for n in ("1", "2"):
        run("read", articles, "-o", f"{n}/s.jsonl")
        run("draft", f"{n}/s.jsonl", "-o", f"{n}/case.yaml")
        run("analyse", f"{n}/case.yaml", "-o", f"{n}/analysis.json")
        run("brief", articles, "-o", f"{n}/brief.html", "--xlsx", f"{n}/brief.xlsx", "--csv", f"{n}/csv")
    first = {p.relative_to(folder / "1"): p.read_bytes() for p in (folder / "1").rglob("*") if p.is_file()}
    second = {p.relative_to(folder / "2"): p.read_bytes() for p in (folder / "2").rglob("*") if p.is_file()}
    assert {"s.jsonl", "case.yaml", "analysis.json", "brief.html", "brief.xlsx"} <= {str(path) for path in first}
    assert {path for path in first if first[path] != second[path]} == set()


def test_further_questions_are_answered_after_the_summary(run: Run, folder: Path) -> None:
    """Each question has its block of text, and the saved analysis holds the same answers."""
    (folder / "case.yaml").write_text(STRAIT, encoding="utf-8")
    asked = ["--explain", "--coalition", "RUR, GRA", "--paths", "--likelihood", "9", "--wish", "rur_reopen"]
    result = run("analyse", "case.yaml", *asked, "-o", "analysis.json")
    assert result.exit_code == 0
    places = [
        result.stdout.index(words)
        for words in (
            "The strait\n",
            "Why each party stays or leaves\n- Ruritania stays",
            "What parties could do together",
            "What Ruritania and Graustark could bring about",
            "Shortest ways to what holds",
            "How firm the outcomes are\n- Over 2 preference orders",
            "What would make this hold: from now, take up “reopen the strait”",
        )
    ]
    assert places == sorted(places)
    answers = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))["answers"]
    assert all(answers[field] is not None for field in ("reasons", "coalitions", "paths", "likelihood", "wish"))


@pytest.mark.parametrize("asked", [["--wish", "peace"], ["--coalition", "RUR,XXX"], ["--coalition", ""]])
def test_a_question_that_cannot_be_answered_is_one_sentence(run: Run, folder: Path, asked: list[str]) -> None:
    """It leaves no file behind."""
    (folder / "case.yaml").write_text(STRAIT, encoding="utf-8")
    assert one_sentence(run("analyse", "case.yaml", "-o", "analysis.json", *asked))
    assert not (folder / "analysis.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "articles", "--json"],
        ["read", "articles", "-o", "s2.jsonl", "--json"],
        ["draft", "s.jsonl", "--json"],
        ["analyse", "case.yaml", "--json"],
        ["analyse", "case.yaml", "--explain", "--coalitions", "--paths", "--likelihood", "9", "--wish", "A", "--json"],
    ],
    ids=" ".join,
)
def test_json_on_standard_output_is_json_and_nothing_else(
    run: Run, folder: Path, articles: Path, arguments: list[str]
) -> None:
    """What a program reads from standard output parses whole."""
    (articles / "empty.txt").write_bytes(b"")
    (folder / "case.yaml").write_text(STRAIT, encoding="utf-8")
    run("read", "articles", "-o", "s.jsonl")
    result = run(*arguments)
    assert result.exit_code == 0
    assert isinstance(json.loads(result.stdout), dict)


def test_standard_output_has_the_statements_alone(run: Run, articles: Path) -> None:
    """Without -o the statements go to standard output, remarks to standard error."""
    (articles / "empty.txt").write_bytes(b"")
    result = run("read", articles)
    assert len(parse_statements(result.stdout)) > 3
    assert "empty.txt" in result.stderr


def test_standard_input_is_read() -> None:
    """ "-" is an article like another."""
    result = CliRunner().invoke(main, ["read", "-", "--date", "2024-03-14"], input=b"Chile attacked Peru on Monday.")
    [statement] = parse_statements(result.stdout)
    assert (statement.article, statement.model_dump()["date"]) == ("stdin", "2024-03-11")


def test_nothing_of_a_page_can_become_markup(run: Run, folder: Path, articles: Path) -> None:
    """Scripts and handlers in the title and the body of an article leave none in the brief."""
    (articles / "rude.txt").write_text(
        "<script>alert(5)</script> Peru & “Chile” met in <b>Lima</b>. Chile urged Peru to lift </script><img src=x "
        "onerror=alert(6)> its tariffs. {{ 7 * 7 }} Peru attacked Chile on Monday.",
        encoding="utf-8",
    )
    assert run("brief", articles, "-o", "brief.html").exit_code == 0
    page = (folder / "brief.html").read_text(encoding="utf-8")
    seen = Markup(page)
    assert seen.tags["script"] == 1
    assert not {"img", "iframe", "object", "embed", "b"} & seen.tags.keys()
    assert [name for name in seen.attributes if name.startswith("on")] == []
    assert not any("javascript:" in value for value in seen.attributes.values())
    assert "{{ 7 * 7" in page


def test_quotes_only_leaves_out_the_texts(run: Run, folder: Path, articles: Path) -> None:
    """Words that no statement quotes are in the page, and not in the one for sharing."""
    untold = "A heron stood on the pier for a while."
    (articles / "gazette.txt").write_text(f"{GAZETTE}\n{untold}\n", encoding="utf-8")
    run("brief", articles, "-o", "full.html")
    run("brief", articles, "-o", "quotes.html", "--quotes-only")
    run("brief", articles, "-o", "quotes.json", "--quotes-only", "--json")
    assert untold in (folder / "full.html").read_text(encoding="utf-8")
    for name in ("quotes.html", "quotes.json"):
        shared = (folder / name).read_text(encoding="utf-8")
        assert "heron" not in shared
        assert "refuses to leave the bay" in shared


def test_drafting_again_keeps_what_a_person_changed(run: Run, folder: Path, articles: Path) -> None:
    """A corrected title survives the next draft; a case from elsewhere is not overwritten."""
    run("read", articles, "-o", "s.jsonl")
    run("draft", "s.jsonl", "-o", "case.yaml")
    case = folder / "case.yaml"
    case.write_text(re.sub("^title: .*$", "title: The bay", case.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    assert run("draft", "s.jsonl", "-o", "case.yaml").exit_code == 0
    assert "title: The bay\n" in case.read_text("utf-8")
    (folder / "other.yaml").write_text(STRAIT, encoding="utf-8")
    assert "other.yaml exists" in one_sentence(run("draft", "s.jsonl", "-o", "other.yaml"))
    assert (folder / "other.yaml").read_text("utf-8") == STRAIT


def test_an_interrupt_leaves_nothing_half_written(
    run: Run, folder: Path, articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped at the second article, it says so, exits 130, and the old result is whole."""
    (folder / "s.jsonl").write_text("old\n", encoding="utf-8")
    interrupt_at_second_article(monkeypatch)
    result = run("read", articles, "-o", "s.jsonl")
    assert result.exit_code == 130
    assert "nothing was half-written" in result.stderr
    assert left_in(folder) == {"articles", "s.jsonl"}
    assert (folder / "s.jsonl").read_text(encoding="utf-8") == "old\n"


def test_what_is_read_is_handed_out_at_once(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output has the whole lines of the first article where the second is never finished."""
    interrupt_at_second_article(monkeypatch)
    result = run("read", articles)
    assert result.exit_code == 130
    assert {one.article for one in parse_statements(result.stdout)} == {"gazette"}


def test_the_same_bytes_reach_a_file_and_standard_output(run: Run, folder: Path, articles: Path) -> None:
    """Whether statements go to a file or to a pipe, and as they come or all at once, changes no byte."""
    assert run("read", articles, "-o", "s.jsonl").exit_code == 0
    written = (folder / "s.jsonl").read_text(encoding="utf-8")
    assert run("read", articles).stdout == written == read_all(articles).to_jsonl()


def interrupt_at_second_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the reader be interrupted after its first article."""
    read_article, begun = reader.read_article, []

    def interrupted(article: Article, *given: Any) -> list[Statement]:
        if begun:
            raise KeyboardInterrupt
        begun.append(article.id)
        return read_article(article, *given)

    monkeypatch.setattr(reader, "read_article", interrupted)


def test_an_interrupt_while_it_loads_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Stopped before the commands are loaded, it says so without a traceback and exits 130."""

    class Interrupting(MetaPathFinder):
        def find_spec(self, name: str, *_: object) -> None:
            if name == "dragoman.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "dragoman.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
    with pytest.raises(SystemExit, match="130"):
        start.run()
    assert "nothing was half-written" in capsys.readouterr().err


@pytest.fixture(scope="module")
def program() -> list[str]:
    """The installed command."""
    script = Path(sys.executable).with_name("dragoman")
    if not script.exists():
        pytest.skip("the command is not installed beside this Python")
    return [str(script)]


def test_the_installed_command_answers(program: list[str]) -> None:
    """Version and exit status come from the program itself."""
    done = subprocess.run([*program, "--version"], capture_output=True, text=True, check=True, timeout=60)
    assert re.match(r"dragoman, version \d+\.\d+", done.stdout)
    assert subprocess.run([*program, "read"], capture_output=True, check=False, timeout=60).returncode == 2
    wrong = subprocess.run([*program, "read", "nowhere"], capture_output=True, text=True, check=False, timeout=60)
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Traceback" not in wrong.stderr


def test_a_reader_that_stops_listening_is_no_error(program: list[str], articles: Path) -> None:
    """ "dragoman read ... | head" ends without a traceback, and no progress goes to a pipe."""
    line = f"{program[0]} read {articles} | head -n 1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, timeout=60)
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr == ""


def test_a_progress_bar_shows_on_a_terminal(program: list[str], articles: Path) -> None:
    """Standard error that is a terminal shows the progress, and standard output has none of it."""
    line = [*program, "read", str(articles), "-o", "s.jsonl"]
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    done = subprocess.run(line, stdout=subprocess.PIPE, stderr=theirs, check=True, timeout=60)
    ready, _, _ = select.select([ours], [], [], 5)
    shown = os.read(ours, 10_000).decode() if ready else ""
    os.close(theirs)
    os.close(ours)
    assert "reading" in shown
    assert b"reading" not in done.stdout
