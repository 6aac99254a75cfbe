"""The reader as a whole: exact evidence, stable ids, and what renaming or reordering may change."""

import datetime as dt
import gc
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles.article import Article, Debris
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.statements.file import dump_statements
from dragoman.statements.reader import read_article, read_articles
from dragoman.statements.statement import Statement, statement_id

NAMES = Names.load()
PIECES = [
    *("France urged Iran to stop enrichment.", "Iran refuses to stop unless France lifts its sanctions."),
    *("“We will not sign,” Peru’s president said.", "Peru is an ally of Chile.", "Peru believes that Chile is weak."),
    *("Chile attacked Peru on Monday.", "The two sides agreed on a truce, Peru and Chile said.", "Did Peru sign?"),
    *("It offered to free the crew by 30 June", "PERU MET CHILE", "which", "“", "”", "’", "(", ")", "—"),
    *("\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\u2069", "\u00ad", "e\u0301", "🇵🇪", "\x00", "\x85", "\u2028"),
]
GAPS = [" ", "", "\n", "\r\n", "\n\n", "\u00a0", "\t", "  "]
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=8).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)
ALL_KINDS = (
    "France urged Iran to stop enrichment. Iran refuses to stop enrichment unless France lifts its sanctions. Iran is "
    "an ally of Peru. Peru believes that France is weak. Iran attacked Peru on Monday."
)


def read(text: str, *, article_id: str = "a1", debris: tuple[Debris, ...] = ()) -> list[Statement]:
    article = Article(id=article_id, text=text, source="a.txt", date=dt.date(2024, 3, 14), debris=debris)
    return read_article(article, load_pipeline(), NAMES)


def check(text: str, statements: list[Statement]) -> None:
    for statement in statements:
        for place in statement.evidence:
            assert text[place.char_start : place.char_end] == place.sentence
            assert text[place.span_start : place.span_end] == place.span
            assert place.char_start <= place.span_start < place.span_end <= place.char_end
    assert len({s.id for s in statements}) == len(statements)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_evidence_is_exact_whatever_the_characters(text: str) -> None:
    """Zero-width, bidirectional and curly characters shift no offset; no id comes twice."""
    check(text, read(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    """Characters at random give no error and exact evidence, if any."""
    check(text, read(text))


def test_a_mark_inside_a_sentence_shifts_nothing() -> None:
    """The words after an invisible mark are found where they are."""
    text = "\u2066\u200bLima, 3 May.\u2069 France urged Iran to stop “enrichment”."
    [found] = [s for s in read(text) if s.kind == "position"]
    assert found.quote == "urged Iran to stop “enrichment”"
    check(text, [found])


def test_a_long_text_without_full_stops_is_read() -> None:
    """200 kB without an end come through, with exact evidence."""
    filler = "telecommunications institutionalisation counterrevolutionaries misunderstandings " * 25
    text = f"Norway met Sweden and saw {filler}and " * 100
    assert len(text) > 200_000
    statements = read(text)
    assert statements
    check(text, statements)


def test_each_kind_is_read_in_text_order() -> None:
    """Acts, positions, ties and views come together, in the order of their sentences."""
    found = read(ALL_KINDS)
    assert {s.kind for s in found} == {"act", "position", "tie", "view"}
    starts = [s.evidence[0].char_start for s in found]
    assert starts == sorted(starts)


def test_every_statement_has_the_id_of_its_content() -> None:
    """Ids follow from content and place, so that anybody can work them out again."""
    for statement in read(ALL_KINDS):
        assert statement.id == statement_id(statement)


def test_reading_again_gives_the_same_bytes() -> None:
    """The same article gives the same statements, whatever was read in between."""
    first = dump_statements(read(ALL_KINDS))
    read("Something else by Norway entirely.")
    assert dump_statements(read(ALL_KINDS)) == first


def test_the_order_of_articles_changes_no_statement() -> None:
    """What is read from an article does not depend on the others."""
    texts = [
        ALL_KINDS,
        "Norway offered to mediate.",
        "It attacked Sweden. Kenya urged it to stop.",
        "The two sides met.",
    ]
    articles = [Article(id=f"a{n}", text=text, source=f"a{n}.txt") for n, text in enumerate(texts)]
    told = {s.id: s for s in read_articles(articles, names=NAMES)}
    for order in ([3, 1, 0, 2], [2, 3, 1, 0]):
        assert {s.id: s for s in read_articles([articles[n] for n in order], names=NAMES)} == told


def test_progress_is_told_after_each_article() -> None:
    """The caller hears of every article, in order."""
    articles = [Article(id=f"a{n}", text="Norway met Sweden.", source="x") for n in range(3)]
    heard: list[str] = []
    list(read_articles(articles, names=NAMES, progress=lambda article: heard.append(article.id)))
    assert heard == ["a0", "a1", "a2"]


def test_debris_is_not_read() -> None:
    """A stretch that is no part of the article gives no statement."""
    text = "Norway attacked Sweden.\nPeru urged Chile to leave the bay."
    debris = (Debris(start=0, end=23, why="related link"),)
    assert any("Norway" in s.quote for s in read(text))
    assert not any("Norway" in s.quote for s in read(text, debris=debris))
    assert any("Chile" in s.quote for s in read(text, debris=debris))


@pytest.mark.parametrize("text", ["", "\n\n", "...", "\u200b", "The weather was fine in the hills."])
def test_a_text_that_says_nothing_gives_nothing(text: str) -> None:
    """No sentence, or none about any party, gives no statement."""
    assert read(text) == []


PLAIN = [
    "France offered to open a port in exchange for a loan by Peru.",
    "Peru met Iran on Monday. It offered to free the crew.",
    "Iran refuses to stop enrichment unless France lifts the ban.",
    "Peru is a rival of France. Iran is an ally of Peru.",
    "Iran attacked France. France condemned Iran.",
    "Peru believes that France is weak.",
    "France said that Iran must stop enrichment by 30 June.",
]
NEW = {"France": "Egypt", "FRA": "EGY", "Iran": "Kenya", "IRN": "KEN", "Peru": "Cuba", "PER": "CUB"}
SWAPPED = {"France": "Iran", "FRA": "IRN", "Iran": "France", "IRN": "FRA"}


@pytest.mark.parametrize("text", PLAIN)
@pytest.mark.parametrize("renaming", [NEW, SWAPPED], ids=["renamed", "swapped"])
def test_renaming_the_parties_changes_nothing_but_their_ids(text: str, renaming: dict[str, str]) -> None:
    """The same text about other states gives the same statements about these: no state is the home side."""
    before = [_renamed(_without_places(s), renaming) for s in read(text)]
    assert before
    assert before == [_without_places(s) for s in read(_renamed(text, renaming))]


def test_renaming_the_parties_of_longer_sentences_changes_nothing_but_their_ids() -> None:
    """The same holds for sentences that are less plain."""
    text = "France urged Iran to stop enrichment. France’s ally Peru accused Iran of lying."
    before = [_renamed(_without_places(s), NEW) for s in read(text)]
    assert before == [_without_places(s) for s in read(_renamed(text, NEW))]


def _renamed(text: str, renaming: dict[str, str]) -> str:
    return re.sub("|".join(renaming), lambda m: renaming[m[0]], text)


def _without_places(statement: Statement) -> str:
    record = statement.model_dump(mode="json", by_alias=True)
    places = {"id", "char_start", "char_end", "span_start", "span_end"}
    return "; ".join(f"{key}: {value}" for key, value in record.items() if key not in places)


@pytest.mark.parametrize("young", [0, 300, 50_000])
def test_the_collector_of_garbage_is_left_as_it_was(young: int) -> None:
    """Reading is a guest in its process: how often the collector runs is for the process to say."""
    before = gc.get_threshold()
    gc.set_threshold(young, 7, 8)
    try:
        read(ALL_KINDS)
        assert gc.get_threshold() == (young, 7, 8)
    finally:
        gc.set_threshold(*before)
