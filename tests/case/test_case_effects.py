"""What a change does: settings as typed, cases matched and compared, and the effect told in words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.case.analyse import analyse
from dragoman.case.case import Case
from dragoman.case.changes import changes
from dragoman.case.comparing import effects_of
from dragoman.case.effecting import effects_text
from dragoman.case.file import load_case, parse_case
from dragoman.case.matching import matched, renamed
from dragoman.case.setting import with_settings
from dragoman.cli import main
from dragoman.errors import CaseError

EXAMPLE = Path(__file__).parents[2] / "examples" / "korea-2019"
STRAIT = """
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
preferences:
  RUR: [free, not reopen]
  GRA: [reopen, not free]
"""
PIVOT = "USA:2=not partial_relief unless disarm or yongbyon"


@pytest.fixture
def strait() -> Case:
    return parse_case(STRAIT)


@pytest.fixture(scope="module")
def korea() -> Case:
    return load_case(EXAMPLE / "case.yaml")


def test_an_option_is_taken_or_not(strait: Case) -> None:
    """Yes and no set what is taken now, in the case's order."""
    taken = with_settings(strait, ["free=yes", "reopen = yes"])
    assert taken.status_quo == ("reopen", "free")
    assert with_settings(taken, ["reopen=no"]).status_quo == ("free",)


def test_an_option_is_ruled_out(strait: Case) -> None:
    """Never takes the option out of the status quo and out of what can be."""
    ruled = with_settings(strait.model_copy(update={"status_quo": ("free",)}), ["free=never"])
    assert ruled.status_quo == ()
    assert [rule.when for rule in ruled.infeasible] == ["free"]


def test_lines_are_put_replaced_and_dropped(strait: Case) -> None:
    """A place is a number from 1, first or last; nothing after the sign drops the line."""
    changed = with_settings(strait, ["RUR:first=not free", "RUR:2=", "RUR:last=free if reopen", "GRA:1=free"])
    assert [line.prefers for line in changed.preferences["RUR"]] == ["not free", "not reopen", "free if reopen"]
    assert changed.preferences["RUR"][0].basis == "judgement"
    assert changed.preferences["GRA"][0].prefers == "free"
    assert "GRA" not in with_settings(strait, ["GRA:1=", "GRA:1="]).preferences


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("free", "no equals sign"),
        ("fre=yes", r"free \(did you mean this one\?\)"),
        ("free=perhaps", 'yes, no or never, not "perhaps"'),
        ("RUR:3=free", "lines 1 to 2"),
        ("RUR:0=free", "lines 1 to 2"),
        ("RUR:²=free", "lines 1 to 2"),
        ("RUR:first=", "needs its words"),
        ("RUR:1=fre", "not an option"),
        ("RUR:1=free or", "cannot be set"),
        ("RUR:1=free or not free", "always true"),
    ],
)
def test_a_wrong_setting_is_one_sentence(strait: Case, setting: str, told: str) -> None:
    """What was typed, what is wrong with it, and what is accepted."""
    with pytest.raises(CaseError, match=told):
        with_settings(strait, [setting])


def test_a_case_against_itself_has_no_effect(strait: Case) -> None:
    """The same case, the same outcomes: nothing is told."""
    effects = effects_of(strait, strait)
    assert effects.changes == ()
    assert effects.unchanged
    assert "Nothing: the same outcomes hold" in effects_text(strait, effects)


def test_the_counts_agree_with_the_analysis(korea: Case) -> None:
    """Before and after, in every layer, as many outcomes hold as the analysis of each case says."""
    after = with_settings(korea, [PIVOT])
    effects = effects_of(korea, after)
    for case, side in ((korea, 0), (after, 1)):
        layers = analyse(case, shown=1).layers
        for name, layer in effects.layers.items():
            assert layer.counts[side]["nash"] == layers[name].counts["nash"]
            assert layer.counts[side]["seq"] == layers[name].counts["seq"]


def test_the_pivotal_line_of_korea_makes_the_small_deal_hold(korea: Case) -> None:
    """With relief in part for Yongbyon the small deal is the nearest outcome that newly holds; it did not before."""
    layer = effects_of(korea, with_settings(korea, [PIVOT])).layers["defaults"]
    nearest = layer.outcomes[0]
    assert set(nearest.on) == {*korea.status_quo, "partial_relief", "yongbyon"}
    assert (nearest.before, nearest.after) == ("none", "seq")
    assert layer.status_quo == ("nash", "nash")


def test_after_the_deadline_staying_away_holds(korea: Case) -> None:
    """Without the two lines that its note names, North Korea stays away from the talks, and that holds outright."""
    dropped = [
        line
        for line in korea.preferences["PRK"]
        if line.prefers in {"us_talks and nk_talks", "test_freeze if us_talks"}
    ]
    assert len(dropped) == 2
    place = korea.preferences["PRK"].index(dropped[0]) + 1
    layer = effects_of(korea, with_settings(korea, [f"PRK:{place}=", f"PRK:{place}="])).layers["defaults"]
    assert layer.outcomes[0].differs == "give up “stay in the talks and meet Trump a third time”"
    assert layer.outcomes[0].after == "nash"


def test_who_leaves_and_why_is_told(korea: Case) -> None:
    """A status quo that no longer holds names who would leave it, and for what."""
    effects = effects_of(korea, with_settings(korea, ["big_drills=yes", "test_freeze=no"]))
    layer = effects.layers["defaults"]
    assert layer.status_quo == ("nash", "none")
    assert layer.leavers[0] == ()
    assert len(layer.why) == len(layer.leavers[1]) > 0
    assert "USA" in effects.worse_for


def test_options_of_two_drafts_are_matched_by_meaning(strait: Case) -> None:
    """Another id and other words for the same move are no change; the comparison is of outcomes, not of names."""
    other = parse_case(
        STRAIT.replace("reopen:", "rur_open:").replace("[reopen", "[rur_open").replace("not reopen", "not rur_open")
    )
    assert matched(strait, other) == {"reopen": "rur_open", "free": "free"}
    assert changes(renamed(strait, matched(strait, other)), other) == ()
    assert effects_of(strait, other).unchanged


def test_another_party_s_option_is_never_the_same(strait: Case) -> None:
    """Two parties can do the same thing; these are two moves, and the text says whose is whose."""
    other = parse_case(STRAIT.replace("reopen:", "theirs:").replace("RUR: reopen", "GRA: reopen")
                       .replace("[reopen", "[theirs").replace("not reopen", "not theirs"))  # fmt: skip
    assert "reopen" not in matched(strait, other)
    told = [change.text for change in changes(strait, other)]
    assert "New option of Graustark: “reopen the strait”." in told


def test_the_same_sense_is_no_change(strait: Case) -> None:
    """A line written otherwise, true of the same states, is the same line."""
    other = with_settings(strait, ["RUR:2=reopen if not reopen", "RUR:2=not (reopen or reopen)"])
    assert [change.text for change in changes(strait, other)] == []


def test_whatif_tells_within_a_narrow_terminal(tmp_path: Path) -> None:
    """The command says in words what happens, at most 60 columns wide, and can save the changed case."""
    path, out = tmp_path / "strait.yaml", tmp_path / "changed.yaml"
    path.write_text(STRAIT)
    result = CliRunner(env={"COLUMNS": "60"}).invoke(
        main, ["whatif", str(path), "--set", "GRA:first=free", "-o", str(out)]
    )
    assert result.exit_code == 0
    assert "It now holds to take up “free the crew”" in result.output
    assert all(len(line) <= 60 for line in result.output.splitlines()[:-1])
    assert load_case(out).preferences["GRA"][0].prefers == "free"
    assert path.read_text() == STRAIT


def test_diff_takes_cases_and_statements_and_shows_their_words(tmp_path: Path) -> None:
    """From two files of statements both cases are drafted, and what is new stands with its quote."""
    lines = (EXAMPLE / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "old.jsonl").write_text("\n".join(lines[:40]) + "\n", encoding="utf-8")
    (tmp_path / "new.jsonl").write_text("\n".join(lines[:80]) + "\n", encoding="utf-8")
    arguments = ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    quotes = {" ".join(json.loads(line)["span"].split()) for line in lines[:80]}
    told = " ".join(result.output.split())
    assert sum(f"“{quote}”" in told for quote in quotes) > 3
    found = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).output)
    assert {"changes", "layers", "unchanged"} <= set(found)


def test_diff_says_of_which_day_the_words_are(tmp_path: Path) -> None:
    """Beside statements, the articles give the quotes their days; without them the command says what is missing."""
    lines = (EXAMPLE / "statements.jsonl").read_text(encoding="utf-8").splitlines()
    (tmp_path / "old.jsonl").write_text("\n".join(lines[:40]) + "\n", encoding="utf-8")
    (tmp_path / "new.jsonl").write_text("\n".join(lines[:80]) + "\n", encoding="utf-8")
    arguments = ["diff", str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl")]
    without = CliRunner().invoke(main, arguments)
    dated = CliRunner().invoke(main, [*arguments, "--articles", str(EXAMPLE / "articles")])
    assert "--articles tells" in without.stdout and "”  (2019-" not in without.stdout
    assert "--articles tells" not in dated.stdout
    assert re.search(r"” \(2019-\d\d-\d\d\)", " ".join(dated.stdout.split()))
