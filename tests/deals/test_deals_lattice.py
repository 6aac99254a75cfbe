"""Lattices, breakdowns and least demanding schedules agree with a slow reading of the definitions."""

from itertools import product

import numpy as np
import pytest
from deals_oracle import Oracle
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from dragoman.case.case import Case, Infeasible, Option, Party, Preference, Worth
from dragoman.deals.assessing import figures_of
from dragoman.deals.bottleneck import least_demanding
from dragoman.deals.breakdown import ends_of
from dragoman.deals.lattice import Lattice
from dragoman.deals.risk import Risk, risk_of
from dragoman.deals.sweeping import least_demanding_in_turn
from dragoman.deals.table import Table
from dragoman.deals.values import values
from dragoman.errors import AnalysisError, TooManyStates

NAMES = ("a", "b", "c", "d")
LINES = ["a", "b", "c", "not a", "not b", "not c", "a iff b", "not a unless c", "b or c", "c if b", "not (a and c)"]
RULES = ["a and not b", "b and not c", "c and not a and b"]


def case_of(oracle: Oracle) -> Case:
    return Case(
        title="Any",
        parties={party: Party(name=party) for party in oracle.parties},
        options={
            name: Option(party=owner, does=name, one_way=not back)
            for name, owner, back in zip(oracle.options, oracle.owners, oracle.returns, strict=True)
        },
        infeasible=tuple(Infeasible(when=rule) for rule in oracle.rules),
        preferences={p: tuple(Preference(prefers=line) for line in lines) for p, lines in oracle.lists.items()},
        worths={p: {o: Worth(whole=w) for o, w in row.items()} for p, row in oracle.wholes.items()},
    )


def risk_for(oracle: Oracle) -> Risk:
    table = Table(case_of(oracle))
    lattice = Lattice(table, table.model.code(oracle.options), dict(zip(oracle.options, oracle.steps, strict=True)))
    return risk_of(values(lattice))


@st.composite
def oracles(draw: st.DrawFn, *, added: bool) -> Oracle:
    """Two or three parties, two to four options; worths that add up, or lists of lines."""
    owners = draw(st.sampled_from(["XY", "XYX", "XYZ", "XYY", "XYXY"] if added else ["XY", "XYX", "XYZ"]))
    options = NAMES[: len(owners)]
    most = {2: 3, 3: 2, 4: 1}[len(owners)]
    parties = dict.fromkeys(owners)
    known = [line for line in LINES if set(line) & set(NAMES) <= set(options)]
    whole = st.integers(-4, 7)
    oracle = Oracle(
        options=options,
        owners=tuple(owners),
        steps=tuple(draw(st.integers(1, most)) for _ in options),
        returns=tuple(draw(st.booleans()) for _ in options),
        wholes={p: {o: draw(whole) for o in options} for p in parties} if added else {},
        lists={}
        if added
        else {p: tuple(draw(st.lists(st.sampled_from(known), min_size=1, max_size=4, unique=True))) for p in parties},
        rules=tuple(
            draw(
                st.lists(
                    st.sampled_from([r for r in RULES if set(r) & set("abc") <= set(options)] or ["a and not a"]),
                    max_size=1,
                )
            )
        )
        if len(options) == 3 and not added
        else (),
    )
    assume(all(oracle.worth(party, oracle.top) > 0 for party in oracle.parties))
    return oracle


any_oracle = oracles(added=True) | oracles(added=False)
patient = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@patient
@given(any_oracle)
def test_what_is_left_is_the_worst_over_all_orders(oracle: Oracle) -> None:
    """At every feasible place each party is left with the worst that any order of best retreats leads to."""
    risk = risk_for(oracle)
    lattice = risk.values.lattice
    for number, place in enumerate(product(*(range(n + 1) for n in oracle.steps))):
        assert lattice.feasible[number] == oracle.feasible(place)
        if oracle.feasible(place):
            ends = {lattice.at(end) for end in ends_of(risk.values, number)}
            assert ends == oracle.ends(place)
            for row, party in enumerate(lattice.parties):
                assert risk.left[row, number] / risk.values.units[row] == pytest.approx(
                    float(oracle.left(party, place)), abs=1e-12
                )


@patient
@given(any_oracle, st.booleans())
def test_least_demanding_is_the_least_of_all_schedules(oracle: Oracle, together: bool) -> None:
    """No schedule at all needs less, by guarantee, then trust, then exposure, then steps."""
    risk = risk_for(oracle)
    legs = least_demanding(risk, together=together)
    expected = oracle.best(together=together)
    if expected is None:
        assert legs == ()
        return
    assert legs[-1].to == risk.values.lattice.size - 1
    assert figures_of(risk, legs).rank == pytest.approx(tuple(map(float, expected)), abs=1e-12)
    walked = oracle.path([(leg.parties, risk.values.lattice.at(leg.to)) for leg in legs])
    assert tuple(map(float, walked)) == pytest.approx(tuple(map(float, expected)))


@patient
@given(any_oracle)
def test_sweeping_finds_what_listing_finds(oracle: Oracle) -> None:
    """The way for large lattices needs exactly what the way that lists all steps needs."""
    risk = risk_for(oracle)
    listed = least_demanding(risk, together=False)
    swept = least_demanding_in_turn(risk)
    assert bool(listed) == bool(swept)
    if listed:
        assert figures_of(risk, swept).rank == figures_of(risk, listed).rank


@patient
@given(oracles(added=True))
def test_joint_steps_never_make_it_worse(oracle: Oracle) -> None:
    """Where steps may also be taken together, the least demanding schedule needs no more."""
    risk = risk_for(oracle)
    in_turn = figures_of(risk, least_demanding(risk, together=False)).rank
    assert figures_of(risk, least_demanding(risk, together=True)).rank <= in_turn


def test_worth_of_parts_is_shared_as_said() -> None:
    """An option whose first part brings most of it is worth that much after the first step."""
    case = case_of(
        Oracle(("a", "b"), ("X", "Y"), (1, 1), (True, True), {"X": {"a": -1, "b": 8}, "Y": {"a": 3, "b": -1}}, {})
    )
    worths = {**case.worths, "X": {**case.worths["X"], "b": Worth(whole=8, parts=(6, 7, 8))}}
    table = Table(case.model_copy(update={"worths": worths}))
    found = values(Lattice(table, 3, {"b": 6}))
    shares = found.rows[0].reshape(2, 7)[0] / found.units[0]
    assert shares.tolist() == [0, 3, 6, 6.5, 7, 7.5, 8]


def test_an_option_given_up_step_by_step_costs_what_is_left_undone() -> None:
    """What a deal gives up is worth its loss, in proportion to how far it is given up."""
    oracle = Oracle(("a", "b"), ("X", "Y"), (1, 1), (True, True), {"X": {"a": 2, "b": 5}, "Y": {"a": -3, "b": -1}}, {})
    table = Table(case_of(oracle).model_copy(update={"status_quo": ("a",)}))
    found = values(Lattice(table, 2, {"a": 2, "b": 1}))
    assert (found.rows / found.units[:, None]).round(9).tolist() == [[0, 5, -1, 4, -2, 3], [0, -1, 1.5, 0.5, 3, 2]]


def test_too_large_a_lattice_says_which_options_to_make_coarser() -> None:
    """The message names the finest options and how many places there would be."""
    oracle = Oracle(("a", "b"), ("X", "Y"), (1, 1), (True, True), {"X": {"a": -1, "b": 2}, "Y": {"a": 2, "b": -1}}, {})
    table = Table(case_of(oracle))
    with pytest.raises(TooManyStates, match=r"1,202,201 places.*Make coarser: b \(1200 steps\), a \(1000 steps\)"):
        Lattice(table, 3, {"a": 1000, "b": 1200})
    with pytest.raises(AnalysisError, match='"a" is divided into -2 steps; give a number from 1'):
        Lattice(table, 3, {"a": -2})
    with pytest.raises(AnalysisError, match="The deal is the status quo"):
        Lattice(table, 0, {})


def test_a_worse_state_is_no_deal() -> None:
    """A state that a needed party likes less than the status quo cannot be scheduled, and the message says whose."""
    oracle = Oracle(("a", "b"), ("X", "Y"), (1, 1), (True, True), {"X": {"a": -3, "b": 2}, "Y": {"a": 2, "b": -1}}, {})
    with pytest.raises(AnalysisError, match="This is no deal: it needs X, which likes it less than how things stand"):
        risk_for(oracle)


def test_worths_are_exact_whole_numbers() -> None:
    """A third of one and two thirds of another add up to what they should, with nothing lost to rounding."""
    oracle = Oracle(("a", "b"), ("X", "Y"), (3, 7), (True, True), {"X": {"a": -1, "b": 2}, "Y": {"a": 2, "b": -1}}, {})
    rows = risk_for(oracle).values.rows
    assert np.array_equal(rows, np.round(rows))
