"""The brief's section on what could be agreed: deals, blocked deals, the order of steps and their pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.brief.compose import compose
from dragoman.brief.document import Brief
from dragoman.brief.page import page
from dragoman.brief.pictures import frontier_picture, schedule_picture
from dragoman.case.analyse import analyse
from dragoman.case.case import Case
from dragoman.case.file import load_case, parse_case

KOREA = Path(__file__).parents[2] / "examples" / "korea-2019" / "case.yaml"
WORTHS = """
title: The <strait>
parties: {RUR: Ruritania, GRA: Graustark}
options:
  ships: {party: RUR, does: hand over the ships <now>, one_way: yes}
  crew: {party: GRA, does: free the crew, one_way: yes}
worths: {RUR: {ships: -3, crew: 5}, GRA: {ships: 5, crew: -3}}
"""


def brief_of(case: Case) -> Brief:
    return compose(case, analyse(case), (), ())


@pytest.fixture(scope="module")
def korea() -> Brief:
    return brief_of(load_case(KOREA))


def test_three_sentences_say_deal_block_and_order(korea: Brief) -> None:
    """Full for full for all and only together; one line of Washington against the small deal; the order of steps."""
    assert korea.agreements is not None
    deal, block, order = (sentence.text for sentence in korea.agreements.in_short)
    assert deal.startswith("Better than now for all parties, and they can get there only together")
    assert block.startswith("One stated line of United States blocks this")
    assert "not “begin to ease the sanctions step by step” unless" in block
    assert "no guarantee" in order


def test_deals_name_who_gains_and_loses(korea: Brief) -> None:
    """The smallest deal comes first, and all gain by it."""
    assert korea.agreements is not None
    first = korea.agreements.deals[0]
    assert first.smallest
    assert first.gains == tuple(party.id for party in korea.parties)


def test_year_end_is_among_the_dates(korea: Brief) -> None:
    """What the end of 2019 changes stands in the brief."""
    assert korea.agreements is not None
    assert any("2020-01-01" in sentence.text for sentence in korea.agreements.dates)


def test_schedule_is_drawn_with_a_bar_for_each_exposure() -> None:
    """Each step of a party is a box, and each exposure above 0 a bar."""
    brief = brief_of(parse_case(WORTHS))
    picture = str(schedule_picture(brief))
    assert brief.agreements is not None
    assert brief.agreements.schedule is not None
    steps = brief.agreements.schedule.steps
    assert picture.count('class="part') == sum(len(step.parties) for step in steps)
    assert picture.count("Exposure after step") == sum(much > 0 for step in steps for much in step.exposure.values())


def test_frontier_is_drawn_where_worths_are_given(korea: Brief) -> None:
    """A ring for each deal of the frontier; no picture without worths."""
    brief = brief_of(parse_case(WORTHS))
    assert brief.agreements is not None
    assert brief.agreements.bargain is not None
    assert str(frontier_picture(brief)).count("hollow") == len(brief.agreements.bargain.frontier)
    assert frontier_picture(korea) is None


def test_what_the_case_says_is_escaped() -> None:
    """No text of a case becomes a tag, in the section or in its pictures."""
    html = page(brief_of(parse_case(WORTHS)))
    assert "<now>" not in html
    assert "hand over the ships &lt;now&gt;" in html


def test_no_analysis_no_agreements() -> None:
    """A brief of a case that was not analysed has no such section."""
    brief = compose(parse_case(WORTHS), None, (), ())
    assert brief.agreements is None
    assert 'id="agreements"' not in page(brief)
