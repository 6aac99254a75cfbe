"""The statements of a ledger as a table that a person reviews in a spreadsheet, and their decisions read back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from dragoman.articles.article import Article
from dragoman.errors import CaseError
from dragoman.ledger.editing import FIELDS, changes_in, texts_of
from dragoman.ledger.sheets import Row, Table, Value, harmless
from dragoman.ledger.verdicts import VERDICTS, Changes, Entry, Review, Verdict

__all__ = ["decision_in", "is_review_table", "statement_table"]

_CELLS: Final = tuple(dict.fromkeys(name for fields in FIELDS.values() for name in fields))
_COLUMNS: Final = (
    "id", "verdict", "kind", *_CELLS, "quote", "sentence", "date", "outlet", "article", "reviewed by",
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
    last = reviews[-1] if reviews else None
    cells: dict[str, Value] = {
        **texts_of(statement),
        "id": statement.id,
        "verdict": entry.verdict,
        "kind": statement.kind,
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


def is_review_table(headings: Iterable[str]) -> bool:
    """Say whether a table is one that :func:`statement_table` made: it has ids and verdicts.

    >>> is_review_table(["id", "verdict", "quote"]), is_review_table(["date", "actor", "quote"])
    (True, False)
    """
    return {"id", "verdict"} <= set(headings)


def decision_in(row: Row, entry: Entry) -> tuple[Verdict, Changes | None] | None:
    """Return what a row of such a table decides about its statement, or None where it says nothing new.

    A cell that was changed is an edit, whatever the verdict beside it says, unless that is *rejected*. *Proposed*
    decides nothing: a table written out before somebody reviewed undoes no review.

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
    changes = changes_in(entry.original, _written(row, entry))
    if changes and changes != entry.changes:
        return "edited", changes
    decided: Verdict = "edited" if changes else "accepted"
    if verdict == "proposed" or (decided == entry.verdict and not entry.disputed):
        return None
    return decided, changes


def _written(row: Row, entry: Entry) -> dict[str, str]:
    """Return what the cells say; one that is as it was written out says what the statement says."""
    now = texts_of(entry.statement)
    return {
        name: now[name] if row.cells[name] == _as_read_back(now[name]) else row.cells[name]
        for name in now
        if name in row.cells
    }


def _as_read_back(text: str) -> str:
    """What a cell gives that held *text*: a spreadsheet keeps neither white space at the ends nor very long texts."""
    safe = str(harmless(text)).strip()
    return safe[1:] if safe != text.strip() and safe.startswith("'") else safe
