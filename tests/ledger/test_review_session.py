"""A sitting of review: its order, decisions, taking back, and what others do meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_statements import LATER, NOON, act, article, both

from dragoman.errors import LedgerError
from dragoman.ledger.session import Session
from dragoman.ledger.store import Ledger
from dragoman.ledger.wanted import Wanted

ONE, TWO = article("a1"), article("a2", "Elbonia sold a ship.", day="2031-02-01")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Three statements; the one of the earlier article comes first."""
    with Ledger.create(tmp_path / "p.dragoman") as made:
        made.put(ONE, both(ONE), read_with="rules 1")
        made.put(TWO, [act(TWO, TWO.text, actor="ELB")], read_with="rules 1")
        yield made


def sitting(ledger: Ledger, wanted: Wanted | None = None) -> Session:
    return Session(ledger, wanted or Wanted(), by="Ann", clock=lambda: LATER)


def shown(session: Session) -> str:
    card = session.card()
    return card.entry.statement.quote if card else ""


def test_statements_come_in_order_and_each_once(ledger: Ledger) -> None:
    """By day, then by place; after the last there is none."""
    session = sitting(ledger)
    quotes = []
    while (card := session.card()) is not None:
        quotes.append(card.entry.statement.quote.split()[0])
        session.decide(card, "accepted")
    assert quotes == ["Elbonia", "Ruritania", "Graustark"]
    assert (session.left, session.decided["accepted"]) == (0, 3)
    assert {entry.verdict for entry in ledger.entries()} == {"accepted"}


def test_the_next_sitting_goes_on(ledger: Ledger) -> None:
    """What was decided is not shown again; what was skipped is."""
    session = sitting(ledger)
    session.skip()
    card = session.card()
    assert card is not None
    session.decide(card, "rejected")
    again = sitting(ledger)
    assert again.total == 2
    assert shown(again).startswith("Elbonia")


def test_what_is_disputed_comes_first(ledger: Ledger) -> None:
    """Two who differ are asked to settle it before anything else."""
    key = both(ONE)[1].id
    for who, verdict in (("Ann", "accepted"), ("Ben", "rejected")):
        ledger.review(key, verdict, by=who, at=NOON, seen=())  # type: ignore[arg-type]
    session = sitting(ledger)
    card = session.card()
    assert card is not None
    assert card.entry.disputed
    assert not session.decide(card, "accepted").disputed


def test_taking_back_returns_to_the_statement(ledger: Ledger) -> None:
    """Decisions and skips are taken back one by one, last first."""
    session = sitting(ledger)
    first = session.card()
    assert first is not None
    session.decide(first, "edited", {"actor": ["GRK"]})
    session.skip()
    assert session.undo()
    assert session.undo()
    assert not session.undo()
    card = session.card()
    assert card is not None
    assert card.entry.statement == first.entry.statement
    assert (card.number, session.decided["edited"]) == (1, 0)
    assert [review.verdict for review in card.reviews] == ["edited", "proposed"]


def test_an_earlier_decision_is_restored(ledger: Ledger) -> None:
    """Going over rejected ones again, what is taken back is rejected as before."""
    key = both(ONE)[0].id
    ledger.review(key, "rejected", by="Ben", at=NOON)
    session = sitting(ledger, Wanted(verdicts=("rejected",)))
    card = session.card()
    assert card is not None
    session.decide(card, "accepted")
    session.undo()
    entry = ledger.entry(key)
    assert entry is not None
    assert entry.verdict == "rejected"


def test_what_another_decides_meanwhile_is_passed_over(ledger: Ledger) -> None:
    """Nobody is asked what somebody else has answered."""
    session = sitting(ledger)
    [first] = ledger.entries(Wanted(article="a2"))
    ledger.review(first.original.id, "accepted", by="Ben", at=NOON)
    assert shown(session).startswith("Ruritania")


def test_deciding_on_what_another_has_just_decided_disputes_it(ledger: Ledger) -> None:
    """The card was shown before the other decided: neither decision is lost."""
    session = sitting(ledger)
    card = session.card()
    assert card is not None
    ledger.review(card.entry.original.id, "rejected", by="Ben", at=NOON)
    assert session.decide(card, "accepted").disputed


def test_an_edit_that_is_refused_leaves_the_sitting_where_it_is(ledger: Ledger) -> None:
    """The statement is shown once more, and nothing is counted."""
    session = sitting(ledger)
    card = session.card()
    assert card is not None
    with pytest.raises(LedgerError):
        session.decide(card, "edited", {"event": "DANCE"})
    assert session.card() == card
    assert session.decided.total() == 0
