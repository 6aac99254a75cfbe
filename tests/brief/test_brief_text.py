"""The plain summary for a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.brief.document import Brief
from dragoman.brief.record import Sentence
from dragoman.brief.short import _cut
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


def test_narrow_terminals_get_short_heads(brief: Brief) -> None:
    """Where the names of the parties leave no room for the moves, their ids stand over the columns."""
    names, ids = (summary(brief, width=width).partition("Who wants what")[2] for width in (80, 40))
    assert "Ruritania  Graustark" in names
    assert "RUR" in ids.split("Trust:")[0]
    assert "Ruritania  Graustark" not in ids


def test_a_table_too_wide_is_pointed_to(brief: Brief) -> None:
    """With more parties than fit the summary says that the table is on the page."""
    crowd = tuple(
        party.model_copy(update={"id": f"{party.id}{number}"}) for number in range(9) for party in brief.parties
    )
    assert "Who wants what: on the page" in " ".join(
        summary(brief.model_copy(update={"parties": crowd}), width=80).split()
    )


def test_a_case_alone_is_told_as_such(strait: Any) -> None:
    """No articles are not counted as none."""
    assert "A case without articles" in summary(strait.brief(articles=(), statements=()))


def test_what_a_long_reason_says_stays_whole() -> None:
    """Of a reason too long for the first screen what it quotes is shortened, never its end."""
    quoted = "“ease the sanctions step by step as long as inspectors are let into every site in the land”"
    text = (
        f"Ruritania could give up {quoted}, because it would rather: not {quoted}; but then Graustark shuts its port."
    )
    cut = _cut(Sentence(text=text)).text
    assert cut.endswith("but then Graustark shuts its port.")
    assert "“ease the sanctions step by step as long as inspectors are …”" in cut
