"""What outcomes rest on: the statements without which they would not hold, each left out by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from case_statements import act, position
from click.testing import CliRunner

from dragoman.case.analyse import analyse
from dragoman.case.case import Case
from dragoman.case.draft import draft
from dragoman.case.file import save_case
from dragoman.case.groundlines import grounds_told
from dragoman.case.grounds import Grounds
from dragoman.case.resting import cited_by, rests_on
from dragoman.cli import main
from dragoman.errors import AnalysisError
from dragoman.ledger.merge import merge
from dragoman.statements.statement import Statement, statement_adapter

ARTICLES = Path(__file__).parents[2] / "examples" / "korea-2019"


BARGAIN = {"gra_free_crew", "rur_reopen_bridge"}


def talks() -> list[Statement]:
    """Two sides: that one wants the crew is said once, all else that either wants in two articles."""
    return [
        position(1, "RUR", "demand", "GRA", "free the crew"),
        position(2, "GRA", "demand", "RUR", "reopen the bridge"),
        position(3, "GRA", "demand", "RUR", "reopen the bridge", article="b"),
        position(4, "RUR", "demand", "GRA", "lower the toll"),
        position(5, "RUR", "demand", "GRA", "lower the toll", article="b"),
    ]


def grounds(case: Case, said: list[Statement]) -> Grounds:
    return rests_on(case, analyse(case), said)


def test_the_deal_rests_on_what_only_one_statement_says() -> None:
    """Without the one demand nothing could be taken back for the bridge; a demand said twice is not missed once."""
    said = talks()
    case = draft(merge(said))
    [deal] = [one for one in grounds(case, said).outcomes if set(one.on) == BARGAIN]
    assert deal.holds == "seq"
    assert [(ground.statement, ground.without) for ground in deal.grounds] == [("p-001", "none")]
    assert deal.grounds[0].because.startswith("Without it: RUR would give up “reopen the bridge”")


@pytest.mark.parametrize("left_out", ["p-001", "p-002", "p-003"])
def test_each_ground_is_one_when_tried_by_hand(left_out: str) -> None:
    """Drafting without the named statement the deal is no equilibrium; without one that is not named, it is."""
    again = draft(merge(statement for statement in talks() if statement.id != left_out))
    held = [set(one.on) for one in analyse(again).layers["defaults"].outcomes if "seq" in one.equilibrium]
    assert any(on in (BARGAIN, {"rur_reopen_bridge"}) for on in held) == (left_out != "p-001")


def test_an_option_that_one_statement_gives_is_missing_without_it() -> None:
    """A move that only one statement speaks of is said not to be in the case without it."""
    said = [*talks(), act(6, "RUR", "MOBILIZE", "Ruritania tested a guided weapon", target="GRA")]
    case = draft(said)
    assert "rur_test_weapons" in case.status_quo
    calmer = [one for one in grounds(case, said).outcomes if one.outcome != "Now" and "rur_test_weapons" not in one.on]
    told = {g.because for one in calmer for g in one.grounds if g.statement == "a-006"}
    assert told <= {"Without it, “test weapons” would not be in the case."}


def test_a_case_of_ones_own_loses_the_lines_that_rest_on_a_statement_alone() -> None:
    """Where the case was not drafted from the statements, its lines go with their only statement."""
    said = talks()
    case = draft(said)
    names = {option: f"my_{option}" for option in case.options}
    text = case.model_dump_json(by_alias=True)
    for option, mine in names.items():
        text = text.replace(option, mine)
    found = grounds(Case.model_validate_json(text), said)
    assert "lines that rest on it alone" in found.method
    assert found.examined == len(cited_by(case))


def test_a_case_that_cites_none_of_the_statements_is_refused() -> None:
    """There is nothing to leave out, and that is said."""
    case = draft(talks())
    other = [position(9, "RUR", "demand", "GRA", "free the crew")]
    with pytest.raises(AnalysisError, match="cites none of these statements"):
        rests_on(case, analyse(case), other)


def test_progress_is_told_to_the_last_statement() -> None:
    """Each statement that is cited counts once."""
    said, seen = talks(), []
    case = draft(said)
    found = rests_on(case, analyse(case), said, progress=lambda done, total: seen.append((done, total)))
    assert seen == [(number, found.examined) for number in range(1, found.examined + 1)]


def test_every_statement_that_is_tried_stands_in_the_text_or_counts_as_none() -> None:
    """Outcomes are named with what they rest on, or as resting on no single statement."""
    said = talks()
    case = draft(merge(said))
    told = " ".join(grounds_told(grounds(case, said)))
    assert "rests on “free the crew” [p-001]" in told
    assert "The status quo" in told


def test_the_command_says_it_and_writes_it(tmp_path: Path) -> None:
    """dragoman analyse --rests-on names the statements in text and in the saved analysis."""
    said = talks()
    save_case(draft(merge(said)), tmp_path / "case.yaml")
    lines = [statement_adapter.dump_json(statement, by_alias=True).decode() for statement in said]
    (tmp_path / "said.jsonl").write_text("\n".join(lines) + "\n")
    arguments = ["analyse", str(tmp_path / "case.yaml"), "--rests-on", str(tmp_path / "said.jsonl")]
    result = CliRunner().invoke(main, [*arguments, "-o", str(tmp_path / "analysis.json")])
    assert result.exit_code == 0
    assert "What the outcomes rest on" in result.output
    assert "[p-001]" in result.output
    saved = json.loads((tmp_path / "analysis.json").read_text())
    assert saved["answers"]["rests_on"]["examined"] == 3
