"""The documentation: its examples run, its links lead somewhere, its cases are cases."""

import doctest
import re
from pathlib import Path

import pytest

from dragoman.case.file import parse_case
from dragoman.graph import CONCEPTS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.M)


def _anchors(page: Path) -> set[str]:
    """The anchors that a page's headings have when it is shown."""
    headings = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def _links(page: Path) -> list[str]:
    return [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]


def test_glossary_runs():
    """Every example of the glossary gives what the glossary says."""
    result = doctest.testfile(str(ROOT / "docs" / "glossary.md"), module_relative=False)
    assert result.attempted > 10
    assert result.failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path):
    """Every link to a file of the repository, or to a heading in it, leads there."""
    for link in _links(page):
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in _anchors(target), f"{link} names no heading"


def test_case_of_the_how_to_is_a_case():
    """The case that the how-to shows as a whole one can be read."""
    text = (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8")
    [written] = re.findall(r"```yaml\n(.*?)```", text, re.S)
    assert list(parse_case(written).options) == ["reopen", "free_crew"]


def test_glossary_has_every_concept_of_stability():
    """Every concept of stability that the graph model computes is explained."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    assert [concept for concept in CONCEPTS if f"**{concept}**" not in text] == []


def test_decisions_are_all_listed():
    """Every decision is in the list of decisions."""
    decisions = ROOT / "docs" / "decisions"
    listed = set(_links(decisions / "index.md"))
    assert {page.name for page in decisions.glob("0*.md")} == listed
