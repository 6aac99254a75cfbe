"""Drafting again keeps what a person changed, and says what is different."""

from __future__ import annotations

import pytest
from case_gold import gold_statements

from dragoman.case.case import Case, Preference
from dragoman.case.checking import check_case
from dragoman.case.draft import draft
from dragoman.case.file import dump_case, parse_case
from dragoman.case.redraft import differences, redraft


@pytest.fixture(scope="module")
def earlier() -> Case:
    return draft(gold_statements("seed0"))


@pytest.fixture(scope="module")
def new() -> Case:
    return draft(gold_statements("seed0", "seed1"))


def whole(case: Case) -> Case:
    """Check that a case holds together, also on paper."""
    check_case(case)
    assert parse_case(dump_case(case)) == case
    return case


def test_an_untouched_case_becomes_the_new_draft(earlier: Case, new: Case) -> None:
    """Where the person changed nothing, the new draft stands."""
    joined = whole(redraft(earlier, earlier, new))
    assert set(joined.options) == set(new.options)
    assert joined.preferences == new.preferences
    assert set(joined.status_quo) == set(new.status_quo)


def test_a_case_drafted_from_the_same_stays_mine(new: Case) -> None:
    """With no new statements, the person's case is what remains, to the last line."""
    option = next(iter(new.options))
    lines = (Preference(prefers=f"not {option}", basis="judgement"), *new.preferences["USA"][1:])
    mine = new.model_copy(update={"title": "Mine", "preferences": {**new.preferences, "USA": lines}})
    assert whole(redraft(new, mine, new)) == mine


def test_what_was_removed_stays_away(earlier: Case, new: Case) -> None:
    """A line that the person struck out does not come back, while new lines are put at the end."""
    struck = earlier.preferences["JPN"][0]
    mine = earlier.model_copy(update={"preferences": {**earlier.preferences, "JPN": earlier.preferences["JPN"][1:]}})
    joined = whole(redraft(earlier, mine, new))
    assert struck.prefers not in [line.prefers for line in joined.preferences["JPN"]]
    assert joined.preferences["JPN"][: len(mine.preferences["JPN"])] == mine.preferences["JPN"]


def test_an_option_that_was_removed_stays_away_with_its_lines(earlier: Case, new: Case) -> None:
    """An option struck out by the person is not brought back by lines of the new draft."""
    gone = next(name for name in earlier.options if name in new.options)
    mine = earlier.model_copy(
        update={
            "options": {name: option for name, option in earlier.options.items() if name != gone},
            "status_quo": tuple(name for name in earlier.status_quo if name != gone),
            "infeasible": tuple(rule for rule in earlier.infeasible if gone not in rule.when),
            "preferences": {
                party: tuple(line for line in lines if gone not in line.prefers)
                for party, lines in earlier.preferences.items()
            },
        }
    )
    assert gone not in whole(redraft(earlier, mine, new)).options


def test_the_status_quo_that_a_person_set_stays(earlier: Case, new: Case) -> None:
    """An option that the person marked as taken stays taken, though the draft says otherwise."""
    [option, *_] = [name for name in earlier.options if name not in earlier.status_quo and name in new.options]
    mine = earlier.model_copy(update={"status_quo": (*earlier.status_quo, option)})
    assert option in whole(redraft(earlier, mine, new)).status_quo


def test_an_option_that_kept_lines_need_stays(earlier: Case, new: Case) -> None:
    """A line of the person's own keeps the options that it speaks of."""
    gone = next(name for name in earlier.options if name not in new.options)
    mine = earlier.model_copy(
        update={"preferences": {**earlier.preferences, "USA": (Preference(prefers=gone, basis="judgement"),)}}
    )
    joined = whole(redraft(earlier, mine, new))
    assert gone in joined.options
    assert joined.preferences["USA"][0].prefers == gone


def test_differences_are_told_both_ways(earlier: Case, new: Case) -> None:
    """What one draft adds the other lacks, and equal cases differ in nothing."""
    assert differences(new, new) == ()
    added = [line for line in differences(earlier, new) if line.startswith("New option")]
    lost = [line for line in differences(new, earlier) if line.startswith("No longer option")]
    assert len(added) == len(lost) > 0
