"""A sitting at which a person goes through the statements of a ledger, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from dragoman.ledger.store import Ledger
from dragoman.ledger.verdicts import Changes, Entry, Review, Verdict, heads
from dragoman.ledger.wanted import Wanted

__all__ = ["Card", "Session"]


@dataclass(frozen=True)
class Card:
    """A statement to decide on: its place in the sitting, counted from 1, and what was decided on it so far."""

    number: int
    entry: Entry
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class _Step:
    """What was done at a place of the sitting, and how the statement stood before; *entry* is None for a skip."""

    place: int
    verdict: Verdict | None = None
    entry: Entry | None = None


class Session:
    """Goes through what is disputed, then through what is proposed, in order of day, article and place.

    Every decision is written at once, so a sitting can end at any moment and the next goes on from there. What
    somebody else decides meanwhile is passed over. *clock* gives the time as ISO in UTC. With verdicts in *wanted*
    the sitting goes through statements with these instead, reviewed ones too.
    """

    def __init__(self, ledger: Ledger, wanted: Wanted, *, by: str, clock: Callable[[], str]) -> None:
        self._ledger = ledger
        self._by = by
        self._clock = clock
        self._again = bool(wanted.verdicts)
        if not self._again:
            wanted = replace(wanted, verdicts=("proposed",), in_use=True)
        disputed = ledger.keys(replace(wanted, disputed=True))
        self._keys = [*disputed, *ledger.keys(replace(wanted, disputed=False))]
        self._place = 0
        self._steps: list[_Step] = []
        self.decided: Counter[Verdict] = Counter()

    @property
    def total(self) -> int:
        """How many statements the sitting began with."""
        return len(self._keys)

    @property
    def left(self) -> int:
        """How many come after what has been gone through."""
        return max(0, len(self._keys) - self._place)

    def card(self) -> Card | None:
        """Return the next statement to decide on, or None at the end."""
        while self._place < len(self._keys):
            key = self._keys[self._place]
            entry = self._ledger.entry(key)
            if entry and (self._again or entry.verdict == "proposed"):
                return Card(self._place + 1, entry, tuple(self._ledger.reviews(key).get(key, ())))
            self._place += 1
        return None

    def decide(self, card: Card, verdict: Verdict, changes: Changes | None = None) -> Entry:
        """Write a decision on *card* and go on; return how the statement then stands.

        Raises
        ------
        LedgerError
            The statement cannot be changed so, or the ledger cannot be written; the sitting stays where it is.
        """
        seen = [review.id for review in heads(card.reviews)]
        key = card.entry.original.id
        now = self._ledger.review(key, verdict, by=self._by, at=self._clock(), changes=changes, seen=seen)
        self._steps.append(_Step(self._place, verdict, card.entry))
        self.decided[verdict] += 1
        self._place += 1
        return now

    def skip(self) -> None:
        """Leave the statement for another sitting."""
        self._steps.append(_Step(self._place))
        self._place += 1

    def undo(self) -> bool:
        """Take back the last decision or skip and return to it; return False where there is none.

        The decision stays in the ledger's history; another that restores what was before takes its place.
        """
        if not self._steps:
            return False
        step = self._steps.pop()
        self._place = step.place
        if step.entry and step.verdict:
            before = step.entry
            self._ledger.review(
                before.original.id, before.verdict, by=self._by, at=self._clock(),
                changes=before.changes, note="taken back",
            )  # fmt: skip
            self.decided[step.verdict] -= 1
        return True
