"""The ledger as a file: what is kept, what a review does, what a changed article does, what is found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_statements import EVENING, LATER, NOON, act, article, both, position

from dragoman.errors import LedgerError
from dragoman.ledger.store import KeptCase, Ledger
from dragoman.ledger.wanted import Wanted

READER = "rules 1"


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.create(tmp_path / "p.dragoman") as made:
        yield made


def _quotes(ledger: Ledger, **wanted: object) -> list[str]:
    return [entry.statement.quote.split()[0] for entry in ledger.entries(Wanted(**wanted))]  # type: ignore[arg-type]


def test_what_is_put_comes_back_as_it_was(ledger: Ledger) -> None:
    """Article and statements are equal to those that went in."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    assert ledger.articles() == (one,)
    assert ledger.statements() == tuple(both(one))


def test_putting_the_same_again_changes_nothing(ledger: Ledger) -> None:
    """Neither articles nor statements double."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    put = ledger.put(one, both(one), read_with=READER)
    assert (put.what, put.added, put.gone) == ("again", 0, 0)
    assert len(ledger.entries()) == 2


def test_an_edit_keeps_the_original(ledger: Ledger) -> None:
    """What was read stays beside what counts."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    key = both(one)[1].id
    entry = ledger.review(key, "edited", by="Ann", at=NOON, changes={"stance": "offer", "holder": ["RUR"]})
    assert (entry.statement.stance, entry.original.stance) == ("offer", "demand")  # type: ignore[union-attr]
    assert ledger.entries(Wanted(party="RUR", stances=("offer",), role="by")) == (entry,)
    assert ledger.entries(Wanted(party="GRK")) == ()


@pytest.mark.parametrize("changes", [{"stance": "hope"}, {"char_start": 3}, {"mood": "good"}, {"id": "p-2"}])
def test_an_edit_that_makes_no_statement_is_refused(ledger: Ledger, changes: dict[str, object]) -> None:
    """A stance that is none, a place, a field that is none: told, and nothing written."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    key = both(one)[1].id
    with pytest.raises(LedgerError, match=key):
        ledger.review(key, "edited", by="Ann", at=NOON, changes=changes)
    assert ledger.reviews(key) == {}


def test_accepted_comes_first_and_rejected_never(ledger: Ledger) -> None:
    """What a person accepted is sure and stands before what is only proposed."""
    one = article("a1", "Ruritania withdrew.", "Graustark waited.", "Elbonia left.")
    first, second, third = [act(one, words, confidence=0.5) for words in one.text.replace(". ", ".|").split("|")]
    ledger.put(one, [first, second, third], read_with=READER)
    ledger.review(second.id, "rejected", by="Ann", at=NOON)
    ledger.review(third.id, "accepted", by="Ann", at=NOON)
    assert [(s.id, s.confidence) for s in ledger.statements()] == [(third.id, 1.0), (first.id, 0.5)]
    assert [s.id for s in ledger.statements(only_accepted=True)] == [third.id]


def test_a_decision_can_be_taken_back(ledger: Ledger) -> None:
    """The statement is proposed again, and both reviews stay."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    key = both(one)[0].id
    ledger.review(key, "rejected", by="Ann", at=NOON)
    assert ledger.review(key, "proposed", by="Ann", at=LATER).verdict == "proposed"
    assert [review.verdict for review in ledger.reviews(key)[key]] == ["rejected", "proposed"]


def test_two_who_decide_at_once_are_both_heard(ledger: Ledger) -> None:
    """A decision made without knowing of another disputes it; a third that knows both settles it."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    key = both(one)[0].id
    ledger.review(key, "accepted", by="Ann", at=NOON, seen=())
    disputed = ledger.review(key, "rejected", by="Ben", at=LATER, seen=())
    assert (disputed.verdict, disputed.disputed) == ("proposed", True)
    settled = ledger.review(key, "rejected", by="Ann", at=EVENING)
    assert (settled.verdict, settled.disputed) == ("rejected", False)


def test_a_changed_article_keeps_ids_and_reviews_of_what_still_stands(ledger: Ledger) -> None:
    """Words that moved keep their id, at their new place; the earlier wording is kept."""
    old = article()
    new = article("a1", "UPDATED.", "Ruritania withdrew its troops.", "Elbonia waited.")
    ledger.put(old, both(old), read_with=READER)
    kept, lost = (statement.id for statement in both(old))
    ledger.review(kept, "accepted", by="Ann", at=NOON)
    put = ledger.put(new, [act(new, "Ruritania withdrew its troops.")], read_with=READER)
    assert (put.what, put.added, put.gone) == ("changed", 0, 1)
    entries = {entry.original.id: entry for entry in ledger.entries()}
    assert entries[kept].verdict == "accepted"
    assert entries[kept].statement.evidence[0].stands_in(new.text)
    assert entries[lost].gone == "its words are no longer in the article"
    assert [statement.id for statement in ledger.statements()] == [kept]
    assert ledger.check() == ()


def test_a_reviewed_statement_stays_though_the_reader_no_longer_reads_it(ledger: Ledger) -> None:
    """Another reader drops what nobody reviewed, and nothing else."""
    one = article()
    ledger.put(one, both(one), read_with=READER)
    accepted, proposed = (statement.id for statement in both(one))
    ledger.review(accepted, "accepted", by="Ann", at=NOON)
    ledger.put(one, [], read_with="rules 2")
    gone = {entry.original.id: entry.gone for entry in ledger.entries()}
    assert gone == {accepted: None, proposed: "the reader no longer reads this in its words"}


def test_what_is_read_once_more_after_it_was_gone_counts_again(ledger: Ledger) -> None:
    """A wording that comes back brings its statement back under its id."""
    old, new = article(), article("a1", "Nothing was said today.")
    for wording, statements in ((old, both(old)), (new, []), (old, both(old))):
        ledger.put(wording, statements, read_with=READER)
    assert {entry.gone for entry in ledger.entries()} == {None}
    assert len(ledger.entries()) == 2


def test_ids_that_another_article_has_are_not_taken(ledger: Ledger) -> None:
    """Imported statements with plain ids get ids of their own where these are used."""
    one, two = article("a1"), article("a2")
    for where in (one, two):
        [statement, _] = both(where)
        ledger.put(where, [statement.model_copy(update={"id": "s1"})], read_with=None, origin="import")
    assert len({entry.original.id for entry in ledger.entries()}) == 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"party": "RUR"}, ["Ruritania", "Graustark", "Kings"]),
        ({"party": "RUR", "role": "by"}, ["Ruritania", "Kings"]),
        ({"party": "RUR:Rudolf"}, ["Kings"]),
        ({"party": "RUR", "stances": ("demand",)}, ["Graustark"]),
        ({"party": "RUR", "stances": ("demand", "refuse"), "since": "2031-04-01"}, ["Kings"]),
        ({"until": "2031-03-31", "kinds": ("act",)}, ["Ruritania"]),
        ({"stances": ("refuse",)}, ["Kings"]),
        ({"article": "a2"}, ["Kings"]),
        ({"limit": 1}, ["Ruritania"]),
        ({"party": "nobody"}, []),
    ],
    ids=str,
)
def test_statements_are_found(ledger: Ledger, wanted: dict[str, object], found: list[str]) -> None:
    """By party with its persons, by role, stance, days, kind and article."""
    one = article()
    two = article("a2", "Kings never pay.", day="2031-04-02")
    ledger.put(one, both(one), read_with=READER)
    refusal = position(two, "Kings never pay.", holder="RUR:Rudolf", stance="refuse", doer=["GRK"])
    ledger.put(two, [refusal], read_with=READER)
    assert _quotes(ledger, **wanted) == found
    assert ledger.count(Wanted(**wanted)) == len(found)  # type: ignore[arg-type]


def test_a_case_is_kept_once_for_each_text(ledger: Ledger) -> None:
    """The same text again is no new version; another is."""
    first = KeptCase("case.yaml", "drafted", "Ann", NOON, "title: A\n")
    assert ledger.keep_case(first)
    assert not ledger.keep_case(KeptCase("case.yaml", "drafted", "Ann", LATER, "title: A\n"))
    assert ledger.keep_case(KeptCase("case.yaml", "drafted", "Ann", EVENING, "title: B\n"))
    assert [case.text for case in ledger.cases()] == ["title: A\n", "title: B\n"]
