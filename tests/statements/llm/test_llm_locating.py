"""Quotes are found where they stand, or not at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.statements.llm.folding import fold
from dragoman.statements.llm.locating import NotFound, Place, locate

SENTENCE = (
    "The minister’s aides said on 4 May that Ruritania “will not\u00a0re-open the strait — or the canal” before 12 "
    "ships sail."
)


@pytest.mark.parametrize(
    ("quote", "words", "how"),
    [
        ("aides said on 4 May", "aides said on 4 May", "exact"),
        ("  aides said on 4 May ", "aides said on 4 May", "exact"),
        ("The minister's aides", "The minister’s aides", "folded"),
        ('"will not re-open the strait - or the canal"', "“will not\u00a0re-open the strait — or the canal”", "folded"),
        ("RURITANIA", "Ruritania", "folded"),
        ("the minister’s aides … re-open the strait", SENTENCE[: SENTENCE.index(" —")], "folded"),
        ("Ruritania [...] the canal", SENTENCE[SENTENCE.index("Ruritania") : SENTENCE.index("”")], "folded"),
        ("will not reopen the strait", "will not\u00a0re-open the strait", "fuzzy"),
        ("aides said on 4 May that the Ruritania", "aides said on 4 May that Ruritania", "fuzzy"),
    ],
)
def test_quote_is_found_in_the_articles_own_words(quote, words, how):
    """What is found is a range of the sentence, whatever the quote's dashes, marks, spaces, case or small slips."""
    place = locate(quote, SENTENCE)
    assert isinstance(place, Place)
    assert (SENTENCE[place.start : place.end], place.how) == (words, how)


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("will re-open the strait — or the canal", "negation"),
        ("aides said on 5 May that Ruritania", "number"),
        ("before 120 ships sail", "number"),
        ("will not re-open the market — or the canal", '"market"'),
        ("the canal … the strait", "does not stand"),
        ("inister’s aide", "does not stand"),
        ("4 Ma", "does not stand"),
        ("", "holds no word"),
        ("“—”", "holds no word"),
        ("…", "holds no word"),
        ("aides " * 200, "longer than"),
    ],
)
def test_what_does_not_stand_there_is_not_found(quote, why):
    """Another word, number or negation, parts in another order, parts of words and empty quotes are refused."""
    found = locate(quote, SENTENCE)
    assert isinstance(found, NotFound)
    assert why in found.why


@given(st.lists(st.sampled_from(["", ",", "—", "’s", "é"]), min_size=8, max_size=8), st.data())
def test_planted_words_are_found_where_they_were_planted(ends, data):
    """Words taken from a known place of a text without repetitions are found exactly there."""
    words = [f"w{number}{end}" for number, end in enumerate(ends)]
    text = "  ".join(words)
    first = data.draw(st.integers(0, 7))
    last = data.draw(st.integers(first, 7))
    start, end = text.index(words[first]), text.index(words[last]) + len(words[last])
    assert locate(text[start:end], text) == Place(start, end, "exact")
    place = locate(" ".join(words[first : last + 1]).upper(), text)
    assert isinstance(place, Place)
    assert text[place.start : place.end].rstrip("—,") == text[start:end].rstrip("—,")


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_place_lies_inside_the_text(quote, text):
    """Whatever is asked of whatever text, a place is a range in it that holds something, and exact means equal."""
    place = locate(quote, text)
    if isinstance(place, Place):
        assert 0 <= place.start < place.end <= len(text)
        assert place.how != "exact" or text[place.start : place.end] == quote.strip()


@given(st.text(max_size=120))
def test_folded_text_knows_where_it_came_from(text):
    """Every folded character has a range of one character or more in the source, in order."""
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
