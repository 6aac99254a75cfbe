"""How a server wants to be asked: what it does not know is left out after it has said so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

__all__ = ["Ways"]


@dataclass(frozen=True)
class Ways:
    """What of a request a server takes: how it asks for JSON, what the bound is called, whether there is a temperature.

    >>> body = {"max_tokens": 9, "temperature": 0, "response_format": {"type": "json_schema"}}
    >>> Ways().without(b"response_format is not known here").applied(body)["response_format"]
    {'type': 'json_object'}
    """

    answers: str = "json_schema"
    bound: str = "max_tokens"
    temperature: bool = True

    def applied(self, body: dict[str, Any]) -> dict[str, Any]:
        """The *body* of a request as this server takes it."""
        told = {name: value for name, value in body.items() if name != "response_format"}
        if self.answers == "json_schema":
            told["response_format"] = body["response_format"]
        elif self.answers == "json_object":
            told["response_format"] = {"type": "json_object"}
        told[self.bound] = told.pop("max_tokens")
        if not self.temperature:
            del told["temperature"]
        return told

    def without(self, data: bytes) -> Ways | None:
        """The next way to ask after a server refused with *data*; None where nothing is left to leave out."""
        told = data[:4_000].decode("utf-8", "replace").lower()
        if "max_completion_tokens" in told and self.bound == "max_tokens":
            return replace(self, bound="max_completion_tokens")
        if "temperature" in told and self.temperature:
            return replace(self, temperature=False)
        if any(word in told for word in ("response_format", "json_schema", "schema", "grammar", "guided")):
            following = {"json_schema": "json_object", "json_object": "none"}.get(self.answers)
            return replace(self, answers=following) if following else None
        return None
