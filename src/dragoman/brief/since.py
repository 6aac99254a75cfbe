"""What changed since an earlier brief: what is different in the case, and what that does to the outcomes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from pydantic import Field

from dragoman.brief.record import Record, Sentence
from dragoman.case.case import Case
from dragoman.case.comparing import effects_of
from dragoman.case.effecting import effect_sentences
from dragoman.statements.statement import Statement

__all__ = ["Since", "since"]


class Since(Record):
    """What changed since the case of an earlier brief."""

    title: str = Field(description="what the earlier case is called")
    as_of: dt.date | None = Field(description="the day that its status quo describes")
    effects: tuple[Sentence, ...] = Field(description="what the changes do to the outcomes")
    changes: tuple[Sentence, ...] = Field(description="what is different in the case, and on what that rests")


def since(earlier: Case | None, case: Case, known: Mapping[str, Statement]) -> Since | None:
    """Compare *case* with the *earlier* one; None where there is none.

    Raises
    ------
    AnalysisError
        The earlier case cannot be analysed.
    """
    if earlier is None:
        return None
    found = effects_of(earlier, case)
    return Since(
        title=earlier.title,
        as_of=earlier.as_of,
        effects=tuple(Sentence(text=text) for text in effect_sentences(case, found)),
        changes=tuple(
            Sentence(text=change.text, statements=tuple(name for name in change.statements if name in known))
            for change in found.changes
        ),
    )
