"""Schedules as records: orders of steps from the status quo to a deal, with what each step risks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from dragoman.case.analysis import LayerName
from dragoman.deals.deal import Change, Record

__all__ = ["Between", "Kind", "Move", "Need", "Plan", "Range", "Ranges", "Schedule", "Step"]

Kind = Literal["best", "best_in_turn", "at_once", "one_side_first", "pieces"]
"""How a schedule was made: the one that needs least, steps taken together included; the one that needs least of those
by one party at a time; all at once; one side first, then the others; piece by piece in equal rounds."""


class Move(Record):
    """How far a step carries an option."""

    party: str = Field(description="party id")
    option: str = Field(description="option id")
    taken: bool = Field(description="true where the deal takes the option up, false where it gives it up")
    before: float = Field(description="share done before the step, 0 to 1")
    after: float = Field(description="share done after it, 0 to 1")


class Step(Record):
    """A step of one party, or of several at once, and what it risks."""

    number: int = Field(description="its place, from 1")
    parties: tuple[str, ...] = Field(description="who takes it")
    moves: tuple[Move, ...] = Field(description="what it carries how far")
    exposure: dict[str, float] = Field(
        description="party that steps to how far it would fall below the status quo if all broke down after its step"
    )
    trust: dict[str, float | None] = Field(
        description="party that steps to the least belief in the deal at which it does; null: none is enough"
    )
    missing: dict[str, float] = Field(
        description="party that steps, where no belief is enough, to how much a guarantee would have to add"
    )
    temptation: dict[str, float] = Field(
        description="party to what it would gain by breaking off after the step; 0 left out"
    )
    holding_back: dict[str, float] = Field(
        description="in a step taken together, party to what it would gain by not doing its part; 0 left out"
    )
    breaks_to: dict[str, float] = Field(
        description="if all broke down after the step: option to the share of it still done; 0 left out"
    )
    order_matters: bool = Field(
        description="whether what is left depends on who retreats first; then the worst for each is taken"
    )


class Range(Record):
    """The least and the most of a figure over many weights; null: no bound."""

    least: float | None = Field(description="the least")
    most: float | None = Field(description="the most")


class Ranges(Record):
    """How far figures depend on what the lines of the lists weigh."""

    guarantee: Range = Field(description="guarantee needed")
    trust: Range = Field(description="greatest trust required")
    exposure: Range = Field(description="greatest exposure")
    self_enforcing: float = Field(description="share of the weights under which no guarantee is needed, 0 to 1")
    least_demanding: float = Field(description="share of the weights under which no listed schedule needs less, 0 to 1")


class Plan(Record):
    """A schedule: its steps, and the most that any of them risks."""

    kind: Kind = Field(description="how it was made")
    title: str = Field(description="what it is called")
    pieces: int = Field(description="into how many steps divided options were divided")
    steps: tuple[Step, ...] = Field(description="the steps in order")
    guarantee: float = Field(description="largest temptation on the way, the deal included; 0: self-enforcing")
    guarantee_against: str | None = Field(description="the party that is tempted most; null: nobody is")
    guarantee_after: int | None = Field(description="the step after which, or in which, it is; null: nobody is")
    trust: float | None = Field(description="greatest trust required; null: at some step none is enough")
    trust_of: str | None = Field(description="the party of whom it is required; null: none is")
    exposure: float = Field(description="greatest exposure")
    exposure_of: str | None = Field(description="the party that is exposed most; null: nobody is")
    ranges: Ranges | None = Field(default=None, description="over other weights that fit the lists; null: none tried")


class Need(Record):
    """What the least demanding schedule comes to."""

    guarantee: float = Field(description="guarantee needed")
    trust: float | None = Field(description="greatest trust required; null: at some step none is enough")
    exposure: float = Field(description="greatest exposure")
    steps: int = Field(description="how many steps it takes")


class Between(Record):
    """A go-between's option of the case, and what it does to the figures."""

    option: str = Field(description="option id")
    party: str = Field(description="id of the party that controls it")
    willing: bool | None = Field(description="whether that party likes the deal no less with it; null: not comparable")
    without: Need = Field(description="the least any schedule needs without it")
    beside: Need = Field(description="the least any schedule needs with it")
    text: str = Field(description="this in words")


class Schedule(Record):
    """Schedules that lead to a deal, set side by side; the same case and settings give the same bytes."""

    title: str = Field(description="the case's title")
    layer: LayerName = Field(description="which preference lines count")
    on: tuple[str, ...] = Field(description="options taken in the deal")
    changes: tuple[Change, ...] = Field(description="what the deal changes")
    parties: tuple[str, ...] = Field(description="parties that the deal needs")
    measure: Literal["worth", "gain"] = Field(
        description="what exposure, temptation and guarantee are measured in: the unit of the given worths, or what "
        "the deal brings the party concerned"
    )
    divided: dict[str, int] = Field(description="option to the steps it is divided into, where more than one")
    one_way: tuple[str, ...] = Field(description="options of the deal whose steps cannot be taken back")
    places: int = Field(description="half-way states searched for the schedule that needs least")
    together: bool = Field(description="whether steps by several parties at once were searched")
    plans: tuple[Plan, ...] = Field(description="the schedule that needs least first, then those it is compared with")
    between: tuple[Between, ...] = Field(default=(), description="what go-betweens’ options of the case would do")
    draws: int = Field(description="how many other weights were tried")
    seed: int = Field(description="what the draws start from")
    sentences: tuple[str, ...] = Field(description="what the figures say, in words")
    remarks: tuple[str, ...] = Field(default=(), description="what to know before relying on it")
    method: str = Field(description="definitions and version used")

    @property
    def best(self) -> Plan:
        """The schedule that needs least."""
        return self.plans[0]
