"""In a notebook a case and its analysis show themselves, escaped, and become data frames."""

from __future__ import annotations

import pytest

from dragoman.case.analyse import analyse
from dragoman.case.case import Case
from dragoman.case.file import parse_case


@pytest.fixture
def case() -> Case:
    return parse_case(
        "title: <b>T</b>\nparties: {A: '<script>x</script>'}\noptions: {a: 'A: wait <i>'}\n"
        "status_quo: [a]\npreferences: {A: [a]}\n"
    )


def test_nothing_in_a_case_becomes_markup(case: Case) -> None:
    """Titles, names and moves are escaped in the page of a case and of its analysis."""
    for page in (case._repr_html_(), analyse(case)._repr_html_()):
        assert "&lt;b&gt;T&lt;/b&gt;" in page
        assert "<script>" not in page
        assert "<i>" not in page


def test_a_case_becomes_data_frames(case: Case) -> None:
    """Options and preferences are tables with a row each."""
    tables = case.to_pandas()
    assert tables["options"].to_dict("records")[0]["now"]
    assert list(tables["preferences"]["prefers"]) == ["a"]
    assert set(tables) == {"parties", "options", "preferences", "deadlines"}


def test_an_analysis_becomes_data_frames(case: Case) -> None:
    """Every layer's status quo and outcomes are rows."""
    outcomes = analyse(case).to_pandas()["outcomes"]
    assert set(outcomes["layer"]) == {"words", "defaults", "promises"}
    assert outcomes[outcomes["list"] == "status quo"]["nash"].all()
