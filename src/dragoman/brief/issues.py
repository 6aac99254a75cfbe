"""Issues on a scale: questions on which the parties have places."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from dragoman.brief.record import Ids, Record
from dragoman.case.case import Case
from dragoman.statements.statement import Statement

__all__ = ["IssueLine", "PlaceOnScale", "ScalePoint", "issues"]


class ScalePoint(Record):
    """What a number on the scale means."""

    at: float = Field(description="the number")
    means: str = Field(description="its meaning")


class PlaceOnScale(Record):
    """Where a party stands on an issue."""

    party: str = Field(description="party id")
    position: float = Field(description="place on the scale")
    salience: float | None = Field(description="how much it matters to the party, 0-100; None: not known")
    influence: float | None = Field(description="how much the party can move the outcome, 0-100; None: not known")
    note: str | None = Field(description="the case's remark")
    statements: Ids = Field(description="the statements it rests on")


class IssueLine(Record):
    """A question with a scale."""

    line: str = Field(description="the line's name in the page")
    name: str = Field(description="what the question is called")
    scale: tuple[ScalePoint, ...] = Field(description="what some numbers mean, lowest first")
    places: tuple[PlaceOnScale, ...] = Field(description="the parties' places, lowest first")


def issues(case: Case, known: Mapping[str, Statement]) -> tuple[IssueLine, ...]:
    """The case's issues in its order, the places on each from one end of the scale to the other."""
    return tuple(
        IssueLine(
            line=f"issue-{number}",
            name=name.replace("_", " "),
            scale=tuple(ScalePoint(at=at, means=means) for at, means in sorted(issue.scale.items())),
            places=tuple(
                PlaceOnScale(
                    party=party,
                    position=place.position,
                    salience=place.salience,
                    influence=place.influence,
                    note=place.note,
                    statements=tuple(dict.fromkeys(found for found in place.evidence if found in known)),
                )
                for party, place in sorted(issue.places.items(), key=lambda item: item[1].position)
            ),
        )
        for number, (name, issue) in enumerate(case.issues.items(), start=1)
    )
