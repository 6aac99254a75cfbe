"""The card of the review: fits the terminal, marks the words, and lets no article steer the terminal."""

from __future__ import annotations

import click
import pytest
from ledger_statements import act, article

from dragoman.articles.article import Article
from dragoman.cli.screen import card_lines
from dragoman.ledger.session import Card
from dragoman.ledger.verdicts import Entry, Review

LONG = tuple(f"In the year {number} the council of Ruritania met in session {number * 3}." for number in range(40))
MARKED = "\x1b[1m\x1b[7m"


def card(where: Article, words: str, *reviews: Review) -> Card:
    """A card for an act in the words *words*."""
    statement = act(where, words)
    entry = Entry(statement, statement, "proposed", disputed=False, gone=None, day="2031-03-01")
    return Card(3, entry, reviews)


def lines(where: Article, words: str, width: int = 60, height: int = 20, *reviews: Review) -> list[str]:
    return card_lines(card(where, words, *reviews), 40, where, "Ruritania pulls back", width, height)


@pytest.mark.parametrize("width", [20, 40, 100])
@pytest.mark.parametrize("height", [12, 24])
def test_a_card_fits_the_terminal(width: int, height: int) -> None:
    """No line too wide, none too many, and the telling words among them."""
    shown = lines(article("a1", *LONG), LONG[20], width, height)
    assert max(len(click.unstyle(line)) for line in shown) <= width
    assert len(shown) <= height
    assert MARKED in "\n".join(shown)


def test_the_telling_words_are_marked_and_nothing_else() -> None:
    """What is in reverse video, line by line, is the quote."""
    shown = lines(article("a1", *LONG), LONG[20], 40)
    marked = [part.partition("\x1b[0m")[0] for line in shown for part in line.split(MARKED)[1:]]
    assert " ".join(marked) == LONG[20]


def test_sentences_around_are_shown_in_full() -> None:
    """The sentence before and the one after stand beside it."""
    shown = " ".join(click.unstyle("\n".join(lines(article("a1", *LONG), LONG[20], 80, 40))).split())
    assert f"{LONG[19]} {LONG[20]} {LONG[21]}" in shown


def test_wide_letters_take_two_columns() -> None:
    """Korean words are cut where the line ends for the eye."""
    words = "북한은회담을거부했다" * 5
    shown = lines(article("a1", words), words, 30)
    in_korean = [click.unstyle(line) for line in shown if "북" in line]
    assert max(map(len, in_korean)) <= 15


def test_an_article_cannot_steer_the_terminal() -> None:
    """Control characters and escape sequences of text, title and outlet do not reach it."""
    rude = article("a1", "Ruritania \x1b[2J\x07withdrew\x9b31m its troops.").model_copy(
        update={"title": "\x1b]0;owned\x07", "outlet": "Gaz\x1b[31mette"}
    )
    shown = "\n".join(lines(rude, rude.text, 60, 20, Review("a", "accepted", "An\x1b[5mn", "2031-03-02T12:00:00Z")))
    for allowed in ("\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[7m", "\x1b[33m"):
        shown = shown.replace(allowed, "")
    assert all(letter.isprintable() or letter == "\n" for letter in shown)


def test_a_statement_without_its_article_is_still_shown() -> None:
    """Its own sentence stands for the context."""
    where = article("a1", *LONG)
    shown = card_lines(card(where, LONG[3]), 40, None, "Ruritania meets", 60, 20)
    assert LONG[3] in click.unstyle(" ".join(shown))
