"""What positions hang on: each type of condition, who would fulfil it, and what it asks of others."""

import pytest

from dragoman.statements.statement import Position


def only(positions: list[Position], stance: str) -> Position:
    [found] = [p for p in positions if p.stance == stance]
    return found


@pytest.mark.parametrize(
    ("sentence", "stance", "kind", "doer", "action"),
    [
        ("Iran refuses to stop enrichment unless France lifts its sanctions.", "refuse", "unless", "FRA", "lift"),
        ("Iran is willing to freeze enrichment if France lifts the sanctions.", "offer", "only_if", "FRA", "lift"),
        ("India said it would not sign unless China withdraws its troops.", "refuse", "unless", "CHN", "withdraw"),
        ("Iran offered to free the tourists after France lifts the sanctions.", "offer", "after", "FRA", "lift"),
        ("Peru refuses to open the port until Chile leaves the bay.", "refuse", "before", "CHL", "leave the bay"),
        ("Peru offered to open the port once Chile leaves the bay.", "offer", "after", "CHL", "leave the bay"),
    ],
)
def test_a_clause_of_condition_is_kept_with_its_doer(
    reader, sentence: str, stance: str, kind: str, doer: str, action: str
) -> None:
    """The type of the condition, who would fulfil it and by what."""
    condition = only(reader.positions(sentence), stance).condition
    assert condition is not None
    assert (condition.type, condition.doer) == (kind, (doer,))
    assert action in condition.action


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran refuses to stop enrichment unless France lifts its sanctions.",
        "Iran is willing to freeze enrichment if France lifts the sanctions.",
    ],
)
def test_a_condition_is_a_demand_on_who_would_fulfil_it(reader, sentence: str) -> None:
    """Who will not move unless the other moves wants the other to move."""
    demand = only(reader.positions(sentence), "demand")
    assert (demand.holder, demand.doer) == (("IRN",), ("FRA",))
    assert demand.action.startswith("lift")


def test_an_exchange_is_an_offer_and_a_demand_that_mirror_each_other(reader) -> None:
    """What is offered hangs on what is asked, and the other way round."""
    found = reader.positions(
        "Egypt offered to release the prisoners in exchange for the withdrawal of Sudanese troops."
    )
    offer, demand = only(found, "offer"), only(found, "demand")
    assert offer.condition is not None
    assert demand.condition is not None
    assert (offer.condition.type, demand.condition.type) == ("in_exchange_for", "in_exchange_for")
    assert offer.condition.action == "withdraw Sudanese troops"
    assert demand.doer == ("SDN",)
    assert (demand.condition.doer, demand.condition.action) == (("EGY",), offer.action)


def test_the_words_of_a_condition_are_the_articles(reader) -> None:
    """The condition's span is a stretch of the sentence."""
    sentence = "Iran refuses to stop enrichment unless France lifts its sanctions."
    condition = only(reader.positions(sentence), "refuse").condition
    assert condition is not None
    assert condition.span == "unless France lifts its sanctions"


@pytest.mark.parametrize(
    "sentence",
    [
        "Egypt offered to open the crossing.",
        "Egypt offered to open the crossing after the storm.",
        "Egypt offered to open the crossing before Friday.",
        "Chad pledged to free the hostages by 30 June.",
    ],
)
def test_a_time_is_no_condition(reader, sentence: str) -> None:
    """A day, a deadline or the weather is nothing that a party fulfils."""
    assert [p.condition for p in reader.positions(sentence)] == [None]


def test_a_condition_is_not_an_act_that_was_done(reader) -> None:
    """What a position hangs on has not happened."""
    acts = reader.acts("Iran refuses to stop enrichment unless France lifts its sanctions.")
    assert {act.status for act in acts} <= {"hypothetical"}


def test_a_condition_holds_for_all_that_somebody_would_do(reader) -> None:
    """ "Would sign if they left, and would pay": the second hangs on it as the first does."""
    found = reader.positions("Iran would sign if France left the gulf, and would pay its share.")
    offers = {p.action: p.condition.type for p in found if p.stance == "offer" and p.condition}
    assert offers == {"sign": "only_if", "pay share": "only_if"}
