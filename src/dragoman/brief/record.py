"""What every part of the document is: frozen, closed to unknown fields, with each field described."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

__all__ = ["Ids", "Record", "Sentence", "Skipped"]

Ids = tuple[str, ...]


class Record(BaseModel):
    """A frozen part of the document."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Sentence(Record):
    """A sentence in plain words, with the statements it rests on.

    >>> Sentence(text="The strait stays closed.", statements=("a-1",)).text
    'The strait stays closed.'
    """

    text: str = Field(description="the sentence")
    statements: Ids = Field(default=(), description="ids of the statements it rests on; empty: worked out, not read")


class Skipped(Record):
    """Something that could not be taken in, and why."""

    source: str = Field(description="the file or line")
    why: str = Field(description="the reason, in a sentence")
