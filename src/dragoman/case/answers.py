"""Answers to further questions about a case, as records that can be saved and shown."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.grounds import Grounds
from dragoman.case.judged import Judged
from dragoman.case.sightanswers import Misperceptions, Strengths
from dragoman.graph.unknown import Extension, UnknownConcept

__all__ = [
    "Answers",
    "Attitudes",
    "Coalitions",
    "End",
    "Evolution",
    "Foresight",
    "FurtherConcept",
    "FurtherStability",
    "JointMove",
    "Likelihood",
    "ListChange",
    "Reason",
    "Share",
    "Step",
    "UnknownPreferences",
    "Verdict",
    "Way",
    "Wish",
]

FurtherConcept = Literal["sim", "sseq"]


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


class Verdict(_Record):
    """Who would leave an outcome under further concepts of stability."""

    outcome: str = Field(description='"Now", or the outcome\'s letter')
    on: tuple[str, ...] = Field(description="options taken in it")
    leave: dict[FurtherConcept, tuple[str, ...]] = Field(
        description="for each concept the ids of those who would leave it; none: an equilibrium"
    )


class FurtherStability(_Record):
    """Simultaneous (SIM) and symmetric sequential (SSEQ) stability."""

    counts: dict[FurtherConcept, int] = Field(description="how many of all states are equilibria under each")
    verdicts: tuple[Verdict, ...] = Field(description="the status quo first, then the listed outcomes")


class Attitudes(_Record):
    """Under which attitudes to what is unknown an outcome is an equilibrium."""

    outcome: str = Field(description='"Now", or the outcome\'s letter')
    on: tuple[str, ...] = Field(description="options taken in it")
    holds: dict[UnknownConcept, tuple[Extension, ...]] = Field(
        description="for each concept the extensions a to d under which it is an equilibrium"
    )


class UnknownPreferences(_Record):
    """Stability where preferences are known in part (Li, Hipel, Kilgour and Fang 2004).

    In ``a`` and ``c`` a move whose worth is unknown tempts; in ``c`` and ``d`` an outcome whose worth is unknown
    deters.
    """

    assumption: str = Field(description="what is taken as known")
    unknown: dict[str, float] = Field(
        description="party id to the share of pairs of these outcomes of which it is unknown how they compare, 0 to 1"
    )
    outcomes: tuple[Attitudes, ...] = Field(description="the status quo first, then the listed outcomes")


class Foresight(_Record):
    """Where two parties that look ahead would stay, all others holding still."""

    parties: tuple[str, str] = Field(description="ids of the two")
    horizon: int | None = Field(description="how many moves they foresee; null: stable however far they look")
    still: tuple[str, ...] = Field(description="ids of the others, taken to keep to what they do now")
    stay: tuple[str, ...] = Field(description="ids of those of the two who would stay at the status quo")
    holding: tuple[tuple[str, ...], ...] = Field(
        description="options taken in each state in which both would stay, least changed first; not all where many"
    )
    count: int = Field(description="how many such states there are")


class End(_Record):
    """Where improving comes to rest: one outcome, or several it goes on among."""

    outcomes: tuple[str, ...] = Field(description='"Now" or letters, as far as it is made of listed outcomes')
    on: tuple[tuple[str, ...], ...] = Field(description="options taken in its states; not all where many")
    states: int = Field(description="how many states it has")
    each_improvement: float = Field(description="probability, where each improvement is equally likely; 0 to 1")
    each_party: float = Field(description="probability, where each party that can improve is equally likely to move")


class Evolution(_Record):
    """Where the conflict ends if at every step somebody who can improve does so, at random: a Markov chain."""

    begin: tuple[str, ...] = Field(description="options taken where it begins")
    count: int = Field(description="how many ends there are")
    ends: tuple[End, ...] = Field(description="the most probable first; not all where many")


class Answers(_Record):
    """Answers to what was asked beyond the analysis; null where it was not asked. With defaults and judgements."""

    reasons: tuple[Reason, ...] | None = Field(default=None, description="why each party stays or leaves (SEQ)")
    coalitions: Coalitions | None = Field(default=None, description="what parties could bring about together")
    paths: tuple[Way, ...] | None = Field(default=None, description="improving ways from now to the listed equilibria")
    likelihood: Likelihood | None = Field(default=None, description="how firm the outcomes are")
    wish: Wish | None = Field(default=None, description="what would make a wished outcome hold")
    rests_on: Grounds | None = Field(default=None, description="the statements without which outcomes would not hold")
    concepts: FurtherStability | None = Field(default=None, description="who would stay under SIM and SSEQ")
    unknown: UnknownPreferences | None = Field(default=None, description="what holds though preferences are unknown")
    ahead: Foresight | None = Field(default=None, description="where two parties that look ahead would stay")
    evolution: Evolution | None = Field(default=None, description="where improving at random ends")
    at: tuple[Judged, ...] | None = Field(default=None, description="who would stay at the states asked about")
    strength: Strengths | None = Field(default=None, description="what holds strongly, and what only weakly")
    misperceptions: Misperceptions | None = Field(default=None, description="what holds by what each party sees")
