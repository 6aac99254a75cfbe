"""Ties that do not go together: two parties called cold by one article and warm by another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.ledger.disagreement import Disagreement, Teller, Verdict
from dragoman.statements.statement import Statement, Tie

__all__ = ["TiesApart"]

_COLD = frozenset({"deadlocked_with", "estranged_from", "rival"})
_WARM = frozenset({"improving_relations", "ally"})


class TiesApart:
    """Finds pairs of parties whose relation two articles tell differently."""

    def __init__(self, tell: Teller) -> None:
        self.tell = tell

    def found(self, ties: Sequence[Tie]) -> Iterator[Disagreement]:
        """Yield each disagreement of *ties*."""
        pairs: dict[tuple[str, ...], list[Tie]] = defaultdict(list)
        for tie in ties:
            start, end = self.tell.voices.parties(tie.from_), self.tell.voices.parties(tie.to)
            if len(start) == len(end) == 1 and not (tie.time or "").startswith("past"):
                pairs[tuple(sorted((*start, *end)))].append(tie)
        for pair, told in sorted(pairs.items()):
            cold = [tie for tie in told if tie.relation in _COLD and tie.polarity == "positive"]
            warm = [tie for tie in told if tie.relation in _WARM and tie.polarity == "positive"]
            if cold and warm and {tie.article for tie in cold} != {tie.article for tie in warm}:
                dated = any(tie.time for tie in (*cold, *warm))
                told_of = f"How {self.tell.label(pair)} stand to each other."
                verdict: Verdict = "tension" if dated else "contradict"
                yield self.tell.between(("tie", verdict), told_of, [cold, warm], _tie_said)


def _tie_said(statement: Statement) -> str:
    relation = statement.relation.replace("_", " ") if isinstance(statement, Tie) else ""
    time = f", {statement.time}" if isinstance(statement, Tie) and statement.time else ""
    return f"{relation}{time}: “{statement.quote}”"
