"""The score of one or several readers against gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import PurePath

import numpy as np
from pydantic import BaseModel, ConfigDict, Field

from dragoman.errors import CaseError
from dragoman.scoring.folding import Folding
from dragoman.scoring.intervals import Interval, difference, intervals
from dragoman.scoring.marked import Kind, Marked
from dragoman.scoring.matching import Matching, match
from dragoman.scoring.tally import COUNTS, Counts, measures, units

__all__ = ["KINDS", "ReaderScore", "Score", "Share", "Table", "score"]

KINDS: tuple[Kind, ...] = ("position", "act", "tie")
Matchings = Mapping[str, tuple[Matching, ...]]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Share(_Record):
    """A measure with the interval it may lie in."""

    value: float = Field(description="between 0 and 1")
    between: Interval | None = Field(default=None, description="where 95 of 100 draws lie; null where some have none")


class Table(_Record):
    """What one reader did on statements of one kind, or of all kinds scored."""

    kind: str = Field(description="position, act, tie, view or all")
    gold: int = Field(description="statements that had to be found")
    read: int = Field(description="statements read, without those that answer optional gold")
    right: int = Field(description="of these, statements that gold has")
    measures: dict[str, Share] = Field(
        description="precision, recall, f1, full_recall (all slots right), dates_right, events_right, where known"
    )
    apart: dict[str, Interval] = Field(
        default_factory=dict, description="between which values each measure lies above that of the first reader"
    )


class Tagged(_Record):
    """What a reader found of the statements under one tag."""

    tag: str = Field(description="a phenomenon, or the value of a slot")
    gold: int = Field(description="statements that had to be found")
    right: int = Field(description="statements found")
    full: int = Field(description="statements found with all slots right")


class ReaderScore(_Record):
    """One reader's tables."""

    reader: str = Field(description="the reader's name")
    tables: tuple[Table, ...] = Field(description="one for each kind, then all together")
    tags: tuple[Tagged, ...] = Field(default=(), description="what was found by tag; hardest first")
    elsewhere: int = Field(default=0, description="statements read in articles that gold does not speak of, left out")


class Score(_Record):
    """Readers side by side on the same gold."""

    articles: tuple[str, ...] = Field(description="articles that gold speaks of")
    drawn: str = Field(description="what intervals are drawn over: articles or sentences")
    readers: tuple[ReaderScore, ...] = Field(description="in the order given")


def score(
    gold: Sequence[Marked],
    readers: Mapping[str, Sequence[Marked]],
    *,
    kinds: Sequence[Kind] = KINDS,
    fold: Folding | None = None,
    by: str | None = None,
) -> tuple[Score, Matchings]:
    """Score what each of *readers* read against *gold*; also return the matchings, by reader.

    Only statements of *kinds* count. *by* says what gold is grouped by: its ``tags``, unless it names a slot that
    holds one word (``stance``, ``event``, ``status``, ``relation``, ``article``).

    Raises
    ------
    CaseError
        Where *gold* is empty.

    >>> place = {"article": "a", "char_start": 0, "char_end": 30, "kind": "tie", "relation": "ally", "from": "CHN"}
    >>> gold = [Marked.model_validate({**place, "to": "PRK"})]
    >>> found, _ = score(gold, {"rules": gold})
    >>> [(table.kind, table.gold, table.measures["f1"].value) for table in found.readers[0].tables if table.gold]
    [('tie', 1, 1.0), ('all', 1, 1.0)]
    """
    fold = fold or Folding()
    if not gold:
        raise CaseError("Gold holds no statement, so there is nothing to score against. Name a file with some.")
    articles = frozenset(one.article for one in gold)
    found: dict[str, tuple[Matching, ...]] = {}
    elsewhere: dict[str, int] = {}
    for name, read in readers.items():
        placed = [_placed(one, articles) for one in read if one.kind in kinds]
        elsewhere[name] = sum(one.article not in articles for one in placed)
        found[name] = match(gold, placed, fold, kinds=kinds)
    tables = {kind: _tables(kind, found) for kind in (*kinds, "all")}
    scores = [
        ReaderScore(
            reader=name,
            tables=tuple(tables[kind][n] for kind in tables),
            tags=_tagged(matchings, by or "tags"),
            elsewhere=elsewhere[name],
        )
        for n, (name, matchings) in enumerate(found.items())
    ]
    drawn = "articles" if len(articles) > 1 else "sentences"
    return Score(articles=tuple(sorted(articles)), drawn=drawn, readers=tuple(scores)), found


def _placed(read: Marked, articles: Collection[str]) -> Marked:
    """An article may be named by its file: ``talks.txt`` for ``talks``."""
    stem = PurePath(read.article).stem
    known = read.article in articles or stem not in articles
    return read if known else read.model_copy(update={"article": stem})


def _tables(kind: str, found: Matchings) -> list[Table]:
    """The tables of one kind, reader by reader, each with its distance from the first."""
    chosen = [[m for m in matchings if kind in {m.kind, "all"}] for matchings in found.values()]
    counts = units(chosen)
    return [_table(kind, one, apart=difference(counts[0], one) if n else {}) for n, one in enumerate(counts)]


def _table(kind: str, counts: Counts, apart: Mapping[str, Interval]) -> Table:
    total = counts.sum(axis=0)
    between = intervals(counts)
    shares = {
        name: Share(value=round(float(value), 3), between=between.get(name))
        for name, value in measures(total).items()
        if not np.isnan(value)
    }
    number = dict(zip(COUNTS, map(int, total), strict=True))
    return Table(
        kind=kind, gold=number["gold"], read=number["read"], right=number["right"], measures=shares, apart=dict(apart)
    )


def _tagged(matchings: Iterable[Matching], by: str) -> tuple[Tagged, ...]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for matching in matchings:
        for gold, right, full in (
            *((pair.gold, True, pair.agreement.full) for pair in matching.pairs if pair.gold.tier == "core"),
            *((gold, False, False) for gold in matching.missed),
        ):
            value = getattr(gold, by)
            for tag in value if isinstance(value, tuple) else [value] if value else []:
                counts[tag] = [one + more for one, more in zip(counts[tag], (1, right, full), strict=True)]
    made = (Tagged(tag=tag, gold=n[0], right=n[1], full=n[2]) for tag, n in counts.items())
    return tuple(sorted(made, key=lambda one: (one.right / one.gold, -one.gold, one.tag)))
