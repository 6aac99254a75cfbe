"""Acts as a table of PLOVER events, the same event once, for programs that work on event data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dragoman.articles.article import Article
from dragoman.ledger.merge import merge
from dragoman.ledger.sheets import Table, Value
from dragoman.ledger.thesaurus import load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.statements.statement import Act, Statement

__all__ = ["QUADS", "event_table"]

_BY_QUAD: Final = {
    "verbal cooperation": "AGREE CONSULT SUPPORT CONCEDE",
    "material cooperation": "COOPERATE AID RETREAT",
    "verbal conflict": "REQUEST ACCUSE REJECT THREATEN",
    "material conflict": "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUADS: Final = {event: quad for quad, events in _BY_QUAD.items() for event in events.split()}
"""PLOVER event type to its quadrant: verbal or material, cooperation or conflict."""

_COLUMNS: Final = (
    "event_id", "date", "event", "mode", "quad", "status", "actor", "actor_name", "recipient", "recipient_name",
    "place", "reports", "outlets", "first_published", "quote", "statements",
)  # fmt: skip


def event_table(
    statements: Iterable[Statement], articles: Iterable[Article] = (), *, every_status: bool = False
) -> Table:
    """Return one row for each pair of actor and recipient of each event; events with several of either have several.

    Only what was done or is going on, unless *every_status*. Persons count for their party; what two parties do with
    each other is a row in either direction. ``reports`` counts articles. ``date`` may be a month or a year, or empty.

    References
    ----------
    Halterman, Bagozzi, Beger, Schrodt and Scarborough (2023), "PLOVER and POLECAT: a new political event ontology and
    dataset".
    """
    known = {article.id: article for article in articles}
    voices = Voices(load_thesaurus())
    events: dict[str, list[Act]] = defaultdict(list)
    for statement in merge(statements, known.values()):
        if isinstance(statement, Act) and (every_status or statement.status in {"done", "ongoing"}):
            events[statement.event_id or statement.id].append(statement)
    rows = [row for key, acts in events.items() for row in _rows(key, acts, known, voices)]
    rows.sort(key=lambda row: tuple(str(row[place] or "") for place in (1, 0, 6, 8)))
    return Table("events", _COLUMNS, tuple(rows))


def _rows(
    key: str, acts: Sequence[Act], articles: Mapping[str, Article], voices: Voices
) -> Iterable[tuple[Value, ...]]:
    first = min(acts, key=lambda act: (_published(act, articles) or "9", act.id))
    told = sorted({act.article for act in acts})
    outlets = sorted({outlet for key in told if key in articles for outlet in articles[key].outlets})
    dates = sorted({act.date for act in acts if act.date}, key=lambda date: (-len(date), date))
    for actor in voices.parties(first.actor) or ("",):
        others = [party for party in voices.parties(first.touched) if party != actor] or [""]
        for recipient in others:
            yield (
                key, dates[0] if dates else None, first.event, first.mode, QUADS[first.event], first.status,
                actor, voices.label(actor) if actor else None, recipient or None,
                voices.label(recipient) if recipient else None, first.place, len(told), "; ".join(outlets) or None,
                _published(first, articles), first.quote, "; ".join(sorted(act.id for act in acts)),
            )  # fmt: skip


def _published(act: Act, articles: Mapping[str, Article]) -> str | None:
    article = articles.get(act.article)
    return article.date.isoformat() if article and article.date else None
