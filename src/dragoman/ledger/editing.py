"""What of a statement a person may edit, as short texts: in a spreadsheet's cells, or at the terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from dragoman.errors import LedgerError
from dragoman.ledger.verdicts import Changes
from dragoman.statements.statement import ConditionType, Event, Relation, Stance, Statement, Status

__all__ = ["CHOICES", "FIELDS", "PARTIES", "changes_in", "texts_of"]

FIELDS: Final[Mapping[str, Mapping[str, str]]] = {
    "position": {
        "who": "holder", "stance": "stance", "whom": "doer", "action": "action", "recipient": "recipient",
        "condition": "condition",
    },
    "act": {"who": "actor", "event": "event", "whom": "target", "status": "status", "happened": "date"},
    "tie": {"who": "from", "relation": "relation", "whom": "to"},
    "view": {"who": "holder", "whom": "about_ids", "action": "proposition"},
}  # fmt: skip
"""By kind of statement: what a person calls it, and the field."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "stance": get_args(Stance), "event": get_args(Event), "status": get_args(Status), "relation": get_args(Relation),
}  # fmt: skip
"""What some of them may be."""

PARTIES: Final = ("who", "whom", "recipient")
"""Those that are ids of parties, parted by semicolons."""

_CONDITIONS: Final = get_args(ConditionType)


def texts_of(statement: Statement) -> dict[str, str]:
    """Return what may be edited of *statement*, as texts.

    A condition is written as its type, who is to fulfil it, and the action: ``only_if | USA | lift sanctions``.
    """
    data = statement.model_dump(mode="json", by_alias=True)
    return {name: _text(data[field]) for name, field in FIELDS[statement.kind].items()}


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return " | ".join((value["type"], "; ".join(value["doer"]), value["action"]))
    return "; ".join(value) if isinstance(value, list) else str(value or "")


def changes_in(original: Statement, texts: Mapping[str, str]) -> Changes | None:
    """Return the fields in which *texts* differ from *original*, with their new values, or None.

    Examples
    --------
    >>> from dragoman.statements.statement import Position
    >>> said = Position.model_validate({
    ...     "id": "p-1", "holder": ["RUR"], "stance": "offer", "action": "leave", "article": "a1", "sentence": "x",
    ...     "char_start": 0, "char_end": 1, "span": "x", "span_start": 0, "span_end": 1})
    >>> changes_in(said, {"stance": "refuse", "who": "RUR", "condition": "unless | GRK | free the crew"})
    {'stance': 'refuse', 'condition': {'type': 'unless', 'doer': ['GRK'], 'action': 'free the crew'}}
    """
    read = texts_of(original)
    data = original.model_dump(mode="json", by_alias=True)
    changes = {
        field: _value(name, texts[name].strip(), several=isinstance(data[field], list))
        for name, field in FIELDS[original.kind].items()
        if name in texts and texts[name].strip() != read[name].strip()
    }
    return changes or None


def _value(name: str, text: str, *, several: bool) -> Any:
    if several:
        return _parts(text)
    if name != "condition" or not text:
        return text or None
    parts = [part.strip() for part in text.split("|")]
    if len(parts) != 3 or parts[0] not in _CONDITIONS:
        known = ", ".join(_CONDITIONS)
        raise LedgerError(f'A condition is written as "only_if | USA | lift sanctions"; the first is one of {known}.')
    return {"type": parts[0], "doer": _parts(parts[1]), "action": parts[2]}


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]
