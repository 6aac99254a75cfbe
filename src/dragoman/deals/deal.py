"""Deals as records: states that every party needed for them prefers to the status quo, and what stands beside them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.analysis import LayerName
from dragoman.case.case import Basis

__all__ = [
    "Bargain", "Blocked", "Broken", "Change", "Deal", "Deals", "Exchange", "Gift", "Missing", "Point", "Record",
    "Remedy", "Spoiler", "Turn", "Way", "Zone",
]  # fmt: skip

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


class Point(Record):
    """A deal and what it brings the players, in the units of their worths."""

    name: str = Field(description="Nash, Kalai-Smorodinsky, egalitarian, or frontier")
    on: tuple[str, ...] = Field(description="options taken in it")
    changes: tuple[Change, ...] = Field(description="what is otherwise than now")
    gains: dict[str, float] = Field(description="player to its gain over the status quo")


class Gift(Record):
    """One option of an exchange."""

    change: Change = Field(description="the option, and whether it is taken up or given up")
    costs: float = Field(description="what it costs the one who does it")
    brings: float = Field(description="what it brings the other")


class Exchange(Record):
    """Two or three options by which two players help each other."""

    parties: tuple[str, ...] = Field(description="the two")
    gifts: tuple[Gift, ...] = Field(description="what each does")
    gains: dict[str, float] = Field(description="party to its gain over the status quo")


class Bargain(Record):
    """Solutions of the bargaining problem among the parties with given worths."""

    players: tuple[str, ...] = Field(description="parties with given worths that control an option")
    open: int = Field(description="deals under which no player loses and some player gains")
    points: tuple[Point, ...] = Field(description="what each solution chooses")
    frontier: tuple[Point, ...] = Field(description="deals that no other betters for the players; not all where many")
    exchanges: tuple[Exchange, ...] = Field(description="small exchanges, by the product of the gains; not all")


class Zone(Record):
    """What can be agreed where options are carried out in part."""

    players: tuple[str, ...] = Field(description="parties with given worths that control an option")
    most: dict[str, float] = Field(description="player to the most it can gain while no player loses")
    shares: dict[str, float] = Field(description="option to its share in the fairest agreement, 0 to 1")
    gains: dict[str, float] = Field(description="player to what the fairest agreement brings it")
    divisible: tuple[str, ...] = Field(description="options that can be carried out in part")


class Turn(Record):
    """What is otherwise from a date on which preferences end or begin."""

    date: dt.date = Field(description="the first day on which they are otherwise")
    ends: dict[str, tuple[str, ...]] = Field(description="party to its lines that end, in words")
    begins: dict[str, tuple[str, ...]] = Field(description="party to its lines that begin, in words")
    before: tuple[str, ...] = Field(description="concepts by which the status quo is an equilibrium the day before")
    after: tuple[str, ...] = Field(description="concepts by which it is one from then on")
    leaves: tuple[str, ...] = Field(description="parties that would then gain by leaving it alone")
    falls: tuple[tuple[str, ...], ...] = Field(description="states that no longer hold outright; not all where many")
    rises: tuple[tuple[str, ...], ...] = Field(description="states that then hold outright; not all where many")
    held: int = Field(description="how many states held outright the day before")
    holding: int = Field(description="how many hold outright from then on")
    deals_before: int = Field(description="how many states were deals the day before")
    deals_after: int = Field(description="how many are deals from then on")
    deals_kept: int = Field(description="how many are deals both before and after")
    sentences: tuple[str, ...] = Field(description="this in words")


class Remedy(Record):
    """A change that would make a deal hold outright; confirmed on the model so changed."""

    kind: Literal["priority", "payment", "one_way", "reversible", "third_party"] = Field(description="what is changed")
    party: str = Field(description="whose list, option or due it is")
    text: str = Field(description="the change in words")


class Missing(Record):
    """What is missing for a deal to hold outright: nobody gains by leaving it alone."""

    on: tuple[str, ...] = Field(description="options taken in the deal")
    leaves: tuple[str, ...] = Field(description="parties that would gain by leaving it; empty: nothing is missing")
    remedies: tuple[Remedy, ...] = Field(description="single changes that do; empty: none that was tried does")
    tried_edits: bool = Field(description="whether edits of lists were tried; false where there are too many states")


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
    bargain: Bargain | None = Field(default=None, description="bargaining solutions; null: fewer than two have worths")
    zone: Zone | None = Field(default=None, description="agreement in parts; null: no worths, or nothing is divisible")
    missing: Missing | None = Field(default=None, description="what the first joint deal lacks; null: not asked")
    turns: tuple[Turn, ...] = Field(default=(), description="what dates change on which preferences end or begin")
    remarks: tuple[str, ...] = Field(default=(), description="what to know before relying on it")
    method: str = Field(description="definitions and version used")
