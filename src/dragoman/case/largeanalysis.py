"""The analysis of a case with more options than can be enumerated, as a record that can be saved and shown."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.analysis import LayerName
from dragoman.case.judged import Judged

__all__ = ["LargeAnalysis", "LargeLayer", "LargeOutcome"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class LargeOutcome(_Record):
    """A state that matters, and how it compares with the status quo."""

    on: tuple[str, ...] = Field(description="options taken (yes) in it, in the case's order")
    nash: bool = Field(description="whether no party gains by leaving it alone")
    better_for: tuple[str, ...] = Field(default=(), description="parties that prefer it to the status quo")
    worse_for: tuple[str, ...] = Field(default=(), description="parties that prefer the status quo")
    equal_for: tuple[str, ...] = Field(default=(), description="parties indifferent between it and the status quo")


class LargeLayer(_Record):
    """What is counted under one choice of which preference lines count."""

    lines: dict[str, int] = Field(description="party id to how many preference lines counted")
    nash: int = Field(description="at how many states no party gains by leaving alone; exact")
    leave: tuple[str, ...] = Field(description="parties that would gain by leaving the status quo alone")


class LargeAnalysis(_Record):
    """What decision diagrams say of a case, with defaults unless said otherwise; the same case gives the same bytes."""

    title: str = Field(description="the case's title")
    parties: tuple[str, ...] = Field(description="party ids, in the case's order")
    options: tuple[str, ...] = Field(description="option ids, in the case's order")
    combinations: int = Field(description="all combinations of options")
    states: int = Field(description="feasible ones; exact, though not enumerated")
    shown: int = Field(description="at most so many outcomes are listed in each list; counts are over all")
    layers: dict[LayerName, LargeLayer] = Field(description="counts under each choice of preference lines")
    verdicts: tuple[Judged, ...] = Field(description="the status quo first, then what was asked about")
    outcomes: tuple[LargeOutcome, ...] = Field(description="Nash equilibria, the least changed from now first")
    better: int = Field(description="how many states no party likes less than the status quo and some like more; exact")
    better_for_all: tuple[LargeOutcome, ...] = Field(description="of these the least changed from now")
    not_computed: tuple[str, ...] = Field(description="what would take enumeration and is not known here")
    method: str = Field(description="definitions, conventions and version used")
    warnings: tuple[str, ...] = Field(default=(), description="what a reader should know before relying on it")
