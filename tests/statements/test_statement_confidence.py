"""Confidence that means a share: what it rests on, its bounds, and that it ships in order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.confidence import Calibration, features, shipped_calibration
from dragoman.statements.reader import read_parsed
from dragoman.statements.statement import Statement, statement_adapter

SPAN = "x " * 9 + "x"
WORDS = "y " * 15 + SPAN
ACT = {"id": "a", "kind": "act", "actor": ["CHN"], "event": "CONSULT", "status": "done", "confidence": 0.6,
       "rule": "verb:meet", "article": "a", "sentence": WORDS, "char_start": 0, "char_end": len(WORDS), "span": SPAN,
       "span_start": 30, "span_end": len(WORDS)}  # fmt: skip


def act(**changes: Any) -> Statement:
    """An act in a sentence of 25 words, 10 of them telling."""
    return statement_adapter.validate_python({**ACT, **changes})


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 10_000), st.sampled_from(["done", "planned", "denied"]))
def test_a_surer_rule_is_never_less_sure_after_calibration(one: float, other: float, length: int, status: str) -> None:
    """The order within a family stays, and every confidence is a share that leaves room for doubt."""
    low, high = (
        shipped_calibration().of(act(confidence=sure, status=status, char_end=length)) for sure in sorted((one, other))
    )
    assert 0.05 <= low <= high <= 0.95


def test_features_that_are_not_known_count_nothing() -> None:
    """A family that was never marked has what its kind has."""
    assert Calibration(weights={"kind act": 0.0}).of(act(rule="new:rule")) == 0.5


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({}, "not done", 0.0),
        ({"status": "denied"}, "not done", 1.0),
        ({"confidence": 0.5}, "sure", 0.0),
        ({}, "sentence", 0.0),
        ({}, "words", 0.0),
        ({}, "family act verb", 1.0),
        ({}, "commas", 0.0),
        ({}, "no target", 1.0),
        ({"target": ["PER"]}, "no target", 0.0),
        ({"target": ["PER", "CHL"]}, "several parties", 1.0),
        ({"event": "ASSAULT"}, "event ASSAULT", 1.0),
    ],
)
def test_features_are_measured_around_the_usual(changes: dict[str, Any], name: str, value: float) -> None:
    """Done acts, even odds and usual lengths are nought."""
    assert features(act(**changes))[name] == value


def test_what_ships_was_better_on_articles_held_out() -> None:
    """The calibration is there because its error on articles it was not fitted on is smaller."""
    shipped = shipped_calibration()
    assert shipped.brier["calibrated"] < shipped.brier["rules"]
    assert sum(count for *_, count in shipped.table) <= shipped.statements


def test_reading_gives_calibrated_confidence(reader) -> None:
    """Only the confidence differs from what the rules say of themselves."""
    text = reader.understood("France urged Iran to stop enrichment. Iran attacked Peru.")
    plain = read_parsed(text, calibration=None)
    told = read_parsed(text, calibration=shipped_calibration())
    assert [one.confidence for one in told] == [shipped_calibration().of(one) for one in plain]
    assert [one.model_copy(update={"confidence": 0}) for one in told] == [
        one.model_copy(update={"confidence": 0}) for one in plain
    ]


@pytest.mark.parametrize("slot", ["actor", "target"])
def test_a_party_that_no_list_has_tells_for_its_slot(slot: str) -> None:
    """Whoever asks says which parties are listed; left out, all are."""
    told = features(act(**{slot: ["Hauliers"]}), listed=lambda party: party == "CHN")
    assert told[f"unlisted {slot}"] == 1.0
    assert features(act(**{slot: ["Hauliers"]}))[f"unlisted {slot}"] == 0.0
