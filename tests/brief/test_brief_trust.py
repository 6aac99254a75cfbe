"""What the first screen says of the reader."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.brief.trust import ReaderMeasures, in_tenths, trust_in


def test_measured_precision_is_said_in_tenths() -> None:
    """The headline names the share that holds and what it was measured on."""
    measures = ReaderMeasures(articles=4, note="articles it was not tuned to", precision={"position": 0.61})
    assert trust_in(10, 0, measures).headline == (
        "Of the reader’s positions about 6 in 10 hold (measured on 4 articles it was not tuned to)."
    )


@pytest.mark.parametrize("share", [0.951, 0.99, 1.0])
def test_never_all(share: float) -> None:
    """No measured share is rounded up to certainty."""
    assert in_tenths(share) == "more than 9 in 10"


def test_hand_made_statements_need_no_measure(strait: Any) -> None:
    """Statements without a rule were made by people, and the brief says that instead."""
    by_hand = tuple(line.model_copy(update={"rule": ""}) for line in strait.statements)
    trust = strait.brief(statements=by_hand).trust
    assert trust.basis == "by hand"
    assert trust.measures is None


def test_mixed_statements_say_how_many(strait: Any) -> None:
    """Where some statements were reviewed, the detail counts them."""
    first = strait.statements[0].model_copy(update={"rule": ""})
    assert strait.brief(statements=(first, *strait.statements[1:])).trust.detail.startswith("1 of 34 statements")


def test_unmeasured_reader_is_admitted(strait: Any) -> None:
    """Without measures the brief does not pretend to know."""
    assert strait.brief(reader=None).trust.headline == "How far the reader can be trusted has not been measured."
