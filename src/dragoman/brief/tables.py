"""The brief's tables for a spreadsheet or a data frame: statements, positions, acts, ties, matrix, outcomes.

No cell can become a formula: text that a spreadsheet would take for one gets an apostrophe in front, as
spreadsheets themselves do. The same brief gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from dragoman.brief.document import Brief
from dragoman.brief.outcomes import LayerLine, OutcomeLine
from dragoman.ledger.sheets import Table, Value, csv_bytes, harmless, workbook

__all__ = ["Table", "csv_files", "harmless", "tables", "xlsx"]


def tables(brief: Brief) -> tuple[Table, ...]:
    """All tables of *brief*, in the order of the page."""
    makers: tuple[Callable[[Brief], Table], ...] = (_matrix, _outcomes, _positions, _acts, _ties, _statements)
    return tuple(make(brief) for make in makers)


def csv_files(brief: Brief) -> dict[str, bytes]:
    """The tables as CSV files, name to bytes: UTF-8 with the mark by which spreadsheets know it."""
    return {f"{table.name}.csv": csv_bytes(table) for table in tables(brief)}


def xlsx(brief: Brief) -> bytes:
    """The tables as one spreadsheet file, a sheet for each, headings bold and frozen."""
    return workbook(tables(brief), title=brief.title, creator=f"Dragoman {brief.made.version}")


def _named(brief: Brief, ids: Iterable[str]) -> str:
    return "; ".join(brief.names.get(found, found) for found in ids)


class _Quotes:
    """The quotes of statements, found by id."""

    def __init__(self, brief: Brief) -> None:
        self._lines = {line.id: " | ".join(place.quote for place in line.places) for line in brief.statements}

    def of(self, ids: Iterable[str]) -> str:
        return " | ".join(self._lines[found] for found in ids if found in self._lines)


def _matrix(brief: Brief) -> Table:
    head = (
        "option",
        "controlled by",
        "move",
        "taken now",
        "party",
        "stands",
        "assumed",
        "stances",
        "statements",
        "quotes",
    )
    rows = tuple(
        (
            option.id,
            brief.names.get(option.party, option.party),
            option.does,
            option.taken,
            brief.names[cell.party],
            cell.leaning,
            cell.assumed,
            "; ".join(said.stance for said in cell.stances),
            "; ".join(cell.statements),
            " | ".join(said.quote for said in cell.stances),
        )
        for option in brief.options
        for cell in option.cells
    )
    return Table("matrix", head, rows)


def _outcome_rows(
    brief: Brief, layer: LayerLine, role: str, lines: Iterable[OutcomeLine]
) -> Iterator[tuple[Value, ...]]:
    for line in lines:
        yield (
            layer.name,
            role,
            line.label,
            "; ".join(line.equilibrium),
            _named(brief, line.better_for),
            _named(brief, line.worse_for),
            _named(brief, line.equal_for),
            line.verdict,
            *(option.id in line.on for option in brief.options),
        )


def _outcomes(brief: Brief) -> Table:
    head = ("layer", "role", "outcome", "holds under", "better for", "worse for", "same for", "verdict")
    rows: list[tuple[Value, ...]] = []
    for layer in brief.outcomes.layers if brief.outcomes else ():
        rows += _outcome_rows(brief, layer, "now", (layer.status_quo,))
        rows += _outcome_rows(brief, layer, "holds", layer.holding)
        rows += _outcome_rows(brief, layer, "better for all", layer.better_for_all)
    return Table("outcomes", (*head, *(option.id for option in brief.options)), tuple(rows))


def _positions(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = (
        "stance", "holder", "doer", "action", "recipient", "condition", "degree", "deadline", "option", "statements",
        "quotes",
    )  # fmt: skip
    rows = tuple(
        (
            line.stance, _named(brief, line.holder), _named(brief, line.doer), line.action,
            _named(brief, line.recipient), line.condition, line.degree, line.deadline, line.option,
            "; ".join(line.statements), quotes.of(line.statements),
        )
        for line in brief.positions
    )  # fmt: skip
    return Table("positions", head, rows)


def _acts(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = (
        "date", "precision", "worked out", "actor", "event", "target", "place", "status", "says", "told on",
        "statements", "quotes",
    )  # fmt: skip
    rows = tuple(
        (
            act.date, act.precision, act.worked_out, _named(brief, act.actor), act.event, _named(brief, act.target),
            act.place, act.status, act.says, act.reported.isoformat() if act.reported else None,
            "; ".join(act.statements), quotes.of(act.statements),
        )
        for act in brief.acts
    )  # fmt: skip
    return Table("acts", head, rows)


def _ties(brief: Brief) -> Table:
    quotes = _Quotes(brief)
    head = ("from", "relation", "to", "time", "in the case", "statements", "quotes")
    rows = tuple(
        (
            brief.names.get(tie.from_, tie.from_), tie.relation, brief.names.get(tie.to, tie.to), tie.time,
            tie.in_case, "; ".join(tie.statements), quotes.of(tie.statements),
        )
        for tie in brief.ties
    )  # fmt: skip
    return Table("ties", head, rows)


def _statements(brief: Brief) -> Table:
    head = (
        "number", "id", "kind", "says", "parties", "attribution", "quoted", "confidence", "rule", "article", "outlet",
        "date", "start", "end", "quote",
    )  # fmt: skip
    articles = {article.id: article for article in brief.articles}
    rows: list[tuple[Value, ...]] = []
    for line in brief.statements:
        for place in line.places:
            article = articles.get(place.article)
            rows.append((
                line.number, line.id, line.kind, line.says, _named(brief, line.parties), line.attribution, line.quoted,
                line.confidence, line.rule, place.article,
                "; ".join(article.outlets) if article else None,
                article.date.isoformat() if article and article.date else None,
                place.start, place.end, place.quote,
            ))  # fmt: skip
    return Table("statements", head, tuple(rows))
