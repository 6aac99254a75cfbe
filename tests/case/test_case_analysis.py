"""The analysis of a case: layers kept apart, verdicts explained, saved and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.case.analyse import analyse, load_analysis, save_analysis
from dragoman.case.case import Case, Option, Party
from dragoman.case.file import parse_case
from dragoman.errors import AnalysisError, InfeasibleModel, TooManyStates

STRAIT = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark, SYL: Syldavia}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
preferences:
  RUR:
    - {prefers: not reopen unless free, evidence: [p1]}
    - {prefers: free, evidence: [p1]}
    - {prefers: reopen if free, basis: promise}
    - {prefers: not reopen, basis: default}
  GRA:
    - {prefers: reopen, evidence: [p2]}
    - {prefers: not free, basis: default}
  SYL: [reopen]
"""


@pytest.fixture(scope="module")
def case() -> Case:
    return parse_case(STRAIT)


def test_each_layer_counts_its_own_lines(case: Case) -> None:
    """Words, defaults with judgements, and promises are counted apart."""
    layers = analyse(case).layers
    assert [layer.lines for layer in layers.values()] == [
        {"RUR": 2, "GRA": 1, "SYL": 0},
        {"RUR": 3, "GRA": 2, "SYL": 1},
        {"RUR": 4, "GRA": 2, "SYL": 1},
    ]


def test_a_promise_can_make_the_deal_hold(case: Case) -> None:
    """With its promise taken as kept Ruritania no longer pockets the crew, so the exchange is SEQ and says on what."""
    analysis = analyse(case)
    deal = ("reopen", "free")
    by_layer = {
        name: [o.on for o in layer.outcomes if "nash" in o.equilibrium] for name, layer in analysis.layers.items()
    }
    assert deal in by_layer["words"]
    assert by_layer["defaults"] == by_layer["promises"] == [()]
    [kept] = [o for o in analysis.layers["promises"].outcomes if o.on == deal]
    assert "seq" in kept.equilibrium
    assert [departure.party for departure in kept.departures] == ["GRA"]


def test_a_departure_says_who_what_and_why(case: Case) -> None:
    """A departure names the party, the change, the line it serves and the answer that deters it."""
    deal = analyse(case).layers["promises"].better_for_all[0]
    [departure] = deal.departures
    assert (departure.turns_off, departure.to, departure.answered_by, departure.answer) == (
        ("free",), ("reopen",), ("RUR",), (),
    )  # fmt: skip
    assert departure.reason == (
        "Graustark could give up “free the crew”, because it then has what it would rather: not “free the crew” "
        "(a default); but Ruritania would then give up “reopen the strait”, which leaves it no better off than before."
    )


def test_a_party_without_options_counts_where_it_prefers(case: Case) -> None:
    """A party that cannot move is stable anywhere, but its preference still says whom a deal helps."""
    layer = analyse(case).layers["promises"]
    assert layer.status_quo.stable_for["SYL"] == ("nash", "gmr", "smr", "seq")
    assert layer.better_for_all[0].better_for == ("RUR", "GRA", "SYL")


def test_warnings_name_what_is_odd() -> None:
    """A line that changes nothing, an option nobody cares about and a party that cannot move are said."""
    case = parse_case(STRAIT.replace("SYL: [reopen]", "SYL: [reopen, reopen and free or reopen]"))
    told = " ".join(analyse(case).warnings)
    assert "Syldavia can prefer but not move" in told
    assert "Line 2 of Syldavia, “reopen the strait”" in told
    assert "changes nothing" in told


def test_who_would_leave_first_is_explained_by_the_fewest_lines() -> None:
    """What decides names the one line that keeps a party from moving, with its evidence."""
    case = parse_case(
        "title: T\nparties: {A: Aland}\noptions: {pay: 'A: pay'}\n"
        "preferences: {A: [{prefers: not pay, evidence: [p9]}, {prefers: pay, basis: default}]}"
    )
    told = analyse(case).what_decides
    assert (
        "Aland stays because of one line: not “pay” (said in the articles) [p9]. Without, it would take up “pay”."
        in told
    )


def test_the_same_case_gives_the_same_bytes(case: Case) -> None:
    """Analysing twice gives equal JSON."""
    assert analyse(case).model_dump_json() == analyse(case).model_dump_json()


def test_saving_and_loading_is_the_identity(case: Case, tmp_path: Path) -> None:
    """An analysis survives the disk."""
    save_analysis(analyse(case), tmp_path / "analysis.json")
    assert load_analysis(tmp_path / "analysis.json") == analyse(case)


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"title": 3'])
def test_a_file_that_is_no_analysis_is_one_sentence(content: str, tmp_path: Path) -> None:
    """Any other file is refused with what to do."""
    (tmp_path / "a.json").write_text(content)
    with pytest.raises(AnalysisError, match=r"not an analysis.*dragoman analyse"):
        load_analysis(tmp_path / "a.json")


def test_a_missing_analysis_is_one_sentence(tmp_path: Path) -> None:
    """A missing file is named."""
    with pytest.raises(AnalysisError, match="cannot be opened"):
        load_analysis(tmp_path / "none.json")


def test_a_case_without_options_cannot_be_analysed() -> None:
    """Nothing to choose is said plainly."""
    with pytest.raises(AnalysisError, match="no options"):
        analyse(Case(title="T", parties={"A": Party(name="Aland")}, options={}))


def test_too_many_options_are_refused_with_advice() -> None:
    """More options than can be enumerated are refused before any time is spent."""
    options = {f"o{number}": Option(party="A", does="wait") for number in range(40)}
    with pytest.raises(TooManyStates, match="Take out or merge options"):
        analyse(Case(title="T", parties={"A": Party(name="Aland")}, options=options))


def test_too_many_states_are_refused_before_they_are_analysed() -> None:
    """So many options that their states could be listed but not analysed are refused as well."""
    options = {f"o{number}": Option(party="A", does="wait") for number in range(22)}
    with pytest.raises(TooManyStates, match="4,194,304 states"):
        analyse(Case(title="T", parties={"A": Party(name="Aland")}, options=options))


def test_an_infeasible_status_quo_of_a_record_is_refused() -> None:
    """A case made in Python, not read from a file, is checked too."""
    case = Case.model_validate(
        {
            "title": "T",
            "parties": {"A": {"name": "Aland"}},
            "options": {"a": {"party": "A", "does": "wait"}},
            "infeasible": [{"when": "a"}],
            "status_quo": ["a"],
        }
    )
    with pytest.raises(InfeasibleModel, match="infeasible"):
        analyse(case)


def test_no_feasible_state_is_said() -> None:
    """Constraints that leave nothing are an error, not an empty result."""
    case = Case.model_validate(
        {
            "title": "T",
            "parties": {"A": {"name": "Aland"}},
            "options": {"a": {"party": "A", "does": "wait"}},
            "infeasible": [{"when": "a"}, {"when": "not a"}],
        }
    )
    with pytest.raises(InfeasibleModel):
        analyse(case)
