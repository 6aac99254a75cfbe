"""The key of a language model's server: used in one header, shown nowhere."""

from __future__ import annotations

import os

from dragoman.errors import ModelError

__all__ = ["KEY_VARIABLE", "Key"]

KEY_VARIABLE = "DRAGOMAN_MODEL_KEY"
"""The environment variable the key is taken from, unless another is named."""
_SHORTEST = 4
"""Shorter values are no keys, and striking them from texts would strike ordinary words."""


class Key:
    """A secret; whatever shows the object shows three dots.

    >>> key = Key("s3cret-value")
    >>> key, str(key), key.struck_from("Incorrect key s3cret-value")
    (Key(...), 'Key(...)', 'Incorrect key [key]')
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value.strip()
        if len(self._value) < _SHORTEST or not self._value.isascii() or not self._value.isprintable():
            raise ModelError(
                f"The key for the language model must be {_SHORTEST} or more plain characters on one line. "
                "Set the environment variable again."
            )

    @classmethod
    def from_environment(cls, variable: str = KEY_VARIABLE) -> Key | None:
        """The key in the environment's *variable*, or None where that is unset or empty: local servers need none."""
        value = os.environ.get(variable, "").strip()
        return cls(value) if value else None

    @property
    def header(self) -> dict[str, str]:
        """The header that carries it."""
        return {"Authorization": f"Bearer {self._value}"}

    def struck_from(self, text: str) -> str:
        """*text* with the key struck out, for whatever a server sends back."""
        return text.replace(self._value, "[key]")

    def __repr__(self) -> str:
        return "Key(...)"

    def __reduce__(self) -> tuple[object, ...]:
        raise TypeError("a key is not to be saved")
