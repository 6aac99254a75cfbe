"""Answers that were paid for, kept: one small file each, found by the request's key."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.output import write_atomically

__all__ = ["Answer", "AnswerCache", "default_folder"]

_LARGEST = 4_000_000


class Answer(BaseModel):
    """What a model answered to one request."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str = Field(description="the answer, as it came")
    refusal: str | None = Field(default=None, description="why the model would not answer, in its words")
    cut_off: bool = Field(default=False, description="whether the answer ended at its bound")
    asked: int = Field(default=0, ge=0, description="tokens of the request")
    answered: int = Field(default=0, ge=0, description="tokens of the answer")
    counted_by: Literal["server", "estimate"] = Field(default="estimate", description="who counted the tokens")


class AnswerCache:
    """A folder of answers. What in it cannot be read counts as not there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     cache = AnswerCache(Path(folder))
    ...     cache.keep("ab12", Answer(text="{}"))
    ...     cache.find("ab12").text, cache.find("cd34")
    ('{}', None)
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, key: str) -> Answer | None:
        """The answer to the request *key*, if it is kept."""
        path = self._path(key)
        try:
            if path.stat().st_size > _LARGEST:
                return None
            return Answer.model_validate_json(path.read_bytes())
        except (OSError, ValidationError):
            return None

    def keep(self, key: str, answer: Answer) -> None:
        """Keep *answer*, whole or not at all."""
        write_atomically(self._path(key), answer.model_dump_json() + "\n")

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.json"


def default_folder() -> Path:
    """Where answers are kept unless another folder is named."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "dragoman" / "answers"
