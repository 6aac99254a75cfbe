"""How sure a language model's statements are, learned from marked articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.errors import ModelError
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Marked
from dragoman.scoring.matching import match
from dragoman.statements.llm.confidence import Confidence, Located
from dragoman.statements.statement import Statement

__all__ = ["calibrated_on"]

_WEAKEST_FIRST: tuple[Located, ...] = ("elsewhere", "fuzzy", "folded", "exact")


def calibrated_on(
    gold: Sequence[Marked], read: Iterable[Statement], fold: Folding, *, before: Confidence | None = None
) -> Confidence:
    """Return a table of confidence for what a model *read*, from what *gold* says of the same articles.

    Statements of other readers, and those that answer optional gold, tell nothing. *before* is the table that few
    marked articles move little; the shipped one if left out.

    Raises
    ------
    ModelError
        Nothing of what was read is a language model's.

    >>> from dragoman.statements.file import parse_statements
    >>> line = '{"id": "t-1", "article": "a", "kind": "tie", "sentence": "They ally.", "char_start": 0, '
    >>> line += '"char_end": 10, "span": "ally", "span_start": 5, "span_end": 9, "from": ["CHN"], "to": ["PRK"], '
    >>> [tie] = parse_statements(line + '"relation": "ally", "rule": "llm:small", "located": "exact"}')
    >>> gold = [Marked.model_validate(tie.model_dump(by_alias=True))]
    >>> before = Confidence.shipped()
    >>> calibrated_on(gold, [tie], Folding(), before=before).kind["tie"] > before.kind["tie"]
    True
    """
    made = {s.id: s for s in read if s.rule.startswith("llm:") and s.evidence[0].located}
    if not made:
        raise ModelError(
            "There is no statement of a language model here. Name what `dragoman read --reader llm` wrote."
        )
    matchings = match(gold, [Marked.model_validate(s.model_dump(by_alias=True)) for s in made.values()], fold)
    judged = []
    for matching in matchings:
        right = [(pair.read, True) for pair in matching.pairs if pair.gold.tier == "core"]
        for marked, holds in [*right, *((spurious, False) for spurious in matching.spurious)]:
            statement = made[marked.id]
            ways = {place.located for place in statement.evidence}
            weakest = next(way for way in _WEAKEST_FIRST if way in ways)
            judged.append((statement.kind, weakest, int(statement.note is not None), holds))
    return (before or Confidence.shipped()).calibrated(judged)
