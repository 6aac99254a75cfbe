"""The JSON Schema of the case file: the long forms of its records and the short forms a person may write."""

from __future__ import annotations

from typing import Any

from dragoman.case.case import Case

__all__ = ["case_schema"]

_TEXT = {"type": "string"}
_SHORT_RECORDS: dict[str, dict[str, Any]] = {
    "Party": _TEXT,
    "Option": {"type": "string", "pattern": ":"},
    "ImaginedOption": {"type": "string", "pattern": ":"},
    "Preference": _TEXT,
    "Infeasible": _TEXT,
    "StandingTie": {"type": "string", "pattern": r"^\s*\S+\s+\S+\s+\S+\s*$"},
    "LeftOut": _TEXT,
    "IssuePlace": {"type": "number"},
    "Worth": {"type": "number"},
}
_ONE_OR_LIST = ("evidence", "persons", "by", "on", "carries", "holds", "verifies", "unseen")


def case_schema() -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12) that an editor can check a case file against as it is written.

    It knows fields, kinds and short forms; that ids exist and logic can be read is checked by
    `dragoman.case.file.load_case`.

    >>> case_schema()["required"]
    ['title', 'parties', 'options']
    """
    schema = Case.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for name, record in schema["$defs"].items():
        _loosen(record["properties"])
        if name in _SHORT_RECORDS:
            schema["$defs"][name] = {"anyOf": [record, _SHORT_RECORDS[name]], "description": record["description"]}
    sections = schema["properties"]
    _or_else(sections, "parties", {"type": "array", "items": _TEXT})
    _or_else(sections, "status_quo", {"type": "object", "additionalProperties": {"enum": [True, False, "yes", "no"]}})
    _or_else(sections, "left_out", {"type": "object", "additionalProperties": _TEXT})
    misperception = schema["$defs"]["Misperception"]["properties"]
    _or_else(misperception, "infeasible", _TEXT)
    for owner in (sections, misperception):
        lines = owner["preferences"]["additionalProperties"]
        owner["preferences"]["additionalProperties"] = {"anyOf": [lines, _TEXT, {"type": "null"}]}
    for name in ("infeasible", "ties", "status_quo", "vetoes"):
        _or_else(sections, name, _TEXT)
    return schema


def _loosen(properties: dict[str, Any]) -> None:
    """Let one item stand for a list of it, and yes or no for true or false."""
    for name in _ONE_OR_LIST:
        if name in properties:
            _or_else(properties, name, _TEXT)
    for name in ("one_way", "divisible", "strong"):
        if name in properties:
            _or_else(properties, name, {"enum": ["yes", "no"]})
    if "date" in properties:
        _or_else(properties, "date", {"type": "number"})


def _or_else(properties: dict[str, Any], name: str, other: dict[str, Any]) -> None:
    field = properties[name]
    outer = {key: field.pop(key) for key in ("description", "default", "title") if key in field}
    forms = field["anyOf"] if set(field) == {"anyOf"} else [field]
    properties[name] = outer | {"anyOf": [*forms, other]}
