"""YAML as a tree of plain values that know their line: no tags, no aliases, bounded in size and depth.

The scalars are those of the YAML 1.2 core schema (https://yaml.org/spec/1.2.2/): null, true and false, numbers, and
text. ``yes``, ``NO`` and dates are text, so that Norway stays a country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from dragoman.errors import CaseError

__all__ = ["MAX_CHARACTERS", "MAX_DEPTH", "MAX_VALUES", "Node", "read_tree"]

MAX_CHARACTERS = 2_000_000
MAX_DEPTH = 12
MAX_VALUES = 20_000

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,4})?")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_CORE_TAGS = {"str", "int", "float", "bool", "null", "seq", "map"}


@dataclass(frozen=True)
class Node:
    """A value of the file and the place it stands at; ``line`` and ``column`` count from 1.

    ``value`` is None, a bool, a number, a text, a tuple of nodes, or a dict from text to node.
    ``exact`` says that a text stands on one line as written, so that a place inside it is a column;
    ``key_line`` is the line of the key it belongs to, or its own.
    """

    value: Any
    line: int
    column: int = 1
    exact: bool = False
    key_line: int = 0

    def plain(self) -> Any:
        """Return the value without its places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, tuple):
            return [node.plain() for node in self.value]
        return self.value

    def at(self, path: tuple[str | int, ...]) -> Node:
        """Return the deepest node on the way along *path*."""
        here = self
        for step in path:
            if isinstance(here.value, dict) and str(step) in here.value:
                here = here.value[str(step)]
            elif isinstance(here.value, tuple) and isinstance(step, int) and step < len(here.value):
                here = here.value[step]
            else:
                break
        return here


def read_tree(text: str, *, source: str) -> Node:
    """Read one YAML document.

    Raises
    ------
    CaseError
        Not YAML, too large or too deep, an alias or tag, a key given twice, or an empty document; with the line.

    Examples
    --------
    >>> tree = read_tree("title: Strait\\nstatus_quo: [a, b]\\n", source="case.yaml")
    >>> tree.plain(), tree.at(("status_quo", 1)).line
    ({'title': 'Strait', 'status_quo': ['a', 'b']}, 2)
    """
    if len(text) > MAX_CHARACTERS:
        raise CaseError(
            f"{source}: {len(text):,} characters; a case file has at most {MAX_CHARACTERS:,}. Is it the right file?"
        )
    return _Reader(text, source).document()


class _Reader:
    def __init__(self, text: str, source: str) -> None:
        self.source = source
        self.values = 0
        self.events: Iterator[Any] = iter(YAML(typ="safe", pure=True).parse(text))

    def document(self) -> Node:
        try:
            event = self._next()
            while event.__class__.__name__ in {"StreamStartEvent", "DocumentStartEvent", "CommentEvent"}:
                event = self._next()
            if event.__class__.__name__ == "StreamEndEvent":
                raise CaseError(f"{self.source}: the file is empty. A case begins with a title, parties and options.")
            node = self._node(event, depth=0)
            self._end()
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = mark.line + 1 if mark else None
            what = " ".join(str(error.problem or error.context or "not YAML").split())
            raise CaseError(
                f"{self.source}, line {line or '?'}: cannot be read as YAML: {what}. "
                "Check that line and the one above it: the indentation by spaces, the colon after each name; and put "
                'text with ": " or a leading "[" or "{" in straight quotation marks.',
                line=line,
            ) from None
        except (YAMLError, RecursionError) as error:
            what = " ".join(str(error).split())[:200]
            raise CaseError(
                f"{self.source}: cannot be read as YAML: {what}. A case file is plain UTF-8 text."
            ) from None
        return node

    def _next(self) -> Any:
        return next(self.events)

    def _end(self) -> None:
        self._next()
        event = self._next()
        if event.__class__.__name__ != "StreamEndEvent":
            raise self._error(event, "a second document begins. Put one case in one file")

    def _error(self, event: Any, problem: str) -> CaseError:
        line = event.start_mark.line + 1
        return CaseError(f"{self.source}, line {line}: {problem}.", line=line)

    def _node(self, event: Any, *, depth: int) -> Node:
        self.values += 1
        kind = event.__class__.__name__
        if self.values > MAX_VALUES:
            raise self._error(event, f"more than {MAX_VALUES:,} values; a case is smaller. Is it the right file?")
        if depth > MAX_DEPTH:
            raise self._error(event, f"nested more than {MAX_DEPTH} deep; a case is flatter")
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            raise self._error(event, "an anchor or alias (& or *) is not accepted. Write the value out, or quote it")
        self._refuse_tag(event)
        if kind == "MappingStartEvent":
            return self._mapping(event, depth)
        if kind == "SequenceStartEvent":
            return self._sequence(event, depth)
        return self._scalar(event)

    def _refuse_tag(self, event: Any) -> None:
        tag = getattr(event, "tag", None)
        name = str(tag).rpartition(":")[2] if tag else ""
        if tag and name not in _CORE_TAGS:
            raise self._error(event, f'the tag "{tag}" is not accepted. Write a plain value')

    def _mapping(self, start: Any, depth: int) -> Node:
        entries: dict[str, Node] = {}
        event = self._next()
        while event.__class__.__name__ != "MappingEndEvent":
            if event.__class__.__name__ != "ScalarEvent":
                raise self._error(event, "a key must be a plain word")
            self._node(event, depth=depth + 1)
            key = str(event.value)
            if key in entries:
                first = entries[key].line
                raise self._error(event, f'"{key}" is given twice (first on line {first}). Keep one, or rename it')
            value = self._node(self._next(), depth=depth + 1)
            key_line = event.start_mark.line + 1
            entries[key] = replace(value, key_line=key_line, line=key_line if value.value is None else value.line)
            event = self._next()
        return Node(entries, start.start_mark.line + 1, start.start_mark.column + 1)

    def _sequence(self, start: Any, depth: int) -> Node:
        items: list[Node] = []
        event = self._next()
        while event.__class__.__name__ != "SequenceEndEvent":
            items.append(self._node(event, depth=depth + 1))
            event = self._next()
        return Node(tuple(items), start.start_mark.line + 1, start.start_mark.column + 1)

    def _scalar(self, event: Any) -> Node:
        quoted = event.style in {"'", '"', "|", ">"}
        value = event.value if quoted else _plain_value(event.value)
        exact = event.start_mark.line == event.end_mark.line and len(event.value) + 2 * quoted == (
            event.end_mark.column - event.start_mark.column
        )
        return Node(value, event.start_mark.line + 1, event.start_mark.column + 1 + quoted, exact)


def _plain_value(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text
