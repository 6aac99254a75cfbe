"""What is missing for a deal to hold: each kind of change, found and confirmed."""

from dragoman.case.case import Case
from dragoman.case.file import parse_case
from dragoman.deals.finding import deals
from dragoman.deals.missing import missing
from dragoman.deals.table import Table
from dragoman.graph import stability


def texts(case: Case, state: int = 3) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for remedy in missing(case, state).remedies:
        found.setdefault(remedy.kind, []).append(remedy.text)
    return found


def test_both_one_way_or_both_lists_edited(exchange: Case) -> None:
    """Where both would leave, both of their options must be for good, or both of their lists other."""
    found = missing(exchange, 3)
    assert found.leaves == ("RUR", "GRA")
    told = texts(exchange)
    assert told["one_way"] == [
        "If “reopen the strait” could not be taken back and “free the crew” could not be taken back, it would hold."
    ]
    assert told["priority"][0] == (
        "If Ruritania gave up preferring: not “reopen the strait”; "
        "and Graustark gave up preferring: not “free the crew”; it would hold."
    )


def test_one_way_answers_hold_when_tried(exchange: Case) -> None:
    """The case with both options made one-way has the deal among what holds outright."""
    options = {name: option.model_copy(update={"one_way": True}) for name, option in exchange.options.items()}
    model = Table(exchange.model_copy(update={"options": options})).model
    assert "nash" in stability(model).equilibrium_at(3)


def test_a_payment_keeps_the_one_that_would_leave() -> None:
    """Aland would save 3 by leaving; Bor, which gains 8, pays that and still gains."""
    case = parse_case("""
title: Pay
parties: {A: Aland, B: Bor}
options: {a: "A: open", b: {party: B, does: withdraw, one_way: yes}}
worths: {A: {a: -3, b: 5}, B: {a: 9, b: -1}}
""")
    assert texts(case)["payment"] == [
        "A payment of 3 to Aland as long as it stands, by Bor (3), would make it hold, and all would still gain."
    ]
    dear = case.model_copy(update={"worths": {**case.worths, "B": {**case.worths["B"], "a": case.worths["A"]["b"]}}})
    assert "payment" in texts(dear)
    worths = {**case.worths["B"], "a": case.worths["A"]["b"].model_copy(update={"whole": 3.5})}
    assert "payment" not in texts(case.model_copy(update={"worths": {**case.worths, "B": worths}}))


def test_a_third_party_can_make_it_hold() -> None:
    """If Cor watches, Aland keeps its word; and Cor does not mind."""
    case = parse_case("""
title: Watch
parties: {A: Aland, B: Bor, C: Cor}
options: {a: "A: open", b: {party: B, does: withdraw, one_way: yes}, c: "C: watch"}
preferences: {A: [b, a if c, not a], B: [a, not b]}
""")
    assert texts(case)["third_party"] == ["If Cor would take up “watch” as well, it would hold."]


def test_a_deal_that_holds_lacks_nothing() -> None:
    """Where nobody would leave there is no remedy to look for."""
    case = parse_case("""
title: Done
parties: {A: Aland, B: Bor}
options: {a: {party: A, does: open, one_way: yes}, b: {party: B, does: withdraw, one_way: yes}}
preferences: {A: [b, not a], B: [a, not b]}
""")
    found = missing(case, 3)
    assert (found.leaves, found.remedies) == ((), ())


def test_asked_for_it_stands_beside_the_deals(exchange: Case) -> None:
    """It is looked for in the first joint deal, and only where asked for."""
    assert deals(exchange).missing is None
    assert deals(exchange, lacking=True).missing == missing(exchange, 3)
