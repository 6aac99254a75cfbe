"""The same event once, the same position once, however many articles report it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.articles.article import Article
from dragoman.ledger.likeness import same_event, same_position
from dragoman.ledger.thesaurus import Thesaurus, load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.statements.statement import Act, Evidence, Position, Statement

__all__ = ["merge"]

_S = TypeVar("_S", Act, Position)


def merge(
    statements: Iterable[Statement], articles: Iterable[Article] = (), *, thesaurus: Thesaurus | None = None
) -> tuple[Statement, ...]:
    """Return *statements* with the same event marked and the same position joined, sorted by id.

    Acts that report one event in any article get one ``event_id``: one that they bring along, else one derived from
    the first of them; a single report keeps what it has. A position that is restated becomes one position, that of
    the earliest article, with every place in its evidence; positions of one sentence are never joined. Statements of
    other kinds pass through. The order of *statements* does not matter; nothing is modified.

    Examples
    --------
    >>> from dragoman.statements.statement import statement_adapter
    >>> def visit(number, words, date):
    ...     return statement_adapter.validate_python({
    ...         "id": f"a-{number}", "kind": "act", "actor": ["PRK"], "event": "CONSULT", "target": ["RUS"],
    ...         "date": date, "article": f"art{number}", "sentence": words, "char_start": 0, "char_end": len(words),
    ...         "span": words, "span_start": 0, "span_end": len(words)})
    >>> one, other = merge([visit(1, "Kim met Putin", "2019-04-25"), visit(2, "Putin met Kim", "2019-04")])
    >>> one.event_id == other.event_id != None
    True
    """
    words = thesaurus or load_thesaurus()
    voices = Voices(words)
    dates = {article.id: article.date for article in articles if article.date is not None}
    ordered = sorted(statements, key=lambda statement: statement.id)
    acts = [statement for statement in ordered if isinstance(statement, Act)]
    positions = [statement for statement in ordered if isinstance(statement, Position)]
    others = [statement for statement in ordered if not isinstance(statement, Act | Position)]
    events = _groups(acts, lambda one, other: same_event(one, other, voices), lambda act: _act_key(act, voices))
    stated = _groups(
        positions,
        lambda one, other: _place(one) != _place(other) and same_position(one, other, voices, words),
        lambda position: (position.stance, voices.parties(position.holder), voices.parties(position.doer)),
    )
    merged: list[Statement] = [*others, *(act for group in events for act in _marked(group))]
    merged += [_joined(group, dates) for group in stated]
    return tuple(sorted(merged, key=lambda statement: statement.id))


def _place(position: Position) -> tuple[str, int]:
    return position.evidence[0].article, position.evidence[0].char_start


def _act_key(act: Act, voices: Voices) -> Hashable:
    """Return what the same event always shares, so that only few acts are compared with each other."""
    return frozenset((*voices.parties(act.actor), *voices.parties(act.target)))


def _groups(items: Sequence[_S], same: Callable[[_S, _S], bool], key: Callable[[_S], Hashable]) -> list[list[_S]]:
    """Return *items* in groups whose members are each the same as the group's first, in order of first appearance."""
    by_key: dict[Hashable, list[list[_S]]] = defaultdict(list)
    found: list[list[_S]] = []
    for item in items:
        home = next((group for group in by_key[key(item)] if same(group[0], item)), None)
        if home is None:
            home = []
            found.append(home)
            by_key[key(item)].append(home)
        home.append(item)
    return found


def _marked(acts: Sequence[Act]) -> list[Act]:
    if len(acts) == 1:
        return list(acts)
    known = sorted({act.event_id for act in acts if act.event_id})
    digest = hashlib.sha256(acts[0].id.encode()).hexdigest()[:10]
    event = known[0] if known else f"e-{digest}"
    return [act.model_copy(update={"event_id": event}) for act in acts]


def _joined(positions: Sequence[Position], dates: Mapping[str, dt.date]) -> Position:
    if len(positions) == 1:
        return positions[0]

    def age(position: Position) -> tuple[dt.date, str]:
        return dates.get(position.evidence[0].article, dt.date.max), position.id

    ordered = sorted(positions, key=age)
    places: dict[tuple[str, int, int], Evidence] = {}
    for position in ordered:
        for place in position.evidence:
            places.setdefault((place.article, place.span_start, place.span_end), place)
    return ordered[0].model_copy(
        update={
            "evidence": tuple(places.values()),
            "confidence": max(position.confidence for position in ordered),
        }
    )
