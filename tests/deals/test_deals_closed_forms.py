"""Two parties, each with one option of cost c to itself and benefit b to the other, in n equal steps, A first.

The expected figures are worked out by hand from the definitions.
"""

from fractions import Fraction

import pytest

from dragoman.case.case import Case, Option, Party, Worth
from dragoman.deals.assessing import plan_of
from dragoman.deals.lattice import Lattice
from dragoman.deals.plans import piece_by_piece
from dragoman.deals.risk import risk_of
from dragoman.deals.schedule import Plan
from dragoman.deals.table import Table
from dragoman.deals.values import values

FIGURES = pytest.mark.parametrize(
    ("benefit", "cost", "steps"), [(5, 3, 1), (5, 3, 2), (5, 3, 4), (5, 3, 8), (10, 1, 3), (7, 6, 5), (3, 2, 16)]
)


def alternating(benefit: int, cost: int, steps: int, *, returns: str = "") -> Plan:
    case = Case(
        title="Exchange",
        parties={"A": Party(name="A"), "B": Party(name="B")},
        options={party.lower(): Option(party=party, does="give", one_way=party not in returns) for party in "AB"},
        worths={
            "A": {"a": Worth(whole=-cost), "b": Worth(whole=benefit)},
            "B": {"a": Worth(whole=benefit), "b": Worth(whole=-cost)},
        },
    )
    table = Table(case)
    lattice = Lattice(table, 3, {"a": steps, "b": steps})
    legs = piece_by_piece(lattice, ("A", "B"), steps)
    return plan_of(risk_of(values(lattice)), legs, kind="pieces", title="", pieces=steps)


def column(plan: Plan, party: str, figure: str) -> list[float | None]:
    """A figure of the steps that *party* takes, in order."""
    return [getattr(step, figure)[party] for step in plan.steps if step.parties == (party,)]


def near(expected: list[Fraction | int | None]) -> list[object]:
    return [None if one is None else pytest.approx(float(one), rel=1e-14, abs=1e-14) for one in expected]


@FIGURES
def test_one_way_exposure_is_a_step_of_the_one_who_begins(benefit: int, cost: int, steps: int) -> None:
    """Both one-way: A's greatest exposure is c/n, at its first step, and B's is 0."""
    plan = alternating(benefit, cost, steps)
    exposure = column(plan, "A", "exposure")
    assert exposure[0] == max(exposure) == pytest.approx(cost / steps, rel=1e-14)
    assert max(column(plan, "B", "exposure")) == 0
    assert (plan.exposure, plan.exposure_of) == (exposure[0], "A")


@FIGURES
def test_one_way_trust_grows_to_cost_over_benefit(benefit: int, cost: int, steps: int) -> None:
    """Both one-way: A's trust required grows to c/b at its last step, whatever n is."""
    trust = column(alternating(benefit, cost, steps), "A", "trust")
    assert trust == sorted(trust)
    left = [steps - done for done in range(steps)]
    assert trust == near([Fraction(cost, (benefit - cost) * rest + cost) for rest in left])
    assert trust[-1] == pytest.approx(cost / benefit, rel=1e-14)


@FIGURES
def test_one_way_no_belief_makes_the_last_step(benefit: int, cost: int, steps: int) -> None:
    """Both one-way: B's temptation before its last step is c/n, and no belief makes B take it."""
    plan = alternating(benefit, cost, steps)
    before_last = plan.steps[-2].temptation
    assert before_last == {"B": pytest.approx(cost / steps, rel=1e-12)}
    assert plan.steps[-1].trust == {"B": None}
    assert plan.steps[-1].missing == {"B": pytest.approx(cost / steps, rel=1e-12)}
    assert plan.guarantee == before_last["B"]
    assert plan.trust is None


@FIGURES
def test_right_to_take_back_frees_its_holder_of_trust(benefit: int, cost: int, steps: int) -> None:
    """Only A's can be taken back: A needs no trust; B's exposure and trust grow as cj/n and c/(n(b-c)+cj)."""
    plan = alternating(benefit, cost, steps, returns="A")
    assert set(column(plan, "A", "trust")) == {0}
    taken = range(1, steps + 1)
    assert column(plan, "B", "exposure") == near([Fraction(cost * j, steps) for j in taken])
    assert column(plan, "B", "trust") == near([Fraction(cost, steps * (benefit - cost) + cost * j) for j in taken])


@FIGURES
def test_right_to_take_back_tempts_its_holder(benefit: int, cost: int, steps: int) -> None:
    """Only A's can be taken back: A's temptation after B's k-th step is max(0, bk/n - (b-c)), and c at the deal."""
    plan = alternating(benefit, cost, steps, returns="A")
    temptation = [step.temptation.get("A", 0) for step in plan.steps if step.parties == ("B",)]
    expected = [max(Fraction(0), Fraction(benefit * k, steps) - (benefit - cost)) for k in range(1, steps + 1)]
    assert temptation == near(expected)
    assert plan.guarantee == temptation[-1] == pytest.approx(cost)
    assert (plan.guarantee_against, plan.guarantee_after) == ("A", 2 * steps)


@FIGURES
def test_what_both_can_take_back_needs_nothing(benefit: int, cost: int, steps: int) -> None:
    """Both can be taken back: exposure, trust and temptation are all 0."""
    plan = alternating(benefit, cost, steps, returns="AB")
    assert (plan.guarantee, plan.trust, plan.exposure) == (0, 0, 0)
    assert not any(step.temptation for step in plan.steps)
