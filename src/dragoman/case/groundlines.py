"""What outcomes rest on, in lines of plain text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.case.grounds import Ground, Grounds
from dragoman.plain import listed

__all__ = ["grounds_told"]

_SHOWN: Final = 12


def grounds_told(found: Grounds) -> Iterator[str]:
    """Yield the statements that outcomes rest on, with their words; then what rests on none, and the method."""
    resting: dict[str, list[str]] = defaultdict(list)
    firm: list[str] = []
    first: dict[str, Ground] = {}
    for outcome in found.outcomes:
        label = outcome.outcome
        for ground in outcome.grounds:
            resting[ground.statement].append(label)
            first.setdefault(ground.statement, ground)
        if outcome.holds != "none" and not outcome.grounds:
            firm.append(label)
    for statement, labels in list(resting.items())[:_SHOWN]:
        verb = "rests" if len(labels) == 1 else "rest"
        ground = first[statement]
        yield f"{_called(labels)} {verb} on “{ground.quote}” [{statement}]. {ground.because}"
    if len(resting) > _SHOWN:
        yield f"And {len(resting) - _SHOWN} more statements on which an outcome rests."
    if firm:
        held = "rests on no single statement: it holds" if len(firm) == 1 else "rest on no single statement: each holds"
        yield f"{_called(firm)} {held} as firmly whichever one is left out."
    yield f"{found.examined} statements were tried. {found.method}"


def _called(labels: Sequence[str]) -> str:
    """Name outcomes at the beginning of a sentence: the status quo and outcomes A and B."""
    letters = [label for label in labels if label != "Now"]
    told = ["the status quo"] if "Now" in labels else []
    told += [f"outcome{'s' if len(letters) > 1 else ''} {listed(letters)}"] if letters else []
    text = " and ".join(told)
    return text[:1].upper() + text[1:]
