"""Published conflicts: every cell of every table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from graph_conflicts import CONCEPTS, Conflict
from graph_oracle import ORACLE

from dragoman.graph import ConflictModel, Option, Prioritised, Ranking, improvements, moves, stability
from dragoman.graph.logic import name as logic_name
from dragoman.graph.logic import negation

HERE = Path(__file__).parents[1] / "reference"
SHARED = Path(__file__).parents[2].parent / "shared" / "reference"
OURS = sorted(HERE.glob("*.json"))
THEIRS = sorted(SHARED.glob("*.json"))


def code(letters: str) -> int:
    return sum(1 << k for k, letter in enumerate(letters) if letter == "Y")


def load(path: Path) -> tuple[dict[str, Any], ConflictModel]:
    """Read one of our files; where the source gives no logic, every state it does not list is excluded."""
    case = json.loads(path.read_text("utf-8"))
    options = [Option(**option) for option in case["options"]]
    infeasible = case["infeasible"] if isinstance(case["infeasible"], list) else excluded(options, case["states"])
    ranking = {dm: Ranking([[code(s) for s in tier] for tier in tiers]) for dm, tiers in case["ranking"].items()}
    return case, ConflictModel(case["dms"], options, infeasible=infeasible, preferences=ranking)


def excluded(options: list[Option], states: list[str]) -> list[str]:
    feasible = {code(s) for s in states}
    names = [logic_name(o.name) for o in options]
    return [
        " and ".join(str(n if c >> k & 1 else negation(n)) for k, n in enumerate(names))
        for c in range(1 << len(options))
        if c not in feasible
    ]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_feasible_states_are_the_published_ones(path: Path) -> None:
    """The infeasible combinations leave exactly the states of the source."""
    case, model = load(path)
    assert model.states.tolist() == sorted(map(code, case["states"]))


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_equilibria_are_the_published_ones(path: Path) -> None:
    """Every concept gives the equilibria of the source."""
    case, model = load(path)
    found = stability(model, CONCEPTS)
    for concept, states in case["equilibria"].items():
        assert list(found.equilibria(concept)) == sorted(map(code, states)), concept


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_stability_is_the_published_one_for_each_decision_maker(path: Path) -> None:
    """Every decision maker's stable states are those of the source, where it gives them."""
    case, model = load(path)
    found = stability(model, CONCEPTS)
    for dm, table in case.get("stability", {}).items():
        for concept, states in table.items():
            stable = model.states[found.stable(concept, dm)].tolist()
            assert stable == sorted(map(code, states)), (dm, concept)


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_the_oracle_gives_the_same_equilibria(path: Path) -> None:
    """The slow way, which shares nothing with the engine, agrees with every table of equilibria."""
    case, model = load(path)
    conflict = Conflict(
        tuple(model.dms.index(option.dm) for option in model.options),
        tuple(option.one_way for option in model.options),
        tuple(option.no_return for option in model.options),
        tuple(model.states.tolist()),
        tuple(dict(zip(model.states.tolist(), model.scores(dm).tolist(), strict=True)) for dm in model.dms),
    )
    for concept, states in case["equilibria"].items():
        holds = [s for s in conflict.feasible if all(ORACLE[concept](conflict, dm, s) for dm in conflict.dms)]
        assert holds == sorted(map(code, states)), concept


@pytest.mark.parametrize(
    "path", [p for p in OURS if "preferences" in json.loads(p.read_text("utf-8"))], ids=lambda p: p.stem
)
def test_prioritised_lists_give_the_published_rankings(path: Path) -> None:
    """The statements order the states as the ranking does."""
    case, model = load(path)
    by_list = ConflictModel(
        model.dms, model.options, preferences={dm: Prioritised(lines) for dm, lines in case["preferences"].items()}
    )
    for dm in model.dms:
        assert by_list.tiers(dm) == model.tiers(dm)


@pytest.mark.skipif(not THEIRS, reason="the shared reference conflicts are not beside this repository")
@pytest.mark.parametrize("path", THEIRS, ids=lambda path: path.stem)
def test_every_cell_of_the_shared_references(path: Path) -> None:
    """States, moves, improvements and stability agree with an independent computation from the definitions."""
    case = json.loads(path.read_text("utf-8"))
    model = shared_model(case)
    codes = case["feasible_decimal"]
    found = stability(model, CONCEPTS)
    assert model.states.tolist() == sorted(codes)
    for dm in model.dms:
        for place, state in enumerate(codes):
            assert moves(model, state, dm) == tuple(sorted(codes[t] for t in case["moves"][dm].get(str(place), [])))
            better = case["improvements"][dm].get(str(place), [])
            assert improvements(model, state, dm) == tuple(sorted(codes[t] for t in better))
        for concept, states in case["textbook"]["stability"][dm].items():
            expected = sorted(codes[s] for s in states)
            assert model.states[found.stable(concept, dm)].tolist() == expected, (dm, concept)
    for concept, states in case["textbook"]["equilibria"].items():
        assert list(found.equilibria(concept)) == sorted(codes[s] for s in states), concept


def shared_model(case: dict[str, Any]) -> ConflictModel:
    direction = {entry["option"]: entry["direction"] for entry in case["irreversible"]}
    owners = [dm["name"] for dm in case["dms"] for _ in dm["options"]]
    options = [
        Option(f"o{k}", owner, one_way=direction.get(option) == "fwd", no_return=direction.get(option) == "back")
        for k, (option, owner) in enumerate(zip(case["options"], owners, strict=True))
    ]
    letters = ["".join("Y" if taken else "N" for taken in state) for state in case["feasible_states"]]
    codes = case["feasible_decimal"]
    ranking = {
        dm: Ranking([[codes[s] for s in tier] for tier in tiers]) for dm, tiers in case["preference_ranking"].items()
    }
    dms = [dm["name"] for dm in case["dms"]]
    return ConflictModel(dms, options, infeasible=excluded(options, letters), preferences=ranking)
