"""Answers to further questions about a case, as records that can be saved and shown."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Answers", "Coalitions", "JointMove", "Likelihood", "ListChange", "Reason", "Share", "Step", "Way", "Wish"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Step(_Record):
    """One move of one party."""

    party: str = Field(description="party id")
    does: str = Field(description="what it takes up and gives up, in words")
    to: tuple[str, ...] = Field(description="options taken in the state it leads to")


class Reason(_Record):
    """Why a party stays at the status quo, or leaves it."""

    party: str = Field(description="party id")
    text: str = Field(description="one plain sentence")


class JointMove(_Record):
    """A state that several parties can reach together and each of them prefers, though none could get there alone."""

    parties: tuple[str, ...] = Field(description="ids of those who move")
    to: tuple[str, ...] = Field(description="options taken in it")
    steps: tuple[Step, ...] = Field(description="a shortest sequence of their moves to it")


class Way(_Record):
    """A shortest sequence of moves from the status quo to a listed outcome."""

    outcome: str = Field(description="the outcome's letter, as in the brief")
    to: tuple[str, ...] = Field(description="options taken in it")
    steps: tuple[Step, ...] | None = Field(description="the moves; null where there is no way")


class Coalitions(_Record):
    """What parties could bring about together from the status quo."""

    joint: tuple[JointMove, ...] = Field(description="joint improvements, fewest movers first; not all where many")
    more: bool = Field(description="whether there are more than are listed")
    named: tuple[str, ...] = Field(default=(), description="the coalition asked about, if one was")
    reaches: tuple[Way, ...] = Field(default=(), description="outcomes better for all that it can bring about")


class Share(_Record):
    """In what share of the plausible preference orders an outcome is an equilibrium."""

    outcome: str = Field(description='"Now", or the outcome\'s letter')
    on: tuple[str, ...] = Field(description="options taken in it")
    nash: float = Field(description="share in which no party gains by moving alone, 0 to 1")
    seq: float = Field(description="share in which every gain is undone by others' own best replies, 0 to 1")


class Likelihood(_Record):
    """How far the outcomes depend on the order of the preference lines."""

    assumption: str = Field(description="which orders count as plausible, and how likely each is")
    examined: int = Field(description="how many combinations of lists were examined")
    exact: bool = Field(description="whether these are all there are; else they were drawn")
    seed: int = Field(description="what the draws start from")
    shares: tuple[Share, ...] = Field(description="the status quo first, then the listed outcomes")


class ListChange(_Record):
    """An edit of one party's list that makes the wished outcome an equilibrium (SEQ)."""

    party: str = Field(description="party id")
    edit: str = Field(description="the edit in words; lines count from 1, the most important")


class Wish(_Record):
    """What one party's list would have to say for an outcome to hold."""

    on: tuple[str, ...] = Field(description="options taken in the wished outcome")
    holds: bool = Field(description="whether it is an equilibrium (SEQ) already")
    unstable_for: tuple[str, ...] = Field(description="parties that would leave it as the lists are")
    changes: tuple[ListChange, ...] = Field(description="single edits of one list that do; empty: none does")


class Answers(_Record):
    """Answers to what was asked beyond the analysis; null where it was not asked. With defaults and judgements."""

    reasons: tuple[Reason, ...] | None = Field(default=None, description="why each party stays or leaves (SEQ)")
    coalitions: Coalitions | None = Field(default=None, description="what parties could bring about together")
    paths: tuple[Way, ...] | None = Field(default=None, description="improving ways from now to the listed equilibria")
    likelihood: Likelihood | None = Field(default=None, description="how firm the outcomes are")
    wish: Wish | None = Field(default=None, description="what would make a wished outcome hold")
