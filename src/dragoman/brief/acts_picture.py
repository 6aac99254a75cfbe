"""The picture of acts: a lane for each party, a mark for each dated act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.calendar import read_date
from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.svg import tag
from dragoman.brief.timeline import ActLine

__all__ = ["acts_picture"]

_WIDTH: Final = 900
_COOPERATION = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
_HOLLOW = {"planned", "hypothetical", "denied"}
_LONGEST_SPELL: Final = 92
"""Acts known to no less than a span of more days than this are not drawn: they would fill the picture."""
_FEWEST: Final = 3
"""With fewer dated acts than this there is nothing to see."""


@dataclass(frozen=True)
class _Axis:
    """Days on the picture's width."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def x(self, day: dt.date) -> float:
        days = max(1, (self.last - self.first).days)
        return self.left + (self.right - self.left) * (day - self.first).days / days

    def ticks(self) -> Iterator[tuple[dt.date, str]]:
        """First days of months, or of years where there are more than thirty months."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = 12 if months > 30 else 3 if months > 12 else 1
        for count in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month):
            year, month = divmod(count, 12)
            day = dt.date(year, month + 1, 1)
            if count % step == 0 and self.first <= day and self.x(day) < self.right - 50:
                words = read_date(f"{year}-{month + 1:02}").words.split()
                yield day, words[1] if step == 12 else f"{words[0][:3]} {words[1]}"


def _window(days: Sequence[dt.date]) -> list[dt.date]:
    """Leave out early days that lie further from the rest than the rest is long, so that it can be seen."""
    kept = sorted(days)
    while len(kept) > 3 and (kept[1] - kept[0]).days > max(60, (kept[-1] - kept[1]).days):
        kept = kept[1:]
    return kept


def acts_picture(brief: Brief) -> Markup | None:
    """Draw dated acts in a lane for each party; None where too few can be placed in time."""
    placed = list(_placed(brief))
    if len(placed) < _FEWEST:
        return None
    axis, begin = _axis(brief, placed)
    lanes = _lanes(brief, [item for item in placed if item[0] >= begin], axis)
    if not lanes:
        return None
    height = lanes[-1].bottom + 30
    earlier = sum(first < begin for first, _, _ in placed)
    note = f" {earlier} earlier not drawn." if earlier else ""
    title = f"{sum(len(lane.points) for lane in lanes)} marks of acts in time, a lane for each party.{note}"
    return tag(
        "svg",
        tag("title", escape(title), id="acts-title"),
        *_ticks(axis, height),
        *(part for lane in lanes for part in lane.drawn(axis)),
        *_deadlines((day for day in _days(brief) if axis.first <= day <= axis.last), axis, height),
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="img",
        aria_labelledby="acts-title",
        class_="picture acts-picture",
    )


def _placed(brief: Brief) -> Iterator[tuple[dt.date, dt.date, ActLine]]:
    for act in brief.acts:
        found = read_date(act.date)
        if found.first and found.last and (found.last - found.first).days <= _LONGEST_SPELL:
            yield found.first, found.last, act


def _days(brief: Brief) -> list[dt.date]:
    found = (read_date(line.date) for line in brief.deadlines)
    return [date.first for date in found if date.precision == "day" and date.first]


def _axis(brief: Brief, placed: Sequence[tuple[dt.date, dt.date, ActLine]]) -> tuple[_Axis, dt.date]:
    """The axis, and the first day that is drawn: deadlines up to a year after the last act are on it."""
    kept = _window([first for first, _, _ in placed])
    near = [day for day in _days(brief) if (day - kept[-1]).days <= 366]
    end = max([last for _, last, _ in placed] + near)
    pad = max(4, (end - kept[0]).days // 25)
    first = dt.date.fromordinal(max(1, kept[0].toordinal() - pad))
    last = dt.date.fromordinal(min(dt.date.max.toordinal(), end.toordinal() + pad))
    return _Axis(first, last, 150.0, _WIDTH - 12.0), kept[0]


def _ticks(axis: _Axis, height: float) -> Iterator[Markup]:
    for day, words in axis.ticks():
        x = axis.x(day)
        yield tag("path", d=f"M{x:.1f} 6V{height - 22:.1f}", class_="grid")
        yield tag("text", escape(words), x=x + 3, y=height - 8, class_="tick")


def _deadlines(days: Iterable[dt.date], axis: _Axis, height: float) -> Iterator[Markup]:
    """A dashed line for each deadline; the word only where it does not run into the one before."""
    named = -100.0
    for day in sorted(set(days)):
        x = axis.x(day)
        yield tag("path", d=f"M{x:.1f} 6V{height - 22:.1f}", class_="deadline")
        if x - named > 60:
            yield tag("text", "deadline", x=x - 4, y=16.0, class_="deadline-name")
            named = x


@dataclass(frozen=True)
class _Lane:
    name: str
    colour: str
    top: float
    bottom: float
    points: tuple[tuple[float, float, float, ActLine], ...]

    def drawn(self, axis: _Axis) -> Iterator[Markup]:
        middle = (self.top + self.bottom) / 2
        yield tag("path", d=f"M{axis.left:.1f} {self.bottom:.1f}H{axis.right:.1f}", class_="lane")
        yield tag("text", escape(shortened(self.name, 19)), x=axis.left - 12, y=middle + 4, class_="lane-name")
        for x, to, y, act in self.points:
            if to - x > 14:
                yield tag("path", d=f"M{x:.1f} {y:.1f}H{to:.1f}", class_=f"spell {self.colour}")
            yield _point((x + to) / 2, y, act, self.colour)


def _point(x: float, y: float, act: ActLine, colour: str) -> Markup:
    hollow = " hollow" if act.status in _HOLLOW else ""
    tip = tag("title", escape(f"{act.when}: {act.says}"))
    if act.event in _COOPERATION:
        return tag("circle", tip, cx=x, cy=y, r="5.5", class_=f"act {colour}{hollow}")
    return tag("path", tip, d=f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z", class_=f"act {colour}{hollow}")


def _lanes(brief: Brief, placed: Sequence[tuple[dt.date, dt.date, ActLine]], axis: _Axis) -> list[_Lane]:
    lanes, top = [], 22.0
    for party in brief.parties:
        rows: list[float] = []
        points = []
        for first, last, act in placed:
            if not any(actor == party.id or actor.startswith(f"{party.id}:") for actor in act.actor):
                continue
            x, to = axis.x(first), axis.x(last)
            row = next((index for index, free in enumerate(rows) if x - free > 16), len(rows))
            rows[row:] = [*([to] if row < len(rows) else []), *rows[row + 1 :], *([to] if row == len(rows) else [])]
            points.append((x, to, top + 16 + row * 18, act))
        if points:
            bottom = top + 32 + max(0, len(rows) - 1) * 18
            lanes.append(_Lane(party.name, f"p{(party.number - 1) % 8 + 1}", top, bottom, tuple(points)))
            top = bottom
    return lanes
