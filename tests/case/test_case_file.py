"""The case file: what a person writes is read as meant, and what is written is read back the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from dragoman.case.case import Case, Option, Party, Preference
from dragoman.case.file import dump_case, load_case, parse_case, save_case
from dragoman.case.schema import case_schema
from dragoman.errors import CaseError, OutputError
from dragoman.yaml_tree import read_tree

DOCS = Path(__file__).parents[2] / "docs"
STRAIT = """\
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options:
  reopen: "RUR: reopen the strait"
  free: "GRA: free the crew"
"""


def documented_example() -> str:
    found = re.search(r"```yaml\n(.*?)```", (DOCS / "case-file.md").read_text(), re.DOTALL)
    assert found
    return found.group(1)


def test_the_documented_example_is_a_case() -> None:
    """The example in the documentation loads, with its short forms meaning what the page says."""
    case = parse_case(documented_example())
    assert case.parties["RUR"] == Party(name="Ruritania")
    assert case.options["gra_scrap"].one_way
    assert case.options["rur_reopen"].basis == "words"
    assert case.options["gra_free"] == Option(party="GRA", does="free the crew", basis="judgement")
    assert case.preferences["RUR"][1] == Preference(prefers="gra_scrap", basis="judgement")
    assert case.ties[0].model_dump(by_alias=True)["from"] == "RUR"
    assert case.left_out[0].why == "nobody asks for it any more"
    assert case.issues["opening"].places["RUR"].position == 30


def test_every_field_is_documented() -> None:
    """The page on the case file names every field of the schema."""
    page = (DOCS / "case-file.md").read_text()
    schema = case_schema()
    fields = set(schema["properties"])
    for record in schema["$defs"].values():
        fields |= set(record.get("properties") or record["anyOf"][0]["properties"])
    assert not [field for field in fields if f"`{field}`" not in page]


def test_the_committed_schema_is_current() -> None:
    """The JSON Schema in the documentation is what the records say."""
    assert json.loads((DOCS / "case.schema.json").read_text()) == case_schema()


def plain(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("text", [STRAIT, documented_example(), dump_case(parse_case(documented_example()))])
def test_the_schema_accepts_what_is_accepted(text: str) -> None:
    """Short and long forms pass the JSON Schema."""
    jsonschema.validate(read_tree(text, source="x").plain(), case_schema())


@pytest.mark.parametrize(
    "more", ["color: red", "preferences: {RUR: [{prefer: free}]}", "as_of: [1]", "status_quo: {free: perhaps}"]
)
def test_the_schema_refuses_what_is_refused(more: str) -> None:
    """A wrong field or kind fails the JSON Schema as it fails the reader."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read_tree(STRAIT + more, source="x").plain(), case_schema())
    with pytest.raises(CaseError):
        parse_case(STRAIT + more)


def test_saving_and_loading_is_the_identity(tmp_path: Path) -> None:
    """The documented example survives a round trip through the disk."""
    case = parse_case(documented_example())
    save_case(case, tmp_path / "case.yaml")
    assert load_case(tmp_path / "case.yaml") == case


def test_a_saved_case_is_yaml_to_others() -> None:
    """Another YAML reader finds the same values in a saved file."""
    case = parse_case(documented_example())
    other = plain(dump_case(case))
    assert other["preferences"]["RUR"][0]["prefers"] == "not rur_reopen unless gra_free"
    assert list(other["options"]) == list(case.options)


def test_norway_stays_a_party() -> None:
    """Words that older YAML took for booleans are ids and names like any other."""
    case = parse_case("title: off\nparties: {NO: Norway, y: on}\noptions: {a: {party: NO, does: yes}}\n")
    assert (case.title, case.parties["y"].name, case.options["a"].does) == ("off", "on", "yes")


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    """A file saved by an editor that marks UTF-8 loads."""
    (tmp_path / "case.yaml").write_bytes(b"\xef\xbb\xbf" + STRAIT.encode())
    assert load_case(tmp_path / "case.yaml").title == "The strait"


def test_an_unwritable_place_is_one_sentence(tmp_path: Path) -> None:
    """Saving to a folder says so and writes nothing."""
    with pytest.raises(OutputError, match="Name a file"):
        save_case(parse_case(STRAIT), tmp_path)
    assert not list(tmp_path.iterdir())


def test_an_empty_list_of_preferences_is_kept() -> None:
    """A party that is listed without preferences stays listed."""
    case = parse_case(STRAIT + "preferences: {RUR: []}\n")
    assert parse_case(dump_case(case)).preferences == {"RUR": ()}


def test_a_case_without_options_is_written_and_read(tmp_path: Path) -> None:
    """Nothing found to model is still a case file."""
    case = Case(title="Silence", parties={}, options={})
    save_case(case, tmp_path / "a.yaml")
    assert load_case(tmp_path / "a.yaml") == case
