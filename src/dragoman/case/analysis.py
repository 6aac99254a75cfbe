"""The analysis: what the graph model says of a case, as a record that can be saved and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer

from dragoman.case.answers import Answers
from dragoman.case.grounds import Hold
from dragoman.case.notebook import analysis_html, analysis_rows, frames

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Analysis", "Departure", "Layer", "LayerName", "Outcome"]

LayerName = Literal["words", "defaults", "promises"]
"""Which preference lines count: the words alone; those, defaults and judgements; all of these and promises."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Departure(_Record):
    """A unilateral improvement: who would leave a state, for which, and whether the others can answer it."""

    party: str = Field(description="party id")
    turns_on: tuple[str, ...] = Field(description="options it would take up")
    turns_off: tuple[str, ...] = Field(description="options it would give up")
    to: tuple[str, ...] = Field(description="options taken in the state it leads to")
    answered_by: tuple[str, ...] = Field(
        default=(), description="parties whose improving replies (SEQ) put it back; empty: nobody can"
    )
    answer: tuple[str, ...] | None = Field(
        default=None, description="options taken in the state that deters it (SEQ), if any does"
    )
    reason: str = Field(description="one plain sentence")


class Outcome(_Record):
    """A state that matters: an equilibrium, the status quo, or one that every party prefers to it."""

    on: tuple[str, ...] = Field(description="options taken (yes) in it, in the case's order")
    equilibrium: tuple[str, ...] = Field(
        default=(), description="concepts under which every party is stable there: nash, gmr, smr, seq"
    )
    stable_for: dict[str, tuple[str, ...]] = Field(
        description="party id to the concepts under which it is stable there"
    )
    better_for: tuple[str, ...] = Field(default=(), description="parties that prefer it to the status quo")
    worse_for: tuple[str, ...] = Field(default=(), description="parties that prefer the status quo")
    equal_for: tuple[str, ...] = Field(default=(), description="parties indifferent between it and the status quo")
    departures: tuple[Departure, ...] = Field(
        default=(), description="unilateral improvements from it, by party; not all where there are many"
    )
    reachable_alone: tuple[str, ...] = Field(
        default=(), description="parties that could get there from the status quo in one move of their own"
    )
    under: dict[LayerName, Hold] = Field(
        default_factory=dict,
        description="how firmly it holds under each choice of preference lines: nash, seq or none; not for all listed",
    )


class Layer(_Record):
    """The results under one choice of which preference lines count."""

    name: LayerName = Field(description="words, defaults or promises")
    lines: dict[str, int] = Field(description="party id to how many preference lines counted")
    counts: dict[str, int] = Field(description="concept to how many states are equilibria under it")
    status_quo: Outcome = Field(description="how things stand now, and who would leave it")
    outcomes: tuple[Outcome, ...] = Field(
        description="equilibria, strongest first; at most the limit stated in the analysis"
    )
    better_for_all: tuple[Outcome, ...] = Field(
        description="states that no party likes less than the status quo and some like more; undominated first"
    )


class Analysis(_Record):
    """What the graph model says of a case; the same case gives the same bytes."""

    title: str = Field(description="the case's title")
    parties: tuple[str, ...] = Field(description="party ids, in the case's order")
    options: tuple[str, ...] = Field(description="option ids, in the case's order")
    combinations: int = Field(description="all combinations of options")
    states: int = Field(description="feasible ones, all examined")
    shown: int = Field(description="at most so many outcomes are listed in each list; counts are over all")
    layers: dict[LayerName, Layer] = Field(description="the results under each choice of preference lines")
    what_decides: tuple[str, ...] = Field(default=(), description="where the layers part, in plain sentences")
    method: str = Field(description="definitions, conventions and version used")
    warnings: tuple[str, ...] = Field(default=(), description="what a reader should know before relying on it")
    answers: Answers | None = Field(
        default=None, description="answers to what was asked beyond this; left out where nothing was"
    )

    @model_serializer(mode="wrap")
    def _without_empty_answers(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        fields: dict[str, Any] = write(self)
        if fields.get("answers") is None:
            fields.pop("answers", None)
        return fields

    def _repr_html_(self) -> str:
        """Show the analysis in a notebook."""
        return analysis_html(self)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Return the outcomes and the departures from the status quo as data frames, by name."""
        return frames(analysis_rows(self))
