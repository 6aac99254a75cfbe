"""Positions that do not go together: for and against, all and part, step by step and all first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.ledger.disagreement import Disagreement, Teller
from dragoman.ledger.likeness import content
from dragoman.statements.statement import Position, Statement

__all__ = ["PositionsApart"]

_FOR = frozenset({"support", "demand", "offer", "promise"})


class PositionsApart:
    """Finds positions of one holder that two accounts tell differently; that parties differ is no disagreement."""

    def __init__(self, tell: Teller) -> None:
        self.tell = tell

    def found(self, positions: Sequence[Position]) -> Iterator[Disagreement]:
        """Yield each disagreement of *positions*."""
        by_action: dict[tuple[str, str, str], list[Position]] = defaultdict(list)
        for position in positions:
            topic = self.tell.topic(position.action)
            if topic and position.polarity == "positive":
                for holder in self.tell.voices.parties(position.holder):
                    for doer in self.tell.voices.parties(position.doer):
                        by_action[holder, doer, topic].append(position)
        for (holder, doer, topic), about in sorted(by_action.items()):
            yield from self._stances(holder, doer, topic, about)
            yield from self._degrees(holder, doer, topic, about)
        yield from self._sequence(positions, by_action)

    def _stances(self, holder: str, doer: str, topic: str, about: Sequence[Position]) -> Iterator[Disagreement]:
        """One account has the holder for it, another against it, without terms that would make both true."""
        plain = [position for position in about if position.condition is None]
        for_it = [position for position in plain if self._sign(position) > 0]
        against = [position for position in plain if self._sign(position) < 0]
        pairs = [
            (one, two)
            for one in for_it
            for two in against
            if (one.article != two.article or one.attribution != two.attribution)
            and self._level(one) == self._level(two)
            and len(content(one.action) & content(two.action)) > 0
        ]
        if not pairs:
            return
        told = f"Whether {self.tell.label([holder])} is for it: {self.tell.label([doer])} and {self.tell.noun(topic)}."
        across = any(one.article != two.article for one, two in pairs)
        sides = [_once(one for one, _ in pairs), _once(two for _, two in pairs)]
        yield self.tell.between(("stance", "contradict" if across else "tension"), told, sides, _position_said)

    def _sign(self, position: Position) -> int:
        meaning = self.tell.thesaurus.meaning(position.action)
        return meaning.direction * (1 if position.stance in _FOR else -1)

    def _level(self, position: Position) -> str | None:
        return self.tell.thesaurus.meaning(position.action).level or position.degree

    def _degrees(self, holder: str, doer: str, topic: str, about: Sequence[Position]) -> Iterator[Disagreement]:
        """One article has the holder ask for all of it, another for a part."""
        asked = [position for position in about if position.stance in {"demand", "offer"} and self._level(position)]
        full = [position for position in asked if self.tell.thesaurus.meaning(position.action).level == "full"]
        part = [position for position in asked if self._level(position) == "partial" and position not in full]
        pairs = [(one, two) for one in full for two in part if one.article != two.article and one.stance == two.stance]
        if pairs:
            told = f"How much {self.tell.label([holder])} asks of {self.tell.label([doer])}: {self.tell.noun(topic)}."
            sides = [_once(one for one, _ in pairs), _once(two for _, two in pairs)]
            yield self.tell.between(("degree", "complement"), told, sides, _position_said)

    def _sequence(
        self, positions: Sequence[Position], by_action: Mapping[tuple[str, str, str], Sequence[Position]]
    ) -> Iterator[Disagreement]:
        """One article has the holder for steps on both sides, another for all of the other's first."""
        for position in positions:
            condition = position.condition
            if condition is None or condition.type != "step_for_step" or position.stance not in _FOR:
                continue
            topic = self.tell.topic(condition.action)
            for holder in self.tell.voices.parties(position.holder):
                for doer in self.tell.voices.parties(condition.doer):
                    whole = [
                        other
                        for other in by_action.get((holder, doer, topic or ""), ())
                        if other.article != position.article
                        and other.stance in _FOR
                        and self._level(other) == "full"
                        and other.condition is None
                    ]
                    if whole:
                        told = (
                            f"Whether {self.tell.label([holder])} wants steps on both sides, or all of it first from "
                            f"{self.tell.label([doer])}."
                        )
                        yield self.tell.between(("sequence", "tension"), told, [[position], whole], _position_said)


def _position_said(statement: Statement) -> str:
    stance = f"{statement.stance}: " if isinstance(statement, Position) else ""
    return f"{stance}“{statement.quote}”"


def _once(positions: Iterable[Position]) -> list[Position]:
    return list({position.id: position for position in positions}.values())
