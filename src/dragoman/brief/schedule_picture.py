"""The picture of a schedule: a lane for each party, its steps in order, and under each step its exposure as a bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup, escape

from dragoman.brief.agreements import ScheduleLine, StepLine
from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.svg import tag

__all__ = ["schedule_picture"]

_WIDTH: Final = 900
_LEFT, _RIGHT, _TOP = 160.0, 880.0, 26.0
_LANE, _BOX, _BAR = 84.0, 24.0, 40.0
_WIDEST: Final = 150.0
_MOST_STEPS: Final = 24


def schedule_picture(brief: Brief) -> Markup | None:
    """Draw the schedule of *brief*; None where there is none, or it has more steps than can be told apart.

    A box for each step of a party, as full as its part is done after it; below it a bar as long as a breakdown after
    the step would throw the party back, the longest bar for the greatest exposure of all.
    """
    order = brief.agreements.schedule if brief.agreements else None
    if order is None or not order.steps or len(order.steps) > _MOST_STEPS:
        return None
    parties = list(dict.fromkeys(change.party for change in order.changes))
    height = _TOP + _LANE * len(parties) + 26
    title = f"{len(order.steps)} steps in order, a lane for each party; bars downwards show exposure."
    return tag(
        "svg",
        tag("title", escape(title), id="schedule-title"),
        *_numbers(order, height),
        *(part for row, party in enumerate(parties) for part in _lane(brief, order, party, row)),
        viewBox=f"0 0 {_WIDTH} {height:.0f}",
        role="img",
        aria_labelledby="schedule-title",
        class_="picture schedule-picture",
    )


def _column(order: ScheduleLine) -> float:
    return min(_WIDEST, (_RIGHT - _LEFT) / len(order.steps))


def _numbers(order: ScheduleLine, height: float) -> Iterator[Markup]:
    wide = _column(order)
    for step in order.steps:
        x = _LEFT + wide * (step.number - 0.5)
        yield tag("text", escape(str(step.number)), x=x, y=height - 8, class_="mark")
    yield tag("text", "step", x=_LEFT - 12, y=height - 8, class_="lane-name")


def _lane(brief: Brief, order: ScheduleLine, party: str, row: int) -> Iterator[Markup]:
    top = _TOP + row * _LANE
    base = top + _BOX + 4
    colour = _colour(brief, party)
    name = shortened(brief.names.get(party, party), 20)
    most = max((much for step in order.steps for much in step.exposure.values()), default=0.0)
    yield tag("path", d=f"M{_LEFT:.1f} {base:.1f}H{_LEFT + _column(order) * len(order.steps):.1f}", class_="lane")
    yield tag("text", escape(name), x=_LEFT - 12, y=top + _BOX / 2 + 4, class_="lane-name")
    for step in order.steps:
        if party in step.parties:
            yield from _step(order, step, party, colour, top)
            yield from _bar(order, step, party, colour, base, most)


def _step(order: ScheduleLine, step: StepLine, party: str, colour: str, top: float) -> Iterator[Markup]:
    """A frame, filled from the left by how much of the party's part is done."""
    wide = _column(order) - 8
    x = _LEFT + _column(order) * (step.number - 1) + 4
    tip = tag("title", escape(f"Step {step.number}: {step.moves.get(party, '')}"))
    yield tag("rect", tip, x=x, y=top, width=wide, height=_BOX, rx="3", class_=f"act hollow {colour}")
    done = max(1.0, wide * step.done.get(party, 0.0))
    yield tag("rect", x=x, y=top, width=done, height=_BOX, rx="3", class_=f"part {colour}")


def _bar(order: ScheduleLine, step: StepLine, party: str, colour: str, base: float, most: float) -> Iterator[Markup]:
    much = step.exposure.get(party, 0.0)
    if much <= 0:
        return
    wide = min(26.0, _column(order) / 2)
    x = _LEFT + _column(order) * (step.number - 0.5) - wide / 2
    tip = tag("title", escape(f"Exposure after step {step.number}: {much:.3g}"))
    yield tag("rect", tip, x=x, y=base, width=wide, height=max(1.5, _BAR * much / most), class_=f"act {colour}")


def _colour(brief: Brief, party: str) -> str:
    number = next((line.number for line in brief.parties if line.id == party), None)
    return f"p{(number - 1) % 8 + 1}" if number else "p0"
