"""A tree of YAML as a case: every field known, every value of its kind, and the line of what is not."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from dragoman.case.case import (
    Case,
    Deadline,
    ImaginedOption,
    Infeasible,
    Issue,
    IssuePlace,
    LeftOut,
    Misperception,
    Option,
    Party,
    Preference,
    StandingTie,
    Worth,
)
from dragoman.case.shorthand import expand
from dragoman.errors import CaseError
from dragoman.yaml_tree import Node

__all__ = ["among", "case_of", "fail"]

_ENTRIES: dict[str, tuple[str, type[BaseModel]]] = {
    "parties": ("a party", Party),
    "options": ("an option", Option),
    "infeasible": ("an infeasible line", Infeasible),
    "preferences": ("a preference line", Preference),
    "misperceptions": ("a misperception", Misperception),
    "worths": ("a worth", Worth),
    "issues": ("an issue", Issue),
    "ties": ("a tie", StandingTie),
    "deadlines": ("a deadline", Deadline),
    "left_out": ("a line of left_out", LeftOut),
}
_WITHIN_MISPERCEPTION: dict[str, tuple[str, type[BaseModel]]] = {
    "imagined": ("an imagined option", ImaginedOption),
    "infeasible": _ENTRIES["infeasible"],
    "preferences": _ENTRIES["preferences"],
}
_RECORDS: tuple[type[BaseModel], ...] = (Case, IssuePlace, ImaginedOption, *(record for _, record in _ENTRIES.values()))
_ALL_FIELDS = {field.alias or name for record in _RECORDS for name, field in record.model_fields.items()}
_EXPECTED = {
    "string_type": "a text; put it in quotation marks",
    "list_type": "a list: [one, two]",
    "tuple_type": "a list: [one, two]",
    "dict_type": "a mapping: lines of key: value, indented",
    "mapping_type": "a mapping: lines of key: value, indented",
    "model_type": "a mapping: lines of key: value, indented",
    "bool_type": "yes or no",
    "bool_parsing": "yes or no",
    "float_type": "a number",
    "float_parsing": "a number",
    "finite_number": "a number, not infinite",
    "date_type": "a date: 2019-04-27",
    "date_parsing": "a date: 2019-04-27",
    "date_from_datetime_parsing": "a date: 2019-04-27",
    "date_from_datetime_inexact": "a date without a time: 2019-04-27",
    "greater_than_equal": "a number from 0 to 100",
    "less_than_equal": "a number from 0 to 100",
}


def case_of(tree: Node, *, source: str) -> tuple[Case, Node]:
    """Return the case that *tree* says, and the tree with its short forms written out, for later messages.

    Raises
    ------
    CaseError
        A field that is not one, a missing field, a value of the wrong kind; with the line.
    """
    if not isinstance(tree.value, dict):
        raise fail(source, tree, "a case is a mapping that begins with title, parties and options")
    full = expand(tree)
    try:
        return Case.model_validate(_without_nothing(full.plain())), full
    except ValidationError as error:
        raise _explained(error, full, source) from None


def fail(source: str, node: Node, problem: str, *, line: int | None = None) -> CaseError:
    """Return the error that says *problem* of *node*, with its line."""
    line = line or node.line
    return CaseError(f"{source}, line {line}: {problem}.", line=line)


def among(names: Iterable[str], *, wanted: str = "", most: int = 20) -> str:
    """Return *names* as a list for a message, the closest to *wanted* first where one is close.

    >>> among(["free_crew", "withdraw"], wanted="withdrew")
    'withdraw (did you mean this one?), free_crew'
    """
    listed = list(names)
    if not listed:
        return "none"
    close = difflib.get_close_matches(wanted, listed, n=1) if wanted else []
    told = [f"{close[0]} (did you mean this one?)"] if close else []
    told += [name for name in listed if name not in close]
    return ", ".join(told[:most]) + (f" and {len(told) - most} more" if len(told) > most else "")


def _without_nothing(value: Any) -> Any:
    """Drop fields without a value: an empty field is a field left out. Unknown keys stay, to be reported."""
    if isinstance(value, dict):
        return {
            key: _without_nothing(entry) for key, entry in value.items() if entry is not None or key not in _ALL_FIELDS
        }
    if isinstance(value, list):
        return [_without_nothing(item) for item in value]
    return value


def _explained(error: ValidationError, tree: Node, source: str) -> CaseError:
    problem = min(error.errors(), key=lambda found: (tree.at(found["loc"]).line, found["type"] != "extra_forbidden"))
    if problem["type"] == "missing":
        problem = next((found for found in error.errors() if _misnamed(found, problem)), problem)
    loc = tuple(step for step in problem["loc"] if step != "[key]")
    node, (thing, record) = tree.at(loc), _thing(loc)
    field = str(loc[-1]) if loc else ""
    if problem["type"] == "extra_forbidden":
        fields = among(_fields(record), wanted=field)
        return fail(
            source,
            node,
            f'"{field}" is not a field of {thing}. Its fields: {fields}. Rename or remove it',
            line=node.key_line,
        )
    if problem["type"] == "missing":
        return fail(source, node, f"{thing}{_named(loc[:-1])} has no {field}. Add it", line=node.key_line)
    if problem["type"] == "literal_error":
        choices = among(get_args(record.model_fields[field].annotation), wanted=str(node.value))
        return fail(source, node, f'{field} is "{node.value}". Accepted: {choices}')
    expected = _EXPECTED.get(problem["type"], str(problem["msg"]).lower())
    return fail(source, node, f"{_path(loc)} should be {expected}")


def _misnamed(found: ErrorDetails, missing: ErrorDetails) -> bool:
    """Whether *found* is a field of no record in the record that misses one: the two are most often one mistake."""
    return found["type"] == "extra_forbidden" and found["loc"][:-1] == missing["loc"][:-1]


def _thing(loc: tuple[str | int, ...]) -> tuple[str, type[BaseModel]]:
    if len(loc) > 4 and loc[0] == "misperceptions" and str(loc[2]) in _WITHIN_MISPERCEPTION:
        return _WITHIN_MISPERCEPTION[str(loc[2])]
    if len(loc) > 2 and str(loc[0]) in _ENTRIES:
        return ("a place", IssuePlace) if "places" in loc and len(loc) > 4 else _ENTRIES[str(loc[0])]
    return "a case", Case


def _fields(record: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in record.model_fields.items()]


def _named(loc: tuple[str | int, ...]) -> str:
    return f' ("{loc[-1]}")' if loc and isinstance(loc[-1], str) else ""


def _path(loc: tuple[str | int, ...]) -> str:
    """Write the way to a value in words: ``parties, USA, name``; list places count from 1."""
    return ", ".join(f"number {step + 1}" if isinstance(step, int) else str(step) for step in loc) or "the file"
