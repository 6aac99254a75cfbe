"""Stands: which party is for or against what, as positions say it; and by windows of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.ledger.thesaurus import Thesaurus, load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.plain import listed
from dragoman.statements.statement import Position, Statement

__all__ = ["Every", "Stand", "Window", "stands", "windows"]

Every = Literal["week", "month", "year"]

_FOR: Final = frozenset({"support", "demand", "offer", "promise"})


@dataclass(frozen=True)
class Stand:
    """A party for or against a matter; ``day`` is that of the article, empty where unknown."""

    actor: str
    concept: str
    agrees: bool
    day: str = ""


@dataclass(frozen=True)
class Window:
    """The stands of a stretch of time, both days included."""

    since: dt.date
    until: dt.date
    stands: tuple[Stand, ...]


def stands(
    statements: Iterable[Statement], days: Mapping[str, str] | None = None, *, thesaurus: Thesaurus | None = None
) -> tuple[Stand, ...]:
    """Return the stands that positions take; *days* maps an article's id to its ISO date.

    A matter is a topic of the thesaurus and whose action it is: to demand that sanctions be lifted and to refuse to
    ease them are two sides of one. Without a topic it is the action's telling words; what is too vague to choose is
    left out. What people coded by hand keeps their concepts as they wrote them.
    """
    words = thesaurus or load_thesaurus()
    voices = Voices(words)
    taken: list[tuple[Position, _Matter]] = []
    for position in statements:
        matter = _matter(position, words, voices) if isinstance(position, Position) else None
        if isinstance(position, Position) and matter:
            taken.append((position, matter))
    named = _named(taken)
    found = [
        Stand(actor, named[matter.key], _agrees(position, matter), (days or {}).get(position.article, ""))
        for position, matter in taken
        for actor in voices.parties(position.holder)
    ]
    return tuple(sorted(found, key=lambda stand: (stand.day, stand.actor, stand.concept, stand.agrees)))


@dataclass(frozen=True)
class _Matter:
    """What a position is about: what makes it the same matter, what it is called, and which side its action is on."""

    key: tuple[str, ...]
    name: str
    sign: int


def _matter(position: Position, words: Thesaurus, voices: Voices) -> _Matter | None:
    if position.rule == "coded by hand":
        return _Matter(("coded", position.action), position.action, 1)
    meaning = words.meaning(position.deed)
    if meaning.topic is None and (meaning.vague or not meaning.content):
        return None
    doers = voices.parties(position.doer)
    what = words.topics[meaning.topic].noun if meaning.topic else position.deed
    name = f"{listed(voices.label(party) for party in doers)}: {what}" if doers else what
    said = (f"topic {meaning.topic}",) if meaning.topic else tuple(sorted(meaning.content))
    return _Matter((*sorted(doers), "does", *said), name, meaning.direction)


def _named(taken: Iterable[tuple[Position, _Matter]]) -> dict[tuple[str, ...], str]:
    """Call each matter by the shortest of its names."""
    names: dict[tuple[str, ...], str] = {}
    for _, matter in taken:
        names[matter.key] = min(names.get(matter.key, matter.name), matter.name, key=lambda name: (len(name), name))
    return names


def _agrees(position: Position, matter: _Matter) -> bool:
    stance = 1 if position.stance in _FOR else -1
    return matter.sign * stance * (1 if position.polarity == "positive" else -1) > 0


def windows(taken: Iterable[Stand], every: Every | int) -> Iterator[Window]:
    """Yield the stands window by window, from the first dated one: calendar weeks, months or years, or so many days.

    Windows without a stand are left out, and so are stands without a day.

    >>> said = [Stand("RUR", "talks", True, day) for day in ("2031-01-30", "2031-02-02", "2031-02-20")]
    >>> [(str(window.since), str(window.until), len(window.stands)) for window in windows(said, "month")]
    [('2031-01-01', '2031-01-31', 1), ('2031-02-01', '2031-02-28', 2)]
    """
    dated = sorted((dt.date.fromisoformat(stand.day), n, stand) for n, stand in enumerate(taken) if stand.day)
    if not dated:
        return
    first = dated[0][0]
    found: dict[tuple[dt.date, dt.date], list[Stand]] = {}
    for day, _, stand in dated:
        found.setdefault(_window(day, first, every), []).append(stand)
    for (since, until), inside in found.items():
        yield Window(since, until, tuple(inside))


def _window(day: dt.date, first: dt.date, every: Every | int) -> tuple[dt.date, dt.date]:
    one = dt.timedelta(days=1)
    if every == "week":
        since = day - dt.timedelta(days=day.weekday())
        return since, since + 6 * one
    if every == "month":
        since = day.replace(day=1)
        return since, (since + 31 * one).replace(day=1) - one
    if every == "year":
        return day.replace(month=1, day=1), day.replace(month=12, day=31)
    since = first + (day - first) // dt.timedelta(days=every) * dt.timedelta(days=every)
    return since, since + (every - 1) * one
