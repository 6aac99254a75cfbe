"""A state that was asked about: who would stay there, and how it compares with the status quo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.case import Case
from dragoman.plain import listed

__all__ = ["Judged", "compared_told", "judged_told"]

_NAMES = {"nash": "Nash", "gmr": "GMR", "smr": "SMR", "seq": "SEQ"}


class Judged(BaseModel):
    """A state that was asked about, or the status quo."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked: str = Field(description='what was asked; "Now" for the status quo')
    on: tuple[str, ...] = Field(description="options taken (yes) in it, in the case's order")
    equilibrium: tuple[str, ...] = Field(description="concepts under which every party would stay: nash, gmr, smr, seq")
    stable_for: dict[str, tuple[str, ...]] = Field(description="party id to the concepts under which it would stay")
    better_for: tuple[str, ...] = Field(description="parties that prefer it to the status quo")
    worse_for: tuple[str, ...] = Field(description="parties that prefer the status quo")
    equal_for: tuple[str, ...] = Field(description="parties indifferent between it and the status quo")
    reasons: tuple[str, ...] = Field(description="one plain sentence for each party that would gain by leaving")


def judged_told(case: Case, found: Judged) -> Iterator[str]:
    """Tell who would stay at a state, who would leave it for what, and how it compares with now."""
    if found.equilibrium:
        yield f"Everybody would stay under {_concepts(found.equilibrium)}."
    for concepts, parties in _leaving(found).items():
        yield f"{_names(case, parties)} would leave under {_concepts(concepts)}."
    yield from found.reasons
    if found.asked != "Now":
        yield compared_told(case, found.better_for, found.worse_for)


def compared_told(case: Case, better_for: Iterable[str], worse_for: Iterable[str]) -> str:
    """Tell for whom a state is better or worse than now."""
    told = [f"{kind} for {_names(case, who)}" for kind, who in (("better", better_for), ("worse", worse_for)) if who]
    return f"Against now it is {' and '.join(told)}." if told else "Against now it is the same to everybody."


def _leaving(found: Judged) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Who would leave under which concepts, those together under which the same would."""
    by_parties: dict[tuple[str, ...], list[str]] = {}
    for concept in _NAMES:
        leave = tuple(party for party, stays in found.stable_for.items() if concept not in stays)
        if leave:
            by_parties.setdefault(leave, []).append(concept)
    return {tuple(concepts): parties for parties, concepts in by_parties.items()}


def _concepts(concepts: Iterable[str]) -> str:
    return listed([_NAMES[concept] for concept in concepts])


def _names(case: Case, parties: Iterable[str]) -> str:
    return listed([case.parties[party].name for party in parties])
