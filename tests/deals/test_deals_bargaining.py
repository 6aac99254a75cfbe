"""Bargaining with given worths: points, frontier, exchanges and the zone of agreement, against hand-worked figures."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.case.case import Case, Option, Party, Worth
from dragoman.case.file import parse_case
from dragoman.deals.bargaining import bargain
from dragoman.deals.finding import deals
from dragoman.deals.table import Table
from dragoman.deals.zone import zone

# A's offers exclude one another; they bring (A, B) 3 and 8, 4 and 5, 12 and 1. B's own option changes nothing.
OFFERS = """
title: Offers
parties: {A: Aland, B: Bor}
options: {x: "A: offer x", y: "A: offer y", z: "A: offer z", b: "B: nod"}
infeasible: [x and y, x and z, y and z]
worths:
  A: {x: 3, y: 4, z: 12, b: 0}
  B: {x: 8, y: 5, z: 1, b: 0}
"""
PARTS = """
title: Parts
parties: {A: Aland, B: Bor}
options:
  a: {party: A, does: pay, divisible: yes}
  b: {party: B, does: withdraw, divisible: yes}
worths: {A: {a: -2, b: 3}, B: {a: 6, b: -1}}
"""


def test_each_solution_chooses_by_its_own_rule() -> None:
    """Nash takes the largest product, Kalai-Smorodinsky the largest least share of the ideal, egalitarian the least."""
    found = bargain(Table(parse_case(OFFERS)))
    assert found is not None
    assert {point.name: point.on for point in found.points} == {
        "Nash": ("x",),
        "Kalai-Smorodinsky": ("y",),
        "egalitarian": ("y",),
    }
    assert [tuple(point.gains.values()) for point in found.frontier] == [(12, 1), (4, 5), (3, 8)]


def test_an_exchange_tells_what_each_gift_costs_and_brings() -> None:
    """The one exchange costs Aland 2 and brings it 3; it costs Bor 1 and brings it 6."""
    [exchange] = bargain(Table(parse_case(PARTS))).exchanges  # type: ignore[union-attr]
    assert [(gift.change.option, gift.costs, gift.brings) for gift in exchange.gifts] == [("a", 2, 6), ("b", 1, 3)]
    assert exchange.gains == {"A": 1, "B": 5}


def test_zone_of_agreement_by_hand() -> None:
    """At most 8/3 for Aland and 16/3 for Bor; the fairest is 7/10 of the payment for the whole withdrawal."""
    found = zone(Table(parse_case(PARTS)))
    assert found is not None
    assert found.most == {"A": pytest.approx(8 / 3), "B": pytest.approx(16 / 3)}
    assert found.shares == {"a": pytest.approx(0.7), "b": pytest.approx(1)}
    assert found.gains == {"A": pytest.approx(1.6), "B": pytest.approx(3.2)}


def test_what_excludes_one_another_shares_the_whole() -> None:
    """Two payments of which only one can be add up to no more than one whole payment."""
    case = parse_case("""
title: Two payments
parties: {A: Aland, B: Bor}
options:
  cash: {party: A, does: pay in cash, divisible: yes}
  kind: {party: A, does: pay in kind, divisible: yes}
  b: "B: withdraw"
infeasible: [cash and kind]
worths: {A: {cash: -2, kind: -1, b: 9}, B: {cash: 5, kind: 3, b: -1}}
""")
    found = zone(Table(case))
    assert found is not None
    assert found.shares["cash"] + found.shares["kind"] <= 1 + 1e-9
    assert found.shares["b"] == 1


def test_no_zone_without_worths_or_parts(exchange: Case) -> None:
    """Lists give no worths to add, and worths of what cannot be divided no program."""
    assert deals(exchange).zone is None
    assert deals(exchange).bargain is None
    assert zone(Table(parse_case(PARTS.replace("divisible: yes", "divisible: no")))) is None


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-5, 8), min_size=8, max_size=8))
def test_points_lie_on_the_frontier_and_nobody_loses(numbers: list[int]) -> None:
    """Whatever the worths, each solution chooses an undominated deal, and the zone holds at least as much."""
    options = {name: Option(party=name.upper()[0], does=name, divisible=True) for name in ("a", "ab", "b", "bb")}
    row = [dict(zip(options, (Worth(whole=n) for n in half), strict=True)) for half in (numbers[:4], numbers[4:])]
    case = Case(
        title="Any",
        parties={"A": Party(name="A"), "B": Party(name="B")},
        options=options,
        worths={"A": row[0], "B": row[1]},
    )
    table = Table(case)
    found = bargain(table)
    if found is None:
        return
    front = [tuple(point.gains.values()) for point in found.frontier]
    for point in found.points:
        assert tuple(point.gains.values()) in front
        assert min(point.gains.values()) >= 0
    whole = zone(table)
    assert whole is not None
    for n, player in enumerate(found.players):
        assert whole.most[player] >= max(gains[n] for gains in front) - 1e-6
