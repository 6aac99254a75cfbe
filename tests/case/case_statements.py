"""Small statements for tests of drafting, made of the least there must be."""

from __future__ import annotations

from typing import Any

from dragoman.statements.statement import Act, Position, Tie


def _evidence(words: str, article: str, at: int) -> dict[str, Any]:
    words = words or "x"
    return {
        "article": article,
        "sentence": words,
        "char_start": at,
        "char_end": at + len(words),
        "span": words,
        "span_start": at,
        "span_end": at + len(words),
    }


def position(
    number: int,
    holder: str,
    stance: str,
    doer: str,
    action: str,
    *,
    article: str = "a",
    at: int | None = None,
    **more: Any,
) -> Position:
    said = {
        "id": f"p-{number:03}",
        "kind": "position",
        "holder": holder.split(),
        "stance": stance,
        "doer": doer.split(),
        "action": action,
        **_evidence(action, article, number * 100 if at is None else at),
        **more,
    }
    return Position.model_validate(said)


def act(number: int, actor: str, event: str, words: str, *, target: str = "", **more: Any) -> Act:
    said = {
        "id": f"a-{number:03}",
        "kind": "act",
        "actor": actor.split(),
        "event": event,
        "target": target.split(),
        **_evidence(words, "a", number * 100 + 50),
        **more,
    }
    return Act.model_validate(said)


def tie(number: int, start: str, relation: str, end: str) -> Tie:
    said = {"id": f"t-{number:03}", "kind": "tie", "from": [start], "to": [end], "relation": relation}
    return Tie.model_validate({**said, **_evidence("w", "a", number)})
