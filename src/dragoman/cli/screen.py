"""A card of the review on a terminal of any width: what a statement says, and its words where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

import click

from dragoman.articles.article import Article
from dragoman.language.sentences import sentence_spans
from dragoman.ledger.session import Card
from dragoman.plain import printable, wrapped
from dragoman.statements.statement import Evidence

__all__ = ["card_lines", "context", "flowed"]

_CONTEXT: Final = 600
"""Characters of article shown before and after the sentence at most."""

_STYLES: Final[dict[str, dict[str, Any]]] = {
    "around": {"dim": True},
    "sentence": {},
    "words": {"reverse": True, "bold": True},
}

Styled = list[tuple[str, str]]
"""Characters, each with the name of its style."""


def card_lines(card: Card, total: int, article: Article | None, says: str, width: int, height: int) -> list[str]:
    """Return the lines of a card, at most *height* of at most *width* columns: place, meaning, words, dispute."""
    entry = card.entry
    where = " · ".join(part for part in (article and article.outlet, entry.day, article and article.title) if part)
    head = [
        click.style(line, dim=True)
        for line in wrapped(f"{card.number} of {total} · {where or entry.original.article}", width).splitlines()
    ]
    says_lines = [click.style(line, bold=True) for line in wrapped(says, width).splitlines()]
    rule = f"{entry.original.kind}, by {entry.original.rule or 'hand'}, {entry.original.confidence:.0%} sure"
    below = [click.style(line, dim=True) for line in wrapped(rule, width).splitlines()]
    decided = [wrapped(f"{review.by}: {review.verdict}", width) for review in card.reviews[-3:]]
    said = [click.style(line, fg="yellow") for line in decided]
    room = max(3, height - len(head) - len(says_lines) - len(below) - len(said) - 3)
    place = entry.statement.evidence[0]
    words = flowed(context(article, place), width)
    return [*head, "", *says_lines, *below, "", *_around(words, room), *([""] if said else []), *said]


def context(article: Article | None, place: Evidence) -> Styled:
    """Return the sentence with the telling words marked, and the sentences around it.

    >>> words = "They met. Ruritania withdrew. Rain fell."
    >>> place = Evidence(article="a1", sentence="Ruritania withdrew.", char_start=10, char_end=29, span="withdrew",
    ...                  span_start=20, span_end=28)
    >>> marked = context(Article(id="a1", text=words, source="a1.txt"), place)
    >>> "".join(letter for letter, style in marked if style == "words")
    'withdrew'
    """
    if article is None or not place.stands_in(article.text):
        return [(letter, "sentence") for letter in printable(place.sentence)]
    text = article.text
    start, end = _surroundings(text, place)
    return [(printable(text[at]), _style(at, place)) for at in range(start, end)]


def _style(at: int, place: Evidence) -> str:
    if place.span_start <= at < place.span_end:
        return "words"
    return "sentence" if place.char_start <= at < place.char_end else "around"


def _surroundings(text: str, place: Evidence) -> tuple[int, int]:
    """Whole sentences before and after, as many as there is room for."""
    start, end = place.char_start, place.char_end
    for first, last in sentence_spans(text):
        if last <= place.char_start and place.char_start - first <= _CONTEXT:
            start = min(start, first)
        if first >= place.char_end and last - place.char_end <= _CONTEXT:
            end = max(end, last)
    return start, end


def flowed(styled: Iterable[tuple[str, str]], width: int) -> list[tuple[str, bool]]:
    """Fill lines of at most *width* columns; each with whether some of the telling words are in it.

    White space becomes one space; a word longer than a line is cut; wide letters take two columns.

    >>> [line for line, _ in flowed([(letter, "sentence") for letter in "one two  three"], 7)]
    ['one two', 'three']
    """
    lines: list[Styled] = [[]]
    used = 0
    for word in _words(styled):
        size = sum(_columns(letter) for letter, _ in word)
        if used and used + 1 + size > width:
            lines.append([])
            used = 0
        if used:
            before, after = lines[-1][-1][1], word[0][1]
            lines[-1].append((" ", before if before == after else "sentence"))
            used += 1
        for letter, style in word:
            if used + _columns(letter) > width:
                lines.append([])
                used = 0
            lines[-1].append((letter, style))
            used += _columns(letter)
    return [(_painted(line), any(style == "words" for _, style in line)) for line in lines]


def _words(styled: Iterable[tuple[str, str]]) -> Iterator[Styled]:
    for blank, letters in groupby(styled, key=lambda one: one[0].isspace()):
        if not blank:
            yield list(letters)


def _painted(line: Styled) -> str:
    runs = [(style, "".join(letter for letter, _ in run)) for style, run in groupby(line, key=lambda one: one[1])]
    return "".join(click.style(text, **_STYLES[style]) if _STYLES[style] else text for style, text in runs)


def _columns(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _around(lines: list[tuple[str, bool]], room: int) -> list[str]:
    """Of too many lines keep those around the telling words."""
    marked = [number for number, (_, telling) in enumerate(lines) if telling] or [0]
    spare = max(0, room - (marked[-1] - marked[0] + 1))
    start = max(0, min(marked[0] - spare // 2, len(lines) - room))
    return [line for line, _ in lines[start : start + room]]
