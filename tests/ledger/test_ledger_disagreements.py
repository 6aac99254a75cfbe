"""Disagreements: what two accounts tell differently is found with both sides' statements, and little else is."""

from __future__ import annotations

import pytest
from case_gold import gold_statements
from case_statements import act, position, tie

from dragoman.articles.article import Article
from dragoman.ledger.disagreements import disagreements
from dragoman.statements.statement import Statement


def found(*statements: Statement) -> list[tuple[str, str, list[tuple[str, ...]]]]:
    return [(one.kind, one.verdict, [side.statements for side in one.sides]) for one in disagreements(statements)]


def test_done_against_denied_is_a_contradiction() -> None:
    """One article says that troops withdrew, another that they did not."""
    done = act(1, "RUR", "RETREAT", "Ruritania withdrew its troops", target="GRA")
    denied = act(2, "RUR", "RETREAT", "no troops have been withdrawn", target="GRA", article="b", status="denied")
    assert found(done, denied) == [("happened", "contradict", [("a-001",), ("a-002",)])]


def test_what_one_article_says_of_two_months_is_no_disagreement() -> None:
    """A withdrawal in May and none in March go together."""
    done = act(1, "RUR", "RETREAT", "Ruritania withdrew its troops", target="GRA", date="2020-05")
    denied = act(2, "RUR", "RETREAT", "no troops left", target="GRA", article="b", status="denied", date="2020-03")
    assert found(done, denied) == []


def test_a_claim_to_have_stopped_against_reports_that_it_goes_on() -> None:
    """What only the doer says is contradicted by others who see it go on; years apart it is a change."""
    claim = act(1, "PRK", "RETREAT", "we have halted our nuclear work", attribution="PRK", date="2019-01")
    seen = act(2, "PRK", "MOBILIZE", "nuclear-related activities continue", attribution="images", date="2019-04")
    later = act(3, "PRK", "MOBILIZE", "nuclear-related activities continue", attribution="images", date="2023-04")
    assert found(claim, seen) == [("happened", "contradict", [("a-001",), ("a-002",)])]
    assert found(claim, later) == []


def test_who_sought_a_meeting() -> None:
    """One article has Russia invite, another Korea ask: a tension, both hold if the invitation was taken up."""
    invited = act(1, "RUS", "AGREE", "a standing invitation", target="PRK", mode="meet")
    asked = act(2, "PRK", "REQUEST", "Kim sought the summit", target="RUS", mode="meet", article="b")
    assert found(invited, asked) == [("initiative", "tension", [("a-001",), ("a-002",)])]


def test_one_event_on_two_days() -> None:
    """Two full dates of one event contradict each other."""
    one = act(1, "PRK", "CONSULT", "they met", target="RUS", date="2019-04-25", event_id="E")
    two = act(2, "PRK", "CONSULT", "they met", target="RUS", date="2019-04-27", event_id="E", article="b")
    assert found(one, two) == [("date", "contradict", [("a-001",), ("a-002",)])]


def test_for_and_against_by_one_holder() -> None:
    """One holder is for lifting sanctions in one article and against it in another."""
    yes = position(1, "RUS", "support", "USA", "lift sanctions", article="a")
    no = position(2, "RUS", "oppose", "USA", "lift sanctions", article="b")
    assert found(yes, no) == [("stance", "contradict", [("p-001",), ("p-002",)])]


def test_parties_that_differ_do_not_disagree_about_facts() -> None:
    """What one wants and another does not is the conflict itself, no disagreement of accounts."""
    yes = position(1, "RUS", "support", "USA", "lift sanctions", article="a")
    no = position(2, "JPN", "oppose", "USA", "lift sanctions", article="b")
    assert found(yes, no) == []


def test_terms_explain_a_difference() -> None:
    """For it on terms and against it without them go together."""
    terms = {"type": "only_if", "doer": ["PRK"], "action": "stop the tests"}
    yes = position(1, "RUS", "support", "USA", "lift sanctions", article="a", condition=terms)
    no = position(2, "RUS", "oppose", "USA", "lift sanctions", article="b")
    assert found(yes, no) == []


def test_ties_that_run_cold_and_warm() -> None:
    """Deadlocked in one article and improving in another is a contradiction; with a time it is a tension."""
    cold, warm = tie(1, "PRK", "deadlocked_with", "KOR"), tie(2, "KOR", "improving_relations", "PRK")
    evidence = tuple(place.model_copy(update={"article": "b"}) for place in warm.evidence)
    warm = warm.model_copy(update={"evidence": evidence})
    assert found(cold, warm) == [("tie", "contradict", [("t-001",), ("t-002",)])]
    assert found(cold, warm.model_copy(update={"time": "since 2018"}))[0][1] == "tension"


def test_the_sides_are_named_by_outlet_and_source() -> None:
    """A side says which outlet, and whom it cites where that is not the author."""
    yes = position(1, "RUS", "support", "USA", "lift sanctions", article="a", attribution="RUS")
    no = position(2, "RUS", "oppose", "USA", "lift sanctions", article="b")
    articles = [Article(id="a", text="x", source="x", outlet="The Herald"), Article(id="b", text="x", source="x")]
    [one] = disagreements([yes, no], articles)
    assert [side.who for side in one.sides] == ["The Herald, citing Russia", "b"]


@pytest.mark.parametrize(
    ("kind", "verdict", "statements"),
    [
        ("initiative", "tension", {"s0_052", "s1_007"}),
        ("sequence", "tension", {"s0_006", "s1_017"}),
        ("tie", "tension", {"s0_037", "s0_058", "s1_046"}),
        ("degree", "complement", {"s0_013", "s1_069"}),
        ("happened", "tension", {"s1_050", "s1_072"}),
        ("happened", "contradict", {"s1_070", "s1_077"}),
    ],
)
def test_what_an_expert_sees_in_the_korea_articles_is_found(kind: str, verdict: str, statements: set[str]) -> None:
    """Six of the differences that an expert marked between and within the two articles."""
    told = disagreements(gold_statements("seed0", "seed1"))
    assert any(
        one.kind == kind and one.verdict == verdict and statements <= {s for side in one.sides for s in side.statements}
        for one in told
    )


def test_little_else_is_found() -> None:
    """Nothing but those six in the Korea articles, and hardly anything within a single article."""
    assert len(disagreements(gold_statements("seed0", "seed1"))) == 6
    alone = ["iran_2015", "brexit_2019", "colombia_2016", "climate_finance_2022"]
    assert sum(len(disagreements(gold_statements(name))) for name in alone) <= 1
