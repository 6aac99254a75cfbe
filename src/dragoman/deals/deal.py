"""Deals as records: states that every party needed for them prefers to the status quo, and what stands beside them."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.analysis import LayerName
from dragoman.case.case import Basis

__all__ = ["Blocked", "Broken", "Change", "Deal", "Deals", "Record", "Spoiler", "Way"]

Way = Literal["alone", "in_turn", "together"]
"""How a deal can come about: by one party's own move; by moves each of which gains its mover something; or only at
one table, by moves that nobody would make first."""


class Record(BaseModel):
    """What all records here are: frozen, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Change(Record):
    """An option that is otherwise than now."""

    party: str = Field(description="id of the party that controls it")
    option: str = Field(description="option id")
    taken: bool = Field(description="true where it is taken up, false where it is given up")


class Spoiler(Record):
    """A party outside a deal that would rather not have it, and what it could do."""

    party: str = Field(description="party id")
    turns_on: tuple[str, ...] = Field(description="options it would take up")
    turns_off: tuple[str, ...] = Field(description="options it would give up")
    turns_away: tuple[str, ...] = Field(description="parties that would then no longer prefer the deal to now")


class Broken(Record):
    """A line of a party's list that holds now and would not hold under a deal."""

    party: str = Field(description="party id")
    prefers: str = Field(description="logic over options")
    basis: Basis = Field(description="words, default, judgement or promise")
    evidence: tuple[str, ...] = Field(description="ids of the statements it rests on")
    text: str = Field(description="the line in words")


class Deal(Record):
    """A state that every party needed for it prefers to the status quo."""

    number: int = Field(description="its place in the list, from 1")
    on: tuple[str, ...] = Field(description="options taken in it, in the case's order")
    changes: tuple[Change, ...] = Field(description="what is otherwise than now")
    needs: tuple[str, ...] = Field(description="parties whose options change or that have a veto")
    gains: tuple[str, ...] = Field(description="parties that prefer it to the status quo")
    loses: tuple[str, ...] = Field(description="parties that prefer the status quo")
    equal: tuple[str, ...] = Field(description="parties that are indifferent")
    undominated: bool = Field(description="no other deal is better for some party that can act and worse for none")
    smallest: bool = Field(description="no part of its changes is a deal by itself")
    way: Way = Field(description="alone, in_turn or together: how it can come about")
    equilibrium: tuple[str, ...] = Field(description="concepts under which every party would stay: nash, gmr, smr, seq")
    leaves: tuple[str, ...] = Field(description="parties that would gain by leaving it alone, once there")
    spoilers: tuple[Spoiler, ...] = Field(description="losers that need not agree and could turn a needed party away")
    breaks: tuple[Broken, ...] = Field(description="stated lines that hold now and would not hold under it")


class Blocked(Record):
    """A state that would be a deal, were it not for one line of one party."""

    line: Broken = Field(description="the line, and whose it is")
    on: tuple[str, ...] = Field(description="options taken in the smallest state that it alone keeps from being a deal")
    changes: tuple[Change, ...] = Field(description="what is otherwise than now in it")
    gains: tuple[str, ...] = Field(description="parties that prefer it to now, the line left aside")
    loses: tuple[str, ...] = Field(description="parties that would rather have things as they are")
    count: int = Field(description="how many states the line alone keeps from being deals")


class Deals(Record):
    """What could be agreed; the same case gives the same bytes."""

    title: str = Field(description="the case's title")
    layer: LayerName = Field(description="which preference lines count")
    parties: tuple[str, ...] = Field(description="party ids, in the case's order")
    states: int = Field(description="feasible states, all examined")
    count: int = Field(description="how many of them are deals")
    undominated: int = Field(description="how many deals no other deal dominates")
    shown: int = Field(description="at most so many are listed")
    deals: tuple[Deal, ...] = Field(description="undominated first, then the smallest ones, then the rest")
    blocked: tuple[Blocked, ...] = Field(description="what single stated lines stand in the way of")
    remarks: tuple[str, ...] = Field(default=(), description="what to know before relying on it")
    method: str = Field(description="definitions and version used")
