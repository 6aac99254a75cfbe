"""Standing: counts of acts kept and broken, faded by age, for each ordered pair."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from dragoman.articles.article import Article
from dragoman.errors import AnalysisError
from dragoman.forecast.standing import NOT_THIS, SIGNS, Standing, standings
from dragoman.forecast.standing_text import standings_text
from dragoman.statements.statement import Act, statement_adapter


def act(number: int, event: str, actor: str = "RUR", target: str = "GRA", **more: Any) -> Act:
    """An act of one party toward another, as a reader would find it."""
    made = statement_adapter.validate_python(
        {
            "id": f"a-{number}", "kind": "act", "actor": [actor], "event": event, "target": [target],
            "article": f"art{number}", "sentence": "It did.", "char_start": 0, "char_end": 7,
            "span": "did", "span_start": 3, "span_end": 6, **more,
        }
    )  # fmt: skip
    assert isinstance(made, Act)
    return made


def only(*acts: Act, **how: Any) -> Standing:
    """The one pair that there is."""
    [pair] = standings(acts, **how).pairs
    return pair


def test_the_estimate_is_the_mean_of_the_beta_distribution() -> None:
    """Two deeds kept and one broken on one day, with a prior of one each: Beta(3, 2)."""
    acts = [act(n, event, date="2031-03-01") for n, event in enumerate(["AID", "CONCEDE", "COERCE"])]
    pair = only(*acts)
    assert pair.estimate == pytest.approx(3 / 5)
    assert (pair.low, pair.high) == pytest.approx(tuple(beta.ppf([0.1, 0.9], 3, 2)), abs=1e-4)
    assert pair.by_event == {"AID": 1, "CONCEDE": 1, "COERCE": 1}
    assert pair.statements == ("a-0", "a-1", "a-2")


def test_an_act_counts_half_after_its_half_life() -> None:
    """Words count half a deed, and half of that again a hundred days later."""
    pair = only(act(1, "AGREE", date="2031-03-01"), as_of=dt.date(2031, 6, 9), half_life=100)
    assert pair.kept == pytest.approx(0.25)


def test_what_has_not_happened_or_keeps_nothing_does_not_count() -> None:
    """Plans, denials, what is negated, and mere talk."""
    acts = [
        act(1, "AID", status="planned"), act(2, "AID", status="hypothetical"), act(3, "AID", status="denied"),
        act(4, "AID", negated=True), act(5, "AID", polarity="negative"), act(6, "CONSULT"), act(7, "REQUEST"),
        act(8, "AID", target="RUR:Vell"),
    ]  # fmt: skip
    assert standings(acts).pairs == ()


def test_one_event_in_two_articles_counts_once_with_both_as_evidence() -> None:
    """Reports of one event share its id."""
    pair = only(act(1, "AID", event_id="e", date="2031-03"), act(2, "AID", event_id="e", date="2031-03-04"))
    assert pair.kept == 1
    assert pair.statements == ("a-1", "a-2")


def test_persons_act_for_their_party_and_pairs_are_ordered() -> None:
    """What Vell does to Graustark is Ruritania's; what Graustark does to it is another pair."""
    found = standings([act(1, "AID", actor="RUR:Vell"), act(2, "COERCE", actor="GRA", target="RUR")])
    assert [(pair.of, pair.toward) for pair in found.pairs] == [("RUR", "GRA"), ("GRA", "RUR")]
    assert found.pairs[0].estimate > 0.5 > found.pairs[1].estimate


def test_an_undated_act_has_the_day_of_its_article() -> None:
    """With articles it is as old as the report; without, it counts half, and that is said."""
    article = Article(id="art1", text="It did.", date=dt.date(2030, 3, 1), source="a")
    how = {"as_of": dt.date(2031, 3, 1), "half_life": 365}
    assert only(act(1, "AID"), articles=[article], **how).kept == pytest.approx(0.5)
    bare = standings([act(1, "AID"), act(2, "AID", date="2031-03-01")])
    assert (bare.undated, bare.pairs[0].kept) == (1, 1.5)
    assert "Acts without a date, counted by half: 1." in standings_text(bare, width=200)


def test_later_acts_do_not_count() -> None:
    """What is dated after the day is told and left out."""
    found = standings([act(1, "AID", date="2031-03-01"), act(2, "AID", date="2032")], as_of=dt.date(2031, 4, 1))
    assert (found.later, found.pairs[0].statements) == (1, ("a-1",))


def test_only_the_pairs_asked_for_in_the_order_asked_for() -> None:
    """Others are left out."""
    acts = [act(1, "AID"), act(2, "AID", target="LEA"), act(3, "AID", actor="GRA", target="RUR")]
    found = standings(acts, parties=["GRA", "RUR"])
    assert [(pair.of, pair.toward) for pair in found.pairs] == [("GRA", "RUR"), ("RUR", "GRA")]


@pytest.mark.parametrize("how", [{"half_life": 0}, {"half_life": -1}, {"half_life": float("nan")}, {"prior": (0, 1)}])
def test_numbers_that_cannot_be_counted_with_are_refused(how: dict[str, Any]) -> None:
    """A half-life or prior that is not above 0."""
    with pytest.raises(AnalysisError, match="Give numbers above 0"):
        standings([act(1, "AID")], **how)


@settings(max_examples=30, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_statements_leaves_no_trace(order: list[int]) -> None:
    """The same acts in any order give the same bytes."""
    events = ["AID", "COERCE", "AGREE", "THREATEN", "RETREAT", "ASSAULT"]
    acts = [act(n, event, date=f"2031-0{n + 1}-01") for n, event in enumerate(events)]
    assert standings([acts[n] for n in order]).model_dump_json() == standings(acts).model_dump_json()


def test_another_kept_act_raises_the_estimate_and_a_broken_one_lowers_it() -> None:
    """Every type above 0 raises it, every type below lowers it."""
    base = only(act(0, "AID", date="2031-03-01"))
    for event, sign in SIGNS.items():
        more = only(act(0, "AID", date="2031-03-01"), act(1, event, date="2031-03-01"))
        assert (more.estimate > base.estimate) == (sign > 0)


def test_text_says_what_standing_is_not_and_fits() -> None:
    """The limits stand under the table, and sixty columns hold it."""
    text = standings_text(standings([act(1, "AID", actor="RUR" * 9)]), [act(1, "AID")], width=60)
    assert " ".join(text.split()).endswith(" ".join(NOT_THIS.split()))
    assert max(map(len, text.splitlines())) <= 60
    assert "a-1: did" in text
