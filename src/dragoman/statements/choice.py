"""The choice among those who could be meant where nobody is named, by weights fitted on marked articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib import resources
from math import fsum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.statements.candidates import Candidate

__all__ = ["Choice", "Slot", "shipped_choice"]

Slot = Literal["doer", "target"]


class Choice(BaseModel):
    """How much each feature of a candidate speaks for it.

    Of the candidates for a slot the one with the greatest sum of weights is taken: the most likely under a conditional
    logit. Fitted by ``python training/choose.py`` on marked articles; weights near nothing are left out.

    References
    ----------
    McFadden (1974), "Conditional logit analysis of qualitative choice behavior", for the model.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: dict[Slot, dict[str, float]] = Field(description="by slot and feature")
    questions: dict[Slot, int] = Field(default_factory=dict, description="how many it was fitted on, by slot")
    articles: int = Field(default=0, description="marked articles it was fitted on")
    held_out: dict[Slot, tuple[int, int, int]] = Field(
        default_factory=dict,
        description="of articles held out, where nobody is named: how many questions, right by rules, right by choice",
    )

    def best(self, slot: Slot, candidates: Sequence[Candidate]) -> tuple[str, ...]:
        """The parties most likely meant; of equals the first, nobody where there is no candidate.

        >>> two = [Candidate(("FRA",), frozenset({"opponent"})), Candidate(("DEU",), frozenset({"known"}))]
        >>> Choice(weights={"doer": {"opponent": 0.4}}).best("doer", two)
        ('FRA',)
        """
        weights = self.weights.get(slot, {})
        sums = [fsum([weights[name] for name in one.features if name in weights]) for one in candidates]
        return candidates[sums.index(max(sums))].parties if candidates else ()


@cache
def shipped_choice() -> Choice:
    """The choice that ships with the package."""
    text = resources.files("dragoman.statements").joinpath("choice.json").read_text(encoding="utf-8")
    return Choice.model_validate_json(text)
