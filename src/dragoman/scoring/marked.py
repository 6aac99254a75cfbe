"""A statement as it is scored: what a person marked, or what any reader wrote, in one lenient form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from dragoman.errors import CaseError

__all__ = ["Kind", "Marked", "MarkedCondition", "load_aliases", "load_marked", "parse_marked"]

Kind = Literal["position", "act", "tie", "view"]
_Parties = tuple[str, ...] | None
_LINE_LIMIT = 1_000_000
"""Characters of a line beyond which nobody wrote a statement."""


def _as_parties(value: Any) -> Any:
    """One party or several as a tuple; null stays null, for it means that any party will do."""
    if value is None or value == "":
        return None
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(str(one) for one in values if one)


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class MarkedCondition(_Record):
    """What a position hangs on."""

    type: str | None = Field(default=None, description="how it hangs on it")
    doer: _Parties = Field(default=None, description="parties that would fulfil it")
    action: str | None = Field(default=None, description="short verb phrase")
    span: str | None = Field(default=None, description="its words")

    _doer = field_validator("doer", mode="before")(_as_parties)


class Marked(_Record):
    """One statement with its place, its slots and, in gold, what else would be right.

    A slot of parties that is null agrees with any party; an empty one says that there is none. ``accept`` maps a slot
    to further right values; ``tags`` name what makes the statement hard to read.
    """

    id: str = Field(default="", description="the id in its file")
    article: str = Field(min_length=1, description="id of the article")
    kind: Kind = Field(description="position, act, tie or view")
    tier: Literal["core", "optional"] = Field(
        default="core", description="core must be found; optional is neither asked for nor punished"
    )
    sentence: str = Field(default="", description="the evidence sentence")
    char_start: int = Field(ge=0, description="where the sentence begins in the article")
    char_end: int = Field(ge=0, description="one past its end")
    span: str = Field(default="", description="the telling words")
    span_start: int = Field(ge=0, description="where the telling words begin; the sentence's begin if left out")
    span_end: int = Field(ge=0, description="one past their end")
    accept: dict[str, tuple[str | None, ...]] = Field(default_factory=dict, description="other right values by slot")
    tags: tuple[str, ...] = Field(default=(), description="phenomena that make it hard to read")
    holder: _Parties = None
    doer: _Parties = None
    actor: _Parties = None
    target: _Parties = None
    from_: _Parties = Field(default=None, alias="from")
    to: _Parties = None
    about_ids: _Parties = None
    stance: str | None = None
    action: str | None = None
    condition: MarkedCondition | None = None
    degree: str | None = None
    deadline: str | None = None
    event: str | None = None
    status: str | None = None
    date: str | None = None
    date_basis: str | None = None
    relation: str | None = None
    proposition: str | None = None
    motive: bool = False
    rule: str = Field(default="", description="the rule, or reader, that made it")

    _parties = field_validator("holder", "doer", "actor", "target", "from_", "to", "about_ids", mode="before")(
        _as_parties
    )

    @model_validator(mode="before")
    @classmethod
    def _plain(cls, data: Any) -> Any:
        """Take the main evidence where it stands in a list, and null for left out where both mean the same."""
        if not isinstance(data, dict):
            return data
        places = data.get("evidence")
        if "char_start" not in data and isinstance(places, list | tuple) and places and isinstance(places[0], dict):
            data = {**places[0], **data}
        spare = {"accept", "tags", "sentence", "span", "span_start", "span_end", "tier", "motive", "rule", "id"}
        data = {key: value for key, value in data.items() if key not in spare or value is not None}
        data.setdefault("span_start", data.get("char_start"))
        data.setdefault("span_end", data.get("char_end"))
        return data

    @field_validator("accept", mode="before")
    @classmethod
    def _lists(cls, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        lists = {key: one if isinstance(one, list | tuple) else [one] for key, one in value.items()}
        return {key: tuple(None if word is None else str(word) for word in words) for key, words in lists.items()}

    def parties(self, slot: str) -> _Parties:
        """The parties of a slot; ``from`` is one of them."""
        value: _Parties = getattr(self, "from_" if slot == "from" else slot)
        return value

    def right(self, slot: str) -> frozenset[str | None]:
        """Every right value of a slot that holds one word."""
        return frozenset({getattr(self, slot), *self.accept.get(slot, ())})


def parse_marked(text: str, *, source: str = "gold.jsonl") -> tuple[Marked, ...]:
    """Read statements from JSON Lines, one a line; blank lines count and are passed over.

    Raises
    ------
    CaseError
        For a line that is not JSON or lacks what scoring needs; it names the line and the field.

    Examples
    --------
    >>> line = '{"article": "a1", "kind": "tie", "char_start": 0, "char_end": 9, "from": "RUS", "to": ["CHN"]}'
    >>> [tie] = parse_marked(line)
    >>> tie.from_, tie.to, tie.tier, tie.span_end
    (('RUS',), ('CHN',), 'core', 9)
    """
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            found.append(_parsed(line, f"{source}, line {number}", number))
    return tuple(found)


def _parsed(line: str, where: str, number: int) -> Marked:
    if len(line) > _LINE_LIMIT:
        raise CaseError(f"{where}: longer than any statement ({len(line):,} characters). Remove the line.", line=number)
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CaseError(
            f"{where}: not JSON ({error}). Each line holds one statement; mend or remove it.", line=number
        ) from error
    try:
        return Marked.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "statement"
        raise CaseError(f"{where}: {field}: {first['msg']}. Mend or remove the line.", line=number) from error


def load_marked(paths: Iterable[str | Path]) -> tuple[Marked, ...]:
    """Read files of statements, in the order given; see :func:`parse_marked`."""
    found: list[Marked] = []
    for path in paths:
        found += parse_marked(_text(Path(path)), source=str(path))
    return tuple(found)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise CaseError(f"{path}: cannot be read ({reason.lower()}). Name a file of statements, one a line.") from error


def load_aliases(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Read a file of names that mean one party: ``{"EU": ["European Union", "Brussels"]}``.

    Raises
    ------
    CaseError
        Where the file is no such object.
    """
    try:
        data = json.loads(_text(path))
    except (ValueError, RecursionError) as error:
        raise CaseError(f'{path}: not JSON ({error}). Write {{"ID": ["name", "name"]}}.') from error
    lists = isinstance(data, dict) and all(
        isinstance(names, list) and all(isinstance(name, str) for name in names) for names in data.values()
    )
    if not lists:
        raise CaseError(f'{path}: must map each party to a list of its names: {{"ID": ["name", "name"]}}.')
    return {party: tuple(names) for party, names in data.items()}
