"""The statements of a ledger as a table that a person reviews in a spreadsheet, and their decisions read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from dragoman.articles.article import Article
from dragoman.errors import CaseError
from dragoman.ledger.sheets import Row, Table, Value, harmless
from dragoman.ledger.verdicts import VERDICTS, Changes, Entry, Review, Verdict
from dragoman.statements.statement import Statement

__all__ = ["decision_in", "is_review_table", "statement_table"]

_FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "position": {"who": "holder", "stance": "stance", "whom": "doer", "action": "action", "recipient": "recipient"},
    "act": {"who": "actor", "event": "event", "whom": "target", "status": "status", "happened": "date"},
    "tie": {"who": "from", "relation": "relation", "whom": "to"},
    "view": {"who": "holder", "whom": "about_ids", "action": "proposition"},
}
"""Which cell holds which field, by kind of statement; these may be edited in the table."""

_CELLS: Final = ("who", "stance", "event", "relation", "whom", "action", "recipient", "status", "happened")
_COLUMNS: Final = (
    "id", "verdict", "kind", *_CELLS, "condition", "quote", "sentence", "date", "outlet", "article", "reviewed by",
    "reviewed at", "disputed", "gone", "note",
)  # fmt: skip


def statement_table(
    entries: Iterable[Entry], articles: Iterable[Article], reviews: Mapping[str, list[Review]]
) -> Table:
    """Return one row a statement as it counts now, with its verdict, its words and where they are from."""
    known = {article.id: article for article in articles}
    rows = [_row(entry, known.get(entry.original.article), reviews.get(entry.original.id, [])) for entry in entries]
    return Table("statements", _COLUMNS, tuple(rows))


def _row(entry: Entry, article: Article | None, reviews: list[Review]) -> tuple[Value, ...]:
    statement = entry.statement
    data = statement.model_dump(mode="json", by_alias=True)
    condition = data.get("condition")
    last = reviews[-1] if reviews else None
    cells: dict[str, Value] = {
        **_cells(statement),
        "id": statement.id,
        "verdict": entry.verdict,
        "kind": statement.kind,
        "condition": f"{condition['type']}: {condition['action']}" if condition else "",
        "quote": statement.quote,
        "sentence": statement.evidence[0].sentence,
        "date": entry.day,
        "outlet": article.outlet if article else None,
        "article": statement.article,
        "reviewed by": last.by if last else None,
        "reviewed at": last.at if last else None,
        "disputed": "yes" if entry.disputed else None,
        "gone": entry.gone,
        "note": statement.note,
    }
    return tuple(cells.get(column) for column in _COLUMNS)


def _cells(statement: Statement) -> dict[str, str]:
    """The cells that may be edited, as text."""
    data = statement.model_dump(mode="json", by_alias=True)
    return {cell: _text(data[name]) for cell, name in _FIELDS[statement.kind].items()}


def _text(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else str(value or "")


def is_review_table(headings: Iterable[str]) -> bool:
    """Say whether a table is one that :func:`statement_table` made: it has ids and verdicts.

    >>> is_review_table(["id", "verdict", "quote"]), is_review_table(["date", "actor", "quote"])
    (True, False)
    """
    return {"id", "verdict"} <= set(headings)


def decision_in(row: Row, entry: Entry) -> tuple[Verdict, Changes | None] | None:
    """Return what a row of such a table decides about its statement, or None where it says nothing new.

    A cell that was changed is an edit, whatever the verdict beside it says, unless that is *rejected*.

    Raises
    ------
    CaseError
        The verdict is none.
    """
    verdict = row.cells.get("verdict", "").casefold() or entry.verdict
    if verdict not in VERDICTS:
        accepted = ", ".join(VERDICTS)
        raise CaseError(f'line {row.line}: the verdict is "{verdict[:40]}". Accepted: {accepted}.', line=row.line)
    if verdict == "rejected":
        return None if entry.verdict == "rejected" else ("rejected", None)
    changes = _changes(row, entry)
    before = _changes(Row(row.line, _cells(entry.statement)), entry)
    if changes and changes != before:
        return "edited", changes
    decided: Verdict = "proposed" if verdict == "proposed" else "edited" if changes else "accepted"
    return (
        None if decided == entry.verdict and not entry.disputed else (decided, changes if decided == "edited" else None)
    )


def _changes(row: Row, entry: Entry) -> dict[str, Any] | None:
    """Return the fields whose cells differ from what was read, with what the cells say."""
    read = _cells(entry.original)
    data = entry.original.model_dump(mode="json", by_alias=True)
    changes: dict[str, Any] = {}
    for cell, name in _FIELDS[entry.original.kind].items():
        written = row.cells.get(cell)
        if written is None or written == _as_read_back(read[cell]):
            continue
        several = isinstance(data[name], list)
        changes[name] = [part.strip() for part in written.split(";") if part.strip()] if several else written or None
    return changes or None


def _as_read_back(text: str) -> str:
    """What a cell gives that held *text*: a spreadsheet keeps neither white space at the ends nor very long texts."""
    safe = str(harmless(text)).strip()
    return safe[1:] if safe != text.strip() and safe.startswith("'") else safe
