"""From an item to a statement: its quotes located, its parties resolved, its claims held against its words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.articles.article import Article
from dragoman.language.dates import DateMention, resolve
from dragoman.language.mention import Mention
from dragoman.statements.llm.answer import ActItem, ConditionItem, PositionItem, TieItem, ViewItem, checked_item
from dragoman.statements.llm.checks import contradictions, looks_english
from dragoman.statements.llm.confidence import Confidence
from dragoman.statements.llm.locating import NotFound, Place, locate
from dragoman.statements.llm.resolving import Parties
from dragoman.statements.llm.windows import Sentence, Window
from dragoman.statements.quoted import is_quoted
from dragoman.statements.statement import Act, Condition, Evidence, Position, Statement, Tie, View, statement_id

__all__ = ["Builder", "Refused"]

_LEAST_WORDS_ELSEWHERE = 3
_ISO = re.compile(r"[0-9]{4}(?:-[0-9]{2}){0,2}")
AnyItem = PositionItem | ActItem | TieItem | ViewItem


class Refused(BaseModel):
    """An item of a model's answer that did not become a statement, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article: str = Field(description="id of the article")
    part: int = Field(description="the window it was answered for, counted from 1")
    sentence: int | None = Field(default=None, description="number of the sentence it names")
    quote: str = Field(default="", description="the words it gives")
    why: str = Field(description="the reason, to be read behind the quote")
    at_fault: Literal["quote", "party", "form", "proposal"] = Field(description="what it failed by")


class _Refusal(Exception):  # noqa: N818 - it travels only inside this file, from a slot to the item
    def __init__(self, why: str, at_fault: Literal["quote", "party", "form"]) -> None:
        super().__init__(why)
        self.why = why
        self.at_fault: Literal["quote", "party", "form"] = at_fault


class Builder:
    """Makes statements about one article from items of answers."""

    def __init__(self, article: Article, parties: Parties, *, rule: str, confidence: Confidence) -> None:
        self._article = article
        self._parties = parties
        self._rule = rule
        self._confidence = confidence
        self._dates = resolve(article.text, article.date)
        self._english = looks_english(article.text)

    def build(self, raw: Any, window: Window) -> list[tuple[Statement, int | None]] | Refused:
        """The statements that the item *raw* makes, with the number of the proposal it corrects, or why it is refused.

        A position that several hold is a position of each; any other item makes one statement.
        """
        item = checked_item(raw)
        if isinstance(item, str):
            quote = raw.get("q") if isinstance(raw, dict) else None
            shown = " ".join(quote.split())[:200] if isinstance(quote, str) else ""
            return Refused(article=self._article.id, part=window.part, quote=shown, why=item, at_fault="form")
        try:
            return [(self._statement(one, window), item.r) for one in _each_holder(item)]
        except _Refusal as refusal:
            return Refused(
                article=self._article.id, part=window.part, sentence=item.s, quote=item.q[:200], why=refusal.why,
                at_fault=refusal.at_fault,
            )  # fmt: skip

    def _statement(self, item: AnyItem, window: Window) -> Statement:
        notes: list[str] = []
        evidence = tuple(
            dict.fromkeys(
                self._evidence(number, quote, window)
                for number, quote in [(item.s, item.q), *((more.s, more.q) for more in item.m)]
            )
        )
        bare = self._slots(item, evidence, window, notes)
        notes += contradictions(
            bare,
            around=self._shown(window),
            subjects=self._mentions_in(evidence[0]),
            dates=self._dates_in(evidence),
            published=self._article.date.isoformat() if self._article.date else None,
            english=self._english,
        )
        sure = self._confidence.of(bare.kind, [place.located or "exact" for place in evidence], len(notes))
        note = "; ".join(notes) or None
        return bare.model_copy(update={"id": statement_id(bare), "confidence": sure, "note": note})

    def _evidence(self, number: int, quote: str, window: Window) -> Evidence:
        """Where *quote* stands: in the sentence that is named, or else word for word in just one other shown."""
        sentences = {sentence.number: sentence for sentence in window.sentences}
        named = sentences.get(number)
        found = self._locate(quote, named) if named else NotFound(f"names sentence {number}, which it was not shown")
        if named is not None and isinstance(found, Place):
            return self._at(named, found, found.how)
        why = found.why if isinstance(found, NotFound) else "does not stand in the sentence"
        others = [(s, self._locate(quote, s, near=False)) for s in window.sentences if s != named]
        exact = [(s, place) for s, place in others if isinstance(place, Place)]
        if len(exact) == 1 and len(quote.split()) >= _LEAST_WORDS_ELSEWHERE:
            return self._at(*exact[0], "elsewhere")
        raise _Refusal(why, "quote")

    def _locate(self, quote: str, sentence: Sentence, *, near: bool = True) -> Place | NotFound:
        if sentence.kept_back:
            return NotFound(f"names a sentence that {sentence.kept_back}")
        return locate(quote, self._article.text[sentence.start : sentence.end], near=near)

    def _at(self, sentence: Sentence, place: Place, how: Literal["exact", "folded", "fuzzy", "elsewhere"]) -> Evidence:
        text = self._article.text
        start, end = sentence.start + place.start, sentence.start + place.end
        return Evidence(
            article=self._article.id, sentence=text[sentence.start : sentence.end], char_start=sentence.start,
            char_end=sentence.end, span=text[start:end], span_start=start, span_end=end, located=how,
        )  # fmt: skip

    def _slots(
        self, item: AnyItem, evidence: tuple[Evidence, ...], window: Window, notes: list[str]
    ) -> Position | Act | Tie | View:
        """The statement without what follows from all of it: its id, its confidence and its note."""
        common: dict[str, Any] = {
            "id": "", "evidence": evidence, "attribution": self._source(item.at), "rule": self._rule,
            "negated": item.n, "polarity": "negative" if item.n else "positive",
            "modality": self._words_of(item.md, evidence[0]),
            "quoted": is_quoted(self._article.text, evidence[0].span_start, evidence[0].span_end),
        }  # fmt: skip
        if isinstance(item, PositionItem):
            return Position(
                **common, holder=self._needed(item.h), stance=item.st, doer=self._open(item.d, "doer", notes),
                action=item.x, recipient=self._open(item.to, "recipient", notes),
                condition=self._condition(item.c, window, notes), degree=item.g,
                deadline=self._day(item.by) or self._words_of(item.by, evidence[0]), issue=item.about,
            )  # fmt: skip
        if isinstance(item, ActItem):
            date = self._day(item.dt)
            return Act(
                **common, actor=self._needed(item.h), event=item.e, target=self._open(item.to, "target", notes),
                place=self._words_of(item.pl, evidence[0]), date=date, status=item.z,
                date_basis=self._date_basis(date, evidence),
            )  # fmt: skip
        if isinstance(item, TieItem):
            return Tie(
                **common, from_=self._needed(item.h), to=self._needed(item.to), relation=item.rel,
                time=self._words_of(item.tm, evidence[0]),
            )  # fmt: skip
        holder = tuple(dict.fromkeys(self._source(word) for word in item.h))
        about = self._open(item.on, "party it is about", notes)
        return View(**common, holder=holder, about_ids=about, proposition=item.x, motive=item.why)

    def _needed(self, words: Iterable[str]) -> tuple[str, ...]:
        """Parties that the statement is nothing without; all must be found."""
        found = {word: self._parties.resolve(word) for word in words}
        for word, party in found.items():
            if party is None:
                raise _Refusal(f'names "{word[:60]}", whom the article does not name', "party")
        return tuple(dict.fromkeys(party for party in found.values() if party))

    def _open(self, words: Iterable[str], slot: str, notes: list[str]) -> tuple[str, ...]:
        """Parties that may be left open; who is not found is left out, and that is noted."""
        found = {word: self._parties.resolve(word) for word in words}
        notes += [f'the {slot} "{w[:60]}" is not named in the article' for w, party in found.items() if party is None]
        return tuple(dict.fromkeys(party for party in found.values() if party))

    def _source(self, word: str) -> str:
        if word.casefold() in {"author", ""}:
            return "author"
        found = self._parties.source(word)
        if found is None:
            raise _Refusal(f'has it said by "{word[:60]}", whom the article does not name', "party")
        return found

    def _condition(self, item: ConditionItem | None, window: Window, notes: list[str]) -> Condition | None:
        if item is None:
            return None
        span = self._words_in(item.q, window)
        if item.q and span is None:
            notes.append("the words of its condition are not near")
        doer = self._open(item.d, "doer of the condition", notes)
        return Condition(type=item.t, doer=doer, action=item.x or span or "", span=span)

    def _words_in(self, words: str | None, window: Window) -> str | None:
        """The article's own form of *words*, where they stand in a sentence of *window*."""
        for sentence in window.sentences if words else ():
            place = self._locate(words or "", sentence)
            if isinstance(place, Place):
                return self._article.text[sentence.start + place.start : sentence.start + place.end]
        return None

    def _words_of(self, words: str | None, evidence: Evidence) -> str | None:
        """The same for the one sentence of *evidence*."""
        place = locate(words, evidence.sentence) if words else None
        return evidence.sentence[place.start : place.end] if isinstance(place, Place) else None

    @staticmethod
    def _day(words: str | None) -> str | None:
        """An ISO date of the calendar, or its beginning."""
        if not words or not _ISO.fullmatch(words):
            return None
        try:
            dt.date.fromisoformat(words + "-01-01"[len(words) - 4 :] if len(words) < 10 else words)
        except ValueError:
            return None
        return words

    def _date_basis(self, date: str | None, evidence: Sequence[Evidence]) -> str | None:
        """Where a date comes from, when a date in the sentences says the same."""
        near = [d for d in self._dates_in(evidence) if date and d.iso and (d.iso[:7] == date[:7])]
        return near[0].basis if near else None

    def _shown(self, window: Window) -> str:
        sentences = window.sentences
        return window.before + self._article.text[sentences[0].start : sentences[-1].end]

    def _mentions_in(self, place: Evidence) -> list[Mention]:
        """Mentions of parties in a sentence, with offsets into it."""
        start, end = place.char_start, place.char_end
        return [
            Mention(m.start - start, m.end - start, m.party, m.sort, m.person, m.part)
            for m in self._parties.mentions
            if start <= m.start and m.end <= end
        ]

    def _dates_in(self, evidence: Iterable[Evidence]) -> list[DateMention]:
        return [d for place in evidence for d in self._dates if place.char_start <= d.start and d.end <= place.char_end]


def _each_holder(item: AnyItem) -> list[AnyItem]:
    if isinstance(item, PositionItem):
        return [item.model_copy(update={"h": (holder,)}) for holder in dict.fromkeys(item.h)]
    return [item]
