"""What a model answers, item by item: short keys, checked as if an enemy had written them."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError, model_validator

from dragoman.plain import printable
from dragoman.statements.statement import ConditionType, Event, Relation, Stance, Status

__all__ = ["ActItem", "Item", "PositionItem", "TieItem", "ViewItem", "answer_schema", "checked_item"]

LONGEST_WORDS = 300
"""Characters that a slot in the model's own words may have."""


def _clean(value: Any) -> Any:
    """Plain words: one line, nothing unprintable; numbers as the words they are."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(printable(value).split()) if isinstance(value, str) else value


def _several(value: Any) -> Any:
    """A list of what may also come as a single word."""
    if isinstance(value, str):
        return [value]
    return value


Words = Annotated[str, BeforeValidator(_clean), Field(max_length=LONGEST_WORDS)]
Quote = Annotated[str, BeforeValidator(_clean), Field(max_length=4_000)]
Who = Annotated[tuple[Words, ...], BeforeValidator(_several), Field(max_length=12)]


class _Short(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class ConditionItem(_Short):
    """What a position hangs on."""

    t: ConditionType = Field(description="type")
    d: Who = Field(default=(), description="doer")
    x: Words = Field(default="", description="action")
    q: Quote | None = Field(default=None, description="its words in the sentence")


class More(_Short):
    """A further quote; ``[3, "words"]`` is taken for it too."""

    s: int = Field(ge=0, description="number of the sentence")
    q: Quote = Field(min_length=1, description="the words")

    @model_validator(mode="before")
    @classmethod
    def _pair(cls, data: Any) -> Any:
        return {"s": data[0], "q": data[1]} if isinstance(data, list) and len(data) == 2 else data


class _Item(_Short):
    s: int = Field(ge=0, description="number of the sentence")
    q: Quote = Field(min_length=1, description="the telling words, as they stand in it")
    m: tuple[More, ...] = Field(default=(), max_length=4, description="further quotes")
    at: Words = Field(default="author", description="who says so")
    n: bool = Field(default=False, description="whether the words are negated")
    md: Words | None = Field(default=None, description="hedge or modal in the words")
    r: int | None = Field(default=None, ge=1, description="number of the proposal that this corrects")


class PositionItem(_Item):
    """A position."""

    k: Literal["p"]
    h: Who = Field(min_length=1, description="holder")
    st: Stance
    d: Who = Field(default=(), description="doer")
    x: Words = Field(min_length=1, description="action")
    to: Who = Field(default=(), description="recipient")
    c: ConditionItem | None = None
    g: Literal["partial", "full"] | None = None
    by: Words | None = Field(default=None, description="deadline")
    about: Words | None = Field(default=None, description="issue")


class ActItem(_Item):
    """An act."""

    k: Literal["a"]
    h: Who = Field(min_length=1, description="actor")
    e: Event
    to: Who = Field(default=(), description="target")
    z: Status = "done"
    dt: Words | None = Field(default=None, description="date")
    pl: Words | None = Field(default=None, description="place")


class TieItem(_Item):
    """A tie."""

    k: Literal["t"]
    h: Who = Field(min_length=1, description="from")
    to: Who = Field(min_length=1)
    rel: Relation
    tm: Words | None = Field(default=None, description="time")


class ViewItem(_Item):
    """A view."""

    k: Literal["v"]
    h: Who = Field(min_length=1, description="holder")
    x: Words = Field(min_length=1, description="proposition")
    on: Who = Field(default=(), description="parties it is about")
    why: bool = Field(default=False, description="whether it says why somebody acts")


Item = Annotated[PositionItem | ActItem | TieItem | ViewItem, Field(discriminator="k")]
_items: TypeAdapter[PositionItem | ActItem | TieItem | ViewItem] = TypeAdapter(Item)
_NAMES = {"p": "position", "a": "act", "t": "tie", "v": "view"}


def checked_item(raw: Any) -> PositionItem | ActItem | TieItem | ViewItem | str:
    """The item that *raw* is, or why it is none.

    >>> checked_item({"k": "t", "s": 3, "q": "longtime allies", "h": "RUR", "to": ["GRA"], "rel": "ally"}).h
    ('RUR',)
    >>> checked_item({"k": "t", "s": 3, "q": "longtime allies", "h": "RUR", "to": ["GRA"], "rel": "friend"})
    'has no right value for "rel"'
    """
    if not isinstance(raw, dict):
        return "is no item"
    if not isinstance(raw.get("k"), str) or raw["k"] not in _NAMES:
        return "says of no kind that it is"
    try:
        return _items.validate_python(raw)
    except ValidationError as error:
        at = next((str(part) for part in error.errors()[0]["loc"] if str(part) not in _NAMES), "item")
        return f'has no right value for "{printable(at)[:20]}"'
    except RecursionError:
        return "is nested too deep"


@cache
def answer_schema(*, judging: bool) -> dict[str, Any]:
    """The JSON schema of an answer, for servers that hold a model to one; *judging* adds the verdicts on proposals.

    >>> sorted(answer_schema(judging=True)["properties"])
    ['i', 'no', 'ok']
    """
    schema = _bare(TypeAdapter(list[Item]).json_schema())
    definitions = schema.pop("$defs")
    if not judging:
        for definition in definitions.values():
            definition["properties"].pop("r", None)
    numbers = {"type": "array", "items": {"type": "integer"}}
    return {
        "type": "object",
        "properties": {"i": schema, **({"ok": numbers, "no": numbers} if judging else {})},
        "required": ["i"],
        "additionalProperties": False,
        "$defs": definitions,
    }


_NOT_FOR_SERVERS = frozenset({"title", "description", "default", "discriminator", "maxLength", "minLength"})


def _bare(schema: Any) -> Any:
    """*schema* without words for people, and without what some servers' grammars do not know."""
    if isinstance(schema, list):
        return [_bare(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "object" and "properties" in schema:
        ordered = sorted(schema["properties"].items(), key=lambda each: each[0] != "k")
        kept = {name: _without_null(_bare(each)) for name, each in ordered}
        found = {"type": "object", "properties": kept, "additionalProperties": False}
        return found | ({"required": schema["required"]} if "required" in schema else {})
    return {
        ("anyOf" if key == "oneOf" else key): _bare(value) for key, value in schema.items()
        if key not in _NOT_FOR_SERVERS
    }  # fmt: skip


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What may be left out need not be null."""
    choices = [each for each in schema.get("anyOf", ()) if each != {"type": "null"}]
    return choices[0] if len(choices) == 1 else schema
