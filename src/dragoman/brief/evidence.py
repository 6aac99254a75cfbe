"""The words that lines rest on: each statement with its number and places, and the articles cut at the marks."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from pydantic import Field

from dragoman.articles.article import Article, Debris
from dragoman.brief.naming import AUTHOR, Names
from dragoman.brief.record import Ids, Record
from dragoman.brief.saying import says
from dragoman.brief.trust import BY_HAND
from dragoman.statements.statement import Evidence, Statement

__all__ = ["ArticleText", "Cited", "Piece", "Place", "Refused", "Use", "article_texts", "cited", "pieces", "sound"]


class Place(Record):
    """One place that says it."""

    mark: str = Field(description="the mark's name in the article: the statement's number; 7.2 is its second place")
    article: str = Field(description="id of the article")
    quote: str = Field(description="the telling words, exactly as the article has them")
    start: int = Field(description="where the words begin in the article's text, in code points from 0")
    end: int = Field(description="one past their end")
    sentence: str | None = Field(description="the sentence around them; None where texts are left out")


class Use(Record):
    """A line of the brief that rests on a statement."""

    section: str = Field(
        description="parties, wants, issues, movements, table, deadlines, timeline, ties, views or disagreements"
    )
    line: str = Field(description="the line's name in the page: position-3")


class Cited(Record):
    """One statement: what it says in our words, whose words it rests on, and where they stand."""

    id: str = Field(description="the statement's id")
    number: int = Field(description="its number in this brief, in the order of the articles' texts")
    kind: Literal["position", "act", "tie", "view"] = Field(description="position, act, tie or view")
    says: str = Field(description="what it says, in our words; the quote decides")
    parties: Ids = Field(description="parties and persons it is about: holders, doers, actors, targets")
    attribution: str | None = Field(description="who says so, as a name; None: the article itself")
    quoted: bool = Field(description="whether the words, or some of them, are somebody's own")
    confidence: float = Field(description="share of statements like it that hold, 0-1, as measured on marked articles")
    rule: str = Field(description="the rule that made it; empty or 'reviewed': a person made or reviewed it")
    by_hand: bool = Field(description="true where a person made or reviewed it")
    places: tuple[Place, ...] = Field(description="every place that says it, the main one first")
    used_in: tuple[Use, ...] = Field(default=(), description="the sections with lines that rest on it")


class Refused(Record):
    """A statement that was not used, and why."""

    id: str = Field(description="the statement's id")
    why: str = Field(description="the reason")


class Piece(Record):
    """A stretch of an article's text under the same marks; the pieces of an article, joined, are its text."""

    text: str = Field(description="the words")
    statements: Ids = Field(default=(), description="statements whose telling words these are (part of)")
    marks: tuple[str, ...] = Field(default=(), description="the marks over these words")
    begins: tuple[str, ...] = Field(default=(), description="marks that begin here")
    ends: tuple[str, ...] = Field(default=(), description="marks that end here")
    debris: str | None = Field(default=None, description="why it is not article; None: it is")


class ArticleText(Record):
    """An article, with its words cut at the marks."""

    number: int = Field(description="its number in this brief")
    id: str = Field(description="the article's id")
    title: str | None = Field(description="headline")
    outlets: tuple[str, ...] = Field(description="every outlet that printed it, its own first")
    author: str | None = Field(description="byline")
    date: dt.date | None = Field(description="day of publication; None: unknown")
    date_basis: str | None = Field(description="where the date comes from")
    url: str | None = Field(description="address of the page, as it came; shown as a link only if http or https")
    source: str = Field(description="the file or line it was read from")
    copies: int = Field(description="how many other printings were found and counted with it")
    statements: Ids = Field(description="statements with a place in it, in the order of their words")
    pieces: tuple[Piece, ...] = Field(description="the text, cut at the marks; empty where texts are left out")


def sound(
    statements: Iterable[Statement], articles: Mapping[str, Article]
) -> tuple[list[Statement], tuple[Refused, ...]]:
    """Part *statements* into those whose quotes are in their articles and those refused.

    A statement about an article that is not at hand is kept: nothing speaks against it.
    """
    kept: dict[str, Statement] = {}
    refused = []
    for statement in statements:
        if statement.id in kept:
            refused.append(Refused(id=statement.id, why="another statement has the same id"))
        elif any(not _stands(place, articles.get(place.article)) for place in statement.evidence):
            refused.append(Refused(id=statement.id, why="its quote is not in its article at the place given"))
        else:
            kept[statement.id] = statement
    return list(kept.values()), tuple(refused)


def _stands(place: Evidence, article: Article | None) -> bool:
    return place.span_start < place.span_end and (article is None or place.stands_in(article.text))


def cited(
    statements: Iterable[Statement], order: Mapping[str, int], names: Names, used: Mapping[str, Sequence[Use]]
) -> tuple[Cited, ...]:
    """Number *statements* in the order of the articles (*order*: id to place) and of their words."""
    last = len(order)

    def key(statement: Statement) -> tuple[int, str, int, int, str]:
        main = statement.evidence[0]
        return (order.get(main.article, last), main.article, main.span_start, main.span_end, statement.id)

    return tuple(
        _cited(statement, number, names, tuple(used.get(statement.id, ())))
        for number, statement in enumerate(sorted(statements, key=key), start=1)
    )


def _cited(statement: Statement, number: int, names: Names, used_in: tuple[Use, ...]) -> Cited:
    places = tuple(
        Place(
            mark=str(number) if index == 1 else f"{number}.{index}",
            article=place.article,
            quote=place.span,
            start=place.span_start,
            end=place.span_end,
            sentence=place.sentence,
        )
        for index, place in enumerate(statement.evidence, start=1)
    )
    text, parties = says(statement, names)
    return Cited(
        id=statement.id,
        number=number,
        kind=statement.kind,
        says=text,
        parties=parties,
        attribution=None if statement.attribution == AUTHOR else names.of(statement.attribution),
        quoted=bool(statement.quoted),
        confidence=statement.confidence,
        rule=statement.rule,
        by_hand=statement.rule in BY_HAND,
        places=places,
        used_in=used_in,
    )


def pieces(text: str, marks: Sequence[tuple[str, str, int, int]], debris: Sequence[Debris] = ()) -> tuple[Piece, ...]:
    """Cut *text* wherever a mark or a stretch of debris begins or ends; nested and crossing marks are fine.

    A mark is its name, its statement's id, and its half-open range, which must not be empty.

    >>> [(piece.text, piece.statements) for piece in pieces("abcdef", [("1", "x", 0, 4), ("2", "y", 2, 6)])]
    [('ab', ('x',)), ('cd', ('x', 'y')), ('ef', ('y',))]
    """
    begins, ends = defaultdict(list), defaultdict(list)
    for mark in marks:
        begins[mark[2]].append(mark)
        ends[mark[3]].append(mark)
    why = _debris_by_start(debris, len(text))
    edges = sorted({0, len(text), *begins, *ends, *why})
    active: dict[str, str] = {}
    reason = None
    found = []
    for start, end in itertools.pairwise(edges):
        for name, *_ in ends[start]:
            del active[name]
        active.update({name: statement for name, statement, *_ in begins[start]})
        reason = why.get(start, reason)
        found.append(
            Piece(
                text=text[start:end],
                statements=tuple(dict.fromkeys(active.values())),
                marks=tuple(active),
                begins=tuple(name for name, *_ in begins[start]),
                ends=tuple(name for name, *_ in ends[end]),
                debris=reason,
            )
        )
    return tuple(found)


def _debris_by_start(debris: Sequence[Debris], length: int) -> dict[int, str | None]:
    """From each place where it changes, why the text is debris from there on; None: it is not."""
    why: dict[int, str | None] = {}
    reached = 0
    for stretch in sorted(debris, key=lambda stretch: (stretch.start, -stretch.end)):
        end = min(stretch.end, length)
        if end > max(reached, stretch.start):
            why[max(reached, stretch.start)] = stretch.why
            why[end] = None
            reached = end
    return why


def article_texts(articles: Iterable[Article], lines: Iterable[Cited]) -> tuple[ArticleText, ...]:
    """Cut each article at the places of the statements in *lines*."""
    marks: dict[str, list[tuple[str, str, int, int]]] = defaultdict(list)
    for line in lines:
        for place in line.places:
            marks[place.article].append((place.mark, line.id, place.start, place.end))
    return tuple(
        ArticleText(
            number=number,
            id=article.id,
            title=article.title,
            outlets=article.outlets,
            author=article.author,
            date=article.date,
            date_basis=article.date_basis,
            url=article.url,
            source=article.source,
            copies=len(article.copies),
            statements=tuple(dict.fromkeys(mark[1] for mark in sorted(marks[article.id], key=lambda m: m[2:]))),
            pieces=pieces(article.text, marks[article.id], article.debris),
        )
        for number, article in enumerate(articles, start=1)
    )
