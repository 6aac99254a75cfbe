"""From the gold statements of the two Korea articles the draft finds what the expert modelled, line by line."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from case_gold import gold_case, gold_statements, gold_yaml

from dragoman.case.case import Case
from dragoman.case.draft import draft
from dragoman.case.model import conflict_model
from dragoman.graph import Expression, Stability, comparison, parse, stability

OPTIONS = {
    "u_full": "usa_lift_sanctions_full",
    "u_part": "usa_lift_sanctions_part",
    "u_meet": "usa_hold_third_summit",
    "u_drill": "usa_resume_military_exercises",
    "p_full": "prk_give_up_nuclear_weapons_full",
    "p_part": "prk_dismantle_main_nuclear_facility_part",
    "p_big": "prk_resume_weapon_tests",
    "p_short": "prk_keep_up_weapon_tests",
    "p_meet": "prk_hold_third_summit",
    "c_ease": "chn_back_usa_lift_sanctions_part",
    "r_ease": "rus_back_usa_lift_sanctions_part",
    "r_msg": "rus_convey_details_talks_trump",
    "k_ease": "kor_back_usa_lift_sanctions_part",
    "j_hard": "jpn_resist_usa_lift_sanctions_part",
}
"""The expert's option and the drafted one that a person would take for it."""


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return gold_yaml()


@pytest.fixture(scope="module")
def case() -> Case:
    return draft(gold_statements("seed0", "seed1"))


@pytest.fixture(scope="module")
def found(case: Case) -> Stability:
    return stability(conflict_model(case, "defaults"))


def ours(logic: str) -> Expression:
    """Write the expert's logic over our options."""
    text = str(parse(logic))
    for theirs, option in OPTIONS.items():
        text = " ".join(word.replace(theirs, option) if theirs in word else word for word in text.split(" "))
    return parse(text)


def same_sense(one: Expression, other: Expression, case: Case) -> bool:
    """Say whether one line implies the other wherever both can be, and they speak mostly of the same options."""
    if 2 * len(set(one.names) & set(other.names)) < len(set(one.names) | set(other.names)):
        return False
    names = sorted({*one.names, *other.names})
    rules = [parse(rule.when) for rule in case.infeasible]
    states = [set(itertools.compress(names, bits)) for bits in itertools.product([0, 1], repeat=len(names))]
    states = [state for state in states if not any(rule.holds(state) for rule in rules)]
    pairs = [(one.holds(state), other.holds(state)) for state in states]
    return all(b for a, b in pairs if a) or all(a for a, b in pairs if b)


def test_the_parties_are_the_six_decision_makers(case: Case, data: dict[str, Any]) -> None:
    """All six, and none else: neither the agency nor the United Nations nor the scholar."""
    assert set(case.parties) == set(data["decision_makers"])


def test_options_are_found_with_the_right_doer(case: Case, data: dict[str, Any]) -> None:
    """All fourteen of the expert's options are among the drafted ones, each controlled by the same party."""
    doers = {option["id"]: option["dm"] for option in data["options"]}
    found = {gold for gold, mine in OPTIONS.items() if mine in case.options}
    assert found == set(doers)
    assert {gold: case.options[OPTIONS[gold]].party for gold in found} == doers
    assert len(case.options) <= 16


def test_the_status_quo_agrees(case: Case, data: dict[str, Any]) -> None:
    """Every option of the expert's that is matched stands now as the expert has it."""
    expected = {OPTIONS[option] for option, taken in data["status_quo"]["state"].items() if taken}
    assert {option for option in case.status_quo if option in OPTIONS.values()} == expected


def test_text_based_preferences_have_the_same_sense(case: Case, data: dict[str, Any]) -> None:
    """At least 80% of the expert's 27 lines from the text have a line of the same party and sense, from words too."""
    lines = [
        (party, line["expr"]) for party, said in data["preferences"].items() for line in said if line["basis"] == "text"
    ]
    assert len(lines) == 27
    met = [
        (party, logic)
        for party, logic in lines
        if any(
            same_sense(parse(line.prefers), ours(logic), case)
            for line in case.preferences[party]
            if line.basis in {"words", "promise"}
        )
    ]
    assert len(met) >= 0.8 * len(lines), sorted(set(lines) - set(met))


def test_with_defaults_the_status_quo_holds(found: Stability, case: Case) -> None:
    """The status quo is Nash for all with defaults."""
    assert "nash" in found.equilibrium_at(found.model.code(case.status_quo))


@pytest.mark.parametrize("relief", ["u_full", "u_part"])
def test_with_defaults_hanoi_and_the_small_deal_do_not_hold(found: Stability, case: Case, relief: str) -> None:
    """Relief for the main facility is neither Nash nor SEQ, and worse for the United States."""
    now = found.model.code(case.status_quo)
    deal = found.model.code([*case.status_quo, OPTIONS[relief], OPTIONS["p_part"]])
    assert "seq" not in found.at(deal)["USA"]
    assert comparison(found.model, deal, now)["USA"] == "worse"


def test_full_for_full_is_better_for_the_principals(found: Stability, case: Case) -> None:
    """All sanctions for all weapons is better than now for both, and sequentially stable for the United States."""
    now = found.model.code(case.status_quo)
    deal = found.model.code([*case.status_quo, OPTIONS["u_full"], OPTIONS["p_full"]])
    verdicts = comparison(found.model, deal, now)
    assert (verdicts["USA"], verdicts["PRK"]) == ("better", "better")
    assert "seq" in found.at(deal)["USA"]


def test_every_line_has_evidence(case: Case) -> None:
    """Each option, preference and tie names statements that exist."""
    known = {statement.id for statement in gold_statements("seed0", "seed1")}
    lines = [*case.options.values(), *case.ties, *(line for said in case.preferences.values() for line in said)]
    assert all(line.evidence and set(line.evidence) <= known for line in lines)


def test_the_deadline_is_kept(case: Case) -> None:
    """The end of the year that Kim set for Washington is a deadline of the case."""
    assert [(d.date, d.by, d.on) for d in case.deadlines] == [("2019-12-31", ("PRK",), ("USA",))]


def test_the_expert_case_itself_is_of_our_form(data: dict[str, Any]) -> None:
    """The matching speaks of every option of the expert's case."""
    assert set(OPTIONS) == set(gold_case(data).options)
