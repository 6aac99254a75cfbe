"""The expert's conflict model that lies beside the repository, transcribed into a case of ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from dragoman.case.case import Case
from dragoman.statements.statement import Statement, statement_adapter

GOLD = Path(__file__).parents[2].parent / "shared" / "gold"
BASIS = {"text": "words", "inferred": "judgement", "general": "judgement"}


def gold_yaml() -> dict[str, Any]:
    """Read the expert's file as it is, or skip."""
    path = GOLD / "case.yaml"
    if not path.exists():
        pytest.skip("the expert's case is not beside the repository")
    data: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    return data


def gold_case(data: dict[str, Any]) -> Case:
    """Transcribe the expert's model: same options, constraints, status quo and preference lists."""
    return Case.model_validate(
        {
            "title": data["case"],
            "parties": {party: {"name": said["name"]} for party, said in data["decision_makers"].items()},
            "options": {option["id"]: {"party": option["dm"], "does": option["move"]} for option in data["options"]},
            "infeasible": [{"when": rule["expr"], "why": rule["why"]} for rule in data["infeasible"]],
            "status_quo": [option for option, taken in data["status_quo"]["state"].items() if taken],
            "preferences": {
                party: [
                    {"prefers": line["expr"], "basis": BASIS[line["basis"]], "evidence": line.get("evidence", [])}
                    for line in lines
                ]
                for party, lines in data["preferences"].items()
            },
        }
    )


def gold_statements(*names: str) -> list[Statement]:
    """Read gold statements of open articles as our records, or skip."""
    found: list[Statement] = []
    for name in names:
        path = GOLD / f"{name}.jsonl"
        if not path.exists():
            pytest.skip("the gold statements are not beside the repository")
        found += [statement_adapter.validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return found
