"""The documented form of the document is the form it has."""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.brief.document import document_schema
from dragoman.brief.reference import document_reference

DOCS = Path(__file__).parents[2] / "docs"


def test_every_field_stands_in_the_docs() -> None:
    """docs/brief.md carries the reference as it is made from the schema."""
    assert (DOCS / "brief.md").read_text(encoding="utf-8").endswith(document_reference().rstrip() + "\n")


def test_the_schema_file_is_current() -> None:
    """docs/brief.schema.json is the schema that the program has."""
    assert json.loads((DOCS / "brief.schema.json").read_text(encoding="utf-8")) == document_schema()
