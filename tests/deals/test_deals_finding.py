"""Deals: what every party needed prefers to the status quo, and what is said of it."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.case.case import Case, Option, Party, Preference
from dragoman.case.file import load_case, parse_case
from dragoman.deals.deal import Deals
from dragoman.deals.finding import deals
from dragoman.deals.text import deals_text
from dragoman.errors import AnalysisError
from dragoman.graph import parse

KOREA = Path(__file__).parents[2] / "examples" / "korea-2019" / "case.yaml"
LITERALS = ["a", "b", "c", "d", "not a", "not b", "not c", "not d", "a iff c", "not a unless d", "b if c", "c or d"]


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Two or three parties with four options, and lists of up to three lines."""
    owners = draw(st.sampled_from(["XXYY", "XYYZ", "XYZZ"]))
    lists = {
        party: tuple(Preference(prefers=line) for line in draw(st.lists(st.sampled_from(LITERALS), max_size=3)))
        for party in dict.fromkeys(owners)
    }
    return Case(
        title="Any",
        parties={party: Party(name=party) for party in lists},
        options={
            name: Option(party=party, does=name, one_way=draw(st.booleans()))
            for name, party in zip("abcd", owners, strict=True)
        },
        status_quo=draw(st.sampled_from([(), ("a",), ("b", "c")])),
        preferences=lists,
        vetoes=draw(st.sampled_from([(), ("Y",)])),
    )


def slow_deals(case: Case) -> set[frozenset[str]]:
    """The deals by the definition, state by state."""
    now = frozenset(case.status_quo)

    def worth(party: str, on: frozenset[str]) -> tuple[bool, ...]:
        return tuple(parse(line.prefers).holds(on) for line in case.preferences[party])

    found = set()
    for bits in product([False, True], repeat=len(case.options)):
        on = frozenset(name for name, bit in zip(case.options, bits, strict=True) if bit)
        changed = on ^ now
        needed = {case.options[name].party for name in changed} | set(case.vetoes)
        stuck = any(case.options[name].one_way and name in now for name in changed)
        if on != now and not stuck and all(worth(party, on) > worth(party, now) for party in needed):
            found.add(on)
    return found


@settings(max_examples=60, deadline=None)
@given(cases())
def test_deals_are_those_of_the_definition(case: Case) -> None:
    """Exactly the states that every needed party prefers are found, and the smallest hold no other deal."""
    found = deals(case, shown=100)
    expected = slow_deals(case)
    assert {frozenset(deal.on) for deal in found.deals} == expected
    assert found.count == len(expected)
    changed = {frozenset(deal.on): frozenset(c.option for c in deal.changes) for deal in found.deals}
    for deal in found.deals:
        mine = changed[frozenset(deal.on)]
        assert deal.smallest == (not any(other < mine for other in changed.values()))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_way_alone_is_a_single_mover(case: Case) -> None:
    """A deal comes about alone exactly where one party's options change."""
    for deal in deals(case, shown=100).deals:
        assert (deal.way == "alone") == (len({change.party for change in deal.changes}) == 1)


def test_exchange_comes_about_only_together(exchange: Case) -> None:
    """The exchange is the one deal, both gain, neither would begin, and each would like to leave it."""
    [deal] = deals(exchange).deals
    assert (deal.on, deal.gains, deal.way, deal.leaves) == (("reopen", "free"), ("RUR", "GRA"), "together", deal.gains)
    assert deal.undominated
    assert deal.equilibrium == ("gmr", "smr", "seq")


def test_a_deal_in_turn_is_told_from_one_at_a_table() -> None:
    """Where each gains by its own move once the other has moved, no table is needed."""
    case = parse_case("""
title: Steps
parties: {A: Aland, B: Bor}
options: {a: "A: begin", b: "B: answer"}
preferences: {A: [b, a], B: [a iff b, b]}
""")
    assert [deal.way for deal in deals(case).deals if len(deal.changes) == 2] == ["in_turn"]


def test_a_loser_that_can_turn_a_party_away_is_a_spoiler(quarrel: Case) -> None:
    """Syldavia loses by the exchange, need not agree, and by arming would turn Ruritania away."""
    [deal] = [deal for deal in deals(quarrel).deals if {c.option for c in deal.changes} == {"open_all", "disband"}]
    assert deal.loses == ("SYL",)
    assert [(one.party, one.turns_on, one.turns_away) for one in deal.spoilers] == [("SYL", ("arm",), ("RUR",))]
    assert [(line.party, line.evidence) for line in deal.breaks] == [("SYL", ("p-2",))]


def test_a_single_stated_line_is_named_with_the_state_it_blocks(quarrel: Case) -> None:
    """The small exchange fails by one stated line of Ruritania, whose evidence is given."""
    [hit] = [hit for hit in deals(quarrel).blocked if hit.line.party == "RUR"]
    assert hit.on == ("open_part", "free")
    assert hit.line.evidence == ("p-1",)


def test_a_veto_holder_must_gain_too(quarrel: Case) -> None:
    """With a veto for the one that loses, the exchange is no deal any more."""
    with_veto = quarrel.model_copy(update={"vetoes": ("SYL",)})
    assert not [deal for deal in deals(with_veto).deals if "SYL" in deal.loses]


def test_worths_take_the_place_of_the_list(exchange: Case) -> None:
    """Numbers by which the exchange costs a party more than it brings leave no deal."""
    text = """
title: The strait
parties: {RUR: Ruritania, GRA: Graustark}
options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
preferences: {RUR: [free, not reopen], GRA: [reopen, not free]}
worths: {RUR: {reopen: -3, free: 2}}
"""
    found = deals(parse_case(text))
    assert found.count == 0
    assert found.remarks == ("The worths that the case gives take the place of the lists of Ruritania.",)
    assert deals(parse_case(text.replace("-3", "-1"))).count == deals(exchange).count


def test_a_missing_worth_is_refused() -> None:
    """A party that has worths has one for every option, or the message says which is missing."""
    case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait', b: 'A: pay'}, worths: {A: {a: 1}}}")
    with pytest.raises(AnalysisError, match=r'"A" has worths, but none of b. Give each option a number'):
        deals(case)


def test_korea_has_one_smallest_deal_and_two_blocked_ones() -> None:
    """Full for full is better for all and comes about only together; one line of Washington blocks the small deal."""
    case = load_case(KOREA)
    found = deals(case)
    [smallest] = [deal for deal in found.deals if deal.smallest]
    assert [change.option for change in smallest.changes] == ["full_relief", "disarm"]
    assert smallest.gains == tuple(case.parties)
    assert smallest.way == "together"
    small = {hit.line.prefers: [change.option for change in hit.changes] for hit in found.blocked}
    assert small["not partial_relief unless disarm"] == ["partial_relief", "yongbyon"]


def test_text_fits_a_narrow_terminal() -> None:
    """No line is wider than asked for."""
    case = load_case(KOREA)
    assert max(len(line) for line in deals_text(case, deals(case), width=60).splitlines()) <= 60


def test_deals_are_a_record(exchange: Case) -> None:
    """What is written as JSON is read back equal."""
    found = deals(exchange)
    assert Deals.model_validate_json(found.model_dump_json()) == found
