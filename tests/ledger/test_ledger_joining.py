"""Copies of a ledger that were reviewed apart, merged: what comes in, what is disputed, what is kept."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from ledger_statements import EVENING, LATER, NOON, act, article, both

from dragoman.articles.article import Article
from dragoman.errors import LedgerError
from dragoman.ledger.joining import join
from dragoman.ledger.store import KeptCase, Ledger

LINES = tuple(f"In the year {number} the council of Ruritania met in session {number * 3}." for number in range(8))


def read(where: Article) -> list:
    """One act a sentence."""
    return [act(where, f"{words}.") for words in where.text.rstrip(".").split(". ")]


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Ledger, Ledger]]:
    """Ann's and Ben's copy of a ledger with one article of two statements."""
    with Ledger.create(tmp_path / "ann.dragoman") as ledger:
        ledger.put(article(), both(article()), read_with="rules 1")
    shutil.copy(tmp_path / "ann.dragoman", tmp_path / "ben.dragoman")
    with Ledger.open(tmp_path / "ann.dragoman") as ann, Ledger.open(tmp_path / "ben.dragoman") as ben:
        yield ann, ben


def verdicts(ledger: Ledger) -> dict[tuple[str, str], tuple[str, bool, bool]]:
    """By article and words: verdict, dispute, whether gone."""
    return {
        (entry.original.article, entry.original.quote): (entry.verdict, entry.disputed, entry.gone is not None)
        for entry in ledger.entries()
    }


def test_reviews_of_both_come_together(copies: tuple[Ledger, Ledger]) -> None:
    """Each reviewed another statement: both verdicts count, and nothing is disputed."""
    ann, ben = copies
    first, second = (statement.id for statement in both(article()))
    ann.review(first, "accepted", by="Ann", at=NOON)
    ben.review(second, "rejected", by="Ben", at=NOON)
    told = join(ann, ben)
    assert (told.reviews, told.disputed, told.articles, told.statements) == (1, [], 0, 0)
    assert [entry.verdict for entry in ann.entries()] == ["accepted", "rejected"]


def test_where_they_differ_it_shows(copies: tuple[Ledger, Ledger]) -> None:
    """Accepted here, rejected there: disputed in either direction, until somebody who sees both decides."""
    ann, ben = copies
    key = both(article())[0].id
    ann.review(key, "accepted", by="Ann", at=NOON)
    ben.review(key, "rejected", by="Ben", at=LATER)
    assert join(ann, ben).disputed == [key]
    assert join(ben, ann).disputed == [key]
    assert verdicts(ann) == verdicts(ben)
    assert [(r.by, r.verdict) for r in ann.reviews(key)[key]] == [("Ann", "accepted"), ("Ben", "rejected")]
    ann.review(key, "accepted", by="Ann", at=EVENING)
    assert join(ben, ann).disputed == []
    assert ben.entries()[0].verdict == "accepted"


@pytest.mark.parametrize(("one", "other", "disputed"), [("offer", "offer", 0), ("offer", "refuse", 1)])
def test_edits_clash_only_where_they_differ(copies: tuple[Ledger, Ledger], one: str, other: str, disputed: int) -> None:
    """Two people who make the same edit are of one mind; of two different edits neither is lost."""
    key = both(article())[1].id
    for ledger, who, stance in zip(copies, ("Ann", "Ben"), (one, other), strict=True):
        ledger.review(key, "edited", by=who, at=NOON, changes={"stance": stance})
    assert len(join(*copies).disputed) == disputed
    assert {review.changes["stance"] for review in copies[0].reviews(key)[key]} == {one, other}  # type: ignore[index]


def test_merging_again_brings_nothing(copies: tuple[Ledger, Ledger]) -> None:
    """The same merge twice is that merge once."""
    ann, ben = copies
    extra = article("b1", *LINES)
    ben.put(extra, read(extra), read_with="rules 1")
    ben.review(read(extra)[2].id, "accepted", by="Ben", at=NOON)
    ben.keep_case(KeptCase("case.yaml", "written", "Ben", NOON, "title: A\n"))
    first, second = join(ann, ben), join(ann, ben)
    assert (first.articles, first.statements, first.reviews, first.cases) == (1, 8, 1, 1)
    assert (second.articles, second.statements, second.reviews, second.cases) == (0, 0, 0, 0)


def test_an_article_that_only_the_other_saw_change_takes_the_new_wording(copies: tuple[Ledger, Ledger]) -> None:
    """Reviews made of the old wording stay on what still stands; and nothing goes back."""
    ann, ben = copies
    new = article("a1", "UPDATED.", "Ruritania withdrew its troops.")
    kept, lost = (statement.id for statement in both(article()))
    ben.put(new, [act(new, "Ruritania withdrew its troops.")], read_with="rules 1")
    ann.review(kept, "accepted", by="Ann", at=NOON)
    for ours, theirs in ((ben, ann), (ann, ben)):
        assert join(ours, theirs).worded_otherwise == []
        assert ours.articles()[0].text == new.text
        assert [(entry.original.id, entry.verdict, entry.gone is None) for entry in ours.entries()] == [
            (kept, "accepted", True),
            (lost, "proposed", False),
        ]
        assert ours.check() == ()


def test_two_wordings_are_both_kept(copies: tuple[Ledger, Ledger]) -> None:
    """Where each read a wording the other never saw, ours stays, and their reviewed statement is not lost."""
    ann, ben = copies
    ours = article("a1", "Ruritania withdrew its troops.", "Elbonia waited for the ferry.")
    theirs = article("a1", "Ruritania withdrew its troops.", "Fredonia sang of victory.")
    for ledger, wording in ((ann, ours), (ben, theirs)):
        ledger.put(wording, read(wording), read_with="rules 1")
    ben.review(read(theirs)[1].id, "accepted", by="Ben", at=NOON)
    told = join(ann, ben)
    assert told.worded_otherwise == ["a1"]
    assert ann.articles()[0].text == ours.text
    assert verdicts(ann)["a1", "Fredonia sang of victory."] == ("accepted", False, True)
    assert join(ann, ben).worded_otherwise == []


def test_two_articles_of_one_name_are_two(copies: tuple[Ledger, Ledger]) -> None:
    """Theirs comes in under another id, with its statements, reviews and the case that rests on them."""
    ann, ben = copies
    for ledger, words in ((ann, LINES[:4]), (ben, ("Elbonia sold a ship.", "Nobody bought it at all."))):
        one = article("news", *words)
        ledger.put(one, read(one), read_with="rules 1")
    sold = read(article("news", "Elbonia sold a ship.", "Nobody bought it at all."))[0]
    ben.review(sold.id, "accepted", by="Ben", at=NOON)
    ben.keep_case(KeptCase("case.yaml", "written", "Ben", NOON, f"evidence: [{sold.id}]\n"))
    told = join(ann, ben)
    assert told.renamed == {"news": "news-2"}
    assert verdicts(ann)["news-2", "Elbonia sold a ship."] == ("accepted", False, False)
    [moved] = [entry.original.id for entry in ann.entries() if entry.verdict == "accepted"]
    assert ann.cases()[0].text == f"evidence: [{moved}]\n"
    again = join(ann, ben)
    assert (again.articles, again.statements, again.reviews, again.cases) == (0, 0, 0, 0)


def test_a_merge_that_fails_changes_nothing(copies: tuple[Ledger, Ledger], monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the other's work comes in, or none."""
    ann, ben = copies
    extra = article("b1", *LINES)
    ben.put(extra, read(extra), read_with="rules 1")

    def broken(*_: object) -> None:
        raise LedgerError("no")

    monkeypatch.setattr("dragoman.ledger.joining._take_cases", broken)
    with pytest.raises(LedgerError):
        join(ann, ben)
    assert list(ann.held()) == ["a1"]


@pytest.mark.parametrize("seed", range(6))
def test_either_way_round_two_copies_come_to_the_same(copies: tuple[Ledger, Ledger], seed: int) -> None:
    """After any reviews and new articles on both sides, both merges have the same statements, reviews and verdicts."""
    draws = random.Random(seed)  # noqa: S311 - seeded draws of a test
    for ledger, who in zip(copies, ("Ann", "Ben"), strict=True):
        for number in draws.sample(range(4), 2):
            extra = article(f"b{number}", *LINES[number : number + 3])
            ledger.put(extra, read(extra), read_with="rules 1")
        keys = [entry.original.id for entry in ledger.entries()]
        for hour, key in enumerate(draws.choices(keys, k=8)):
            verdict = draws.choice(["accepted", "rejected", "proposed"])
            ledger.review(key, verdict, by=who, at=f"2031-03-02T{hour:02}:00:00Z")
    ann, ben = copies
    join(ann, ben)
    join(ben, ann)
    assert verdicts(ann) == verdicts(ben)
    keys = [entry.original.id for entry in ann.entries()]
    assert ann.reviews(*keys) == ben.reviews(*keys)
