"""Dictionary forms: from the table, and by spelling for words that the table lacks."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.lemmas import Lemmas


@pytest.fixture(scope="module")
def lemmas() -> Lemmas:
    return Lemmas.load()


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("said", "VERB", "say"),
        ("met", "VERB", "meet"),
        ("withdrew", "VERB", "withdraw"),
        ("withdrawn", "VERB", "withdraw"),
        ("refuses", "VERB", "refuse"),
        ("refusing", "VERB", "refuse"),
        ("uniting", "VERB", "unite"),
        ("loathed", "VERB", "loathe"),
        ("proscribed", "VERB", "proscribe"),
        ("extolled", "VERB", "extol"),
        ("agreed", "VERB", "agree"),
        ("pressed", "VERB", "press"),
        ("was", "AUX", "be"),
        ("countries", "NOUN", "country"),
        ("allies", "NOUN", "ally"),
        ("sanctions", "NOUN", "sanction"),
    ],
)
def test_frequent_words_of_negotiation_find_their_lemma(lemmas: Lemmas, form: str, pos: str, lemma: str) -> None:
    """The words that the lexicons list are met under their dictionary form."""
    assert lemmas.lemma(form, pos) == lemma


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("zorbified", "VERB", "zorbify"),
        ("zorbifies", "VERB", "zorbify"),
        ("zorbizes", "VERB", "zorbize"),
        ("blorked", "VERB", "blork"),
        ("trazzes", "VERB", "trazz"),
        ("brixes", "NOUN", "brix"),
        ("kwarties", "NOUN", "kwarty"),
        ("blorks", "NOUN", "blork"),
        ("drabness", "NOUN", "drabness"),
        ("brindled", "VERB", "brindle"),
        ("blaffed", "VERB", "blaff"),
        ("freed", "VERB", "free"),
    ],
)
def test_unknown_words_go_by_spelling(lemmas: Lemmas, form: str, pos: str, lemma: str) -> None:
    """A word of no table loses its ending by rule."""
    assert lemmas.lemma(form, pos) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("shook", "shake"),
        ("swore", "swear"),
        ("froze", "freeze"),
        ("overran", "overrun"),
        ("retook", "retake"),
        ("withstood", "withstand"),
        ("fled", "flee"),
        ("rebuffed", "rebuff"),
        ("undertook", "undertake"),
        ("bound", "bind"),
        ("rebuked", "rebuke"),
        ("boycotted", "boycott"),
    ],
)
def test_irregular_verbs_keep_their_prefix(lemmas: Lemmas, form: str, lemma: str) -> None:
    """A past without an ending leads to its verb, with a prefix before it too."""
    assert lemmas.lemma(form, "VERB") == lemma


def test_a_name_is_its_own_lemma(lemmas: Lemmas) -> None:
    """A proper noun keeps its case and its ending."""
    assert lemmas.lemma("Philippines", "PROPN") == "Philippines"


def test_a_curly_apostrophe_counts_as_a_straight_one(lemmas: Lemmas) -> None:
    """ "’s" and "'s" have one lemma."""
    assert lemmas.lemma("’s", "AUX") == lemmas.lemma("'s", "AUX")


def test_a_table_of_ones_own_is_read(tmp_path: Path) -> None:
    """One form, part of speech and lemma a line."""
    path = tmp_path / "lemmas.tsv"
    path.write_text("zorn\tVERB\tzerren\n", encoding="utf-8")
    assert Lemmas.load(path).lemma("Zorn", "VERB") == "zerren"


@settings(max_examples=200)
@given(st.text(max_size=20), st.sampled_from(["VERB", "AUX", "NOUN", "ADJ", "X", "PROPN", ""]))
def test_any_word_has_a_lemma_no_longer_than_itself_and_an_e(word: str, pos: str) -> None:
    """No word breaks the rules, whatever it is made of."""
    lemma = Lemmas({}, frozenset()).lemma(word, pos)
    assert len(lemma) <= len(word.lower()) + 1
