"""The case: a conflict model that a person can write, read aloud and correct, with the evidence for each line."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.notebook import case_html, case_rows, frames

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Case",
    "Deadline",
    "ImaginedOption",
    "Infeasible",
    "Issue",
    "IssuePlace",
    "LeftOut",
    "Misperception",
    "Option",
    "Party",
    "Preference",
    "StandingTie",
    "Worth",
]

Basis = Literal["words", "default", "judgement", "promise"]
"""Where a line comes from: the articles' words; a default of the drafting; a person's judgement; a promise
("Y if X") that a party made, which is no taste of its own and can be switched off."""


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    evidence: tuple[str, ...] = Field(default=(), description="ids of the statements it rests on")
    note: str | None = Field(default=None, description="free remark, shown in the brief")


class Party(_Line):
    """A decision maker of the case."""

    name: str = Field(description="what it is called on screen")
    persons: tuple[str, ...] = Field(default=(), description="who speaks or acts for it in the articles")


class Option(_Line):
    """A yes/no move that one party controls."""

    party: str = Field(description="id of the party that controls it")
    does: str = Field(description="the move, a verb phrase: lift all or most sanctions")
    one_way: bool = Field(default=False, description="true where a yes cannot be taken back")
    divisible: bool = Field(default=False, description="true where it can be carried out in parts")
    carries: tuple[str, ...] = Field(default=(), description="parties between whom it carries offers (a go-between)")
    holds: tuple[str, ...] = Field(default=(), description="options of which it holds what is handed over in escrow")
    verifies: tuple[str, ...] = Field(default=(), description="options of which it makes a breach visible and undone")
    basis: Basis = Field(default="words", description="where it comes from")


class Infeasible(_Line):
    """A combination of options that cannot be."""

    when: str = Field(description="logic over options: full_relief and partial_relief")
    why: str = Field(default="", description="the reason, in a few words")


class Preference(_Line):
    """One line of a party's prioritised list: what it would rather have true than false."""

    prefers: str = Field(description="logic over options: not relief unless disarms")
    basis: Basis = Field(default="words", description="words, default, judgement or promise")
    strong: bool = Field(
        default=False, description="true where it matters greatly; strong lines stand above all the others"
    )
    since: dt.date | None = Field(default=None, description="the first day it holds; left out: it holds already")
    until: dt.date | None = Field(default=None, description="the last day it holds; left out: for good")


class ImaginedOption(_Line):
    """An option that somebody takes to be there, and that is not."""

    party: str = Field(description="id of the party that is taken to control it")
    does: str = Field(description="the move, a verb phrase")
    one_way: bool = Field(default=False, description="true where a yes could not be taken back")


class Misperception(_Line):
    """How a party sees the conflict otherwise than it is; what is left out it sees as it is."""

    unseen: tuple[str, ...] = Field(default=(), description="options of others that it does not see")
    imagined: dict[str, ImaginedOption] = Field(
        default_factory=dict, description="option id to an option that it takes to be there"
    )
    infeasible: tuple[Infeasible, ...] = Field(
        default=(), description="combinations that it takes to be impossible, beside those that are"
    )
    preferences: dict[str, tuple[Preference, ...]] = Field(
        default_factory=dict, description="party id to the list that it takes that party to have, in place of its own"
    )


class Worth(_Line):
    """What an option is worth to a party: done in full, against not done; any unit, the same throughout the party."""

    whole: float = Field(allow_inf_nan=False, description="worth of the whole; below 0 where it costs the party")
    parts: tuple[Annotated[float, Field(allow_inf_nan=False)], ...] = Field(
        default=(), description="worth after each of so many equal parts, the last the whole; left out: in proportion"
    )


class IssuePlace(_Line):
    """Where a party stands on an issue's scale."""

    position: float = Field(description="place on the scale")
    salience: float | None = Field(default=None, ge=0, le=100, description="how much it matters to the party, 0-100")
    influence: float | None = Field(default=None, ge=0, le=100, description="how much it can move the outcome, 0-100")


class Issue(_Line):
    """A question with a scale on which parties have places."""

    scale: dict[float, str] = Field(description="what some numbers of the scale mean; at least its two ends")
    status_quo: float | None = Field(
        default=None, allow_inf_nan=False, description="how things stand now, as a place on the scale"
    )
    places: dict[str, IssuePlace] = Field(default_factory=dict, description="party id to its place")


class StandingTie(_Line):
    """A standing relation between two parties."""

    from_: str = Field(alias="from", serialization_alias="from", description="party id")
    to: str = Field(description="party id")
    relation: str = Field(description="ally, rival, sanctions, ...: the relations of a tie")


class Deadline(_Line):
    """A date by which somebody wants something."""

    date: str = Field(description="ISO date, or words")
    by: tuple[str, ...] = Field(default=(), description="who set it")
    on: tuple[str, ...] = Field(default=(), description="who is to act")
    about: str = Field(description="what is to be done")


class LeftOut(_Line):
    """Something that was read but is no part of the model, and why."""

    what: str = Field(description="the action or party")
    why: str = Field(description="the reason")


class Case(BaseModel):
    """Parties, options, what cannot be, what each party prefers, and how things stand now.

    A preference list runs from most to least important: a state that makes the first line true is
    preferred to any that does not, whatever the later lines say, and so on down (option prioritisation:
    Hipel et al. 1997; Peng 1999).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(description="what the negotiation is called")
    summary: str | None = Field(default=None, description="what it is about, in a paragraph")
    as_of: dt.date | None = Field(default=None, description="the day the status quo describes")
    parties: dict[str, Party] = Field(description="party id to party; the order is kept throughout")
    options: dict[str, Option] = Field(description="option id to option; ids are what logic is written in")
    infeasible: tuple[Infeasible, ...] = Field(default=(), description="combinations that cannot be")
    status_quo: tuple[str, ...] = Field(
        default=(), description="the options that are now taken (yes); all others are no"
    )
    preferences: dict[str, tuple[Preference, ...]] = Field(
        default_factory=dict, description="party id to its list, most important first"
    )
    misperceptions: dict[str, Misperception] = Field(
        default_factory=dict, description="party id to how it sees the conflict otherwise than it is"
    )
    worths: dict[str, dict[str, Worth]] = Field(
        default_factory=dict, description="party id to option id to what the option is worth to the party"
    )
    vetoes: tuple[str, ...] = Field(
        default=(), description="parties that every deal needs, whether or not they act in it"
    )
    issues: dict[str, Issue] = Field(default_factory=dict, description="questions with a scale")
    ties: tuple[StandingTie, ...] = Field(default=(), description="standing relations")
    deadlines: tuple[Deadline, ...] = Field(default=(), description="dates that somebody set")
    left_out: tuple[LeftOut, ...] = Field(default=(), description="what was read but is not modelled, with the reason")

    def _repr_html_(self) -> str:
        """Show the case in a notebook."""
        return case_html(self)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Return parties, options, preferences and deadlines as data frames, by name."""
        return frames(case_rows(self))
