"""What outcomes rest on, as records: the statements without which they would not hold."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Ground", "Grounds", "Hold", "OutcomeGrounds"]

Hold = Literal["nash", "seq", "none"]
"""How firmly a state holds: nobody gains by moving alone; every gain is undone by others' own best replies; neither."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ground(_Record):
    """A statement that an outcome rests on: left out, the outcome no longer holds, or not as firmly."""

    statement: str = Field(description="the statement's id")
    quote: str = Field(description="its telling words")
    without: Hold = Field(description="how firmly the outcome holds without it")
    because: str = Field(description="who would then leave it, or what would be missing; one plain sentence")


class OutcomeGrounds(_Record):
    """What one outcome rests on."""

    outcome: str = Field(description='"Now", or the outcome\'s letter')
    on: tuple[str, ...] = Field(description="options taken in it")
    holds: Hold = Field(description="how firmly it holds with all statements")
    grounds: tuple[Ground, ...] = Field(
        description="statements that it rests on, each by itself; empty: on no single one"
    )


class Grounds(_Record):
    """For the status quo and each listed outcome that holds: the statements it rests on."""

    examined: int = Field(description="how many statements were left out, one at a time")
    method: str = Field(description="what was done for each statement, in a sentence")
    outcomes: tuple[OutcomeGrounds, ...] = Field(description="the status quo first, then outcomes by their letters")
