"""The documentation: its examples run, its links lead somewhere, its cases are cases."""

import doctest
import re
from pathlib import Path

import click
import pytest

from dragoman.case.file import parse_case
from dragoman.cli import main
from dragoman.graph import CONCEPTS
from dragoman.language.listing import parse_list
from dragoman.language.parties import Names

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")])
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_COMMAND = re.compile(r"^    (?:\.venv/bin/)?dragoman ([a-z]+)([^#\n]*)", re.M)
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


def test_names_of_the_how_to_are_a_list():
    """The list of names that the how-to shows can be read, and its parties are found."""
    [written] = re.findall(r"```csv\n(.*?)```", (ROOT / "docs" / "how-to.md").read_text(encoding="utf-8"), re.S)
    names = Names(parse_list(written, source="names.csv"))
    assert [mention.id for mention in names.find("The Hand met King Rudolf in Strelsau.")] == [
        "BLACK",
        "RUR:Rudolf Elphberg",
        "RUR",
    ]


def test_glossary_has_every_concept_of_stability():
    """Every concept of stability that the graph model computes is explained."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    assert [concept for concept in CONCEPTS if f"**{concept}**" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_exist(page: Path):
    """Every dragoman command that a page shows exists, and has the options that it is shown with."""
    for name, rest in _COMMAND.findall(page.read_text(encoding="utf-8")):
        command = main.commands.get(name)
        if isinstance(command, click.Group):
            command = command.commands.get(rest.split()[0])
        assert command is not None, f"dragoman {name} {rest} is no command"
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<=\s)--?[a-z][a-z-]*", rest)) <= known, f"dragoman {name} {rest}"


def test_pages_are_all_listed():
    """Every page of the documentation is in its index."""
    docs = ROOT / "docs"
    assert {page.name for page in docs.glob("*.md")} - {"index.md"} <= set(_links(docs / "index.md"))


def test_decisions_are_all_listed():
    """Every decision is in the list of decisions."""
    decisions = ROOT / "docs" / "decisions"
    listed = set(_links(decisions / "index.md"))
    assert {page.name for page in decisions.glob("0*.md")} == listed
