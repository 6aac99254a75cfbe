"""What grows with time: who moved, who stands with whom, what changed since, how firm outcomes are and on what."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dragoman.articles.article import Article
from dragoman.brief.compose import compose
from dragoman.brief.document import Brief
from dragoman.brief.page import page
from dragoman.brief.text import summary
from dragoman.case.analyse import analyse
from dragoman.case.answers import Answers, Likelihood, Share
from dragoman.case.case import Case
from dragoman.case.file import load_case, parse_case
from dragoman.case.grounds import Ground, Grounds, OutcomeGrounds
from dragoman.case.setting import with_settings
from dragoman.cli import main
from dragoman.stages import Reading, brief
from dragoman.statements.statement import Position, Statement

TEXTS = {
    "march": "Graustark refuses to free the crew. Ruritania wants Graustark to free the crew.",
    "april": "Graustark will free the crew. Ruritania wants Graustark to free the crew.",
}
STRAIT = """
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options: {free: "GRA: free the crew", reopen: "RUR: reopen the strait"}
preferences:
  RUR: [{prefers: free, basis: words, evidence: [march-2]}, not reopen]
  GRA: [reopen, not free]
"""


def said(article: str, number: int, holder: str, stance: str) -> Position:
    words = TEXTS[article].split(". ")[number - 1].rstrip(".")
    start = TEXTS[article].index(words)
    end = start + len(words)
    return Position.model_validate(
        {"id": f"{article}-{number}", "holder": [holder], "stance": stance, "doer": ["GRA"], "action": "free the crew",
         "recipient": ["RUR"], "article": article, "sentence": words, "char_start": start, "char_end": end,
         "span": words, "span_start": start, "span_end": end}
    )  # fmt: skip


@pytest.fixture
def articles() -> list[Article]:
    days = {"march": dt.date(2031, 3, 1), "april": dt.date(2031, 4, 1)}
    return [Article(id=name, text=TEXTS[name], source=name, date=day) for name, day in days.items()]


@pytest.fixture
def statements() -> list[Statement]:
    return [
        said("march", 1, "GRA", "refuse"), said("march", 2, "RUR", "demand"),
        said("april", 1, "GRA", "promise"), said("april", 2, "RUR", "demand"),
    ]  # fmt: skip


@pytest.fixture
def case() -> Case:
    return parse_case(STRAIT)


def test_a_party_that_reversed_is_shown_with_both_quotes(
    case: Case, articles: list[Article], statements: list[Statement]
) -> None:
    """Refused in March and promised in April: reversed, with the words of both articles; who only repeats is not."""
    document = compose(case, None, statements, articles)
    [line] = document.movements
    assert (line.party, line.shift, line.before, line.after) == ("GRA", "reversed", ("march-1",), ("april-1",))
    assert line.text == "Graustark reversed on its own step, “free the crew”, between 1 March 2031 and 1 April 2031."
    shown = page(document)
    assert 'id="movement-1"' in shown
    assert all(f"<bdi>{TEXTS[name].split('.')[0]}</bdi>" in shown for name in TEXTS)
    assert "who moved" in shown
    assert "Graustark reversed on its own step" in " ".join(summary(document).split())


@pytest.mark.parametrize("stances", [("promise", "promise"), ("refuse", "refuse"), ("promise", "support")])
def test_who_says_the_same_again_has_not_moved(case: Case, articles: list[Article], stances: tuple[str, str]) -> None:
    """Another word for the same stance is no movement."""
    two = [said("march", 1, "GRA", stances[0]), said("april", 1, "GRA", stances[1])]
    assert compose(case, None, two, articles).movements == ()


def test_sides_are_the_parties_leanings(strait: Any) -> None:
    """Every side agrees with the matrix, and contested moves come first."""
    document: Brief = strait.brief()
    cells = {(option.id, cell.party): cell.leaning for option in document.options for cell in option.cells}
    for line in document.sides:
        assert {cells[line.option, party] for party in line.wanting} <= {"for"}
        assert {cells[line.option, party] for party in line.against} <= {"against"}
        assert {cells[line.option, party] for party in line.conditional} <= {"conditional", "both"}
    contested = [bool(line.wanting and line.against) for line in document.sides]
    assert contested == sorted(contested, reverse=True)
    for pair in document.pairs:
        opposed = {cells[line.option, pair.one] + cells[line.option, pair.other] for line in document.sides}
        assert bool(pair.opposed) == bool(opposed & {"foragainst", "againstfor"})


def test_what_changed_since_an_earlier_case(case: Case) -> None:
    """What is different in the case and what it does to the outcomes stand in the document and on the page."""
    later = with_settings(case, ["GRA:first=free"])
    document = compose(later, analyse(later), (), (), earlier=case)
    assert document.since is not None
    assert any("Graustark now prefers “free the crew”" in line.text for line in document.since.changes)
    assert any("It now holds to take up “free the crew”" in line.text for line in document.since.effects)
    assert 'id="since"' in page(document)
    assert "Since the last brief" in summary(document)
    assert 'id="since"' not in page(compose(later, analyse(later), (), ()))


def test_shares_and_grounds_stand_beside_the_outcomes(
    case: Case, articles: list[Article], statements: list[Statement]
) -> None:
    """The share of plausible orders and the statement that an outcome rests on are told with it."""
    analysis = analyse(case)
    ground = Ground(statement="march-2", quote="Ruritania wants", without="none", because="Without it: it would end.")
    answers = Answers(
        likelihood=Likelihood(assumption="Any order.", examined=8, exact=True, seed=0,
                              shares=(Share(outcome="Now", on=(), nash=0.25, seq=0.75),)),
        rests_on=Grounds(examined=4, method="Each was left out.",
                         outcomes=(OutcomeGrounds(outcome="Now", on=(), holds="nash", grounds=(ground,)),)),
    )  # fmt: skip
    document = compose(case, analysis.model_copy(update={"answers": answers}), statements, articles)
    assert document.outcomes is not None
    now = document.outcomes.main_layer.status_quo
    assert (now.share, now.share_outright) == (0.75, 0.25)
    assert [line.statements for line in now.rests_on or ()] == [("march-2",)]
    shown = page(document)
    assert "Holds in 75% of the plausible preference orders, outright in 25%." in shown
    assert "Without it: it would end." in shown
    text = " ".join(summary(document).split())
    assert "It does so in 75% of the plausible orders" in text
    assert "This rests on one statement. Without it: it would end." in text


def test_a_thorough_brief_works_both_out(case: Case, articles: list[Article], statements: list[Statement]) -> None:
    """Asked to be thorough, the brief knows the shares and what each first outcome rests on; else it does not."""
    reading = Reading(articles=tuple(articles), statements=tuple(statements))
    thorough, fast = brief(case, None, reading, thorough=True), brief(case, None, reading)
    assert thorough.outcomes is not None
    assert fast.outcomes is not None
    assert thorough.outcomes.main_layer.status_quo.share == 1.0
    assert thorough.outcomes.main_layer.status_quo.rests_on is not None
    assert fast.outcomes.main_layer.status_quo.share is None
    assert fast.outcomes.main_layer.status_quo.rests_on is None


def test_the_drafted_case_lies_beside_the_page_and_is_never_overwritten(tmp_path: Path) -> None:
    """A case that the brief drafted can be edited; the next brief leaves what was edited, and takes it as earlier."""
    (tmp_path / "a.txt").write_text(
        "LIMA, March 14, 2024 - Peru urged Chile to leave the bay. Chile refused to leave.\n"
    )
    arguments = ["brief", str(tmp_path / "a.txt"), "-o", str(tmp_path / "b.html"), "--fast"]
    first = CliRunner().invoke(main, arguments)
    assert first.exit_code == 0
    beside = tmp_path / "b.case.yaml"
    assert load_case(beside).parties
    beside.write_text(beside.read_text() + "# mine\n")
    again = CliRunner().invoke(main, [*arguments, "--since", str(beside)])
    assert again.exit_code == 0
    assert beside.read_text().endswith("# mine\n")
    assert "is left as it is" in again.stderr
    assert "Since the last brief" in again.stdout
