"""Bringing statements and decisions into a ledger: JSON Lines, tables coded by hand, tables that were reviewed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dragoman.articles.article import Article
from dragoman.errors import CaseError, DragomanError
from dragoman.language.parties import Names
from dragoman.ledger.coded import Refused, columns_of, read_coded
from dragoman.ledger.keeping import add_reviews, reviews_of
from dragoman.ledger.recognising import recognise
from dragoman.ledger.sheets import Row, read_sheet
from dragoman.ledger.store import Ledger
from dragoman.ledger.tables import decision_in, is_review_table
from dragoman.ledger.verdicts import VERDICTS, Changes, Review, Verdict, edited, heads
from dragoman.statements.file import parse_statements
from dragoman.statements.statement import Statement

__all__ = ["Brought", "Signed", "bring_statements", "bring_table"]

Decision = tuple[Verdict, Changes | None]


@dataclass(frozen=True)
class Signed:
    """Who brings it in, and when; *verdict* is what the statements count as, or None to go by what the file says."""

    by: str
    at: str
    verdict: Literal["proposed", "accepted"] | None = None


@dataclass
class Brought:
    """What came in: numbers of statements that are new, and of decisions; and the rows that did not, with why."""

    statements: int = 0
    decisions: int = 0
    refused: list[Refused] = field(default_factory=list)


def bring_statements(ledger: Ledger, path: Path, articles: Sequence[Article], signed: Signed) -> Brought:
    """Bring in a file of statements in JSON Lines, with *articles* that the ledger may lack.

    A statement whose article is in neither, or whose quotes are not at their places, is refused and counted. A line
    may have a field ``verdict``, as exported lines have; without one the statement is proposed.

    Raises
    ------
    CaseError
        The file is not JSON Lines of statements; nothing is brought in.
    """
    text = _text(path)
    given = parse_statements(text, source=str(path))
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    known = {article.id: article for article in ledger.articles()}
    coming = {a.id: a for a in recognise(ledger, articles).articles if a.id not in known} if articles else {}
    brought = Brought()
    by_article: dict[str, list[Statement]] = defaultdict(list)
    verdicts: dict[str, Verdict] = {}
    for (number, line), statement in zip(lines, given, strict=True):
        article = known.get(statement.article) or coming.get(statement.article)
        if article is None:
            why = f"its article {statement.article} is not in the ledger; give it with --articles"
            brought.refused.append(Refused(number, why))
        elif not statement.evidence[0].stands_in(article.text):
            brought.refused.append(Refused(number, f"its quote does not stand in {article.id} where it says"))
        else:
            by_article[article.id].append(statement)
            verdicts[statement.id] = _verdict(json.loads(line), signed, number)
    for key, said in by_article.items():
        put = ledger.put(known.get(key) or coming[key], said, read_with=None, origin="import")
        brought.statements += put.added
        decided: dict[str, Decision] = {put.goes_by[one.id]: (verdicts[one.id], None) for one in said}
        brought.decisions += _decide(ledger, decided, signed, overrule=False)
    return brought


def bring_table(ledger: Ledger, path: Path, mapping: Mapping[str, str], names: Names, signed: Signed) -> Brought:
    """Bring in a table: statements that were coded by hand, or an exported table with decisions in it.

    *mapping* says which heading is which; see :func:`dragoman.ledger.coded.columns_of`. Statements coded by hand
    count as accepted unless *signed* says otherwise.

    Raises
    ------
    CaseError
        The file is no table, or lacks a column; nothing is brought in.
    """
    rows = list(read_sheet(path))
    headings = list(rows[0].cells) if rows else []
    if is_review_table(headings):
        return _bring_decisions(ledger, rows, signed)
    coded = read_coded(
        rows, columns_of(headings, mapping, source=str(path)), table=path.name, names=names, held=ledger.articles()
    )
    brought = Brought(refused=coded.refused)
    for key, said in coded.statements.items():
        put = ledger.put(coded.articles[key], said, read_with=None, origin="import")
        brought.statements += put.added
        decisions: dict[str, Decision] = {
            put.goes_by[statement.id]: (signed.verdict or "accepted", None) for statement in said
        }
        brought.decisions += _decide(ledger, decisions, signed, overrule=False)
    return brought


def _bring_decisions(ledger: Ledger, rows: Iterable[Row], signed: Signed) -> Brought:
    """Take over what was decided in an exported table; a row whose statement is unknown is refused."""
    known = {entry.original.id: entry for entry in ledger.entries()}
    brought = Brought()
    decisions: dict[str, Decision] = {}
    for row in rows:
        entry = known.get(row.cells["id"])
        if entry is None:
            brought.refused.append(Refused(row.line, f'there is no statement "{row.cells["id"][:40]}" in the ledger'))
            continue
        try:
            decision = decision_in(row, entry)
            if decision:
                edited(entry.original, decision[1])
                decisions[entry.original.id] = decision
        except DragomanError as error:
            brought.refused.append(Refused(row.line, str(error)))
    brought.decisions = _decide(ledger, decisions, signed, overrule=True)
    return brought


def _decide(ledger: Ledger, decisions: Mapping[str, Decision], signed: Signed, *, overrule: bool) -> int:
    """Write decisions down, all or none; without *overrule* what somebody decided already stays."""
    with ledger.writing() as connection:
        before = reviews_of(connection, decisions)
        new = []
        for key, (verdict, changes) in decisions.items():
            reviews = before.get(key, [])
            if (reviews and not overrule) or (not reviews and verdict == "proposed"):
                continue
            follows = tuple(review.id for review in heads(reviews))
            new.append((Review(key, verdict, signed.by, signed.at, changes, None, follows), key))
        add_reviews(connection, new)
    return len(new)


def _verdict(record: object, signed: Signed, line: int) -> Verdict:
    """What a line says that its statement counts as; an edit is brought in as it now reads, so it is accepted."""
    said = record.get("verdict", "proposed") if isinstance(record, dict) else "proposed"
    if said not in VERDICTS:
        accepted = ", ".join(VERDICTS)
        raise CaseError(f'line {line}: the verdict is "{str(said)[:40]}". Accepted: {accepted}.', line=line)
    return signed.verdict or ("accepted" if said == "edited" else said)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: cannot be read as UTF-8 text ({error}). Name a JSON Lines file.") from error
