"""The plain summary for a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.brief.document import Brief
from dragoman.brief.text import summary


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_asked(brief: Brief, width: int) -> None:
    """The summary fits the terminal."""
    assert max(len(line) for line in summary(brief, width=width).splitlines()) <= width


def test_it_says_how_far_to_trust_it(brief: Brief) -> None:
    """The measured precision is part of the summary."""
    assert "about 6 in 10" in summary(brief)


def test_articles_cannot_steer_the_terminal(strait: Any) -> None:
    """Escape sequences from outside do not reach the terminal."""
    case = strait.case.model_copy(update={"title": "Strait\x1b[2J\x07", "summary": "a\x1b]0;owned\x07b"})
    assert not any(letter in summary(strait.brief(case=case)) for letter in "\x1b\x07")


def test_narrow_terminals_get_no_torn_table(brief: Brief) -> None:
    """Where the matrix cannot fit, it is left out."""
    assert "Who wants what" not in summary(brief, width=40)
    assert "Who wants what" in summary(brief, width=80)
