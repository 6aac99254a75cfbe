"""Confidence that means a share: what it rests on, its bounds, and that it ships in order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.around import Around
from dragoman.statements.cast import Cast
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
    around = Around(text, Cast(text))
    plain = read_parsed(text, calibration=None)
    told = read_parsed(text, calibration=shipped_calibration())
    assert [one.confidence for one in told] == [shipped_calibration().of(one, around) for one in plain]
    assert [one.model_copy(update={"confidence": 0}) for one in told] == [
        one.model_copy(update={"confidence": 0}) for one in plain
    ]


@pytest.mark.parametrize("slot", ["actor", "target"])
def test_what_the_article_tells_of_a_party_counts_for_its_slot(reader, slot: str) -> None:
    """Whether a list has it, where it is named, whether it is a side, and how often it is spoken of."""
    text = reader.understood(
        "Peru met Chile. Peru left. Hauliers shrugged. Chile and Peru talked. Chile went home to Chile."
    )
    around = Around(text, Cast(text))
    names = ["unlisted", "unnamed", "distant", "side as"]
    spoken_of = features(act(**{slot: ["PER:Ana Ruiz"], "span_start": 200, "span_end": 210}), around)
    assert [spoken_of[f"{name} {slot}"] for name in names] == [0.0, 0.0, 1.0, 1.0]
    unknown = features(act(**{slot: ["Hauliers"]}), around)
    assert [unknown[f"{name} {slot}"] for name in names] == [1.0, 1.0, 1.0, 0.0]
    assert unknown[f"rank of {slot}"] > spoken_of[f"rank of {slot}"]


def test_without_its_article_nothing_is_held_against_a_party() -> None:
    """A statement that somebody made elsewhere has its own words alone."""
    assert not [name for name in features(act(actor=["Hauliers"])) if name.endswith(" actor")]
