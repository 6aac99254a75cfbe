"""How firm the first outcomes are: in which share of plausible orders they hold, and on which statements they rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dragoman.articles.article import Article
from dragoman.case.analysis import Analysis
from dragoman.case.answers import Answers
from dragoman.case.case import Case
from dragoman.case.outcomes import LayerView
from dragoman.case.plausible import how_likely
from dragoman.case.questions import lettered
from dragoman.case.resting import cited_by, rests_on
from dragoman.statements.statement import Statement

__all__ = ["with_firmness"]

_OUTCOMES: Final = 8
_ORDERS: Final = 40
_STATES: Final = 1 << 16
_TRIED: Final = 50_000
"""At most so many statements are drafted again in all, those that are tried times those there are."""


def with_firmness(
    case: Case,
    analysis: Analysis,
    statements: Sequence[Statement],
    articles: Sequence[Article],
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Analysis:
    """Add to *analysis* how likely the first outcomes are and what they rest on, as far as that takes seconds.

    *progress* is called with how many statements were left out and how many there are to try.
    """
    answers = (analysis.answers or Answers()).model_dump()
    first = dict(list(lettered(analysis).items())[:_OUTCOMES])
    if analysis.states <= _STATES:
        answers["likelihood"] = how_likely(LayerView(case, "defaults"), first, _ORDERS)
    cited = set(cited_by(case)) & {statement.id for statement in statements}
    if cited and len(cited) * len(statements) <= _TRIED and analysis.states <= _STATES:
        answers["rests_on"] = rests_on(case, analysis, statements, articles, progress=progress)
    return analysis.model_copy(update={"answers": Answers.model_validate(answers)})
