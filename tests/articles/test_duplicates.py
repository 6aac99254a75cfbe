"""Copies are found, counted once, and nothing said is lost."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.article import Article, Debris
from dragoman.articles.duplicates import merge_copies

WORDS = [
    f"{first}{last}" for first in ("ba", "de", "fi", "go", "ku", "la", "me") for last in ("ran", "tos", "lim", "pek")
]


def story(seed: int, sentences: int = 30) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - repeatable stories, not secrets
    return [" ".join(chance.choices(WORDS, k=12)).capitalize() + "." for _ in range(sentences)]


def article(article_id: str, sentences: list[str], *, day: int | None = None, outlet: str | None = None) -> Article:
    date = dt.date(2019, 4, day) if day else None
    return Article(id=article_id, text="\n".join(sentences), source=f"{article_id}.txt", date=date, outlet=outlet)


def test_an_exact_copy_is_counted_once_with_its_outlet() -> None:
    """The earliest printing stays; capitals, punctuation and white space make no difference."""
    wire = article("wire", story(1), day=26, outlet="Agency")
    post = article("post", [line.upper() + "!" for line in story(1)], day=27, outlet="Fjord Daily")
    [kept] = merge_copies([post, wire])
    assert (kept.id, kept.outlets) == ("wire", ("Agency", "Fjord Daily"))
    assert (kept.copies[0].id, kept.copies[0].source, kept.copies[0].likeness) == ("post", "post.txt", 1.0)


def test_an_edited_wire_copy_is_counted_once() -> None:
    """A new headline, one sentence dropped and one put in do not make another article."""
    sentences = story(1)
    wire = article("wire", sentences, day=26)
    edited = ["Local headline here", *sentences[:10], "Our own paper adds a few words of its own.", *sentences[11:]]
    [kept] = merge_copies([wire, article("post", edited, day=27)])
    assert kept.id == "wire"
    assert 0.8 <= kept.copies[0].likeness < 1


def test_of_a_shortened_reprint_the_longer_article_stays() -> None:
    """Where one holds the other nothing said is lost, though the short one be earlier."""
    short, long = article("short", story(1)[:10], day=25), article("long", story(1), day=26)
    [kept] = merge_copies([short, long])
    assert (kept.id, kept.copies[0].id, kept.copies[0].likeness) == ("long", "short", 1.0)


def test_a_short_text_within_two_articles_does_not_join_them() -> None:
    """Two articles that quote the same notice stay two."""
    notice, first, second = story(1, 8), story(2), story(3)
    kept = merge_copies([article("n", notice), article("a", notice + first), article("b", notice + second)])
    assert [one.id for one in kept] == ["a", "b"]
    assert sum(len(one.copies) for one in kept) == 1


def test_different_articles_about_one_event_stay() -> None:
    """A shared quotation of some sentences is no copy."""
    shared = story(1, 8)
    assert len(merge_copies([article("a", shared + story(2)), article("b", story(3) + shared)])) == 2


def test_short_texts_are_copies_only_word_for_word() -> None:
    """One sentence that differs in a word is another statement."""
    one, other = article("a", ["Ruritania will reopen the strait."]), article("b", ["Ruritania will close the strait."])
    assert len(merge_copies([one, other, one.model_copy(update={"id": "c"})])) == 2


def test_debris_does_not_make_articles_alike() -> None:
    """Shared page furniture, once marked, plays no part."""
    furniture = "\n".join(story(9, 40))
    first, second = ("\n".join(story(seed, 6)) for seed in (2, 3))
    articles = [
        Article(
            id=name,
            text=f"{words}\n{furniture}",
            source=name,
            debris=(Debris(start=len(words), end=len(words) + len(furniture) + 1, why="menu"),),
        )
        for name, words in (("a", first), ("b", second))
    ]
    assert len(merge_copies(articles)) == 2
    assert len(merge_copies([one.model_copy(update={"debris": ()}) for one in articles])) == 1


def test_undated_articles_count_as_latest() -> None:
    """A dated printing stays before an undated one, whatever their ids."""
    [kept] = merge_copies([article("a", story(1)), article("z", story(1), day=26)])
    assert kept.id == "z"


def test_copies_of_copies_lead_to_the_article_that_stays() -> None:
    """A shortened copy of an edited copy is found under the first printing."""
    sentences = story(1)
    edited = [*sentences[:29], "One sentence of the paper's own stands here at the end."]
    kept = merge_copies([article("a", sentences, day=1), article("b", edited, day=2), article("c", edited[:12], day=3)])
    assert [one.id for one in kept] == ["a"]
    assert [copy.id for copy in kept[0].copies] == ["b", "c"]


def test_a_thousand_articles_with_one_notice_in_common() -> None:
    """Furniture that all articles share hides no copy and joins no two articles."""
    notice = story(0, 5)
    articles = [article(f"a{n:04}", story(n + 1, 20) + notice) for n in range(1000)]
    articles.append(article("copy", [*story(500, 20), *notice, "And so on."]))
    kept = merge_copies(articles)
    assert len(kept) == 1000
    assert [one.id for one in kept if one.copies] == ["a0499"]


@given(st.permutations(range(8)))
def test_order_does_not_matter(order: list[int]) -> None:
    """The same articles give the same result in any order."""
    base = story(1)
    articles = [
        article("a", base, day=3),
        article("b", base[:12], day=1),
        article("c", [*base, "More."], day=2),
        article("d", story(2)),
        article("e", [*story(2), "Less."]),
        article("f", ["Few words."]),
        article("g", ["few words"], day=9),
        article("h", story(3) + base[:9]),
    ]
    key = {one.id: one for one in merge_copies(articles)}
    assert {one.id: one for one in merge_copies([articles[n] for n in order])} == key


@pytest.mark.parametrize("articles", [[], [article("a", ["Words."])], [article("a", ["..."]), article("b", ["…"])]])
def test_nothing_to_compare(articles: list[Article]) -> None:
    """No article, one article, or articles without words are handled as they come."""
    assert sum(1 + len(one.copies) for one in merge_copies(articles)) == len(articles)
