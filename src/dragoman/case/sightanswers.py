"""Answers on strength of preference and on misperception, as records that can be saved and shown."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.graph import Concept
from dragoman.graph.strength import GradedConcept

__all__ = ["Misperceptions", "Seen", "Strength", "Strengths", "Surprise"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Strength(_Record):
    """How strongly an outcome holds, and for whom only weakly."""

    outcome: str = Field(description='"Now", or the outcome\'s letter')
    on: tuple[str, ...] = Field(description="options taken in it")
    holds: dict[GradedConcept, Literal["strong", "weak", "none"]] = Field(
        description="for each concept whether it is a strong equilibrium, a weak one, or none"
    )
    weak_for: dict[GradedConcept, tuple[str, ...]] = Field(
        description="for each concept the ids of those who stay there, but only weakly"
    )


class Strengths(_Record):
    """Strong and weak stability (Hamouda, Kilgour and Hipel 2006), by the lines that the case calls strong."""

    lines: dict[str, int] = Field(description="party id to how many of its first lines are strong")
    strong: dict[GradedConcept, int] = Field(description="how many of all states are strong equilibria")
    weak: dict[GradedConcept, int] = Field(description="how many are weak ones")
    verdicts: tuple[Strength, ...] = Field(description="the status quo first, then the listed outcomes")


class Seen(_Record):
    """Where an outcome stands when everybody judges by what it sees."""

    outcome: str = Field(description='"Now", or the outcome\'s letter; empty where it is not listed')
    on: tuple[str, ...] = Field(description="options taken in it")
    holds: tuple[Concept, ...] = Field(description="concepts under which everybody would stay by its own view")
    leave: tuple[str, ...] = Field(description="ids of those who would leave it by their own view (SEQ)")
    expected_by: tuple[str, ...] = Field(description="ids of those who take it for an equilibrium (SEQ)")
    unforeseen_by: tuple[str, ...] = Field(description="ids of those who hold it to be impossible")


class Surprise(_Record):
    """A move from the status quo that somebody would make by its own view and others do not expect (SEQ)."""

    party: str = Field(description="id of the one who would move")
    does: str = Field(description="what it takes up and gives up, in words")
    to: tuple[str, ...] = Field(description="options taken in the state it leads to")
    unexpected_by: tuple[str, ...] = Field(description="ids of those who do not expect it")


class Misperceptions(_Record):
    """The hypergame: what holds though parties see the conflict otherwise than it is."""

    parties: tuple[str, ...] = Field(description="ids of those who do")
    counts: dict[Concept, int] = Field(description="how many of all states everybody would stay at by its own view")
    outcomes: tuple[Seen, ...] = Field(description="the status quo first, then the listed outcomes")
    lost: int = Field(description="how many states are equilibria (SEQ) as it is, but somebody would leave by its view")
    gained: int = Field(description="at how many everybody would stay by its own view (SEQ), but not as it is")
    further: tuple[Seen, ...] = Field(description="of those gained the least changed from now; not all where many")
    surprises: tuple[Surprise, ...] = Field(description="moves from the status quo that surprise; not all where many")
