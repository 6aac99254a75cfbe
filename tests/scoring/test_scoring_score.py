"""Matching one to one, shares, intervals, several readers, and findings."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import CaseError
from dragoman.scoring.folding import Folding
from dragoman.scoring.intervals import difference, intervals
from dragoman.scoring.listing import Finding, differences, findings_text, misses
from dragoman.scoring.marked import Marked, parse_marked
from dragoman.scoring.matching import match
from dragoman.scoring.report import score_text
from dragoman.scoring.score import score
from dragoman.scoring.tally import units


def tie(start: int, *, article: str = "a", parties: tuple[str, str] = ("CHN", "PRK"), **more: Any) -> Marked:
    """A tie told in ten characters at *start*."""
    place = {"article": article, "char_start": start, "char_end": start + 10}
    data = {**place, "kind": "tie", "from": parties[0], "to": parties[1], "relation": "ally", **more}
    return Marked.model_validate(data)


def share(gold: list[Marked], read: list[Marked], measure: str) -> float:
    """One measure of all kinds together."""
    return score(gold, {"rules": read})[0].readers[0].tables[-1].measures[measure].value


def test_each_gold_statement_is_found_once() -> None:
    """Of two that say the same at one place, one is right and one too many."""
    assert share([tie(0)], [tie(0), tie(0)], "precision") == 0.5


def test_each_read_statement_counts_once() -> None:
    """One find does not answer for two marked statements."""
    assert share([tie(0), tie(0)], [tie(0)], "recall") == 0.5


def test_the_fullest_match_is_taken_first() -> None:
    """A find with all slots right goes before one with only the core right."""
    [matching] = match([tie(0)], [tie(0, relation="patron"), tie(0)], Folding(), kinds=["tie"])
    assert matching.pairs[0].agreement.full


def test_optional_gold_is_neither_asked_for_nor_punished() -> None:
    """Found or not, it changes no share."""
    gold = [tie(0), tie(50, tier="optional")]
    assert [share(gold, read, "f1") for read in ([tie(0)], [tie(0), tie(50)])] == [1.0, 1.0]


def test_what_is_read_in_other_articles_is_left_out_and_counted() -> None:
    """Gold that is silent on an article says nothing about what was read there."""
    [reader] = score([tie(0)], {"rules": [tie(0), tie(0, article="b")]})[0].readers
    assert (reader.elsewhere, reader.tables[-1].read) == (1, 1)


def test_an_article_may_be_named_by_its_file() -> None:
    """A reader that writes a.txt means a."""
    assert share([tie(0)], [tie(0, article="texts/a.txt")], "recall") == 1.0


def test_an_article_with_a_point_in_its_id_is_itself() -> None:
    """Only an id that gold does not have is taken for a file."""
    assert share([tie(0, article="v1.2")], [tie(0, article="v1.2")], "recall") == 1.0


@given(st.lists(st.integers(0, 60), max_size=8), st.lists(st.integers(0, 60), max_size=8))
def test_sentences_count_what_the_article_counts(gold: list[int], read: list[int]) -> None:
    """Cutting an article into sentences loses and doubles nothing, and all readers have the same sentences."""
    golds = [tie(0), *(tie(start) for start in gold)]
    one = match(golds, [tie(start) for start in read], Folding(), kinds=["tie"])
    other = match(golds, [], Folding(), kinds=["tie"])
    mine, theirs = units([one, other])
    assert len(mine) == len(theirs)
    assert list(mine.sum(axis=0)[:3]) == [len(golds), len(read), len(one[0].pairs)]


def test_the_same_counts_give_the_same_interval() -> None:
    """Draws are seeded."""
    counts = np.array([[5, 4, 3, 2, 0, 0, 0, 0], [9, 3, 3, 1, 0, 0, 0, 0], [4, 8, 2, 2, 0, 0, 0, 0]])
    assert intervals(counts) == intervals(counts)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=6))
def test_an_interval_lies_around_its_share(counts: list[tuple[int, int, int]]) -> None:
    """Bounds are in order, and within 0 and 1."""
    rows = np.array([[right + a, right + b, right, right, 0, 0, 0, 0] for right, a, b in counts])
    assert all(0 <= low <= high <= 1 for low, high in intervals(rows).values())


def test_a_reader_is_no_better_than_itself() -> None:
    """Both readers are drawn together, so that equal ones differ in no draw."""
    counts = np.array([[5, 4, 3, 2, 0, 0, 0, 0], [9, 3, 1, 1, 0, 0, 0, 0]])
    assert difference(counts, counts)["f1"] == (0.0, 0.0)


def test_tags_say_what_is_hard() -> None:
    """What was found is told by tag, the hardest first."""
    gold = [tie(0, tags=["plain"]), tie(50, tags=["irony", "plain"])]
    [reader] = score(gold, {"rules": [tie(0)]})[0].readers
    assert [(one.tag, one.gold, one.right) for one in reader.tags] == [("irony", 1, 0), ("plain", 2, 1)]


def test_nothing_marked_is_told() -> None:
    """Without gold there is no score, not a score of nought."""
    with pytest.raises(CaseError, match="nothing to score against"):
        score([], {"rules": [tie(0)]})


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "gold.jsonl, line 2: not JSON"),
        ("[" * 100_000, "gold.jsonl, line 2: not JSON"),
        ("7", "gold.jsonl, line 2: statement: Input should be"),
        ('{"article": "a", "kind": "tie"}', "line 2: char_start: "),
        ('{"article": "a", "kind": "wish", "char_start": 0, "char_end": 9}', "line 2: kind: "),
        ('{"article": "a", "kind": "tie", "char_start": -1, "char_end": 9}', "line 2: char_start: "),
    ],
)
def test_a_bad_line_is_named(line: str, told: str) -> None:
    """The message says which line and which field."""
    with pytest.raises(CaseError) as caught:
        parse_marked(f"\n{line}")
    assert told in str(caught.value)


def test_a_miss_names_what_differs_from_the_nearest() -> None:
    """What was read at the same place is shown, with the slots that keep it from matching."""
    gold, read = tie(0), tie(0, parties=("RUS", "PRK"))
    _, found = score([gold], {"rules": [read]})
    missed, false = misses(found, Folding(), most=5)
    assert missed == Finding(reader="rules", matter="missed", statement=gold, nearest=read, differing=("parties",))
    assert (false.matter, false.nearest) == ("not in gold", gold)


def test_no_more_misses_are_listed_than_asked_for() -> None:
    """The number is for each kind and each sort of mistake."""
    _, found = score([tie(n * 50) for n in range(5)], {"rules": [tie(n * 50 + 20) for n in range(5)]})
    assert [one.matter for one in misses(found, Folding(), most=2)] == ["missed"] * 2 + ["not in gold"] * 2


def test_readers_differ_in_what_each_found_alone() -> None:
    """Both directions are told."""
    _, found = score([tie(0), tie(50), tie(90)], {"one": [tie(0), tie(50)], "two": [tie(50), tie(90)]})
    told = [(one.reader, one.statement.char_start) for one in differences(found, most=5)]
    assert told == [("one", 0), ("two", 90)]


def test_a_single_reader_differs_in_its_slots() -> None:
    """What was found with a slot wrong is told with the slot."""
    _, found = score([tie(0), tie(50)], {"one": [tie(0), tie(50, relation="patron")]})
    assert [one.differing for one in differences(found, most=5)] == [("relation",)]


def test_tables_fit_a_narrow_terminal() -> None:
    """No line of tables or findings is wider than 60 columns, nor has anything that steers a terminal."""
    gold = [tie(0, sentence="China \x1b[31m" + "and so on " * 30, tags=["a" * 50]), tie(0, article="b")]
    result, found = score(gold, {"a reader with a name": [tie(5000)], "two": gold})
    text = score_text(result, width=60) + findings_text(misses(found, Folding(), most=3), width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert "\x1b" not in text
