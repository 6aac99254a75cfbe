"""The answer inside a chat completion, believed in nothing."""

from __future__ import annotations

from typing import Any

from dragoman.statements.llm.cache import Answer
from dragoman.statements.llm.request import estimated_tokens

__all__ = ["read_completion"]

_LARGEST_COUNT = 100_000_000


def read_completion(completion: Any, asked: int) -> Answer | None:
    """The answer in a chat completion, believed in nothing: None where it is none; *asked* is the request's estimate.

    >>> message = {"role": "assistant", "content": "{}"}
    >>> read_completion({"choices": [{"message": message, "finish_reason": "length"}]}, asked=90)
    Answer(text='{}', refusal=None, cut_off=True, asked=90, answered=2, counted_by='estimate')
    """
    choices = completion.get("choices") if isinstance(completion, dict) else None
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(message, dict) or not isinstance(choice, dict):
        return None
    text, refusal = _text(message.get("content")), _text(message.get("refusal"))
    usage = completion.get("usage")
    usage = usage if isinstance(usage, dict) else {}
    counts = (_count(usage.get("prompt_tokens")), _count(usage.get("completion_tokens")))
    counted = None not in counts
    return Answer(
        text=text,
        refusal=refusal[:500] or None,
        cut_off=choice.get("finish_reason") == "length",
        asked=counts[0] if counted and counts[0] is not None else asked,
        answered=counts[1] if counted and counts[1] is not None else estimated_tokens(text),
        counted_by="server" if counted else "estimate",
    )


def _text(value: Any) -> str:
    """Text as it may come: a string, or a list of parts; what cannot be written is replaced."""
    if isinstance(value, list):
        value = "".join(part["text"] for part in value if isinstance(part, dict) and isinstance(part.get("text"), str))
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else ""


def _count(value: Any) -> int | None:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value if whole and 0 <= value <= _LARGEST_COUNT else None
