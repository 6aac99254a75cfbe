"""Who moved: a party that said one thing and later another about the same step, harder, softer or the reverse."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from dragoman.articles.article import Article
from dragoman.case.ask import Ask
from dragoman.case.asks import asks_of
from dragoman.case.choosing import phrase_of
from dragoman.case.moves import Move, gather
from dragoman.language.parties import Names
from dragoman.ledger.thesaurus import load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.statements.statement import Position, Statement, Tie

__all__ = ["Movement", "Shift", "movements"]

Shift = Literal["hardened", "softened", "reversed"]
_BY_TERMS: Final[dict[tuple[bool, bool], Shift]] = {(False, True): "softened", (True, False): "hardened"}
_BY_LEVEL: Final[dict[tuple[bool, str | None, str | None], Shift]] = {
    (True, "partial", "full"): "softened",
    (True, "full", "partial"): "hardened",
    (False, "full", "partial"): "softened",
    (False, "partial", "full"): "hardened",
}
"""Who gives more of its own step, or asks for less of another's, is softer."""


@dataclass(frozen=True)
class Movement:
    """One party's change of mind about one step of one doer, with the statement before it and the one after."""

    party: str
    doer: str
    does: str
    shift: Shift
    before: str
    after: str
    first: dt.date
    last: dt.date


def movements(
    statements: Iterable[Statement], articles: Iterable[Article], *, names: Names | None = None
) -> tuple[Movement, ...]:
    """Return who hardened, softened or reversed between the first and the last article that reports it on a step.

    Reversed: for it and then against it, or the other way round, both without terms; where one was on terms, softened
    or hardened. Softened too: a refusal that names terms, more of one's own step, less of another's; hardened the
    reverse. Between demanding and supporting no difference is made, for reports choose the word. Articles without a
    date count for nothing here; the order of *statements* does not matter.

    Examples
    --------
    >>> from dragoman.statements.statement import statement_adapter
    >>> def said(number, stance):
    ...     words = f"{stance}: free the crew"
    ...     return statement_adapter.validate_python({
    ...         "id": f"p-{number}", "kind": "position", "holder": ["GRA"], "stance": stance, "doer": ["GRA"],
    ...         "action": "free the crew", "recipient": ["RUR"], "article": f"a{number}", "sentence": words,
    ...         "char_start": 0, "char_end": len(words), "span": words, "span_start": 0, "span_end": len(words)})
    >>> days = [Article(id=f"a{n}", text="x", source="a", date=dt.date(2020, n, 1)) for n in (1, 2)]
    >>> [(one.party, one.shift, one.does) for one in movements([said(1, "refuse"), said(2, "promise")], days)]
    [('GRA', 'reversed', 'free the crew')]
    """
    words = load_thesaurus()
    voices = Voices(words, names)
    ordered = sorted(statements, key=lambda statement: statement.id)
    dates = {article.id: article.date for article in articles if article.date is not None}
    asks = asks_of(
        [statement for statement in ordered if isinstance(statement, Position)],
        [statement for statement in ordered if isinstance(statement, Tie)],
        voices=voices,
        thesaurus=words,
        dates=dates,
    )
    found = [
        movement
        for move in gather(asks, words)[0]
        for said in _by_holder(move).values()
        if (movement := _movement(move, said, phrase_of(move, None, words, _labels(move, voices)))) is not None
    ]
    return tuple(sorted(found, key=lambda one: (-one.last.toordinal(), one.party, one.doer, one.does)))


def _labels(move: Move, voices: Voices) -> dict[str, str]:
    recipients = {party for mention in move.mentions for party in mention.recipients}
    return {party: voices.label(party) for party in recipients}


def _by_holder(move: Move) -> dict[str, list[Ask]]:
    by_holder: dict[str, list[Ask]] = defaultdict(list)
    for ask in move.asks:
        if ask.day:
            by_holder[ask.holder].append(ask)
    return by_holder


def _movement(move: Move, said: Sequence[Ask], does: str) -> Movement | None:
    days = sorted({ask.day for ask in said})
    if len(days) < 2:
        return None
    first, last = (_firmest(said, day) for day in (days[0], days[-1]))
    shift = _shift(move, first, last)
    if shift is None:
        return None
    return Movement(
        party=first.holder,
        doer=move.doer,
        does=does,
        shift=shift,
        before=first.statement,
        after=last.statement,
        first=dt.date.fromordinal(first.day),
        last=dt.date.fromordinal(last.day),
    )


def _firmest(said: Sequence[Ask], day: int) -> Ask:
    return max((ask for ask in said if ask.day == day), key=lambda ask: (ask.weight, ask.statement))


def _shift(move: Move, first: Ask, last: Ask) -> Shift | None:
    before, after = (move.favours(ask) for ask in (first, last))
    own = first.holder == move.doer
    if before != after:
        if not (first.condition or last.condition):
            return "reversed"
        return "softened" if after == own else "hardened"
    if own and not before:
        return _BY_TERMS.get((bool(first.condition), bool(last.condition)))
    levels = (_level(move, first), _level(move, last))
    return _BY_LEVEL.get((own, *levels))


def _level(move: Move, ask: Ask) -> str | None:
    """How much of the step is meant, where the words say so."""
    said = [mention.meaning.level for mention in ask.mentions if mention in move.mentions]
    return next((level for level in said if level), None)
