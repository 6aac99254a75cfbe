"""Reading into a ledger: what is known, changed, a copy or new; and that reading again only adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from ledger_statements import NOON, act, article

from dragoman.articles.article import Article
from dragoman.ledger.store import Ledger
from dragoman.ledger.taking import TakenIn, take_in
from dragoman.statements.statement import Statement

LONG = tuple(f"In the year {number} the council of Ruritania met in session {number * 3}." for number in range(12))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.create(tmp_path / "p.dragoman") as made:
        yield made


def sentences(where: Article) -> Sequence[Statement]:
    """A reader for which each sentence is an act."""
    return [act(where, f"{words}.") for words in where.text.rstrip(".").split(". ")]


def take(ledger: Ledger, *articles: Article, read_with: str = "rules 1") -> TakenIn:
    return take_in(ledger, articles, sentences, read_with=read_with)


def test_what_is_known_is_not_read_again(ledger: Ledger) -> None:
    """The reader is not called for a text that the ledger has."""
    one, two = article("a1"), article("a2", *LONG)
    take(ledger, one)
    asked: list[str] = []

    def read(where: Article) -> Sequence[Statement]:
        asked.append(where.id)
        return sentences(where)

    told = take_in(ledger, [one, two], read, read_with="rules 1")
    assert (asked, told.known, told.added) == (["a2"], ["a1"], ["a2"])


def test_a_corrected_article_is_seen_as_changed(ledger: Ledger) -> None:
    """One sentence more: the same article, its reviews as they were."""
    old, new = article("a1", *LONG), article("a1", *LONG[:6], "CORRECTION.", *LONG[6:])
    take(ledger, old)
    key = ledger.entries()[7].original.id
    ledger.review(key, "accepted", by="Ann", at=NOON)
    told = take(ledger, new)
    assert (told.changed, told.statements, told.gone) == (["a1"], 1, 0)
    assert [entry.verdict for entry in ledger.entries() if entry.original.id == key] == ["accepted"]
    assert ledger.check() == ()


def test_another_article_of_the_same_name_gets_an_id_of_its_own(ledger: Ledger) -> None:
    """Last week's report.txt and this week's are two; read again, both are known."""
    old, new = article("report", *LONG[:6]), article("report", "Elbonia sold a ship.", "Nobody bought it at all.")
    take(ledger, old)
    assert take(ledger, new).added == ["report-2"]
    assert take(ledger, new).known == ["report-2"]
    assert take(ledger, old).known == ["report"]
    changed = article("report", "Elbonia sold a ship.", "Nobody bought it at all.", "It sank.")
    assert take(ledger, changed).changed == ["report-2"]


def test_a_copy_is_counted_with_the_article_it_copies(ledger: Ledger) -> None:
    """The same words under another name add an outlet and no statement, however often they come."""
    one = article("a1", *LONG)
    take(ledger, one)
    repost = article("repost", *LONG).model_copy(update={"outlet": "Courier"})
    near = article("near", "By a correspondent.", *LONG).model_copy(update={"outlet": "Herald"})
    for _ in range(2):
        told = take(ledger, repost, near)
        assert (sorted(told.copies), told.statements) == (["near", "repost"], 0)
    [kept] = ledger.articles()
    assert kept.outlets == ("Gazette", "Herald", "Courier")


def test_other_settings_read_again(ledger: Ledger) -> None:
    """A newer reader goes over what an older one read."""
    take(ledger, article())
    assert take(ledger, article(), read_with="rules 2").again == ["a1"]
    assert take(ledger, article(), read_with="rules 2").known == ["a1"]


def test_a_date_that_becomes_known_is_taken_up(ledger: Ledger) -> None:
    """The article is read again, for what it says happened yesterday has a date now; one that is known stays."""
    take(ledger, article(day=None))
    assert take(ledger, article(day="2031-03-01")).again == ["a1"]
    assert [entry.day for entry in ledger.entries()] == ["2031-03-01"] * 2
    assert take(ledger, article(day=None)).known == ["a1"]
    assert [str(one.date) for one in ledger.articles()] == ["2031-03-01"]
