"""Answers taken apart: what comes in some other form, in part, or to do harm."""

from __future__ import annotations

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.llm.answer import answer_schema, checked_item
from dragoman.statements.llm.parsing import MOST_ITEMS, parse_answer
from dragoman.statements.llm.prompt import examples

TIE = {"k": "t", "s": 3, "q": "longtime allies", "h": ["RUR"], "to": ["GRA"], "rel": "ally"}


def test_one_party_may_come_without_a_list():
    """A single word stands for a list of one."""
    assert checked_item({**TIE, "h": "RUR"}) == checked_item(TIE)


def test_nulls_stand_for_what_is_left_out():
    """A slot that is null is not there."""
    assert checked_item({**TIE, "tm": None, "at": None, "m": None}) == checked_item(TIE)


def test_control_characters_become_spaces():
    """No word of a model's can steer a terminal or break a line."""
    item = checked_item({**TIE, "tm": "since\x1b[31m\n\ud8001990"})
    assert item.tm == "since [31m 1990"


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({**TIE, "rel": "friends"}, '"rel"'),
        ({**TIE, "s": -1}, '"s"'),
        ({**TIE, "s": True, "q": ""}, '"q"'),
        ({**TIE, "q": ["several"]}, '"q"'),
        ({**TIE, "h": []}, '"h"'),
        ({**TIE, "h": ["x" * 400]}, '"h"'),
        ({**TIE, "h": ["GRA"] * 50}, '"h"'),
        ({key: value for key, value in TIE.items() if key != "to"}, '"to"'),
        ({**TIE, "k": "z"}, "kind"),
        ({"k": ["t"]}, "kind"),
    ],
)
def test_what_is_wrong_with_an_item_is_named(raw, why):
    """An item that is not as it should be is refused with the slot's short name."""
    if isinstance(raw.get("k"), list):
        raw = {**raw, "k": "t"}
        why = "no right value"
    assert why in checked_item(raw)


@given(st.text(max_size=300))
def test_any_text_is_taken_for_an_answer(text):
    """Nothing that a model writes makes the parser fail."""
    assert len(parse_answer(text).items) <= MOST_ITEMS


@given(st.integers(0, 400))
def test_an_answer_cut_anywhere_keeps_its_whole_items(cut):
    """Wherever an answer ends, the items before that place are there, unchanged and in order."""
    items = [{**TIE, "s": n, "m": [{"s": 1, "q": "x } ] {"}]} for n in range(4)]
    text = json.dumps({"ok": [1], "i": items})
    found = parse_answer(text[:cut]).items
    assert list(found) == items[: len(found)]
    whole = sum(text[:cut].count(json.dumps(item)) for item in items)
    assert len(found) == whole


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        "{" * 200_000,
        '{"i": ' + "9" * 6_000 + "}",
        '{"i": [' + '{"k":' * 5_000,
        "\x00" * 99,
    ],
)
def test_answers_built_to_choke_a_parser_do_not(text):
    """Deep nesting, endless digits and rows of braces come out as no items."""
    assert parse_answer(text).items == ()


def test_the_last_of_several_answers_counts():
    """A model that thinks aloud first is taken at its last word."""
    draft, final = json.dumps({"i": [TIE, TIE]}), json.dumps({"i": [TIE]})
    assert len(parse_answer(f"<think>Perhaps {draft}? No.</think>\n{final}").items) == 1


def test_no_more_items_than_the_bound():
    """An answer with more items than any window can hold is cut, and that is said."""
    parsed = parse_answer(json.dumps({"i": [TIE] * (MOST_ITEMS + 5)}))
    assert len(parsed.items) == MOST_ITEMS
    assert "more than" in parsed.remark


def test_numbers_of_proposals_are_numbers():
    """Verdicts that are no whole numbers are passed over."""
    parsed = parse_answer('{"i": [], "ok": [1, "2", true, 3.5, null], "no": {"4": 4}}')
    assert (parsed.agreed, parsed.rejected) == ({1}, frozenset())


@pytest.mark.parametrize("judging", [False, True])
def test_the_schema_admits_the_examples_answers(judging):
    """What servers hold a model to is a valid schema, and the answers we show keep to it."""
    schema = answer_schema(judging=judging)
    jsonschema.Draft202012Validator.check_schema(schema)
    for example in examples():
        jsonschema.validate(json.loads(example.answer), schema)
