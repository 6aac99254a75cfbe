"""Where issues come from: the issues of a case, or a table of actors with their positions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis
from dragoman.case.case import Case
from dragoman.case.checking import check_case
from dragoman.case.reading import case_of
from dragoman.errors import AnalysisError, CaseError
from dragoman.forecast.issue import ScaledIssue, Stand
from dragoman.forecast.table import parse_table
from dragoman.forecast.veto import option_model_says, withholders
from dragoman.yaml_tree import Node, read_tree

__all__ = ["Issues", "issues_of_case", "load_issues"]

_MOST_BYTES: Final = 8_000_000


@dataclass(frozen=True)
class Issues:
    """Issues to forecast, what was assumed or left out on the way, and what the option model says beside them."""

    issues: tuple[ScaledIssue, ...]
    notes: tuple[str, ...] = ()
    vetoes: tuple[str, ...] = ()
    option_model: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def load_issues(path: str | Path, *, scale: tuple[float, float] | None = None) -> Issues:
    """Read issues from a ``.csv`` table of actors, from a case file, or from a YAML file with ``issues`` alone.

    Parameters
    ----------
    scale
        The ends of the scale of every issue of a table that has no columns ``low`` and ``high``.

    Raises
    ------
    CaseError
        The file cannot be opened or read; the message names the line.
    AnalysisError
        No issue can be forecast.
    """
    text = _text(path)
    name = Path(path).name
    if Path(path).suffix.lower() == ".csv":
        return Issues(*parse_table(text, source=name, scale=scale))
    tree = read_tree(text, source=name)
    if isinstance(tree.value, dict) and "issues" in tree.value and "options" not in tree.value:
        tree = _as_case(tree)
    case, full = case_of(tree, source=name)
    check_case(case, full, source=name)
    if not case.issues:
        raise CaseError(
            f"{name}: the case has no issues. Add a section issues with a scale and places, or name a table."
        )
    return issues_of_case(case)


def issues_of_case(case: Case, analysis: Analysis | None = None) -> Issues:
    """The issues of *case*, with vetoes and verdicts of its option model, analysed here unless given.

    An issue that cannot be forecast (one place, say) is left out with its reason among the notes.

    Raises
    ------
    AnalysisError
        No issue can be forecast.
    """
    issues, notes = [], []
    for name, entry in case.issues.items():
        stands = tuple(
            Stand(party, place.position, place.salience, place.influence) for party, place in entry.places.items()
        )
        try:
            ends = sorted(entry.scale) or [math.nan]
            issues.append(ScaledIssue(name, stands, ends[0], ends[-1], entry.status_quo))
        except AnalysisError as error:
            notes.append(str(error))
    if case.issues and not issues:
        raise AnalysisError(notes[0])
    vetoes, says = case.vetoes, ""
    if case.options:
        try:
            analysis = analysis or analyse(case)
            vetoes, says = withholders(case, analysis), option_model_says(case, analysis)
        except AnalysisError as error:
            notes.append(f"The option model was not asked who can withhold an outcome: {error}")
    names = {party: line.name for party, line in case.parties.items()}
    return Issues(tuple(issues), tuple(notes), vetoes, says, names)


def _text(path: str | Path) -> str:
    try:
        with Path(path).open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise CaseError(f"{path}: larger than {_MOST_BYTES // 1_000_000} MB. Is it the right file?")
        return data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "").lower() or "not UTF-8 text"
        raise CaseError(f"{path}: cannot be read: {reason}. Name a case file or a .csv table of actors.") from error


def _as_case(tree: Node) -> Node:
    """Complete a file of issues alone to a case, its parties those with places."""
    entries = dict(tree.value)
    places: dict[str, Node] = {}
    for issue in _mapping(entries["issues"]).values():
        for party in _mapping(_mapping(issue).get("places", Node({}, issue.line))):
            places.setdefault(party, Node(party, issue.line))
    entries.setdefault("title", Node("issues", tree.line))
    entries.setdefault("parties", Node(places, tree.line))
    entries["options"] = Node({}, tree.line)
    return Node(entries, tree.line)


def _mapping(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}
