"""What a change of the case does to its outcomes, as records that can be saved and shown."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.analysis import LayerName
from dragoman.case.changes import CaseChange
from dragoman.case.grounds import Hold

__all__ = ["Effects", "LayerEffect", "OutcomeEffect"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OutcomeEffect(_Record):
    """An outcome that holds in one of two cases and not, or not as firmly, in the other."""

    on: tuple[str, ...] = Field(description="options taken in it, of the case in which it holds (better)")
    differs: str = Field(description="what would have to be done from that case's status quo, in words")
    before: Hold = Field(description="how firmly it held")
    after: Hold = Field(description="how firmly it holds now")


class LayerEffect(_Record):
    """The effect under one choice of which preference lines count."""

    name: LayerName = Field(description="words, defaults or promises")
    status_quo: tuple[Hold, Hold] = Field(description="how firmly things as they stand held, and hold now")
    leavers: tuple[tuple[str, ...], tuple[str, ...]] = Field(
        description="parties that would have left the status quo for good, and that would now"
    )
    why: tuple[str, ...] = Field(default=(), description="why those leave that would not have before, a sentence each")
    counts: tuple[dict[Hold, int], dict[Hold, int]] = Field(
        description="how many outcomes held outright (nash) and at least by replies (seq), before and now"
    )
    better_for_all: tuple[int, int] = Field(
        description="how many outcomes no party liked less than now, before and now"
    )
    outcomes: tuple[OutcomeEffect, ...] = Field(
        default=(), description="those that changed, the firmest and nearest first"
    )
    more: int = Field(default=0, description="how many more changed than are listed")


class Effects(_Record):
    """What differs between two cases, and what that does to the outcomes."""

    title: str = Field(description="the later case's title")
    changes: tuple[CaseChange, ...] = Field(description="what differs, in words")
    unchanged: bool = Field(description="true where the same outcomes hold, as firmly, in every layer")
    layers: dict[LayerName, LayerEffect] = Field(description="the effect under each choice of preference lines")
    better_for: tuple[str, ...] = Field(
        default=(), description="parties that prefer things as they stand now to those before, by what they prefer now"
    )
    worse_for: tuple[str, ...] = Field(default=(), description="parties that prefer things as they stood before")
    compared: str = Field(description="how outcomes of the two cases were told apart")
