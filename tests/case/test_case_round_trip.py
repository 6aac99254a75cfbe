"""Saving and loading a case is the identity, whatever its texts are."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.case.case import (
    Case,
    Deadline,
    ImaginedOption,
    Infeasible,
    Issue,
    IssuePlace,
    LeftOut,
    Misperception,
    Option,
    Party,
    Preference,
    StandingTie,
    Worth,
)
from dragoman.case.file import dump_case, parse_case

AWKWARD = [
    "null",
    "yes",
    "~",
    "12",
    "1e5",
    "2019-01-01",
    "- a",
    "a: b",
    "a #b",
    "'",
    '"',
    " x ",
    "\n",
    "é“x”",
    "\u2028",
]
words = st.lists(st.sampled_from(["word", "(three)", "#four", "-"]), min_size=30, max_size=35).map(" ".join)
texts = st.text(max_size=20) | st.sampled_from(AWKWARD) | words
few = st.lists(texts, max_size=2).map(tuple)
party_ids = st.sampled_from(["USA", "NO", "Democratic Center", "P5+1", "null", "a: b", "1"])
bases = st.sampled_from(["words", "default", "judgement", "promise"])
common = {"evidence": few, "note": st.none() | texts}
percent = st.none() | st.floats(0, 100)
places = st.builds(IssuePlace, position=st.floats(0, 100), salience=percent, influence=percent, **common)

days = st.none() | st.dates(dt.date(1900, 1, 1))
amounts = st.floats(-1e6, 1e6)
parts = st.lists(amounts, max_size=2).map(tuple)
worths = st.tuples(amounts, parts).map(lambda w: Worth(whole=w[0], parts=(*w[1], w[0]) if w[1] else ()))


def some(lines: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(lines, max_size=most).map(tuple)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    people = draw(st.lists(party_ids, min_size=1, max_size=3, unique=True))
    one, other = names = draw(st.lists(st.sampled_from(["reopen", "free", "pay", "wait2"]), min_size=2, max_size=2))
    logics = st.sampled_from([one, f"not {one} unless {other}x", f"not ({one} and {other}x)"])
    names[1] = other = f"{other}x"
    owner = st.sampled_from(people)
    party = st.builds(Party, name=texts, persons=few, **common)
    option = st.builds(
        Option, party=owner, does=texts, one_way=st.booleans(), divisible=st.booleans(), basis=bases, **common
    )
    rule = st.builds(Infeasible, when=st.just(f"{one} and {other}"), why=texts, **common)
    line = st.builds(Preference, prefers=logics, basis=bases, since=days, until=days, **common)
    mild = line.map(lambda one: (one,))
    strong = line.map(lambda one: (one.model_copy(update={"strong": True}), one.model_copy(update={"basis": "words"})))
    imagined = st.builds(ImaginedOption, party=owner, does=texts, one_way=st.booleans(), **common)
    sight = st.builds(
        Misperception,
        imagined=st.dictionaries(st.sampled_from(["beg", "bluff"]), imagined, max_size=2),
        infeasible=some(rule, 1),
        preferences=st.dictionaries(owner, mild, max_size=1),
        **common,
    )
    options = {name: draw(option) for name in names}
    movers = st.sampled_from(sorted({made.party for made in options.values()}))
    scales = texts.map(lambda end: {0.0: end, 0.5: "half", 100.0: "all"})
    issue = st.builds(Issue, scale=scales, places=st.dictionaries(owner, places, max_size=2), **common)
    tie = st.tuples(owner, owner, texts).map(
        lambda tie: StandingTie.model_validate({"from": tie[0], "to": tie[1], "relation": tie[2]})
    )
    deadline = st.builds(Deadline, date=texts, by=some(owner), on=some(owner), about=texts, **common)
    return Case(
        title=draw(texts),
        summary=draw(st.none() | texts),
        as_of=draw(st.none() | st.dates(dt.date(1900, 1, 1))),
        parties={person: draw(party) for person in people},
        options=options,
        infeasible=draw(some(rule, 1)),
        status_quo=draw(st.sampled_from([(), (one,), (other,)])),
        preferences=draw(st.dictionaries(owner, some(line) | strong, max_size=2)),
        misperceptions=draw(st.dictionaries(movers, sight, max_size=1)),
        worths=draw(
            st.dictionaries(owner, st.dictionaries(st.sampled_from([one, other]), worths, max_size=2), max_size=1)
        ),
        vetoes=draw(some(owner, 1)),
        issues=draw(st.dictionaries(texts, issue, max_size=1)),
        ties=draw(some(tie, 1)),
        deadlines=draw(some(deadline, 1)),
        left_out=draw(some(st.builds(LeftOut, what=texts, why=texts, **common), 1)),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_save_then_load_is_the_identity(case: Case) -> None:
    """Whatever stands in a case, its file gives it back, and writing that gives the same bytes."""
    written = dump_case(case)
    again = parse_case(written)
    assert again == case
    assert dump_case(again) == written
