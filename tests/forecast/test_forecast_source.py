"""Where issues come from, and every way in which they can be wrong."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest

from dragoman.case.file import parse_case
from dragoman.errors import AnalysisError, CaseError
from dragoman.forecast.council import council_influence, with_council_influence
from dragoman.forecast.forecast import forecast
from dragoman.forecast.issue import ScaledIssue, Stand, stacked
from dragoman.forecast.source import issues_of_case, load_issues
from dragoman.forecast.table import parse_table

STRAIT = """title: The strait
parties: {RUR: Ruritania, GRA: Graustark, LEA: the League}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
preferences:
  RUR: [free, not reopen unless free, not reopen]
  GRA: [reopen, not free unless reopen, not free]
  LEA: [reopen]
issues:
  tolls:
    scale: {0: none, 10: full}
    status_quo: 10
    places: {RUR: {position: 8, salience: 90, influence: 60}, GRA: {position: 2, salience: 40}, LEA: 0}
  flags:
    scale: {0: none, 1: all}
    places: {RUR: 1}
"""
TWO = (Stand("A", 0.0), Stand("B", 1.0))


@pytest.mark.parametrize(
    ("stands", "ends", "status_quo", "says"),
    [
        ((), (0, 1), None, "nobody has a place"),
        (TWO[:1], (0, 1), None, "only one actor has a place"),
        ((*TWO, Stand("A", 0.5)), (0, 1), None, "A has 2 places. Keep one"),
        ((*TWO, Stand("C", float("nan"))), (0, 1), None, "the position of C is no number"),
        ((*TWO, Stand("C", 7)), (0, 1), None, "C stands at 7, off the scale from 0 to 1"),
        (TWO, (0, 1), -3, "the status quo stands at -3, off the scale"),
        (TWO, (0, 1), float("nan"), "the status quo stands at nan"),
        (TWO, (1, 1), None, "the scale from 1 to 1 has no length"),
        (TWO, (0, float("inf")), None, "has no length"),
        ((Stand("A", 0, 120), TWO[1]), (0, 1), None, "the salience of A is 120"),
        ((Stand("A", 0, None, -1), TWO[1]), (0, 1), None, "the influence of A is -1"),
        ((Stand("A", 0, float("nan")), TWO[1]), (0, 1), None, "the salience of A is nan"),
        ((Stand("A", 0, 0), Stand("B", 1, 0)), (0, 1), None, "the salience of every actor is 0"),
        ((Stand("A", 0, 5, 0), Stand("B", 1, 5, 0)), (0, 1), None, "the influence of every actor is 0"),
        ((Stand("A", 0, 0, 9), Stand("B", 1, 9, 0)), (0, 1), None, "no actor has both salience and influence"),
    ],
)
def test_an_issue_that_cannot_be_forecast_says_why(
    stands: tuple[Stand, ...], ends: tuple[float, float], status_quo: float | None, says: str
) -> None:
    """One sentence that names the issue and what is wrong with it."""
    with pytest.raises(AnalysisError) as caught:
        ScaledIssue("tolls", stands, *ends, status_quo)
    assert str(caught.value).startswith("tolls: ")
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("", 'line 1: no column "actor"'),
        ("actor,position\n", "no rows"),
        ("actor,salience\nA,5\n", 'line 1: no column "position"'),
        ("actor,position,power,influence\nA,1,2,3\n", "two columns give the influence"),
        ("actor,position\nA,much\n", 'line 2: position is "much"'),
        ("actor,position\nA,nan\n", 'line 2: position is "nan"'),
        ("actor,position\nA,1\nB,\n", "line 3: B has no position"),
        ("actor,position\n,1\n", "line 2: the actor has no name"),
        ("actor,position,veto\nA,1,maybe\n", 'veto is "maybe"'),
        ("actor,position,status_quo\nA,1,0\nB,2,1\n", "status_quo of actors is 0 and 1"),
        ('actor,position\n"A,1\n', "not a table"),
    ],
)
def test_a_table_that_cannot_be_read_says_where(table: str, says: str) -> None:
    """The file and the line are named."""
    with pytest.raises(CaseError) as caught:
        parse_table(table, source="actors.csv")
    assert str(caught.value).startswith("actors.csv")
    assert says in str(caught.value)


def test_a_table_of_shares_is_one_of_hundredths() -> None:
    """Salience and capability given as shares of 1 are taken as such, each column by itself."""
    [issue], _ = parse_table("Actor,Capability,Position,Salience\nA,0.2,4,0.8\nB,0.4,10,1\n", source="a.csv")
    assert [(stand.salience, stand.influence) for stand in issue.stands] == [(80, 20), (100, 40)]


def test_a_table_without_a_scale_says_what_it_takes() -> None:
    """The outermost places and the status quo make the scale, and a note says so."""
    [issue], [note] = parse_table("actor,position,status_quo\nA,4,0\nB,10,0\n", source="a.csv")
    assert (issue.low, issue.high) == (0, 10)
    assert "no scale is given" in note


def test_issues_of_a_table_stay_apart() -> None:
    """A column of issues groups the rows; one that cannot be forecast is left out and told."""
    table = "issue,actor,position\nx,A,1\nx,B,2\ny,A,1\n"
    [issue], [note] = parse_table(table, source="a.csv", scale=(0, 5))
    assert issue.name == "x"
    assert note.startswith("y: only one actor")


def test_issues_of_a_case_carry_its_status_quo_and_vetoes() -> None:
    """The case's places, its status quo, and who can withhold what is better for all, by its own moves."""
    loaded = issues_of_case(parse_case(STRAIT))
    [issue] = loaded.issues
    assert (issue.low, issue.high, issue.status_quo) == (0, 10, 10)
    assert [stand.position for stand in issue.stands] == [8, 2, 0]
    assert loaded.vetoes == ("RUR", "GRA")
    assert "1 outcome is better for all, and Ruritania and Graustark can each withhold it" in loaded.option_model
    assert [note.split(":")[0] for note in loaded.notes] == ["flags"]


def test_a_file_of_issues_alone_is_read(tmp_path: Path) -> None:
    """Without options the parties are those with places, and vetoes are those it names."""
    path = tmp_path / "issues.yaml"
    path.write_text("vetoes: [B]\nissues:\n  tolls: {scale: {0: none, 5: full}, places: {A: 1, B: 4, C: 5}}\n")
    loaded = load_issues(path)
    assert loaded.vetoes == ("B",)
    [found] = forecast(loaded.issues, vetoes=loaded.vetoes)
    assert found.veto is not None
    assert found.veto.actors == ("B",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("issues: {tolls: {scale: {0: a, 5: b}, places: {A: 9}}}\n", "position 9 is off the scale, 0 to 5"),
        ("issues: {}\n", "has no issues"),
        ("issues: [1]\n", "issues.yaml"),
        (STRAIT.split("issues:", maxsplit=1)[0], "has no issues"),
        (STRAIT.replace("status_quo: 10", "status_quo: 11"), "status quo 11 is off the scale"),
    ],
)
def test_a_file_of_issues_that_is_wrong_says_where(tmp_path: Path, text: str, says: str) -> None:
    """The file is named, and the line where there is one."""
    path = tmp_path / "issues.yaml"
    path.write_text(text)
    with pytest.raises(CaseError, match=r"issues\.yaml") as caught:
        load_issues(path)
    assert says in str(caught.value)


def test_what_is_not_known_is_the_mean_of_what_is() -> None:
    """A missing salience takes the mean of the others; where none is given all are alike."""
    stack = stacked([ScaledIssue("i", (Stand("A", 0, 20), Stand("B", 1, 60), Stand("C", 1)), 0, 1)])
    assert stack.salience.tolist() == [[0.2, 0.6, 0.4]]
    assert np.unique(stack.influence).tolist() == [1.0]


def test_the_order_of_actors_leaves_no_trace_in_the_hash() -> None:
    """The same issue told in another order has the same hash; another number, another."""
    one = ScaledIssue("i", TWO, 0, 1)
    assert ScaledIssue("i", TWO[::-1], 0, 1).digest() == one.digest()
    assert ScaledIssue("i", (TWO[0], Stand("B", 0.9)), 0, 1).digest() != one.digest()


@pytest.mark.parametrize(
    ("day", "members", "votes"),
    [("1999-01-01", 15, 87), ("2004-06-01", 25, 124), ("2008-01-01", 27, 345), ("2014-01-01", 28, 352)],
)
def test_the_council_has_its_votes(day: str, members: int, votes: int) -> None:
    """So many members with so many votes in all, as the treaties have it; Luxembourg had 2, later 4 of them."""
    weights = council_influence(dt.date.fromisoformat(day))
    states = {code: weight for code, weight in weights.items() if code not in {"COM", "EP"}}
    assert len(states) == members
    assert sum(states.values()) == pytest.approx(100)
    assert states["LU"] == pytest.approx(100 * (4 if votes > 300 else 2) / votes)


def test_only_members_have_weight_in_the_council() -> None:
    """Poland had no vote in 1999: it is named, with who had."""
    issue = ScaledIssue("i", (Stand("de", 0), Stand("pl", 1)), 0, 1)
    with pytest.raises(AnalysisError, match="pl had no weight in the Council on 1999-01-01"):
        with_council_influence(issue, dt.date(1999, 1, 1))
