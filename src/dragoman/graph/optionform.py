"""A model as CSV tables in the literature's layout: the option form, the rankings and the reachability lists.

The first two carry the whole model and are read back. The option form has a row for each option and a column for each
feasible state, numbered from 1, with Y or N; a column before them says ``one way``, ``no return`` or nothing. The
rankings have a row for each decision maker, best state first: ``7 > 3 > 4 = 8``. The reachability lists have a row for
each state, and for each decision maker a column with the states it can move to and one with its improvements among
them: ``2 5 6``.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import Final

import numpy as np

from dragoman.errors import AnalysisError
from dragoman.graph.logic import Expression, name, negation
from dragoman.graph.model import ConflictModel, Option, State
from dragoman.graph.moves import improvements, moves
from dragoman.graph.preference import Ranking, tiers

__all__ = ["MAX_COLUMNS", "from_option_form", "option_form", "rankings", "reachability", "safe_cell"]

MAX_COLUMNS: Final = 4096
"""Most states in one table."""
_HEAD: Final = ["decision maker", "option", "kind"]
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def option_form(model: ConflictModel, states: Sequence[State] | None = None) -> str:
    """Write the options and feasible states as CSV: all of them, or those named, in their order.

    >>> from dragoman.graph import ConflictModel, Option
    >>> options = [Option("a", "A"), Option("b", "A", one_way=True)]
    >>> print(option_form(ConflictModel(["A"], options, infeasible=["a and b"])))
    decision maker,option,kind,1,2,3
    A,a,,N,Y,N
    A,b,one way,N,N,Y
    <BLANKLINE>
    """
    codes = _chosen(model, states)
    rows = [[*_HEAD, *range(1, len(codes) + 1)]]
    for bit, option in enumerate(model.options):
        kind = "one way" if option.one_way else "no return" if option.no_return else ""
        letters = ["Y" if state >> bit & 1 else "N" for state in codes]
        rows.append([safe_cell(option.dm), safe_cell(option.name), kind, *letters])
    return _text(rows)


def rankings(model: ConflictModel, states: Sequence[State] | None = None) -> str:
    """Write everybody's order of the states, named and numbered as in `option_form`, as CSV.

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> options = [Option("a", "A"), Option("b", "A")]
    >>> print(rankings(ConflictModel(["A"], options, preferences={"A": Payoffs([1, 0, 2, 1])})))
    decision maker,ranking
    A,3 > 1 = 4 > 2
    <BLANKLINE>
    """
    codes = _chosen(model, states)
    number = {code: place for place, code in enumerate(codes, start=1)}
    places = np.array([model.index(code) for code in codes], dtype=np.int64)
    rows = [["decision maker", "ranking"]]
    for dm in model.dms:
        ordered = tiers(model.scores(dm)[places], np.array(codes, dtype=np.uint32))
        ranked = [" = ".join(str(number[code]) for code in tier) for tier in ordered]
        rows.append([safe_cell(dm), " > ".join(ranked)])
    return _text(rows)


def reachability(model: ConflictModel, states: Sequence[State] | None = None) -> str:
    """Write everybody's moves and improvements, states named and numbered as in `option_form`, as CSV.

    >>> from dragoman.graph import ConflictModel, Option, Payoffs
    >>> options = [Option("a", "A"), Option("b", "A")]
    >>> print(reachability(ConflictModel(["A"], options, preferences={"A": Payoffs([1, 0, 2, 1])}), [0, 1, 2]))
    state,A moves,A improvements
    1,2 3,3
    2,1 3,1 3
    3,1 2,
    <BLANKLINE>
    """
    codes = _chosen(model, states)
    number = {code: place for place, code in enumerate(codes, start=1)}
    rows: list[list[object]] = [
        ["state", *(safe_cell(f"{dm} {kind}") for dm in model.dms for kind in ("moves", "improvements"))]
    ]
    for code in codes:
        lists = [found(model, code, dm) for dm in model.dms for found in (moves, improvements)]
        cells = [" ".join(str(number[to]) for to in some if to in number) for some in lists]
        rows.append([number[code], *cells])
    return _text(rows)


def from_option_form(options: str, ranked: str | None = None) -> ConflictModel:
    """Build a model from the tables that `option_form` and `rankings` write.

    Exactly the states listed are feasible. Whoever is not ranked is indifferent.

    Raises
    ------
    AnalysisError
        With the table, the row and what is accepted there.

    Examples
    --------
    >>> model = from_option_form(\"\"\"decision maker,option,kind,1,2,3
    ... A,a,,N,Y,N
    ... B,b,one way,N,N,Y
    ... \"\"\", \"\"\"decision maker,ranking
    ... A,2 > 1 = 3
    ... \"\"\")
    >>> model.states.tolist(), model.tiers("A")
    ([0, 1, 2], [[1], [0, 2]])
    """
    head, *rows = _rows(options, "option form", least=len(_HEAD) + 1)
    if [cell.strip().lower() for cell in head[:3]] != _HEAD:
        raise AnalysisError(f"Option form, row 1: the first columns are {', '.join(_HEAD)}; put them so.")
    _check_columns(len(head) - 3)
    read = [_option(row, place, len(head)) for place, row in enumerate(rows, start=2)]
    columns = list(zip(*(row[3:] for row in rows), strict=True))
    codes = [sum(1 << bit for bit, letter in enumerate(column) if _yes(letter)) for column in columns]
    twice = next((number for number, code in enumerate(codes, start=1) if codes.index(code) + 1 != number), None)
    if twice is not None:
        raise AnalysisError(
            f"Option form: states {codes.index(codes[twice - 1]) + 1} and {twice} are the same; drop one."
        )
    number = dict(zip((cell.strip() for cell in head[3:]), codes, strict=True))
    preferences = {} if ranked is None else dict(_ranking(row, place, number) for place, row in _ranked(ranked))
    dms = list(dict.fromkeys(option.dm for option in read))
    only = () if len(codes) == 1 << len(read) else (negation(_one_of(codes, [option.name for option in read])),)
    return ConflictModel(dms, read, infeasible=only, preferences=preferences)


def _option(row: Sequence[str], place: int, width: int) -> Option:
    if len(row) != width:
        raise AnalysisError(f"Option form, row {place}: {len(row)} cells where {width} are expected; complete the row.")
    kind = row[2].strip().lower()
    if kind not in ("", "one way", "no return"):
        raise AnalysisError(
            f'Option form, row {place}: "{kind[:40]}" is no kind; leave it empty, or put one way, no return.'
        )
    wrong = next((cell for cell in row[3:] if cell.strip().upper() not in ("Y", "N", "1", "0")), None)
    if wrong is not None:
        raise AnalysisError(f'Option form, row {place}: "{wrong[:40]}" is neither Y nor N.')
    return Option(_plain(row[1]), _plain(row[0]), one_way=kind == "one way", no_return=kind == "no return")


def _yes(letter: str) -> bool:
    return letter.strip().upper() in ("Y", "1")


def _ranked(text: str) -> list[tuple[int, list[str]]]:
    return list(enumerate(_rows(text, "rankings", least=2)[1:], start=2))


def _ranking(row: Sequence[str], place: int, number: dict[str, int]) -> tuple[str, Ranking]:
    ranked = [[cell.strip() for cell in tier.split("=")] for tier in row[1].split(">")]
    unknown = next((cell for tier in ranked for cell in tier if cell not in number), None)
    if unknown is not None:
        raise AnalysisError(f'Rankings, row {place}: "{unknown[:40]}" is no state of the option form.')
    return _plain(row[0]), Ranking([[number[cell] for cell in tier] for tier in ranked])


def _rows(text: str, table: str, *, least: int) -> list[list[str]]:
    try:
        rows = [row for row in csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True) if row]
    except csv.Error as error:
        raise AnalysisError(f"The {table} is no CSV table: {error}; save it as comma-separated values.") from error
    if len(rows) < 2 or len(rows[0]) < least:
        raise AnalysisError(f"The {table} needs a head and at least one row, of {least} cells or more.")
    short = next((place for place, row in enumerate(rows, start=1) if len(row) < 2), None)
    if short is not None:
        raise AnalysisError(f"The {table}, row {short}: a single cell; complete the row.")
    return rows


def _one_of(codes: Sequence[int], names: Sequence[str]) -> Expression:
    literals = [(negation(name(option)), name(option)) for option in names]
    states = [_all([pair[code >> bit & 1] for bit, pair in enumerate(literals)]) for code in codes]
    return states[0] if len(states) == 1 else Expression("or", tuple(states))


def _all(parts: Sequence[Expression]) -> Expression:
    return parts[0] if len(parts) == 1 else Expression("and", tuple(parts))


def _chosen(model: ConflictModel, states: Sequence[State] | None) -> list[State]:
    chosen = model.states.tolist() if states is None else [int(state) for state in states]
    _check_columns(len(chosen))
    return chosen


def _check_columns(count: int) -> None:
    if count > MAX_COLUMNS:
        raise AnalysisError(f"{count} states are too many for one table; at most {MAX_COLUMNS}.")


def safe_cell(text: str) -> str:
    """Keep a spreadsheet from taking a name for a formula.

    >>> safe_cell("=1+1"), safe_cell("relief")
    ("'=1+1", 'relief')
    """
    return f"'{text}" if text.startswith((*_FORMULA, "'")) else text


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") else cell.strip()


def _text(rows: Sequence[Sequence[object]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    return buffer.getvalue()
