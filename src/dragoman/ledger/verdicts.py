"""What people decided about a statement: reviews, and the verdict that they come to.

A review is never changed or removed. It says which earlier reviews it takes the place of; those that no other review
has followed are *heads*. One copy of a ledger has one head for each statement; copies that were reviewed apart and
then merged may have several, and where these differ the statement is disputed until somebody decides again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from pydantic import ValidationError

from dragoman.errors import LedgerError
from dragoman.statements.statement import Evidence, Statement, statement_adapter

__all__ = ["VERDICTS", "Changes", "Entry", "Review", "Standing", "Verdict", "edited", "heads", "in_order", "standing"]

Verdict = Literal["proposed", "accepted", "edited", "rejected"]
"""What counts of a statement: as the reader proposed it, accepted, edited, or rejected."""

VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)

Changes = Mapping[str, Any]
"""What an edit changed: field of the statement to its new value."""

_FIXED: Final = frozenset({"id", "kind", "evidence", "confidence", "rule", *Evidence.model_fields})


@dataclass(frozen=True)
class Review:
    """One decision of one person about one statement; ``at`` is an ISO time in UTC.

    A review with the verdict *proposed* takes a decision back. The id, sixteen hex digits, follows from the content
    where it is not given, so that one review is the same in every copy of a ledger.

    >>> ann, ben = (Review("p-1", "accepted", who, "2031-03-02T10:00:00Z") for who in ("Ann", "Ben"))
    >>> len(ann.id), ann.id == ben.id
    (16, False)
    """

    statement: str
    verdict: Verdict
    by: str
    at: str
    changes: Changes | None = None
    note: str | None = None
    follows: tuple[str, ...] = ()
    id: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            content = [self.statement, self.verdict, self.by, self.at, self.changes, self.note, sorted(self.follows)]
            digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
            object.__setattr__(self, "id", digest[:16])

    @property
    def decision(self) -> tuple[str, str]:
        """What two people must share to be of one mind: the verdict and, where it was edited, what was changed."""
        return self.verdict, json.dumps(self.changes or {}, sort_keys=True)


@dataclass(frozen=True)
class Standing:
    """What a statement's reviews come to.

    Where *disputed*, people decided differently without knowing of each other; the statement then counts as
    proposed, in its original form.
    """

    verdict: Verdict = "proposed"
    changes: Changes | None = None
    disputed: bool = False


@dataclass(frozen=True)
class Entry:
    """A statement of a ledger with what was decided about it.

    ``statement`` is what counts now, ``original`` what was read, ``changes`` what an edit set. ``gone`` says why it is
    out of use though nobody rejected it: its words are no longer in the article, or the reader no longer reads them
    so. ``day`` is the day on which the article appeared, empty where unknown.
    """

    statement: Statement
    original: Statement
    verdict: Verdict
    disputed: bool
    gone: str | None
    day: str
    changes: Changes | None = None


def heads(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """Return the reviews that no other has followed, in order of time and id.

    >>> first = Review("p-1", "accepted", "Ann", "2031-03-02T10:00:00Z")
    >>> second = Review("p-1", "rejected", "Ann", "2031-03-02T11:00:00Z", follows=(first.id,))
    >>> [review.verdict for review in heads([second, first])]
    ['rejected']
    """
    given = list(reviews)
    followed = {earlier for review in given for earlier in review.follows}
    return tuple(sorted((r for r in given if r.id not in followed), key=lambda review: (review.at, review.id)))


def in_order(reviews: Iterable[Review]) -> list[Review]:
    """Return *reviews* by time, each after those that it follows, though they be of one second.

    >>> first = Review("p-1", "accepted", "Ann", "2031-03-02T10:00:00Z")
    >>> second = Review("p-1", "proposed", "Ann", "2031-03-02T10:00:00Z", follows=(first.id,))
    >>> [review.verdict for review in in_order([second, first])]
    ['accepted', 'proposed']
    """
    waiting = sorted(reviews, key=lambda review: (review.at, review.id))
    ordered: list[Review] = []
    while waiting:
        left = {review.id for review in waiting}
        ready = next((review for review in waiting if not left.intersection(review.follows)), waiting[0])
        waiting.remove(ready)
        ordered.append(ready)
    return ordered


def standing(reviews: Iterable[Review]) -> Standing:
    """Return what *reviews* of one statement come to.

    >>> ann, ben = (Review("p-1", verdict, who, "2031-03-02T10:00:00Z")
    ...             for verdict, who in (("accepted", "Ann"), ("rejected", "Ben")))
    >>> standing([ann]).verdict, standing([ann, ben]).disputed
    ('accepted', True)
    """
    last = heads(reviews)
    if not last:
        return Standing()
    if len({review.decision for review in last}) > 1:
        return Standing(disputed=True)
    return Standing(last[0].verdict, last[0].changes)


def edited(statement: Statement, changes: Changes | None) -> Statement:
    """Return *statement* with *changes*, which may touch what it says but not where it stands.

    Raises
    ------
    LedgerError
        A field that the statement has not, or a value that the field does not take.
    """
    if not changes:
        return statement
    data = statement.model_dump(mode="json", by_alias=True)
    unknown = [name for name in changes if name not in data or name in _FIXED]
    if unknown:
        known = ", ".join(name for name in _own_fields(statement))
        raise LedgerError(f'{statement.id}: "{unknown[0]}" cannot be edited. What can: {known}.')
    try:
        return statement_adapter.validate_python(data | dict(changes))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"][1:]) or "statement"
        raise LedgerError(f"{statement.id}: {field}: {first['msg']}. Nothing was changed.") from error


def _own_fields(statement: Statement) -> list[str]:
    return [f.serialization_alias or name for name, f in type(statement).model_fields.items() if name not in _FIXED]
