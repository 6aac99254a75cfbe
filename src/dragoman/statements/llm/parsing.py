"""An answer's text as items, however it comes: alone, fenced, among prose, or cut off in the middle."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

__all__ = ["Parsed", "parse_answer"]

MOST_ITEMS = 400
_MOST_ATTEMPTS = 3_000
_LONGEST = 2_000_000
_decoder = json.JSONDecoder()


@dataclass(frozen=True)
class Parsed:
    """What an answer holds: raw items, the numbers of proposals it agrees with and rejects, and what was the matter."""

    items: tuple[Any, ...]
    agreed: frozenset[int] = frozenset()
    rejected: frozenset[int] = frozenset()
    remark: str | None = None


def parse_answer(text: str) -> Parsed:
    """Take the items out of *text*; never raises.

    A whole answer is one JSON object with a list under "i"; of several, as when a model thinks aloud, the last counts.
    Where there is none, every object with a "k" that can be
    made out counts, so that an answer that was cut off keeps all but its last item.

    >>> parse_answer('Here you are:\\n```json\\n{"i": [{"k": "a", "s": 1}]}\\n```').items
    ({'k': 'a', 's': 1},)
    >>> cut = parse_answer('{"i": [{"k": "a", "s": 1}, {"k": "p", "s"')
    >>> len(cut.items), cut.remark
    (1, 'the answer was cut off or garbled; what could be made out was taken')
    """
    text = text[:_LONGEST]
    found = _objects(text)
    whole = next((value for value in reversed(found) if isinstance(value.get("i"), list)), None)
    scattered = [value for value in found if "k" in value]
    if whole is not None:
        return Parsed(
            tuple(whole["i"][:MOST_ITEMS]),
            _numbers(whole.get("ok")),
            _numbers(whole.get("no")),
            f"more than {MOST_ITEMS} items came; the rest was left" if len(whole["i"]) > MOST_ITEMS else None,
        )
    if scattered:
        remark = "the answer was cut off or garbled; what could be made out was taken"
        return Parsed(tuple(scattered[:MOST_ITEMS]), remark=remark)
    return Parsed((), remark="the answer holds no items that could be made out")


def _objects(text: str) -> list[dict[str, Any]]:
    """JSON objects in *text*, the outermost that can be read, in order."""
    found: list[dict[str, Any]] = []
    at = text.find("{")
    for _ in range(_MOST_ATTEMPTS):
        if at < 0:
            break
        try:
            value, end = _decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            end = at + 1
        else:
            found.append(value)
        at = text.find("{", end)
    return found


def _numbers(value: Any) -> frozenset[int]:
    given = value if isinstance(value, list) else []
    return frozenset(n for n in given[:MOST_ITEMS] if isinstance(n, int) and not isinstance(n, bool))
