"""The model of a case for other programs: tables, graphs and pictures, as files by name."""

from __future__ import annotations

from typing import Final

import pandas as pd

from dragoman.case.analysis import Analysis
from dragoman.case.asked import labelled
from dragoman.case.case import Case
from dragoman.case.outcomes import LayerView
from dragoman.case.questions import lettered
from dragoman.case.worded import worded_model
from dragoman.graph import ALL_CONCEPTS, CONCEPTS, ConflictModel, Stability, stability
from dragoman.graph.export import graphml, graphviz
from dragoman.graph.optionform import MAX_COLUMNS, option_form, rankings, reachability, safe_cell
from dragoman.graph.pictures import integrated_picture, option_table_picture, tableau_picture
from dragoman.graph.tables import equilibria_table, moves_table, stability_table, states_table
from dragoman.plain import wrapped

__all__ = ["exported"]

_IN_A_GRAPH: Final = 512
_WIDTH: Final = 80


def exported(case: Case, analysis: Analysis) -> dict[str, str]:
    """Give the model of *case*, with defaults and judgements counted, as the texts of files, by name.

    Of a model of more than 4,096 states the tables have the status quo and the listed outcomes alone, of one of more
    than 512 so have the graphs; pictures always do. Names in tables cannot become formulas of a spreadsheet.

    Examples
    --------
    >>> from dragoman.case.analyse import analyse
    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait'}, preferences: {A: [a]}}")
    >>> files = exported(case, analyse(case))
    >>> sorted(files)[:4], files["rankings.csv"].splitlines()
    (['README.txt', 'equilibria.csv', 'graph.dot', 'graph.graphml'], ['decision maker,ranking', 'A,2 > 1'])
    """
    view = LayerView(case, "defaults")
    labels = {code: label for label, code in reversed(labelled(view, lettered(analysis)).items())}
    whole = view.model.states.tolist() if len(view.model.states) <= MAX_COLUMNS else None
    listed = sorted(labels, key=lambda code: (labels[code] != "Now", len(labels[code]), labels[code]))
    tabled = listed if whole is None else whole
    found = view.found if whole is None else stability(view.model, ALL_CONCEPTS)
    drawn = listed if len(view.model.states) > _IN_A_GRAPH else tabled
    files = {
        **_tables(view.model, found, tabled, labels),
        "graph.graphml": graphml(view.model, found, drawn),
        "graph.dot": graphviz(view.model, found, drawn),
        **_pictures(view, listed, labels),
    }
    return {"README.txt": _contents(view, len(tabled), len(drawn)), **files}


def _tables(model: ConflictModel, found: Stability, states: list[int], labels: dict[int, str]) -> dict[str, str]:
    numbered = states_table(model, states)
    numbered.insert(0, "number", range(1, len(states) + 1))
    numbered.insert(1, "outcome", [labels.get(code, "") for code in states])
    return {
        "options.csv": option_form(model, states),
        "rankings.csv": rankings(model, states),
        "reachability.csv": reachability(model, states),
        "states.csv": _csv(numbered),
        "moves.csv": _csv(moves_table(model, states)),
        "stability.csv": _csv(stability_table(found, states)),
        "equilibria.csv": _csv(equilibria_table(found, states)),
    }


def _csv(table: pd.DataFrame) -> str:
    safe = table.rename(columns=safe_cell)
    if "dm" in safe:
        safe["dm"] = safe["dm"].map(safe_cell)
    return safe.to_csv(index=False, lineterminator="\n")


def _pictures(view: LayerView, states: list[int], labels: dict[int, str]) -> dict[str, str]:
    worded = worded_model(view)
    found = stability(worded, CONCEPTS)
    return {
        "options.svg": option_table_picture(worded, states, found, labels),
        "tableau.svg": tableau_picture(found, states, labels=labels),
        "graph.svg": integrated_picture(worded, found, states, status_quo=view.now, labels=labels),
    }


def _contents(view: LayerView, tabled: int, drawn: int) -> str:
    states = len(view.model.states)

    def of(count: int) -> str:
        return "all feasible states" if count == states else f"the status quo and {count - 1} listed outcomes"

    told = [
        f"The conflict model of “{view.case.title}”: {states:,} feasible states, preferences with defaults and "
        "judgements. Written by dragoman analyse --export.",
        f"Tables have {of(tabled)}, the graphs {of(drawn)}, the pictures the status quo and listed outcomes. Outcomes "
        "bear their letters from the brief. In options.csv, rankings.csv and reachability.csv states are numbered from "
        "1; everywhere else they have their code, in which bit k is set where option k is taken. states.csv has both.",
        "options.csv, rankings.csv, reachability.csv: the option form, everybody's ranking and reachability lists, in "
        "the layout of the literature.",
        "states.csv, moves.csv, stability.csv, equilibria.csv: tidy tables, a row for each observation. A rank counts "
        "among all feasible states, 1 is best.",
        "graph.graphml (Gephi, yEd, Cytoscape, NetworkX), graph.dot (Graphviz): states and moves, with equilibria.",
        "options.svg, tableau.svg, graph.svg: the option table, the tableau of stability (SEQ), and the improvements "
        "between outcomes, as pictures.",
    ]
    return "\n\n".join(wrapped(paragraph, _WIDTH) for paragraph in told) + "\n"
