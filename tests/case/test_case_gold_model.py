"""The expert's model of Korea in April 2019 gives the results that its author computed from the definitions."""

from __future__ import annotations

from typing import Any

import pytest
from case_gold import gold_case, gold_yaml

from dragoman.case.analyse import analyse
from dragoman.case.case import Case, Preference
from dragoman.case.model import conflict_model
from dragoman.graph import CONCEPTS, Stability, comparison, improvements, stability


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return gold_yaml()


@pytest.fixture(scope="module")
def case(data: dict[str, Any]) -> Case:
    return gold_case(data)


@pytest.fixture(scope="module")
def found(case: Case) -> Stability:
    return stability(conflict_model(case))


def changed(case: Case, party: str, lines: tuple[Preference, ...]) -> Stability:
    """Analyse *case* with other lines for *party*."""
    return stability(conflict_model(case.model_copy(update={"preferences": {**case.preferences, party: lines}})))


def equilibria(found: Stability, concept: str) -> set[frozenset[str]]:
    return {frozenset(found.model.taken(state)) for state in found.equilibria(concept)}


def test_the_feasible_states_are_counted_right(found: Stability) -> None:
    """Fourteen options with three exclusions leave 7,680 states."""
    assert len(found.model.states) == 7680


def test_frozen_talks_and_breakdown_are_the_nash_equilibria(found: Stability, data: dict[str, Any]) -> None:
    """The status quo, breakdown, and breakdown with North Korea at the table: nothing else is Nash."""
    frozen, breakdown = (frozenset(outcome["on"]) for outcome in data["expected"]["base"]["nash"])
    assert equilibria(found, "nash") == {frozen, breakdown, breakdown | {"p_meet"}}


def test_full_for_full_is_sequentially_stable(found: Stability, data: dict[str, Any]) -> None:
    """Full for full is SEQ for all, Nash for five, and better than the status quo for all six."""
    [full] = data["expected"]["base"]["sequentially_stable_for_all"]
    state, now = found.model.code(full["on"]), found.model.code(_now(data))
    assert "seq" in found.equilibrium_at(state)
    assert [dm for dm, concepts in found.at(state).items() if "nash" not in concepts] == ["PRK"]
    assert set(comparison(found.model, state, now).values()) == {"better"}


@pytest.mark.parametrize("taken", [["u_full", "p_part"], ["u_part", "p_part"]])
def test_the_hanoi_offer_and_the_small_deal_do_not_hold(
    found: Stability, data: dict[str, Any], taken: list[str]
) -> None:
    """Each is unstable for the United States, and worse than the status quo for it and for Japan alone."""
    state, now = found.model.code([*_now(data), *taken]), found.model.code(_now(data))
    assert [dm for dm, concepts in found.at(state).items() if not concepts] == ["USA"]
    worse = [dm for dm, verdict in comparison(found.model, state, now).items() if verdict == "worse"]
    assert worse == ["USA", "JPN"]


def test_the_pivotal_statement_turns_the_small_deal(case: Case, data: dict[str, Any]) -> None:
    """With relief in part allowed for steps in part, the small deal is Nash for all but North Korea, SEQ for it."""
    pivot = data["expected"]["pivotal_statement"]
    lines = tuple(
        line.model_copy(update={"prefers": pivot["to"]}) if line.prefers == pivot["from"] else line
        for line in case.preferences[pivot["dm"]]
    )
    found = changed(case, pivot["dm"], lines)
    state, now = found.model.code([*_now(data), "u_part", "p_part"]), found.model.code(_now(data))
    assert [dm for dm, concepts in found.at(state).items() if "nash" not in concepts] == ["PRK"]
    assert "seq" in found.at(state)["PRK"]
    assert [dm for dm, verdict in comparison(found.model, state, now).items() if verdict == "worse"] == ["JPN"]
    assert "nash" in found.equilibrium_at(now)


def test_after_the_deadline_north_korea_stays_away(case: Case, data: dict[str, Any]) -> None:
    """Without its two lines on the talks, staying away is a new Nash equilibrium."""
    lines = tuple(
        line for line in case.preferences["PRK"] if line.prefers not in {"u_meet & p_meet", "-p_big if u_meet"}
    )
    assert len(lines) == len(case.preferences["PRK"]) - 2
    found = changed(case, "PRK", lines)
    assert frozenset(data["expected"]["after_deadline"]["new_nash"]["on"]) in equilibria(found, "nash")


def test_the_words_alone_leave_36_nash_equilibria(case: Case) -> None:
    """The textual lines alone leave as many outcomes as the expert's own note says."""
    assert stability(conflict_model(case, "words")).count("nash") == 36


def test_the_analysis_says_the_same(case: Case, found: Stability) -> None:
    """The record of the analysis agrees with the graph model, and its status quo is explained."""
    analysis = analyse(case, shown=5)
    layer = analysis.layers["defaults"]
    assert layer.counts == {concept: found.count(concept) for concept in CONCEPTS}
    assert layer.status_quo.equilibrium == CONCEPTS
    assert not layer.status_quo.departures
    assert len(layer.outcomes) == 5
    assert [outcome.equilibrium[0] for outcome in layer.outcomes[:4]] == ["nash", "nash", "nash", "gmr"]
    assert any("36 on the words alone" in line for line in analysis.what_decides)


def test_no_departure_is_missing_where_one_is_reported(case: Case, found: Stability) -> None:
    """What the analysis reports as departures are improvements in the model, those unanswered making it unstable."""
    layer = analyse(case, shown=12).layers["promises"]
    for outcome in (*layer.outcomes, *layer.better_for_all):
        state = found.model.code(outcome.on)
        for departure in outcome.departures:
            assert found.model.code(departure.to) in improvements(found.model, state, departure.party)
            if departure.answer is None:
                assert "seq" not in outcome.stable_for[departure.party]


def _now(data: dict[str, Any]) -> list[str]:
    return [option for option, taken in data["status_quo"]["state"].items() if taken]
