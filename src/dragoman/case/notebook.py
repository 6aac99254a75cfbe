"""A case and its analysis in a notebook: as a small page, everything escaped, and as tables for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

    from dragoman.case.analysis import Analysis
    from dragoman.case.case import Case

__all__ = ["analysis_html", "analysis_rows", "case_html", "case_rows", "frames"]

_CONCEPTS = ("nash", "seq", "smr", "gmr")


def case_rows(case: Case) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of *case*, by name: parties, options, preferences and deadlines, a row a dict."""
    lines = [
        {"party": party, "rank": rank, "prefers": line.prefers, "basis": line.basis, "evidence": _list(line.evidence)}
        for party, said in case.preferences.items()
        for rank, line in enumerate(said, start=1)
    ]
    options = [
        {
            "option": name,
            "party": option.party,
            "does": option.does,
            "now": name in case.status_quo,
            "one_way": option.one_way,
            "evidence": _list(option.evidence),
        }
        for name, option in case.options.items()
    ]
    parties = [
        {"party": key, "name": party.name, "persons": _list(party.persons)} for key, party in case.parties.items()
    ]
    deadlines = [
        {"date": line.date, "by": _list(line.by), "on": _list(line.on), "about": line.about} for line in case.deadlines
    ]
    return {"parties": parties, "options": options, "preferences": lines, "deadlines": deadlines}


def analysis_rows(analysis: Analysis) -> dict[str, list[dict[str, Any]]]:
    """Return the tables of *analysis*, by name: outcomes of each layer, and who would leave the status quo."""
    outcomes = [
        {
            "layer": name,
            "list": listed,
            "taken": _list(outcome.on),
            **{concept: concept in outcome.equilibrium for concept in _CONCEPTS},
            "better_for": _list(outcome.better_for),
            "worse_for": _list(outcome.worse_for),
        }
        for name, layer in analysis.layers.items()
        for listed, outcomes in (
            ("status quo", (layer.status_quo,)),
            ("equilibrium", layer.outcomes),
            ("better for all", layer.better_for_all),
        )
        for outcome in outcomes
    ]
    departures = [
        {"layer": name, "party": leaving.party, "to": _list(leaving.to), "reason": leaving.reason}
        for name, layer in analysis.layers.items()
        for leaving in layer.status_quo.departures
    ]
    return {"outcomes": outcomes, "departures": departures}


def frames(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, pd.DataFrame]:
    """Return the tables as data frames."""
    import pandas as pd  # noqa: PLC0415 - slow to import, and needed here alone

    return {name: pd.DataFrame(list(table)) for name, table in rows.items()}


def case_html(case: Case) -> str:
    """Return *case* as a small page: what it is about, its options and what each party prefers."""
    tables = case_rows(case)
    parts = [f"<h3>{escape(case.title)}</h3>", f"<p>{escape(case.summary or '')}</p>" if case.summary else ""]
    parts += [_table(tables["options"], ("party", "option", "does", "now"))]
    parts += [_table(tables["preferences"], ("party", "rank", "prefers", "basis"))]
    return "".join(parts)


def analysis_html(analysis: Analysis) -> str:
    """Return *analysis* as a small page: how many outcomes hold in each layer, and what decides."""
    counts = [
        {"layer": name, "status quo": _list(layer.status_quo.equilibrium) or "no equilibrium", **layer.counts}
        for name, layer in analysis.layers.items()
    ]
    told = "".join(f"<li>{escape(sentence)}</li>" for sentence in (*analysis.what_decides, *analysis.warnings))
    head = f"<h3>{escape(analysis.title)}</h3><p>{analysis.states:,} feasible states, all examined.</p>"
    return head + _table(counts, ("layer", "status quo", *_CONCEPTS)) + f"<ul>{told}</ul>"


def _table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(row.get(column, '')))}</td>" for column in columns) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _list(items: Iterable[str]) -> str:
    return "; ".join(items)
