"""The reference of the JSON document, made from its schema, so that it cannot go stale."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dragoman.brief.document import document_schema

__all__ = ["document_reference"]


def document_reference() -> str:
    """Describe every record and field of the document as Markdown tables, the whole document first.

    >>> document_reference().splitlines()[0]
    '### Brief'
    """
    schema = document_schema()
    records = {"Brief": schema, **dict(sorted(schema["$defs"].items()))}
    return "\n".join(line for name, record in records.items() for line in _record(name, record))


def _record(name: str, schema: dict[str, Any]) -> Iterator[str]:
    if "properties" not in schema:
        return
    yield f"### {name}"
    yield ""
    yield schema.get("description", "").split("\n\n")[0].replace("\n", " ").strip()
    yield ""
    yield "| field | type | meaning |"
    yield "| --- | --- | --- |"
    for field, content in schema["properties"].items():
        yield f"| `{field}` | {_kind(content)} | {content.get('description', '').replace('|', chr(92) + '|')} |"
    yield ""


def _kind(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(_kind(part) for part in schema["anyOf"])
    if "const" in schema or "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"map to {_kind(schema['additionalProperties'])}"
    return str(schema.get("format") or schema.get("type", "any"))
